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
  served = await serveRenderer(await buildRenderer(), createFakeApi({ leads: 20 }));
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await served.close();
});

async function opened(width: number, height: number, colorScheme: 'light' | 'dark'): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height }, colorScheme });
  const page = await context.newPage();
  await page.goto(`${served.url}#/notices`);
  await page.getByRole('table').waitFor();
  return page;
}

describe('the page Notices', () => {
  it.each([
    [1280, 800, 'light'],
    [900, 600, 'dark'],
  ] as const)('has no barrier at %i × %i, %s', async (width, height, scheme) => {
    const page = await opened(width, height, scheme);
    await wellMade(page, `notices-${width}-${scheme}`, scheme);
    await page.context().close();
  });

  it('keeps who is told, by keyboard; what is no address is said beside its field', async () => {
    const page = await opened(1280, 800, 'light');
    const mail = page.getByRole('checkbox', { name: 'Responded: mail to me' });
    await mail.focus();
    await page.keyboard.press('Space');
    const copy = page.getByRole('combobox', { name: 'Responded: copy to' });
    await copy.fill('boss');
    await copy.press('Enter');
    const save = page.getByRole('button', { name: 'Save' }).first();
    await save.click();
    await page.getByText('this is no e-mail address').waitFor();
    await copy.focus();
    await page.keyboard.press('Backspace');
    await copy.fill('boss@northwind.example');
    await copy.press('Enter');
    await save.click();
    await page.getByText('Saved.').waitFor();
    await expect.poll(() => mail.isChecked(), PATIENTLY).toBe(true);
    await page.context().close();
  });
});
