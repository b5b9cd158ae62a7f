import type { BackupKind, SetAsideFile } from '#core/ports/backups.ts';
import type { Instant } from '#core/domain/time.ts';

const BACKUP =
  /^baton-(\d+)-(\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d-\d{3}Z)(?:-(daily|by-hand|before-restore))?\.db$/;
const SET_ASIDE = /^baton-(damaged|restored)-(\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d-\d{3}Z)(?:-\d+)?\.db$/;

/** `baton-<format>-<time>-<kind>.db`; a migration's has no kind. */
export function backupName(format: number, at: Instant, kind: BackupKind): string {
  return `baton-${format}-${timeWord(at)}${kind === 'migration' ? '' : `-${kind}`}.db`;
}

/** What the name of a backup tells; null: it is no backup. */
export function readBackupName(name: string): { format: number; at: Instant; kind: BackupKind } | null {
  const [, format, time, kind] = BACKUP.exec(name) ?? [];
  const at = timeOf(time);
  if (format === undefined || at === null) return null;
  return { format: Number(format), at, kind: (kind as BackupKind | undefined) ?? 'migration' };
}

export function setAsideName(because: SetAsideFile['because'], at: Instant, nth: number): string {
  return `baton-${because}-${timeWord(at)}${nth === 0 ? '' : `-${nth}`}.db`;
}

/** What the name of a file that was set aside tells; null: it is none. */
export function readSetAsideName(name: string): Pick<SetAsideFile, 'because' | 'at'> | null {
  const [, because, time] = SET_ASIDE.exec(name) ?? [];
  const at = timeOf(time);
  return because === undefined || at === null ? null : { because: because as SetAsideFile['because'], at };
}

/** A moment as a part of a file name on any system. */
function timeWord(at: Instant): string {
  return new Date(at).toISOString().replaceAll(/[:.]/g, '-');
}

function timeOf(word: string | undefined): Instant | null {
  const parts = /^(.{10})T(\d\d)-(\d\d)-(\d\d)-(\d{3})Z$/.exec(word ?? '');
  if (parts === null) return null;
  const [, day, hours, minutes, seconds, rest] = parts;
  const at = Date.parse(`${day}T${hours}:${minutes}:${seconds}.${rest}Z`);
  return Number.isNaN(at) ? null : at;
}
