import { createHmac } from 'node:crypto';
import type Database from 'better-sqlite3';
import type { RecordKey } from '#core/ports/store/people.ts';
import type { Instant } from '#core/domain/time.ts';

/** Knows erased people again by a salted hash of their addresses and records. */
export class Erasures {
  readonly #db: Database.Database;
  readonly #any: Database.Statement;
  readonly #has: Database.Statement;
  readonly #add: Database.Statement;
  readonly #account: Database.Statement;
  #salt: string | null = null;

  constructor(db: Database.Database) {
    this.#db = db;
    this.#any = db.prepare('SELECT 1 FROM erased LIMIT 1');
    this.#has = db.prepare('SELECT 1 FROM erased WHERE hash = ?');
    this.#add = db.prepare(
      'INSERT INTO erased (hash, at) VALUES (?, ?) ON CONFLICT (hash) DO UPDATE SET at = excluded.at',
    );
    this.#account = db.prepare('SELECT provider, account_id AS accountId FROM connection WHERE id = ?');
  }

  hasAddress(address: string): boolean {
    return this.#isAny() && this.#has.get(this.#hashOfAddress(address)) !== undefined;
  }

  hasRecord(record: RecordKey): boolean {
    if (!this.#isAny()) return false;
    const hash = this.#hashOfRecord(record);
    return hash !== null && this.#has.get(hash) !== undefined;
  }

  add(addresses: readonly string[], records: readonly RecordKey[], at: Instant): void {
    for (const address of addresses) this.#add.run(this.#hashOfAddress(address), at);
    for (const record of records) {
      const hash = this.#hashOfRecord(record);
      if (hash !== null) this.#add.run(hash, at);
    }
  }

  lastAt(): Instant | null {
    return this.#db.prepare('SELECT max(at) FROM erased').pluck().get() as Instant | null;
  }

  /** Nobody was ever erased in most databases: intake then hashes nothing. */
  #isAny(): boolean {
    return this.#any.get() !== undefined;
  }

  #hashOfAddress(address: string): string {
    return this.#hash(`address ${address.trim().toLowerCase()}`);
  }

  /** By account, not by connection: a connection made anew has another id. null: the connection is gone. */
  #hashOfRecord({ connectionId, recordId }: RecordKey): string | null {
    const account = this.#account.get(connectionId) as { provider: string; accountId: string } | undefined;
    return account === undefined
      ? null
      : this.#hash(`record ${account.provider} ${account.accountId} ${recordId}`);
  }

  #hash(text: string): string {
    this.#salt ??= this.#db.prepare('SELECT salt FROM erasure_salt').pluck().get() as string;
    return createHmac('sha256', this.#salt).update(text).digest('hex');
  }
}
