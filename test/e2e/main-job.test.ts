import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { associatedIds } from '#sandbox/portal/associate.ts';
import { startSandbox, type Sandbox } from '#sandbox/sandbox.ts';
import { launchBrowser } from '#test/support/browser.ts';
import { startHub, type HubProcess } from '#test/support/hub-process.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';

const ROSIE = 'rosie.hart@demo.example';
/** Several polls of the hub, on a busy machine. */
const SOON = { timeout: 60_000 };

let sandbox: Sandbox;
let hub: HubProcess;
let browser: Browser;
let page: Page;
const wrong: string[] = [];

beforeAll(async () => {
  sandbox = await startSandbox({ contacts: 0, mix: {} });
  hub = await startHub({ data: temporaryFolder(), mailUrl: sandbox.mailUrl, mailToken: sandbox.mailToken });
  browser = await launchBrowser();
  page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  page.on('pageerror', (error) => wrong.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') wrong.push(message.text());
  });
});

afterAll(async () => {
  await browser.close();
  expect(await hub.stop()).toBe(0);
  await sandbox.stop();
});

const to = (name: string) => page.getByRole('navigation').getByRole('link', { name }).click();
const field = (name: string) => page.getByRole('textbox', { name, exact: true });
const sees = (text: string | RegExp) =>
  page
    .getByText(text)
    .first()
    .waitFor({ state: 'visible', ...SOON });

it('takes a contact from its assignment in HubSpot to its hand-back, before the eyes of the user', async () => {
  const { person } = sandbox.control;
  const [paula] = [...sandbox.portal.owners.values()].filter((owner) => !owner.archived);
  if (paula === undefined) throw new Error('The portal has no team.');
  const contactId = person.createRecord('contacts', {
    email: 'ana.silva@acme.example',
    firstname: 'Ana',
    lastname: 'Silva',
    company: 'Acme',
    hubspot_owner_id: paula.id,
  });

  // The user opens the printed address and connects with a service key.
  await page.goto(hub.openUrl);
  await to('CRM Details');
  await page.getByLabel('Service key').fill(sandbox.serviceKey);
  await field('Name').fill('Acme portal');
  await field('Address').fill(sandbox.url);
  await page.getByRole('button', { name: 'Try the key' }).click();
  await sees('The key works. It opens:');
  await page.getByRole('button', { name: 'Connect', exact: true }).click();
  await sees('Authorised with: HUBSPOT');
  await sees('ASSISTANT_NOT_YET_CREATED');
  await page.getByRole('tab', { name: 'Fields' }).click();
  await page.getByRole('button', { name: 'Set up fields' }).click();
  await expect
    .poll(() => sandbox.portal.properties.contacts.has('baton_lead_connection_status'), SOON)
    .toBe(true);

  // An assistant with an address of her own, who is no user of the CRM yet.
  await to('Assistants');
  await page.getByRole('link', { name: 'New assistant' }).first().click();
  await field('Name').fill('Rosie Hart');
  await field('E-mail address').fill(ROSIE);
  await field('Context').fill('cyber security for electric vehicles');
  await page.getByRole('button', { name: 'Create assistant' }).click();
  await sees('Rosie Hart is created.');
  await to('CRM Details');
  await sees('ASSISTANT_DOES_NOT_EXISTS_AS_USER_IN_CRM');

  // A person invites her in HubSpot.
  const rosie = person.addUser({ email: ROSIE, firstName: 'Rosie', lastName: 'Hart' });
  await page.getByRole('button', { name: 'Refresh' }).first().click();
  await sees('ASSISTANT_EXISTS_AS_USER_IN_CRM');

  // A person assigns the contact: it is a lead within seconds, and the CRM has the note.
  person.assign([contactId], rosie.id, { userId: paula.userId });
  await to('Leads');
  await page.getByRole('row', { name: /Ana Silva.*Cold/ }).waitFor(SOON);
  await expect
    .poll(() => notesOn(contactId), SOON)
    .toEqual([expect.stringContaining('I will start working on this')]);
  await to('CRM Details');
  await sees('ALL_WORKING_WELL');

  // Ana answers.
  sandbox.mail.deliver({
    mailbox: ROSIE,
    from: { address: 'ana.silva@acme.example', name: 'Ana Silva' },
    subject: 'Re: Cyber security for electric vehicles',
    text: 'Hello Rosie,\n\nyes, let us meet. Tuesday at 5 pm works for me.\n\nAna',
  });
  await to('Leads');
  await page.getByRole('row', { name: /Ana Silva.*Hot/ }).waitFor(SOON);
  await expect.poll(() => valueOf(contactId, 'hubspot_owner_id'), SOON).toBe(paula.id);
  expect(valueOf(contactId, 'baton_lead_connection_status')).toBe('Hot');
  expect(valueOf(contactId, 'hs_lead_status')).toBe('CONNECTED');
  expect(count('emails')).toBe(1);
  expect(count('tasks')).toBe(1);
  expect(notesOn(contactId)).toHaveLength(2);

  // Everything can be read in Activity.
  await to('Activity');
  await sees('Confirmation: the contact was taken');
  await sees('Lead Connection Status → Hot');
  await sees(/^Assigned to /);
  await sees('Hand-back');

  // And on the lead itself, opened from its row.
  await to('Leads');
  await page.getByRole('row', { name: /Ana Silva/ }).click();
  await sees('Tuesday at 5 pm works for me.');
  expect(wrong).toEqual([]);
});

function valueOf(contactId: string, property: string): string {
  return sandbox.portal.objects.contacts.get(contactId)?.values[property] ?? '';
}

function count(type: 'emails' | 'tasks'): number {
  return sandbox.portal.objects[type].size;
}

function notesOn(contactId: string): string[] {
  const contact = sandbox.portal.objects.contacts.get(contactId);
  if (contact === undefined) return [];
  return associatedIds(sandbox.portal, contact, 'notes').map(
    ([id]) => sandbox.portal.objects.notes.get(id)?.values['hs_note_body'] ?? '',
  );
}
