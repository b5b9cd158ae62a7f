import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sandboxMailboxes } from '#adapters/mail/sandbox-mailboxes.ts';
import { manualClock } from '#adapters/system/manual-clock.ts';
import { encryptedFileVault } from '#adapters/vault/encrypted-file-vault.ts';
import { EXPORT_FORMATS, EXPORT_TOPICS } from '#contract/data.ts';
import { openCore, type RunningCore } from '#hosts/core-world.ts';
import { clientOf, DEMO_ASSISTANTS, setTheStage } from '#hosts/demo/set-the-stage.ts';
import { createClock } from '#sandbox/control/clock.ts';
import { oauthState } from '#sandbox/hubspot/oauth-store.ts';
import { startSandbox, type Sandbox } from '#sandbox/sandbox.ts';
import { accessTokens, decideOn, uploadApp } from '#test/support/oauth-world.ts';
import { impatientTime } from '#test/support/impatient-time.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';

const MONDAY = Date.UTC(2026, 8, 7, 8);
const HOUR = 3_600_000;
const WRONG_TOKEN = 'pat-eu1-5e6f7a8b-9999-8888-7777-666655554444';
const PEOPLE = 12;

let sandbox: Sandbox;
let folder: string;
let running: RunningCore;
const clock = manualClock(MONDAY);

beforeEach(async () => {
  sandbox = await startSandbox({
    contacts: PEOPLE,
    limits: 'off',
    clock: createClock({ startAt: MONDAY, frozen: true }),
  });
  folder = temporaryFolder();
  running = await openCore({
    dataDirectory: folder,
    clock,
    mailboxes: sandboxMailboxes({ url: sandbox.mailUrl, token: sandbox.mailToken }),
    notifier: { notify: () => undefined },
    host: {
      kind: 'hub',
      version: '0.0.0',
      leadUrl: (id) => `https://baton.example/#/leads/${id}`,
      demo: null,
    },
    vault: encryptedFileVault(folder, null),
    hubSpot: { pace: 'unlimited', time: impatientTime(), wallNow: () => clock.now(), timeout: 2_000 },
  });
});
afterEach(async () => {
  await running.close();
  await sandbox.stop();
});

/** Time passes, some hours at once, and the program looks at everything. */
async function pass(days: number): Promise<void> {
  for (let step = 0; step < days * 5; step += 1) {
    sandbox.clock.advance((24 / 5) * HOUR);
    clock.advanceTo(sandbox.clock.now());
    sandbox.mail.advanceTo(clock.now());
    await running.core.pollNow();
  }
}

/** Weeks of work in which everything happens: answers and bounces, refused writes, broken answers, a wrong key. */
async function wholeRun(): Promise<void> {
  const { core } = running;
  const api = clientOf(core);
  core.start();
  const { url, serviceKey: token, portal } = sandbox;
  const rejected = {
    provider: 'hubspot',
    name: 'Wrong',
    token: WRONG_TOKEN,
    baseUrl: url,
    preset: 'Baton',
  } as const;
  await expect(api.connections.connect(rejected)).rejects.toThrow(/token|key/i);
  const { connectionId } = await setTheStage(core, { url, token, name: 'Portal' }, { offDays: [] });
  const rosie = [...portal.owners.values()].find((owner) => owner.email === DEMO_ASSISTANTS[0].email);
  sandbox.control.person.assign([...portal.objects.contacts.keys()], rosie?.id ?? '');
  const { faults } = sandbox.control;
  faults.arm({ kind: 'half-body', path: '/batch/update', times: 2 });
  faults.arm({ kind: 'drop-after-write', path: '/notes/batch/create', times: 1 });
  faults.arm({ kind: 'status', status: 400, path: '/emails/batch/create', times: 2 });
  faults.arm({ kind: 'status', status: 500, path: '/search', times: 3 });
  await pass(3);
  faults.arm({ kind: 'status', status: 401, times: 1 });
  await pass(1);
  await expect(api.connections.renewToken({ id: connectionId, token: WRONG_TOKEN })).rejects.toThrow(
    /token|key/i,
  );
  await api.connections.renewToken({ id: connectionId, token });
  for (const contact of [...portal.objects.contacts.values()].slice(0, 4)) {
    sandbox.mail.answerNow(contact.values['email'] ?? '', 'more-info');
  }
  await goOverToAnApp(connectionId);
  await pass(10);
  await api.data.backUpNow();
}

