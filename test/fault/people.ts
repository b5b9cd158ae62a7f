import type { Owner } from '#sandbox/portal/model.ts';
import type { ReplyKind } from '#sandbox/world/mail-types.ts';
import { REPLY_KINDS } from '#sandbox/world/mail-types.ts';
import type { Random } from '#sandbox/world/random.ts';
import type { FaultWorld } from './fault-world.ts';
import { answered } from './ledger.ts';

const SECOND = 1_000;
const STATUS = 'baton_lead_connection_status';
const ASSISTANTS: readonly string[] = ['rosie.hart@demo.example', 'miles.okafor@demo.example'];

/** Buttons of the app that people press on leads. */
const BUTTONS = ['mark-hot', 'mark-responded', 'stop', 'continue', 'restart', 'hand-back'] as const;

/** The people around the program: they assign contacts, change their minds, merge, delete, answer. */
export class People {
  readonly #world: FaultWorld;
  readonly #random: Random;
  readonly #contacts: string[] = [];

  constructor(world: FaultWorld, random: Random) {
    this.#world = world;
    this.#random = random;
  }

  /** New contacts, given to an assistant at once. */
  assignNew(count: number): void {
    const { sandbox } = this.#world;
    const ids = Array.from({ length: count }, () => {
      const nth = this.#contacts.length + 1;
      const id = this.#person.createRecord('contacts', {
        email: this.#random.chance(0.03) ? `nobody${nth}` : `lead${nth}@customer${nth}.example`,
        firstname: 'Ana',
        lastname: `Silva${nth}`,
        company: `Customer ${nth}`,
        hubspot_owner_id: this.#colleague().id,
      });
      this.#contacts.push(id);
      return id;
    });
    sandbox.clock.advance(SECOND);
    this.#person.assign(ids, this.#assistant().id);
  }

  /** One of the things people do to records that an assistant may be working on. */
  meddle(): void {
    const id = this.#live();
    if (id === null) return;
    const choice = this.#random.next();
    const { person } = this.#world.sandbox.control;
    this.#world.sandbox.clock.advance(SECOND);
    this.#world.note(`people: ${choice.toFixed(2)} on ${id}`);
    if (choice < 0.2) person.takeAway(id, this.#colleague().id);
    else if (choice < 0.26) person.takeAway(id);
    else if (choice < 0.38) person.assign([id], this.#assistant().id);
    else if (choice < 0.5) {
      person.clearStatus(id, STATUS);
      person.takeAway(id, this.#colleague().id);
      this.#world.sandbox.clock.advance(SECOND);
      person.assign([id], this.#assistant().id);
    } else if (choice < 0.62) this.#merge(id);
    else if (choice < 0.7) person.delete('contacts', id);
    else if (choice < 0.74) person.gdprDelete(id);
    else if (choice < 0.84)
      person.setProperties('contacts', id, { company: `Customer ${this.#random.between(1, 99)}` });
    else if (choice < 0.9) {
      const address = `second${this.#random.between(1, 9_999)}@customer.example`;
      person.setProperties('contacts', id, { email: address });
    } else this.#answer(id);
  }

  /** A prospect answers the last mail now, if there was one. */
  answer(): void {
    const id = this.#live();
    if (id !== null) this.#answer(id);
  }

  /** A button of the app, on a lead of the list. */
  async press(): Promise<void> {
    const rows = await this.#world.leads();
    if (rows.length === 0) return;
    const lead = this.#random.pick(rows);
    const target = { kind: 'ids', ids: [lead.id] };
    const action = this.#random.pick(BUTTONS);
    const wish = { action, target, scheduleId: null, assistantId: null };
    const answer = answered(await this.#world.press('leads.act', wish));
    if (action === 'restart') this.#world.ledger.handOvers.push({ leadId: lead.id, action, answer });
  }

  get #person() {
    this.#world.sandbox.clock.advance(SECOND);
    return this.#world.sandbox.control.person;
  }

  #answer(id: string): void {
    const address = this.#world.sandbox.portal.objects.contacts.get(id)?.values['email'] ?? '';
    this.#world.sandbox.clock.advance(SECOND);
    this.#world.sandbox.mail.advanceTo(this.#world.now);
    const kind: ReplyKind = this.#random.pick(REPLY_KINDS);
    if (address !== '') this.#world.sandbox.mail.answerNow(address, kind);
  }

  #merge(id: string): void {
    const other = this.#live();
    if (other === null || other === id) return;
    this.#contacts.push(this.#person.merge('contacts', id, other));
  }

  #live(): string | null {
    const { contacts } = this.#world.sandbox.portal.objects;
    const live = this.#contacts.filter((id) => contacts.get(id)?.archivedAt === null);
    return live.length === 0 ? null : this.#random.pick(live);
  }

  #colleague(): Owner {
    return this.#random.pick(this.#owners((owner) => !ASSISTANTS.includes(owner.email)));
  }

  #assistant(): Owner {
    return this.#random.pick(this.#owners((owner) => ASSISTANTS.includes(owner.email)));
  }

  #owners(are: (owner: Owner) => boolean): Owner[] {
    return [...this.#world.sandbox.portal.owners.values()].filter((owner) => !owner.archived && are(owner));
  }
}
