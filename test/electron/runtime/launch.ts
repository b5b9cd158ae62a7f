// The stand-in's executable: `node launch.ts <main file> [arguments…]` starts a built program as `electron` would.
// The package `electron` means the stand-in for everything that is loaded after this file.
import { registerHooks } from 'node:module';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const STAND_IN = new URL('./electron.ts', import.meta.url).href;

registerHooks({
  resolve(specifier, context, next) {
    if (specifier === 'electron') return { url: STAND_IN, shortCircuit: true, format: 'module-typescript' };
    return next(specifier, context);
  },
});

const [main, ...rest] = process.argv.slice(2);
if (main === undefined) throw new Error('Usage: node launch.ts <main file> [arguments…]');
// As Electron hands them on: Chromium's own switches stand among the program's arguments.
process.argv = [process.execPath, resolve(main), '--allow-file-access-from-files', ...rest];
Object.defineProperty(process, 'type', { value: 'browser' });
Object.defineProperty(process, 'resourcesPath', {
  value: process.env['STAND_IN_RESOURCES'] ?? resolve('resources'),
});

const [{ app }, { serveControl }] = await Promise.all([import('./app.ts'), import('./control.ts')]);
serveControl();
await import(pathToFileURL(resolve(main)).href);
// Not before the entry module has ended: a program that waits for `ready` at its top level waits for ever.
app.becomeReady();
