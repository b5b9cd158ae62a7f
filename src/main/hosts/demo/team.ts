import type { Core } from '#core/core.ts';
import { HOUR, type Duration, type Instant } from '#core/domain/time.ts';
import type { Person } from './person.ts';

/** How soon the people of the team call a lead that wrote: most the same day, some after days, a few never. */
const SOON = { share: 0.75, from: HOUR, to: 20 * HOUR } as const;
const LATE = { share: 0.17, from: 30 * HOUR, to: 150 * HOUR } as const;

const MOST = 100_000;

/** The people who have the leads again after hand-back. They call, as people do, and log the call in the CRM. */
export class Team {
  readonly #core: Core;
  readonly #person: Person;
  readonly #seed: number;
  /** Since when the leads they called waited. */
  readonly #called = new Map<string, Instant>();
  #isAble = true;

  constructor(core: Core, person: Person, seed: number) {
    this.#core = core;
    this.#person = person;
    this.#seed = seed;
  }

  /** Calls every lead whose owner has got round to it by now. */
  async act(connectionId: string, now: Instant): Promise<void> {
    if (!this.#isAble) return;
    const waiting = this.#core.context.store.leads.awaitingAnswer(connectionId, null, MOST);
    const due = waiting.filter((lead) => {
      const since = lead.answerAwaitedSince;
      const delay = this.#delayOf(lead.recordId);
      return lead.custody === 'HandedBack' && since !== null && delay !== null && since + delay <= now
        ? this.#called.get(lead.id) !== since
        : false;
    });
    for (const lead of due) this.#called.set(lead.id, lead.answerAwaitedSince ?? now);
    // A CRM that is only like HubSpot may know no calls: then nobody calls.
    this.#isAble = await this.#person.logCalls(
      due.map((lead) => lead.recordId),
      now,
    );
  }

  /** The same people always take the same time; null: they never call. */
  #delayOf(contactId: string): Duration | null {
    const chance = share(`${contactId}/${this.#seed}`);
    for (const { share: part, from, to, after } of [
      { ...SOON, after: 0 },
      { ...LATE, after: SOON.share },
    ]) {
      if (chance >= after && chance < after + part) return from + ((chance - after) / part) * (to - from);
    }
    return null;
  }
}

/** A number from 0 to 1 that the text alone decides. */
function share(text: string): number {
  let hash = 2_166_136_261;
  for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 16_777_619);
  hash = Math.imul(hash ^ (hash >>> 15), 2_246_822_519);
  return ((hash ^ (hash >>> 13)) >>> 0) / 4_294_967_296;
}
