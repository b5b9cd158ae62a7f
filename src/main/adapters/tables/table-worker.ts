import { parentPort } from 'node:worker_threads';
import type { TableRow } from '#core/ports/table-files.ts';
import { readTable } from './read-table.ts';
import { Unreadable } from './unreadable.ts';

/** What the worker says. */
export type TableWords =
  | { readonly kind: 'rows'; readonly rows: readonly TableRow[] }
  | { readonly kind: 'done'; readonly format: string }
  | { readonly kind: 'unreadable'; readonly sentence: string };

const UNKNOWN = 'This file cannot be read. Choose a CSV file or a spreadsheet (.xlsx).';

/** Reads one file, apart from everything else: a hostile one takes down this thread at most. */
parentPort?.once('message', (bytes: Uint8Array) => {
  const say = (words: TableWords): void => parentPort?.postMessage(words);
  readTable(bytes, (rows) => say({ kind: 'rows', rows }))
    .then((format) => say({ kind: 'done', format }))
    .catch((error: unknown) => {
      say({ kind: 'unreadable', sentence: error instanceof Unreadable ? error.message : UNKNOWN });
    });
});
