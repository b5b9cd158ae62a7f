import type { Fault } from '#sandbox/control/faults.ts';
import { setRequiredProperties } from '#sandbox/hubspot/property-validation.ts';
import type { Random } from '#sandbox/world/random.ts';
import type { FaultWorld } from './fault-world.ts';
import { MAIL_FAULTS, NO_TROUBLE, type Trouble } from './protocol.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

/** Calls that write, and all calls of the API. */
const WRITES = '/batch/(create|update)$';
const ANY = '^/';
/** Calls that give a new access token. */
const RENEWALS = '^/oauth/.*/token$';
const PATHS = [WRITES, WRITES, WRITES, ANY, ANY] as const;
const PATHS_OF_AN_APP = [WRITES, WRITES, ANY, RENEWALS] as const;

interface Named {
  readonly name: string;
  readonly fault: Fault;
}

/** What goes wrong on the network and at the provider. The sums are the sandbox's own. */
export class Weather {
  readonly #world: FaultWorld;
  readonly #random: Random;
  readonly #armed = new Map<string, string>();
  #undo: (() => void | Promise<void>)[] = [];

  constructor(world: FaultWorld, random: Random) {
    this.#world = world;
    this.#random = random;
  }

  /** Some faults of the network and of the provider for the next calls. */
  arm(): void {
    if (this.#world.access.byApp && this.#random.chance(0.5)) {
      this.#world.access.expire();
      this.#world.tally.fault('access expired');
    }
    const howMany = this.#random.between(1, 3);
    for (let nth = 0; nth < howMany; nth += 1) {
      const { name, fault } = this.#random.pick(this.#kinds());
      this.#world.note(`armed ${JSON.stringify(fault)}`);
      this.#armed.set(this.#world.sandbox.control.faults.arm(fault), name);
    }
  }

  /** Nothing of the CRM answers until it clears up. */
  lose(): void {
    const { faults } = this.#world.sandbox.control;
    this.#armed.set(faults.arm({ kind: 'reset-before', times: null }), 'total loss');
  }

  /** What happens on the program's own side. */
  trouble(): Trouble {
    if (this.#random.chance(0.6)) return NO_TROUBLE;
    const mail = this.#random.chance(0.6) ? this.#random.pick(MAIL_FAULTS) : null;
    const trouble = { mail, dns: this.#random.chance(0.1), unsteadyPages: this.#random.chance(0.3) };
    if (mail !== null) this.#world.tally.fault(`mail ${mail}`);
    if (trouble.dns) this.#world.tally.fault('dns');
    if (trouble.unsteadyPages) this.#world.tally.fault('unsteady search pages');
    return trouble;
  }

  /** An admin of the CRM changes something that the program stands on. It is put right by `clear`. */
  meddle(): void {
    const { sandbox, tally, access } = this.#world;
    const { portal, control } = sandbox;
    const choice = this.#random.between(0, 5);
    if (choice === 0) {
      const scope = this.#random.pick(['crm.objects.contacts.write', 'crm.objects.contacts.read']);
      for (const token of access.tokens()) {
        token.scopes.delete(scope);
        this.#undo.push(() => void token.scopes.add(scope));
      }
      tally.fault('scope removed');
    } else if (choice === 1) {
      const name = this.#random.pick(['baton_lead_connection_status', 'baton_context']);
      control.person.deleteProperty('contacts', name);
      this.#undo.push(() => {
        const property = portal.properties.contacts.get(name);
        if (property !== undefined) Object.assign(property, { archived: false, archivedAt: null });
      });
      tally.fault('property deleted');
    } else if (choice === 2) {
      const options = portal.properties.contacts.get('hs_lead_status')?.options ?? [];
      const fewer = options.filter(({ value }) => value !== 'IN_PROGRESS' && value !== 'CONNECTED');
      control.person.setOptions('contacts', 'hs_lead_status', fewer);
      this.#undo.push(() => control.person.setOptions('contacts', 'hs_lead_status', options));
      tally.fault('option removed');
    } else if (choice === 3) {
      const [type, name] = this.#random.pick([
        ['notes', 'hs_attachment_ids'],
        ['tasks', 'hs_queue_membership_ids'],
        ['emails', 'hs_attachment_ids'],
      ] as const);
      setRequiredProperties(portal, type, [name]);
      this.#undo.push(() => setRequiredProperties(portal, type, []));
      tally.fault('validation rule');
    } else if (choice === 4) {
      access.revoke();
      this.#undo.push(() => access.renew());
      tally.fault('token revoked');
    } else {
      const minMs = this.#random.between(1, 20) * SECOND;
      control.setIndexLag({ minMs, maxMs: this.#random.between(20, 300) * SECOND });
      this.#undo.push(() => control.setIndexLag({ minMs: 0, maxMs: 0 }));
      tally.fault('search lag');
    }
  }

  /** The sky clears: what was armed is counted and ends, and what admins changed is put right. */
  async clear(): Promise<void> {
    const { faults } = this.#world.sandbox.control;
    for (const { id, happened } of faults.list())
      this.#world.tally.fault(this.#armed.get(id) ?? 'other', happened);
    faults.clear();
    this.#armed.clear();
    const undo = this.#undo;
    this.#undo = [];
    for (const each of undo) await each();
  }

  #kinds(): readonly Named[] {
    const times = this.#random.between(1, 3);
    const skip = this.#random.between(0, 3);
    const path = this.#random.pick(this.#world.access.byApp ? PATHS_OF_AN_APP : PATHS);
    const status = (code: number, more: Partial<Extract<Fault, { kind: 'status' }>> = {}): Named => ({
      name: `${code}${more.policy === undefined ? '' : ` ${more.policy}`}${more.retryAfter === undefined ? '' : ' with Retry-After'}${more.afterWrite === true ? ' after the write' : ''}`,
      fault: { kind: 'status', status: code, times, skip, path, ...more },
    });
    const policy = this.#random.pick(['TEN_SECONDLY_ROLLING', 'SECONDLY', 'DAILY']);
    const afterWrite = this.#random.chance(0.5);
    return [
      { name: 'answer dropped', fault: { kind: 'drop-after-write', times, skip, path } },
      { name: 'answer dropped', fault: { kind: 'drop-after-write', times: 8, skip, path: WRITES } },
      { name: 'reset before', fault: { kind: 'reset-before', times, skip, path } },
      { name: 'hang', fault: { kind: 'hang', ms: 30_000, times: 1, skip, path: WRITES } },
      { name: 'half a body', fault: { kind: 'half-body', times, skip, path } },
      status(502, { afterWrite }),
      status(503, { afterWrite }),
      status(504, { afterWrite }),
      status(524, { afterWrite }),
      status(423),
      status(477, { retryAfter: this.#random.between(1, 90) * 60 }),
      status(429, { policy, times: this.#random.between(1, 6) }),
      status(429, { policy, retryAfter: this.#random.between(1, 30) }),
    ];
  }
}

/** How far a clock that jumps is off afterwards, ms. */
export function jump(random: Random): number {
  return random.pick([-2 * 60 * MINUTE, -26 * 60 * MINUTE, 45 * MINUTE, 7 * 60 * MINUTE, 0, 0]);
}
