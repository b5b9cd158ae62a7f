import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** A window as a person has it: its size and colours. */
export interface Look {
  readonly width: number;
  readonly height: number;
  readonly scheme: 'light' | 'dark';
}

export const WIDE = { width: 1280, height: 800 } as const;
export const NARROW = { width: 900, height: 600 } as const;

/** A folder for pictures of the screens; then every size is shown in both schemes. */
const SHOTS = process.env['BATON_SHOTS'];

/**
 * The windows that screens are looked at in. Size and colours do not touch each other, so each of both is seen
 * once; a person who wants pictures gets all four.
 */
export const LOOKS: readonly Look[] = [
  { ...WIDE, scheme: 'light' },
  { ...NARROW, scheme: 'dark' },
  ...(SHOTS === undefined
    ? []
    : [{ ...WIDE, scheme: 'dark' } as const, { ...NARROW, scheme: 'light' } as const]),
];

/** Everything that can be scrolled sideways: nothing should. */
const SIDEWAYS = `[document.documentElement, ...document.querySelectorAll('body *')]
  .filter((e) => e.scrollWidth > e.clientWidth + 1 &&
    (e === document.documentElement || ['auto', 'scroll'].includes(getComputedStyle(e).overflowX)))
  .map((e) => e.tagName + '.' + e.className)`;

/** Dark differs from light in its colours alone. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

/** Keeps a picture of the page where a folder for pictures was named. */
export async function shoot(page: Page, name: string): Promise<void> {
  if (SHOTS !== undefined) await page.screenshot({ path: `${SHOTS}/${name}.png` });
}

/**
 * What axe finds on a page. In dark it looks at the colours alone. Frames of mails are left out: no script runs in
 * them, so that nothing can look into them either. Axe runs in the page itself, which saves a blank page each time.
 */
export async function axeFindings(page: Page, scheme: Look['scheme'] = 'light'): Promise<readonly string[]> {
  const builder = new AxeBuilder({ page })
    .exclude('iframe')
    .options({ resultTypes: ['violations'] })
    .setLegacyMode(true);
  const { violations } = await (scheme === 'dark' ? builder.withRules(COLOUR_RULES) : builder).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`));
}

/** Fails where axe finds something or where anything can be scrolled sideways. */
export async function wellMade(page: Page, name: string, scheme: Look['scheme'] = 'light'): Promise<void> {
  await shoot(page, name);
  expect(await axeFindings(page, scheme), `axe on ${name}`).toEqual([]);
  expect(await page.evaluate<string[]>(SIDEWAYS), `sideways on ${name}`).toEqual([]);
}
