import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, describe, expect, it } from 'vitest';

const CLI = join(import.meta.dirname, '../../src/sandbox/cli.ts');
const running: ChildProcess[] = [];
const folders: string[] = [];

afterEach(() => {
  for (const child of running.splice(0)) if (child.exitCode === null) child.kill('SIGKILL');
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

function run(...args: string[]): ChildProcess {
  const child = spawn(process.execPath, [CLI, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  running.push(child);
  return child;
}

interface Ready {
  readonly url: string;
  readonly hubspotToken: string;
  readonly controlToken: string;
  readonly mailUrl: string;
  readonly mailToken: string;
  readonly pid: number;
  readonly contacts: number;
  readonly seed: number;
}

/** The first line on stdout; what the program said on stderr if it ended without one. */
async function firstLine(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new Error('The program has no stdout.');
  const line = once(createInterface({ input: child.stdout }), 'line') as Promise<[string]>;
  const end = ended(child).then(({ code, err }) => {
    throw new Error(`It ended with ${code}: ${err}`);
  });
  end.catch(() => undefined);
  const [text] = await Promise.race([line, end]);
  return text;
}

async function ready(child: ChildProcess): Promise<Ready> {
  return JSON.parse(await firstLine(child)) as Ready;
}

async function ended(child: ChildProcess): Promise<{ code: number | null; out: string; err: string }> {
  let out = '';
  let err = '';
  child.stdout?.on('data', (part: Buffer) => (out += part.toString()));
  child.stderr?.on('data', (part: Buffer) => (err += part.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, out, err };
}

async function get(url: string, headers: Record<string, string>): Promise<{ status: number; body: unknown }> {
  const response = await fetch(url, { headers });
  return { status: response.status, body: await response.json() };
}

const asBearer = (token: string) => ({ authorization: `Bearer ${token}` });

describe('the sandbox program', () => {
  it('prints one line of JSON when it is ready, answers with its tokens, and ends with 0 on SIGTERM', async () => {
    const child = run('--contacts', '120', '--seed', '5', '--limits', 'off', '--json');
    const at = await ready(child);
    expect(at).toMatchObject({ pid: child.pid, contacts: 120, seed: 5 });
    expect(new URL(at.url).hostname).toBe('127.0.0.1');

    const contacts = await get(`${at.url}/crm/objects/2026-09/contacts?limit=100`, asBearer(at.hubspotToken));
    expect(contacts.status).toBe(200);
    expect((contacts.body as { results: unknown[] }).results).toHaveLength(100);
    const owners = await get(`${at.url}/crm/owners/2026-09`, asBearer(at.hubspotToken));
    expect((owners.body as { results: unknown[] }).results).toHaveLength(6);
    expect((await get(`${at.url}/crm/owners/2026-09`, asBearer('wrong'))).status).toBe(401);
    const mail = await get(`${at.mailUrl}/__sandbox/mail/all`, asBearer(at.mailToken));
    expect(mail).toEqual({ status: 200, body: { sent: [], received: [], engagement: [] } });
    expect((await get(`${at.mailUrl}/__sandbox/mail/all`, asBearer(at.hubspotToken))).status).toBe(401);

    child.kill('SIGTERM');
    expect((await ended(child)).code).toBe(0);
    await expect(fetch(at.url)).rejects.toThrow('fetch failed');
  });

  it('says in words how Baton is started on it, so that the line can be copied', async () => {
    const child = run('--contacts', '1', '--port', '0');
    let said = '';
    child.stdout?.on('data', (part: Buffer) => (said += part.toString()));
    await expect.poll(() => said, { timeout: 20_000 }).toContain('Press Ctrl+C');
    expect(said).toMatch(
      /BATON_SANDBOX_MAIL_TOKEN=\S+ npm run hub -- --sandbox-mail http:\/\/127\.0\.0\.1:\d+\n/,
    );
    const url = /ready at (\S+)/.exec(said)?.[1] ?? '';
    const token = /MAIL_TOKEN=(\S+)/.exec(said)?.[1] ?? '';
    expect((await get(`${url}/__sandbox/mail/all`, asBearer(token))).status).toBe(200);
  });

  it('keeps portal and tokens in a file from one run to the next', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'sandbox-'));
    folders.push(folder);
    const file = join(folder, 'portal.json');
    const first = run('--contacts', '20', '--data', file, '--json');
    const at = await ready(first);
    const created = await fetch(`${at.url}/crm/objects/2026-09/contacts`, {
      method: 'POST',
      headers: { ...asBearer(at.hubspotToken), 'content-type': 'application/json' },
      body: JSON.stringify({ properties: { email: 'new@acme.example' }, associations: [] }),
    });
    expect(created.status).toBe(201);
    const { id } = (await created.json()) as { id: string };
    first.kill('SIGINT');
    expect((await ended(first)).code).toBe(0);

    const again = await ready(run('--contacts', '500', '--data', file, '--json'));
    expect(again).toMatchObject({ contacts: 21, hubspotToken: at.hubspotToken, mailToken: at.mailToken });
    const found = await get(`${again.url}/crm/objects/2026-09/contacts/${id}`, asBearer(at.hubspotToken));
    expect(found.body).toMatchObject({ id, properties: { email: 'new@acme.example' } });
  });

  it('tells in readable lines where it listens when nobody asked for JSON', async () => {
    const child = run('--contacts', '10');
    expect(await firstLine(child)).toMatch(/ready at http:\/\/127\.0\.0\.1:\d+ with 10 contacts \(seed 1\)/);
    child.kill('SIGTERM');
    expect((await ended(child)).code).toBe(0);
  });

  it.each([
    [['--port', 'seven'], '--port'],
    [['--contacts', '-1'], '--contacts'],
    [['--limits', 'some'], 'hubspot or off'],
    [['--lag', '300-20'], 'milliseconds'],
    [['--colour', 'red'], '--colour'],
    [['surplus'], 'argument'],
  ])('ends with one sentence and exit code 2 for %j', async (args, hint) => {
    const { code, out, err } = await ended(run(...args));
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err.trim().split('\n')).toHaveLength(1);
    expect(err).toContain(hint);
  });

  it('explains itself with --help', async () => {
    const { code, out } = await ended(run('--help'));
    expect(code).toBe(0);
    for (const option of ['--port', '--contacts', '--seed', '--limits', '--lag', '--data', '--json']) {
      expect(out).toContain(option);
    }
  });

  it('says so when the port is taken, and when the file is not its own', async () => {
    const first = await ready(run('--contacts', '5', '--json'));
    const second = await ended(run('--contacts', '5', '--port', new URL(first.url).port));
    expect(second).toMatchObject({ code: 1, err: expect.stringContaining('is taken') });

    const folder = mkdtempSync(join(tmpdir(), 'sandbox-'));
    folders.push(folder);
    writeFileSync(join(folder, 'notes.txt'), 'not ours');
    const third = await ended(run('--data', join(folder, 'notes.txt')));
    expect(third).toMatchObject({ code: 1, err: expect.stringContaining('is not a sandbox file') });
  });
});
