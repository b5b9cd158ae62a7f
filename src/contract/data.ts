import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { base, instant } from './common.ts';
import { ARCHIVE_TOPICS } from './names.ts';

/** Characters of one piece of a file that is imported. */
export const MAX_IMPORT_PART = 500_000;

export const BACKUP_KINDS = ['daily', 'by-hand', 'migration', 'before-restore'] as const;

/** A whole copy of the database. */
export const backupView = z.object({
  name: z.string(),
  kind: z.enum(BACKUP_KINDS),
  at: instant,
  bytes: z.number().int(),
  /** The format of its tables. */
  format: z.number().int(),
  /** Why it cannot be restored: a sentence; null: it can. */
  unusable: z.string().nullable(),
  /** It holds people who were erased since, until this moment at the latest; null: it does not. */
  holdsErasedUntil: instant.nullable(),
});
export type BackupView = z.infer<typeof backupView>;

/** A database that was moved out of the way. */
export const setAsideView = z.object({
  name: z.string(),
  because: z.enum(['damaged', 'restored']),
  at: instant,
  bytes: z.number().int(),
  holdsErasedUntil: instant.nullable(),
});

export const backupsView = z.object({
  folder: z.string(),
  /** The format that this program writes. */
  format: z.number().int(),
  /** Newest first. */
  backups: z.array(backupView),
  setAside: z.array(setAsideView),
  /** Why the last backup failed: a sentence. */
  problem: z.string().nullable(),
  /** The database was damaged at a start and the user has not answered: its name among those set aside. */
  damaged: z.object({ name: z.string(), at: instant }).nullable(),
});
export type BackupsView = z.infer<typeof backupsView>;

/** What is stored about one person. */
export const personView = z.object({
  /** What has to be typed to erase the person. */
  confirmWith: z.string(),
  leads: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      email: z.string(),
      company: z.string(),
      state: z.string(),
      connectionName: z.string(),
      recordId: z.string(),
      recordUrl: z.string().nullable(),
    }),
  ),
  addresses: z.array(z.string()),
  recordIds: z.array(z.string()),
  counts: z.object({
    journal: z.number().int(),
    mails: z.number().int(),
    writes: z.number().int(),
    notices: z.number().int(),
  }),
  isSuppressed: z.boolean(),
  /** Why the person cannot be erased now: a sentence; null: can be. */
  notNow: z.string().nullable(),
});
export type PersonView = z.infer<typeof personView>;

export const EXPORT_TOPICS = ['leads', 'schedules', 'assistants', 'suppressions', 'activity'] as const;
export type ExportTopic = (typeof EXPORT_TOPICS)[number];
export const EXPORT_FORMATS = ['csv', 'json'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** What an import of everything would do, or did. */
export const archiveReport = z.object({
  exportedAt: instant,
  topics: z.array(
    z.object({
      topic: z.enum(ARCHIVE_TOPICS),
      added: z.number().int(),
      /** Here already: left as it is. */
      there: z.number().int(),
    }),
  ),
  refused: z.array(z.object({ count: z.number().int(), because: z.string() })),
});
export type ArchiveReportView = z.infer<typeof archiveReport>;

const done = z.object({ done: z.literal(true) });
const person = z.object({ query: z.string().trim().min(1).max(500) });

export const data = {
  backups: base.output(backupsView),
  backUpNow: base.output(backupsView),
  /** Sets the present database aside (after a backup of it) and goes on with this one. */
  restore: base.input(z.object({ name: z.string() })).output(done),
  /** The database was damaged: go on with the empty one. */
  goOnEmpty: base.output(done),
  /** By any address the person ever had, a CRM id, or the address of the record's page; null: nothing is stored. */
  findPerson: base.input(person).output(personView.nullable()),
  /** Everything stored about the person, as JSON. */
  exportPerson: base.input(person).output(z.object({ fileName: z.string(), text: z.string() })),
  /** Removes the person everywhere. `confirmation` is what `confirmWith` says. */
  erasePerson: base.input(person.extend({ confirmation: z.string() })).output(done),
  /** A file in pieces, in order. */
  export: base
    .input(z.object({ topic: z.enum(EXPORT_TOPICS), format: z.enum(EXPORT_FORMATS) }))
    .output(eventIterator(z.string())),
  /** Everything in one file, in pieces: what *Import* of another installation reads. No key is in it. */
  exportAll: base.output(eventIterator(z.string())),
  /** Begins to read such a file; its text follows in pieces. */
  importBegin: base.output(done),
  importPart: base.input(z.object({ text: z.string().max(MAX_IMPORT_PART) })).output(done),
  /** What taking it over would do. */
  importCheck: base.output(archiveReport),
  /** Takes it over in one commit; a backup is made before. */
  importTake: base.output(archiveReport),
  importDrop: base.output(done),
};
