import { rm } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '#test/support/browser.ts';
import { createFakeApi } from '#test/support/fake-api.ts';
import { LOOKS, WIDE, wellMade } from '#test/support/looks.ts';
import { buildRenderer, serveRenderer } from '#test/support/serve-renderer.ts';

const PATIENT = 10_000;

let folder = '';
let browser: Browser;

beforeAll(async () => {
  [folder, browser] = await Promise.all([buildRenderer(), launchBrowser()]);
});

afterAll(async () => {
  await browser?.close();
  if (folder !== '') await rm(folder, { recursive: true, force: true });
});

/** A window on a world of its own, so that a stop in one is none in another. */
async function open(path: string, window: { width: number; height: number; scheme?: 'light' | 'dark' }) {
  const { scheme = 'light', ...viewport } = window;
  const served = await serveRenderer(folder, createFakeApi({ leads: 200, writes: 400 }));
  const context = await browser.newContext({ viewport, colorScheme: scheme, reducedMotion: 'reduce' });
  context.setDefaultTimeout(PATIENT);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(`${served.url}#${path}`);
  await page.locator('main :is(h1, h2):visible').first().waitFor();
  await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
  /** Answers what the browser complained about. */
  const close = async (): Promise<readonly string[]> => {
    await context.close();
    await served.close();
    return complaints;
  };
  return { page, close };
}

describe.each(LOOKS)('controls at $width × $height in $scheme', (window) => {
  const called = (name: string): string => `${name}-${window.width}-${window.scheme}`;

  it('stops with the button, says since when, shows what comes first, and goes on', async () => {
    const { page, close } = await open('/leads', window);
    await page.getByRole('button', { name: 'Stop everything' }).click();
    await page.getByRole('alert').getByText('Stopped since').waitFor();
    await wellMade(page, called('stopped'), window.scheme);
    await page.getByRole('button', { name: 'Resume…' }).click();
    const dialog = page.getByRole('dialog', { name: 'What will happen first' });
    await dialog.getByText(/The first 20 of/).waitFor();
    expect(await dialog.getByRole('row').count()).toBe(21);
    await wellMade(page, called('resume'), window.scheme);
    await dialog.getByRole('button', { name: 'Resume' }).click();
    await page.getByRole('alert').filter({ hasText: 'Stopped since' }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Stop everything' }).waitFor();
    expect(await close()).toEqual([]);
  });

  it('lists what is held; approves one, rejects some with a reason', async () => {
    const { page, close } = await open('/activity?view=%22preview%22', window);
    await page.getByText('40 held').waitFor();
    await wellMade(page, called('preview'), window.scheme);
    await page
      .getByRole('button', { name: /^Approve Note/ })
      .first()
      .click();
    await page.getByText('39 held').waitFor();
    const boxes = page.getByRole('checkbox', { name: /^Choose Status/ });
    await boxes.nth(0).check();
    await boxes.nth(1).check();
    await page.getByRole('button', { name: 'Reject chosen…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Reject 2 writes?' });
    await dialog.getByLabel('Reason').fill('Wrong person');
    await dialog.getByRole('button', { name: 'Reject' }).click();
    await page.getByText('37 held').waitFor();
    expect(await close()).toEqual([]);
  });

  it('shows before, ours and theirs of an undo, and asks where somebody changed the value', async () => {
    const { page, close } = await open('/activity?status=%22delivered%22', window);
    const boxes = page.getByRole('checkbox', { name: /^Choose/ });
    for (let nth = 0; nth < 6; nth += 1) await boxes.nth(nth).check();
    await page.getByRole('region', { name: 'Chosen writes' }).getByRole('button', { name: 'Undo…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Undo 6 writes?' });
    await dialog.getByRole('columnheader', { name: 'Theirs, now' }).first().waitFor();
    await wellMade(page, called('undo'), window.scheme);
    await dialog.getByRole('checkbox').first().check();
    await dialog.getByRole('button', { name: /^Undo \d/ }).click();
    await page.getByText(/undos on the way/).waitFor();
    expect(await close()).toEqual([]);
  });

  it('tells why, on a write and on a lead', async () => {
    const { page, close } = await open('/activity', window);
    await page
      .getByRole('button', { name: /^Details/ })
      .first()
      .press('Enter');
    await page.getByRole('button', { name: /^Why: / }).click();
    await page.getByText('A reply was read as AgreedToMeet.').waitFor();
    await wellMade(page, called('why'), window.scheme);
    await page.keyboard.press('Escape');
    await page.getByRole('link', { name: 'Leads' }).click();
    await page.goto(page.url().replace(/#.*/, '#/leads/lead-7'));
    await page.getByRole('button', { name: /^Why is the lead/ }).click();
    await page.getByText('Why the state.').waitFor();
    await wellMade(page, called('why-lead'), window.scheme);
    expect(await close()).toEqual([]);
  });

  it('asks what becomes of held writes when holding is switched off', async () => {
    const { page, close } = await open('/crm-details/con-1?tab=%22switches%22', window);
    const hold = page.getByRole('switch', { name: 'Hold writes for approval' });
    await hold.click();
    await page.getByText('Saved.').waitFor();
    await hold.click();
    const dialog = page.getByRole('dialog', { name: '40 writes are still held' });
    await dialog.waitFor();
    await wellMade(page, called('hold'), window.scheme);
    await dialog.getByRole('button', { name: 'Release all' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(await hold.isChecked()).toBe(false);
    expect(await close()).toEqual([]);
  });
});

describe('the shortcut', () => {
  it('stops everything wherever one is, even while typing', async () => {
    const { page, close } = await open('/leads', WIDE);
    await page.getByRole('searchbox').focus();
    await page.keyboard.press('Control+Shift+Period');
    await page.getByRole('alert').getByText('Stopped since').waitFor();
    expect(await close()).toEqual([]);
  });
});

describe('the export', () => {
  it('saves the filtered list under a name that tells what it is', async () => {
    const { page, close } = await open('/activity', WIDE);
    await page.getByRole('button', { name: 'Export' }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: /CSV/ }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^baton-activity-\d{4}-\d\d-\d\d\.csv$/);
    expect(await close()).toEqual([]);
  });
});
