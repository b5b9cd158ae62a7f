import type { AttentionAction, AttentionEntry, Severity } from '#contract/attention.ts';
import { leadName } from '../../api/views/lead-view.ts';
import type { CoreContext } from '../../context.ts';
import type { LeadNeed } from '../../domain/leads/lead.ts';
import type { LeadNeeding } from '../../ports/store/store.ts';
import { entry, open, type AttentionSource } from '../source.ts';

interface Words {
  readonly severity: Severity;
  title(who: string, count: number): string;
  cause(her: string, count: number): string;
  /** What solves it for all of them at once; the leads themselves can always be opened. */
  solve?(of: LeadNeeding): AttentionAction;
}

const WORDS: Readonly<Record<LeadNeed, Words>> = {
  'no-context': {
    severity: 'problem',
    title: (who) => `No context for ${who}`,
    cause: (her, count) =>
      `${one(count, 'It has', `${count} leads have`)} no context, in the CRM or as ${her}'s default, so no message can be written.`,
    solve: ({ assistantId }) => open('Give a default context', `/assistants/${assistantId}`),
  },
  'paused-without-date': {
    severity: 'note',
    title: (who) => `Away, without a date: ${who}`,
    cause: (her, count) =>
      `An automatic answer to ${her} named no date of return, so ${one(count, 'its next message waits', 'the next messages wait')} seven days. Move ${one(count, 'it', 'them')} where you know better.`,
  },
  'unsure-reply': {
    severity: 'question',
    title: (who) => `What does the reply mean: ${who}`,
    cause: (_her, count) =>
      `${one(count, 'The reply was', `${count} replies were`)} read with less than 70 % confidence. Read ${one(count, 'it', 'them')}, and mark the lead as you understand it.`,
  },
  'colleague-replied': {
    severity: 'question',
    title: (who) => `Go on? Somebody else of the company answered: ${who}`,
    cause: (_her, count) =>
      `${one(count, 'The follow-up is', `${count} follow-ups are`)} paused, because one person of the company answered. Press Continue on ${one(count, 'the lead', 'a lead')} to go on, or Hand back.`,
  },
  'value-missing': {
    severity: 'problem',
    title: (who) => `A message is held: ${who}`,
    cause: (_her, count) =>
      `${one(count, 'The next message names', `The next messages of ${count} leads name`)} a value that the record does not have, and the message has no default for it. Fill it in in the CRM, or give the message a default, and ${one(count, 'it goes', 'they go')} out.`,
    solve: () => open('Open the schedules', '/schedules'),
  },
  'at-risk': {
    severity: 'question',
    title: (who) => `At risk: ${who}`,
    cause: (_her, count) =>
      `${one(count, 'The lead', 'They')} answered, and for 24 hours no person has reached out. Write or call, or press Not at risk.`,
  },
  restored: {
    severity: 'question',
    title: (who) => `Stopped after the restore: ${who}`,
    cause: (_her, count) =>
      `A backup was restored, and ${one(count, 'a message of this lead', `a message of each of these ${count} leads`)} may be out already. Look, then press Continue.`,
  },
};

/** Leads that cannot go on, or should not go on unseen, without a person; one entry for each assistant and need. */
export const leads: AttentionSource = (core) => core.store.leads.needing().map((each) => ofNeed(core, each));

function ofNeed(core: CoreContext, of: LeadNeeding): AttentionEntry {
  const { need, connectionId, assistantId, count, leadId } = of;
  const words = WORDS[need];
  const lead = count === 1 ? core.store.leads.byId(leadId) : null;
  const her = core.store.assistants.byId(assistantId)?.name ?? 'the assistant';
  const who = lead === null ? `${count} leads of ${her}` : leadName(lead);
  const list =
    lead === null
      ? open(`Open ${count} leads`, '/leads', { need, assistantId, connectionId })
      : open('Open the lead', `/leads/${leadId}`);
  const solve = words.solve?.(of);
  return entry(`${connectionId}/${assistantId}`, {
    kind: need,
    severity: words.severity,
    title: words.title(who, count),
    cause: words.cause(her, count),
    since: of.since,
    count,
    connectionId,
    assistantId,
    leadId: lead?.id ?? null,
    actions: solve === undefined ? [list] : [solve, list],
    dismissible: words.severity !== 'problem',
  });
}

function one(count: number, single: string, many: string): string {
  return count === 1 ? single : many;
}
