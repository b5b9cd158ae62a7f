import { CrmError } from '#core/ports/crm-error.ts';
import type { ActivityKind, RecordActivity } from '#core/ports/crm-gateway.ts';
import type { ObjectType } from './paths.ts';
import type { Reader } from './reader.ts';
import { instantOf, type CrmObject } from './values.ts';

type Read = Omit<RecordActivity, 'id' | 'kind'>;

/** How a kind of activity stands in HubSpot. */
interface ActivityShape {
  readonly type: ObjectType;
  readonly properties: readonly string[];
  /** null: it has no time, or is only a draft. */
  read(values: CrmObject['properties'], activity: CrmObject): Read | null;
}

const NOTHING = { direction: null, from: '', isVoid: false, startsAt: null, opens: 0, clicks: 0 } as const;

/** E-mails that did not go out. */
const UNSENT: readonly string[] = ['BOUNCED', 'FAILED', 'SCHEDULED', 'SENDING'];

const SHAPES: Readonly<Record<ActivityKind, ActivityShape>> = {
  email: {
    type: 'emails',
    properties: [
      'hs_timestamp',
      'hs_email_direction',
      'hs_email_status',
      'hs_email_from_email',
      'hs_email_open_count',
      'hs_email_click_count',
    ],
    read: (values) => {
      const at = instantOf(values['hs_timestamp']);
      const direction = values['hs_email_direction'];
      if (at === null || direction === 'DRAFT_EMAIL') return null;
      return {
        ...NOTHING,
        at,
        direction: direction === 'INCOMING_EMAIL' ? 'incoming' : 'outgoing',
        from: (values['hs_email_from_email'] ?? '').toLowerCase(),
        isVoid: UNSENT.includes(values['hs_email_status'] ?? ''),
        opens: countOf(values['hs_email_open_count']),
        clicks: countOf(values['hs_email_click_count']),
      };
    },
  },
  call: {
    type: 'calls',
    properties: ['hs_timestamp', 'hs_call_direction', 'hs_call_status'],
    read: (values) => {
      const at = instantOf(values['hs_timestamp']);
      const direction = values['hs_call_direction'] === 'INBOUND' ? 'incoming' : 'outgoing';
      const isVoid = ['CANCELED', 'FAILED', 'QUEUED'].includes(values['hs_call_status'] ?? '');
      return at === null ? null : { ...NOTHING, at, direction, isVoid };
    },
  },
  meeting: {
    type: 'meetings',
    properties: ['hs_timestamp', 'hs_createdate', 'hs_meeting_start_time', 'hs_meeting_outcome'],
    read: (values, { createdAt }) => {
      const at = instantOf(values['hs_createdate']) ?? instantOf(createdAt);
      const startsAt = instantOf(values['hs_meeting_start_time']) ?? instantOf(values['hs_timestamp']);
      const isVoid = values['hs_meeting_outcome'] === 'CANCELED';
      return at === null ? null : { ...NOTHING, at, isVoid, startsAt };
    },
  },
  message: {
    type: 'communications',
    properties: ['hs_timestamp'],
    read: (values) => {
      const at = instantOf(values['hs_timestamp']);
      return at === null ? null : { ...NOTHING, at };
    },
  },
};

/**
 * The activities of contacts, oldest first, found through their associations: those are up to date, and the search
 * index is not.
 */
export async function readActivities(
  reader: Reader,
  contactIds: readonly string[],
  kinds: readonly ActivityKind[],
): Promise<Map<string, RecordActivity[]>> {
  const found = new Map<string, RecordActivity[]>(contactIds.map((id) => [id, []]));
  const ofKind = async (kind: ActivityKind): Promise<void> => {
    const { type, properties, read } = SHAPES[kind];
    const idsOf = await reader.activityIds([...found.keys()], type);
    const ids = [...new Set([...idsOf.values()].flat())];
    const objects =
      ids.length === 0 ? [] : await reader.readObjects({ type, ids, properties, purpose: 'lookup' });
    const byId = new Map(objects.map((each) => [each.id, each]));
    for (const [contactId, activityIds] of idsOf) {
      for (const id of activityIds) {
        const object = byId.get(id);
        const activity = object === undefined ? null : read(object.properties, object);
        if (activity !== null) found.get(contactId)?.push({ ...activity, id, kind });
      }
    }
  };
  await Promise.all(kinds.map((kind) => ofKind(kind).catch(unlessRefused)));
  for (const activities of found.values()) activities.sort((a, b) => a.at - b.at);
  return found;
}

/** A kind that this portal does not have, or this key may not read, is not seen; the others are. */
function unlessRefused(error: unknown): void {
  const isRefused = error instanceof CrmError && ['forbidden', 'not-found', 'rejected'].includes(error.kind);
  if (!isRefused) throw error;
}

function countOf(value: string | null | undefined): number {
  const count = Number(value ?? '');
  return Number.isInteger(count) && count > 0 ? count : 0;
}
