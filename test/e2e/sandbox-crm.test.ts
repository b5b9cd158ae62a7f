import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSandbox } from '#sandbox/sandbox.ts';
import type { Sandbox } from '#sandbox/sandbox.ts';
import { launchBrowser } from '#test/support/browser.ts';

const ASSISTANT = { address: 'mia@harborline.example', name: 'Mia Lind' };

/** Says what is wider than the window. */
const SIDEWAYS = 'document.documentElement.scrollWidth > document.documentElement.clientWidth';

let browser: Browser;
let sandbox: Sandbox;

beforeAll(async () => {
  [browser, sandbox] = await Promise.all([launchBrowser(), startSandbox({ contacts: 200, limits: 'off' })]);
});

afterAll(async () => {
  await browser?.close();
  await sandbox?.stop();
});

async function open(
  colorScheme: 'light' | 'dark' = 'light',
): Promise<{ page: Page; complaints: string[]; close: () => Promise<void> }> {
  const context = await browser.newContext({ colorScheme, viewport: { width: 900, height: 600 } });
  context.setDefaultTimeout(10_000);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  await page.goto(sandbox.crmUrl);
  return { page, complaints, close: () => context.close() };
}

async function axe(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`));
}

/** The first contact, with a mail from an assistant that it can answer. */
function writtenTo(): { readonly path: string; readonly name: string; readonly address: string } {
  const [contact] = sandbox.portal.objects.contacts.values();
  if (contact === undefined) throw new Error('The sandbox has no contact.');
  const { values, id } = contact;
  const address = values['email'] ?? '';
  sandbox.mail.send({
    messageId: '<first@harborline.example>',
    from: ASSISTANT,
    to: [{ address, name: '' }],
    subject: 'A question',
    text: 'Shall we talk?',
    date: new Date(sandbox.clock.now()).toISOString(),
  });
  return {
    path: `${sandbox.url}/contacts/${sandbox.portal.portalId}/record/0-1/${id}`,
    name: `${values['firstname']} ${values['lastname']}`,
    address,
  };
}

describe('the screens of the sandbox CRM', () => {
  it('let a person add a user, assign contacts to her and see that on the record', async () => {
    const { page, complaints, close } = await open();
    expect(await page.title()).toBe('Contacts · Sandbox CRM — not HubSpot');
    await page.getByRole('link', { name: 'Users' }).click();
    await page.getByLabel('First name').fill('Mia');
    await page.getByLabel('Last name').fill('Lind');
    await page.getByLabel('E-mail').fill(ASSISTANT.address);
    await page.getByLabel('E-mail').press('Enter');
    await page.getByRole('status').getByText('The user was added').waitFor();

    await page.getByRole('link', { name: 'Contacts', exact: true }).click();
    const boxes = page.getByRole('checkbox');
    await boxes.nth(0).check();
    await boxes.nth(1).focus();
    await page.keyboard.press('Space');
    const link = page.getByRole('rowheader').first().getByRole('link');
    const name = (await link.textContent()) ?? '';
    await page.getByLabel('Assign selected to').selectOption({ label: 'Mia Lind' });
    await page.getByRole('button', { name: 'Assign selected' }).click();
    await page.getByRole('status').getByText('2 contacts have another owner now.').waitFor();

    await page.getByRole('link', { name, exact: true }).click();
    await page.getByRole('heading', { name, level: 1 }).waitFor();
    expect(page.url()).toContain(`/contacts/${sandbox.portal.portalId}/record/0-1/`);
    await page.getByText('Owner: Mia Lind').waitFor();
    await page.getByText('by a person in the CRM, in bulk').first().waitFor();

    await page.getByRole('button', { name: 'Take away' }).click();
    await page.getByRole('status').getByText('taken away').waitFor();
    await page.getByText('Owner: Nobody').waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  it.each(['light', 'dark'] as const)('read well in %s', async (scheme) => {
    const contact = writtenTo();
    const { page, complaints, close } = await open(scheme);
    for (const url of [`${sandbox.url}/crm`, `${sandbox.url}/crm/users`, contact.path]) {
      await page.goto(url);
      for (const details of await page.locator('details:not(details details)').all()) {
        await details.locator('> summary').click();
      }
      expect(await axe(page), `axe on ${url}`).toEqual([]);
      expect(await page.evaluate<boolean>(SIDEWAYS), `sideways on ${url}`).toBe(false);
    }
    expect(complaints).toEqual([]);
    await close();
  });

  it('let a person be the prospect who answers', async () => {
    const contact = writtenTo();
    const { page, close } = await open();
    await page.goto(contact.path);
    await page.getByRole('heading', { name: contact.name, level: 1 }).waitFor();
    await page.getByLabel('The prospect answers').selectOption({ label: 'agrees to meet' });
    await page.getByRole('button', { name: 'Send the answer' }).click();
    await page.getByRole('status').getByText('The answer is in the mailbox').waitFor();
    const received = sandbox.mail.all().received.filter(({ prospect }) => prospect === contact.address);
    expect(received.map(({ kind, mailbox }) => [kind, mailbox])).toContainEqual([
      'agreed-to-meet',
      ASSISTANT.address,
    ]);
    await close();
  });

  it('stay closed to who has not opened the link', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(`${sandbox.url}/crm`);
    await page.getByRole('heading', { name: 'The CRM is not open here' }).waitFor();
    expect(await axe(page)).toEqual([]);
    await context.close();
  });
});
