import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Cut, ParsedMail } from './parsed-mail.ts';
import { readHeader } from './read-mail.ts';

/** What reading one mail may take. */
interface Limits {
  readonly milliseconds: number;
  readonly megabytes: number;
}

/** More than any honest mail takes on a slow machine. */
const LIMITS: Limits = { milliseconds: 15_000, megabytes: 256 };
const MOST_WORKERS = 4;
/** A worker that has nothing to do for so long gives its memory back. */
const IDLE_TIME = 10_000;

interface Task {
  readonly source: Uint8Array;
  readonly done: (mail: ParsedMail) => void;
}

interface Reader {
  readonly worker: Worker;
  task: Task | null;
  timer: NodeJS.Timeout | null;
}

/**
 * Reads the bytes of a mail (RFC 5322 and MIME) in a worker, within bounds of time and memory. Never fails: what
 * cannot be read is left out, and `cut` says so; of a mail that breaks the bounds the header is left.
 */
export const parseMail: (source: Uint8Array) => Promise<ParsedMail> = mailReader(LIMITS);

/** Workers that read mails within the limits; they start when there is a mail, and keep no process alive. */
export function mailReader(limits: Limits): (source: Uint8Array) => Promise<ParsedMail> {
  const waiting: Task[] = [];
  const readers = new Set<Reader>();
  const most = availableParallelism() < MOST_WORKERS ? availableParallelism() : MOST_WORKERS;

  function assign(): void {
    while (waiting.length > 0) {
      const idle = [...readers].find((reader) => reader.task === null);
      if (idle === undefined && readers.size >= most) return;
      const task = waiting.shift();
      if (task !== undefined) begin(idle ?? newReader(), task);
    }
  }

  function begin(reader: Reader, task: Task): void {
    if (reader.timer !== null) clearTimeout(reader.timer);
    reader.task = task;
    reader.worker.ref();
    reader.timer = setTimeout(() => giveUp(reader, 'time'), limits.milliseconds);
    reader.worker.postMessage(task.source);
  }

  function newReader(): Reader {
    const worker = new Worker(workerFile(), { resourceLimits: { maxOldGenerationSizeMb: limits.megabytes } });
    const reader: Reader = { worker, task: null, timer: null };
    readers.add(reader);
    worker.on('message', (mail: ParsedMail) => {
      const { task } = reader;
      if (reader.timer !== null) clearTimeout(reader.timer);
      reader.task = null;
      worker.unref();
      reader.timer = setTimeout(() => void retire(reader), IDLE_TIME).unref();
      task?.done(mail);
      assign();
    });
    worker.on('error', () => giveUp(reader, 'memory'));
    return reader;
  }

  /** The mail is left at its header, the worker is thrown away. */
  function giveUp(reader: Reader, because: Cut): void {
    const { task } = reader;
    reader.task = null;
    void retire(reader);
    task?.done(readHeader(task.source, [because]));
    assign();
  }

  async function retire(reader: Reader): Promise<void> {
    readers.delete(reader);
    if (reader.timer !== null) clearTimeout(reader.timer);
    await reader.worker.terminate();
  }

  return (source) =>
    new Promise((done) => {
      waiting.push({ source, done });
      assign();
    });
}

/** Beside this file in the sources; the build puts it beside the entries, and this file perhaps a folder below. */
function workerFile(): URL {
  const here = import.meta.url;
  if (here.endsWith('.ts')) return new URL('mail-worker.ts', here);
  return new URL(here.includes('/parts/') ? '../mail-worker.js' : 'mail-worker.js', here);
}
