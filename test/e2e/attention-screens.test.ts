import { rm } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '#test/support/browser.ts';
import { createFakeApi } from '#test/support/fake-api.ts';
import { WIDE, axeFindings } from '#test/support/looks.ts';
import { buildRenderer, serveRenderer } from '#test/support/serve-renderer.ts';

const PATIENT = 10_000;

let folder = '';
let browser: Browser;

beforeAll(async () => {
  [folder, browser] = await Promise.all([buildRenderer(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  if (folder !== '') await rm(folder, { recursive: true, force: true });
});

/** A window on a world of its own. */
async function open(path: string, leads = 200) {
  const served = await serveRenderer(folder, createFakeApi({ leads, writes: leads === 0 ? 0 : 400 }));
  const context = await browser.newContext({ viewport: WIDE, reducedMotion: 'reduce' });
  context.setDefaultTimeout(PATIENT);
  const page = await context.newPage();
  await page.goto(`${served.url}#${path}`);
  await page.locator('main :is(h1, h2):visible').first().waitFor();
  const close = async (): Promise<void> => {
    await context.close();
    await served.close();
  };
  return { page, close };
}

/** Presses Tab until a button or link of this name has the keyboard. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let press = 0; press < 40; press += 1) {
    await page.keyboard.press('Tab');
    const words = await page.evaluate<string>(
      '(document.activeElement.getAttribute("aria-label") ?? document.activeElement.textContent ?? "").trim()',
    );
    if (name.test(words)) return;
  }
  throw new Error(`Nothing named ${name} can be reached with Tab.`);
}

describe('the first screen', () => {
  it('begins with what needs attention; its number stands in the navigation and the title of the window', async () => {
    const { page, close } = await open('/leads');
    const strip = page.getByRole('region', { name: /^Needs attention/ });
    await strip.waitFor();
    expect(await strip.getByRole('listitem').count()).toBe(3);
    expect(await page.title()).toBe('(5) Leads · Baton');
    expect(await page.getByRole('link', { name: /Needs attention 5 waiting/ }).count()).toBe(1);
    await strip.getByRole('link', { name: '2 more' }).click();
    await page.getByRole('heading', { level: 1, name: 'Needs attention' }).waitFor();
    expect(await page.getByRole('main').getByRole('listitem').count()).toBe(5);
    await close();
  });

  it('solves one with the keyboard alone, and the list gets shorter by itself', async () => {
    const { page, close } = await open('/leads');
    await page.getByRole('region', { name: /^Needs attention/ }).waitFor();
    await tabTo(page, /^Try again: The CRM refused a write/);
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: /Needs attention 4 waiting/ }).waitFor();
    await expect.poll(() => page.title()).toBe('(4) Leads · Baton');
    await close();
  });

  it('keeps the list folded when it was folded', async () => {
    const { page, close } = await open('/leads');
    const fold = page.getByRole('button', { name: /^Needs attention/ });
    await fold.press('Enter');
    await page.getByRole('link', { name: 'See all 5' }).waitFor();
    await page.reload();
    await fold.waitFor();
    expect(await fold.getAttribute('aria-expanded')).toBe('false');
    expect(await page.getByRole('button', { name: /^Try again/ }).count()).toBe(0);
    await close();
  });

  it('says nothing about attention where nothing waits', async () => {
    const { page, close } = await open('/leads', 0);
    await page.getByText('No leads yet').waitFor();
    expect(await page.getByRole('region', { name: /^Needs attention/ }).count()).toBe(0);
    expect(await page.title()).toBe('Leads · Baton');
    await close();
  });

  it('opens from each tile a list of as many leads as the tile says', async () => {
    const { page, close } = await open('/leads');
    const tiles = page.getByRole('group', { name: 'Lists' }).getByRole('button');
    await expect.poll(() => tiles.allTextContents()).not.toContain('–');
    for (let nth = (await tiles.count()) - 1; nth >= 0; nth -= 1) {
      const tile = tiles.nth(nth);
      const number = /^[\d,]+/.exec((await tile.textContent()) ?? '')?.[0] ?? '';
      await tile.click();
      await page
        .getByRole('status')
        .getByText(`${number} ${nth === 0 ? 'in all' : 'match'}`)
        .waitFor();
      expect(await tile.getAttribute('aria-pressed')).toBe('true');
    }
    await close();
  });
});

describe('the page Needs attention', () => {
  it('filters, asks before it gives up, and puts a note away', async () => {
    const { page, close } = await open('/attention');
    await page.getByRole('button', { name: /^Notes/ }).click();
    const entries = page.getByRole('main').getByRole('listitem');
    await expect.poll(() => entries.count()).toBe(1);
    await page.getByRole('button', { name: 'More about Tokens are in a file' }).click();
    await page.getByRole('menuitem', { name: 'Put away' }).click();
    await page.getByText('Nothing matches').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await page
      .getByRole('button', { name: /^More about The CRM/ })
      .first()
      .click();
    await page.getByRole('menuitem', { name: 'Give up' }).click();
    const dialog = page.getByRole('dialog', { name: 'Give up?' });
    expect(await axeFindings(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Give up' }).click();
    await expect.poll(() => entries.count()).toBe(3);
    await close();
  });

  it('says so when nothing waits', async () => {
    const { page, close } = await open('/attention', 0);
    await page.getByText('Nothing waits for you').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await close();
  });
});
