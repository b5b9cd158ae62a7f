import { rm } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { launchBrowser } from '#test/support/browser.ts';
import { createFakeApi } from '#test/support/fake-api.ts';
import { LOOKS, WIDE, wellMade, type Look } from '#test/support/looks.ts';
import { buildRenderer, serveRenderer } from '#test/support/serve-renderer.ts';

const PATIENT = { timeout: 10_000 };

let folder = '';
let browser: Browser;

beforeAll(async () => {
  [folder, browser] = await Promise.all([buildRenderer(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  if (folder !== '') await rm(folder, { recursive: true, force: true });
});

async function open(path: string, { scheme, ...viewport }: Look) {
  const api = createFakeApi({ leads: 40 });
  const served = await serveRenderer(folder, api);
  onTestFinished(() => served.close());
  const context = await browser.newContext({
    viewport,
    colorScheme: scheme,
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(PATIENT.timeout);
  onTestFinished(() => context.close());
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(`${served.url}#${path}`);
  await page.locator('main :is(h1, h2):visible').first().waitFor();
  await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
  return { page, api, complaints };
}

/** Opens a menu by keyboard and goes down to an entry of it. */
async function goTo(page: Page, menu: string, entry: string): Promise<void> {
  await page.getByRole('button', { name: menu, exact: true }).press('Enter');
  await page.getByRole('menu').waitFor();
  for (let press = 0; press < 8; press += 1) {
    await page.keyboard.press('ArrowDown');
    const reached = await page.evaluate<string>('document.activeElement.textContent');
    if (reached.startsWith(entry)) return;
  }
  throw new Error(`The keyboard does not reach ${entry}.`);
}

describe('what a person does with one lead, by keyboard alone', () => {
  it.each(LOOKS)(
    'pauses, is reminded, tags, looks for another schedule, and unsubscribes after a question ($width, $scheme)',
    async (look) => {
      const { page, api, complaints } = await open('/leads/lead-3', look);
      const looksWell = (name: string) => wellMade(page, `${name}-${look.width}-${look.scheme}`, look.scheme);
      const lead = api.leads[2]!;

      await page.getByRole('button', { name: 'Pause until' }).press('Enter');
      await page.getByRole('textbox', { name: 'Pause until' }).fill('2026-09-08');
      await looksWell('lead-pause');
      await page.getByRole('textbox', { name: 'Pause until' }).press('Enter');
      await page.getByText('Paused by a person until').waitFor();
      await looksWell('lead-paused');
      expect(lead.pausedUntil).toBe('2026-09-08');

      await page.getByRole('button', { name: 'Remind me' }).press('Enter');
      await page.getByLabel('What about').fill('Ask how the fair went');
      await page.getByLabel('What about').press('Enter');
      await page.getByRole('button', { name: 'Done: Ask how the fair went' }).press('Enter');
      await page.getByText('Ask how the fair went').waitFor({ state: 'detached' });

      await page.getByRole('combobox', { name: 'Tags' }).fill('Fair 2026');
      await page.getByRole('combobox', { name: 'Tags' }).press('Enter');
      await expect.poll(() => lead.tags, PATIENT).toContain('Fair 2026');

      await goTo(page, 'Change', 'Change schedule');
      await page.keyboard.press('Enter');
      await page.getByRole('combobox', { name: 'Schedule' }).waitFor();
      await looksWell('lead-change-schedule');
      await page.keyboard.press('Escape');

      await goTo(page, 'Mark as', 'Unsubscribe');
      await looksWell('lead-mark-as');
      await page.keyboard.press('Enter');
      const question = page.getByRole('dialog', { name: 'Unsubscribe this lead?' });
      await question.getByText('cannot be taken back').waitFor();
      await page.keyboard.press('Escape');
      expect(lead.state).toBe('Cold');
      await goTo(page, 'Mark as', 'Unsubscribe');
      await page.keyboard.press('Enter');
      await question.getByRole('button', { name: 'Unsubscribe' }).press('Enter');
      await page.getByText('1 lead unsubscribed.').waitFor();
      expect(lead.state).toBe('UnSubscribed');
      expect(complaints).toEqual([]);
    },
  );
});

describe('the Leads page', () => {
  it('finds leads by tag and by not having it, and tags many at once', async () => {
    const look = { ...WIDE, scheme: 'light' } as const;
    const { page, api, complaints } = await open('/leads', look);
    const looksWell = (name: string) => wellMade(page, name, look.scheme);
    const vips = api.leads.filter(({ tags }) => tags.includes('VIP')).length;
    await page.getByRole('button', { name: 'More filters' }).press('Enter');
    await page.getByRole('combobox', { name: 'Has the tag' }).click();
    await page.getByRole('option', { name: /^VIP/ }).click();
    await page.getByText(`${vips} match`).waitFor();
    await looksWell('leads-more-filters');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'More filters (1)' }).waitFor();

    await page.getByRole('grid').press('Control+a');
    const chosen = page.getByRole('region', { name: 'Chosen leads' });
    await looksWell('leads-chosen');
    await chosen.getByRole('button', { name: 'Tags' }).click();
    await page.getByRole('combobox', { name: 'Add' }).fill('Board');
    await page.getByRole('combobox', { name: 'Add' }).press('Enter');
    await page.getByRole('button', { name: 'Change tags' }).click();
    await page.getByText(`Tags of ${vips} leads changed.`).waitFor();
    expect(api.leads.filter(({ tags }) => tags.includes('Board'))).toHaveLength(vips);
    expect(complaints).toEqual([]);
  });
});
