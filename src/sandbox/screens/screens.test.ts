import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createClock } from '../control/clock.ts';
import type { CrmObject } from '../portal/model.ts';
import type { Sandbox } from '../sandbox.ts';
import { startSandbox } from '../sandbox.ts';

let sandbox: Sandbox;
let cookie = '';
let contacts: readonly CrmObject[] = [];

beforeAll(async () => {
  const clock = createClock({ startAt: Date.parse('2026-03-02T09:00:00Z'), frozen: true });
  sandbox = await startSandbox({ contacts: 120, limits: 'off', clock });
  contacts = [...sandbox.portal.objects.contacts.values()];
  const opened = await fetch(sandbox.crmUrl, { redirect: 'manual' });
  cookie = opened.headers.get('set-cookie')?.split(';')[0] ?? '';
});

afterAll(() => sandbox.stop());

const get = (path: string, headers: Record<string, string> = { cookie }): Promise<Response> =>
  fetch(sandbox.url + path, { headers, redirect: 'manual' });

function post(
  path: string,
  form: Readonly<Record<string, string>>,
  headers: Record<string, string> = { cookie, origin: sandbox.url },
): Promise<Response> {
  const body = new URLSearchParams(form);
  return fetch(sandbox.url + path, { method: 'POST', headers, body, redirect: 'manual' });
}

const pathOf = ({ id }: CrmObject): string => `/contacts/${sandbox.portal.portalId}/record/0-1/${id}`;
const ownerOf = ({ values }: CrmObject): string => values['hubspot_owner_id'] ?? '';
/** An active owner who does not have the contact. */
function anotherOwner(contact: CrmObject): string {
  const owners = [...sandbox.portal.owners.values()];
  return owners.find((owner) => !owner.archived && owner.id !== ownerOf(contact))?.id ?? '';
}
function contactAt(place: number): CrmObject {
  const contact = contacts[place];
  if (contact === undefined) throw new RangeError(`The sandbox has no contact at ${place}.`);
  return contact;
}

describe('who gets in', () => {
  it('is whoever opens the link of this start', async () => {
    const opened = await fetch(sandbox.crmUrl, { redirect: 'manual' });
    expect(opened.status).toBe(303);
    expect(opened.headers.get('location')).toBe('/crm');
    expect(opened.headers.get('set-cookie')).toMatch(
      /^sandbox_crm_\d+=\S+; Path=\/; HttpOnly; SameSite=Strict$/,
    );
    expect((await get('/crm')).status).toBe(200);
  });

  it.each(['/crm', '/crm/users'])('is nobody without it: %s', async (path) => {
    const reply = await get(path, {});
    expect(reply.status).toBe(403);
    expect(await reply.text()).not.toContain('harborline');
  });

  it('is nobody with a wrong key', async () => {
    const opened = await get('/crm/open/crm-guessed', {});
    expect([opened.status, opened.headers.get('set-cookie')]).toEqual([403, null]);
    const name = cookie.split('=')[0] ?? '';
    expect((await get('/crm', { cookie: `${name}=crm-guessed` })).status).toBe(403);
  });

  it('is no form of another page, not even one of this machine', async () => {
    const contact = contactAt(0);
    const before = ownerOf(contact);
    const form = { owner: anotherOwner(contact) };
    for (const origin of ['http://127.0.0.1:1', 'http://localhost.evil.example', 'null', undefined]) {
      const reply = await post(`${pathOf(contact)}/assign`, form, {
        cookie,
        ...(origin === undefined ? {} : { origin }),
      });
      expect(reply.status).toBe(403);
    }
    expect(ownerOf(contact)).toBe(before);
  });

  it('is no page whose name was made to lead here', async () => {
    const { port } = new URL(sandbox.url);
    const status = await statusWithHost(`evil.example:${port}`);
    expect([status, await statusWithHost(`localhost:${port}`)]).toEqual([403, 200]);
  });

  it('gets pages that allow no script, no frame and no other place for forms', async () => {
    for (const path of ['/crm', '/crm/users', pathOf(contactAt(1)), '/crm/style.css']) {
      const reply = await get(path);
      expect(reply.headers.get('content-security-policy')).toBe(
        "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
      );
      expect(await reply.text()).not.toMatch(/<script|\sstyle=|\son\w+=/);
    }
  });

  it('does not appear in the record of calls, and no fault happens to it', async () => {
    const before = sandbox.control.countCalls();
    const id = sandbox.control.faults.arm({ kind: 'status', status: 503, times: null });
    expect((await get('/crm')).status).toBe(200);
    sandbox.control.faults.clear(id);
    expect(sandbox.control.countCalls()).toBe(before);
  });
});

