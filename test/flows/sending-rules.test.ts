import { afterEach, describe, expect, it } from 'vitest';
import { createClock } from '#sandbox/control/clock.ts';
import { DAY, HOUR, MILES, openFlowWorld, ROSIE, STATUS, type FlowWorld } from '#test/support/flow-world.ts';

let world: FlowWorld;
afterEach(() => world.close());

const compare = (a = '', b = ''): number => a.localeCompare(b);

const berlinTime = (at: number | null): string =>
  new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/Berlin',
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  }).format(at ?? 0);

async function changeRules(rules: Record<string, unknown>): Promise<void> {
  const assistant = await world.api.assistants.get({ id: world.assistantIds[0] ?? '' });
  await world.changeAssistant(0, { rules: { ...assistant.rules, ...rules } });
}

describe('a public holiday', () => {
  // Thursday, the day before Independence Day is observed.
  const THURSDAY = Date.UTC(2026, 6, 2, 16);
  const american = { country: 'United States', hs_timezone: 'america_slash_new_york' };

  it("of the lead's country is passed over, and the why of the date names it", async () => {
    world = await openFlowWorld({ sandbox: { clock: createClock({ startAt: THURSDAY, frozen: true }) } });
    const id = await world.taken(american);
    expect(berlinTime(world.lead(id).nextFollowUpAt)).toBe('Mon 6 Jul, 15:00');
    const { answer } = await world.api.activity.whyLead({ leadId: world.lead(id).id, about: 'next-date' });
    expect(answer).toContain('Fri 3 Jul: Independence Day (substitute day)');
  });

  it('is a day like others where the assistant has holidays switched off', async () => {
    world = await openFlowWorld({ sandbox: { clock: createClock({ startAt: THURSDAY, frozen: true }) } });
    await changeRules({ publicHolidays: false });
    const id = await world.taken(american);
    expect(berlinTime(world.lead(id).nextFollowUpAt)).toBe('Fri 3 Jul, 18:00');
  });

  it("of the assistant's country holds for a lead of whom no country is known", async () => {
    world = await openFlowWorld({ sandbox: { clock: createClock({ startAt: THURSDAY, frozen: true }) } });
    await changeRules({ country: 'US' });
    const id = await world.taken();
    expect(berlinTime(world.lead(id).nextFollowUpAt)).toBe('Mon 6 Jul, 09:00');
  });
});

describe('a mail account that two assistants share', () => {
  it('sends no more in a day than its own limit, whoever of them writes', async () => {
    world = await openFlowWorld();
    const server = { host: 'mail.firm.example', port: 993, security: 'tls' } as const;
    const account = {
      preset: 'other',
      imap: server,
      smtp: server,
      user: 'sales@firm.example',
      login: 'password',
      sentFolder: null,
      readsJunk: false,
      dailyLimit: 5,
      since: world.now,
      version: 0,
    } as const;
    const mailboxes = world.assistantIds.map((assistantId) => ({ ...account, assistantId }));
    world.core.context.store.commit({ mailboxes });
    world.assign(world.contacts(8), ROSIE);
    world.assign(world.contacts(8), MILES);
    await world.poll(2);
    const leads = (
      await world.api.leads.page({
        filter: {},
        sort: { by: 'name', descending: false },
        offset: 0,
        limit: 50,
      })
    ).rows;
    await world.passUntil(() => world.sandbox.mail.all().sent.length >= leads.length);
    const days = world.sandbox.mail.all().sent.map((mail) => mail.acceptedAt.slice(0, 10));
    const perDay = [...Map.groupBy(days, (day) => day).values()].map((day) => day.length);
    expect(perDay.slice(0, 3)).toEqual([5, 5, 5]);
    expect(Math.max(...perDay)).toBe(5);
  });
});

