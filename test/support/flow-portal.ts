import { DEMO_ASSISTANTS } from '#hosts/demo/set-the-stage.ts';
import type { Fault } from '#sandbox/control/faults.ts';
import type { Person } from '#sandbox/control/person.ts';
import type { CrmObject, Owner } from '#sandbox/portal/model.ts';
import type { Sandbox } from '#sandbox/sandbox.ts';

const SECOND = 1_000;

type Activity = Extract<CrmObject['type'], 'notes' | 'emails' | 'tasks'>;

/** The CRM as the people of the team see it, and what they do there. */
export class FlowPortal {
  readonly sandbox: Sandbox;

  constructor(sandbox: Sandbox) {
    this.sandbox = sandbox;
  }

  /** Somebody does something in HubSpot's screens, a second after what was done before. */
  get person(): Person {
    this.sandbox.clock.advance(SECOND);
    return this.sandbox.control.person;
  }

  /** The nth working person of the team. */
  colleague(nth = 0): Owner {
    const assistants: string[] = DEMO_ASSISTANTS.map((each) => each.email);
    const people = [...this.sandbox.portal.owners.values()].filter(
      (owner) => !owner.archived && !assistants.includes(owner.email),
    );
    const owner = people[nth];
    if (owner === undefined) throw new Error(`The team has no person ${nth}.`);
    return owner;
  }

  /** The owner id of a CRM user. */
  ownerId(who: { readonly email: string }): string {
    const owner = [...this.sandbox.portal.owners.values()].find((each) => each.email === who.email);
    if (owner === undefined) throw new Error(`${who.email} is no user of the CRM.`);
    return owner.id;
  }

  /** A contact that belongs to the first colleague, unless told otherwise. */
  contact(values: Readonly<Record<string, string>> = {}): string {
    const nth = this.sandbox.portal.objects.contacts.size + 1;
    return this.person.createRecord('contacts', {
      email: `lead${nth}@customer${nth}.example`,
      firstname: 'Ana',
      lastname: `Silva${nth}`,
      hubspot_owner_id: this.colleague().id,
      ...values,
    });
  }

  contacts(count: number, values: Readonly<Record<string, string>> = {}): string[] {
    return Array.from({ length: count }, () => this.contact(values));
  }

  fault(fault: Fault): void {
    this.sandbox.control.faults.arm(fault);
  }

  record(contactId: string): CrmObject {
    const { objects, merged } = this.sandbox.portal;
    const found = objects.contacts.get(merged.contacts.get(contactId) ?? contactId);
    if (found === undefined) throw new Error(`There is no contact ${contactId}.`);
    return found;
  }

  value(contactId: string, property: string): string {
    return this.record(contactId).values[property] ?? '';
  }

  owner(contactId: string): string {
    return this.value(contactId, 'hubspot_owner_id');
  }

  /** Every value the program wrote to a property, oldest first. */
  written(contactId: string, property: string): string[] {
    const versions = this.record(contactId).history.get(property) ?? [];
    return versions
      .filter(({ source }) => source.sourceType === 'INTEGRATION')
      .map(({ value }) => value)
      .toReversed();
  }

  activities(contactId: string, type: Activity): CrmObject[] {
    const { objects, index } = this.sandbox.portal;
    const links = index.links.get(`contacts/${this.record(contactId).id}`)?.get(type);
    return [...(links?.keys() ?? [])].flatMap((id) => objects[type].get(id) ?? []);
  }

  /** The texts of the notes on a contact, oldest first. */
  notes(contactId: string): string[] {
    return this.activities(contactId, 'notes').map((note) => note.values['hs_note_body'] ?? '');
  }
}
