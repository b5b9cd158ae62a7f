import type { BackupsView } from '#contract/data.ts';
import type { CoreContext } from '../context.ts';
import { DAY, type Instant } from '../domain/time.ts';
import { damagedDatabase, goOnEmpty } from '../flows/safe-keeping/damaged-database.ts';
import { BackupFailed, BackupUnusable } from '../ports/backups.ts';
import { archiveProcedures } from './archive.ts';
import { exportRows } from './export/export-rows.ts';
import { toText } from './export/to-text.ts';
import { invalid, notFound, refused } from './failures.ts';
import { api } from './implement.ts';
import { exportOf, personOf, personView } from './views/person-view.ts';

export const dataProcedures = {
  ...archiveProcedures,
  backups: api.data.backups.handler(({ context: { core } }) => backupsView(core.context)),
  backUpNow: api.data.backUpNow.handler(async ({ context: { core } }) => {
    const { backups, store, push } = core.context;
    await inSentences(async () => {
      await backups.make('by-hand');
      backups.rotate(store.people.lastErasedAt());
    });
    push(['data', 'attention']);
    return backupsView(core.context);
  }),
  restore: api.data.restore.handler(async ({ context: { core }, input }) => {
    await inSentences(() => core.context.backups.restore(input.name));
    return { done: true as const };
  }),
  goOnEmpty: api.data.goOnEmpty.handler(({ context: { core } }) => {
    goOnEmpty(core.context);
    return { done: true as const };
  }),
  findPerson: api.data.findPerson.handler(({ context: { core }, input }) => {
    const person = core.context.store.people.find(input.query);
    return person === null ? null : personView(core.context, person);
  }),
  exportPerson: api.data.exportPerson.handler(({ context: { core }, input }) => {
    const person = personOf(core.context, input.query);
    if (person === null) throw notFound('Nothing is stored about this person.');
    return exportOf(core.context, person);
  }),
  erasePerson: api.data.erasePerson.handler(({ context: { core }, input }) => {
    const { context } = core;
    const person = personOf(context, input.query);
    if (person === null) throw notFound('Nothing is stored about this person.');
    const { confirmWith, notNow } = personView(context, person);
    if (input.confirmation.trim().toLowerCase() !== confirmWith.toLowerCase()) {
      throw invalid([{ field: 'confirmation', sentence: `Confirmation: type ${confirmWith}.` }]);
    }
    if (notNow !== null) throw refused(notNow);
    context.store.people.erase(person, context.clock.now());
    for (const { connectionId, recordId } of person.records) context.snapshots.forget(connectionId, recordId);
    context.log.info('person-erased', { leads: person.leads.length });
    context.push(['leads', 'activity', 'attention', 'notices', 'data']);
    return { done: true as const };
  }),
  export: api.data.export.handler(({ context: { core }, input }) =>
    toText(exportRows(core.context, input.topic), input.format),
  ),
};

function backupsView({ backups, store, clock }: CoreContext): BackupsView {
  const list = backups.list();
  const erasedAt = store.people.lastErasedAt();
  const rotation = nextRotation(list.find((each) => each.kind === 'daily')?.at ?? null, clock.now());
  const holdsErasedUntil = (at: Instant) => (erasedAt !== null && at <= erasedAt ? rotation : null);
  return {
    folder: backups.folder,
    format: backups.format,
    backups: list.map((backup) => ({
      ...backup,
      unusable:
        backup.format > backups.format
          ? 'It was made by a newer version of Baton: install that one first.'
          : null,
      holdsErasedUntil: holdsErasedUntil(backup.at),
    })),
    setAside: backups.setAside().map((file) => ({ ...file, holdsErasedUntil: holdsErasedUntil(file.at) })),
    problem: backups.problem()?.sentence ?? null,
    damaged: damagedDatabase(store),
  };
}

/** With the next daily backup what is older than an erasure is deleted. */
function nextRotation(lastDaily: Instant | null, now: Instant): Instant {
  return lastDaily === null ? now : Math.max(now, lastDaily + DAY);
}

async function inSentences<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof BackupFailed || error instanceof BackupUnusable) throw refused(error.message);
    throw error;
  }
}
