import { rm } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '#test/support/browser.ts';
import { createFakeApi } from '#test/support/fake-api.ts';
import { LOOKS, WIDE, wellMade } from '#test/support/looks.ts';
import { buildRenderer, serveRenderer } from '#test/support/serve-renderer.ts';

/** A screen, and what has to be there before it is looked at. */
const SCREENS = [
  ['ahead', '/schedules/ahead', 'By day and hour'],
  ['example-dates', '/schedules/sch-2', 'Messages'],
  ['hand-back', '/crm-details?tab=hand-back', 'Who is away'],
  ['never-write-to', '/data', 'Never write to'],
  ['assistant-days', '/assistants/as-1', 'No mail on public holidays'],
] as const;

let folder = '';
let browser: Browser;
const open: { close(): Promise<void> }[] = [];

beforeAll(async () => {
  [folder, browser] = await Promise.all([buildRenderer(), launchBrowser()]);
});
afterEach(async () => {
  for (const each of open.splice(0).toReversed()) await each.close();
});
afterAll(async () => {
  await browser?.close();
  if (folder !== '') await rm(folder, { recursive: true, force: true });
});

interface Shown {
  readonly page: Page;
  readonly complaints: readonly string[];
}

async function show(
  path: string,
  heading: string,
  size: { width: number; height: number } = WIDE,
  colorScheme: 'light' | 'dark' = 'light',
  leads = 20,
): Promise<Shown> {
  const served = await serveRenderer(folder, createFakeApi({ leads }));
  open.push(served);
  const context = await browser.newContext({ viewport: size, colorScheme, reducedMotion: 'reduce' });
  context.setDefaultTimeout(10_000);
  open.push(context);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(`${served.url}#${path}`);
  const title = page.getByRole('heading', { name: heading, exact: true }).or(page.getByText(heading)).first();
  await title.waitFor();
  await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
  return { page, complaints };
}

describe.each(LOOKS)('at $width × $height in $scheme', ({ scheme, ...size }) => {
  it.each(SCREENS)('%s reads well', async (name, path, heading) => {
    const { page, complaints } = await show(path, heading, size, scheme);
    await page.getByText(heading, { exact: true }).first().scrollIntoViewIfNeeded();
    await wellMade(page, `${name}-${size.width}-${scheme}`, scheme);
    expect(complaints).toEqual([]);
  });
});

describe('the next 14 days', () => {
  it('show each day with its holidays and limits, and the messages of the one that is chosen', async () => {
    const { page } = await show('/schedules/ahead', 'By day and hour');
    expect(await page.getByText('Karfreitag (Germany)').count()).toBe(1);
    expect(await page.getByText('26 over the limit move on').count()).toBe(1);
    await page.getByRole('button', { name: 'Wed, Mar 4' }).press('Enter');
    await page.getByRole('heading', { name: 'Wed, Mar 4' }).waitFor();
    expect(await page.getByRole('link', { name: 'Ana Kovač' }).count()).toBeGreaterThan(0);
    expect(await page.getByText(/in Asia\/Tokyo/).count()).toBeGreaterThan(0);
  });

  it('say so where nothing is planned', async () => {
    const { page } = await show('/schedules/ahead', 'Nothing goes out in the next 14 days', WIDE, 'light', 0);
    expect(await page.getByText('No lead has a message planned.').count()).toBe(1);
  });
});

describe('the list "Never write to"', () => {
  it('takes a pasted list, names what is wrong in it, and lets an entry go', async () => {
    const { page } = await show('/data', 'Never write to');
    const list = page.getByLabel('Addresses and domains');
    await list.fill('acme acme.com');
    await page.getByRole('button', { name: 'Add to the list' }).click();
    await page.getByText('"acme" is neither an address').waitFor();
    await list.fill('acme.com');
    await page.getByRole('button', { name: 'Add to the list' }).click();
    await page.getByRole('button', { name: 'Take acme.com off the list' }).click();
    const entry = page.getByText('acme.com', { exact: true });
    await entry.waitFor({ state: 'detached' });
    expect(await entry.count()).toBe(0);
  });
});

describe('hand-back', () => {
  it('shows who is away with the deputy, and lets them be back', async () => {
    const { page } = await show('/crm-details?tab=hand-back', 'Who is away');
    const away = page.getByText('is away, and back on');
    expect(await away.textContent()).toContain('Deputy: Sofia Lindqvist.');
    await page.getByRole('button', { name: 'Robin Okafor is back now' }).click();
    await away.waitFor({ state: 'detached' });
    expect(await away.count()).toBe(0);
  });

  it('gives contacts to the owner of a country that is chosen', async () => {
    const { page } = await show('/crm-details?tab=hand-back', 'Who gets a contact back');
    await page.getByLabel('By the contact’s country').check();
    await page.getByRole('button', { name: 'Add a country' }).click();
    await page.getByRole('combobox', { name: 'Country 1', exact: true }).click();
    await page.getByRole('option', { name: 'Germany' }).click();
    await page.getByRole('combobox', { name: 'Owner for country 1' }).click();
    await page.getByRole('option').first().click();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved.').waitFor();
    expect(await page.getByLabel('By the contact’s country').isChecked()).toBe(true);
  });
});

describe('an example date', () => {
  it('tells what it was moved past', async () => {
    const { page } = await show('/schedules/sch-2', 'Messages');
    const moved = page.getByText('Tag der Deutschen Einheit').first();
    await moved.waitFor();
    expect(await moved.textContent()).toContain('moved past Sat 3 Oct: Tag der Deutschen Einheit');
  });
});
