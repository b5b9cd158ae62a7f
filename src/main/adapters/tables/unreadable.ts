import type { TableRow } from '#core/ports/table-files.ts';

/** Takes up a row; throws `Unreadable` when there are too many. */
export type TakeRow = (row: TableRow) => void;

/** Why a file cannot be read, inside the worker: a sentence. */
export class Unreadable extends Error {}
