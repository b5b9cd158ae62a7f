import type { PersonView } from '#contract/data.ts';
import type { CoreContext } from '../../context.ts';
import type { Lead } from '../../domain/leads/lead.ts';
import type { Person } from '../../ports/store/people.ts';
import { isoTime } from '../../time-words.ts';
import { leadName, LeadViews } from './lead-view.ts';

/** Who is meant by an address or a CRM id; null: nothing is stored. */
export function personOf(core: CoreContext, query: string): Person | null {
  return core.store.people.find(query);
}

/** What is stored about a person, in numbers, and whether the person can be erased now. */
export function personView(core: CoreContext, person: Person): PersonView {
  const views = new LeadViews(core);
  const { journal, mails, outbox, notices } = core.store.people.dataOf(person);
  return {
    confirmWith: person.addresses[0] ?? person.records[0]?.recordId ?? '',
    leads: person.leads.map((lead) => ({
      id: lead.id,
      name: leadName(lead),
      email: lead.email,
      company: lead.company,
      state: lead.state,
      connectionName: views.connection(lead.connectionId)?.name ?? '',
      recordId: lead.recordId,
      recordUrl: views.recordUrl(lead.connectionId, lead.recordId),
    })),
    addresses: [...person.addresses],
    recordIds: [...new Set(person.records.map((record) => record.recordId))],
    counts: {
      journal: journal.length,
      mails: mails.length,
      writes: outbox.length,
      notices: notices.length,
    },
    isSuppressed: person.suppressed.length > 0,
    notNow: whyNotNow(
      core,
      person,
      outbox.some((row) => row.status === 'in-flight'),
    ),
  };
}

/** The person's data for the person: everything, in words that need no program to read. */
export function exportOf(core: CoreContext, person: Person): { fileName: string; text: string } {
  const data = core.store.people.dataOf(person);
  const at = isoTime(core.clock.now());
  const drafts = person.leads.flatMap((lead) => core.store.drafts.ofLead(lead.id));
  const text = JSON.stringify({ exportedAt: at, addresses: person.addresses, ...data, drafts }, null, 2);
  return { fileName: `person-${at.slice(0, 10)}.json`, text: `${text}\n` };
}

/** A record must not be left with an assistant whom nothing tells any more to hand it back. */
function whyNotNow(core: CoreContext, person: Person, isBeingWritten: boolean): string | null {
  const held = person.leads.find((lead) => isHeld(core, lead));
  if (held !== undefined) {
    const assistant = core.store.assistants.byId(held.assistantId)?.name ?? 'An assistant';
    return held.custody === 'HandingBack'
      ? `The record of ${leadName(held)} is on its way back to its owner. Try again when it is there.`
      : `${assistant} still holds the record of ${leadName(held)}. Press Hand back on the lead first.`;
  }
  return isBeingWritten
    ? 'Something about this person is just being written to the CRM. Try again in a minute.'
    : null;
}

/** With a connection that does not work, or a record that is gone, there is nothing to hand back. */
function isHeld(core: CoreContext, lead: Lead): boolean {
  return (
    (lead.custody === 'Held' || lead.custody === 'HandingBack') &&
    !lead.recordDeleted &&
    core.store.connections.byId(lead.connectionId)?.status === 'Active'
  );
}