describe('the list "Never write to"', () => {
  it('keeps every assistant from taking a contact of the domain: it goes back with a note', async () => {
    world = await openFlowWorld();
    expect(await world.api.sending.exclude({ list: 'Acme.example, ana@other.example' })).toEqual({
      added: 2,
      known: 0,
    });
    const id = await world.taken({ email: 'bob@mail.acme.example' });
    expect(world.leadOf(id)).toBeNull();
    expect(world.owner(id)).toBe(world.colleague().id);
    expect(world.value(id, STATUS)).toBe('');
    expect(world.notes(id)).toEqual([
      expect.stringContaining('<strong>acme.example</strong> is on the list'),
    ]);
    const other = await world.taken({ email: 'bob@other.example' });
    expect(world.lead(other)).toMatchObject({ state: 'Cold' });
  });

  it('stops a follow-up that is under way before its next message, also one that is queued', async () => {
    world = await openFlowWorld();
    const id = await world.mailed({ email: 'bob@acme.example' });
    const waiting = await world.taken({ email: 'eve@acme.example' });
    await world.api.sending.exclude({ list: 'acme.example' });
    await world.passUntil(() => [id, waiting].every((each) => world.lead(each).custody === 'HandedBack'));
    expect(world.mailsTo(id)).toHaveLength(1);
    expect(world.mailsTo(waiting)).toHaveLength(0);
    expect(world.lead(id)).toMatchObject({ state: 'DeActivated', reason: 'ManuallyDeactivated' });
    expect(world.notes(id).at(-1)).toContain('acme.example is on the list');
    const [skipped] = (await world.press(id, 'restart')).skipped;
    expect(skipped?.because).toBe('acme.example is on the list "Never write to".');
    await world.api.sending.include({ pattern: 'acme.example' });
    expect((await world.press(id, 'restart')).skipped).toEqual([]);
  });

  it('refuses what is neither an address nor a domain, with a sentence that names it', async () => {
    world = await openFlowWorld();
    await expect(world.api.sending.exclude({ list: 'acme.com acme' })).rejects.toMatchObject({
      data: { problems: [{ field: 'list', sentence: expect.stringContaining('"acme" is neither') }] },
    });
    expect((await world.api.sending.exclusions({ search: '', after: '' })).total).toBe(0);
  });
});

describe('the bounce guard', () => {
  const RISKY = 'webmaster@customer.example';

  async function withABounce(): Promise<void> {
    world = await openFlowWorld();
    const bounced = await world.mailed();
    await world.reply(bounced, 'hard-bounce');
    expect(world.lead(bounced).state).toBe('DeActivated');
  }

  it('holds a risky address back, says so on the record, and hands it back after 15 days', async () => {
    await withABounce();
    const id = await world.taken({ email: RISKY });
    const valid = await world.taken();
    expect(world.lead(id)).toMatchObject({ state: 'New', hold: 'bounce-guard' });
    expect(world.lead(valid).state).toBe('Cold');
    expect(world.notes(id)[0]).toContain('too many of our mails bounced');
    expect(await world.api.attention.list()).toContainEqual(
      expect.objectContaining({ kind: 'bounce-guard', count: 1, severity: 'note' }),
    );
    const heldUntil = world.now + 15 * DAY;
    // More bounces keep the guard up.
    while (world.now < heldUntil - 3 * DAY) {
      await world.reply(await world.mailed(), 'hard-bounce');
      await world.advance(DAY);
    }
    expect(world.lead(id).state).toBe('New');
    await world.passUntil(() => world.lead(id).state !== 'New', 6 * DAY);
    await world.poll(2);
    expect(world.lead(id)).toMatchObject({
      state: 'DeActivated',
      reason: 'BounceRisk',
      custody: 'HandedBack',
    });
    expect(world.owner(id)).toBe(world.colleague().id);
    expect(world.mailsTo(id)).toEqual([]);
  });

  it('lets it start when the bounces are a week old', async () => {
    await withABounce();
    const id = await world.taken({ email: RISKY });
    await world.advance(6 * DAY);
    await world.poll();
    expect(world.lead(id).state).toBe('New');
    for (let day = 0; day < 3; day += 1) {
      await world.advance(DAY);
      await world.poll();
    }
    expect(world.lead(id)).toMatchObject({ hold: null, custody: 'Held', followUp: 'Scheduled' });
  });
});

describe('an owner who is away', () => {
  it('has records handed back to the deputy until the return', async () => {
    world = await openFlowWorld();
    const [owner, deputy] = [world.colleague(0), world.colleague(1)];
    const until = world.now + 3 * DAY;
    const { connectionId } = world;
    const away = { connectionId, ownerId: owner.id, until, deputyOwnerId: deputy.id };
    expect((await world.api.sending.setAway(away)).absences).toMatchObject([
      { ownerId: owner.id, deputyOwnerId: deputy.id, until },
    ]);
    const id = await world.mailed();
    await world.reply(id, 'agreed-to-meet');
    expect(world.owner(id)).toBe(deputy.id);
    expect(world.notes(id).at(-1)).toContain('is away until 2026-09-10, so it goes to their deputy');
    await world.advance(3 * DAY);
    const later = await world.mailed();
    await world.reply(later, 'agreed-to-meet');
    expect(world.owner(later)).toBe(owner.id);
  });

  it('who comes back early is there at once', async () => {
    world = await openFlowWorld();
    const [owner, deputy] = [world.colleague(0), world.colleague(1)];
    const { connectionId } = world;
    const until = world.now + 9 * DAY;
    await world.api.sending.setAway({ connectionId, ownerId: owner.id, until, deputyOwnerId: deputy.id });
    const { absences } = await world.api.sending.endAway({ connectionId, ownerId: owner.id });
    expect(absences).toEqual([]);
    const id = await world.mailed();
    await world.reply(id, 'agreed-to-meet');
    expect(world.owner(id)).toBe(owner.id);
  });

  it('cannot be their own deputy, nor come back before now', async () => {
    world = await openFlowWorld();
    const { id } = world.colleague(0);
    const input = {
      connectionId: world.connectionId,
      ownerId: id,
      until: world.now - HOUR,
      deputyOwnerId: id,
    };
    await expect(world.api.sending.setAway(input)).rejects.toMatchObject({
      data: { problems: [{ field: 'deputyOwnerId' }, { field: 'until' }] },
    });
  });
});

