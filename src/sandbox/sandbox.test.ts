import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { createClock } from './control/clock.ts';
import { associatedIds } from './portal/associate.ts';
import type { Sandbox, SandboxOptions } from './sandbox.ts';
import { startSandbox } from './sandbox.ts';

const START = Date.parse('2026-03-02T09:00:00Z');
const DAY = 86_400_000;
const running: Sandbox[] = [];
const folders: string[] = [];

afterEach(async () => {
  await Promise.all(running.splice(0).map((sandbox) => sandbox.stop()));
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

async function aSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const clock = createClock({ startAt: START, frozen: true });
  const sandbox = await startSandbox({ clock, contacts: 60, limits: 'off', ...options });
  running.push(sandbox);
  return sandbox;
}

function aFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'sandbox-'));
  folders.push(folder);
  return join(folder, 'sandbox.json');
}

function write(sandbox: Sandbox, to: string, id = '1'): void {
  sandbox.mail.send({
    messageId: `<${id}.${to}>`,
    from: { address: 'mia@baton.example', name: 'Mia Lind' },
    to: [{ address: to, name: '' }],
    subject: 'Hello',
    text: 'Hello there',
    date: new Date(sandbox.clock.now()).toISOString(),
  });
}

describe('the sandbox', () => {
  it('answers as HubSpot with the service key, also where scopes are needed', async () => {
    const sandbox = await aSandbox();
    for (const path of [
      '/crm/owners/2026-09',
      '/crm/properties/2026-09/contacts',
      '/account-info/2026-09/details',
    ]) {
      const response = await fetch(sandbox.url + path, {
        headers: { authorization: `Bearer ${sandbox.serviceKey}` },
      });
      expect(response.status).toBe(200);
    }
  });

  it('lets its mail world follow the clock of the portal, and its prospects be the contacts', async () => {
    const sandbox = await aSandbox({ mix: { 'out-of-office': 1 } });
    const contact = [...sandbox.portal.objects.contacts.values()].find(
      (one) =>
        one.values['country'] === 'Germany' && /^[a-z.]+@[a-z-]+\.example$/.test(one.values['email'] ?? ''),
    );
    const address = contact?.values['email'] ?? '';
    expect(sandbox.mail.behaviourOf(address)).toMatchObject({
      language: 'de',
      company: contact?.values['company'],
    });
    write(sandbox, address, '1');
    sandbox.clock.advance(DAY);
    write(sandbox, address, '2');
    sandbox.clock.advance(DAY);
    const { items } = sandbox.mail.inbox('mia@baton.example', '', 10);
    expect(items).toHaveLength(1);
    expect(items[0]?.headers['auto-submitted']).toMatch(/^auto/);
  });

  it('treats people of the team, also new ones, as nobody to sell to', async () => {
    const sandbox = await aSandbox({ mix: { unsubscribe: 1 } });
    sandbox.control.person.addUser({ email: 'Rita@harborline.example' });
    write(sandbox, 'rita@harborline.example');
    expect(sandbox.mail.nextDueAt()).toBeNull();
  });

  it('goes on from its file: records, history, associations, ids, tokens and mail that waits', async () => {
    const onDisk = aFile();
    const first = await aSandbox({ onDisk, seed: 8 });
    write(first, 'ana@acme.example');
    const before = first.mail.save();
    await first.stop();
    expect(statSync(onDisk).mode & 0o777).toBe(0o600);

    const second = await aSandbox({ onDisk, contacts: 5, seed: 1 });
    expect(second).toMatchObject({ seed: 8, serviceKey: first.serviceKey, controlToken: first.controlToken });
    expect(second.portal.objects).toEqual(first.portal.objects);
    expect(second.portal.index.unique).toEqual(first.portal.index.unique);
    expect(second.portal.index.links).toEqual(first.portal.index.links);
    expect(second.context.nextId()).toBe(first.context.nextId());
    expect(second.mail.save()).toEqual(before);
    const contact = [...second.portal.objects.contacts.values()].find(
      (one) => one.values['associatedcompanyid'],
    );
    expect(contact && associatedIds(second.portal, contact, 'companies')).toHaveLength(1);
  });

  it('refuses a file that is not its own or from another version, and a mix that makes no sense', async () => {
    const onDisk = aFile();
    writeFileSync(onDisk, 'hello');
    await expect(aSandbox({ onDisk })).rejects.toThrow('is not a sandbox file');
    writeFileSync(onDisk, '{"format":99}');
    await expect(aSandbox({ onDisk })).rejects.toThrow('another version');
    await expect(aSandbox({ mix: { hot: 3 } })).rejects.toThrow('0 to 1');
  });

  it('can be slow to index and free of limits, as asked', async () => {
    const sandbox = await aSandbox({ indexLagMs: [200, 900] });
    expect(sandbox.control.indexLag()).toEqual({ minMs: 200, maxMs: 900 });
    expect(sandbox.control.limits().enabled).toBe(false);
    expect((await aSandbox({ limits: { search: { max: 2 } } })).control.limits()).toMatchObject({
      enabled: true,
      search: { max: 2, intervalMs: 1000 },
    });
  });
});
