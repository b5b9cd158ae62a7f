import { mkdirSync, openSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';
import type { Log } from '#core/ports/log.ts';

const LARGEST = 10 * 1024 * 1024;
const KEPT = 5;

/** The log of a data folder: JSON lines, rotated when the program starts, with an end for the last lines. */
export interface FileLog extends Log {
  close(): void;
}

/** Opens `logs/baton.log` in the folder. What looks like a credential is never written. */
export function fileLog(directory: string): FileLog {
  const folder = join(directory, 'logs');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, 'baton.log');
  rotate(file);
  // Opened here, not by the logger in its own time: a program that ends at once must be able to end its log.
  const destination = pino.destination({ dest: openSync(file, 'a', 0o600), sync: false });
  const logger = pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime }, destination);
  return {
    info: (event, data) => logger.info(clean(data), event),
    warn: (event, data) => logger.warn(clean(data), event),
    error: (event, error, data) => logger.error({ ...clean(data), error: describe(error) }, event),
    close: () => {
      destination.flushSync();
      destination.end();
    },
  };
}

function rotate(file: string): void {
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) < LARGEST) return;
  rmSync(`${file}.${KEPT}`, { force: true });
  for (let nth = KEPT - 1; nth >= 1; nth -= 1) {
    if (statSync(`${file}.${nth}`, { throwIfNoEntry: false }))
      renameSync(`${file}.${nth}`, `${file}.${nth + 1}`);
  }
  renameSync(file, `${file}.1`);
}

const CREDENTIAL = /\b(?:pat-[a-z0-9]+-[\w-]+|Bearer\s+\S+|[A-Za-z0-9_-]{40,})/g;

/** Texts without anything that looks like a token. */
export function withoutCredentials(text: string): string {
  return text.replaceAll(CREDENTIAL, '[removed]');
}

function clean(data: Readonly<Record<string, unknown>> | undefined): Record<string, unknown> {
  if (data === undefined) return {};
  return Object.fromEntries(
    Object.entries(data).map(([key, value]) => [
      key,
      typeof value === 'string' ? withoutCredentials(value) : value,
    ]),
  );
}

function describe(error: unknown): Record<string, string> {
  if (!(error instanceof Error)) return { message: withoutCredentials(String(error)) };
  const cause: Record<string, string> =
    error.cause instanceof Error ? { cause: withoutCredentials(error.cause.message) } : {};
  return {
    name: error.name,
    message: withoutCredentials(error.message),
    stack: withoutCredentials(error.stack ?? ''),
    ...cause,
  };
}
