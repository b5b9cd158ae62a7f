import { LEASE_FIELD, LEASE_GROUP } from './domain/fields/lease-field.ts';
import {
  afterReading,
  atMost,
  leaseText,
  leaseTimes,
  mayWork,
  nextMoment,
  readLeaseText,
  type Holder,
  type LeaseState,
  type LeaseTimes,
  type LeaseWords,
  type Moment,
} from './domain/crm/lease.ts';
import { MINUTE, SECOND, type Duration, type Instant } from './domain/time.ts';
import type { CrmAccess } from './crm-access.ts';
import type { Clock } from './ports/clock.ts';
import { CrmError } from './ports/crm-error.ts';
import type { CrmGateway } from './ports/crm-gateway.ts';
import type { Ids } from './ports/ids.ts';
import type { Log } from './ports/log.ts';
import type { Store } from './ports/store/store.ts';

/** How often the words in the CRM are read. */
export const LEASE_CHECK: Duration = MINUTE;
/** After a reading that failed. */
const TRY_AGAIN: Duration = 5 * SECOND;
const UNKNOWN: LeaseState = { kind: 'unknown' };

interface LeaseWorld {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  readonly me: Holder;
  /** The CRM, opened when it is first needed. */
  readonly crm: () => CrmAccess;
  readonly check: Duration;
  /** This machine may work now and could not before, or the other way round. */
  readonly onChange: (connectionId: string, state: LeaseState, before: LeaseState) => void;
}

/**
 * Which of the machines with the same CRM account works on it. The others stand by: they take nothing up, write
 * nothing and send nothing. A read-only connection takes no part: it writes nothing anyway.
 */
export class Leases {
  readonly #world: LeaseWorld;
  readonly #times: LeaseTimes;
  readonly #states = new Map<string, LeaseState>();
  readonly #looks = new Map<string, Promise<void>>();
  #moment: Moment;
  readonly #failedAt = new Map<string, Moment>();

  constructor(world: LeaseWorld) {
    this.#world = world;
    this.#times = leaseTimes(world.check);
    this.#moment = { wall: world.clock.now(), steady: world.clock.steady(), passed: 0 };
  }

