import { z } from 'zod';
import { DAY, HOUR, MINUTE, SECOND, type Duration, type Instant } from '#core/domain/time.ts';
import { CrmError } from '#core/ports/crm-error.ts';
import type { GatewayMemory, LookThrough } from '#core/ports/crm-gateway.ts';
import { paths } from './paths.ts';
import { ASSIGNED_AT, MODIFIED_AT, OWNER } from './properties.ts';
import type { Transport } from './transport.ts';
import { crmObject, idText, instantOf, paging, type CrmObject } from './values.ts';

const PAGE_SIZE = 100;
/** Pages of one slice: other work gets its turn between slices. */
const SLICE_PAGES = 20;
/** Slices follow each other no faster than this. */
const SLICE_EVERY: Duration = 4 * SECOND;
/** The part of the day's allowance that looking through may take. */
const SHARE = 0.1;
/** What an account may call a day at least, until its answers tell. */
const USUAL_DAY = 250_000;
const SHORTEST_REST: Duration = MINUTE;
/** A rest that is said to last longer comes from a clock that was set back. */
const LONGEST_REST: Duration = 2 * DAY;

const page = z.object({ results: z.array(crmObject), paging });

/** A contact that somebody watched for: of one of the owners, or naming one of the values. */
export interface WalkedContact {
  readonly recordId: string;
  readonly ownerId: string;
  readonly value: string;
  /** null: it came with its owner. */
  readonly assignedAt: Instant | null;
  readonly modifiedAt: Instant | null;
  readonly createdAt: Instant | null;
}

/** Whose contacts are looked for. */
export interface Watched {
  readonly ownerIds?: readonly string[];
  readonly property?: { readonly name: string; readonly values: readonly string[] };
}

/** Where the walk stands, as it is kept from one start of the program to the next. */
const kept = z.object({
  ownerIds: z.array(idText),
  property: z.string().nullable(),
  values: z.array(z.string()),
  after: z.string(),
  looked: z.number(),
  restUntil: z.number().nullable(),
  isWholeOnce: z.boolean(),
});
type Kept = z.infer<typeof kept>;

const START: Kept = {
  ownerIds: [],
  property: null,
  values: [],
  after: '',
  looked: 0,
  restUntil: null,
  isWholeOnce: false,
};

interface WalkWorld {
  readonly transport: Transport;
  readonly memory: GatewayMemory | null;
  readonly wallNow: () => Instant;
}

/**
 * Looks through all contacts of a portal with GET, a slice at a time, again and again, and remembers those that are
 * watched for. HubSpot lists contacts by id alone, so this is what takes the place of a search where no POST may
 * leave. It is dear: between two rounds it rests, so that a tenth of the day's allowance is enough.
 */
export class ContactWalk {
  readonly #world: WalkWorld;
  #state: Kept;
  #isWhole = false;
  /** Begun at the first contact since the program started. */
  #isFullRound: boolean;
  #round = 0;
  #version = 0;
  readonly #found = new Map<string, { readonly contact: WalkedContact; readonly round: number }>();
  #slicedAt: Instant | null = null;
  #slice: Promise<void> | null = null;

  constructor(world: WalkWorld) {
    this.#world = world;
    const state = readKept(world.memory?.read() ?? null);
    // An unfinished first round is begun again: what it found was in memory only.
    this.#state = state.isWholeOnce ? state : { ...state, after: '', looked: 0, restUntil: null };
    this.#isFullRound = this.#state.after === '';
  }

  get progress(): LookThrough {
    const { looked } = this.#state;
    return { looked, isWhole: this.#isWhole, againAt: this.#restUntil() };
  }

  /** Changes whenever the found contacts may have. */
  get version(): number {
    return this.#version;
  }

  get found(): WalkedContact[] {
    return [...this.#found.values()].map(({ contact }) => contact);
  }

  /** Goes on by one slice where it is time for one. Whoever is new among the watched begins the round anew. */
  async goOn(watched: Watched): Promise<void> {
    this.#watch(watched);
    this.#slice ??= this.#walkSlice().finally(() => {
      this.#slice = null;
    });
    await this.#slice;
  }

