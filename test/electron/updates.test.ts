import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { temporaryFolder } from '#test/support/temporary-folder.ts';
import { aHome, shownWindow, started } from './desktop.ts';

const isReal = process.env['BATON_REAL_ELECTRON'] !== undefined;
const NEWER = '99.0.0';

/** The place where a team keeps newer versions: what `npm run package` makes, on any web server. */
async function feed(program: string): Promise<{ readonly url: string; change(program: string): void }> {
  let content = Buffer.from(program);
  const listed = createHash('sha512').update(content).digest('base64');
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://feed').pathname;
    if (path === '/team/latest-linux.yml') {
      const file = `Baton-${NEWER}-linux-x86_64.AppImage`;
      response.end(
        `version: ${NEWER}\nfiles:\n  - url: ${file}\n    sha512: ${listed}\n    size: ${content.length}\npath: ${file}\nsha512: ${listed}\nreleaseDate: '2026-09-01T00:00:00.000Z'\n`,
      );
    } else if (path.endsWith('.AppImage')) response.end(content);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/team`,
    change(other) {
      content = Buffer.from(other);
    },
  };
}

/** The program as an AppImage that a user has somewhere. */
function installed(home: string) {
  const image = join(home, 'Baton.AppImage');
  writeFileSync(image, 'the version that runs');
  chmodSync(image, 0o755);
  const resources = temporaryFolder({ 'app-update.yml': 'updaterCacheDirName: baton-updater\n' });
  mkdirSync(join(home, 'cache'), { recursive: true });
  return { image, env: { APPIMAGE: image, STAND_IN_RESOURCES: resources } };
}

describe.skipIf(isReal || process.platform !== 'linux' || process.arch !== 'x64')('a newer version', () => {
  it('is looked for where the team says, brought and begun only when a person says so', async () => {
    const home = aHome();
    const { image, env } = installed(home);
    const mark = join(home, 'newer-began');
    const { url } = await feed(`#!/bin/sh\necho newer > '${mark}'\n`);
    const app = await started({ home, env });
    const page = await shownWindow(app);
    await page.getByRole('link', { name: 'Data' }).click();
    const section = page.getByRole('region', { name: 'Updates' });
    await section.getByRole('status').getByText('Nothing is looked for.').waitFor();
    await section.getByLabel('Address of newer versions').fill('http://updates.acme.example');
    await section.getByRole('button', { name: 'Save' }).click();
    await section.getByText('The address must begin with https://').waitFor();
    await section.getByLabel('Address of newer versions').fill(url);
    await section.getByRole('button', { name: 'Save' }).click();
    await section.getByRole('button', { name: 'Check now' }).click();
    await section.getByText(`Version ${NEWER} is there.`).waitFor();
    expect(readFileSync(image, 'utf8')).toBe('the version that runs');
    await section.getByRole('button', { name: 'Download' }).click();
    await section.getByText(`Version ${NEWER} is ready.`).waitFor();
    expect(readFileSync(image, 'utf8')).toBe('the version that runs');
    await section.getByRole('button', { name: 'Restart to update' }).click();
    expect([await app.ended, app.messages()]).toEqual([0, '']);
    while (!existsSync(mark)) await new Promise((resolve) => setTimeout(resolve, 25));
    // The database was closed before the newer one began.
    expect(existsSync(join(home, 'data', 'baton', 'baton.db-wal'))).toBe(false);
  });

  it('is refused when it is not what was announced, and the program goes on', async () => {
    const home = aHome();
    const { image, env } = installed(home);
    const { url, change } = await feed('#!/bin/sh\n');
    const app = await started({ home, env });
    const page = await shownWindow(app);
    await page.getByRole('link', { name: 'Data' }).click();
    const section = page.getByRole('region', { name: 'Updates' });
    await section.getByLabel('Address of newer versions').fill(url);
    await section.getByRole('button', { name: 'Save' }).click();
    await section.getByRole('button', { name: 'Check now' }).click();
    await section.getByText(`Version ${NEWER} is there.`).waitFor();
    change('#!/bin/sh\nsomething else\n');
    await section.getByRole('button', { name: 'Download' }).click();
    await section.getByText(/could not be downloaded: sha512 checksum mismatch/).waitFor();
    expect(readFileSync(image, 'utf8')).toBe('the version that runs');
  });
});
