import { rm } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startHubServer, type HubServer } from '#hosts/hub/http-server.ts';
import { createClock } from '#sandbox/control/clock.ts';
import { launchBrowser } from '#test/support/browser.ts';
import { DAY, MINUTE, openFlowWorld, ROSIE, STATUS, type FlowWorld } from '#test/support/flow-world.ts';
import {
  HAS_MAIL_SERVERS,
  startMailServers,
  WHY_LEFT_OUT,
  type MailServers,
} from '#test/support/mail-servers.ts';
import type { MailAccount } from '#test/support/mail/dovecot.ts';
import { prospectOn, type Prospect } from '#test/support/mail/prospect.ts';
import { SHORT_PATIENCE } from '#test/support/mail/real-mailbox-of.ts';
import { buildRenderer } from '#test/support/serve-renderer.ts';

const SOON = { timeout: 20_000 };
/** Mail servers stamp with the true time: the world begins some days before it. */
const DAYS_BEFORE = 8;

let folder = '';
let browser: Browser;
let servers: MailServers;
let world: FlowWorld;
let hub: HubServer;
let page: Page;
let rosie: MailAccount;
let ana: Prospect;
const complaints: string[] = [];

/** `BATON_SHOTS` names a folder for pictures. */
async function shoot(name: string): Promise<void> {
  const shots = process.env['BATON_SHOTS'];
  if (shots !== undefined) await page.screenshot({ path: `${shots}/journey-${name}.png` });
}

const to = (name: string) => page.getByRole('navigation').getByRole('link', { name }).click();
const field = (name: string) => page.getByRole('textbox', { name, exact: true });
const button = (name: string) => page.getByRole('button', { name, exact: true });
const sees = (text: string | RegExp) => page.getByText(text).first().waitFor({ state: 'visible' });

