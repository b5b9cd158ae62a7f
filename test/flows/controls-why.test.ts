import { afterEach, describe, expect, it } from 'vitest';
import { openFlowWorld, type FlowWorld } from '#test/support/flow-world.ts';

let world: FlowWorld;
afterEach(() => world.close());

async function exported(format: 'csv' | 'json', filter = {}): Promise<string> {
  const parts: string[] = [];
  for await (const part of await world.api.activity.export({ filter, format })) parts.push(part);
  return parts.join('');
}

describe('Why', () => {
  it('tells the chain behind a hand-back: the press, then how the lead came to be here', async () => {
    world = await openFlowWorld();
    const id = await world.mailed();
    await world.reply(id, 'agreed-to-meet');
    await world.untilDelivered();
    const lead = world.lead(id);
    const [owner] = await world.activity({ leadId: lead.id, kinds: ['crm-owner'] });
    const why = await world.api.activity.why({ id: owner?.id ?? 0 });
    expect(why.steps.map((step) => [step.event, step.to])).toEqual([
      ['replied', 'Hot'],
      ['assigned', 'Cold'],
    ]);
    expect(why.answer).toBe(why.steps[0]?.rule);
    const state = await world.api.activity.whyLead({ leadId: lead.id, about: 'state' });
    expect(state.steps.map((step) => step.to)).toEqual(['Hot', 'Cold']);
  });

  it('tells why the next message comes then, and why one that went out was due', async () => {
    world = await openFlowWorld();
    const id = await world.mailed();
    const lead = world.lead(id);
    const date = await world.api.activity.whyLead({ leadId: lead.id, about: 'next-date' });
    expect(date.answer).toContain('Message 2 of "Recommended" comes 1 day after the one before');
    expect(date.answer).toContain('Europe/Berlin');
    expect(date.steps.map((step) => step.event)).toEqual(['mail-sent', 'assigned']);
    const [mail] = await world.activity({ leadId: lead.id, kinds: ['mail'] });
    const why = await world.api.activity.why({ id: mail?.id ?? 0 });
    expect(why.answer).toContain('Message 1 of the schedule was due.');
    expect(why.steps.map((step) => step.event)).toEqual(['assigned']);
  });
});

describe('the export of Activity', () => {
  it('has the filtered rows, and no text that a spreadsheet would run', async () => {
    world = await openFlowWorld();
    const id = await world.taken({ firstname: '=HYPERLINK("http://x")', lastname: '' });
    await world.taken();
    const leadId = world.lead(id).id;
    const csv = await exported('csv', { leadId });
    const lines = csv.trim().split('\r\n');
    expect(lines).toHaveLength(3);
    expect(lines[0]).toContain('identity');
    expect(csv).toContain(`"'=HYPERLINK(""http://x"")"`);
    const rows: unknown = JSON.parse(await exported('json', { leadId, kinds: ['crm-status'] }));
    expect(rows).toEqual([expect.objectContaining({ what: 'crm-status', status: 'delivered' })]);
  });
});