/** The connection gets its access through an app, after a wrong secret and an answer that is not ours. */
async function goOverToAnApp(id: string): Promise<void> {
  const api = clientOf(running.core);
  const app = uploadApp(sandbox, { rotatesRefreshTokens: true });
  const begin = (clientSecret: string) =>
    api.authorisation.beginAgain({
      id,
      clientId: app.clientId,
      clientSecret,
      returnPage: null,
      invites: true,
      writes: true,
    });
  const come = async (address: string): Promise<void> => {
    codes.push(new URL(address).searchParams.get('code') ?? '');
    await api.authorisation.paste({ address });
  };
  await come(await decideOn((await begin(WRONG_SECRET)).url));
  await come(await decideOn((await begin(app.clientSecret)).url));
  await api.authorisation.confirm({ as: 'asked' });
  appSecrets.push(app.clientSecret);
}

/** What came back from consent pages, and the secret of the app. */
const codes: string[] = [];
const appSecrets: string[] = [];
const WRONG_SECRET = 'wrong-5e6f7a8b-9999-8888-7777-666655554444';

/** Every export there is, put beside the data. */
async function exportEverything(): Promise<void> {
  const api = clientOf(running.core);
  const exports = join(folder, 'exports');
  mkdirSync(exports);
  for (const topic of EXPORT_TOPICS) {
    for (const format of EXPORT_FORMATS) {
      const parts: string[] = [];
      for await (const part of await api.data.export({ topic, format })) parts.push(part);
      writeFileSync(join(exports, `${topic}.${format}`), parts.join(''));
    }
  }
  const contact = [...sandbox.portal.objects.contacts.values()][0];
  const { text } = await api.data.exportPerson({ query: contact?.id ?? '' });
  writeFileSync(join(exports, 'person.json'), text);
}

function files(): { name: string; text: string }[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => ({ name: file.slice(folder.length + 1), text: readFileSync(file, 'latin1') }));
}

describe('after weeks of work with a connection, mails and failures', () => {
  it('no token and no secret is in any file, and no mail and no address in the logs', async () => {
    await wholeRun();
    await exportEverything();
    // As it lies there while the program works, and once more after its end.
    const all = files();
    await running.close();
    all.push(...files());
    const names = new Set(all.map((file) => file.name.replace(/\d{4}-.*Z/, 'T')));
    for (const each of ['baton.db', 'baton.db-wal', 'vault.json', 'logs/baton.log', 'exports/leads.csv']) {
      expect(names).toContain(each);
    }
    expect([...names].some((name) => name.startsWith('backups/'))).toBe(true);

    const refreshTokens = [...oauthState(sandbox.portal).refreshTokens.keys()];
    const given = [...accessTokens(sandbox), ...refreshTokens, ...codes, ...appSecrets];
    expect(accessTokens(sandbox).length).toBeGreaterThan(5);
    expect([refreshTokens.length, codes.length, appSecrets.length]).toEqual([1, 2, 1]);
    for (const secret of [sandbox.serviceKey, WRONG_TOKEN, WRONG_SECRET, sandbox.mailToken, ...given]) {
      expect(all.filter((file) => file.text.includes(secret)).map((file) => file.name)).toEqual([]);
    }

    const { sent, received } = sandbox.mail.all();
    expect(sent.length).toBeGreaterThan(PEOPLE);
    expect(received.length).toBeGreaterThan(3);
    const logs = all.filter((file) => file.name.startsWith('logs/')).map((file) => file.text);
    expect(logs.join('').split('\n').length).toBeGreaterThan(10);
    const lines = [...sent, ...received]
      .flatMap((mail) => [mail.subject, ...mail.text.split('\n')])
      .map((line) => line.trim())
      .filter((line) => line.length > 15);
    expect(lines.filter((line) => logs.some((log) => log.includes(line)))).toEqual([]);
    const addresses = [...sandbox.portal.objects.contacts.values()].map(
      (contact) => contact.values['email'] ?? '',
    );
    expect(addresses.filter((address) => logs.some((log) => log.includes(address)))).toEqual([]);
    // The search itself works: a mail's words are in the database.
    const database = all.filter((file) => file.name.startsWith('baton.db')).map((file) => file.text);
    expect(lines.some((line) => database.some((text) => text.includes(line)))).toBe(true);
  });
});
