import type { CoreContext } from '../../context.ts';
import { acknowledge } from './acknowledge.ts';
import { cancelled } from '../../outbox/settle.ts';
import { addOf } from '../../outbox/deliver-adds.ts';
import type { ImportPerson, LeadImport } from '../../ports/store/imports.ts';

/** Entries put on a list in one commit, and rows taken out of the outbox. */
const ROUND = 1_000;

/** A person pressed *Start*: leads are added by the job from now on; a list is taken up at once. */
export async function startImport(core: CoreContext, batch: LeadImport): Promise<void> {
  if (batch.target !== 'leads') return takeList(core, batch);
  // A person who confirms a mail of the team confirms its sender, who is told now.
  const outbox =
    batch.status === 'asking'
      ? acknowledge(core, batch, core.store.imports.people(batch.id, {}, 0, ROUND))
      : [];
  core.store.commit({ imports: [{ ...batch, status: 'running', problem: '' }], outbox });
  core.push(['imports', 'attention']);
  core.wake();
}

/** Whoever waits to be added stays out of the CRM; what is leaving at this moment ends as it ends. */
export function stopImport(core: CoreContext, batch: LeadImport): void {
  const { store, clock } = core;
  store.commit({ imports: [{ ...batch, status: 'stopped', problem: '' }] });
  const prefix = `add/${batch.id}/`;
  for (let after = ''; ;) {
    const rows = store.outbox.inLanes(batch.connectionId ?? '', prefix, after, ROUND);
    const waiting = rows.filter(({ status }) => status === 'waiting' || status === 'held');
    store.commit({
      settlements: waiting.map((row) => cancelled(row, clock.now(), 'The import was stopped.')),
      importPeople: waiting.flatMap((row): ImportPerson[] => {
        const { importId, row: number } = addOf(row);
        const person = store.imports.person(importId, number);
        return person === null ? [] : [{ ...person, state: 'idle' }];
      }),
    });
    const last = rows.at(-1);
    if (last === undefined || rows.length < ROUND) break;
    after = last.lane;
  }
  core.push(['imports', 'activity']);
  core.wake();
}

/** Addresses of people who unsubscribed are suppressed for ever; everything else is put on *Never write to*. */
async function takeList(core: CoreContext, batch: LeadImport): Promise<void> {
  const { store, clock } = core;
  const at = clock.now();
  for (;;) {
    const people = store.imports.people(batch.id, { verdicts: ['add'], state: 'idle' }, 0, ROUND);
    if (people.length === 0) break;
    const isSuppressed = ({ email }: ImportPerson): boolean =>
      batch.target === 'unsubscribed' && email.includes('@');
    store.commit({
      suppress: people.filter(isSuppressed).map(({ email }) => ({ address: email, reason: 'imported', at })),
      exclude: people.filter((person) => !isSuppressed(person)).map(({ email }) => ({ pattern: email, at })),
      importPeople: people.map((person) => ({ ...person, state: 'added' })),
    });
    // Other work gets its turn between rounds.
    await new Promise((resolve) => setImmediate(resolve));
  }
  store.commit({ imports: [{ ...batch, status: 'done', endedAt: clock.now() }] });
  core.push(['imports', 'data']);
}
