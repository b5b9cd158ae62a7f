import type { Store } from '#core/ports/store/store.ts';
import { assistantQueries, connectionQueries, scheduleQueries, userQueries } from './settings-queries.ts';
import { createCommit } from './commit.ts';
import { openDatabaseFile } from './database-file.ts';
import { leadFacets, outboxFacets } from './facets.ts';
import { dayCounts } from './day-counts.ts';
import {
  cursorQuery,
  journalQueries,
  mailQueries,
  noticeQueries,
  seenQueries,
  suppressionQueries,
} from './history-queries.ts';
import { leadQueries } from './lead-queries.ts';
import { outboxQueries } from './outbox-queries.ts';
import { Remembered } from './remembered.ts';
import { Statements } from './statements.ts';

/**
 * Opens the database of a data folder, made or migrated as needed; `:memory:` gives one that is gone when it is
 * closed. `now` is the program's clock in milliseconds. Throws a `StoreError` with a sentence for the user.
 */
export function openStore(options: { readonly file: string; readonly now: () => number }): Store {
  const db = openDatabaseFile(options.file, options.now);
  const statements = new Statements(db);
  const effectFacets = outboxFacets(statements);
  const remembered = new Remembered();
  return {
    commit: createCommit(statements, leadFacets(statements), effectFacets, remembered),
    connections: connectionQueries(statements, remembered),
    assistants: assistantQueries(statements, remembered),
    users: userQueries(statements),
    schedules: scheduleQueries(statements, remembered),
    leads: leadQueries(statements),
    seen: seenQueries(statements),
    journal: journalQueries(statements),
    outbox: outboxQueries(statements, effectFacets, options.now),
    mails: mailQueries(statements),
    suppressions: suppressionQueries(statements),
    history: dayCounts(statements),
    notices: noticeQueries(statements),
    cursor: cursorQuery(statements),
    close: () => {
      if (!db.open) return;
      db.pragma('optimize');
      db.close();
    },
  };
}
