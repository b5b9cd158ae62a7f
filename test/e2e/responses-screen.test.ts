import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '#test/support/browser.ts';
import { createFakeApi } from '#test/support/fake-api.ts';
import { wellMade } from '#test/support/looks.ts';
import { buildRenderer, serveRenderer } from '#test/support/serve-renderer.ts';
import type { ServedRenderer } from '#test/support/serve-renderer.ts';

const PATIENTLY = { timeout: 15_000 };
let browser: Browser;
let served: ServedRenderer;

beforeAll(async () => {
  served = await serveRenderer(await buildRenderer(), createFakeApi({ leads: 200 }));
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await served.close();
});

async function opened(width: number, height: number, colorScheme: 'light' | 'dark'): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height }, colorScheme });
  const page = await context.newPage();
  await page.goto(`${served.url}#/responses`);
  await page.getByRole('article').waitFor();
  return page;
}

describe('the page Responses', () => {
  it.each([
    [1280, 800, 'light'],
    [900, 600, 'dark'],
  ] as const)('has no barrier at %i × %i, %s', async (width, height, scheme) => {
    const page = await opened(width, height, scheme);
    await wellMade(page, `responses-${width}-${scheme}`, scheme);
    await page.context().close();
  });

  it('marks the words that decided, and asks before anybody is never written to again', async () => {
    const page = await opened(1280, 800, 'light');
    await expect
      .poll(() => page.getByRole('article').locator('mark').allTextContents(), PATIENTLY)
      .toEqual(['Tuesday at 5 pm works']);
    await page.keyboard.press('0');
    await page.getByRole('dialog').getByText('Every address they ever had is suppressed').waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => page.getByRole('dialog').count(), PATIENTLY).toBe(0);
  });

  it('is worked through by keyboard: read on, correct, settle', async () => {
    const page = await opened(1280, 800, 'light');
    const name = () => page.getByRole('article').getByRole('heading', { level: 2 }).textContent();
    const first = await name();
    await page.keyboard.press('j');
    await expect.poll(name, PATIENTLY).not.toBe(first);
    const second = await name();
    await page.keyboard.press('1');
    await expect.poll(name, PATIENTLY).not.toBe(second);
    await page.keyboard.press('k');
    await expect.poll(name, PATIENTLY).toBe(first);
    await page.keyboard.press('e');
    await expect.poll(name, PATIENTLY).not.toBe(first);
  });
});
