import type { z } from 'zod';
import { StoredRowInvalid } from './store-error.ts';

/** Names the row in an error. */
export interface RowName {
  readonly table: string;
  readonly id: string;
}

/** Parses a JSON column; throws `StoredRowInvalid` with table and id when it is not what was written. */
export function fromJson<T>(schema: z.ZodType<T>, text: string, row: RowName, column: string): T {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new StoredRowInvalid(row.table, row.id, column, 'holds no JSON');
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const where = issue === undefined || issue.path.length === 0 ? '' : ` (at ${issue.path.join('.')})`;
  throw new StoredRowInvalid(row.table, row.id, column, `holds something else than expected${where}`);
}

/** As `fromJson`, for a column that may be empty. */
export function fromJsonOrNull<T>(
  schema: z.ZodType<T>,
  text: string | null,
  row: RowName,
  column: string,
): T | null {
  return text === null ? null : fromJson(schema, text, row, column);
}

/** Checks a word against the list it must be of; cheap enough for every row of a long list. */
export function word<const T extends string>(
  words: readonly T[],
  value: string,
  row: RowName,
  column: string,
): T {
  if ((words as readonly string[]).includes(value)) return value as T;
  throw new StoredRowInvalid(row.table, row.id, column, `holds the unknown word "${value}"`);
}

/** As `word`, for a column that may be empty. */
export function wordOrNull<const T extends string>(
  words: readonly T[],
  value: string | null,
  row: RowName,
  column: string,
): T | null {
  return value === null ? null : word(words, value, row, column);
}

export function toFlag(value: boolean): number {
  return value ? 1 : 0;
}

export function toJsonOrNull(value: unknown): string | null {
  return value === null ? null : JSON.stringify(value);
}
