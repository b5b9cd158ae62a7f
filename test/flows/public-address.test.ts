import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startTrackingServer, type TrackingServer } from '#hosts/hub/tracking/tracking-server.ts';
import type { SentMail } from '#sandbox/world/mail-types.ts';
import { DAY, MINUTE, openFlowWorld, ROSIE, STATUS, type FlowWorld } from '#test/support/flow-world.ts';

const PUBLIC = 'https://go.firm.example';
let world: FlowWorld;
let server: TrackingServer;
let outside: string;
beforeEach(async () => {
  world = await openFlowWorld({ publicUrl: PUBLIC });
  server = await startTrackingServer({ core: world.core, links: world.links, port: 0 });
  outside = `http://127.0.0.1:${server.port}`;
});
afterEach(async () => {
  await server.close();
  await world.close();
});

/** A request from outside, as the reverse proxy passes it on. */
function ask(url: string, init: RequestInit = {}): Promise<Response> {
  return fetch(url.replace(PUBLIC, outside), { redirect: 'manual', ...init });
}

/** A lead that got its first mail, and that mail. */
async function mailedLead(): Promise<{ id: string; mail: SentMail }> {
  const id = await world.mailed();
  const [mail] = world.mailsTo(id);
  if (mail === undefined) throw new Error('No mail went out.');
  return { id, mail };
}

const found = (mail: SentMail, part: RegExp): string => {
  const url = part.exec(mail.html ?? '')?.[1];
  if (url === undefined) throw new Error(`The mail has no ${String(part)}: ${mail.html ?? ''}`);
  return url;
};
const pixelOf = (mail: SentMail) => found(mail, /<img src="([^"]+)"/);
const linkOf = (mail: SentMail) => found(mail, /<a href="([^"]+\/t\/c\/[^"]+)"/);
const unsubscribeOf = (mail: SentMail) => found(mail, /<a href="([^"]+\/u\/[^"]+)"/);

describe('a mail with a public address', () => {
  it('names it in its links, its picture and its headers, and holds no word about the person in them', async () => {
    const { id, mail } = await mailedLead();
    const unsubscribe = unsubscribeOf(mail);
    expect(mail.headers?.['List-Unsubscribe']).toBe(
      `<${unsubscribe}>, <mailto:${ROSIE.email}?subject=unsubscribe>`,
    );
    expect(mail.headers?.['List-Unsubscribe-Post']).toBe('List-Unsubscribe=One-Click');
    expect(mail.text).toContain(`just say so in an answer, or use this link: ${unsubscribe}`);
    const email = world.value(id, 'email');
    for (const url of [pixelOf(mail), linkOf(mail), unsubscribe]) {
      const parts = url.split('/').at(-1)?.split('.') ?? [];
      const inside = Buffer.from(parts[0] ?? '', 'base64url').toString();
      expect(`${url} ${inside}`).not.toMatch(new RegExp(`${email}|Silva|${id}`));
    }
  });

  it('is kept and logged without any of it, so that reading it in the CRM is no open', async () => {
    const { id } = await mailedLead();
    await world.untilDelivered();
    const [logged] = world.activities(id, 'emails');
    expect(logged?.values['hs_email_html']).toContain('https://demo.example/meet');
    expect(logged?.values['hs_email_html']).not.toContain(PUBLIC);
  });
});

describe('a lead that opens its mail', () => {
  it('is Engaged, and Warm with the third time', async () => {
    const { id, mail } = await mailedLead();
    await world.advance(4 * MINUTE);
    const answer = await ask(pixelOf(mail));
    expect(answer.headers.get('content-type')).toBe('image/gif');
    expect(answer.headers.get('cache-control')).toContain('no-store');
    await world.poll();
    expect(world.lead(id)).toMatchObject({ state: 'Engaged', opens: 1 });
    expect(world.value(id, STATUS)).toBe('Engaged');
    await ask(pixelOf(mail));
    await ask(pixelOf(mail));
    await world.poll();
    expect(world.value(id, STATUS)).toBe('Warm');
  });

  it('is seen before the picture is answered: a crash right after loses nothing', async () => {
    const { id, mail } = await mailedLead();
    await world.advance(4 * MINUTE);
    await ask(pixelOf(mail));
    await server.close();
    await world.restart();
    expect(world.lead(id).opens).toBe(1);
    server = await startTrackingServer({ core: world.core, links: world.links, port: 0 });
  });

  it('is not seen in what a scanner opens in the first 180 seconds, nor in a HEAD', async () => {
    const { id, mail } = await mailedLead();
    await ask(pixelOf(mail));
    await ask(linkOf(mail));
    await world.advance(4 * MINUTE);
    expect((await ask(pixelOf(mail), { method: 'HEAD' })).status).toBe(200);
    expect((await ask(linkOf(mail), { method: 'HEAD' })).status).toBe(302);
    expect(world.lead(id)).toMatchObject({ state: 'Cold', opens: 0, clicks: 0 });
  });
});

