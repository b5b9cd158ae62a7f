import type { BackupView, ExportTopic, PersonView } from '#contract/data.ts';
import type { ArchiveTopic } from '#contract/names.ts';

/** What a kind of backup is called. */
export const KIND_WORDS: Readonly<Record<BackupView['kind'], string>> = {
  daily: 'Daily',
  'by-hand': 'By hand',
  migration: 'Before an update',
  'before-restore': 'Before a restore',
};

export const TOPIC_WORDS: Readonly<Record<ExportTopic, string>> = {
  leads: 'Leads',
  schedules: 'Schedules',
  assistants: 'Assistants',
  suppressions: 'Addresses never written to',
  activity: 'Activity',
};

/** How much is stored about one person: "3 mails, 1 write to the CRM, …". */
export function storedWords({ mails, writes, journal, notices }: PersonView['counts']): string {
  const count = (of: number, one: string, many: string): string =>
    `${of.toLocaleString()} ${of === 1 ? one : many}`;
  return `${count(mails, 'mail', 'mails')}, ${count(writes, 'write', 'writes')} to the CRM, ${count(journal, 'journal entry', 'journal entries')}, ${count(notices, 'notice', 'notices')}.`;
}

const UNITS = ['bytes', 'KB', 'MB', 'GB', 'TB'] as const;

/** A size for a person: `48 MB`. */
export function sizeWords(bytes: number): string {
  let size = bytes;
  let unit = 0;
  while (size >= 1024 && unit < UNITS.length - 1) {
    size /= 1024;
    unit += 1;
  }
  const digits = unit > 0 && size < 10 ? 1 : 0;
  return `${size.toFixed(digits)} ${UNITS[unit] ?? ''}`;
}

/** What an import tells of, in words. */
export const ARCHIVE_WORDS: Readonly<Record<ArchiveTopic, string>> = {
  connections: 'CRM accounts',
  assistants: 'Assistants',
  schedules: 'Schedules',
  leads: 'Leads',
  mails: 'Mails',
  history: 'History of leads',
  writes: 'Activity',
  suppressions: 'Addresses never written to',
};
