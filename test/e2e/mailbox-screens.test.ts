import { rm } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '#test/support/browser.ts';
import { createFakeApi } from '#test/support/fake-api.ts';
import { LOOKS, WIDE, wellMade } from '#test/support/looks.ts';
import type { Look } from '#test/support/looks.ts';
import { buildRenderer, serveRenderer } from '#test/support/serve-renderer.ts';

const PATIENT_MS = 10_000;

let folder = '';
let browser: Browser;
let complaints: string[] = [];
const open: { close(): Promise<void> }[] = [];

beforeAll(async () => {
  [folder, browser] = await Promise.all([buildRenderer(), launchBrowser()]);
});

afterEach(async () => {
  for (const each of open.splice(0).toReversed()) await each.close();
  const said = complaints;
  complaints = [];
  if (said.length > 0) throw new Error(`The browser complained: ${said.join(' · ')}`);
});

afterAll(async () => {
  await browser?.close();
  if (folder !== '') await rm(folder, { recursive: true, force: true });
});

async function show(
  path: string,
  { scheme, ...viewport }: Look = { ...WIDE, scheme: 'light' },
): Promise<Page> {
  const served = await serveRenderer(folder, createFakeApi({ leads: 20 }));
  open.push(served);
  const context = await browser.newContext({
    viewport,
    colorScheme: scheme,
    reducedMotion: 'reduce',
  });
  open.push(context);
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENT_MS);
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  await page.goto(`${served.url}#${path}`);
  return page;
}

const dialog = (page: Page) => page.getByRole('dialog');

async function setUp(page: Page, password: string): Promise<void> {
  await page.getByRole('button', { name: 'Set up mailbox' }).click();
  await dialog(page).getByRole('combobox', { name: 'Provider' }).click();
  await page.getByRole('option', { name: 'Gmail, Google Workspace' }).click();
  await dialog(page).getByRole('textbox', { name: 'Password or app password' }).fill(password);
}

describe('The mailbox of an assistant', () => {
  it('is set up with a provider and a password, tried out step by step, and kept', async () => {
    const page = await show('/assistants/as-3');
    await page.getByText('No mailbox yet', { exact: true }).waitFor();
    await setUp(page, 'abcd efgh ijkl mnop');
    await dialog(page)
      .getByText(/Reads at imap\.gmail\.com, port 993, TLS/)
      .waitFor();
    expect(
      await dialog(page)
        .getByText(/make an app password/)
        .isVisible(),
    ).toBe(true);
    await page.keyboard.press('Enter');
    await dialog(page).getByText('Mail may be sent as her address.').waitFor();
    expect(await dialog(page).getByRole('listitem').count()).toBe(6);
    // The keyboard alone goes on: after a good test Enter keeps it.
    await dialog(page).getByRole('textbox', { name: 'User name' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('region', { name: 'Mailbox' }).getByText('Connected', { exact: true }).waitFor();
    await dialog(page).waitFor({ state: 'detached' });
    // The assistant's own form has nothing to save: what was typed in the dialog stayed in it.
    expect(await page.getByText('Changes are not saved yet.').count()).toBe(0);
  });

  it('says in a sentence why a test failed, and another password can be tried', async () => {
    const page = await show('/assistants/as-3');
    await setUp(page, 'wrong');
    await dialog(page).getByRole('button', { name: 'Test', exact: true }).click();
    await dialog(page)
      .getByText(/refused the login/)
      .waitFor();
    expect(await dialog(page).getByRole('button', { name: 'Save', exact: true }).count()).toBe(0);
    await wellMade(page, 'mailbox-failed');
    await dialog(page).getByRole('textbox', { name: 'Password or app password' }).fill('right');
    expect(
      await dialog(page)
        .getByText(/refused the login/)
        .count(),
    ).toBe(0);
    await dialog(page).getByRole('button', { name: 'Test', exact: true }).click();
    await dialog(page).getByRole('button', { name: 'Save', exact: true }).waitFor();
  });

  it('a test can be stopped while a server says nothing', async () => {
    const page = await show('/assistants/as-3');
    await setUp(page, 'slow');
    await dialog(page).getByRole('button', { name: 'Test', exact: true }).click();
    await dialog(page).getByText('Under way.').waitFor();
    await dialog(page).getByRole('button', { name: 'Stop the test' }).click();
    await dialog(page).getByRole('button', { name: 'Test', exact: true }).waitFor();
    expect(await dialog(page).getByText('Under way.').count()).toBe(0);
  });

  it('servers of another provider are entered by hand, and the port follows the encryption', async () => {
    const page = await show('/assistants/as-3');
    await page.getByRole('button', { name: 'Set up mailbox' }).click();
    await dialog(page).getByRole('combobox', { name: 'Provider' }).click();
    await page.getByRole('option', { name: 'Other' }).click();
    await dialog(page).getByRole('combobox', { name: 'SMTP encryption' }).click();
    await page.getByRole('option', { name: 'STARTTLS' }).click();
    expect(await dialog(page).getByRole('textbox', { name: 'SMTP port' }).inputValue()).toBe('587');
    await wellMade(page, 'mailbox-other');
  });

  it('shows since when it fails and why, and can be taken from her', async () => {
    const page = await show('/assistants/as-2');
    await page.getByText('Mailbox does not work').waitFor();
    expect(await page.getByText(/Google refuses the normal password/).isVisible()).toBe(true);
    await page.getByRole('button', { name: 'Take this mailbox from her' }).click();
    await dialog(page).getByRole('button', { name: 'Take it' }).click();
    await page.getByText('No mailbox yet', { exact: true }).waitFor();
    expect(await page.getByRole('button', { name: 'Take this mailbox from her' }).count()).toBe(0);
  });

  it('the list of assistants shows who has none and whose does not work', async () => {
    const page = await show('/assistants');
    await page.getByText('Mailbox does not work').waitFor();
    expect(await page.getByText('No mailbox yet', { exact: true }).count()).toBeGreaterThan(0);
    await wellMade(page, 'mailbox-list');
  });

  it.each(LOOKS)('reads well at $width × $height, $scheme', async (look) => {
    const page = await show('/assistants/as-1', look);
    await page.getByRole('region', { name: 'Mailbox' }).getByText('Connected', { exact: true }).waitFor();
    await page.getByRole('heading', { name: 'Mailbox' }).scrollIntoViewIfNeeded();
    await wellMade(page, `mailbox-section-${look.width}-${look.scheme}`, look.scheme);
    await page.getByRole('button', { name: 'Change mailbox' }).click();
    await dialog(page).getByRole('button', { name: 'Test', exact: true }).click();
    await dialog(page).getByText('Mail may be sent as her address.').waitFor();
    await wellMade(page, `mailbox-dialog-${look.width}-${look.scheme}`, look.scheme);
    // However small the window is, the way on is in sight.
    expect(await dialog(page).getByRole('button', { name: 'Save', exact: true }).isVisible()).toBe(true);
  });
});
