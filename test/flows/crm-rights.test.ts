import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createServiceKey } from '#sandbox/hubspot/oauth.ts';
import { SERVICE_KEY_SCOPES } from '#sandbox/hubspot/scopes.ts';
import { MINUTE, openFlowWorld, ROSIE, type FlowWorld } from '#test/support/flow-world.ts';

let world: FlowWorld;
afterEach(() => world.close());

const id = () => ({ id: world.connectionId });
const ADD = 'Add it to the key in HubSpot under Development → Keys → Service keys';
const KINDS = { contacts: 'crm.objects.contacts', schemas: 'crm.schemas.contacts' };

/** A key without these scopes, however they end. */
function keyWithout(...names: readonly string[]): string {
  const scopes = SERVICE_KEY_SCOPES.filter((scope) => !names.some((name) => scope.startsWith(name)));
  return createServiceKey(world.sandbox.portal, scopes);
}

/** The connection goes on with a key that lacks these; what reads with it at once may be refused. */
async function lacks(...names: readonly string[]): Promise<void> {
  await world.api.connections.renewToken({ ...id(), token: keyWithout(...names) }).catch(() => undefined);
}

/** What a person reads when a step is refused. */
async function sentenceOf(step: Promise<unknown>): Promise<string> {
  const refusal: unknown = await step.then(
    () => null,
    (error: unknown) => error,
  );
  if (!(refusal instanceof Error)) throw new Error('The step was not refused.');
  return refusal.message;
}

describe('a key that lacks a scope', () => {
  beforeEach(async () => {
    world = await openFlowWorld();
  });

  it.each([
    ['the list of users', 'crm.objects.owners', () => world.api.connections.refresh(id())],
    ['looking at the fields', KINDS.schemas, () => world.api.connections.fields(id())],
  ])('is told of it at %s, with where to add it', async (_step, lacking, step) => {
    await lacks(lacking, KINDS.contacts);
    const sentence = await sentenceOf(step());
    expect(sentence).toContain(`The key lacks the permission ${lacking}.read. ${ADD}`);
    expect(sentence).toMatch(/^HubSpot did not allow Baton to list the /);
  });

  it('is told of it when assistants are invited, and how to go on without', async () => {
    await lacks('settings.users.write');
    const assistantId = await world.createAssistant({ name: 'Una', email: 'una@demo.example' });
    const sentence = await sentenceOf(world.api.connections.inviteAssistant({ ...id(), assistantId }));
    expect(sentence).toContain('The key lacks the permission settings.users.write.');
    expect(sentence).toContain(
      'Or invite una@demo.example yourself in HubSpot under Settings → Users & Teams',
    );
  });

  it('is told of it when fields are set up, schedules synchronised, and a contact status added', async () => {
    const [recommended] = await world.api.schedules.list();
    await world.api.schedules.create({ name: 'Trade fair', steps: recommended?.steps ?? [] });
    const { fields } = await world.api.connections.fields(id());
    world.person.deleteProperty('contacts', fields[0]?.internalName ?? '');
    await lacks(`${KINDS.schemas}.write`);
    const { connections } = world.api;
    const added = { wanted: 'NURTURED', choice: { kind: 'add-option' } } as const;
    const steps: Readonly<Record<string, () => Promise<unknown>>> = {
      'to create the property': () => connections.setUpFields(id()),
      'to change the options of': () => connections.syncSchedules(id()),
      'to change the options of "hs_lead_status"': () => connections.mapContactStatus({ ...id(), ...added }),
    };
    for (const [doing, step] of Object.entries(steps)) {
      const sentence = await sentenceOf(step());
      expect(sentence).toContain(doing);
      expect(sentence).toContain(`The key lacks the permission ${KINDS.schemas}.write. ${ADD}`);
    }
  });

  it('is told of it by the first search and by the first note, on Needs attention', async () => {
    await lacks(KINDS.contacts);
    await world.poll();
    expect(await attention()).toContain(
      `to search for assigned contacts. The key lacks the permission ${KINDS.contacts}.read. ${ADD}`,
    );
    await lacks(`${KINDS.contacts}.write`);
    world.assign(world.contact());
    await world.poll(2);
    expect(await attention()).toContain(`The key lacks the permission ${KINDS.contacts}.write. ${ADD}`);
  });

  it('is told of it no longer once the scope was added to the key in HubSpot', async () => {
    const token = keyWithout(`${KINDS.contacts}.write`);
    await world.api.connections.renewToken({ ...id(), token });
    const contactId = world.contact();
    world.assign(contactId);
    await world.poll(2);
    expect(await attention()).toContain(`lacks the permission ${KINDS.contacts}.write.`);
    // What other flows read meanwhile makes nobody think that all is well.
    await world.advance(MINUTE);
    await world.poll(2);
    expect(await attention()).toContain(`lacks the permission ${KINDS.contacts}.write.`);
    const key = world.sandbox.portal.tokens.get(token);
    if (key === undefined) throw new Error('There is no such key.');
    Object.assign(key, { scopes: new Set(SERVICE_KEY_SCOPES) });
    await world.untilDelivered();
    expect(world.notes(contactId)).toHaveLength(1);
    expect(await attention()).not.toContain('lacks the permission');
  });
});

describe('a user who lacks a permission of the CRM', () => {
  beforeEach(async () => {
    world = await openFlowWorld({ stage: false });
  });

  it.each([
    ['to describe the account', '/details$', 'App Marketplace access'],
    ['to list the users', '/owners', 'View contacts'],
    ['to list the contact properties', '/crm/properties/', 'View contacts'],
  ])('is named it when the account is connected: %s', async (doing, path, permission) => {
    world.fault({ kind: 'status', status: 403, path, times: null });
    const sentence = await sentenceOf(world.connect());
    expect(sentence).toContain(`HubSpot did not allow Baton ${doing}. The user does not have permission`);
    expect(sentence).toContain(`It takes the permission "${permission}" of the user who made the key.`);
    expect(sentence).toContain('in HubSpot under Settings → Users & Teams → the user → Permissions');
  });

  it('is named it when users are invited and fields are made', async () => {
    await world.connect();
    world.person.addUser({ email: ROSIE.email });
    const assistantId = await world.createAssistant({ name: ROSIE.name, email: ROSIE.email });
    world.fault({ kind: 'status', status: 403, method: 'POST', path: '/settings/users/', times: null });
    world.fault({ kind: 'status', status: 403, method: 'POST', path: '/crm/properties/', times: null });
    expect(await sentenceOf(world.api.connections.inviteAssistant({ ...id(), assistantId }))).toContain(
      '"Add and edit users"',
    );
    expect(await sentenceOf(world.api.connections.setUpFields(id()))).toContain('"Edit property settings"');
  });
});

async function attention(): Promise<string> {
  return (await world.api.attention.list()).map(({ cause }) => cause).join('\n');
}
