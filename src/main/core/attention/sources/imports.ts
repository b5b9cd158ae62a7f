import { entry, open, type AttentionSource } from '../source.ts';

/** Imports looked through: those that ask are among the latest. */
const LATEST = 200;

/** A mail of the team that would make leads, and of whose sender nobody knows; an import that cannot go on. */
export const imports: AttentionSource = ({ store }) =>
  store.imports
    .latest(LATEST)
    .filter(({ status, problem }) => status === 'asking' || (status === 'stopped' && problem !== ''))
    .map((batch) => {
      const isMail = batch.source === 'mail';
      return entry(batch.id, {
        kind: 'import',
        severity: batch.status === 'asking' ? 'question' : 'problem',
        title: isMail
          ? `${batch.name} wrote with an assistant in copy`
          : `The import of ${batch.name} stopped`,
        cause: batch.problem,
        since: batch.createdAt,
        connectionId: batch.connectionId,
        assistantId: batch.assistantId,
        actions: [open('Look at it', `/imports/${batch.id}`)],
      });
    });
