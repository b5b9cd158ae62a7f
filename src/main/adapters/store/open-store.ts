import type { Store } from '#core/ports/store/store.ts';
import { assistantQueries, connectionQueries, scheduleQueries, userQueries } from './settings-queries.ts';
import { auditQueries } from './audit-table.ts';
import { authorisationQueries } from './authorisation-table.ts';
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
import { draftQueries } from './draft-tables.ts';
import { Erasures } from './erasures.ts';
import { importQueries } from './import-tables.ts';
import { mailboxQueries } from './mailbox-table.ts';
import { healthQueries } from './health-queries.ts';
import { humanMailQueries } from './human-mail-tables.ts';
import { leadQueries } from './lead-queries.ts';
import { outboxQueries } from './outbox-queries.ts';
import { peopleQueries } from './people-queries.ts';
import { Remembered } from './remembered.ts';
import { proposalQueries } from './proposal-tables.ts';
import { reminderQueries, tagQueries } from './remark-tables.ts';
import { responseQueries } from './response-tables.ts';
import { sendingQueries } from './sending-tables.ts';
import { Statements } from './statements.ts';
import { strayQueries } from './stray-tables.ts';
import { teachingQueries } from './teaching-tables.ts';
import { toldQueries } from './told-tables.ts';

/** The store over a database file, which can be copied while it is in use. */
export interface FileStore extends Store {
  /** Writes a copy to a new file, a part at a time; the program goes on meanwhile. */
  copyTo(file: string): Promise<void>;
}

/** Pages copied before other work gets its turn. */
const PAGES_AT_ONCE = 1_000;

/**
 * Opens the database of a data folder, made or migrated as needed; `:memory:` gives one that is gone when it is
 * closed. `now` is the program's clock in milliseconds. Throws a `StoreError` with a sentence for the user.
 */
export function openStore(options: { readonly file: string; readonly now: () => number }): FileStore {
  const db = openDatabaseFile(options.file, options.now);
  const statements = new Statements(db);
  const effectFacets = outboxFacets(statements);
  const remembered = new Remembered();
  const erasures = new Erasures(db);
  return {
    commit: createCommit(statements, leadFacets(statements), effectFacets, remembered),
    connections: connectionQueries(statements, remembered),
    audit: auditQueries(statements),
    authorisations: authorisationQueries(statements),
    assistants: assistantQueries(statements, remembered),
    mailboxes: mailboxQueries(statements, remembered),
    users: userQueries(statements),
    schedules: scheduleQueries(statements, remembered),
    leads: leadQueries(statements),
    seen: seenQueries(statements),
    journal: journalQueries(statements),
    outbox: outboxQueries(statements, effectFacets, options.now),
    mails: mailQueries(statements),
    suppressions: suppressionQueries(statements, erasures),
    history: dayCounts(statements),
    people: peopleQueries(statements, erasures),
    health: healthQueries(statements, remembered),
    humanMail: humanMailQueries(statements),
    responses: responseQueries(statements),
    tags: tagQueries(statements),
    reminders: reminderQueries(statements),
    teaching: teachingQueries(statements),
    proposals: proposalQueries(statements),
    strays: strayQueries(statements),
    told: toldQueries(statements),
    sending: sendingQueries(statements, remembered),
    drafts: draftQueries(statements, remembered),
    imports: importQueries(statements),
    notices: noticeQueries(statements),
    cursor: cursorQuery(statements),
    copyTo: async (file) => {
      await db.backup(file, { progress: () => PAGES_AT_ONCE });
    },
    close: () => {
      if (!db.open) return;
      db.pragma('optimize');
      db.close();
    },
  };
}
