import { rm } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '#test/support/browser.ts';
import { createFakeApi } from '#test/support/fake-api.ts';
import { wellMade } from '#test/support/looks.ts';
import { buildRenderer, serveRenderer } from '#test/support/serve-renderer.ts';
import type { ServedRenderer } from '#test/support/serve-renderer.ts';

const PATIENTLY = { timeout: 15_000 };
/** With `BATON_SHOTS=folder` the pages are also kept as pictures. */
const shots = process.env['BATON_SHOTS'];
let browser: Browser;
let folder: string;
let served: ServedRenderer;

beforeAll(async () => {
  folder = await buildRenderer();
  served = await serveRenderer(folder, createFakeApi({ leads: 50 }));
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await served.close();
  await rm(folder, { recursive: true, force: true });
});

async function opened(width: number, height: number, colorScheme: 'light' | 'dark'): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height }, colorScheme });
  return context.newPage();
}

describe('the screens for leads that come in by hand', () => {
  it.each([
    [1280, 800, 'light'],
    [900, 600, 'dark'],
  ] as const)('have no barrier at %i × %i, %s', async (width, height, scheme) => {
    const page = await opened(width, height, scheme);
    await page.goto(`${served.url}#/imports/fair`);
    await page.getByText('There is no e-mail address in this row.').first().waitFor();
    await wellMade(page, `import-report-${width}-${scheme}`, scheme);
    await page.getByRole('link', { name: 'Import', exact: true }).click();
    await page.getByRole('link', { name: 'customers.xlsx' }).waitFor();
    await wellMade(page, `imports-${width}-${scheme}`, scheme);
    await page.goto(`${served.url}#/add-lead`);
    await page.getByText('We offer cyber security').waitFor();
    await wellMade(page, `add-lead-${width}-${scheme}`, scheme);
    await page.context().close();
  });

  it('follow a file from the choice over the report to Start and Stop', async () => {
    const page = await opened(1280, 800, 'light');
    await page.goto(`${served.url}#/leads`);
    await page.getByRole('link', { name: 'Import', exact: true }).click();
    await page.getByText('Choose a file…').waitFor();
    const buffer = Buffer.from('email\nana@firm.example\n');
    const file = { name: 'people.csv', mimeType: 'text/csv', buffer };
    await page.locator('input[type=file]').setInputFiles(file);
    await page.getByText('Nothing is written and nothing is mailed before you press Start.').waitFor();
    await page.getByRole('button', { name: /30\s*Bad/ }).click();
    await expect.poll(() => page.getByRole('row').count(), PATIENTLY).toBe(7);
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: /Left out, with reasons/ }).click();
    expect((await download).suggestedFilename()).toBe('left-out-trade-fair-2026.csv');
    await page.getByRole('button', { name: 'Start: 908 people' }).click();
    await page.getByRole('button', { name: 'Stop', exact: true }).click();
    await page.getByRole('button', { name: 'Go on: 608 people' }).waitFor();
    await page.context().close();
  });

  it('show in the form what adding a lead would do, and the message as its context is typed', async () => {
    const page = await opened(1280, 800, 'light');
    await page.goto(`${served.url}#/add-lead`);
    await page.getByLabel('E-mail address').fill('ines@bikes.example');
    await page.getByLabel('Context').fill('bells for bikes');
    await page.getByText('We offer bells for bikes.').waitFor();
    await page.getByRole('button', { name: 'Only look' }).click();
    await page.getByText('Nothing was written.').waitFor();
    if (shots !== undefined) await page.screenshot({ path: `${shots}/add-lead-looked.png` });
    await page.getByLabel('E-mail address').fill(' ');
    await page.getByRole('button', { name: 'Add the lead' }).click();
    const sentence = page.getByText('enter the address of the person');
    await expect.poll(() => sentence.count(), PATIENTLY).toBeGreaterThan(0);
    await page.context().close();
  });
});
