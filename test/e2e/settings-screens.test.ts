import { rm } from 'node:fs/promises';
import { call } from '@orpc/server';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '#test/support/browser.ts';
import { createFakeApi } from '#test/support/fake-api.ts';
import type { FakeApi } from '#test/support/fake-api.ts';
import { withConnection, withRefusals } from '#test/support/fake-settings.ts';
import { LOOKS, WIDE, NARROW, axeFindings, wellMade } from '#test/support/looks.ts';
import { buildRenderer, serveRenderer } from '#test/support/serve-renderer.ts';
import type { ServedRenderer } from '#test/support/serve-renderer.ts';

/** The machine may be busy; what is waited for comes within this. */
const PATIENT_MS = 10_000;
const TOKEN = 'pat-eu1-0123456789abcdef';

const SCREENS = [
  '/assistants',
  '/assistants/as-1',
  '/assistants/new',
  '/schedules',
  '/schedules/sch-1',
  '/schedules/sch-2',
  '/crm-details',
  '/crm-details?tab=fields',
  '/crm-details?tab=schedules',
  '/crm-details?tab=switches',
  '/crm-details?tab=budget',
  '/crm-details/new',
];

let folder = '';
let browser: Browser;
let complaints: string[] = [];
const open: { close(): Promise<void> }[] = [];

beforeAll(async () => {
  [folder, browser] = await Promise.all([buildRenderer(), launchBrowser()]);
});

afterEach(async () => {
  for (const each of open.splice(0).toReversed()) await each.close();
  const said = complaints.splice(0);
  if (said.length > 0) throw new Error(`The browser complained: ${said.join(' · ')}`);
});

afterAll(async () => {
  await browser?.close();
  if (folder !== '') await rm(folder, { recursive: true, force: true });
});

async function serve(api: FakeApi): Promise<ServedRenderer> {
  const served = await serveRenderer(folder, api);
  open.push(served);
  return served;
}

interface Window {
  readonly width: number;
  readonly height: number;
  readonly scheme?: 'light' | 'dark';
}

