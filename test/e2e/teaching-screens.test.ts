import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '#test/support/browser.ts';
import { createFakeApi } from '#test/support/fake-api.ts';
import { wellMade } from '#test/support/looks.ts';
import { buildRenderer, serveRenderer } from '#test/support/serve-renderer.ts';
import type { ServedRenderer } from '#test/support/serve-renderer.ts';

const PATIENTLY = { timeout: 15_000 };
/** A person selects two words of the reply. */
const SELECT = `
  const piece = [...document.querySelectorAll('article span')].find((each) => each.textContent.includes('Who else'));
  const range = document.createRange();
  const from = piece.firstChild.data.indexOf('Who else');
  range.setStart(piece.firstChild, from);
  range.setEnd(piece.firstChild, from + 'Who else'.length);
  getSelection().removeAllRanges();
  getSelection().addRange(range);
`;
let browser: Browser;
let served: ServedRenderer;

beforeAll(async () => {
  served = await serveRenderer(await buildRenderer(), createFakeApi({ leads: 60 }));
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await served.close();
});

async function opened(width: number, height: number, colorScheme: 'light' | 'dark'): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height }, colorScheme });
  const page = await context.newPage();
  await page.goto(`${served.url}#/teaching`);
  await page.getByRole('list', { name: 'Rules' }).waitFor();
  return page;
}

describe('teaching, named people, mail without a lead and the invitation', () => {
  it.each([
    [1280, 800, 'light'],
    [900, 600, 'dark'],
  ] as const)('have no barrier at %i × %i, %s', async (width, height, scheme) => {
    const page = await opened(width, height, scheme);
    const reply = page.getByRole('textbox', { name: 'Reply', exact: true });
    await reply.fill('That is for the works council to say.');
    await reply.press('Control+Enter');
    await page.getByText('Your rule').waitFor();
    await wellMade(page, `teaching-${width}-${scheme}`, scheme);
    await page.getByRole('link', { name: 'Responses' }).last().click();
    await page.getByRole('button', { name: /^No lead/ }).click();
    await page.getByRole('list', { name: 'Mails without a lead' }).waitFor();
    await wellMade(page, `no-lead-${width}-${scheme}`, scheme);
    await page.getByRole('button', { name: /^Named people/ }).click();
    await page.getByRole('list', { name: 'People who were named' }).waitFor();
    await wellMade(page, `named-${width}-${scheme}`, scheme);
    await page.getByRole('link', { name: 'CRM Details' }).click();
    await page.getByText('Accept the invitation for').first().waitFor();
    // No tooltip of the navigation is open.
    await page.mouse.move(width / 2, height - 5);
    await expect.poll(() => page.getByRole('tooltip').count(), PATIENTLY).toBe(0);
    await wellMade(page, `invitation-${width}-${scheme}`, scheme);
    await page.context().close();
  });

  it('a correction offers to teach the words that decided, and the rule stands with what follows', async () => {
    const page = await opened(1280, 800, 'light');
    await page.getByRole('link', { name: 'Responses' }).last().click();
    await page.getByRole('article').waitFor();
    await page.keyboard.press('7');
    await page.getByRole('link', { name: 'Teach', exact: true }).first().click();
    const term = page.getByRole('textbox', { name: 'Always when a reply says' });
    await expect.poll(() => term.inputValue(), PATIENTLY).toBe('Tuesday at 5 pm works');
    await term.fill('works with us');
    await term.press('Enter');
    const rule = page.getByRole('listitem').filter({ hasText: 'works with us' });
    await rule.getByText('DeActivated').waitFor();
    // Words that a person selects come first.
    await page.getByRole('link', { name: 'Responses' }).last().click();
    await page.getByRole('article').getByText('Who else uses it?').waitFor();
    await page.evaluate(SELECT);
    await page.getByRole('button', { name: 'Teach', exact: true }).click();
    await expect.poll(() => term.inputValue(), PATIENTLY).toBe('Who else');
    await page.context().close();
  });

  it('a person approves somebody who was named; who may not be written to cannot be', async () => {
    const page = await opened(1280, 800, 'light');
    await page.getByRole('link', { name: 'Responses' }).last().click();
    await page.getByRole('button', { name: /^Named people/ }).click();
    const people = page.getByRole('list', { name: 'People who were named' }).getByRole('listitem');
    await people.filter({ hasText: 'Bo Ström' }).waitFor();
    expect(await people.filter({ hasText: 'Bo Ström' }).getByRole('button').first().isDisabled()).toBe(true);
    await people.filter({ hasText: 'Ann Lee' }).getByRole('button', { name: 'Approve' }).click();
    await expect.poll(() => people.filter({ hasText: 'Ann Lee' }).count(), PATIENTLY).toBe(0);
    await page.context().close();
  });
});