describe.skipIf(!HAS_MAIL_SERVERS)(`The screens, a CRM and real mail servers${WHY_LEFT_OUT}`, () => {
  beforeAll(async () => {
    [folder, browser, servers] = await Promise.all([buildRenderer(), launchBrowser(), startMailServers()]);
    rosie = servers.addAccount(ROSIE.email);
    ana = prospectOn(servers, servers.addAccount('ana@prospect.example'), 'Ana Silva');
    world = await openFlowWorld({
      stage: false,
      sandbox: { clock: createClock({ startAt: Date.now() - DAYS_BEFORE * DAY, frozen: true }) },
      mail: { ca: servers.ca, patience: SHORT_PATIENCE },
    });
    hub = await startHubServer({ context: { core: world.core }, port: 0, rendererDirectory: folder });
    const context = await browser.newContext({
      viewport: { width: 1280, height: 800 },
      reducedMotion: 'reduce',
    });
    context.setDefaultTimeout(SOON.timeout);
    page = await context.newPage();
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
  });
  afterAll(async () => {
    await browser?.close();
    await hub?.close();
    await world?.close();
    await servers?.close();
    if (folder !== '') await rm(folder, { recursive: true, force: true });
  });

  it('a lead goes from its assignment over a mail and its answer back to its owner, and nothing more is sent', async () => {
    await page.goto(hub.openUrl);
    await connects();
    await createsRosie();
    await givesHerAMailbox();

    // A person invites her in the CRM and assigns her a contact.
    world.person.addUser({ email: ROSIE.email, firstName: 'Rosie', lastName: 'Hart' });
    await to('CRM Details');
    await page.getByRole('button', { name: 'Refresh' }).first().click();
    await sees('ASSISTANT_EXISTS_AS_USER_IN_CRM');
    await world.core.drain();
    const contactId = world.contact({ email: ana.address, firstname: 'Ana', lastname: 'Silva' });
    world.assign(contactId);
    await world.poll();
    await to('Leads');
    await page.getByRole('row', { name: /Ana Silva.*Cold/ }).waitFor();
    await shoot('5-taken');

    // Her first mail reaches the prospect.
    await world.passUntil(() => servers.smtp.taken.length > 0, (DAYS_BEFORE - 2) * DAY);
    await world.untilDelivered();
    const [first, ...more] = await ana.inbox();
    expect(more).toEqual([]);
    expect(first).toMatchObject({
      from: { address: ROSIE.email, name: ROSIE.name },
      to: [{ address: ana.address }],
      text: expect.stringContaining('Ana') as string,
    });
    expect(`${first?.subject} ${first?.text}`).not.toMatch(/\{\{|\{%|undefined/);
    await page.getByRole('row', { name: /Ana Silva/ }).click();
    await sees('Message 1 sent');
    await sees(first?.subject ?? '');
    await shoot('6-first-mail');

    // The prospect answers in a mail program; the assistant reads it and gives the lead back.
    await ana.answers('Tuesday 5 pm works.');
    await world.advance(MINUTE);
    await world.poll();
    await world.untilDelivered();
    await sees('Tuesday 5 pm works.');
    await sees(/Read as Agreed to meet/);
    await shoot('7-answered');
    await to('Leads');
    await page.getByRole('row', { name: /Ana Silva.*Hot/ }).waitFor();
    await shoot('8-hot');
    expect(world.value(contactId, STATUS)).toBe('Hot');
    expect(world.owner(contactId)).toBe(world.colleague().id);
    const logged = world.activities(contactId, 'emails').map(({ values }) => values);
    expect(logged.map((email) => email['hs_email_direction'])).toEqual(['EMAIL', 'INCOMING_EMAIL']);
    expect(logged[0]?.['hs_email_subject']).toBe(first?.subject);
    expect(logged[1]?.['hs_email_text']).toContain('Tuesday 5 pm works.');
    expect(world.activities(contactId, 'tasks')).toHaveLength(1);
    await to('Responses');
    await sees(/Ana Silva/);
    await shoot('9-responses');
    await to('Activity');
    await sees('Hand-back');
    await shoot('10-activity');

    // However much time passes: nothing more is sent.
    for (let week = 0; week < 8; week += 1) {
      await world.advance(7 * DAY);
      await world.poll();
    }
    expect(await ana.inbox()).toHaveLength(1);
    expect(servers.smtp.taken.filter(({ from }) => from === ROSIE.email)).toHaveLength(1);
    expect(world.core.context.store.outbox.attention(10)).toEqual([]);
    await to('Needs attention');
    await shoot('11-attention');
    expect(complaints).toEqual([]);
  });
});

async function connects(): Promise<void> {
  await to('CRM Details');
  await page.getByLabel('Service key').fill(world.sandbox.serviceKey);
  await field('Name').fill('Acme portal');
  await field('Address').fill(world.sandbox.url);
  await button('Try the key').click();
  await sees('The key works. It opens:');
  await shoot('1-key');
  await button('Connect').click();
  await sees('Authorised with: HUBSPOT');
  await page.getByRole('tab', { name: 'Fields' }).click();
  await button('Set up fields').click();
  await expect.poll(() => world.sandbox.portal.properties.contacts.has(STATUS), SOON).toBe(true);
  await world.core.drain();
  await shoot('2-fields');
}

async function createsRosie(): Promise<void> {
  await to('Assistants');
  await page.getByRole('link', { name: 'New assistant' }).first().click();
  await field('Name').fill(ROSIE.name);
  await field('E-mail address').fill(ROSIE.email);
  await field('Context').fill('cyber security for electric vehicles');
  await button('Create assistant').click();
  await sees(`${ROSIE.name} is created.`);
}

async function givesHerAMailbox(): Promise<void> {
  await shoot('3-assistant');
  if ((await button('Set up mailbox').count()) === 0)
    await page.getByRole('link', { name: ROSIE.name }).first().click();
  await button('Set up mailbox').click();
  const dialog = page.getByRole('dialog');
  const inDialog = (name: string) => dialog.getByRole('textbox', { name, exact: true });
  await dialog.getByRole('combobox', { name: 'Provider' }).click();
  await page.getByRole('option', { name: 'Other' }).click();
  await inDialog('Password or app password').fill(rosie.password);
  await inDialog('IMAP server').fill('localhost');
  await inDialog('IMAP port').fill(String(servers.imap.port));
  await inDialog('SMTP server').fill('localhost');
  await inDialog('SMTP port').fill(String(servers.smtp.port));
  await dialog.getByRole('button', { name: 'Test', exact: true }).click();
  await dialog.getByRole('button', { name: 'Save', exact: true }).waitFor();
  await shoot('4-mailbox-tested');
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
  await world.poll();
  await page.getByRole('region', { name: 'Mailbox' }).getByText('Connected', { exact: true }).waitFor();
}
