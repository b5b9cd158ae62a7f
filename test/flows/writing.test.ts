import { afterEach, describe, expect, it } from 'vitest';
import { DAY, MINUTE, openFlowWorld, type FlowWorld } from '#test/support/flow-world.ts';

let world: FlowWorld;
afterEach(() => world.close());

const FACTS = [
  'Forty operators of charging points found their first weak spot within a single working day https://demo.example/one',
  'Every fleet we have looked at had at least one charger with a default password https://demo.example/two',
];

/** A schedule of own words becomes the first assistant's default; returns its id. */
async function ownWords(...bodies: readonly string[]): Promise<string> {
  const { id } = await world.api.schedules.create({
    name: 'Own words',
    steps: bodies.map((body) => ({
      gapDays: 1,
      message: { kind: 'template' as const, subject: 'For you', body },
    })),
  });
  await world.changeAssistant(0, { defaultScheduleId: id });
  return id;
}

const psOf = (text: string) => /^PS: (.*)/m.exec(text)?.[1] ?? null;

describe('a message that needs a value', () => {
  it('is held with the reason where there is none, and goes out when the record has it', async () => {
    world = await openFlowWorld();
    await ownWords('Hello {{ firstName | default: "there" }}, this is for {{ company }}.');
    const id = await world.taken({ firstname: '', company: '' });
    await world.advance(3 * DAY);
    expect(world.mailsTo(id)).toHaveLength(0);
    expect(world.lead(id)).toMatchObject({
      state: 'Cold',
      followUp: 'Paused',
      pausedBecause: 'value-missing',
    });
    const entry = (await world.api.attention.list()).find((each) => each.kind === 'value-missing');
    expect(entry).toMatchObject({ count: 1 });
    const view = await world.api.leads.get({ id: world.lead(id).id });
    expect(JSON.stringify(view)).toContain('The message needs a company, and there is none.');

    world.person.setProperties('contacts', id, { company: 'Acme' });
    await world.poll(2);
    await world.passUntil(() => world.mailsTo(id).length === 1);
    expect(world.mailsTo(id)[0]?.text).toContain('Hello there, this is for Acme.');
    expect(world.lead(id).pausedBecause).toBeNull();
  });

  it('goes out when the message gets a default, and the leads on it do, too', async () => {
    world = await openFlowWorld();
    const scheduleId = await ownWords('This is for {{ company }}.');
    const id = await world.taken({ company: '' });
    await world.advance(3 * DAY);
    expect(world.mailsTo(id)).toHaveLength(0);
    const before = await world.api.schedules.get({ id: scheduleId });
    const body = 'This is for {{ company | default: "your team" }}.';
    await world.api.schedules.update({
      id: scheduleId,
      version: before.version,
      name: before.name,
      steps: [{ gapDays: 1, message: { kind: 'template', subject: 'For you', body } }],
      applyTo: 'all-leads',
    });
    await world.passUntil(() => world.mailsTo(id).length === 1);
    expect(world.mailsTo(id)[0]?.text).toContain('This is for your team.');
  });

  it('is refused when it names what nobody knows: with the message, the field and the nearest name', async () => {
    world = await openFlowWorld();
    await expect(ownWords('Hello', 'For {{ compny }}.')).rejects.toMatchObject({
      data: {
        problems: [
          {
            field: 'steps.1.body',
            sentence: 'Message 2, text: {{ compny }} is not known. Did you mean {{ company }}?',
          },
        ],
      },
    });
  });
});

describe('the nurture table', () => {
  it('gives each message a fact that the lead has not had, over a restart of the follow-up, too', async () => {
    world = await openFlowWorld();
    await ownWords('One.');
    await world.changeAssistant(0, { nurture: FACTS });
    const id = await world.taken();
    await world.passUntil(() => world.mailsTo(id).length === 1);
    for (const count of [2, 3]) {
      await world.passUntil(() => world.lead(id).custody === 'HandedBack');
      await world.press(id, 'restart');
      await world.passUntil(() => world.mailsTo(id).length === count);
    }
    expect(world.mailsTo(id).map(({ text }) => psOf(text))).toEqual([FACTS[0], FACTS[1], null]);
  });

  it('is refused with a sentence for each line that is no short fact with one link', async () => {
    world = await openFlowWorld();
    const nurture = [
      'Too short https://demo.example/a',
      FACTS[0] ?? '',
      FACTS[0] ?? '',
      'Twelve words are here but there is no link to follow in it',
    ];
    await expect(world.changeAssistant(0, { nurture })).rejects.toMatchObject({
      data: {
        problems: [
          { field: 'nurture.0', sentence: 'Fact 1: write 12 to 15 words beside the link; it has 2.' },
          { field: 'nurture.2', sentence: 'Fact 3: it says the same as fact 2; remove one.' },
          { field: 'nurture.3', sentence: 'Fact 4: add one link that begins with https://.' },
        ],
      },
    });
  });
});

