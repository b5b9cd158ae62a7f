import type { CrmWrite, EmailWrite, NoteWrite, TaskWrite } from '#core/ports/crm-gateway.ts';
import { hasRef, refLine } from './activity-ref.ts';
import { cutHtml, cutText, htmlOf } from './markup.ts';
import type { ObjectType } from './paths.ts';
import { OWNER } from './properties.ts';
import { instantOf, type CrmObject } from './values.ts';

/** What HubSpot stores of one text property at most. */
const LONGEST_VALUE = 65_536;

type Properties = Readonly<Record<string, string>>;
type Found = CrmObject['properties'];

/** How a kind of activity stands in HubSpot. */
export interface ActivityFormat<Write extends CrmWrite> {
  readonly objectType: ObjectType;
  /** HubSpot's own id for "this activity belongs to that contact". */
  readonly associationTypeId: number;
  propertiesOf(write: Write): Properties;
  /** The properties by which `isSame` recognises a write. */
  readonly recognisedBy: readonly string[];
  /** Whether an activity of the right contact is the one that this write made. */
  isSame(found: Found, write: Write): boolean;
}

export const noteFormat: ActivityFormat<NoteWrite> = {
  objectType: 'notes',
  associationTypeId: 202,
  propertiesOf: (write) => ({
    hs_timestamp: isoOf(write.at),
    hs_note_body: withRef(write.bodyHtml, write.key),
  }),
  recognisedBy: ['hs_note_body'],
  isSame: (found, write) => hasRef(found['hs_note_body'], write.key),
};

export const taskFormat: ActivityFormat<TaskWrite> = {
  objectType: 'tasks',
  associationTypeId: 204,
  propertiesOf: (write) => ({
    hs_timestamp: isoOf(write.dueAt),
    hs_task_subject: cutText(write.subject, LONGEST_VALUE),
    hs_task_body: withRef(htmlOf(write.body), write.key),
    hs_task_status: 'NOT_STARTED',
    hs_task_priority: 'HIGH',
    hs_task_type: 'TODO',
    ...(write.ownerId === null ? {} : { [OWNER]: write.ownerId }),
  }),
  recognisedBy: ['hs_task_body'],
  isSame: (found, write) => hasRef(found['hs_task_body'], write.key),
};

/** A logged e-mail is the mail as it was sent: no ref in it, its time, direction and subject tell it apart. */
export const emailFormat: ActivityFormat<EmailWrite> = {
  objectType: 'emails',
  associationTypeId: 198,
  propertiesOf: (write) => ({
    hs_timestamp: isoOf(write.at),
    hs_email_direction: directionOf(write),
    hs_email_status: write.status === 'bounced' ? 'BOUNCED' : 'SENT',
    hs_email_subject: subjectOf(write),
    hs_email_text: cutText(write.text, LONGEST_VALUE),
    hs_email_html: cutHtml(write.html ?? htmlOf(write.text), LONGEST_VALUE),
    hs_email_headers: headersOf(write),
  }),
  recognisedBy: ['hs_timestamp', 'hs_email_direction', 'hs_email_subject'],
  isSame: (found, write) =>
    instantOf(found['hs_timestamp']) === write.at &&
    found['hs_email_direction'] === directionOf(write) &&
    spaceless(found['hs_email_subject'] ?? '') === spaceless(subjectOf(write)),
};

function isoOf(instant: number): string {
  return new Date(instant).toISOString();
}

/** The ref stays whole where the body must be cut. */
function withRef(html: string, key: string): string {
  const line = refLine(key);
  return cutHtml(html, LONGEST_VALUE - line.length) + line;
}

function directionOf(write: EmailWrite): string {
  return write.direction === 'incoming' ? 'INCOMING_EMAIL' : 'EMAIL';
}

function subjectOf(write: EmailWrite): string {
  return cutText(write.subject, LONGEST_VALUE);
}

function spaceless(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

/** HubSpot takes sender and recipients as JSON in one text. */
function headersOf(write: EmailWrite): string {
  const from = personOf(write.from);
  return JSON.stringify({
    from,
    sender: from,
    to: write.to.map(personOf),
    cc: (write.cc ?? []).map(personOf),
    bcc: [],
  });
}

function personOf(person: { readonly address: string; readonly name: string }): object {
  const [firstName, ...rest] = person.name.trim().split(/\s+/);
  return { email: person.address, firstName: firstName ?? '', lastName: rest.join(' ') };
}
