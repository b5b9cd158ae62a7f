import { createRouterClient } from '@orpc/server';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { router } from '#core/api/router.ts';
import { MINUTE, openFlowWorld, ROSIE, type FlowWorld } from '#test/support/flow-world.ts';

let world: FlowWorld;
beforeEach(async () => {
  world = await openFlowWorld();
});
afterEach(() => world.close());

const id = () => ({ id: world.connectionId });
const changes = async () =>
  (await world.api.connections.changes(id())).map(({ setting, assistantName, role, from, to }) => ({
    setting,
    assistantName,
    role,
    from,
    to,
  }));
const line = (setting: string, from: string, to: string) => ({
  setting,
  assistantName: null,
  role: 'admin',
  from,
  to,
});

describe('a switch that is turned', () => {
  it('holds at once and is written down with who, when, from what and to what', async () => {
    await world.advance(MINUTE);
    await world.changeConnection({ guardOn: false, fallbackOwnerId: world.colleague().id });
    expect(await world.connection()).toMatchObject({ guardOn: false, fallbackOwnerId: world.colleague().id });
    const { firstName, lastName } = world.colleague();
    expect(await changes()).toEqual(
      expect.arrayContaining([
        line('guard', 'on', 'off'),
        line('fallback-owner', 'nobody', `${firstName} ${lastName}`),
      ]),
    );
    const all = await world.api.connections.changes(id());
    expect(all).toHaveLength(2);
    expect(all.map(({ at }) => at)).toEqual([world.now, world.now]);
  });

  it('is written down for Hold writes, Read only and the rule of the hand-back, newest first', async () => {
    const { connections, sending } = world.api;
    await connections.setHold({ ...id(), hold: true, only: ['note'], held: 'keep' });
    await world.advance(MINUTE);
    await connections.setHold({ ...id(), hold: false, held: 'release' });
    await world.advance(MINUTE);
    await connections.setReadOnly({ ...id(), readOnly: true, listed: 'keep' });
    await world.advance(MINUTE);
    await connections.setReadOnly({ ...id(), readOnly: false, listed: 'reject' });
    await world.advance(MINUTE);
    const { version } = await sending.handBack({ connectionId: world.connectionId });
    const rule = { kind: 'round-robin' as const, ownerIds: [world.colleague().id] };
    await sending.setHandBack({ connectionId: world.connectionId, rule, longTermScheduleId: null, version });
    expect((await changes()).map(({ setting, from, to }) => [setting, from, to])).toEqual([
      ['hand-back', 'fallback owner', expect.stringMatching(/^by turn: \w+/)],
      ['read-only', 'on', 'off'],
      ['read-only', 'off', 'on'],
      ['hold', 'note', 'off'],
      ['hold', 'off', 'note'],
    ]);
  });

  it('is written down for Review first with the assistant and the role of whoever turned it', async () => {
    const member = createRouterClient(router, { context: { core: world.core, role: 'member' } });
    const assistantId = world.assistantIds[0] ?? '';
    const { version } = await member.drafts.writing({ assistantId });
    const rules = { byModel: false, whenRefused: 'template' as const, waiting: null };
    await member.drafts.setWriting({ assistantId, reviewFirst: true, version, ...rules });
    expect(await changes()).toEqual([
      { setting: 'review-first', assistantName: ROSIE.name, role: 'member', from: 'off', to: 'on' },
    ]);
  });

  it('leaves no line when nothing was turned, or when it was refused', async () => {
    await world.changeConnection({});
    const { version, name, guardOn, taskOnHot, stopCompany, fallbackOwnerId, assignment } =
      await world.connection();
    const now = { ...id(), name, guardOn, taskOnHot, stopCompany, fallbackOwnerId, assignment };
    const stale = world.api.connections.update({ ...now, guardOn: !guardOn, version: version - 1 });
    await expect(stale).rejects.toThrow('changed in another window');
    expect(await changes()).toEqual([]);
  });

  it('stays written down over a restart', async () => {
    await world.changeConnection({ taskOnHot: false });
    await world.restart();
    expect(await changes()).toEqual([line('tasks', 'on', 'off')]);
  });
});
