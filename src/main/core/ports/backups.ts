import type { Instant } from '../domain/time.ts';

/** `migration`: before a newer program changed the tables · `before-restore`: what another backup took the place of. */
export type BackupKind = 'daily' | 'by-hand' | 'migration' | 'before-restore';

/** A whole, checked copy of the database. */
export interface Backup {
  /** Its file name: what a restore is asked with. */
  readonly name: string;
  readonly kind: BackupKind;
  readonly at: Instant;
  readonly bytes: number;
  /** The format of its tables; one above `Backups.format` is of a newer program. */
  readonly format: number;
}

/** A database that was the present one and was moved out of the way. */
export interface SetAsideFile {
  readonly name: string;
  readonly because: 'damaged' | 'restored';
  readonly at: Instant;
  readonly bytes: number;
}

/** Copies of the database beside it. */
export interface Backups {
  /** The folder, for the user to find. */
  readonly folder: string;
  /** The format of tables that this program writes. */
  readonly format: number;
  /** Newest first. */
  list(): readonly Backup[];
  /** Newest first. */
  setAside(): readonly SetAsideFile[];
  /** Copies the database while the program works. Throws `BackupFailed`. */
  make(kind: Exclude<BackupKind, 'migration'>): Promise<Backup>;
  /** Why copies fail, in a sentence, and since when; null: they do not. */
  problem(): { readonly sentence: string; readonly since: Instant } | null;
  /**
   * Deletes what is more than is kept of each kind, and, once there is a newer backup, everything from before the
   * given moment, at which a person was last erased. Answers the names.
   */
  rotate(erasedAt: Instant | null): readonly string[];
  /**
   * Copies the present database, sets it aside, puts the backup in its place and starts the core on it.
   * Throws `BackupUnusable` and leaves everything as it is when the backup cannot be used.
   */
  restore(name: string): Promise<void>;
}

/** How many of each kind are kept. */
export const KEPT: Readonly<Record<BackupKind, number>> = {
  daily: 7,
  migration: 4,
  'by-hand': 7,
  'before-restore': 4,
};

/** A copy could not be made; the message is a sentence for the user. */
export class BackupFailed extends Error {
  override readonly name = 'BackupFailed';
}

/** A backup cannot be restored; the message is a sentence for the user. */
export class BackupUnusable extends Error {
  override readonly name = 'BackupUnusable';
}
