import type { Lead } from '#core/domain/leads/lead.ts';
import type { Person } from './person.ts';

/** What happened in the mail world to one address, as the world itself counts it. */
export interface MailCount {
  readonly sent: number;
  readonly received: number;
}

/** What should stand in the CRM: told by the people and the mail world, not by the program that wrote it. */
export interface Expectation {
  readonly contactId: string;
  /** Who had the contact before the assistant; "" nobody. */
  readonly ownerBefore: string;
  readonly mails: MailCount;
  /** The lead that came of it, for its final state. */
  readonly lead: Lead | null;
  /** Tasks for the owner: one each time the lead became Hot or was at risk. */
  readonly tasks: number;
}

export interface CrmFindings {
  readonly notes: number;
  readonly emailsLogged: number;
  readonly tasks: number;
  readonly handedBack: number;
  /** Sentences; empty when nothing is missing and nothing is there twice. */
  readonly problems: readonly string[];
}

const PROPERTIES = ['hubspot_owner_id', 'hs_lead_status', 'baton_lead_connection_status'];

/** Compares the CRM with what should stand there. */
export async function lookAtCrm(person: Person, expected: readonly Expectation[]): Promise<CrmFindings> {
  const ids = expected.map((each) => each.contactId);
  const contacts = new Map(
    (await person.read('contacts', ids, PROPERTIES)).map((contact) => [contact.id, contact.properties]),
  );
  const notes = byContact(await person.activities('notes', ids, ['hs_note_body', 'hs_timestamp']));
  const emails = byContact(
    await person.activities('emails', ids, ['hs_email_subject', 'hs_email_direction', 'hs_timestamp']),
  );
  const tasks = byContact(await person.activities('tasks', ids, ['hs_task_subject', 'hs_timestamp']));
  const problems: string[] = [];
  let handedBack = 0;

  for (const { contactId, ownerBefore, mails, lead, tasks: wantedTasks } of expected) {
    const problem = (text: string) => problems.push(`Contact ${contactId}: ${text}`);
    const contact = contacts.get(contactId);
    const ours = (notes.get(contactId) ?? []).filter((note) => note['hs_note_body']?.includes('Baton ref'));
    const logged = (emails.get(contactId) ?? []).length;
    const tasked = (tasks.get(contactId) ?? []).filter((task) => task['hs_task_subject'] !== null).length;
    if (lead === null) {
      problem('it was assigned and became no lead.');
      continue;
    }
    if ((contact?.['hubspot_owner_id'] ?? '') === ownerBefore) handedBack += 1;
    else
      problem(
        `its owner is ${contact?.['hubspot_owner_id'] ?? 'nobody'}, and was ${ownerBefore || 'nobody'} before.`,
      );
    if (contact?.['baton_lead_connection_status'] !== lead.state) {
      problem(
        `its Lead Connection Status is ${contact?.['baton_lead_connection_status'] ?? 'empty'}, not ${lead.state}.`,
      );
    }
    const confirmations = ours.filter((note) =>
      note['hs_note_body']?.includes('I will start working on this'),
    ).length;
    const handBacks = ours.filter((note) => note['hs_note_body']?.includes('hands this contact back')).length;
    const wasWorkedOn = mails.sent > 0;
    if (confirmations > 1 || (wasWorkedOn && confirmations !== 1))
      problem(`${confirmations} notes of confirmation.`);
    if (handBacks !== 1) problem(`${handBacks} notes of hand-back.`);
    if (new Set(ours.map((note) => note['hs_note_body'])).size !== ours.length)
      problem('a note is there twice.');
    if (logged !== mails.sent + mails.received) {
      problem(`${logged} e-mails are logged; ${mails.sent} were sent and ${mails.received} received.`);
    }
    if (tasked !== wantedTasks)
      problem(`${tasked} tasks for a lead that is ${lead.state}, not ${wantedTasks}.`);
  }
  return { notes: count(notes), emailsLogged: count(emails), tasks: count(tasks), handedBack, problems };
}

type Properties = Readonly<Record<string, string | null>>;

function byContact(
  activities: readonly { readonly contactId: string; readonly properties: Properties }[],
): ReadonlyMap<string, readonly Properties[]> {
  const grouped = new Map<string, Properties[]>();
  for (const { contactId, properties } of activities) {
    grouped.set(contactId, [...(grouped.get(contactId) ?? []), properties]);
  }
  return grouped;
}

function count(grouped: ReadonlyMap<string, readonly Properties[]>): number {
  return [...grouped.values()].reduce((sum, each) => sum + each.length, 0);
}