  /** Whether this machine may work on the account now; asks the CRM where it is not sure. */
  async holds(connectionId: string): Promise<boolean> {
    if (this.#isFree(connectionId)) return true;
    if (this.blockedUntil(connectionId) === null) await this.look(connectionId);
    return this.#isFree(connectionId);
  }

  /** Why this machine may not write now: a sentence; null: it may. */
  whyNoWrite(connectionId: string): string | null {
    if (this.#isFree(connectionId)) return null;
    const state = this.state(connectionId);
    if (state.kind === 'standing-by') {
      return `${otherName(state.words)} works on this CRM account, so this one stands by. Press Take over here on CRM Details to work here instead.`;
    }
    if (state.kind === 'claiming') {
      return 'This machine is taking the CRM account over and begins as soon as the other one has surely stopped. Try again in a few minutes.';
    }
    return 'It is not known right now whether another machine works on this CRM account. Baton asks the CRM again by itself; try again in a moment.';
  }

  /** Until when nothing can be done here; Infinity: until another machine stops; null: it can, or asking may tell. */
  blockedUntil(connectionId: string): Instant | null {
    if (this.#isFree(connectionId)) return null;
    const { kind } = this.state(connectionId);
    if (kind === 'standing-by' || kind === 'claiming') return Infinity;
    const failedAt = this.#failedAt.get(connectionId);
    if (failedAt === undefined || atMost(failedAt, this.#now()) >= TRY_AGAIN) return null;
    return this.#world.clock.now() + TRY_AGAIN;
  }

  state(connectionId: string): LeaseState {
    return this.#states.get(connectionId) ?? UNKNOWN;
  }

  /** The machine of this program, and when a claim is through at the earliest. */
  get me(): Holder {
    return this.#world.me;
  }

  get times(): LeaseTimes {
    return this.#times;
  }

  /** After a disconnect, another token or another way of working: all is asked anew. */
  forget(connectionId: string): void {
    this.#states.delete(connectionId);
    this.#failedAt.delete(connectionId);
  }

  /** Reads the words, and writes them where that is due. */
  look(connectionId: string): Promise<void> {
    // Also while another look is under way: after a sleep it is noticed at once that time has passed.
    this.#now();
    return this.#alone(connectionId, (gateway) => this.#step(connectionId, gateway));
  }

  /** A person wants this machine to work: its words go over whatever is there. */
  async takeOver(connectionId: string): Promise<void> {
    await this.#looks.get(connectionId);
    await this.#alone(connectionId, async (gateway) => {
      const begun = this.#now();
      const text = await gateway.readFieldNote(LEASE_FIELD.name);
      if (this.#isLate(begun)) return;
      if (text === null || this.#isFree(connectionId)) return this.#step(connectionId, gateway);
      await this.#claim(connectionId, gateway, { begun, text, isByHand: true });
    });
  }

  #isFree(connectionId: string): boolean {
    return (
      mayWork(this.state(connectionId), this.#now(), this.#times) ||
      this.#world.store.connections.byId(connectionId)?.readOnly === true
    );
  }

  #now(): Moment {
    const { clock } = this.#world;
    this.#moment = nextMoment(this.#moment, clock.now(), clock.steady());
    return this.#moment;
  }

  /** One look at a time. What fails is told to the connection and tried again. */
  #alone(connectionId: string, work: (gateway: CrmGateway) => Promise<void>): Promise<void> {
    const running = this.#looks.get(connectionId);
    if (running !== undefined) return running;
    const look = this.#try(connectionId, work).finally(() => this.#looks.delete(connectionId));
    this.#looks.set(connectionId, look);
    return look;
  }

  async #try(connectionId: string, work: (gateway: CrmGateway) => Promise<void>): Promise<void> {
    const connection = this.#world.store.connections.byId(connectionId);
    if (connection === null || connection.readOnly) return;
    const gateway = await this.#world.crm().gateway(connectionId);
    if (gateway === null) return;
    try {
      await work(gateway);
      this.#failedAt.delete(connectionId);
    } catch (error) {
      if (!(error instanceof CrmError)) throw error;
      this.#failedAt.set(connectionId, this.#now());
      this.#world.crm().failedWith(connectionId, error);
    }
  }

  async #step(connectionId: string, gateway: CrmGateway): Promise<void> {
    const state = this.state(connectionId);
    const begun = this.#now();
    if (state.kind === 'unguarded' && atMost(state.at, begun) < this.#times.expiry) return;
    const text = await this.#read(connectionId, gateway, begun);
    if (text === undefined) return;
    // What was read before a sleep says nothing about now.
    if (this.#isLate(begun)) return;
    const reading = { begun, text, ended: this.#now() };
    const step = afterReading(state, reading, this.#world.me, this.#times);
    this.#set(connectionId, step.state);
    if (step.todo === 'create') await this.#create(connectionId, gateway, begun);
    if (step.todo === 'renew') await this.#renew(connectionId, gateway);
    if (step.todo === 'claim') {
      const isByHand = state.kind === 'claiming' && state.isByHand;
      await this.#claim(connectionId, gateway, { begun, text: text ?? '', isByHand });
    }
  }

  /** undefined: the key may not read properties. */
  async #read(connectionId: string, gateway: CrmGateway, at: Moment): Promise<string | null | undefined> {
    try {
      return await gateway.readFieldNote(LEASE_FIELD.name);
    } catch (error) {
      if (!isRefusal(error)) throw error;
      this.#goUnguarded(connectionId, error, null, at);
      return undefined;
    }
  }

  /** Only one can be the first: it works at once, unless it knew of another machine before. */
  async #create(connectionId: string, gateway: CrmGateway, begun: Moment): Promise<void> {
    const { kind } = this.state(connectionId);
    const isClaim = kind === 'standing-by' || kind === 'claiming';
    const words = this.#words(isClaim);
    try {
      const field = { ...LEASE_FIELD, description: leaseText(words) };
      if (!(await gateway.createNotedField(field, LEASE_GROUP))) return;
    } catch (error) {
      if (!isRefusal(error)) throw error;
      this.#goUnguarded(connectionId, error, null, begun);
      return;
    }
    if (isClaim) this.#setClaim(connectionId, null, false);
    else {
      this.#set(connectionId, {
        kind: 'working',
        since: words.since,
        checkedAt: begun,
        writtenAt: begun,
      });
    }
  }

  async #renew(connectionId: string, gateway: CrmGateway): Promise<void> {
    const state = this.state(connectionId);
    if (state.kind !== 'working') return;
    const begun = this.#now();
    try {
      const words = { ...this.#words(false), since: state.since };
      await gateway.writeFieldNote(LEASE_FIELD.name, leaseText(words));
      this.#set(connectionId, { ...state, writtenAt: begun });
    } catch (error) {
      if (!isRefusal(error)) throw error;
      this.#goUnguarded(connectionId, error, null, begun);
    }
  }

  async #claim(
    connectionId: string,
    gateway: CrmGateway,
    over: { readonly begun: Moment; readonly text: string; readonly isByHand: boolean },
  ): Promise<void> {
    try {
      await gateway.writeFieldNote(LEASE_FIELD.name, leaseText(this.#words(true)));
    } catch (error) {
      if (!isRefusal(error)) throw error;
      this.#goUnguarded(connectionId, error, over.text, over.begun);
      return;
    }
    const words = readLeaseText(over.text);
    const before = this.state(connectionId);
    const isOwn = words?.holder === this.#world.me.id;
    const others = isOwn && before.kind === 'claiming' ? before.over : isOwn ? null : words;
    this.#setClaim(connectionId, others, over.isByHand);
  }

  #setClaim(connectionId: string, over: LeaseWords | null, isByHand: boolean): void {
    this.#set(connectionId, { kind: 'claiming', writtenAt: this.#now(), over, isByHand });
  }

  /** So long after a reading somebody else may have written. */
  #isLate(begun: Moment): boolean {
    return atMost(begun, this.#now()) > this.#times.check / 2;
  }

  #words(isClaim: boolean): LeaseWords {
    const { me, clock, ids } = this.#world;
    return { holder: me.id, machine: me.name, since: clock.now(), beat: ids.next(), isClaim };
  }

  #goUnguarded(connectionId: string, error: CrmError, text: string | null, at: Moment): void {
    this.#set(connectionId, { kind: 'unguarded', because: error.message, text, at });
  }

  #set(connectionId: string, state: LeaseState): void {
    const before = this.state(connectionId);
    this.#states.set(connectionId, state);
    if (before.kind === state.kind) return;
    this.#world.log.info('lease', { connectionId, state: state.kind });
    this.#world.onChange(connectionId, state, before);
  }
}

/** The other machine in a sentence. */
export function otherName(words: LeaseWords | null): string {
  return words === null ? 'Another machine' : `Baton on ${words.machine}`;
}

/** The key may not, or the portal will not: it would be refused again. */
function isRefusal(error: unknown): error is CrmError {
  return error instanceof CrmError && (error.kind === 'forbidden' || error.kind === 'rejected');
}
