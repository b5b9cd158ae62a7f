import { extname, join, normalize, sep } from 'node:path';
import { isOwnPage } from './security-policy.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
};

/** A file of the built screens and how it is served. */
export interface ScreenFile {
  readonly path: string;
  readonly type: string;
}

/** The file of `folder` that an address of ours means; null when it means none, or one outside of the folder. */
export function screenFile(address: string, folder: string): ScreenFile | null {
  if (!isOwnPage(address)) return null;
  const wanted = decoded(new URL(address).pathname);
  if (wanted === null || wanted.includes('\0')) return null;
  const path = normalize(join(folder, wanted === '/' ? 'index.html' : wanted));
  const type = TYPES[extname(path)];
  return type !== undefined && path.startsWith(folder + sep) ? { path, type } : null;
}

function decoded(pathname: string): string | null {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return null;
  }
}
