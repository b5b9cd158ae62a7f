import type { CoreContext } from '../../context.ts';
import { decideAdd } from '../../domain/import/decide-add.ts';
import { SECOND, type Duration, type Instant } from '../../domain/time.ts';
import { assistantsOf } from '../../outbox/deliver-adds.ts';
import type { Change } from '../../ports/store/change.ts';
import type { ImportPerson, LeadImport } from '../../ports/store/imports.ts';
import { importFinished } from '../notices/tell-of-work.ts';
import type { Connection, OutboxDraft } from '../../ports/store/rows.ts';
import { whyReadOnly } from '../../read-only.ts';

/** People looked up at once, and those on their way into the CRM at most: so many that a batch is always full. */
const LOOK_ROUND = 400;
const MOST_ON_THEIR_WAY = 300;

/** How long what cannot go on now is left alone. */
const LOOK_AGAIN: Duration = 2 * SECOND;

/**
 * Imports that are under way: the CRM is asked for the addresses of a file, so that the dry report is whole; after
 * *Start* people are handed to the outbox, a few hundred at a time. All of it stands in the store, so a restart goes
 * on where it was.
 */
export class Imports {
  readonly #core: CoreContext;
  #notBefore: Instant = -Infinity;

  constructor(core: CoreContext) {
    this.#core = core;
  }

  /** When there is something to do next; null: nothing is under way. */
  nextAt(now: Instant): Instant | null {
    if (this.#core.store.imports.underWay().length === 0) return null;
    // A clock that was set back must silence nothing.
    return this.#notBefore > now + LOOK_AGAIN ? now : Math.max(now, this.#notBefore);
  }

  async run(): Promise<void> {
    let isMore = false;
    for (const batch of this.#core.store.imports.underWay()) {
      const goesOn = batch.status === 'checking' ? await this.#look(batch) : this.#feed(batch);
      isMore ||= goesOn;
    }
    this.#notBefore = isMore ? -Infinity : this.#core.clock.now() + LOOK_AGAIN;
    this.#core.push(['imports']);
  }

  /** Asks the CRM for some addresses. True: there is more to ask now. */
  async #look(batch: LeadImport): Promise<boolean> {
    const { store, crm } = this.#core;
    const connection = connectionOf(this.#core, batch);
    if (connection === null) return this.#stand(batch, 'The connection was removed.');
    const people = store.imports.people(batch.id, { verdicts: ['add'], looked: false }, 0, LOOK_ROUND);
    if (people.length === 0) {
      store.commit({ imports: [{ ...batch, status: 'checked' }] });
      return false;
    }
    const records = await crm.during(connection.id, (gateway) =>
      gateway.findByAddress(
        people.map(({ email }) => email),
        connection.fieldNames,
      ),
    );
    if (records === null || store.imports.byId(batch.id)?.status !== 'checking') return false;
    const { assistant, others } = assistantsOf(this.#core, connection, batch);
    const { assignment, guardOn } = connection;
    const importPeople = people.flatMap((asked): ImportPerson[] => {
      const person = store.imports.person(batch.id, asked.row);
      // Erased meanwhile, or another one since the columns were corrected.
      if (person === null || person.email !== asked.email) return [];
      const record = records.get(person.email) ?? null;
      const known = { ...person, looked: true, recordId: record?.id ?? null };
      if (assistant === null) return [known];
      return [{ ...known, ...decideAdd({ assistant, others, assignment, guardOn, record }).judgement }];
    });
    store.commit({ importPeople });
    return true;
  }

  /** Hands people to the outbox as room comes free. True: there is more to hand over now. */
  #feed(batch: LeadImport): boolean {
    const { store } = this.#core;
    const connection = connectionOf(this.#core, batch);
    const because = connection === null ? 'The connection was removed.' : whyReadOnly(connection);
    if (connection === null || because !== null) return this.#stand(batch, because ?? '');
    const onTheirWay = count(this.#core, batch, 'queued');
    const room = MOST_ON_THEIR_WAY - onTheirWay;
    const people =
      room < MOST_ON_THEIR_WAY / 2
        ? []
        : store.imports.people(batch.id, { verdicts: ['add', 'assign'], state: 'idle' }, 0, room);
    if (people.length > 0) {
      queueAdds(this.#core, connection.id, people);
      return false;
    }
    if (onTheirWay > 0) return false;
    const done: LeadImport = { ...batch, status: 'done', endedAt: this.#core.clock.now() };
    const { change, show } = importFinished(this.#core, done);
    store.commit({ ...change, imports: [done] });
    show();
    return false;
  }

  /** It cannot go on until a person acts. */
  #stand(batch: LeadImport, problem: string): false {
    this.#core.store.commit({ imports: [{ ...batch, status: 'stopped', problem }] });
    return false;
  }
}

function connectionOf(core: CoreContext, { connectionId }: LeadImport): Connection | null {
  return connectionId === null ? null : core.store.connections.byId(connectionId);
}

/** How many people of an import are in a state. */
export function count(core: CoreContext, { id }: LeadImport, state: ImportPerson['state']): number {
  return core.store.imports.tally(id).reduce((sum, each) => sum + (each.state === state ? each.count : 0), 0);
}

/** Hands people to the outbox: each once, in one commit with what is noted of them. */
export function queueAdds(
  core: CoreContext,
  connectionId: string,
  people: readonly ImportPerson[],
  beside: Pick<Change, 'imports' | 'importPeople' | 'outbox'> = {},
): void {
  core.store.commit({
    ...beside,
    importPeople: [
      ...(beside.importPeople ?? []),
      ...people.map((person): ImportPerson => ({ ...person, state: 'queued', reason: '' })),
    ],
    outbox: [...(beside.outbox ?? []), ...people.map((person) => draftOf(core, connectionId, person))],
  });
  core.push(['imports', 'activity']);
  core.wake();
}

function draftOf(core: CoreContext, connectionId: string, { importId, row }: ImportPerson): OutboxDraft {
  return {
    // A person who was stopped and started again has a row for each time.
    key: `add:${importId}:${row}:${core.ids.next()}`,
    connectionId,
    leadId: null,
    recordId: null,
    journalId: null,
    effect: { kind: 'crm-add', importId, row },
    lane: laneOfAdd(importId, row),
    priority: 1,
    createdAt: core.clock.now(),
  };
}

function laneOfAdd(importId: string, row: number): string {
  return `add/${importId}/${row}`;
}
