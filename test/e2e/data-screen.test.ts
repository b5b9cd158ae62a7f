import { rm } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchBrowser } from '#test/support/browser.ts';
import { createFakeApi } from '#test/support/fake-api.ts';
import { LOOKS, WIDE, axeFindings, shoot, wellMade } from '#test/support/looks.ts';
import { buildRenderer, serveRenderer } from '#test/support/serve-renderer.ts';
import type { ServedRenderer } from '#test/support/serve-renderer.ts';

const PERSON = '/data?person=4711';

let folder = '';
let browser: Browser;
let served: ServedRenderer;

beforeAll(async () => {
  [folder, browser] = await Promise.all([buildRenderer(), launchBrowser()]);
});
beforeEach(async () => {
  await served?.close();
  served = await serveRenderer(folder, createFakeApi({ leads: 20 }));
});
afterAll(async () => {
  await browser?.close();
  await served?.close();
  if (folder !== '') await rm(folder, { recursive: true, force: true });
});

async function open(
  path: string,
  viewport: { width: number; height: number } = WIDE,
  colorScheme: 'light' | 'dark' = 'light',
) {
  const context = await browser.newContext({ viewport, colorScheme, reducedMotion: 'reduce' });
  context.setDefaultTimeout(10_000);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(`${served.url}#${path}`);
  await page.getByRole('heading', { level: 1, name: 'Data' }).waitFor();
  await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
  return { page, complaints, close: () => context.close() };
}

describe.each(LOOKS)('the page Data at $width × $height in $scheme', ({ scheme, ...size }) => {
  it('reads well', async () => {
    const { page, complaints, close } = await open(PERSON, size, scheme);
    await page.getByText('Ana Silva').waitFor();
    await page.getByText('1 database set aside').click();
    await wellMade(page, `data-${size.width}-${scheme}`, scheme);
    await page.getByRole('button', { name: 'Erase this person…' }).click();
    await page.getByRole('dialog').waitFor();
    await shoot(page, `data-erase-${size.width}-${scheme}`);
    expect(complaints).toEqual([]);
    await close();
  });
});

describe('the page Data', () => {
  it('makes a backup, and restores one only after a question', async () => {
    const { page, complaints, close } = await open('/data');
    const rows = page.getByRole('row');
    const before = await rows.count();
    await page.getByRole('button', { name: 'Back up now' }).click();
    await expect.poll(() => rows.count()).toBe(before + 1);
    await page
      .getByRole('button', { name: /^Restore the backup of/ })
      .first()
      .click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('set aside, not deleted').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Restore' }).click();
    await page.getByText('The backup is restored.').waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  it('finds a person, gives the file, and erases only what was typed in full', async () => {
    const { page, complaints, close } = await open('/data');
    await page.getByLabel(/E-mail address, CRM id/).fill('ana@old-firm.example');
    await page.keyboard.press('Enter');
    await page.getByText('Ana Silva').waitFor();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Export as JSON' }).click(),
    ]);
    expect(file.suggestedFilename()).toMatch(/^person-.*\.json$/);
    await page.getByRole('button', { name: 'Erase this person…' }).click();
    const typed = page.getByLabel(/^Type/);
    await typed.fill('ana');
    await page.getByRole('button', { name: 'Erase for ever' }).click();
    await page.getByText('Confirmation: type ana.silva@customer.example.').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await typed.fill('ana.silva@customer.example');
    await page.getByRole('button', { name: 'Erase for ever' }).click();
    await page.getByText('The person is erased.').waitFor();
    expect(await page.getByText('Ana Silva').count()).toBe(0);
    expect(complaints).toEqual([]);
    await close();
  });

  it('saves a list as a file', async () => {
    const { page, close } = await open('/data');
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Leads as CSV' }).click(),
    ]);
    expect(file.suggestedFilename()).toMatch(/^baton-leads-.*\.csv$/);
    await page.getByText(/is saved\./).waitFor();
    await close();
  });

  it('imports what another installation exported, after a look at what would be added', async () => {
    const { page, complaints, close } = await open('/data');
    const choose = (content: string) =>
      page
        .locator('input[type=file]')
        .setInputFiles({ name: 'baton.json', mimeType: 'application/json', buffer: Buffer.from(content) });
    await choose('id,name');
    await page.getByText('This is no file that Baton wrote').waitFor();
    await choose('{"baton":"everything"}');
    const dialog = page.getByRole('dialog', { name: 'What the import would do' });
    await dialog.getByRole('cell', { name: '1,240' }).waitFor();
    await dialog.getByText('3 leads are not taken over').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Import' }).click();
    await page.getByText('1,240 leads were imported.').waitFor();
    await dialog.waitFor({ state: 'detached' });
    expect(complaints).toEqual([]);
    await close();
  });
});
