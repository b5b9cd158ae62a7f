// Every package that reaches the user must have a permissive licence: the dependencies, and what the screens bundle.
import { existsSync, globSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { isPermissive } from './spdx.ts';

interface LockedPackage {
  readonly version?: string;
  readonly license?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

const { packages } = json('package-lock.json') as { packages: Record<string, LockedPackage> };
const shipped = new Set<string>();
for (const name of [...Object.keys(packages['']?.dependencies ?? {}), ...importedBySources()])
  follow('', name);

const refused = [...shipped]
  .map((path) => ({ path, licence: licenceOf(path) }))
  .filter(({ licence }) => !isPermissive(licence));
for (const { path, licence } of refused) {
  const name = path.replace(/^.*node_modules\//, '');
  console.log(`${name} ${packages[path]?.version} is under "${licence}": replace it, or stop shipping it.`);
}
console.log(`${shipped.size} packages reach the user.`);
process.exitCode = refused.length === 0 ? 0 : 1;

/** Notes the package that `name` means inside `from`, and what it brings along. */
function follow(from: string, name: string): void {
  const path = resolved(from, name);
  if (path === null || shipped.has(path)) return;
  shipped.add(path);
  const entry = packages[path];
  const needed = { ...entry?.dependencies, ...entry?.optionalDependencies, ...entry?.peerDependencies };
  for (const next of Object.keys(needed)) follow(path, next);
}

/** Where Node finds a package from inside another one; null: it is not installed (an optional peer). */
function resolved(from: string, name: string): string | null {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    const path = `${folder === '' ? '' : `${folder}/`}node_modules/${name}`;
    if (packages[path] !== undefined) return path;
    if (folder === '') return null;
  }
}

/** Packages that files of src/ name in an import, tests aside. */
function importedBySources(): string[] {
  const names = new Set<string>();
  for (const file of globSync('src/**/*.{ts,tsx,css}')) {
    if (/\.test\.tsx?$/.test(file)) continue;
    for (const [, specifier = ''] of readFileSync(file, 'utf8').matchAll(
      /(?:from|import)\s*\(?\s*'([^'#.][^']*)'/g,
    )) {
      const name = specifier
        .split('/')
        .slice(0, specifier.startsWith('@') ? 2 : 1)
        .join('/');
      if (!specifier.startsWith('node:') && !builtinModules.includes(name)) names.add(name);
    }
  }
  return [...names];
}

function licenceOf(path: string): string {
  const file = `${path}/package.json`;
  const own = existsSync(file) ? (json(file) as { license?: unknown }).license : undefined;
  return typeof own === 'string' ? own : (packages[path]?.license ?? 'no licence');
}

function json(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}
