import { rm } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LeaseView } from '#contract/connections.ts';
import { launchBrowser } from '#test/support/browser.ts';
import { createFakeApi } from '#test/support/fake-api.ts';
import { NOW } from '#test/support/fake/world.ts';
import { LOOKS, wellMade } from '#test/support/looks.ts';
import type { Look } from '#test/support/looks.ts';
import { buildRenderer, serveRenderer } from '#test/support/serve-renderer.ts';

const MINUTE = 60_000;

const STANDING_BY: LeaseView = {
  state: 'standing-by',
  machine: 'Büro-Server',
  since: NOW - 3 * 86_400_000,
  seenAt: NOW - 4 * MINUTE,
  startsAt: null,
  remark: '',
};

let folder = '';
let browser: Browser;

beforeAll(async () => {
  [folder, browser] = await Promise.all([buildRenderer(), launchBrowser()]);
});

afterAll(async () => {
  await browser?.close();
  if (folder !== '') await rm(folder, { recursive: true, force: true });
});

async function open(path: string, window: Look, options: { lease?: LeaseView; leads?: number } = {}) {
  const { scheme, ...viewport } = window;
  const { leads = 200, ...more } = options;
  const served = await serveRenderer(folder, createFakeApi({ leads, writes: 400, ...more }));
  const context = await browser.newContext({ viewport, colorScheme: scheme, reducedMotion: 'reduce' });
  context.setDefaultTimeout(10_000);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(`${served.url}#${path}`);
  await page.locator('main :is(h1, h2):visible').first().waitFor();
  /** Answers what the browser complained about. */
  const close = async (): Promise<readonly string[]> => {
    await context.close();
    await served.close();
    return complaints;
  };
  return { page, close };
}

describe.each(LOOKS)('CRM Details at $width × $height in $scheme', (window) => {
  const called = (name: string): string => `${name}-${window.width}-${window.scheme}`;

  it('says which machine works, and takes over when asked', async () => {
    const { page, close } = await open('/crm-details/con-1', window, { lease: STANDING_BY });
    await page.getByRole('heading', { name: 'Standing by: Büro-Server works on this account' }).waitFor();
    await wellMade(page, called('standing-by'), window.scheme);
    await page.getByRole('button', { name: 'Take over here' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Take over here' }).click();
    await page.getByRole('heading', { name: 'Taking over from Büro-Server' }).waitFor();
    await wellMade(page, called('taking-over'), window.scheme);
    expect(await close()).toEqual([]);
  });

  it('is switched to read-only, says so, and asks what becomes of the list when it is switched off', async () => {
    const { page, close } = await open('/crm-details/con-1?tab=%22switches%22', window);
    const readOnly = page.getByRole('switch', { name: 'Read only' });
    await readOnly.click();
    await page.getByRole('heading', { name: /^Read only: nothing is written/ }).waitFor();
    await page.getByText(/Looked through 12,480 contacts; again/).waitFor();
    await wellMade(page, called('read-only'), window.scheme);
    await readOnly.click();
    const dialog = page.getByRole('dialog', { name: '40 writes are listed' });
    await dialog.waitFor();
    await wellMade(page, called('read-only-off'), window.scheme);
    await dialog.getByRole('button', { name: 'Keep for approval' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(await readOnly.isChecked()).toBe(false);
    expect(await close()).toEqual([]);
  });

  it('offers to connect read-only', async () => {
    const { page, close } = await open('/crm-details', window, { leads: 0 });
    await page.getByRole('switch', { name: 'Read only' }).click();
    await wellMade(page, called('connect-read-only'), window.scheme);
    expect(await close()).toEqual([]);
  });
});
