import type { SandboxControl } from '../control/control.ts';
import { validateProperties } from '../hubspot/property-validation.ts';
import type { CrmObject, Portal } from '../portal/model.ts';
import { REPLY_KINDS } from '../world/mail-types.ts';
import type { MailWorld } from '../world/mail-world.ts';
import { ownerName } from './crm-words.ts';
import { ourFields } from './our-fields.ts';
import { chosenOwner } from './owner-select.ts';

/** What the screens act on. */
export interface ScreenWorld {
  readonly portal: Portal;
  readonly control: SandboxControl;
  readonly mail: MailWorld;
  now(): number;
}

type Form = Readonly<Record<string, string>>;

/** A form that cannot be carried out; the message is for the page. */
export class FormProblem extends Error {}

/** What came of a form: a word of `DONE`, and the contact to show. */
export interface Done {
  readonly done: keyof typeof DONE;
  readonly contactId: string;
}

/** What the page says after a form; in the address it is only the word. */
export const DONE = {
  assigned: 'The owner was changed.',
  'taken-away': 'The contact was taken away from its owner.',
  cleared: 'Lead Connection Status was cleared.',
  saved: 'The fields were saved.',
  merged: 'The two contacts are one now, under a new number.',
  deleted: 'The contact was deleted.',
  restored: 'The contact is back.',
  answered: 'The answer is in the mailbox of its assistant. It appears here when it has been read.',
} as const;

type Action = (world: ScreenWorld, contact: CrmObject, form: Form) => Done;

/** The forms of a contact's page by the last part of their address. */
export const RECORD_ACTIONS: ReadonlyMap<string, Action> = new Map<string, Action>([
  [
    'assign',
    ({ portal, control }, { id }, form) => {
      const owner = chosenOwner(portal, form['owner']);
      if (owner === null) throw new FormProblem('Owner: choose an active user, or Nobody.');
      if (control.person.assign([id], owner) === 0) {
        throw new FormProblem(`The contact belongs to ${ownerName(portal, owner)} already.`);
      }
      return { done: 'assigned', contactId: id };
    },
  ],
  [
    'take-away',
    ({ control }, { id }) => {
      control.person.takeAway(id);
      return { done: 'taken-away', contactId: id };
    },
  ],
  [
    'clear-status',
    ({ portal, control }, { id }) => {
      const { status } = ourFields(portal);
      if (status === null) throw new FormProblem('This CRM has no property Lead Connection Status yet.');
      control.person.clearStatus(id, status.name);
      return { done: 'cleared', contactId: id };
    },
  ],
  [
    'fields',
    ({ portal, control }, { id }, form) => {
      control.person.setProperties('contacts', id, fieldValues(portal, form));
      return { done: 'saved', contactId: id };
    },
  ],
  [
    'merge',
    ({ portal, control }, { id }, form) => {
      const other = (form['other'] ?? '').trim();
      if (other === id) throw new FormProblem('Number of the other contact: this is the contact itself.');
      if (portal.objects.contacts.get(other)?.archivedAt !== null) {
        throw new FormProblem(
          `Number of the other contact: there is no contact "${other}". The number stands on its page.`,
        );
      }
      return { done: 'merged', contactId: control.person.merge('contacts', id, other) };
    },
  ],
  [
    'delete',
    ({ control }, { id }) => {
      control.person.delete('contacts', id);
      return { done: 'deleted', contactId: id };
    },
  ],
  [
    'restore',
    ({ control }, { id }) => {
      control.person.restore('contacts', id);
      return { done: 'restored', contactId: id };
    },
  ],
  [
    'answer',
    ({ mail }, contact, form) => {
      const kind = REPLY_KINDS.find((each) => each === form['kind']);
      if (kind === undefined) throw new FormProblem('The prospect answers: choose one of the answers.');
      const address = answeringAddress(mail, contact);
      if (address === null || mail.answerNow(address, kind) === null) {
        throw new FormProblem('No mail was sent to this contact yet, so there is nothing to answer.');
      }
      return { done: 'answered', contactId: contact.id };
    },
  ],
]);

/** The address of a contact that got the latest mail; null: none was sent to it. */
export function answeringAddress(mail: MailWorld, { values }: CrmObject): string | null {
  const addresses = new Set(
    [values['email'] ?? '', ...(values['hs_additional_emails'] ?? '').split(';')].map(keyOf).filter(Boolean),
  );
  const sent = mail.all().sent.findLast(({ to }) => to.some(({ address }) => addresses.has(keyOf(address))));
  return sent?.to.map(({ address }) => keyOf(address)).find((address) => addresses.has(address)) ?? null;
}

const keyOf = (address: string): string => address.trim().toLowerCase();

/** The values of the form that may be changed there, as the portal takes them. */
function fieldValues(portal: Portal, form: Form): Record<string, string> {
  const { context, choices } = ourFields(portal);
  const values: Record<string, string> = {};
  for (const property of [...(context === null ? [] : [context]), ...choices]) {
    const value = form[property.name];
    if (value === undefined) continue;
    const isOffered = value === '' || property.options.some((each) => each.value === value);
    if (property.type === 'enumeration' && !isOffered) {
      throw new FormProblem(`${property.label}: choose one of its options.`);
    }
    // Forms send every line break as CR LF.
    values[property.name] = value.replaceAll('\r\n', '\n').trim();
  }
  validateProperties(portal, 'contacts', values, 'update');
  return values;
}
