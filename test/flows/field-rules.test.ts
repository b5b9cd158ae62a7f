import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { WritePolicy } from '#contract/names.ts';
import { openFlowWorld, STATUS, type FlowWorld } from '#test/support/flow-world.ts';

let world: FlowWorld;
beforeEach(async () => {
  world = await openFlowWorld();
});
afterEach(() => world.close());

const rule = (field: 'connectionStatus' | 'contactStatus', policy: WritePolicy) =>
  world.api.health.setRule({ id: world.connectionId, field, policy });
const statusRow = async (id: string) =>
  (await world.activity({ leadId: world.lead(id).id, kinds: ['crm-status'] }))[0];

describe('the rule of a property', () => {
  it('is "always" until somebody chooses another, and stays chosen', async () => {
    const policies = async () =>
      (await world.api.health.rules({ id: world.connectionId })).map((each) => each.policy);
    expect(await policies()).toEqual(['always', 'always']);
    await rule('contactStatus', 'if-empty');
    await world.restart();
    expect(await policies()).toEqual(['always', 'if-empty']);
  });

  it('"if empty" leaves a value alone, and Activity says why', async () => {
    await rule('contactStatus', 'if-empty');
    const [filled, empty] = [
      await world.taken({ hs_lead_status: 'OPEN' }),
      await world.taken({ hs_lead_status: '' }),
    ];
    expect(world.value(filled, 'hs_lead_status')).toBe('OPEN');
    expect(world.value(filled, STATUS)).toBe('Cold');
    expect(await statusRow(filled)).toMatchObject({
      status: 'delivered',
      reason: 'Lead Status stays "OPEN": its rule is "if empty", and it has a value.',
      changes: [{ field: STATUS, before: '', after: 'Cold' }],
    });
    expect(world.value(empty, 'hs_lead_status')).toBe('IN_PROGRESS');
    await world.press(empty, 'mark-hot');
    expect(world.value(empty, 'hs_lead_status')).toBe('IN_PROGRESS');
    expect(world.value(empty, STATUS)).toBe('Hot');
  });

  it('"if ours was last" writes on until a person writes something else', async () => {
    await rule('contactStatus', 'if-ours-was-last');
    const [ours, theirs] = [
      await world.taken({ hs_lead_status: '' }),
      await world.taken({ hs_lead_status: '' }),
    ];
    expect(world.value(ours, 'hs_lead_status')).toBe('IN_PROGRESS');
    world.person.setProperties('contacts', theirs, { hs_lead_status: 'BAD_TIMING' });
    await world.press(ours, 'mark-hot');
    await world.press(theirs, 'mark-hot');
    await world.untilDelivered();
    expect(world.value(ours, 'hs_lead_status')).toBe('CONNECTED');
    expect(world.value(theirs, 'hs_lead_status')).toBe('BAD_TIMING');
    expect((await statusRow(theirs))?.reason).toContain('somebody else wrote it since');
    const foreign = await world.taken({ hs_lead_status: 'OPEN' });
    expect(world.value(foreign, 'hs_lead_status')).toBe('OPEN');
  });

  it('"never" writes nothing, and a write of which nothing is left is settled as not written', async () => {
    await rule('contactStatus', 'never');
    await rule('connectionStatus', 'never');
    const id = await world.taken({ hs_lead_status: '' });
    expect(world.value(id, 'hs_lead_status')).toBe('');
    expect(world.value(id, STATUS)).toBe('');
    expect(await statusRow(id)).toMatchObject({
      status: 'cancelled',
      reason:
        'Lead Connection Status is not written: its rule is "never". Lead Status is not written: its rule is "never".',
    });
    expect(world.notes(id)).toHaveLength(1);
  });

  it('keeps no hand-back from going on', async () => {
    await rule('connectionStatus', 'never');
    const id = await world.mailed();
    await world.reply(id, 'agreed-to-meet');
    await world.untilDelivered();
    expect(world.owner(id)).toBe(world.colleague().id);
    expect(world.activities(id, 'tasks')).toHaveLength(1);
    expect(world.lead(id)).toMatchObject({ state: 'Hot', custody: 'HandedBack' });
  });
});

describe('an undo that meets a change', () => {
  it('names the property and its rule, so that the choice can become one', async () => {
    const id = await world.taken({ hs_lead_status: '' });
    await world.press(id, 'mark-hot');
    await world.untilDelivered();
    world.person.setProperties('contacts', id, { hs_lead_status: 'BAD_TIMING' });
    const row = await statusRow(id);
    const [look] = await world.api.activity.undoPreview({ ids: [row?.id ?? 0] });
    expect(look).toMatchObject({ state: 'changed', connectionId: world.connectionId });
    expect(look?.fields.find((each) => each.field === 'hs_lead_status')).toMatchObject({
      before: 'IN_PROGRESS',
      ours: 'CONNECTED',
      theirs: 'BAD_TIMING',
      rule: { field: 'contactStatus', policy: 'always' },
    });
    await rule('contactStatus', 'if-ours-was-last');
    await world.press(id, 'restart');
    await world.untilDelivered();
    expect(world.value(id, 'hs_lead_status')).toBe('BAD_TIMING');
    expect(world.value(id, STATUS)).toBe('Cold');
  });
});
