import { rm } from 'node:fs/promises';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { launchBrowser } from '#test/support/browser.ts';
import { createFakeApi } from '#test/support/fake-api.ts';
import { buildRenderer, serveRenderer } from '#test/support/serve-renderer.ts';

let folder = '';
let browser: Browser;

beforeAll(async () => {
  [folder, browser] = await Promise.all([buildRenderer(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  if (folder !== '') await rm(folder, { recursive: true, force: true });
});

/** What axe finds, in light and dark; `BATON_SHOTS` names a folder for pictures. */
async function wellMade(page: Page, name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const shots = process.env['BATON_SHOTS'];
    if (shots !== undefined) await page.screenshot({ path: `${shots}/palette-${name}-${colorScheme}.png` });
    // The page behind has tests of its own, and its colours are still changing.
    const builder = new AxeBuilder({ page })
      .include('[role="dialog"]')
      .options({ resultTypes: ['violations'] });
    // Dark differs from light in its colours alone.
    if (colorScheme === 'dark') builder.withRules(['color-contrast', 'link-in-text-block']);
    const { violations } = await builder.analyze();
    const found = violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`),
    );
    expect(found, `axe on ${name} in ${colorScheme}`).toEqual([]);
  }
}

describe('the command palette, by keyboard alone', () => {
  it.each([
    { width: 1280, height: 800 },
    { width: 900, height: 600 },
  ])('goes to pages and leads, acts on the lead in view and stops everything at $width', async (viewport) => {
    const served = await serveRenderer(folder, createFakeApi({ leads: 2_000 }));
    onTestFinished(() => served.close());
    const context = await browser.newContext({ viewport, reducedMotion: 'reduce' });
    context.setDefaultTimeout(20_000);
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
    });
    await page.goto(`${served.url}#/schedules`);
    await page.getByRole('heading', { level: 1, name: 'Schedules' }).waitFor();

    await page.keyboard.press('Control+K');
    const field = page.getByRole('combobox', { name: 'Search or do' });
    await field.waitFor();
    await expect
      .poll(() => page.evaluate('document.activeElement.role'), { timeout: 10_000 })
      .toBe('combobox');
    await page.keyboard.type('activ');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Activity' }).waitFor();

    await page.keyboard.press('Control+K');
    await page.keyboard.type('lead 7@');
    await page.getByText('Nothing is called that.').waitFor();
    await field.fill('an');
    const leads = page.getByRole('group', { name: 'Leads' }).getByRole('option');
    await leads.first().waitFor();
    await wellMade(page, `leads-${viewport.width}`);
    // What is chosen is what a screen reader says.
    const wanted = leads.first();
    const name = (await wanted.locator('bdi').first().textContent()) ?? '';
    const id = await wanted.getAttribute('id');
    while ((await field.getAttribute('aria-activedescendant')) !== id) await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name }).first().waitFor();

    await page.keyboard.press('Control+K');
    const actions = page.getByRole('group', { name: 'This lead' }).getByRole('option');
    await actions.first().waitFor();
    const action = (await actions.first().locator('bdi').first().textContent()) ?? '';
    expect(await actions.first().textContent()).toContain(name);
    await page.keyboard.press('Enter');
    expect(action).not.toBe('');
    await page
      .getByText(/^1 lead |^Follow-up .* 1 lead/)
      .first()
      .waitFor();

    await page.keyboard.press('Control+K');
    await page.keyboard.type('stop every');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').getByText('Stopped since').waitFor();
    await page.keyboard.press('Control+K');
    await field.waitFor();
    await page.keyboard.type('resume');
    await page.getByRole('group', { name: 'Program' }).getByRole('option', { name: 'Resume' }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'What will happen first' }).waitFor();
    await page.keyboard.press('Escape');
    // A page is found by what is done on it, too.
    await page.keyboard.press('Control+K');
    await field.fill('backup');
    await page.getByRole('group', { name: 'Pages' }).getByRole('option', { name: 'Data' }).waitFor();
    await page.keyboard.press('Escape');
    await field.waitFor({ state: 'detached' });
    expect(complaints).toEqual([]);
    await context.close();
  });
});
