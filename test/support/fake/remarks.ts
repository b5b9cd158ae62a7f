import { implement } from '@orpc/server';
import { contract } from '#contract/contract.ts';
import type { LeadTarget } from '#contract/leads.ts';
import type { PushEvent } from '#contract/system.ts';
import type { FakeLead } from './leads.ts';

const os = implement(contract);

interface World {
  readonly leads: readonly FakeLead[];
  readonly targets: (target: LeadTarget) => readonly FakeLead[];
  readonly push: (topics: PushEvent['topics'], leadIds?: string[]) => void;
}

/** Tags and reminders of leads, in memory. */
export function fakeRemarks({ leads, targets, push }: World) {
  let serial = 0;
  return {
    tags: os.leads.tags.handler(() => {
      const counts = new Map<string, number>();
      for (const tag of leads.flatMap((lead) => lead.tags)) counts.set(tag, (counts.get(tag) ?? 0) + 1);
      return [...counts]
        .map(([tag, count]) => ({ tag, leads: count }))
        .toSorted((a, b) => a.tag.localeCompare(b.tag));
    }),
    tag: os.leads.tag.handler(({ input }) => {
      const chosen = targets(input.target);
      for (const lead of chosen) {
        const kept = lead.tags.filter((tag) => !input.remove.includes(tag));
        lead.tags = [...new Set([...kept, ...input.add])].toSorted((a, b) => a.localeCompare(b));
      }
      push(['leads'], chosen.length < 50 ? chosen.map((lead) => lead.id) : []);
      return { done: chosen.length, skipped: [] };
    }),
    remind: os.leads.remind.handler(({ input, errors }) => {
      if (input.text.trim() === '') {
        const problems = [{ field: 'text', sentence: 'Reminder: write what it is about.' }];
        throw errors.INVALID_INPUT({ data: { problems } });
      }
      const lead = leads.find(({ id }) => id === input.id);
      const reminder = { id: `rem-${(serial += 1)}`, dueAt: input.dueAt, text: input.text.trim() };
      if (lead !== undefined) lead.reminders = [...(lead.reminders ?? []), reminder];
      push(['leads', 'attention'], [input.id]);
      return { done: true as const };
    }),
    reminderDone: os.leads.reminderDone.handler(({ input }) => {
      for (const lead of leads) {
        lead.reminders = lead.reminders?.filter(({ id }) => id !== input.reminderId) ?? [];
      }
      push(['leads', 'attention']);
      return { done: true as const };
    }),
  };
}
