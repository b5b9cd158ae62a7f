import type { SandboxContext } from '../http/route.ts';
import { addOwner, archiveOwner } from '../hubspot/owners.ts';
import type { NewOwner } from '../hubspot/owners.ts';
import { associate } from '../portal/associate.ts';
import { kindsBetween } from '../portal/association-types.ts';
import { deleteObject, eraseContact } from '../portal/erase.ts';
import { mergeObjects } from '../portal/merge.ts';
import type { CrmObject, ObjectType, Owner, PropertyOption, WriteSource } from '../portal/model.ts';
import { createObject, followMerges, restoreObject, updateObject } from '../portal/write.ts';

/** Which user does it; user id of an owner. Without one, an admin that is no owner. */
export interface Actor {
  readonly userId?: number;
}

/** What people do in HubSpot's screens. Unknown ids throw a `RangeError` that names them. */
export interface Person {
  /** Assigns contacts to an owner (owner id); '' takes the owner away. Returns how many changed owner. */
  assign(contactIds: readonly string[], ownerId: string, by?: Actor): number;
  /** Gives a contact to somebody else, or to nobody: an assistant loses it. */
  takeAway(contactId: string, toOwnerId?: string, by?: Actor): void;
  setProperties(type: ObjectType, id: string, values: Readonly<Record<string, string>>, by?: Actor): void;
  /** Empties the Lead Connection Status, whatever the property is called here. */
  clearStatus(contactId: string, property: string, by?: Actor): void;
  /** Returns the id of the new record. */
  createRecord(type: ObjectType, values: Readonly<Record<string, string>>, by?: Actor): string;
  /**
   * Logs an activity on a contact: an e-mail the person sent, a call, a meeting, a message. Returns its id. Without
   * `hs_timestamp` it happens now.
   */
  log(
    type: 'emails' | 'calls' | 'meetings' | 'communications' | 'notes',
    contactId: string,
    values: Readonly<Record<string, string>>,
    by?: Actor,
  ): string;
  /** The contact books a meeting on a meeting link; times in ms. Returns its id. */
  bookMeeting(contactId: string, startsAt: number): string;
  /** Returns the id of the record that both became. */
  merge(type: ObjectType, primaryId: string, otherId: string, by?: Actor): string;
  delete(type: ObjectType, id: string): void;
  restore(type: ObjectType, id: string): void;
  gdprDelete(contactId: string): void;
  /** Adds a user, who thereby becomes an owner. */
  addUser(user: NewOwner): Owner;
  /** The user stays in histories, the owner is archived. */
  deactivateOwner(ownerId: string): void;
  setOptions(type: ObjectType, property: string, options: readonly OptionInput[]): void;
  deleteProperty(type: ObjectType, property: string): void;
}

export type OptionInput = Partial<PropertyOption> & Pick<PropertyOption, 'label' | 'value'>;

const ADMIN_USER_ID = 9_000_001;
const HALF_AN_HOUR = 30 * 60 * 1_000;

export function createPerson(context: SandboxContext): Person {
  const { portal } = context;
  const find = (type: ObjectType, id: string): CrmObject => {
    const object = followMerges(portal, type, id);
    if (object === undefined) throw new RangeError(`There is no ${type} record ${id} in this portal.`);
    return object;
  };
  const write = (object: CrmObject, values: Readonly<Record<string, string>>, source: WriteSource): boolean =>
    updateObject(context, object, values, source).length > 0;
  const property = (type: ObjectType, name: string) => {
    const found = portal.properties[type].get(name);
    if (found === undefined) throw new RangeError(`There is no property ${name} on ${type} in this portal.`);
    return found;
  };

  const log = (
    type: 'emails' | 'calls' | 'meetings' | 'communications' | 'notes',
    contactId: string,
    values: Readonly<Record<string, string>>,
    source: WriteSource,
  ): string => {
    const contact = find('contacts', contactId);
    const at = { hs_timestamp: new Date(context.now()).toISOString() };
    const activity = createObject(context, type, { ...at, ...values }, source);
    associate(context, activity, contact, kindsBetween(type, 'contacts').slice(0, 1));
    return activity.id;
  };

  return {
    log: (type, contactId, values, by) => log(type, contactId, values, screen(by)),
    bookMeeting(contactId, startsAt) {
      const start = new Date(startsAt).toISOString();
      const values = {
        hs_timestamp: start,
        hs_meeting_title: 'Meeting booked on the calendar page',
        hs_meeting_start_time: start,
        hs_meeting_end_time: new Date(startsAt + HALF_AN_HOUR).toISOString(),
        hs_meeting_outcome: 'SCHEDULED',
        hs_engagement_source: 'MEETINGS',
      };
      return log('meetings', contactId, values, { sourceType: 'CALCULATED', sourceId: 'MEETINGS' });
    },
    assign(contactIds, ownerId, by) {
      if (ownerId !== '' && !portal.owners.has(ownerId)) {
        throw new RangeError(`There is no owner ${ownerId} in this portal.`);
      }
      const source = screen(by, contactIds.length > 1);
      const contacts = contactIds.map((id) => find('contacts', id));
      return contacts.filter((contact) => write(contact, { hubspot_owner_id: ownerId }, source)).length;
    },
    takeAway(contactId, toOwnerId = '', by) {
      write(find('contacts', contactId), { hubspot_owner_id: toOwnerId }, screen(by));
    },
    setProperties(type, id, values, by) {
      write(find(type, id), values, screen(by));
    },
    clearStatus(contactId, name, by) {
      write(find('contacts', contactId), { [name]: '' }, screen(by));
    },
    createRecord: (type, values, by) => createObject(context, type, values, screen(by)).id,
    merge: (type, primaryId, otherId, by) =>
      mergeObjects(context, find(type, primaryId), find(type, otherId), screen(by)).id,
    delete(type, id) {
      deleteObject(context, find(type, id));
    },
    restore(type, id) {
      restoreObject(context, find(type, id));
    },
    gdprDelete(contactId) {
      eraseContact(context, find('contacts', contactId));
    },
    addUser: (user) => addOwner(context, user),
    deactivateOwner(ownerId) {
      const owner = portal.owners.get(ownerId);
      if (owner === undefined) throw new RangeError(`There is no owner ${ownerId} in this portal.`);
      archiveOwner(owner, context.now());
    },
    setOptions(type, name, options) {
      const found = property(type, name);
      found.options = options.map((option, index) => ({ displayOrder: index, hidden: false, ...option }));
      found.updatedAt = context.now();
    },
    deleteProperty(type, name) {
      const found = property(type, name);
      found.archived = true;
      found.archivedAt = context.now();
    },
  };
}

/** The source that HubSpot's history shows for a change in its screens. */
function screen(by: Actor = {}, bulk = false): WriteSource {
  const userId = by.userId ?? ADMIN_USER_ID;
  return {
    sourceType: bulk ? 'CRM_UI_BULK_ACTION' : 'CRM_UI',
    sourceId: `userId:${userId}`,
    updatedByUserId: userId,
  };
}
