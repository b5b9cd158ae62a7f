import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createServiceKey } from '#sandbox/hubspot/oauth.ts';
import { SERVICE_KEY_SCOPES } from '#sandbox/hubspot/scopes.ts';
import { openFlowWorld, MILES, ROSIE, STATUS, type FlowWorld } from '#test/support/flow-world.ts';

let world: FlowWorld;
afterEach(() => world.close());

const statuses = async (): Promise<string[]> => (await world.connection()).rows.map((row) => row.status);
const refresh = () => world.api.connections.refresh({ id: world.connectionId });

describe('CRM Details leads a new user to an assistant that works', () => {
  beforeEach(async () => {
    world = await openFlowWorld({ stage: false });
    await world.connect();
  });

  it('through the four statuses, each with what it means and the next step', async () => {
    expect(await statuses()).toEqual(['ASSISTANT_NOT_YET_CREATED']);
    expect((await world.connection()).rows[0]).toMatchObject({
      assistantId: null,
      meaning: 'No assistant has been created in the app yet.',
    });

    await world.createAssistant({ name: ROSIE.name, email: ROSIE.email, userName: 'Kim' });
    expect(await statuses()).toEqual(['ASSISTANT_DOES_NOT_EXISTS_AS_USER_IN_CRM']);

    world.person.addUser({ email: ROSIE.email, firstName: 'Rosie', lastName: 'Hart' });
    expect(await statuses()).toEqual(['ASSISTANT_DOES_NOT_EXISTS_AS_USER_IN_CRM']);
    const view = await refresh();
    expect(view.rows[0]).toMatchObject({
      userName: 'Kim',
      assistantName: ROSIE.name,
      status: 'ASSISTANT_EXISTS_AS_USER_IN_CRM',
      checkedAt: world.now,
    });
    expect(view.rows[0]?.nextStep).toContain('Assign a contact to her');

    await world.taken();
    expect(await statuses()).toEqual(['ALL_WORKING_WELL']);
  });

  it('and falls back when her user is removed, until the user is there again', async () => {
    await world.createAssistant({ name: ROSIE.name, email: ROSIE.email });
    world.person.addUser({ email: ROSIE.email });
    await refresh();
    await world.taken();
    world.person.deactivateOwner(world.ownerId(ROSIE));
    await refresh();
    expect(await statuses()).toEqual(['ASSISTANT_DOES_NOT_EXISTS_AS_USER_IN_CRM']);
    world.person.addUser({ email: ROSIE.email });
    await refresh();
    expect(await statuses()).toEqual(['ALL_WORKING_WELL']);
  });

  it('with a row for each assistant and its user, all read in one Refresh', async () => {
    const names = ['Ida', 'Una', 'Eve'];
    for (const [index, name] of names.entries()) {
      const email = `${name.toLowerCase()}@demo.example`;
      await world.createAssistant({ name, email, userName: index < 2 ? 'Kim' : 'Lou' });
    }
    world.person.addUser({ email: 'UNA@demo.example' });
    await refresh();
    const { rows } = await world.connection();
    expect(rows.map((row) => [row.userName, row.assistantName, row.status])).toEqual([
      ['Kim', 'Ida', 'ASSISTANT_DOES_NOT_EXISTS_AS_USER_IN_CRM'],
      ['Kim', 'Una', 'ASSISTANT_EXISTS_AS_USER_IN_CRM'],
      ['Lou', 'Eve', 'ASSISTANT_DOES_NOT_EXISTS_AS_USER_IN_CRM'],
    ]);
  });

  it('and says what the key lacks when it may not invite', async () => {
    const scopes = [...SERVICE_KEY_SCOPES].filter((scope) => scope !== 'settings.users.write');
    const token = createServiceKey(world.sandbox.portal, scopes);
    await world.api.connections.renewToken({ id: world.connectionId, token });
    const assistantId = await world.createAssistant({ name: ROSIE.name, email: ROSIE.email });
    const invite = world.api.connections.inviteAssistant({ id: world.connectionId, assistantId });
    await expect(invite).rejects.toMatchObject({
      code: 'CRM',
      data: { missingScopes: expect.arrayContaining(['settings.users.write']) },
    });
  });
});

