import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ExportFormat, ExportTopic } from '#contract/data.ts';
import { openFlowWorld, type FlowWorld } from '#test/support/flow-world.ts';

let world: FlowWorld;
beforeEach(async () => {
  world = await openFlowWorld();
});
afterEach(() => world.close());

async function fileOf(topic: ExportTopic, format: ExportFormat): Promise<string> {
  const parts: string[] = [];
  for await (const part of await world.api.data.export({ topic, format })) parts.push(part);
  return parts.join('');
}

const rowsOf = async (topic: ExportTopic): Promise<Record<string, unknown>[]> =>
  JSON.parse(await fileOf(topic, 'json')) as Record<string, unknown>[];

describe('everything as files', () => {
  it('holds every lead once, however many there are, with no formula that runs', async () => {
    const ids = world.contacts(1_100, { company: '=HYPERLINK("http://evil.example")' });
    world.assign(ids);
    await world.poll(3);
    const leads = await rowsOf('leads');
    expect(leads).toHaveLength(ids.length);
    expect(new Set(leads.map((lead) => lead['recordId']))).toEqual(new Set(ids));
    expect(leads[0]).toMatchObject({ state: 'Cold', assistant: 'Rosie Hart', connection: 'Portal' });
    const csv = await fileOf('leads', 'csv');
    expect(csv.split('\r\n')).toHaveLength(ids.length + 2);
    expect(csv).toContain(`"'=HYPERLINK(""http://evil.example"")"`);
    expect(csv).not.toMatch(/(^|,)"?=/m);
  });

  it('holds writes with before and after, schedules with their steps, assistants and suppressed addresses', async () => {
    const id = await world.mailed();
    await world.reply(id, 'unsubscribe');
    await world.untilDelivered();
    const { total } = await world.api.activity.page({ filter: {}, before: null, limit: 1 });
    const activity = await rowsOf('activity');
    expect(activity).toHaveLength(total);
    expect(activity.some((row) => String(row['after']).includes('UnSubscribed'))).toBe(true);
    const [schedule] = await world.api.schedules.list();
    expect((await rowsOf('schedules')).filter((row) => row['id'] === schedule?.id)).toHaveLength(
      schedule?.steps.length ?? 0,
    );
    const names = (await rowsOf('assistants')).map((row) => row['name']);
    expect(new Set(names)).toEqual(new Set(['Miles Okafor', 'Rosie Hart']));
    expect((await rowsOf('suppressions')).map((row) => row['address'])).toEqual([world.value(id, 'email')]);
  });
});
