import { onTestFinished, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { oauthState, uninstallApp } from '#sandbox/hubspot/oauth-store.ts';
import type { OAuthApp } from '#sandbox/hubspot/oauth.ts';
import { startSandbox, type Sandbox } from '#sandbox/sandbox.ts';
import { decideOn, RETURN_PAGE, uploadApp } from '#test/support/oauth-world.ts';
import type { DesktopApp } from './driver/desktop-app.ts';
import { shownWindow, started, until } from './desktop.ts';
import { staged } from './staged.ts';

const isReal = process.env['BATON_REAL_ELECTRON'] !== undefined;
/** The program looks at the CRM every five seconds, on a machine that may be busy. */
const SOON = { timeout: 40_000 };

async function aSandbox(): Promise<{ sandbox: Sandbox; app: OAuthApp }> {
  const sandbox = await startSandbox({ contacts: 0, mix: {} });
  onTestFinished(() => sandbox.stop());
  return { sandbox, app: uploadApp(sandbox) };
}

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });

/** The person fills in the form of a new connection. */
async function fillIn(page: Page, sandbox: Sandbox, app: OAuthApp): Promise<void> {
  await page.getByRole('link', { name: 'CRM Details', exact: true }).click();
  await page.getByText('With your own app').click();
  await field(page, 'Client ID').fill(app.clientId);
  await page.getByLabel('Client secret').fill(app.clientSecret);
  await field(page, 'Address').fill(sandbox.url);
}

/** Presses the button, and answers the address that the system's browser was given. */
async function consentPage(program: DesktopApp, page: Page): Promise<string> {
  await program.evaluate(({ outside }) => {
    outside.opened.length = 0;
  });
  await button(page, 'Authorise HubSpot').click();
  await until(program, ({ outside }) => outside.opened.length === 1);
  return program.evaluate(({ outside }) => outside.opened[0] ?? '');
}

/** What the team's page makes of the address that HubSpot sends the browser to. */
const asLink = (address: string): string => address.replace(RETURN_PAGE, 'baton://oauth/return');

describe.skipIf(isReal)('access to HubSpot through an app', () => {
  it('takes the place of a key by deep link, is lost, given again by loopback, and given back', async () => {
    const { home, crm } = await staged();
    const { sandbox } = crm;
    const app = uploadApp(sandbox);
    const program = await started({ home });
    const page = await shownWindow(program);
    await page.getByRole('link', { name: 'CRM Details', exact: true }).click();
    await button(page, 'New key').click();
    await button(page, 'With your own app').click();
    await field(page, 'Client ID').fill(app.clientId);
    await page.getByLabel('Client secret').fill(app.clientSecret);
    await page.getByText('through a page of ours').click();
    await field(page, 'Return page').fill(RETURN_PAGE);
    const link = asLink(await decideOn(await consentPage(program, page)));
    await page.getByText('Waiting for you in the browser').waitFor();

    // A link with another state changes nothing, wherever it comes from.
    expect(await program.startAgain(['baton://oauth/return?code=stolen&state=guessed'])).toBe(0);
    await page.getByText('belongs to no authorisation that waits here').waitFor();
    expect(await program.startAgain([link])).toBe(0);
    await page.getByText('HubSpot allowed it. It opens:').waitFor();
    await page.getByRole('dialog').getByText(String(sandbox.portal.portalId)).waitFor();
    await button(page, 'Use this access').click();
    await page.getByText(app.clientId).waitFor(SOON);
    // The same link again is nothing: the account stays as it is.
    await program.startAgain([link]);
    await page.getByRole('alert').getByText('belongs to no authorisation').waitFor();
    expect(oauthState(sandbox.portal).refreshTokens.size).toBe(1);

    // Somebody uninstalls the app in HubSpot.
    uninstallApp(sandbox.portal, app.appId);
    await page.getByRole('alert').getByText('until you press Reconnect and allow it again').waitFor(SOON);
    await button(page, 'Reconnect').click();
    await button(page, 'Another app, secret or way back…').click();
    await page.getByText('to this machine').click();
    const back = await decideOn(await consentPage(program, page));
    expect(back).toMatch(/^http:\/\/localhost:2743\d\/oauth\/return\?/);
    const seen = await fetch(back);
    expect([seen.status, await seen.text()]).toEqual([200, expect.stringContaining('go back to Baton')]);
    await page.getByRole('dialog').getByRole('button', { name: 'Reconnect' }).click();
    await page.getByText('Active', { exact: true }).first().waitFor(SOON);

    await button(page, 'Disconnect').click();
    await page.getByRole('dialog').getByRole('button', { name: 'Disconnect' }).click();
    await page.getByText('Inactive', { exact: true }).first().waitFor(SOON);
    await expect.poll(() => oauthState(sandbox.portal).refreshTokens.size, SOON).toBe(0);
    expect(
      [...sandbox.portal.tokens.values()].every((token) => token.kind !== 'oauth' || token.revoked),
    ).toBe(true);
  });

  it('is not given when the person says no; a link that starts the program finds nothing that waits', async () => {
    const { sandbox, app } = await aSandbox();
    const program = await started({ args: ['baton://oauth/return?code=late&state=gone'] });
    const page = await shownWindow(program);
    await page.getByRole('alert').getByText('belongs to no authorisation').waitFor();
    await fillIn(page, sandbox, app);
    const back = await decideOn(await consentPage(program, page), 'cancel');
    const seen = await fetch(back);
    expect([seen.status, await seen.text()]).toEqual([200, expect.stringContaining('was not allowed')]);
    await page.getByRole('alert').getByText('was not allowed').waitFor();
    await button(page, 'Begin again').click();
    await button(page, 'Authorise HubSpot').waitFor();
    expect(sandbox.portal.tokens.values().some(({ kind }) => kind === 'oauth')).toBe(false);
  });
});
