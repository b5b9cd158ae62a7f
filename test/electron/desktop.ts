import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Page } from 'playwright-core';
import type { DesktopApp, LaunchOptions } from './driver/desktop-app.ts';
import { launchDesktop } from './driver/launch.ts';

/** A home folder that goes with the test. */
export function aHome(): string {
  const home = mkdtempSync(join(tmpdir(), 'baton-desktop-'));
  onTestFinished(() => rmSync(home, { recursive: true, force: true, maxRetries: 5 }));
  return home;
}

/** A started program that ends with the test. */
export async function started(options: Partial<LaunchOptions> = {}): Promise<DesktopApp> {
  const app = await launchDesktop({ home: options.home ?? aHome(), ...options });
  onTestFinished(() => app.end());
  return app;
}

/** Its window, once the first screen is there. */
export async function shownWindow(app: DesktopApp): Promise<Page> {
  const page = await app.window();
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  return page;
}

/** Waits until a look at the main process says yes. */
export async function until(app: DesktopApp, look: Parameters<DesktopApp['evaluate']>[0]): Promise<void> {
  while ((await app.evaluate(look)) !== true) await new Promise((resolve) => setTimeout(resolve, 25));
}
