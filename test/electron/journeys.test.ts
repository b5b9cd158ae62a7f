import { describe, expect, it } from 'vitest';
import { hasKeychain } from '#adapters/vault/keychain-vault.ts';
import { shownWindow, started, until } from './desktop.ts';
import { staged } from './staged.ts';

const isReal = process.env['BATON_REAL_ELECTRON'] !== undefined;
const HOUR = 3_600_000;

describe.skipIf(isReal)('the desktop program beside its CRM', () => {
  it('catches up after the machine slept for eight hours: each contact once, in few calls, within the limits of the CRM', async () => {
    const { home, crm } = await staged({ limits: 'hubspot' });
    const app = await started({ home, args: ['--hidden'] });
    crm.assign(1);
    await crm.untilNoted(1);

    await app.evaluate(({ powerMonitor }) => powerMonitor.emit('suspend'));
    await until(app, ({ outside }) => (outside.trays[0]?.toolTip ?? '') !== '');
    crm.assign(120);
    crm.sandbox.clock.advance(8 * HOUR);
    // The machine's clock goes on while nothing runs.
    await app.evaluate(({ powerMonitor }, slept) => {
      const now = Date.now.bind(Date);
      Date.now = () => now() + slept;
      powerMonitor.emit('resume');
    }, 8 * HOUR);
    const before = crm.calls;
    await crm.untilNoted(121);
    expect(crm.calls - before).toBeLessThan(40);
    const notes = [...crm.sandbox.portal.objects.notes.values()];
    expect(notes).toHaveLength(121);
    expect(crm.sandbox.control.countCalls({ status: 429 })).toBe(0);
  });

  it('tells of a refused key: a warning on the icon, and a notification that leads to Reconnect; no call leaves', async () => {
    const { home, crm, connectionId } = await staged();
    const app = await started({ home, args: ['--hidden'] });
    crm.assign(1);
    await crm.untilNoted(1);
    for (const token of crm.sandbox.portal.tokens.values()) token.revoked = true;
    await until(app, ({ outside }) => outside.notifications.length > 0);
    expect(
      await app.evaluate(({ outside }) =>
        outside.notifications.map(({ body, actions }) => [body, actions[0]?.text]),
      ),
    ).toEqual([[expect.stringContaining('Portal is not connected'), 'Reconnect']]);
    await until(app, ({ outside }) =>
      /^Baton: \d things? needs? attention$/.test(outside.trays[0]?.toolTip ?? ''),
    );
    const icon = await app.evaluate(({ outside }) => {
      const image = outside.trays[0]?.image ?? '';
      return typeof image === 'string' ? image : image.source;
    });
    expect(icon).toMatch(/attention(Template)?\.png$/);
    const calls = crm.calls;
    await app.evaluate(({ outside }) => outside.notifications[0]?.press(0));
    const page = await shownWindow(app);
    await page.waitForURL(`**/*#/crm-details/${connectionId}`);
    await page.getByRole('button', { name: 'Reconnect' }).first().waitFor();
    expect(crm.calls).toBe(calls);
  });

  it('shows no notification once they are switched off in the tray', async () => {
    const { home, crm } = await staged();
    const app = await started({ home, args: ['--hidden'] });
    await until(app, ({ outside }) => outside.trays[0]?.menu != null);
    await app.evaluate(({ outside }) => outside.trays[0]?.menu?.getMenuItemById('notifications')?.press());
    crm.assign(1);
    await crm.untilNoted(1);
    for (const token of crm.sandbox.portal.tokens.values()) token.revoked = true;
    await until(app, ({ outside }) =>
      /^Baton: \d things? needs? attention$/.test(outside.trays[0]?.toolTip ?? ''),
    );
    expect(await app.evaluate(({ outside }) => outside.notifications.length)).toBe(0);
  });

  it('waits while the machine is offline, tells nobody of a moment without a network, and goes on with it', async () => {
    const { home, crm } = await staged();
    const app = await started({ home, args: ['--hidden'] });
    await until(app, ({ outside }) => (outside.trays[0]?.toolTip ?? '') !== '');
    const { faults } = crm.sandbox.control;
    faults.arm({ kind: 'reset-before', times: null });
    const [contact = ''] = crm.assign(1);
    while ((faults.list()[0]?.happened ?? 0) === 0) await new Promise((resolve) => setTimeout(resolve, 50));
    expect(crm.notes(contact)).toEqual([]);
    faults.clear();
    await crm.untilNoted(1);
    expect(crm.notes(contact)).toHaveLength(1);
    expect(await app.evaluate(({ outside }) => outside.notifications.length)).toBe(0);
  });

  it('says that the keychain is locked or absent, loses nothing, and goes on when it is there', async ({
    skip,
  }) => {
    if (!(await hasKeychain())) skip('no keychain on this computer');
    const { home, crm } = await staged();
    const [contact = ''] = crm.assign(1);
    const without = await started({
      home,
      args: ['baton://attention'],
      env: { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent/bus' },
    });
    const page = await shownWindow(without);
    await page.getByRole('link', { name: /Needs attention/ }).click();
    await page
      .getByText(/keychain of this computer is locked or absent/)
      .first()
      .waitFor();
    expect(crm.notes(contact)).toEqual([]);
    await without.end();
    await started({ home, args: ['--hidden'] });
    await crm.untilNoted(1);
    expect(crm.notes(contact)).toHaveLength(1);
  });
});
