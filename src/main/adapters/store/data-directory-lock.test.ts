import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { temporaryDirectory } from '#test/support/store-rows.ts';
import { DataDirectoryInUse, lockDataDirectory } from './data-directory-lock.ts';

let directory: ReturnType<typeof temporaryDirectory>;
beforeEach(() => {
  directory = temporaryDirectory();
});
afterEach(() => directory.remove());

describe('the lock of a data folder', () => {
  it('refuses a second owner with a sentence, and frees the folder when it is released', () => {
    const lock = lockDataDirectory(join(directory.path, 'new'));
    expect(() => lockDataDirectory(join(directory.path, 'new'))).toThrow(DataDirectoryInUse);
    expect(() => lockDataDirectory(join(directory.path, 'new'))).toThrow(/Another Baton already works with/);
    lock.release();
    lockDataDirectory(join(directory.path, 'new')).release();
  });

  it('lets two folders be owned at once', () => {
    const locks = ['a', 'b'].map((name) => lockDataDirectory(join(directory.path, name)));
    expect(locks).toHaveLength(2);
    for (const lock of locks) lock.release();
  });

  it('keeps other processes out, and is freed when its owner is killed', async () => {
    const module = pathToFileURL(join(import.meta.dirname, 'data-directory-lock.ts')).href;
    const owner = spawn(
      process.execPath,
      [
        '--input-type=module',
        '--eval',
        `import { lockDataDirectory } from ${JSON.stringify(module)};
         lockDataDirectory(${JSON.stringify(directory.path)});
         console.log('locked');
         setInterval(() => {}, 1000);`,
      ],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    await once(owner.stdout, 'data');
    expect(() => lockDataDirectory(directory.path)).toThrow(DataDirectoryInUse);
    owner.kill('SIGKILL');
    await once(owner, 'exit');
    lockDataDirectory(directory.path).release();
  });
});
