import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { simulateFromNow } from '#core/flows/nurture/simulate.ts';
import { DAY, MINUTE, openFlowWorld, type FlowWorld } from '#test/support/flow-world.ts';

let world: FlowWorld;
beforeEach(async () => {
  world = await openFlowWorld();
});
afterEach(() => world.close());

const planned = () => world.api.plannedMessages;
const list = async (id: string) => (await planned().list({ leadId: world.lead(id).id })).messages;
const sent = (id: string) => world.mailsTo(id);
const untilSent = (id: string, count: number) => world.passUntil(() => sent(id).length >= count);

describe('the messages to come of a lead', () => {
  it('stand there as they go out, in their order', async () => {
    const id = await world.taken();
    const messages = await list(id);
    expect(messages).toHaveLength(7);
    expect(messages[0]).toMatchObject({
      step: 0,
      isNext: true,
      isSubjectKept: false,
      at: world.lead(id).nextFollowUpAt,
    });
    const dates = messages.map(({ at }) => at ?? 0);
    expect(dates).toEqual(dates.toSorted((a, b) => a - b));
    await untilSent(id, 2);
    expect(sent(id).map(({ subject }) => subject)).toEqual(
      messages.slice(0, 2).map(({ subject }) => subject),
    );
    expect(sent(id)[1]?.text).toContain(messages[1]?.text.trim());
    expect(await list(id)).toHaveLength(5);
  });

  it('go out with the words of a person, once; the others as they were', async () => {
    const id = await world.taken();
    const leadId = world.lead(id).id;
    const [first, second] = await list(id);
    const words = { subject: 'A word about bees', text: 'Hello Ana,\n\nmy own words.\n\n-- \nRosie' };
    await planned().edit({ leadId, step: 0, version: 0, ...words });
    const again = await list(id);
    expect(again[0]).toMatchObject({ ...words, text: `${words.text}\n`, version: 1, editedAt: world.now });
    expect(again[1]?.subject).toBe('Re: A word about bees');
    await untilSent(id, 2);
    expect(sent(id)[0]).toMatchObject({ subject: 'A word about bees' });
    expect(sent(id)[0]?.text).toContain('my own words.');
    expect(sent(id)[1]?.text).toContain(second?.text.trim());
    await expect(planned().edit({ leadId, step: 0, version: 1, ...words })).rejects.toThrow('out already');
    expect(first?.text).not.toContain('my own words');
  });

  it('are put back as the schedule has them', async () => {
    const id = await world.taken();
    const leadId = world.lead(id).id;
    const [first] = await list(id);
    await planned().edit({ leadId, step: 0, version: 0, subject: 'Other', text: 'Other' });
    await planned().skip({ leadId, step: 0, version: 1, skipped: true });
    const { messages } = await planned().putBack({ leadId, step: 0, version: 2 });
    expect(messages[0]).toEqual(first);
  });

  it('are left out when a person says so, and the next one follows', async () => {
    const id = await world.taken();
    const leadId = world.lead(id).id;
    const before = await list(id);
    await planned().skip({ leadId, step: 0, version: 0, skipped: true });
    const [foreseen] = (await simulateFromNow(world.core.context, 14)).sends;
    await untilSent(id, 1);
    expect(foreseen).toMatchObject({ leadId, step: 1 });
    expect(Math.abs((world.lead(id).lastSentAt ?? 0) - (foreseen?.at ?? 0))).toBeLessThan(5 * MINUTE);
    expect(sent(id)[0]?.text).toContain(before[1]?.text.trim().slice(0, 60));
    expect(world.lead(id).nextStep).toBe(2);
    const { timeline } = await world.api.leads.get({ id: leadId });
    expect(timeline.some((entry) => entry.kind === 'journal' && entry.event === 'step-skipped')).toBe(true);
  });

  it('move to another time, never to one at which nothing is sent', async () => {
    const id = await world.taken();
    const leadId = world.lead(id).id;
    // The Saturday after: Monday morning it is.
    const saturday = world.now + 5 * DAY;
    const { messages } = await planned().move({ leadId, step: 0, at: saturday });
    expect(messages[0]?.at).toBe(world.lead(id).nextFollowUpAt);
    expect(new Date(messages[0]?.at ?? 0).getUTCDay()).toBe(1);
    await world.advance(4 * DAY);
    await world.poll();
    expect(sent(id)).toEqual([]);
    await untilSent(id, 1);
    expect(world.now).toBeGreaterThan(saturday);
    await expect(planned().move({ leadId, step: 0, at: world.now + DAY })).rejects.toThrow('Another message');
    await expect(planned().move({ leadId, step: 1, at: world.now - DAY })).rejects.toThrow('still to come');
  });

  it('refuse an unfilled placeholder, and what another window changed meanwhile', async () => {
    const id = await world.taken();
    const leadId = world.lead(id).id;
    const edit = { leadId, step: 0, version: 0, subject: 'Bees', text: 'Hello {{ firstName }}' };
    await expect(planned().edit(edit)).rejects.toThrow('{{ firstName }}');
    await planned().edit({ ...edit, text: 'Hello' });
    await expect(planned().edit({ ...edit, text: 'Hi' })).rejects.toThrow('another window');
  });

  it('are none once the lead answered', async () => {
    const id = await world.mailed();
    await world.reply(id, 'more-info');
    expect(await list(id)).toEqual([]);
  });
});
