import type { CrmRecord } from '../domain/leads/facts.ts';
import type { Instant } from '../domain/time.ts';

/** A record as last read, kept for a moment so that a write need not read it again. */
export interface Snapshot {
  readonly record: CrmRecord;
  readonly at: Instant;
}

const LIMIT = 20_000;

/** The last reads, by connection and record. In memory only: a miss costs one read. */
export class Snapshots {
  readonly #byRecord = new Map<string, Snapshot>();

  put(connectionId: string, record: CrmRecord, at: Instant): void {
    const key = `${connectionId}/${record.id}`;
    this.#byRecord.delete(key);
    this.#byRecord.set(key, { record, at });
    if (this.#byRecord.size > LIMIT) {
      const oldest = this.#byRecord.keys().next().value;
      if (oldest !== undefined) this.#byRecord.delete(oldest);
    }
  }

  /** The record if it was read at or after the given time. */
  fresh(connectionId: string, recordId: string, notBefore: Instant): CrmRecord | null {
    const found = this.#byRecord.get(`${connectionId}/${recordId}`);
    return found !== undefined && found.at >= notBefore ? found.record : null;
  }

  /** After our own write: the values it now has, without reading again. */
  patch(connectionId: string, recordId: string, change: Partial<CrmRecord>): void {
    const key = `${connectionId}/${recordId}`;
    const found = this.#byRecord.get(key);
    if (found !== undefined)
      this.#byRecord.set(key, { record: { ...found.record, ...change }, at: found.at });
  }

  forget(connectionId: string, recordId: string): void {
    this.#byRecord.delete(`${connectionId}/${recordId}`);
  }
}