/** Opens a screen over an API of its own; what the browser complains about fails the test. */
async function show(path: string, api: FakeApi, window: Window = WIDE): Promise<Page> {
  const { url } = await serve(api);
  const { scheme = 'light', ...viewport } = window;
  const context = await browser.newContext({
    viewport,
    colorScheme: scheme,
    reducedMotion: 'reduce',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  context.setDefaultTimeout(PATIENT_MS);
  open.push(context);
  const page = await context.newPage();
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(`${url}#${path}`);
  await settled(page);
  return page;
}

/** Waits until a screen stands and nothing on it is being read. */
async function settled(page: Page): Promise<void> {
  await page.locator('main h1').first().waitFor();
  await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
}

/** Whether it comes into sight in time. */
async function seen(locator: Locator): Promise<boolean> {
  await locator.waitFor();
  return true;
}

describe.each(LOOKS)('settings at $width × $height, $scheme', (window) => {
  it('can be read by everybody and never scroll sideways', async () => {
    const page = await show('/assistants', createFakeApi({ leads: 50 }), window);
    for (const path of SCREENS) {
      await page.evaluate(`location.hash = ${JSON.stringify(path)}`);
      await settled(page);
      const name = path.replaceAll(/[^a-z0-9]+/g, '-');
      await wellMade(page, `settings${name}-${window.width}-${window.scheme}`, window.scheme);
    }
    expect(complaints).toEqual([]);
  });
});

describe('Assistants', () => {
  it('show a first message that follows the context while it is typed, and where each value comes from', async () => {
    const page = await show('/assistants/as-1', createFakeApi({ leads: 50 }));
    await page.getByLabel('Context', { exact: true }).fill('heat pumps for old houses');
    const preview = page.getByRole('region', { name: 'Preview' });
    await preview.getByText('what we offer: heat pumps for old houses.').waitFor();
    expect(
      await seen(preview.getByRole('row', { name: /Context heat pumps for old houses from default/ })),
    ).toBe(true);
    await preview.getByRole('combobox', { name: 'Written to' }).click();
    await page.getByRole('option', { name: 'An example with nothing but an address' }).click();
    await preview.getByText('Hello, My name is Lena Fischer').waitFor();
    await preview.getByText('HTML', { exact: true }).click();
    await preview.getByText('Best regards,').waitFor();
    await page.getByLabel('Context', { exact: true }).fill('');
    expect(await seen(preview.getByText('The message needs a context, and there is none.'))).toBe(true);
  });

  it('take a nurture table line by line, from the clipboard and by keyboard, and say what a line lacks', async () => {
    const page = await show('/assistants/as-1', createFakeApi({ leads: 50 }));
    const table = page.getByRole('region', { name: 'Nurture table' });
    const facts = table.getByRole('textbox');
    const before = await facts.count();
    await table.getByRole('button', { name: 'Add fact' }).click();
    await page.evaluate(
      `navigator.clipboard.writeText('- One fact https://a.example/1\\n\\n- Another without a link')`,
    );
    await page.keyboard.press('ControlOrMeta+V');
    await expect.poll(() => facts.count(), { timeout: PATIENT_MS }).toBe(before + 2);
    await page.keyboard.press('Alt+ArrowUp');
    await expect
      .poll(() => facts.nth(before).inputValue(), { timeout: PATIENT_MS })
      .toBe('Another without a link');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Backspace');
    await page.getByLabel('Title', { exact: true }).focus();
    expect(await seen(table.getByText(`Fact ${before + 1}: add one link`))).toBe(true);
    expect(await facts.count()).toBe(before + 2);
  });

  it('put the program’s sentences at their fields, and the keyboard into the first', async () => {
    const page = await show('/assistants/new', createFakeApi({ leads: 50 }));
    await page.getByRole('button', { name: 'Create assistant' }).click();
    await page.getByText('Name: give the assistant a name.').waitFor();
    await page.getByText('2 fields need attention.').waitFor();
    const name = page.getByRole('textbox', { name: 'Name', exact: true });
    expect(await page.evaluate('document.activeElement.labels[0].textContent')).toContain('Name');
    await name.fill('Rosie');
    await page.getByText('Name: give the assistant a name.').waitFor({ state: 'detached' });
  });

  it('ask before changes are left behind', async () => {
    const page = await show('/assistants/as-1', createFakeApi({ leads: 50 }));
    await page.getByLabel('Title', { exact: true }).fill('Head of Sales');
    await page.getByRole('link', { name: 'Schedules', exact: true }).click();
    const question = page.getByRole('dialog', { name: 'Leave without saving?' });
    await question.getByRole('button', { name: 'Cancel' }).click();
    await question.waitFor({ state: 'detached' });
    expect(await page.getByLabel('Title', { exact: true }).inputValue()).toBe('Head of Sales');

    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Lena Fischer is saved.').waitFor();
    await page.getByRole('link', { name: 'Schedules', exact: true }).click();
    expect(await seen(page.getByRole('heading', { name: 'Schedules', level: 1 }))).toBe(true);
  });

  it('say when somebody else was first, and begin anew with what is there', async () => {
    const api = withRefusals(createFakeApi({ leads: 50 }));
    const page = await show('/assistants/as-1', api);
    const { url } = await serve(api);
    const other = await page.context().newPage();
    await other.goto(`${url}#/assistants/as-1`);
    await other.getByLabel('Title', { exact: true }).fill('Second window');
    await other.getByRole('button', { name: 'Save' }).click();
    await other.getByText('Lena Fischer is saved.').waitFor();

    await page.getByLabel('Title', { exact: true }).fill('First window');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('This was changed in another window meanwhile.').waitFor();
    await page.getByRole('button', { name: 'Reload' }).click();
    await expect
      .poll(() => page.getByLabel('Title', { exact: true }).inputValue(), { timeout: PATIENT_MS })
      .toBe('Second window');
  });

  it('show why an assistant cannot be removed', async () => {
    const page = await show('/assistants/as-1', createFakeApi({ leads: 50 }));
    await page.getByRole('button', { name: 'Remove', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
    expect(await seen(page.getByText('Lena Fischer still holds 486 leads. Hand them back first.'))).toBe(
      true,
    );
  });
});

describe('Schedules', () => {
  it('refuse the 21st message with a sentence', async () => {
    const api = createFakeApi({ leads: 50 });
    const { id } = await call(api.router.schedules.create, {
      name: 'Long',
      steps: Array.from({ length: 19 }, () => ({
        gapDays: 2,
        message: { kind: 'assistant' as const, tone: 'gentle' as const },
      })),
    });
    const page = await show(`/schedules/${id}`, api);
    const add = page.getByRole('button', { name: 'Add message' });
    await add.click();
    await page.getByText('20 of at most 20').waitFor();
    await add.click();
    await page.getByText('Messages: a schedule has at most 20; remove one to add another.').waitFor();
    await page.getByRole('button', { name: 'Remove message 20' }).click();
    expect(await seen(page.getByText('19 of at most 20'))).toBe(true);
  });

  it('take the keyboard to a number that is missing, and nothing but the page’s body moves', async () => {
    const page = await show('/schedules/sch-3', createFakeApi({ leads: 50 }), NARROW);
    const last = page.getByRole('textbox', { name: /Message 6: days/ });
    await last.fill('');
    await page.getByRole('textbox', { name: 'Name', exact: true }).focus();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Message 6, days since the one before: enter 0 or more').waitFor();
    await page.getByText('1 field needs attention.').waitFor();
    expect(await page.evaluate('document.activeElement.getAttribute("aria-invalid")')).toBe('true');
    expect(await page.evaluate('document.scrollingElement.scrollTop + document.body.scrollTop')).toBe(0);
  });

  it('let a message be moved by the keyboard, which stays in it', async () => {
    const page = await show('/schedules/sch-2', createFakeApi({ leads: 50 }));
    const gaps = page.getByRole('textbox', { name: /days after/ });
    await gaps.nth(2).focus();
    await page.keyboard.press('Alt+ArrowUp');
    await page.keyboard.press('Alt+ArrowUp');
    expect(await Promise.all([0, 1, 2].map((place) => gaps.nth(place).inputValue()))).toEqual([
      '6.5',
      '1',
      '3',
    ]);
    expect(await page.evaluate('document.activeElement.value')).toBe('6.5');
    await page.getByText('Message 2 is now message 1 of 3.').waitFor();
  });

  it('ask whom a change reaches, with the count, and take a new name without asking', async () => {
    const page = await show('/schedules/sch-2', createFakeApi({ leads: 50 }));
    await page.getByRole('button', { name: 'Remove message 3' }).click();
    await page.getByRole('button', { name: 'Save' }).click();
    const question = page.getByRole('dialog', { name: 'Leads on it too, or only new ones?' });
    await question.getByText('143 leads are on Trade fair, short now.').waitFor();
    await question.getByRole('radio', { name: 'The 143 leads on it too' }).check();
    await question.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Trade fair, short is saved.').waitFor();

    await page.getByLabel('Name', { exact: true }).fill('Trade fair');
    await page.getByRole('button', { name: 'Save' }).click();
    expect(await seen(page.getByText('Trade fair is saved.'))).toBe(true);
  });

  it('put a known value where the caret stands', async () => {
    const page = await show('/schedules/sch-2', createFakeApi({ leads: 50 }));
    const subject = page.getByLabel('Subject');
    await subject.fill('For ');
    await page.getByRole('button', { name: 'Insert a value' }).click();
    await page.getByRole('menuitem', { name: /company/ }).click();
    await expect.poll(() => subject.inputValue(), { timeout: PATIENT_MS }).toBe('For {{ company }}');
    const body = page.getByRole('textbox', { name: 'Text', exact: true });
    await body.fill('Good day ');
    await page.getByRole('button', { name: 'Insert with a default' }).click();
    await page.getByRole('menuitem', { name: /firstName.*Ana/ }).click();
    await page.keyboard.type('you');
    const whole = 'Good day {{ firstName | default: "you" }}';
    await expect.poll(() => body.inputValue(), { timeout: PATIENT_MS }).toBe(whole);
    // The preview follows the message that is written.
    const preview = page.getByRole('region', { name: 'Preview' });
    await preview.getByText('Good day Ana').waitFor();
    await preview.getByRole('combobox', { name: 'Written to' }).click();
    await page.getByRole('option', { name: 'An example with nothing but an address' }).click();
    expect(await seen(preview.getByText('Good day you'))).toBe(true);
  });

  it('show dates as a message would leave, and why one cannot be deleted', async () => {
    const page = await show('/schedules/sch-2', withRefusals(createFakeApi({ leads: 50 })));
    await page.getByRole('listitem', { name: 'Message 1', exact: true }).getByText('Wed, Mar 4').waitFor();
    await page.getByRole('button', { name: 'Delete' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    expect(await seen(page.getByText('is the default of Maya Rao.'))).toBe(true);
  });
});

describe('CRM Details', () => {
  it('try a key before it is kept, and never show it again', async () => {
    const page = await show('/crm-details', createFakeApi({ leads: 0 }));
    const connect = page.getByRole('button', { name: 'Connect', exact: true });
    await page.getByRole('textbox', { name: 'Service key' }).fill('wrong');
    await page.getByRole('button', { name: 'Try the key' }).click();
    await page.getByRole('alert').getByText('Copy the whole key').waitFor();
    expect(await connect.isDisabled()).toBe(true);

    await page.getByRole('textbox', { name: 'Service key' }).fill(TOKEN);
    await page.getByRole('button', { name: 'Try the key' }).click();
    await page.getByText('The key works. It opens:').waitFor();
    await page.getByText('Service key of robin@northwind.example').waitFor();
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Our portal');
    await connect.click();
    await page.getByRole('heading', { name: 'Our portal' }).waitFor();
    await page.getByText('Authorised with: HUBSPOT').waitFor();
    expect(await page.content()).not.toContain(TOKEN);
  });

  it('ask once about contacts that were already there', async () => {
    const page = await show('/crm-details', createFakeApi({ leads: 50 }));
    const question = page.getByRole('heading', {
      name: '37 contacts already belonged to your assistants. Take these 37?',
    });
    await question.waitFor();
    await page.getByRole('button', { name: 'Leave them' }).click();
    await question.waitFor({ state: 'detached' });
    expect(await page.getByRole('button', { name: /Take these/ }).count()).toBe(0);
  });

  it('name each status in its exact word, and fall back to words when the CRM takes no invitation', async () => {
    const page = await show('/crm-details', withRefusals(createFakeApi({ leads: 50 })));
    await page.getByRole('cell', { name: /ALL_WORKING_WELL/ }).waitFor();
    await page.getByRole('cell', { name: /ASSISTANT_EXISTS_AS_USER_IN_CRM/ }).waitFor();
    const row = page.getByRole('row', { name: /ASSISTANT_DOES_NOT_EXISTS_AS_USER_IN_CRM/ });
    await row.getByRole('button', { name: 'Invite', exact: true }).click();
    await row.getByText('The key may not invite users.').waitFor();
    await row.getByText('settings.users.write').waitFor();
    await row.getByText('Come back and press Refresh.').waitFor();
    await row.getByRole('button', { name: 'Copy diagnostics' }).click();
    const copied = await page.evaluate<string>('navigator.clipboard.readText()');
    expect(copied).toContain('Status: ASSISTANT_DOES_NOT_EXISTS_AS_USER_IN_CRM');
    expect(copied).not.toContain('theodora');

    await page.getByRole('button', { name: 'Copy the address of Lena Fischer' }).click();
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe(
      'Lena Fischer <lena@northwind.example>',
    );
  });

  it('set up the fields, and let another option be written where the CRM lacks one', async () => {
    const page = await show('/crm-details?tab=fields', createFakeApi({ leads: 50 }));
    await page.getByRole('button', { name: 'Set up fields' }).click();
    await page.getByRole('status').getByText('All fields are there.').waitFor();

    const choice = page.getByRole('region', { name: 'Contact status QUALIFIED' });
    await choice.getByRole('radio', { name: 'Write another option' }).check();
    expect(await choice.getByRole('button', { name: 'Keep this choice' }).isDisabled()).toBe(true);
    await choice.getByRole('combobox', { name: 'Option to write in the place of QUALIFIED' }).click();
    await page.getByRole('option', { name: 'UNQUALIFIED' }).click();
    await choice.getByRole('button', { name: 'Keep this choice' }).click();
    expect(await seen(page.getByRole('row', { name: /Processed UNQUALIFIED/ }))).toBe(true);
  });

  it('show what a sync of the schedules would change, and do it', async () => {
    const page = await show('/crm-details?tab=schedules', createFakeApi({ leads: 50 }));
    await page.getByText('Open: 1 to add, 1 to rename.').waitFor();
    await page.getByRole('button', { name: 'Sync schedules' }).click();
    expect(await seen(page.getByText('The CRM has them all.'))).toBe(true);
  });

  it('keep a switch at once', async () => {
    const page = await show('/crm-details?tab=switches', createFakeApi({ leads: 50 }));
    const guard = page.getByRole('switch', { name: 'Re-assignment guard' });
    await guard.click();
    await page.getByText('Saved.').waitFor();
    await page.getByRole('tab', { name: 'API budget' }).click();
    await page.getByText('82 of 100 calls left').waitFor();
    await page.getByRole('tab', { name: 'Switches' }).click();
    expect(await guard.isChecked()).toBe(false);
    const changes = page.getByRole('region', { name: 'Changes' }).getByRole('listitem');
    await changes.filter({ hasText: 'Re-assignment guard: on → off, by an admin' }).waitFor();
    await changes.last().scrollIntoViewIfNeeded();
    await wellMade(page, 'settings-switch-changes', 'light');
  });

  it('say why a connection failed, where its key is kept, and take a new one', async () => {
    const failed = withConnection(createFakeApi({ leads: 50 }), {
      status: 'Failed',
      failure: 'HubSpot does not accept the key any more.',
      tokenKept: { where: 'encrypted-file', warning: 'There is no keychain on this machine.' },
    });
    const page = await show('/crm-details?tab=fields', failed);
    await page.getByRole('alert').getByText('HubSpot does not accept the key any more.').waitFor();
    await page.getByText('There is no keychain on this machine.').waitFor();
    await page.getByText('so the CRM cannot be asked').waitFor();
    await page.getByRole('button', { name: 'Reconnect' }).click();
    await page.getByRole('dialog', { name: 'Reconnect Northwind HubSpot' }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
  });

  it('ask before disconnecting', async () => {
    const page = await show('/crm-details', createFakeApi({ leads: 50 }));
    await page.getByRole('button', { name: 'Disconnect' }).click();
    const question = page.getByRole('dialog', { name: 'Disconnect Northwind HubSpot?' });
    await question.getByRole('button', { name: 'Disconnect' }).click();
    expect(await seen(page.getByRole('heading', { name: 'Connect HubSpot' }))).toBe(true);
  });
});

describe('a member', () => {
  it('sees how the connection stands, and is told that setting it up is for admins', async () => {
    const page = await show('/crm-details?tab=schedules', createFakeApi({ leads: 50, role: 'member' }));
    await page.getByText('is for admins. You opened Baton as a member').waitFor();
    expect(await page.getByRole('button', { name: 'Disconnect' }).isDisabled()).toBe(true);
    expect(await page.getByRole('button', { name: /^Sync/ }).first().isDisabled()).toBe(true);
    expect(await page.getByRole('link', { name: 'Connect another account' }).count()).toBe(0);
    await page.getByRole('tab', { name: 'Switches' }).click();
    expect(await page.getByRole('switch').first().isDisabled()).toBe(true);
    await wellMade(page, 'member');
    await page.evaluate("location.hash = '/data'");
    await page.getByText('erasing is for admins').waitFor();
    const isDisabled = (name: string) => page.getByRole('button', { name }).isDisabled();
    expect(await Promise.all(['Back up now', 'Everything as JSON', 'Import…'].map(isDisabled))).toEqual([
      true,
      true,
      true,
    ]);
    expect(await page.getByRole('button', { name: 'Leads as CSV' }).isEnabled()).toBe(true);
  });
});

describe.each(['/assistants', '/schedules', '/crm-details'])('%s that cannot be read', (path) => {
  it('says why, with a way to try again', async () => {
    const page = await show(path, createFakeApi({ leads: 50, failWith: 'The database is being restored.' }));
    await page.getByText('The database is being restored.').waitFor();
    await page.getByRole('button', { name: 'Try again' }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
  });
});
