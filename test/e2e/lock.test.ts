import { rm } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { startHubServer, type HubServer } from '#hosts/hub/http-server.ts';
import { launchBrowser } from '#test/support/browser.ts';
import { openFlowWorld, type FlowWorld } from '#test/support/flow-world.ts';
import { axeFindings } from '#test/support/looks.ts';
import { buildRenderer } from '#test/support/serve-renderer.ts';

const SOON = { timeout: 20_000 };

let folder = '';
let browser: Browser;
let world: FlowWorld;
let hub: HubServer;
let time = 0;
let page: Page;

beforeAll(async () => {
  [folder, browser, world] = await Promise.all([buildRenderer(), launchBrowser(), openFlowWorld()]);
  await world.taken({ firstname: 'Zebulon', lastname: 'Quince' });
  hub = await startHubServer({
    context: { core: world.core },
    port: 0,
    rendererDirectory: folder,
    now: () => time,
  });
});
afterAll(async () => {
  await browser?.close();
  await hub?.close();
  await world?.close();
  if (folder !== '') await rm(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  context.setDefaultTimeout(SOON.timeout);
  page = await context.newPage();
  await page.goto(hub.openUrl);
  await page.getByText('Zebulon Quince').first().waitFor();
});

/** The window is locked and holds nothing of what it showed. */
async function isLocked(): Promise<void> {
  await page.getByRole('heading', { name: 'Baton is locked' }).waitFor();
  expect(await page.content()).not.toContain('Quince');
  expect(await page.title()).toBe('Baton');
}

it('is locked with the shortcut: nothing of the data stays, and a reload does not bring it back', async () => {
  await page.keyboard.press('Control+Shift+L');
  await isLocked();
  expect(await axeFindings(page)).toEqual([]);
  await page.reload();
  await page.getByText('This page needs the address').waitFor();
  expect(await page.content()).not.toContain('Quince');
});

it('opens again at the same place with the address that the hub printed, and with nothing else', async () => {
  await page.getByRole('link', { name: 'Assistants' }).click();
  await page.getByRole('heading', { level: 1, name: 'Assistants' }).waitFor();
  await page.getByRole('button', { name: 'Lock now' }).click();
  await isLocked();
  const field = page.getByLabel('Address of the hub');
  await field.fill(`${hub.url}/login#wrong`);
  await field.press('Enter');
  await page.getByText('The hub does not know this.').waitFor();
  expect(await page.getByRole('navigation').count()).toBe(0);
  await field.fill(hub.openUrl);
  await field.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Assistants' }).waitFor();
  await page.getByRole('link', { name: 'Leads', exact: true }).click();
  await page.getByText('Zebulon Quince').first().waitFor();
});

it('locks itself when nobody is there for as long as was chosen on the page Data', async () => {
  await page.getByRole('link', { name: 'Data' }).click();
  await page.getByRole('combobox', { name: 'Lock when nobody is there' }).click();
  await page.getByRole('option', { name: 'After 5 minutes' }).click();
  await expect.poll(async () => (await world.api.system.info()).lockAfterMinutes, SOON).toBe(5);
  time += 5 * 60_000;
  hub.endIdle();
  await isLocked();
});