describe('a lead that clicks a link', () => {
  it('comes to where the mail says, and is Warm', async () => {
    const { id, mail } = await mailedLead();
    await world.advance(4 * MINUTE);
    const answer = await ask(linkOf(mail));
    expect(answer.status).toBe(302);
    expect(answer.headers.get('location')).toBe('https://demo.example/meet');
    await world.poll();
    expect(world.lead(id)).toMatchObject({ state: 'Warm', clicks: 1 });
  });

  it('is led nowhere but to a link of that mail', async () => {
    const { id, mail } = await mailedLead();
    await world.advance(4 * MINUTE);
    const { mailId } = world.links.read(new URL(linkOf(mail)).pathname) as { mailId: string };
    const beyond = await ask(world.links.click(mailId, 7));
    const withTarget = await ask(`${linkOf(mail)}?url=https://evil.example`);
    expect([beyond.status, beyond.headers.get('location')]).toEqual([404, null]);
    expect(withTarget.headers.get('location')).toBe('https://demo.example/meet');
    expect(world.lead(id).clicks).toBe(1);
  });
});

describe('a lead that uses the unsubscribe link', () => {
  it.each<[string, RequestInit]>([
    [
      'by one click in the mail program',
      {
        method: 'POST',
        body: 'List-Unsubscribe=One-Click',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      },
    ],
    [
      'by the button on the page',
      { method: 'POST', body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }) },
    ],
    ['without a body', { method: 'POST' }],
  ])('%s is unsubscribed for ever, and the record is back with its owner', async (_how, init) => {
    const { id, mail } = await mailedLead();
    const answer = await ask(unsubscribeOf(mail), init);
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain('You are unsubscribed');
    await world.poll();
    await world.untilDelivered();
    expect(world.lead(id)).toMatchObject({ state: 'UnSubscribed', custody: 'HandedBack' });
    expect(world.value(id, STATUS)).toBe('UnSubscribed');
    expect(world.owner(id)).toBe(world.colleague().id);
    expect(world.core.context.store.suppressions.has(world.value(id, 'email'))).toBe(true);
    await world.advance(30 * DAY);
    expect(world.mailsTo(id)).toHaveLength(1);
  });

  it('may use it twice, and after the schedule has ended', async () => {
    const { id, mail } = await mailedLead();
    await ask(unsubscribeOf(mail), { method: 'POST' });
    await world.untilDelivered();
    const lines = world.core.context.store.journal.ofLead(world.lead(id).id).length;
    expect((await ask(unsubscribeOf(mail), { method: 'POST' })).status).toBe(200);
    expect(world.core.context.store.journal.ofLead(world.lead(id).id)).toHaveLength(lines);
  });

  it('gets a page with one button, and opening that page alone does nothing', async () => {
    const { id, mail } = await mailedLead();
    const answer = await ask(unsubscribeOf(mail));
    expect(await answer.text()).toMatch(/<form method="post"><button/);
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(world.lead(id).state).toBe('Cold');
  });
});

describe('the public port', () => {
  it.each([
    '/',
    '/login',
    '/session',
    '/rpc/leads/page',
    '/assets/index.js',
    '/u/',
    '/t/o/x.gif',
    '/t/c/a.b',
  ])('has nothing at %s', async (path) => {
    const answer = await ask(`${outside}${path}`);
    expect(answer.status).toBe(404);
    expect(answer.headers.get('set-cookie')).toBeNull();
    expect(await answer.text()).toContain('This link leads nowhere');
  });

  it('takes no forged link: neither another mail, nor another purpose, nor another key', async () => {
    const { id, mail } = await mailedLead();
    await world.advance(4 * MINUTE);
    const [named = '', signature = ''] = (unsubscribeOf(mail).split('/').at(-1) ?? '').split('.');
    const other = Buffer.from('0190-other').toString('base64url');
    const forged = [
      `/u/${other}.${signature}`,
      `/u/${named}.${'A'.repeat(22)}`,
      `/t/o/${named}.${signature}.gif`,
      `/t/c/${named}.${signature}`,
    ];
    for (const path of forged) {
      const method = path.startsWith('/u/') ? 'POST' : 'GET';
      expect((await ask(`${outside}${path}`, { method })).status).toBe(404);
    }
    expect(world.lead(id)).toMatchObject({ state: 'Cold', opens: 0, clicks: 0 });
  });

  it('answers a flood with 429, and takes a wish to hear no more all the same', async () => {
    const { id, mail } = await mailedLead();
    const many = await Promise.all(Array.from({ length: 200 }, () => ask(`${outside}/guess`)));
    expect(many.some((answer) => answer.status === 429)).toBe(true);
    expect((await ask(unsubscribeOf(mail), { method: 'POST' })).status).toBe(200);
    expect(world.lead(id).state).toBe('UnSubscribed');
  });

  it.each(['PUT', 'DELETE', 'OPTIONS'])('answers no %s', async (method) => {
    const { mail } = await mailedLead();
    expect((await ask(unsubscribeOf(mail), { method })).status).toBe(405);
  });
});