describe('a follow-up', () => {
  it('quotes the first mail under its own words, and what is kept and logged stays without the quote', async () => {
    world = await openFlowWorld();
    await ownWords('The first.\n\nWith https://demo.example/x in it.', 'The second.', 'The third.');
    const id = await world.taken();
    await world.passUntil(() => world.mailsTo(id).length === 3);
    const [first, , third] = world.mailsTo(id);
    expect(first?.text).not.toContain('wrote:');
    expect(third?.text).toMatch(/^The third\.\n/);
    expect(third?.text).toContain(
      '\n\nOn September 8, 2026, Rosie Hart wrote:\n> The first.\n>\n> With https://demo.example/x in it.\n',
    );
    expect(third?.text).not.toContain('The second.');
    expect(third?.html).toContain('<p>The first.</p>');
    const logged = world.activities(id, 'emails').map(({ values }) => JSON.stringify(values));
    expect(logged.filter((each) => each.includes('The first.'))).toHaveLength(1);
  });
});

describe('the language of an assistant', () => {
  it('is that of the unsubscribe line, the calendar link and the answer with the brochure', async () => {
    world = await openFlowWorld();
    await ownWords('Guten Tag {{ firstName }}, passt Ihnen ein Gespräch?');
    await world.changeAssistant(0, { language: 'de' });
    const id = await world.mailed();
    const [first] = world.mailsTo(id);
    expect(first?.text).toContain('Termin buchen: https://demo.example/meet');
    expect(first?.text).toContain('Wenn Sie keine weiteren E-Mails von mir erhalten möchten');
    await world.reply(id, 'brochure');
    await world.advance(5 * MINUTE);
    expect(world.mailsTo(id)[1]?.text).toContain(
      'vielen Dank für Ihr Interesse. Hier ist unsere Broschüre: https://',
    );
    expect(world.mailsTo(id)[1]?.text).toContain('Mit freundlichen Grüßen\nRosie Hart');
  });
});

describe('a preview', () => {
  it('of an assistant without a context says that one is needed, and shows what each value comes from', async () => {
    world = await openFlowWorld();
    const {
      createdAt: _c,
      activeLeads: _a,
      sentToday: _s,
      scheduleName: _n,
      id: _i,
      version: _v,
      ...form
    } = await world.api.assistants.get({ id: world.assistantIds[0] ?? '' });
    const wish = { step: 0, leadId: null, example: 'full' as const };
    const without = await world.api.assistants.preview({ ...form, ...wish, context: '' });
    expect(without.problem).toContain('The message needs a context');
    expect(without.text).toContain('[context]');
    const shown = await world.api.assistants.preview({ ...form, ...wish, context: 'heat pumps' });
    expect(shown).toMatchObject({ problem: null });
    expect(shown.text).toContain('heat pumps');
    expect(shown.values).toContainEqual({ name: 'context', value: 'heat pumps', origin: 'default' });
    expect(shown.values).toContainEqual({ name: 'firstName', value: 'Ana', origin: 'example' });
    expect(world.sandbox.mail.all().sent).toHaveLength(0);
  });

  it('for a lead is word for word what it gets', async () => {
    world = await openFlowWorld();
    await world.changeAssistant(0, { nurture: FACTS });
    const id = await world.taken({ company: 'Acme', baton_context: 'heat pumps' });
    const { id: leadId, scheduleId, assistantId } = world.lead(id);
    const { steps } = await world.api.schedules.get({ id: scheduleId });
    const previews = await Promise.all(
      [0, 1].map((step) =>
        world.api.schedules.preview({ steps, assistantId, leadId, step, example: 'full' }),
      ),
    );
    await world.passUntil(() => world.mailsTo(id).length === 2);
    for (const [step, mail] of world.mailsTo(id).entries()) {
      expect(mail.subject).toBe(previews[step]?.subject);
      expect(mail.text.startsWith(previews[step]?.text.trimEnd() ?? '?')).toBe(true);
    }
    expect(previews[0]?.values).toContainEqual({ name: 'context', value: 'heat pumps', origin: 'record' });
    expect(previews[1]?.values).toContainEqual({ name: 'nurtureLine', value: FACTS[1], origin: 'nurture' });
  });
});
