import { rm } from 'node:fs/promises';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '#test/support/browser.ts';
import { createFakeApi } from '#test/support/fake-api.ts';
import { buildRenderer, serveRenderer } from '#test/support/serve-renderer.ts';

const SIZES = [
  { width: 1280, height: 800 },
  { width: 900, height: 600 },
] as const;
type Size = (typeof SIZES)[number];

/** A screen, and what has to be there before it is looked at. */
const SCREENS = [
  ['ahead', '/schedules/ahead', 'By day and hour'],
  ['example-dates', '/schedules/sch-2', 'Messages'],
  ['hand-back', '/crm-details?tab=hand-back', 'Who is away'],
  ['never-write-to', '/data', 'Never write to'],
  ['assistant-days', '/assistants/as-1', 'No mail on public holidays'],
] as const;

const SIDEWAYS = `[document.documentElement, ...document.querySelectorAll('body *')]
  .filter((e) => e.scrollWidth > e.clientWidth + 1 &&
    (e === document.documentElement || ['auto', 'scroll'].includes(getComputedStyle(e).overflowX)))
  .map((e) => e.tagName + '.' + e.className)`;

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
  size: Size = SIZES[0],
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

async function axe(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`));
}

describe.each(SIZES)('at $width × $height', (size) => {
  it.each(SCREENS)('%s reads well in light and dark', async (name, path, heading) => {
    for (const scheme of ['light', 'dark'] as const) {
      const { page, complaints } = await show(path, heading, size, scheme);
      await page.getByText(heading, { exact: true }).first().scrollIntoViewIfNeeded();
      const shot = process.env['BATON_SHOTS'];
      if (shot !== undefined) {
        await page.screenshot({ path: `${shot}/${name}-${size.width}-${scheme}.png` });
      }
      expect(await axe(page)).toEqual([]);
      expect(await page.evaluate(SIDEWAYS)).toEqual([]);
      expect(complaints).toEqual([]);
    }
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
    const { page } = await show(
      '/schedules/ahead',
      'Nothing goes out in the next 14 days',
      SIZES[0],
      'light',
      0,
    );
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
