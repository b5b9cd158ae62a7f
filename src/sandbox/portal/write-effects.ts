import type { CrmObject, ObjectType, WriteSource } from './model.ts';

/** The property in which HubSpot stamps the last change. */
export function modifiedStampOf(type: ObjectType): 'lastmodifieddate' | 'hs_lastmodifieddate' {
  return type === 'contacts' ? 'lastmodifieddate' : 'hs_lastmodifieddate';
}

/** The property in which HubSpot stamps the creation. */
export function createdStampOf(type: ObjectType): 'createdate' | 'hs_createdate' {
  return type === 'contacts' || type === 'companies' ? 'createdate' : 'hs_createdate';
}

/** What HubSpot fills in when an object is made. */
export function systemValuesAtCreation(object: CrmObject, source: WriteSource): Record<string, string> {
  return {
    hs_object_id: object.id,
    [createdStampOf(object.type)]: new Date(object.createdAt).toISOString(),
    hs_object_source: source.sourceType,
    hs_object_source_id: source.sourceId,
    ...(source.sourceLabel === undefined ? {} : { hs_object_source_label: source.sourceLabel }),
  };
}

/** The read-only values that follow from a change. `next` holds the values after it, `at` is in ms. */
export function derivedValues(
  object: CrmObject,
  next: Readonly<Record<string, string>>,
  changed: readonly string[],
  at: number,
): Record<string, string> {
  const derived: Record<string, string> = {};
  for (const property of changed) {
    const rule = RULES[property];
    if (rule !== undefined) Object.assign(derived, rule(next[property] ?? '', at, object.type));
  }
  return derived;
}

type Rule = (value: string, at: number, type: ObjectType) => Record<string, string>;

const PREVIEW_CHARACTERS = 300;

const RULES: Readonly<Record<string, Rule>> = {
  // Taking the owner away keeps the date: it says when an owner was last assigned.
  hubspot_owner_id: (value, at) => ({
    hs_all_owner_ids: value,
    ...(value === '' ? {} : { hubspot_owner_assigneddate: new Date(at).toISOString() }),
  }),
  email: (value) => ({ hs_email_domain: value.slice(value.lastIndexOf('@') + 1) }),
  hs_email_headers: (value) => headerValues(value),
  hs_note_body: (value) => bodyPreview(value),
  hs_email_html: (value) => bodyPreview(value),
  hs_email_text: (value) => bodyPreview(value),
  hs_task_body: (value) => bodyPreview(value),
  hs_meeting_body: (value) => bodyPreview(value),
  hs_call_body: (value) => bodyPreview(value),
  hs_communication_body: (value) => bodyPreview(value),
  hs_task_status: (value, at) => ({
    hs_task_is_completed: value === 'COMPLETED' ? '1' : '0',
    hs_task_completion_date: value === 'COMPLETED' ? new Date(at).toISOString() : '',
  }),
};

function bodyPreview(html: string): Record<string, string> {
  const text = html
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return {
    hs_body_preview: text.slice(0, PREVIEW_CHARACTERS),
    hs_body_preview_is_truncated: String(text.length > PREVIEW_CHARACTERS),
  };
}

/** One person of `hs_email_headers`. */
interface HeaderPerson {
  readonly email?: string;
  readonly firstName?: string;
  readonly lastName?: string;
}

const HEADER_FIELDS = ['from', 'sender', 'to', 'cc', 'bcc'] as const;

/** The persons by field, or null when the text is no JSON of the documented shape. */
function parseEmailHeaders(text: string): Map<string, HeaderPerson[]> | null {
  let headers: unknown;
  try {
    headers = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof headers !== 'object' || headers === null || Array.isArray(headers)) return null;
  const people = new Map<string, HeaderPerson[]>();
  for (const field of HEADER_FIELDS) {
    const value: unknown = (headers as Record<string, unknown>)[field];
    if (value === undefined || value === null) continue;
    const list: unknown[] = Array.isArray(value) ? value : [value];
    if (!list.every((person) => typeof person === 'object' && person !== null)) return null;
    people.set(field, list as HeaderPerson[]);
  }
  return people;
}

function headerValues(text: string): Record<string, string> {
  const people = parseEmailHeaders(text);
  const values: Record<string, string> = {};
  for (const field of HEADER_FIELDS) {
    const persons = people?.get(field) ?? [];
    const joined = (pick: (person: HeaderPerson) => string | undefined): string =>
      persons
        .map((person) => pick(person) ?? '')
        .filter((part) => part !== '')
        .join(';');
    values[`hs_email_${field}_email`] = joined((person) => person.email?.toLowerCase());
    values[`hs_email_${field}_firstname`] = joined((person) => person.firstName);
    values[`hs_email_${field}_lastname`] = joined((person) => person.lastName);
  }
  return values;
}

/** The rolled-up values of a record on which an activity was just logged. */
export function activityRollUp(record: CrmObject, activity: CrmObject, at: number): Record<string, string> {
  const plannedFor = Date.parse(activity.values['hs_timestamp'] ?? '');
  const happened = new Date(Math.min(Number.isNaN(plannedFor) ? at : plannedFor, at)).toISOString();
  const latest = (property: string): string => {
    const known = record.values[property] ?? '';
    return known > happened ? known : happened;
  };
  const plusOne = (property: string): string => String(Number(record.values[property] ?? '0') + 1);
  const isContact =
    ['meetings', 'calls', 'communications'].includes(activity.type) ||
    (activity.type === 'emails' && activity.values['hs_email_direction'] !== 'INCOMING_EMAIL');
  return {
    notes_last_updated: latest('notes_last_updated'),
    num_notes: plusOne('num_notes'),
    ...(isContact
      ? {
          notes_last_contacted: latest('notes_last_contacted'),
          num_contacted_notes: plusOne('num_contacted_notes'),
        }
      : {}),
    ...(activity.type === 'meetings' ? meetingRollUp(activity, latest) : {}),
  };
}

/** Only what the contact booked by itself, on a meeting link, counts as booked. */
function meetingRollUp(meeting: CrmObject, latest: (property: string) => string): Record<string, string> {
  const start = meeting.values['hs_meeting_start_time'] ?? meeting.values['hs_timestamp'] ?? '';
  return {
    hs_latest_meeting_activity: latest('hs_latest_meeting_activity'),
    ...(meeting.values['hs_engagement_source'] === 'MEETINGS'
      ? { engagements_last_meeting_booked: start }
      : {}),
  };
}
