import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '#test/support/browser.ts';
import { createFakeApi } from '#test/support/fake-api.ts';
import { makeLeads } from '#test/support/fake/leads.ts';
import { wellMade } from '#test/support/looks.ts';
import { buildRenderer, serveRenderer } from '#test/support/serve-renderer.ts';
import type { ServedRenderer } from '#test/support/serve-renderer.ts';

const PATIENTLY = { timeout: 15_000 };
const LEADS = 200;
let browser: Browser;
let served: ServedRenderer;

beforeAll(async () => {
  served = await serveRenderer(await buildRenderer(), createFakeApi({ leads: LEADS }));
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await served.close();
});

const leads = makeLeads(LEADS);
const hot = leads.find(({ state, sent }) => state === 'Hot' && sent > 1);
const planned = leads.find(
  ({ nextFollowUpAt, sent, of }) => nextFollowUpAt !== null && sent > 0 && of - sent > 2,
);

async function opened(
  leadId: string | undefined,
  width: number,
  height: number,
  colorScheme: 'light' | 'dark',
) {
  const context = await browser.newContext({ viewport: { width, height }, colorScheme });
  const page = await context.newPage();
  await page.goto(`${served.url}#/leads/${leadId ?? ''}`);
  await page.getByRole('region', { name: 'Timeline' }).waitFor();
  return page;
}

describe('writing to a lead as the assistant', () => {
  it('by keyboard: R opens, Ctrl+Enter sends, Undo brings the text back', async () => {
    const page = await opened(hot?.id, 1280, 800, 'light');
    await page.keyboard.press('r');
    const composer = page.getByRole('form', { name: /Answer to/ });
    await composer.getByLabel('Message').waitFor();
    await page.keyboard.type('Tuesday it is.');
    await composer.getByText('The text is kept.').waitFor();
    await wellMade(page, 'reply-1280-light', 'light');
    await page.keyboard.press('Control+Enter');
    await composer.waitFor({ state: 'detached' });
    await page.getByRole('alert').getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => composer.getByLabel('Message').inputValue(), PATIENTLY).toBe('Tuesday it is.');
    await page.keyboard.press('Escape');
    await composer.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Introduce me' }).click();
    const introduction = page.getByRole('form', { name: /Introduce/ });
    await expect
      .poll(() => introduction.getByLabel('Copy to: address').inputValue(), PATIENTLY)
      .toBe('robin@northwind.example');
    await page.context().close();
  });

  it('on Responses R answers the reply that is read', async () => {
    const context = await browser.newContext({ viewport: { width: 900, height: 600 }, colorScheme: 'light' });
    const page = await context.newPage();
    await page.goto(`${served.url}#/responses`);
    await page.getByRole('article').waitFor();
    await page.keyboard.press('r');
    const message = page.getByRole('form', { name: /Answer to/ }).getByLabel('Message');
    await message.waitFor();
    await page.keyboard.type('jkre');
    expect(await message.inputValue()).toBe('jkre');
    await wellMade(page, 'responses-reply-900-light', 'light');
    await context.close();
  });

  it('shows a mail as it was formatted, without scripts and without anything from elsewhere', async () => {
    const page = await opened(hot?.id, 900, 600, 'dark');
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.getByRole('button', { name: 'As formatted' }).first().click();
    await page.frameLocator('iframe').getByText('Tomorrow 5 pm').waitFor();
    expect(await page.locator('iframe').getAttribute('sandbox')).not.toContain('allow-scripts');
    expect(asked.filter((url) => !url.startsWith(served.url))).toEqual([]);
    await page.locator('iframe').scrollIntoViewIfNeeded();
    await wellMade(page, 'conversation-900-dark', 'dark');
    await page.context().close();
  });
});

describe('the messages to come of a lead', () => {
  it('are edited, left out and put back', async () => {
    const page = await opened(planned?.id, 1280, 800, 'dark');
    const section = page.getByRole('region', { name: 'Messages to come' });
    await section.getByRole('button', { name: /^Edit/ }).first().click();
    await section.getByLabel('Text').fill('Hello {{ firstName }}');
    await section.getByRole('button', { name: 'Save' }).click();
    await section.getByText('write out').waitFor();
    await section.getByLabel('Text').fill('Words of my own.');
    await page.keyboard.press('Control+Enter');
    await section.getByText('edited by a person').waitFor();
    await section
      .getByRole('button', { name: /^Leave out/ })
      .first()
      .click();
    await section.getByText('left out').waitFor();
    await wellMade(page, 'planned-1280-dark', 'dark');
    await section.getByRole('button', { name: /^Put/ }).first().click();
    await expect.poll(() => section.getByText('edited by a person').count(), PATIENTLY).toBe(0);
    await page.context().close();
  });
});
