import { rm } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '#test/support/browser.ts';
import { createFakeApi, type FakeApi } from '#test/support/fake-api.ts';
import { withConnection } from '#test/support/fake-settings.ts';
import { DAY, HOUR, NOW } from '#test/support/fake/world.ts';
import { LOOKS, wellMade } from '#test/support/looks.ts';
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

async function open(
  path: string,
  window: { width: number; height: number; scheme?: 'light' | 'dark' },
  api: FakeApi = createFakeApi({ leads: 200, writes: 400 }),
) {
  const { scheme = 'light', ...viewport } = window;
  const served = await serveRenderer(folder, api);
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
  const close = async (): Promise<readonly string[]> => {
    await context.close();
    await served.close();
    return complaints;
  };
  return { page, close };
}

/** A world whose connection came back while three leads were stopped. */
function interrupted(): FakeApi {
  const api = createFakeApi({ leads: 200 });
  api.interrupt(
    ['Ana Silva', 'Bo Lindqvist', 'Chidi Eze'].map((name, nth) => ({
      leadId: `lead-${nth + 1}`,
      name,
      email: `${nth}@customer.example`,
      assistantName: 'Maya Rao',
      dueAt: NOW - DAY + nth * HOUR,
    })),
  );
  return api;
}

const failed = () =>
  withConnection(createFakeApi({ leads: 200 }), {
    status: 'Failed',
    failure: 'HubSpot does not accept the token of this connection.',
  });

describe.each(LOOKS)('what watches over a connection at $width × $height in $scheme', (window) => {
  const called = (name: string): string => `${name}-${window.width}-${window.scheme}`;

  it('shows what was changed in the CRM with its buttons, and the rule of each property', async () => {
    const { page, close } = await open('/crm-details/con-1?tab=fields', window);
    const changed = page.getByRole('region', { name: 'Changed in the CRM' });
    await changed.getByText('14 writes wait').waitFor();
    await wellMade(page, called('drift'), window.scheme);
    await page.getByRole('region', { name: 'What may be overwritten' }).scrollIntoViewIfNeeded();
    await wellMade(page, called('rules'), window.scheme);
    await changed.getByRole('button', { name: 'Add options' }).click();
    await changed.getByText('14 writes wait').waitFor({ state: 'detached' });
    await changed.getByRole('button', { name: 'Keep it' }).click();
    await changed.getByRole('button').first().waitFor({ state: 'detached' });
    expect(await changed.getByRole('listitem').count()).toBe(1);
    expect(await close()).toEqual([]);
  });

  it('shows when something last came in, and which source is silent', async () => {
    const { page, close } = await open('/crm-details/con-1', window);
    const incoming = page.getByRole('region', { name: 'What comes in' });
    await incoming.getByRole('row', { name: /Mailbox of Maya Rao .* silent/ }).waitFor();
    await incoming.scrollIntoViewIfNeeded();
    await wellMade(page, called('incoming'), window.scheme);
    expect(await close()).toEqual([]);
  });

  it('marks a failed connection on its page and in the navigation', async () => {
    const { page, close } = await open('/crm-details/con-1', window, failed());
    await page.getByRole('alert').getByText('Nothing is read or written until you press Reconnect').waitFor();
    await page.getByRole('link', { name: 'CRM Details a connection is Failed' }).waitFor();
    await page.getByText('This is how it stood when the CRM was last asked.').waitFor();
    await wellMade(page, called('failed'), window.scheme);
    await page.getByRole('button', { name: 'Reconnect' }).click();
    const dialog = page.getByRole('dialog', { name: /Reconnect/ });
    await dialog.getByLabel('Service key').fill('pat-eu1-other-account');
    await dialog.getByRole('button', { name: 'Reconnect' }).click();
    await dialog.getByRole('button', { name: 'New workspace' }).waitFor();
    await wellMade(page, called('other-account'), window.scheme);
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(await close()).toEqual([]);
  });

  it('asks what shall become of the leads that a failure stopped', async () => {
    const { page, close } = await open('/crm-details/con-1?ask=continue', window, interrupted());
    const dialog = page.getByRole('dialog', { name: 'Continue these 3 leads?' });
    await dialog.getByText('Chidi Eze').waitFor();
    await wellMade(page, called('continue'), window.scheme);
    await dialog.getByLabel('Go on from').fill('2026-12-24T09:30');
    await dialog.getByRole('button', { name: 'Continue them' }).click();
    await page.getByText('3 leads go on.').waitFor();
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('heading', { name: /were stopped/ }).waitFor({ state: 'detached' });
    expect(await close()).toEqual([]);
  });

  it('takes the addresses of those who are told when something fails', async () => {
    const { page, close } = await open('/data', window);
    const told = page.getByRole('region', { name: 'Who is told when something fails' });
    await told.getByText('through the mailbox of Maya Rao').waitFor();
    await told.scrollIntoViewIfNeeded();
    await wellMade(page, called('admins'), window.scheme);
    const field = told.getByLabel('Addresses');
    await field.fill('nobody');
    await field.press('Enter');
    await told.getByRole('button', { name: 'Save' }).click();
    await told.getByText('"nobody" is no e-mail address.').waitFor();
    await field.press('Backspace');
    await field.fill('erik@northwind.example');
    await field.press('Enter');
    await told.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved.').waitFor();
    expect(await close()).toEqual([]);
  });

  it('lets the answer to an undo that meets a change become a rule', async () => {
    const { page, close } = await open('/activity', window);
    await page.locator('[role="row"], li').first().waitFor();
    await page
      .getByRole('checkbox', { name: /^Choose/ })
      .first()
      .waitFor();
    for (const box of (await page.getByRole('checkbox', { name: /^Choose/ }).all()).slice(0, 12))
      await box.check();
    await page.getByRole('region', { name: 'Chosen writes' }).getByRole('button', { name: 'Undo…' }).click();
    const dialog = page.getByRole('dialog', { name: /^Undo/ });
    const rule = dialog.getByLabel(/^From now on, write/).first();
    await rule.scrollIntoViewIfNeeded();
    await wellMade(page, called('undo-rule'), window.scheme);
    await rule.click();
    await page.getByRole('option', { name: 'If ours was last' }).click();
    await page.getByText(/if ours was last, from now on/).waitFor();
    expect(await close()).toEqual([]);
  });
});
