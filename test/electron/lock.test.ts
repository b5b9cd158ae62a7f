import { describe, expect, it } from 'vitest';
import { shownWindow, started } from './desktop.ts';

const isReal = process.env['BATON_REAL_ELECTRON'] !== undefined;
const LOCKED = { name: 'Baton is locked' };

describe('the lock of the window', () => {
  it('takes the screens down, also those of a window opened later, until it is opened by hand', async () => {
    const app = await started();
    const page = await shownWindow(app);
    await page.getByRole('button', { name: 'Lock now' }).click();
    await page.getByRole('heading', LOCKED).waitFor();
    await page.reload();
    await page.getByRole('heading', LOCKED).waitFor();
    expect(await page.getByRole('navigation').count()).toBe(0);
    await page.getByRole('button', { name: 'Unlock' }).click();
    await page.getByRole('heading', { level: 1, name: 'Leads' }).waitFor();
  });

  it.skipIf(isReal)("goes with the computer's own lock, and stays while that one is closed", async () => {
    const app = await started();
    const page = await shownWindow(app);
    await app.evaluate(({ powerMonitor }) => powerMonitor.emit('lock-screen'));
    await page.getByRole('heading', LOCKED).waitFor();
    expect(await page.getByRole('navigation').count()).toBe(0);
    await page.getByRole('button', { name: 'Unlock' }).click();
    await page.getByText('It stays locked.').waitFor();
    await app.evaluate(({ powerMonitor }) => powerMonitor.emit('unlock-screen'));
    await page.evaluate('window.dispatchEvent(new Event("focus"))');
    await page.getByRole('heading', { level: 1, name: 'Leads' }).waitFor();
  });
});