describe('contacts that an assistant owned before she was found in the CRM', () => {
  let ids: string[];
  beforeEach(async () => {
    world = await openFlowWorld({ stage: false });
    await world.connect();
    await world.api.connections.setUpFields({ id: world.connectionId });
    world.person.addUser({ email: ROSIE.email, firstName: 'Rosie', lastName: 'Hart' });
    ids = world.contacts(30);
    world.assign(ids);
    await world.createAssistant({ name: ROSIE.name, email: ROSIE.email });
    await refresh();
  });

  const taken = (): number => ids.filter((id) => world.leadOf(id) !== null).length;

  it('are counted and left alone until the user answers', async () => {
    await world.poll(3);
    expect((await world.connection()).baseline).toMatchObject({ count: 30, answer: null });
    expect(taken()).toBe(0);
    expect(ids.flatMap((id) => world.notes(id))).toEqual([]);
    expect(ids.filter((id) => world.owner(id) === world.ownerId(ROSIE))).toHaveLength(30);
    const [ask] = await world.api.attention.list();
    expect(ask?.actions[0]).toMatchObject({ label: 'Take these 30', command: 'take-baseline' });
    expect(await statuses()).toEqual(['ASSISTANT_EXISTS_AS_USER_IN_CRM']);
  });

  it('are all taken once when the user says Take', async () => {
    await world.poll();
    await world.api.connections.answerBaseline({ id: world.connectionId, answer: 'take' });
    await world.poll(3);
    expect(taken()).toBe(30);
    expect(ids.map((id) => world.notes(id).length)).toEqual(ids.map(() => 1));
    expect(ids.map((id) => world.value(id, STATUS))).toEqual(ids.map(() => 'Cold'));
    expect(await statuses()).toEqual(['ALL_WORKING_WELL']);
  });

  it('are taken by the button of Needs attention, and the question is gone', async () => {
    await world.poll();
    const [ask] = await world.api.attention.list();
    await world.api.attention.act({ id: ask?.id ?? '', command: 'take-baseline' });
    await world.poll(3);
    expect(taken()).toBe(30);
    expect(await world.api.attention.list()).toEqual([]);
  });

  it('are never taken when the user says Leave, and new ones are', async () => {
    await world.api.connections.answerBaseline({ id: world.connectionId, answer: 'leave' });
    const fresh = await world.taken();
    await world.poll(2);
    expect(taken()).toBe(0);
    expect(world.lead(fresh).state).toBe('Cold');
    expect(await world.api.attention.list()).toEqual([]);
  });

  it('do not keep a new assignment waiting while the question is open', async () => {
    const fresh = await world.taken();
    expect(world.lead(fresh).state).toBe('Cold');
    expect(taken()).toBe(0);
    await world.restart();
    await world.api.connections.answerBaseline({ id: world.connectionId, answer: 'take' });
    await world.poll(2);
    expect(taken()).toBe(30);
    expect(world.notes(fresh)).toHaveLength(1);
  });

  it('are taken when a person assigns one of them anew', async () => {
    const [id = ''] = ids;
    await world.api.connections.answerBaseline({ id: world.connectionId, answer: 'leave' });
    world.person.takeAway(id, world.colleague(1).id);
    await world.poll();
    world.assign(id);
    await world.poll();
    expect(world.lead(id)).toMatchObject({ state: 'Cold', previousOwnerId: world.colleague(1).id });
    expect(taken()).toBe(1);
  });
});

describe('the token of a connection', () => {
  beforeEach(async () => {
    world = await openFlowWorld();
  });

  const newKey = (): string => createServiceKey(world.sandbox.portal, SERVICE_KEY_SCOPES);
  const renew = (token: string) => world.api.connections.renewToken({ id: world.connectionId, token });
  const revoke = (): void => {
    for (const token of world.sandbox.portal.tokens.values()) token.revoked = true;
  };

  it('of another account is refused when it is renewed, and the connection goes on with its own', async () => {
    const { portalId } = world.sandbox.portal;
    Object.assign(world.sandbox.portal, { portalId: 99 });
    await expect(renew(newKey())).rejects.toMatchObject({
      code: 'REFUSED',
      message: `This token belongs to another CRM account (99, not ${portalId}). Connect that one as a new connection.`,
    });
    Object.assign(world.sandbox.portal, { portalId });
    expect((await world.connection()).status).toBe('Active');
    expect(world.lead(await world.taken()).state).toBe('Cold');
  });

  it('of an account that is connected already makes no second connection', async () => {
    const { url: baseUrl } = world.sandbox;
    const second = { provider: 'hubspot', name: 'Again', token: newKey(), baseUrl, preset: 'TEC' } as const;
    await expect(world.api.connections.connect(second)).rejects.toMatchObject({ code: 'REFUSED' });
    expect(await world.api.connections.list()).toHaveLength(1);
  });

  it('that the CRM does not know is refused with a sentence at its field', async () => {
    await expect(renew('pat-eu1-wrong')).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      data: { problems: [{ field: 'token', sentence: expect.stringContaining('does not accept it') }] },
    });
    await expect(renew('  ')).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    expect((await world.connection()).status).toBe('Active');
  });

  it('that stops working turns the connection Failed with a sentence; a new one lets everything go on', async () => {
    const before = await world.taken();
    revoke();
    const assignedMeanwhile = world.contact();
    world.assign(assignedMeanwhile);
    await world.poll();
    const failed = await world.connection();
    expect(failed.status).toBe('Failed');
    expect(failed.failure).toContain('HubSpot does not accept the token of this connection');
    const [item] = await world.api.attention.list();
    expect(item?.actions[0]).toMatchObject({ label: 'Reconnect', to: `/crm-details/${failed.id}` });
    await world.press(before, 'mark-hot');
    await world.advance(5_000);
    const calls = world.sandbox.control.countCalls();
    await world.poll(3);
    expect(world.sandbox.control.countCalls()).toBe(calls);

    await renew(newKey());
    await world.poll(2);
    await world.untilDelivered();
    expect((await world.connection()).status).toBe('Active');
    expect(world.lead(assignedMeanwhile).state).toBe('Cold');
    expect(world.notes(assignedMeanwhile)).toHaveLength(1);
    expect(world.value(before, STATUS)).toBe('Hot');
    expect(world.owner(before)).toBe(world.colleague().id);
    expect(world.activities(before, 'tasks')).toHaveLength(1);
  });

  it('is gone after Disconnect, and nothing is asked of the CRM any more', async () => {
    const id = await world.taken();
    await world.api.connections.disconnect({ id: world.connectionId });
    const calls = world.sandbox.control.countCalls();
    world.assign(world.contact(), MILES);
    await world.advance(86_400_000);
    await world.poll(2);
    expect(world.sandbox.control.countCalls()).toBe(calls);
    expect(world.mailsTo(id)).toHaveLength(0);
    expect((await world.connection()).status).toBe('Inactive');
  });
});
