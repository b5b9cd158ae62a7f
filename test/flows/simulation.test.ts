import { afterEach, describe, expect, it } from 'vitest';
import { simulateFromNow } from '#core/flows/nurture/simulate.ts';
import { DAY, MILES, openFlowWorld, ROSIE, type FlowWorld } from '#test/support/flow-world.ts';

let world: FlowWorld;
afterEach(() => world.close());

/** Zones with and without a change of clocks in the two weeks; the names are HubSpot's own. */
const ZONES = [
  '',
  'europe_slash_berlin',
  'america_slash_new_york',
  'asia_slash_kolkata',
  'australia_slash_sydney',
  'america_slash_sao_paulo',
  'asia_slash_tokyo',
  'europe_slash_lisbon',
];
/** A Monday. The clocks of Europe go back on 25 October, those of New York on 1 November. */
const OCTOBER = Date.UTC(2026, 9, 19, 6);

interface Sent {
  readonly to: string;
  readonly at: number;
}

const sorted = (list: readonly Sent[]): readonly Sent[] =>
  list.toSorted((a, b) => a.at - b.at || a.to.localeCompare(b.to));

/** Lets the time pass to exactly each moment at which something is due. */
async function runFor(ms: number): Promise<void> {
  const end = world.now + ms;
  for (;;) {
    const next = world.core.nextWorkAt();
    if (next === null || next > end) break;
    await world.advance(Math.max(0, next - world.now));
  }
  await world.advance(end - world.now);
}

async function fiftySixLeads(): Promise<void> {
  for (let nth = 0; nth < 56; nth += 1) {
    const zone = ZONES[nth % ZONES.length] ?? '';
    const country = ['', 'Germany', 'USA', 'Japan'][nth % 4] ?? '';
    const id = world.contact({ country, ...(zone === '' ? {} : { hs_timezone: zone }) });
    world.assign(id, nth % 3 === 0 ? MILES : ROSIE);
    if (nth % 7 === 0) await world.poll();
  }
  await world.poll(2);
}

describe('the simulation of the next 14 days', () => {
  it('is exactly what happens then, over zones, holidays, limits and a change of clocks', async () => {
    world = await openFlowWorld();
    await world.advance(OCTOBER - world.now);
    await fiftySixLeads();
    // What was planned with room for 50 a day has to overflow now.
    for (const which of [0, 1]) {
      const { rules } = await world.api.assistants.get({ id: world.assistantIds[which] ?? '' });
      await world.changeAssistant(which, { rules: { ...rules, dailyLimit: 5 + which } });
    }
    const simulation = await simulateFromNow(world.core.context, 14);
    const before = world.sandbox.mail.all().sent.length;
    const addressOf = (leadId: string) => simulation.leads.get(leadId)?.email ?? '';
    const foreseen = simulation.sends.map(({ leadId, at }) => ({ to: addressOf(leadId), at }));
    expect(world.sandbox.mail.all().sent).toHaveLength(before);

    await runFor(14 * DAY);
    const happened = world.sandbox.mail
      .all()
      .sent.slice(before)
      .map((mail) => ({ to: mail.to[0]?.address ?? '', at: Date.parse(mail.acceptedAt) }));
    expect(happened.length).toBeGreaterThan(90);
    expect(simulation.delays.some((delay) => delay.because === 'daily-limit')).toBe(true);
    expect(sorted(foreseen)).toEqual(sorted(happened));
  });
});
