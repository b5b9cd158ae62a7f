import { afterEach, describe, expect, it } from 'vitest';
import { temporaryFolder } from '#test/support/temporary-folder.ts';
import type { DesktopApp } from './driver/desktop-app.ts';
import { launchDesktop } from './driver/launch.ts';

describe('the desktop program', () => {
  let app: DesktopApp;
  afterEach(() => app.end());

  it('opens its window with the first screen, over the port of the preload', async () => {
    app = await launchDesktop({ home: temporaryFolder() });
    const page = await app.window();
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(
      await page.evaluate(() => Object.keys(globalThis).filter((name) => /require|process|ipc/.test(name))),
    ).toEqual([]);
  });
});
