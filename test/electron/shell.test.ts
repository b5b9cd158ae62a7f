import { chmodSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '#test/support/temporary-folder.ts';
import { aHome, shownWindow, started, until } from './desktop.ts';

const isReal = process.env['BATON_REAL_ELECTRON'] !== undefined;

describe('the desktop program', () => {
  it('opens its window with the first screen, and the page has nothing of Electron or Node', async () => {
    const page = await shownWindow(await started());
    expect(page.url()).toContain('#/leads');
    const reach = await page.evaluate(() =>
      ['require', 'process', 'ipcRenderer', 'module'].filter((name) => name in globalThis),
    );
    expect(reach).toEqual([]);
  });

  it('is one program: a second start brings the window of the first to the front, at the linked lead', async () => {
    const app = await started();
    const page = await shownWindow(app);
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize());
    expect(await app.startAgain(['baton://lead/01JABC'])).toBe(0);
    await page.waitForURL(/#\/leads\/01JABC$/);
    expect(
      await app.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows().map((each) => each.isMinimized()),
      ),
    ).toEqual([false]);
  });

  it('starts hidden at login, and shows its window when it is started again', async () => {
    const app = await started({ args: ['--hidden'] });
    await until(app, ({ app: program }) => program.isReady());
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(0);
    await app.startAgain([]);
    await shownWindow(app);
  });

  it('opens at the lead of the link that started it', async () => {
    const app = await started({ args: ['baton://lead/7'] });
    const page = await app.window();
    await page.waitForURL(/#\/leads\/7$/);
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  });

  it.skipIf(isReal)(
    'asks once what closing the window means, then goes on without it, and the tray brings it back',
    async () => {
      const home = aHome();
      const app = await started({ home });
      await shownWindow(app);
      const close = () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
      await close();
      await until(app, ({ outside }) => outside.dialogs.length === 1);
      await app.evaluate(({ outside }) => outside.dialogs[0]?.answer({ response: 0, checkboxChecked: true }));
      await until(app, ({ BrowserWindow }) => BrowserWindow.getAllWindows().length === 0);

      await until(app, ({ outside }) => outside.trays[0]?.menu != null);
      await app.evaluate(({ outside }) => outside.trays[0]?.menu?.getMenuItemById('open')?.press());
      await shownWindow(app);
      await close();
      await until(app, ({ BrowserWindow }) => BrowserWindow.getAllWindows().length === 0);
      expect(await app.evaluate(({ outside }) => outside.dialogs.length)).toBe(1);
      const kept = JSON.parse(readFileSync(join(home, 'config', 'baton', 'window.json'), 'utf8')) as object;
      expect(kept).toMatchObject({ whenClosed: 'keep-working' });
    },
  );

  it.skipIf(isReal)('ends when that is the answer, with its database closed', async () => {
    const app = await started();
    await shownWindow(app);
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
    await until(app, ({ outside }) => outside.dialogs.length === 1);
    await app.evaluate(({ outside }) => outside.dialogs[0]?.answer({ response: 1, checkboxChecked: false }));
    expect(await app.ended).toBe(0);
  });

  it.skipIf(isReal)('is paused, stopped and resumed from the tray, which says so', async () => {
    const app = await started({ args: ['--hidden'] });
    const line = () => app.evaluate(({ outside }) => outside.trays[0]?.toolTip ?? '');
    const press = (id: string) =>
      app.evaluate(({ outside }, item) => outside.trays[0]?.menu?.getMenuItemById(item)?.press(), id);
    await until(app, ({ outside }) =>
      (outside.trays[0]?.toolTip ?? '').startsWith('Baton: 0 leads in follow-up'),
    );
    await press('pause');
    await until(app, ({ outside }) => (outside.trays[0]?.toolTip ?? '').startsWith('Baton: Paused until'));
    await press('go-on');
    await until(app, ({ outside }) => (outside.trays[0]?.toolTip ?? '').startsWith('Baton: 0 leads'));
    await press('stop');
    await until(app, ({ outside }) => (outside.trays[0]?.toolTip ?? '').startsWith('Baton: Stopped since'));
    expect(await line()).toContain('Stopped since');
    // Resume shows what will happen first: it opens the window, where the banner has the button.
    await press('resume');
    const page = await shownWindow(app);
    await page
      .getByRole('alert')
      .getByRole('button', { name: /Resume/ })
      .waitFor();
  });

  it.skipIf(isReal || process.platform !== 'linux')('starts at login when the tray says so', async () => {
    const home = aHome();
    const app = await started({ home, args: ['--hidden'] });
    const file = join(home, 'config', 'autostart', 'baton.desktop');
    await until(app, ({ outside }) => outside.trays[0]?.menu != null);
    const press = () =>
      app.evaluate(({ outside }) => outside.trays[0]?.menu?.getMenuItemById('start-at-login')?.press());
    await press();
    expect(readFileSync(file, 'utf8')).toMatch(/^Exec="[^"]+" "[^"]+" "--hidden"$/m);
    await until(
      app,
      ({ outside }) => outside.trays[0]?.menu?.getMenuItemById('start-at-login')?.checked === true,
    );
    await press();
    expect(existsSync(file)).toBe(false);
  });

  it.skipIf(isReal || process.platform !== 'linux')(
    'as an AppImage, makes itself the one that opens its links',
    async () => {
      const home = aHome();
      const tools = temporaryFolder({ 'xdg-mime': `#!/bin/sh\necho "$@" > '${home}/chosen'\n` });
      chmodSync(join(tools, 'xdg-mime'), 0o755);
      const app = await started({
        home,
        args: ['--hidden'],
        env: {
          APPIMAGE: '/home/robin/My "apps"/Baton 100%.AppImage',
          PATH: `${tools}:${process.env['PATH'] ?? ''}`,
        },
      });
      await until(app, ({ outside }) => outside.trays.length > 0);
      const entry = readFileSync(join(home, 'data', 'applications', 'baton-link.desktop'), 'utf8');
      expect(entry).toContain('Exec="/home/robin/My \\"apps\\"/Baton 100%%.AppImage" %u\n');
      expect(entry).toContain('MimeType=x-scheme-handler/baton;\n');
      while (!existsSync(join(home, 'chosen'))) await new Promise((resolve) => setTimeout(resolve, 25));
      expect(readFileSync(join(home, 'chosen'), 'utf8')).toBe(
        'default baton-link.desktop x-scheme-handler/baton\n',
      );
    },
  );

  it.skipIf(isReal)('stands still while the machine sleeps and goes on when it wakes', async () => {
    const app = await started({ args: ['--hidden'] });
    await until(app, ({ outside }) => (outside.trays[0]?.toolTip ?? '') !== '');
    await app.evaluate(({ powerMonitor }) => powerMonitor.emit('suspend'));
    await app.evaluate(({ powerMonitor }) => powerMonitor.emit('resume'));
    // It still answers, and ends in order.
    await app.evaluate(({ app: program }) => program.quit());
    expect(await app.ended).toBe(0);
  });

  it.skipIf(isReal)('opens the command palette from the menu', async () => {
    const app = await started();
    const page = await shownWindow(app);
    await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('palette')?.press());
    const field = page.getByRole('combobox', { name: 'Search or do' });
    await field.waitFor();
    expect(await field.isEditable()).toBe(true);
  });

  it('opens the window where it was left', async () => {
    const home = aHome();
    const first = await started({ home });
    await shownWindow(first);
    await first.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.setBounds({ x: 40, y: 60, width: 1000, height: 700 }),
    );
    await first.evaluate(({ app: program }) => program.quit());
    expect(await first.ended).toBe(0);
    const second = await started({ home });
    await shownWindow(second);
    expect(
      await second.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds()),
    ).toEqual({
      x: 40,
      y: 60,
      width: 1000,
      height: 700,
    });
  });
});