  #watch({ ownerIds = [], property }: Watched): void {
    const state = this.#state;
    const owners = new Set([...state.ownerIds, ...ownerIds]);
    const isOther = property !== undefined && property.name !== state.property;
    const values = new Set([...(isOther ? [] : state.values), ...(property?.values ?? [])]);
    if (!isOther && owners.size === state.ownerIds.length && values.size === state.values.length) return;
    this.#state = {
      ...START,
      ownerIds: [...owners],
      property: property?.name ?? state.property,
      values: [...values],
    };
    this.#isWhole = false;
    this.#isFullRound = true;
    this.#slicedAt = null;
    this.#round += 1;
  }

  #restUntil(): Instant | null {
    const { restUntil } = this.#state;
    const now = this.#world.wallNow();
    return restUntil !== null && now < restUntil && restUntil < now + LONGEST_REST ? restUntil : null;
  }

  async #walkSlice(): Promise<void> {
    const now = this.#world.wallNow();
    const since = this.#slicedAt === null ? SLICE_EVERY : now - this.#slicedAt;
    // A clock that was set back must not make it wait.
    if (this.#restUntil() !== null || (0 <= since && since < SLICE_EVERY)) return;
    this.#slicedAt = now;
    if (this.#state.restUntil !== null) this.#beginRound();
    const round = this.#round;
    try {
      for (let nth = 0; nth < SLICE_PAGES; nth += 1) {
        const isLast = await this.#walkPage(round);
        if (round !== this.#round || isLast) break;
      }
    } finally {
      this.#world.memory?.write(JSON.stringify(this.#state));
    }
  }

  #beginRound(): void {
    this.#state = { ...this.#state, after: '', looked: 0, restUntil: null };
    this.#isFullRound = true;
    this.#round += 1;
  }

  /** Reads one page; answers whether it was the last one. */
  async #walkPage(round: number): Promise<boolean> {
    const { after } = this.#state;
    const read = await this.#read(after);
    // Somebody new is watched for meanwhile: the round began anew.
    if (round !== this.#round) return false;
    this.#version += 1;
    for (const contact of read.results) this.#keep(contact);
    const next = read.paging?.next?.after ?? null;
    const looked = this.#state.looked + read.results.length;
    this.#state = { ...this.#state, looked, after: next ?? '' };
    if (next === null || next === after) this.#endRound();
    return next === null || next === after;
  }

  async #read(after: string): Promise<z.output<typeof page>> {
    const { property } = this.#state;
    const properties = [OWNER, ASSIGNED_AT, MODIFIED_AT, ...(property === null ? [] : [property])];
    try {
      return await this.#world.transport.send(
        {
          method: 'GET',
          path: paths.objects('contacts'),
          query: [
            ['limit', String(PAGE_SIZE)],
            ['properties', properties.join(',')],
            ...(after === '' ? [] : [['after', after] as const]),
          ],
          doing: 'to list the contacts',
          isWrite: false,
          purpose: 'look-through',
          policy: 'burst',
          urgency: 'background',
        },
        page,
      );
    } catch (error) {
      // A place in the list that HubSpot no longer knows: the round begins anew.
      if (error instanceof CrmError && error.kind === 'rejected' && after !== '') this.#beginRound();
      throw error;
    }
  }

  #keep(object: CrmObject): void {
    const { ownerIds, property, values } = this.#state;
    const ownerId = object.properties[OWNER] ?? '';
    const value = property === null ? '' : (object.properties[property] ?? '');
    if (!ownerIds.includes(ownerId) && !values.includes(value)) {
      this.#found.delete(object.id);
      return;
    }
    const contact: WalkedContact = {
      recordId: object.id,
      ownerId,
      value,
      assignedAt: instantOf(object.properties[ASSIGNED_AT]),
      modifiedAt: instantOf(object.properties[MODIFIED_AT]),
      createdAt: instantOf(object.createdAt),
    };
    this.#found.set(object.id, { contact, round: this.#round });
  }

  /** What did not come up in a whole round is deleted, merged, or nobody's any more. */
  #endRound(): void {
    if (this.#isFullRound) {
      for (const [id, { round }] of this.#found) if (round !== this.#round) this.#found.delete(id);
      this.#isWhole = true;
    }
    this.#state = {
      ...this.#state,
      isWholeOnce: true,
      restUntil: this.#world.wallNow() + this.#rest(),
    };
  }

  #rest(): Duration {
    const { day } = this.#world.transport.traffic.budget(this.#world.wallNow());
    const calls = Math.ceil(this.#state.looked / PAGE_SIZE);
    const rest = Math.max(SHORTEST_REST, (calls * DAY) / (SHARE * (day?.max ?? USUAL_DAY)));
    const isScarce = day !== null && day.remaining < day.max * SHARE;
    return Math.min(LONGEST_REST - 1, Math.round(isScarce ? Math.max(rest, HOUR) : rest));
  }
}

function readKept(text: string | null): Kept {
  if (text === null || text === '') return START;
  const read = kept.safeParse(JSON.parse(text));
  return read.success ? read.data : START;
}
