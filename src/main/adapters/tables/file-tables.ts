import { randomUUID } from 'node:crypto';
import { Worker } from 'node:worker_threads';
import { TableUnreadable, type TableFiles, type TableRow } from '#core/ports/table-files.ts';
import type { TableWords } from './table-worker.ts';

/** What reading one file may take. */
export interface TableLimits {
  readonly bytes: number;
  readonly milliseconds: number;
  readonly megabytes: number;
}

const LIMITS: TableLimits = { bytes: 100 * 1024 * 1024, milliseconds: 120_000, megabytes: 1_500 };
/** Files begun and neither read nor dropped; the oldest goes. */
const MOST_FILES = 3;

/** Files with tables, each read in a worker of its own that ends with it. */
export function fileTables(limits: TableLimits = LIMITS): TableFiles {
  const files = new Map<string, { readonly pieces: Uint8Array[]; bytes: number }>();
  return {
    begin: () => {
      const [oldest] = files.keys();
      if (files.size >= MOST_FILES && oldest !== undefined) files.delete(oldest);
      const id = randomUUID();
      files.set(id, { pieces: [], bytes: 0 });
      return id;
    },
    add: (id, piece) => {
      const file = files.get(id);
      if (file === undefined) throw new TableUnreadable('This file is no longer known. Choose it again.');
      file.bytes += piece.length;
      if (file.bytes > limits.bytes) {
        files.delete(id);
        const most = Math.floor(limits.bytes / 1024 / 1024);
        throw new TableUnreadable(`This file is larger than ${most} MB. Split it into smaller ones.`);
      }
      file.pieces.push(piece);
    },
    read: (id, take) => {
      const file = files.get(id);
      files.delete(id);
      if (file === undefined) {
        return Promise.reject(new TableUnreadable('This file is no longer known. Choose it again.'));
      }
      return readApart(Buffer.concat(file.pieces), limits, take);
    },
    drop: (id) => {
      files.delete(id);
    },
  };
}

function readApart(
  source: Uint8Array,
  limits: TableLimits,
  take: (rows: readonly TableRow[]) => void,
): Promise<string> {
  const bytes = new Uint8Array(source);
  return new Promise((resolve, reject) => {
    const worker = new Worker(workerFile(), { resourceLimits: { maxOldGenerationSizeMb: limits.megabytes } });
    const end = (finish: () => void): void => {
      clearTimeout(timer);
      void worker.terminate();
      finish();
    };
    const fail = (sentence: string): void => end(() => reject(new TableUnreadable(sentence)));
    const timer = setTimeout(
      () => fail('Reading this file takes too long. Save it as CSV, or split it.'),
      limits.milliseconds,
    );
    worker.on('message', (words: TableWords) => {
      if (words.kind === 'unreadable') fail(words.sentence);
      else if (words.kind === 'done') end(() => resolve(words.format));
      else {
        try {
          take(words.rows);
        } catch (error) {
          end(() => reject(error instanceof Error ? error : new Error(String(error))));
        }
      }
    });
    worker.on('error', () => fail('This file takes more memory than there is for it. Save it as CSV.'));
    worker.postMessage(bytes, [bytes.buffer]);
  });
}

/** Beside this file in the sources; the build puts it beside the entries, and this file perhaps a folder below. */
function workerFile(): URL {
  const here = import.meta.url;
  if (here.endsWith('.ts')) return new URL('table-worker.ts', here);
  return new URL(here.includes('/parts/') ? '../table-worker.js' : 'table-worker.js', here);
}
