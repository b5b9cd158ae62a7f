import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shownWindow, started, until } from './desktop.ts';

const isReal = process.env['BATON_REAL_ELECTRON'] !== undefined;
const OUT = fileURLToPath(new URL('../../out', import.meta.url));

/** Links as any web page can make a system hand them to the program. */
const hostileLink = fc.oneof(
  fc.string({ maxLength: 300 }).map((rest) => `baton://${rest}`),
  fc.webUrl({ withFragments: true, withQueryParameters: true }).map((url) => url.replace(/^https?/, 'baton')),
  fc
    .constantFrom(
      'lead',
      'leads',
      'oauth/return',
      '..',
      'lead/..',
      'lead/%2e%2e',
      'file:///etc/passwd',
      'lead/1#/data',
    )
    .chain((path) => fc.string({ maxLength: 40 }).map((rest) => `baton://${path}/${rest}`)),
  fc.constantFrom(
    'baton:javascript:alert(1)',
    'baton://lead/7\u0000',
    'baton://lead/-x --no-sandbox',
    'BATON://LEAD/7',
  ),
);

describe('the built program', () => {
  it('has a preload of one CommonJS file that hands over a port and knows nothing else', () => {
    const preload = readFileSync(join(OUT, 'preload', 'index.cjs'), 'utf8');
    expect([...preload.matchAll(/require\(["'`]([^"'`]+)["'`]\)/g)].map(([, name]) => name)).toEqual([
      'electron',
    ]);
    expect(preload).not.toMatch(/exposeInMainWorld|contextBridge/);
    expect(preload.length).toBeLessThan(2000);
  });

  it('shows a page under a policy that runs only its own scripts', async () => {
    const app = await started();
    const page = await shownWindow(app);
    const policy = await page.evaluate<string>(
      `fetch(location.origin).then((answer) => answer.headers.get('content-security-policy'))`,
    );
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toMatch(/script-src[^;]*unsafe/);
    const hasRun = await page.evaluate<boolean>(`{
      const script = document.createElement('script');
      script.textContent = 'globalThis.hasRun = true';
      document.body.append(script);
      'hasRun' in globalThis;
    }`);
    expect(hasRun).toBe(false);
  });

  it('makes windows sandboxed, isolated and without Node', async () => {
    const app = await started();
    await shownWindow(app);
    if (isReal) return;
    const options = await app.evaluate(
      ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.options.webPreferences,
    );
    expect(options).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
    });
  });

  it.skipIf(isReal)(
    'leaves its own pages for nothing: navigations, popups and frames are refused',
    async () => {
      const app = await started();
      const page = await shownWindow(app);
      const before = page.url();
      await page.evaluate(`{
      location.href = 'https://acme.example/phish';
      window.open('https://acme.example/popup');
      window.open('file:///etc/passwd');
      const frame = document.createElement('iframe');
      frame.src = 'https://acme.example/frame';
      document.body.append(frame);
    }`);
      // A link of a web address goes to the system's browser, and only there.
      await until(app, ({ outside }) => outside.opened.length > 0);
      expect(await app.evaluate(({ outside }) => outside.opened)).toEqual(['https://acme.example/popup']);
      expect(page.url()).toBe(before);
      expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
    },
  );

  it.skipIf(isReal)('grants no permission but writing what the user copied', async () => {
    const app = await started();
    await shownWindow(app);
    const granted = await app.evaluate(({ session, BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows();
      const names = [
        'media',
        'geolocation',
        'notifications',
        'clipboard-read',
        'clipboard-sanitized-write',
        'hid',
        'usb',
      ];
      return names.filter((name) =>
        session.defaultSession.checkHandler?.(
          window?.webContents as never,
          name as never,
          window?.webContents.getURL() ?? '',
          {} as never,
        ),
      );
    });
    expect(granted).toEqual(['clipboard-sanitized-write']);
  });

  it.skipIf(isReal)(
    'survives 10,000 hostile links: nothing opens, nothing is written, no screen but a lead is shown',
    async () => {
      const app = await started();
      const page = await shownWindow(app);
      const links = fc.sample(hostileLink, { numRuns: 10_000, seed: 7 });
      await app.evaluate(({ app: program }, all) => {
        for (const link of all) {
          program.emit('second-instance', {}, ['baton', '--allow-file-access-from-files', link], '/', {});
          program.emit('open-url', { preventDefault: () => undefined }, link);
        }
      }, links);
      expect(await app.evaluate(({ outside }) => [outside.opened, outside.errorBoxes])).toEqual([[], []]);
      await page.getByRole('heading', { level: 1 }).first().waitFor();
      expect(new URL(page.url()).hash).toMatch(/^#\/leads(\/[A-Za-z0-9_-]{1,64})?$/);
    },
  );
});
