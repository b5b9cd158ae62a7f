import { describe, expect, it } from 'vitest';
import type { OutgoingMail } from './mail-types.ts';
import type { MailWorld } from './mail-world.ts';
import { createMailWorld } from './mailbox.ts';
import type { ProspectMix } from './prospects.ts';

const START = Date.parse('2026-03-02T09:00:00Z');
const DAY = 86_400_000;
const ASSISTANT = { address: 'mia@baton.example', name: 'Mia Lind' };

function worldWith(mix?: ProspectMix, seed = 7): MailWorld {
  return createMailWorld({ clock: { now: () => START }, seed, prospects: mix === undefined ? {} : { mix } });
}

function aMail(to: string, changes: Partial<OutgoingMail> = {}): OutgoingMail {
  return {
    messageId: `<1.${to.replace('@', '.at.')}@baton.example>`,
    from: ASSISTANT,
    to: [{ address: to, name: '' }],
    subject: 'Cyber security for electric vehicles',
    text: 'Hello,\n\nmay I show you something? Tell me "unsubscribe" and I stop.\n\nMia',
    date: new Date(START).toISOString(),
    ...changes,
  };
}

describe('the mail world', () => {
  it('delivers an answer when its moment has come and not before', () => {
    const world = worldWith({ 'agreed-to-meet': 1 });
    world.setOutcome('ana@acme.example', 'agreed-to-meet', 1);
    world.send(aMail('ana@acme.example'));
    expect(world.inbox('mia@baton.example', '', 10).items).toEqual([]);

    world.advanceTo(START + 3 * DAY);
    const { items } = world.inbox('MIA@baton.example', '', 10);
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({ inReplyTo: '<1.ana.at.acme.example@baton.example>', to: [ASSISTANT] });
    const received = Date.parse(items[0]?.receivedAt ?? '');
    expect(received).toBeGreaterThan(START);
    expect(received).toBeLessThan(START + 3 * DAY);
    expect(items[0]).not.toHaveProperty('kind');
  });

  it('tells the next moment something happens, so that a clock can jump from one to the next', () => {
    const world = worldWith();
    for (let n = 0; n < 200; n += 1) world.send(aMail(`person${n}@acme${n}.example`));
    let jumps = 0;
    for (let next = world.nextDueAt(); next !== null; next = world.nextDueAt()) {
      const before = world.all().received.length + world.all().engagement.length;
      world.advanceTo(next);
      expect(world.all().received.length + world.all().engagement.length).toBeGreaterThan(before);
      jumps += 1;
    }
    expect(jumps).toBeGreaterThan(50);
    const times = world.all().received.map((mail) => mail.receivedAt);
    expect(times).toEqual(times.toSorted());
  });

  it('records a double send twice, but the person behind it answers once', () => {
    const world = worldWith({ interested: 1 });
    world.setOutcome('ana@acme.example', 'interested', 1);
    world.send(aMail('ana@acme.example'));
    world.send(aMail('ana@acme.example'));
    world.advanceTo(START + 5 * DAY);
    expect(world.all().sent).toHaveLength(2);
    expect(world.all().received).toHaveLength(1);
  });

  it('finds a sent message by its id with or without angle brackets', () => {
    const world = worldWith();
    world.send(aMail('ana@acme.example'));
    expect(world.wasSent('1.ana.at.acme.example@baton.example')).toBe(true);
    expect(world.wasSent('<other@baton.example>')).toBe(false);
  });

  it('pages an inbox by a cursor that can be used again, and refuses what is no cursor', () => {
    const world = worldWith();
    for (let n = 1; n <= 5; n += 1) {
      world.deliver({
        mailbox: ASSISTANT.address,
        from: { address: 'x@acme.example', name: '' },
        subject: `${n}`,
        text: '',
      });
    }
    const first = world.inbox(ASSISTANT.address, '', 2);
    const second = world.inbox(ASSISTANT.address, first.cursor, 2);
    expect(first.items.map((mail) => mail.subject)).toEqual(['1', '2']);
    expect(second.items.map((mail) => mail.subject)).toEqual(['3', '4']);
    expect(world.inbox(ASSISTANT.address, first.cursor, 2)).toEqual(second);
    const last = world.inbox(ASSISTANT.address, second.cursor, 10);
    expect(world.inbox(ASSISTANT.address, last.cursor, 10)).toEqual({ items: [], cursor: last.cursor });
    expect(() => world.inbox(ASSISTANT.address, 'page two', 10)).toThrow(/cursor/);
  });

  it('bounces mail to an address that cannot exist', () => {
    const world = worldWith({});
    world.send(aMail('anna meier@acme.example'));
    world.advanceTo(START + DAY);
    expect(world.all().received.map((mail) => mail.kind)).toEqual(['hard-bounce']);
    expect(world.all().engagement).toEqual([]);
  });

  it('answers only from the how many-th mail on that was set', () => {
    const world = worldWith({});
    world.setOutcome('ana@acme.example', 'stop', 3);
    for (let step = 1; step <= 3; step += 1) {
      expect(world.all().received).toHaveLength(0);
      world.send(aMail('ana@acme.example', { messageId: `<${step}@baton.example>` }));
      world.advanceTo(START + step * 3 * DAY);
    }
    expect(world.all().received).toMatchObject([{ kind: 'stop', inReplyTo: '<3@baton.example>' }]);
  });

  it('leaves the team itself alone', () => {
    const world = createMailWorld({
      clock: { now: () => START },
      seed: 1,
      prospects: { mix: { unsubscribe: 1 }, isBystander: (address) => address === 'boss@team.example' },
    });
    world.send(aMail('boss@team.example'));
    expect(world.nextDueAt()).toBeNull();
  });

  it('is the same again with the same seed, whatever the order of sending', () => {
    const run = (order: 'up' | 'down'): unknown => {
      const world = worldWith();
      const numbers = Array.from({ length: 60 }, (_, n) => n);
      for (const n of order === 'up' ? numbers : numbers.toReversed())
        world.send(aMail(`p${n}@firm.example`));
      world.advanceTo(START + 30 * DAY);
      return world
        .all()
        .received.map(({ id: _id, ...mail }) => mail)
        .toSorted((one, other) => one.messageId.localeCompare(other.messageId));
    };
    expect(run('up')).toEqual(run('down'));
  });

  it('lets scanners open within three minutes, and people later', () => {
    const world = worldWith({});
    for (let n = 0; n < 300; n += 1) world.send(aMail(`p${n}@firm.example`));
    world.advanceTo(START + 10 * DAY);
    const { engagement } = world.all();
    const early = engagement.filter((event) => Date.parse(event.at) - START < 180_000);
    expect(early.length).toBeGreaterThan(20);
    expect(early.every((event) => world.behaviourOf(event.recipient).scanner)).toBe(true);
    expect(engagement.length - early.length).toBeGreaterThan(100);
    expect(engagement.some((event) => event.kind === 'click')).toBe(true);
  });

  it('lets a prospect answer at once when somebody asks for it', () => {
    const world = worldWith({});
    expect(world.answerNow('ana@acme.example', 'neutral')).toBeNull();
    world.send(aMail('ana@acme.example'));
    expect(world.answerNow('ana@acme.example', 'agreed-to-meet')).toMatchObject({ kind: 'agreed-to-meet' });
    expect(world.inbox(ASSISTANT.address, '', 5).items).toHaveLength(1);
  });

  it('goes on where it was saved: what waits still comes, what was sent is known', () => {
    const whole = worldWith();
    const first = worldWith();
    for (const world of [whole, first]) {
      for (let n = 0; n < 40; n += 1) world.send(aMail(`p${n}@firm.example`));
      world.advanceTo(START + 3_600_000);
    }
    const saved = JSON.parse(JSON.stringify(first.save())) as ReturnType<MailWorld['save']>;
    const second = createMailWorld({ clock: { now: () => START }, seed: 7, prospects: {}, saved });
    const { cursor } = first.inbox(ASSISTANT.address, '', 500);
    for (const world of [whole, second]) world.advanceTo(START + 9 * DAY);
    expect(second.all()).toEqual(whole.all());
    expect(second.wasSent('1.p3.at.firm.example@baton.example')).toBe(true);
    expect(second.inbox(ASSISTANT.address, cursor, 500).items).toEqual(
      whole.inbox(ASSISTANT.address, cursor, 500).items,
    );
  });
});
