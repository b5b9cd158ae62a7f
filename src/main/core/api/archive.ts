import { ArchiveUnusable, type ArchiveReport } from '../ports/archive.ts';
import { BackupFailed } from '../ports/backups.ts';
import { refused } from './failures.ts';
import { api } from './implement.ts';

const done = { done: true as const };

/** Everything as one file, and the way back; a part of *data*. */
export const archiveProcedures = {
  exportAll: api.data.exportAll.handler(async function* ({ context: { core } }) {
    for (const part of core.context.archive.text()) {
      yield part;
      // Other work gets its turn between pieces.
      await new Promise((resolve) => setImmediate(resolve));
    }
  }),
  importBegin: api.data.importBegin.handler(({ context: { core } }) => {
    core.context.archive.begin();
    return done;
  }),
  importPart: api.data.importPart.handler(({ context: { core }, input }) =>
    inSentences(() => {
      core.context.archive.add(input.text);
      return done;
    }),
  ),
  importCheck: api.data.importCheck.handler(({ context: { core } }) =>
    inSentences(() => viewOf(core.context.archive.report())),
  ),
  importTake: api.data.importTake.handler(({ context: { core } }) =>
    inSentences(async () => {
      const report = await core.context.archive.take();
      const leads = report.topics.find(({ topic }) => topic === 'leads')?.added ?? 0;
      core.context.log.info('imported', { leads });
      return viewOf(report);
    }),
  ),
  importDrop: api.data.importDrop.handler(({ context: { core } }) => {
    core.context.archive.drop();
    return done;
  }),
};

function viewOf(report: ArchiveReport) {
  return {
    exportedAt: report.exportedAt,
    topics: report.topics.map((each) => ({ ...each })),
    refused: report.refused.map((each) => ({ ...each })),
  };
}

async function inSentences<T>(work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ArchiveUnusable || error instanceof BackupFailed) throw refused(error.message);
    throw error;
  }
}
