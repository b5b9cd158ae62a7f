import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '#test/support/browser.ts';
import { createFakeApi } from '#test/support/fake-api.ts';
import { wellMade } from '#test/support/looks.ts';
import { buildRenderer, serveRenderer } from '#test/support/serve-renderer.ts';
import type { ServedRenderer } from '#test/support/serve-renderer.ts';

const PATIENTLY = { timeout: 15_000 };
/** With `BATON_SHOTS=folder` the pages are also kept as pictures. */
const shots = process.env['BATON_SHOTS'];
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

async function opened(path: string, width = 1280, height = 800, colorScheme: 'light' | 'dark' = 'light') {
  const context = await browser.newContext({ viewport: { width, height }, colorScheme });
  const page = await context.newPage();
  await page.goto(`${served.url}#${path}`);
  return page;
}

describe('the page Drafts', () => {
  it.each([
    [1280, 800, 'light'],
    [900, 600, 'dark'],
  ] as const)('has no barrier at %i × %i, %s', async (width, height, scheme) => {
    const page = await opened('/drafts', width, height, scheme);
    await page.getByRole('article').waitFor();
    await page.keyboard.press('j');
    await page.getByText('Stands in no fact that the assistant was given').waitFor();
    await wellMade(page, `drafts-${width}-${scheme}`, scheme);
    await page.context().close();
  });

  it('is worked through by keyboard: read on, approve, edit, reject', async () => {
    const page = await opened('/drafts');
    await page.getByRole('article').waitFor();
    const name = () => page.getByRole('article').getByRole('heading', { level: 2 }).textContent();
    const waiting = () => page.getByRole('button', { name: /^Waiting/ }).textContent();
    const first = await name();
    await page.keyboard.press('j');
    await expect.poll(name, PATIENTLY).not.toBe(first);
    await page.keyboard.press('k');
    await expect.poll(name, PATIENTLY).toBe(first);
    await page.keyboard.press('a');
    await expect.poll(name, PATIENTLY).not.toBe(first);
    await expect.poll(waiting, PATIENTLY).toBe('Waiting11');

    await page.keyboard.press('e');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Message').fill('Hello {{ firstName }}');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.getByText('"{{ firstName }}" was not filled in').waitFor();
    if (shots !== undefined) await page.screenshot({ path: `${shots}/drafts-edit.png` });
    await dialog.getByLabel('Message').fill('Hello Ana, shall we talk on Tuesday?');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('article').getByText('shall we talk on Tuesday?').waitFor();
    await page.getByText('Worded by a person').waitFor();

    await page.keyboard.press('r');
    if (shots !== undefined) await page.screenshot({ path: `${shots}/drafts-reject.png` });
    await page.getByRole('button', { name: 'Stop the follow-up' }).click();
    await expect.poll(waiting, PATIENTLY).toBe('Waiting10');

    await page.getByRole('button', { name: 'Approve all shown' }).click();
    await page.getByRole('dialog').getByText('Each goes out at its allowed time').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Approve' }).click();
    await page.getByText('Nothing waits for approval').waitFor();
    await page.getByRole('button', { name: /^Approved/ }).click();
    await page.getByRole('button', { name: 'Take back' }).click();
    await expect.poll(waiting, PATIENTLY).toBe('Waiting1');
    await page.context().close();
  });
});

describe('the switch Review first of an assistant', () => {
  it('asks what becomes of the messages that wait when it is turned off', async () => {
    const page = await opened('/assistants');
    await page.getByRole('link', { name: 'Maya Rao' }).first().click();
    const reviewFirst = page.getByRole('switch', { name: 'Review first' });
    await reviewFirst.click({ force: true });
    const dialog = page.getByRole('dialog');
    await dialog.getByText('What becomes of').waitFor();
    const opacity = () =>
      page.evaluate(`getComputedStyle(document.querySelector('[role="dialog"]')).opacity`);
    await expect.poll(opacity, PATIENTLY).toBe('1');
    await wellMade(page, 'review-first-off', 'light');
    await dialog.getByRole('button', { name: /^Keep/ }).click();
    await expect.poll(() => reviewFirst.isChecked(), PATIENTLY).toBe(false);
    await page.context().close();
  });
});

describe('the settings of the language model', () => {
  it('are tested, turned on, and without a barrier, wide and light or narrow and dark', async () => {
    const page = await opened('/language-model');
    await page.getByText('no text leaves for a language model').waitFor();
    await page.getByRole('textbox', { name: 'Model' }).fill('gone');
    await page.getByRole('button', { name: 'Test' }).click();
    await page.getByText('knows no model "gone"').waitFor();
    await wellMade(page, 'language-model-1280-light', 'light');
    await page.getByRole('textbox', { name: 'Model' }).fill('llama3.1');
    await page.getByRole('button', { name: 'Test' }).click();
    await page.getByText('llama3.1 answered within').waitFor();
    await page.getByRole('switch', { name: 'Use a language model' }).click({ force: true });
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('To this computer (127.0.0.1:11434), and to nobody else.').waitFor();
    await page.setViewportSize({ width: 900, height: 600 });
    await page.emulateMedia({ colorScheme: 'dark' });
    await wellMade(page, 'language-model-900-dark', 'dark');
    await page.context().close();
  });
});