/** `fetch` does not let anybody choose the host. */
async function statusWithHost(host: string): Promise<number> {
  const { request } = await import('node:http');
  return new Promise((resolve, reject) => {
    request(`${sandbox.url}/crm`, { headers: { host, cookie } }, (reply) => {
      reply.resume();
      resolve(reply.statusCode ?? 0);
    })
      .on('error', reject)
      .end();
  });
}

describe('the list', () => {
  it('assigns the contacts that were ticked and stays where it was', async () => {
    const chosen = [contactAt(2), contactAt(3)];
    const owner = anotherOwner(contactAt(2));
    const ticks = Object.fromEntries(chosen.map(({ id }) => [`contact-${id}`, '1']));
    const reply = await post('/crm/assign', { ...ticks, owner, view: 'search=a&page=2' });
    expect(reply.headers.get('location')).toMatch(/^\/crm\?search=a&page=2&assigned=\d$/);
    expect(chosen.map(ownerOf)).toEqual([owner, owner]);
  });

  it('says what is missing', async () => {
    const reply = await post('/crm/assign', { owner: anotherOwner(contactAt(2)) });
    expect(reply.status).toBe(400);
    expect(await reply.text()).toContain('Tick the contacts');
  });

  it('finds by words and by owner', async () => {
    const { values } = contactAt(4);
    const search = new URLSearchParams({ search: values['email'] ?? '' });
    const page = await (await get(`/crm?${search.toString()}`)).text();
    expect(page).toContain(pathOf(contactAt(4)));
    expect(page).toContain('>1 found<');
    const nobodys = contacts.filter((contact) => ownerOf(contact) === '').length;
    expect(await (await get('/crm?owner=nobody')).text()).toContain(`>${nobodys} found<`);
  });

  it('shows what somebody typed as text', async () => {
    const evil = '"><script>go()</script>';
    sandbox.control.person.setProperties('contacts', contactAt(5).id, { firstname: evil });
    for (const path of ['/crm', `/crm?search=${encodeURIComponent(evil)}`, pathOf(contactAt(5))]) {
      const page = await (await get(path)).text();
      expect(page).toContain('&quot;&gt;&lt;script&gt;go()');
      expect(page).not.toContain('<script');
    }
  });
});

