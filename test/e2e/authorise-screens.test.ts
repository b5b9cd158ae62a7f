import { rm } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '#test/support/browser.ts';
import { createFakeApi } from '#test/support/fake-api.ts';
import { withConnection } from '#test/support/fake-settings.ts';
import { makeApp } from '#test/support/fake/authorisation.ts';
import { LOOKS, wellMade } from '#test/support/looks.ts';
import { buildRenderer, serveRenderer } from '#test/support/serve-renderer.ts';

const OWN_WORK = {
  as: 'integration',
  sentence:
    'In HubSpot’s history writes stand under robin@northwind.example: a user of its own tells them from what people do there.',
  warning:
    'robin@northwind.example owns 212 contacts, so writes and this person’s own work cannot be told apart.',
} as const;
const BACK = 'http://localhost:27431/oauth/return';

let folder = '';
let browser: Browser;

beforeAll(async () => {
  [folder, browser] = await Promise.all([buildRenderer(), launchBrowser()]);
});

afterAll(async () => {
  await browser?.close();
  if (folder !== '') await rm(folder, { recursive: true, force: true });
});

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** The person comes back from HubSpot's page with this answer, and pastes the address. */
async function comesBack(page: Page, answer: string): Promise<void> {
  await page.getByLabel('Or paste the address').fill(`${BACK}?state=s&${answer}`);
  await button(page, 'Use this address').click();
}

describe.each(LOOKS)('access through an app at $width × $height in $scheme', (look) => {
  it('is asked for, waited for, refused, confirmed, and granted for one feature more', async () => {
    const { scheme, ...viewport } = look;
    const app = makeApp('inviting');
    const api = withConnection(createFakeApi({ leads: 50 }), {
      app,
      identity: 'robin@northwind.example',
      writesAs: OWN_WORK,
    });
    const served = await serveRenderer(folder, api);
    const context = await browser.newContext({ viewport, colorScheme: scheme, reducedMotion: 'reduce' });
    context.setDefaultTimeout(10_000);
    // HubSpot's page would open in a window of its own: nothing leaves for it here.
    await context.addInitScript('window.opened = []; window.open = (url) => void window.opened.push(url);');
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(error.message));
    const shot = (name: string) => wellMade(page, `authorise-${name}-${look.width}-${scheme}`, scheme);

    await page.goto(`${served.url}#/crm-details/new`);
    await page.getByText('With your own app').click();
    await page.getByText('http://localhost:27433/oauth/return').waitFor();
    // The link of a team's own page wakes the desktop program; to a hub it would never come.
    expect(await page.getByText('through a page of ours').count()).toBe(0);
    await shot('form');
    await button(page, 'Authorise HubSpot').click();
    await page.getByText('Client ID: copy it').waitFor();
    await page.getByLabel('Client ID').fill('0b1c2d3e-4711');
    await page.getByLabel('Client secret').fill('a-secret');
    await button(page, 'Authorise HubSpot').click();
    await page.getByText('Waiting for you in the browser').waitFor();
    expect(await page.evaluate('window.opened')).toEqual([
      expect.stringMatching(/^https:\/\/app\.hubspot\.com\/oauth\/authorize/),
    ]);
    await shot('waiting');
    await comesBack(page, 'error=denied');
    await page.getByRole('alert').getByText('was not allowed').waitFor();
    await shot('refused');
    await button(page, 'Begin again').click();
    // What was entered is still there.
    await button(page, 'Authorise HubSpot').click();
    await comesBack(page, 'code=1');
    await page.getByText('HubSpot allowed it. It opens:').waitFor();
    await shot('confirm');
    await page.getByLabel('An integration user').click();
    await page.getByText('cannot be told apart').waitFor();
    await shot('identity');
    await button(page, 'Connect').click();
    await page.getByText('Northwind HubSpot is connected.').waitFor();

    await page.evaluate("location.hash = '/crm-details/con-1?tab=permissions'");
    const permissions = page.getByRole('region', { name: 'Permissions' });
    await permissions.getByText('not granted', { exact: true }).waitFor();
    await page.getByText('owns 212 contacts').waitFor();
    await permissions.scrollIntoViewIfNeeded();
    await shot('permissions');
    await permissions.getByRole('button', { name: 'Grant…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Grant more' });
    await dialog.getByText('new', { exact: true }).waitFor();
    const go = await dialog.getByRole('button', { name: 'Authorise HubSpot' }).boundingBox();
    expect((go?.y ?? Infinity) + (go?.height ?? 0)).toBeLessThan(look.height);
    await shot('grant');
    await button(page, 'Authorise HubSpot').click();
    await comesBack(page, 'code=other');
    await dialog.getByText('This is another account').waitFor();
    await shot('other-account');
    await button(page, 'Cancel').click();
    await button(page, 'Another app, secret or way back…').click();
    await dialog.getByLabel('Client ID').waitFor();
    expect(complaints).toEqual([]);
    await context.close();
    await served.close();
  });
});
