import { afterEach, describe, expect, it } from 'vitest';
import type { RunningMailWorld } from '#sandbox/world/mail-server.ts';
import { startMailWorld } from '#sandbox/world/mail-server.ts';

const START = Date.parse('2026-03-02T09:00:00Z');
let running: RunningMailWorld | null = null;

afterEach(async () => {
  await running?.stop();
  running = null;
});

async function aWorld(): Promise<RunningMailWorld> {
  running = await startMailWorld({ clock: { now: () => START }, seed: 4, prospects: { mix: {} } });
  return running;
}

async function call(mail: RunningMailWorld, path: string, body?: unknown, token = mail.mailToken) {
  const response = await fetch(`${mail.url}/__sandbox/mail/${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

const MESSAGE = {
  messageId: '<one@baton.example>',
  from: { address: 'mia@baton.example', name: 'Mia Lind' },
  to: [{ address: 'ana@acme.example', name: 'Ana Brooks' }],
  subject: 'Hello',
  text: 'Hello Ana',
  date: '2026-03-02T09:00:00.000Z',
};

describe('the mail world over HTTP', () => {
  it('takes a mail, finds it in the Sent folder, and hands out the answer once the clock is driven on', async () => {
    const mail = await aWorld();
    await call(mail, 'prospects', { address: 'ana@acme.example', outcome: 'brochure', onMail: 1 });
    expect(await call(mail, 'messages', MESSAGE)).toEqual({ status: 202, body: { accepted: true } });
    expect((await call(mail, 'sent?messageId=%3Cone%40baton.example%3E')).body).toEqual({ found: true });
    expect((await call(mail, 'sent?messageId=two')).body).toEqual({ found: false });

    const before = (await call(mail, 'inbox?mailbox=mia@baton.example')).body;
    expect(before['messages']).toEqual([]);
    let { nextDueAt } = (await call(mail, 'clock', { now: '2026-03-02T09:00:01Z' })).body;
    while (typeof nextDueAt === 'string')
      ({ nextDueAt } = (await call(mail, 'clock', { now: nextDueAt })).body);

    const after = (await call(mail, `inbox?mailbox=mia@baton.example&after=${before['cursor'] as string}`))
      .body;
    expect(after['messages']).toMatchObject([
      {
        inReplyTo: '<one@baton.example>',
        from: expect.anything(),
        headers: { 'message-id': expect.any(String) },
      },
    ]);
    expect((await call(mail, 'engagement')).body['events']).toEqual(
      expect.arrayContaining([expect.objectContaining({ kind: 'open', recipient: 'ana@acme.example' })]),
    );
    expect((await call(mail, 'all')).body['received']).toMatchObject([{ kind: 'brochure' }]);
  });

  it('puts a mail that somebody writes by hand into the inbox', async () => {
    const mail = await aWorld();
    const from = { address: 'ana@acme.example', name: 'Ana' };
    const made = await call(mail, 'deliver', {
      mailbox: 'mia@baton.example',
      from,
      subject: 'Hi',
      text: 'Call me',
    });
    expect(made.status).toBe(201);
    expect((await call(mail, 'inbox?mailbox=mia@baton.example')).body['messages']).toMatchObject([
      { subject: 'Hi', text: 'Call me', from },
    ]);
  });

  it('takes null for what a mail does not have, and tells opens by the mailbox that sent', async () => {
    const mail = await aWorld();
    await call(mail, 'prospects', { address: 'ana@acme.example', outcome: 'neutral', onMail: 1 });
    const sent = await call(mail, 'messages', {
      ...MESSAGE,
      inReplyTo: null,
      html: null,
      references: [],
      bcc: [],
    });
    expect(sent.status).toBe(202);
    await call(mail, 'clock', { now: '2026-03-09T09:00:00Z' });
    const opens = async (query: string): Promise<unknown> =>
      (await call(mail, `engagement${query}`)).body['events'];
    expect(await opens('?mailbox=MIA@baton.example')).toEqual(await opens(''));
    expect(await opens('?mailbox=other@baton.example')).toEqual([]);
    expect(await opens('')).not.toEqual([]);
  });

  it('refuses a call without the token', async () => {
    const mail = await aWorld();
    expect((await call(mail, 'all', undefined, 'wrong')).status).toBe(401);
  });

  it('names the field that is wrong', async () => {
    const mail = await aWorld();
    const { status, body } = await call(mail, 'messages', { ...MESSAGE, date: 'yesterday' });
    expect(status).toBe(400);
    expect(body['message']).toContain('"date"');
    expect((await call(mail, 'inbox')).body['message']).toContain('"mailbox"');
    expect((await call(mail, 'inbox?mailbox=a@b.example&limit=0')).body['message']).toContain('"limit"');
    expect((await call(mail, 'nothing')).status).toBe(404);
  });
});