describe('a contact', () => {
  it('is assigned by a person, which its history shows', async () => {
    const contact = contactAt(10);
    const owner = anotherOwner(contact);
    const reply = await post(`${pathOf(contact)}/assign`, { owner });
    expect([reply.status, reply.headers.get('location')]).toEqual([303, `${pathOf(contact)}?done=assigned`]);
    expect(contact.history.get('hubspot_owner_id')?.[0]?.source.sourceType).toBe('CRM_UI');
    expect(await (await get(pathOf(contact))).text()).toContain('by a person in the CRM');
    await post(`${pathOf(contact)}/take-away`, {});
    expect(ownerOf(contact)).toBe('');
  });

  it('cannot be given to a user who was deactivated', async () => {
    const gone = [...sandbox.portal.owners.values()].find((owner) => owner.archived);
    const reply = await post(`${pathOf(contactAt(11))}/assign`, { owner: gone?.id ?? '' });
    expect(reply.status).toBe(400);
    expect(await reply.text()).toContain('choose an active user');
  });

  it('takes a context and an offered schedule, and gives its status back', async () => {
    await ownProperties();
    const contact = contactAt(12);
    sandbox.control.person.setProperties('contacts', contact.id, { baton_status: 'Hot' });
    const page = await (await get(pathOf(contact))).text();
    expect(page).toContain('Quick &amp; short</option>');
    expect(page).not.toContain('Only for programs');
    const saved = { baton_context: 'One\r\nTwo', baton_schedule: 'Quick & short', email: 'x@x.example' };
    await post(`${pathOf(contact)}/fields`, saved);
    await post(`${pathOf(contact)}/clear-status`, {});
    expect(contact.values).toMatchObject({ baton_context: 'One\nTwo', baton_schedule: 'Quick & short' });
    expect(contact.values['baton_status']).toBeUndefined();
    expect(contact.values['email']).not.toBe('x@x.example');
    const refused = await post(`${pathOf(contact)}/fields`, { baton_schedule: 'None of these' });
    expect(await refused.text()).toContain('Baton Schedule: choose one of its options.');
  });

  it('is merged into one whose old numbers lead to it, deleted, and comes back', async () => {
    const [one, other] = [contactAt(13), contactAt(14)];
    const merged = await post(`${pathOf(one)}/merge`, { other: other.id });
    const path = merged.headers.get('location')?.split('?')[0] ?? '';
    expect((await get(pathOf(other))).headers.get('location')).toBe(path);
    await post(`${path}/delete`, {});
    const gone = await get(path);
    expect([gone.status, await gone.text()]).toEqual([404, expect.stringContaining('Restore it')]);
    expect((await post(`${path}/assign`, { owner: 'nobody' })).status).toBe(404);
    await post(`${path}/restore`, {});
    expect((await get(path)).status).toBe(200);
    expect((await post(`${path}/merge`, { other: '1' })).status).toBe(400);
  });

  it('answers once a mail was sent to it', async () => {
    const contact = contactAt(20);
    const to = contact.values['email'] ?? '';
    expect((await post(`${pathOf(contact)}/answer`, { kind: 'interested' })).status).toBe(400);
    expect(await (await get(pathOf(contact))).text()).toContain('No mail was sent to this contact yet');
    sandbox.mail.send({
      messageId: '<1@harborline.example>',
      from: { address: 'mia@harborline.example', name: 'Mia' },
      to: [{ address: to.toUpperCase(), name: '' }],
      subject: 'Hello',
      text: 'Hello',
      date: new Date(sandbox.clock.now()).toISOString(),
    });
    expect((await post(`${pathOf(contact)}/answer`, { kind: 'interested' })).status).toBe(303);
    expect(sandbox.mail.all().received.map(({ kind, prospect }) => [kind, prospect])).toEqual([
      ['interested', to],
    ]);
  });

  it('of another portal or without a number is a page that says so', async () => {
    expect((await get(`/contacts/1/record/0-1/${contactAt(1).id}`)).status).toBe(404);
    expect((await get(`${pathOf(contactAt(1))}9`)).status).toBe(404);
  });
});

describe('the users', () => {
  it('get a new one, who becomes an owner, and lose one', async () => {
    expect((await post('/crm/users', { email: 'Mia@Harborline.example', firstName: 'Mia' })).status).toBe(
      303,
    );
    const mia = [...sandbox.portal.owners.values()].find(({ email }) => email === 'mia@harborline.example');
    expect(mia?.archived).toBe(false);
    const twice = await post('/crm/users', { email: 'mia@harborline.example' });
    expect(await twice.text()).toContain('is a user already');
    expect((await post('/crm/users', { email: 'mia' })).status).toBe(400);
    await post(`/crm/users/${mia?.id}/deactivate`, {});
    expect(sandbox.portal.owners.get(mia?.id ?? '')?.archived).toBe(true);
  });
});

async function ownProperties(): Promise<void> {
  const headers = { authorization: `Bearer ${sandbox.serviceKey}`, 'content-type': 'application/json' };
  const create = async (path: string, body: unknown): Promise<void> => {
    const url = `${sandbox.url}/crm/properties/2026-09/contacts${path}`;
    const reply = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
    expect(reply.status).toBe(201);
  };
  const options = (labels: readonly string[]): unknown =>
    labels.map((label, displayOrder) => ({ label, value: label, displayOrder, hidden: false }));
  const select = { groupName: 'baton', type: 'enumeration', fieldType: 'select' };
  await create('/groups', { name: 'baton', label: 'Baton' });
  await create('', {
    ...select,
    name: 'baton_context',
    label: 'Context',
    type: 'string',
    fieldType: 'textarea',
  });
  await create('', {
    ...select,
    name: 'baton_schedule',
    label: 'Baton Schedule',
    options: options(['Quick & short']),
  });
  await create('', {
    ...select,
    name: 'baton_status',
    label: 'Lead Connection Status',
    options: options(['Hot']),
  });
  await create('', {
    groupName: 'baton',
    name: 'baton_hidden',
    label: 'Only for programs',
    type: 'string',
    fieldType: 'text',
    hidden: true,
  });
}
