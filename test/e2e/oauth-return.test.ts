import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PROJECT } from '#hosts/project-folder.ts';
import { launchBrowser } from '#test/support/browser.ts';

const HTML = readFileSync(join(PROJECT, 'resources', 'oauth-return', 'index.html'), 'utf8');
const PAGE = 'https://team.example/baton/return.html';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

/** The page as a team's host serves it; where it links, what it says, and its address afterwards. */
async function come(query: string) {
  const context = await browser.newContext();
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  const asked: string[] = [];
  await context.route('**', (route) => {
    asked.push(route.request().url());
    return route.fulfill({ contentType: 'text/html', body: HTML });
  });
  await page.goto(`${PAGE}${query}`, { waitUntil: 'commit' });
  await page.getByText(/account answered|nothing to hand over/).waitFor();
  const link = await page.locator('#open').getAttribute('href');
  const text = await page.locator('main').innerText();
  const address = page.url();
  await context.close();
  return {
    link,
    text,
    address,
    asked,
    complaints: complaints.filter((text) => !/baton:|Launched/.test(text)),
  };
}

describe('the page that leads back into the program', () => {
  it('hands the answer over, shows nothing of it and asks nobody', async () => {
    const { link, text, address, asked, complaints } = await come('?code=na1-secret&state=s~1&more=x');
    expect(link).toBe('baton://oauth/return?code=na1-secret&state=s%7E1');
    expect(text).toContain('Open Baton');
    expect(text).not.toContain('na1-secret');
    expect(address).toBe(PAGE);
    expect(asked).toEqual([`${PAGE}?code=na1-secret&state=s~1&more=x`]);
    expect(complaints).toEqual([]);
  });

  it.each(['', '?code=1', '?state=1', '?code=1&error=x&state=1', '?state=1&code=%3Cscript%3E'])(
    'hands nothing over when it is not whole: %s',
    async (query) => {
      const { link, text } = await come(query);
      expect(link).toBeNull();
      expect(text).toContain('nothing to hand over');
    },
  );

  it('runs its own script and no other, wherever it is served', () => {
    const hash = (tag: string): string => {
      const inside = new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`).exec(HTML)?.[1] ?? '';
      return createHash('sha256').update(inside).digest('base64');
    };
    const policy = /http-equiv="Content-Security-Policy"\s+content="([^"]+)"/.exec(HTML)?.[1];
    expect(policy).toBe(
      `default-src 'none'; script-src 'sha256-${hash('script')}'; style-src 'sha256-${hash('style')}'; img-src data:; base-uri 'none'; form-action 'none'`,
    );
    expect(HTML).not.toMatch(/<script [^>]|src=|https?:/);
  });
});
