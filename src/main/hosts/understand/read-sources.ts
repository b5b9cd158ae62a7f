import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';

/** The bytes of one mail, or of one bare reply. */
export interface Source {
  readonly file: string;
  readonly bytes: Uint8Array;
}

/** A file that cannot be read; the message is a sentence that names it. */
export class UnreadableSource extends Error {
  readonly file: string;

  constructor(file: string, because: string) {
    super(`${file} cannot be read: ${because}.`);
    this.file = file;
  }
}

/** Files in their order; of folders those that hold mail, with the folders in them. `-` is standard input. */
export async function* readSources(
  paths: readonly string[],
  areTexts: boolean,
): AsyncGenerator<Source | UnreadableSource> {
  for (const path of paths) {
    if (path === '-') {
      yield { file: '-', bytes: await standardInput() };
      continue;
    }
    try {
      const files = (await stat(path)).isDirectory() ? await filesIn(path, areTexts) : [path];
      for (const file of files) yield await readSource(file);
    } catch (error) {
      yield new UnreadableSource(path, reason(error));
    }
  }
}

async function readSource(file: string): Promise<Source | UnreadableSource> {
  try {
    return { file, bytes: await readFile(file) };
  } catch (error) {
    return new UnreadableSource(file, reason(error));
  }
}

/** Texts have any name; mails end with `.eml`, or with nothing as in a Maildir. */
async function filesIn(folder: string, areTexts: boolean): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && !basename(entry.name).startsWith('.'))
    .filter((entry) => areTexts || /\.(?:eml|msg|txt)$|^[^.]+$|:2,[A-Z]*$/i.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted((a, b) => (a < b ? -1 : 1));
}

async function standardInput(): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function reason(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return 'there is no such file';
  if (code === 'EACCES' || code === 'EPERM') return 'you have no permission to read it';
  return error instanceof Error ? error.message : String(error);
}