describe('the rule for a record whose previous owner is absent', () => {
  async function rule(rule: Parameters<typeof world.api.sending.setHandBack>[0]['rule']): Promise<void> {
    const { connectionId } = world;
    const { version, longTermScheduleId } = await world.api.sending.handBack({ connectionId });
    await world.api.sending.setHandBack({ connectionId, version, longTermScheduleId, rule });
  }

  it('gives them to the chosen people one after the other', async () => {
    world = await openFlowWorld();
    const people = [world.colleague(0).id, world.colleague(1).id];
    await rule({ kind: 'round-robin', ownerIds: people });
    const owners: string[] = [];
    for (let nth = 0; nth < 3; nth += 1) {
      const id = await world.mailed({ hubspot_owner_id: '' });
      await world.reply(id, 'agreed-to-meet');
      owners.push(world.owner(id));
    }
    expect(owners).toEqual([people[0], people[1], people[0]]);
  });

  it('takes turns within one look at many assignments, too', async () => {
    world = await openFlowWorld();
    const people = [world.colleague(0).id, world.colleague(1).id];
    await rule({ kind: 'round-robin', ownerIds: people });
    const ids = world.contacts(4, { hubspot_owner_id: '', email: '' });
    world.assign(ids, ROSIE);
    await world.poll(2);
    expect(ids.map((id) => world.owner(id)).toSorted(compare)).toEqual(
      [people[0], people[0], people[1], people[1]].toSorted(compare),
    );
  });

  it("gives them to the owner for the lead's country, and others to the default owner", async () => {
    world = await openFlowWorld();
    const [french, other] = [world.colleague(1).id, world.colleague(2).id];
    await world.changeConnection({ fallbackOwnerId: other });
    await rule({ kind: 'by-country', owners: { FR: french } });
    const got: string[] = [];
    for (const country of ['Frankreich', 'Spain']) {
      const id = await world.mailed({ hubspot_owner_id: '', country });
      await world.reply(id, 'agreed-to-meet');
      got.push(world.owner(id));
    }
    expect(got).toEqual([french, other]);
  });
});

describe('a long-term schedule', () => {
  it('takes a lead up whose schedule is complete: a note, no hand-back, and its messages go on', async () => {
    world = await openFlowWorld();
    const step = (gapDays: number, subject: string) => ({
      gapDays,
      message: { kind: 'template' as const, subject, body: `Hello {{ firstName }}, ${subject}.` },
    });
    const short = await world.api.schedules.create({ name: 'Short', steps: [step(1, 'once')] });
    const long = await world.api.schedules.create({ name: 'Quarterly', steps: [step(30, 'again')] });
    await world.changeAssistant(0, { defaultScheduleId: short.id });
    const { connectionId } = world;
    const { version, rule } = await world.api.sending.handBack({ connectionId });
    await world.api.sending.setHandBack({ connectionId, version, rule, longTermScheduleId: long.id });
    const id = await world.taken();
    await world.passUntil(() => world.lead(id).scheduleId === long.id);
    await world.poll();
    expect(world.lead(id)).toMatchObject({ state: 'Cold', custody: 'Held', followUp: 'Scheduled' });
    expect(world.owner(id)).toBe(world.ownerId(ROSIE));
    expect(world.notes(id).at(-1)).toContain(
      'goes on with the long-term schedule <strong>Quarterly</strong>',
    );
    await world.passUntil(() => world.lead(id).custody === 'HandedBack', 120 * DAY);
    expect(world.mailsTo(id)).toHaveLength(2);
    expect(world.lead(id).state).toBe('Processed');
  });
});
