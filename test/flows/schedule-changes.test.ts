import { afterEach, describe, expect, it } from 'vitest';
import { openFlowWorld, type FlowWorld } from '#test/support/flow-world.ts';

let world: FlowWorld;
afterEach(() => world.close());

describe('a schedule is changed while leads are on it', () => {
  const step = (gapDays: number, subject: string) => ({
    gapDays,
    message: { kind: 'template' as const, subject, body: `Hello {{ firstName }}, ${subject}.` },
  });

  let onIt = '';

  /** What the journal of the lead that was on it says about the change. */
  async function told(): Promise<string[]> {
    const { timeline } = await world.api.leads.get({ id: world.lead(onIt).id });
    return timeline.flatMap((each) =>
      each.kind === 'journal' && each.event === 'schedule-changed' ? [each.rule] : [],
    );
  }

  async function changed(applyTo: 'new-leads' | 'all-leads') {
    world = await openFlowWorld();
    const before = await world.api.schedules.create({
      name: 'Ours',
      steps: [step(1, 'old one'), step(2, 'old two')],
    });
    await world.changeAssistant(0, { defaultScheduleId: before.id });
    const under = await world.mailed();
    const current = await world.api.schedules.get({ id: before.id });
    const steps = [step(1, 'new one'), step(1, 'new two'), step(1, 'new three')];
    await world.api.schedules.update({ ...current, steps, applyTo });
    const fresh = await world.taken();
    await world.passUntil(() => [under, fresh].every((id) => world.lead(id).custody === 'HandedBack'));
    onIt = under;
    const texts = (id: string) => world.mailsTo(id).map((mail) => /(?:old|new) \w+/.exec(mail.text)?.[0]);
    return { under: texts(under), fresh: texts(fresh) };
  }

  it('for new leads only: those on it go on as they began', async () => {
    expect(await changed('new-leads')).toEqual({
      under: ['old one', 'old two'],
      fresh: ['new one', 'new two', 'new three'],
    });
    expect((await world.api.schedules.list()).map((schedule) => schedule.name)).toEqual(
      expect.arrayContaining(['Recommended', 'Ours']),
    );
    expect(await world.api.schedules.list()).toHaveLength(2);
    expect(await told()).toEqual([
      'A person changed the schedule for new leads only: this lead keeps the messages it began with.',
    ]);
  });

  it('for leads on it too: they go on with the new steps that are not sent yet', async () => {
    expect(await changed('all-leads')).toEqual({
      under: ['old one', 'new two', 'new three'],
      fresh: ['new one', 'new two', 'new three'],
    });
    expect(await told()).toEqual([
      'A person changed the schedule: the messages not yet sent are the new ones.',
    ]);
  });
});
