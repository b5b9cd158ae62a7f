import { closeSync, mkdirSync, openSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';
import type { Log } from '#core/ports/log.ts';

const LARGEST = 10 * 1024 * 1024;
const KEPT = 5;

/** The log of a data folder: JSON lines, rotated by size at the start and while the program runs, with an end for the last lines. */
export interface FileLog extends Log {
  close(): void;
}

/**
 * Opens `logs/baton.log` in the folder; at `largest` bytes it becomes `baton.log.1`, and five of those are kept. What
 * looks like a credential or an e-mail address is never written, and long texts are cut.
 */
export function fileLog(directory: string, { largest = LARGEST } = {}): FileLog {
  const folder = join(directory, 'logs');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, 'baton.log');
  const lines = new RotatingFile(file, largest);
  const logger = pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime }, lines);
  return {
    info: (event, data) => logger.info(cleanData(data), event),
    warn: (event, data) => logger.warn(cleanData(data), event),
    error: (event, error, data) => logger.error({ ...cleanData(data), error: describe(error) }, event),
    close: () => lines.close(),
  };
}

/** Writes each line at once: what was logged before a crash is what tells why. */
class RotatingFile {
  readonly #file: string;
  readonly #largest: number;
  #handle: number | null = null;
  #size = 0;

  constructor(file: string, largest: number) {
    this.#file = file;
    this.#largest = largest;
  }

  write(line: string): void {
    try {
      this.#handle ??= this.#open();
      writeSync(this.#handle, line);
      this.#size += Buffer.byteLength(line);
      if (this.#size >= this.#largest) this.close();
    } catch {
      // On a full disk the line is lost; the work that it tells of must not be.
      this.close();
    }
  }

  close(): void {
    if (this.#handle !== null) closeSync(this.#handle);
    this.#handle = null;
  }

  #open(): number {
    rotate(this.#file, this.#largest);
    this.#size = statSync(this.#file, { throwIfNoEntry: false })?.size ?? 0;
    return openSync(this.#file, 'a', 0o600);
  }
}

function rotate(file: string, largest: number): void {
  const size = statSync(file, { throwIfNoEntry: false })?.size;
  if (size === undefined || size < largest) return;
  rmSync(`${file}.${KEPT}`, { force: true });
  for (let nth = KEPT - 1; nth >= 1; nth -= 1) {
    if (statSync(`${file}.${nth}`, { throwIfNoEntry: false }))
      renameSync(`${file}.${nth}`, `${file}.${nth + 1}`);
  }
  renameSync(file, `${file}.1`);
}

const CREDENTIAL = /\b(?:pat-[a-z0-9]+-[\w-]+|Bearer\s+\S+|[A-Za-z0-9_-]{40,})/g;

const ADDRESS = /[\w.!#$%&'*+/=?^`{|}~-]+@[\w-]+(?:\.[\w-]+)+/g;
/** No sentence of ours is longer; what is may be the text of a mail. */
const LONGEST = 2_000;

/** Texts without anything that looks like a token. */
export function withoutCredentials(text: string): string {
  return text.replaceAll(CREDENTIAL, '[removed]');
}

/** A text as it may stand in the log. */
function clean(text: string): string {
  const short = text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
  return withoutCredentials(short.replaceAll(ADDRESS, '[address]'));
}

function cleanData(data: Readonly<Record<string, unknown>> | undefined): Record<string, unknown> {
  return data === undefined ? {} : (cleanValue(data) as Record<string, unknown>);
}

function cleanValue(value: unknown): unknown {
  if (typeof value === 'string') return clean(value);
  if (Array.isArray(value)) return value.map(cleanValue);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, cleanValue(each)]));
}

function describe(error: unknown): Record<string, string> {
  if (!(error instanceof Error)) return { message: clean(String(error)) };
  const cause: Record<string, string> =
    error.cause instanceof Error ? { cause: clean(error.cause.message) } : {};
  return {
    name: error.name,
    message: clean(error.message),
    stack: clean(error.stack ?? ''),
    ...cause,
  };
}
