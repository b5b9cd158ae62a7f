import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { NoticeEvent } from '#contract/names.ts';
import type { NoticeSettings } from '#contract/notices.ts';
import {
  DAY,
  HOUR,
  MINUTE,
  openFlowWorld,
  openOtherMachine,
  type FlowWorld,
} from '#test/support/flow-world.ts';

let world: FlowWorld;
beforeEach(async () => {
  world = await openFlowWorld();
});
afterEach(() => world.close());

const ME = 'me@team.example';
const BOSS = 'boss@team.example';

async function tell(
  events: Partial<Record<NoticeEvent, Partial<NoticeSettings['rows']['hot']>>>,
  more: Partial<NoticeSettings> = {},
): Promise<void> {
  const { sender: _s, waiting: _w, ...settings } = await world.api.notices.get();
  const rows = { ...settings.rows };
  for (const [event, row] of Object.entries(events)) {
    rows[event as NoticeEvent] = { ...rows[event as NoticeEvent], ...row };
  }
  await world.api.notices.save({ ...settings, me: ME, ...more, rows });
}

const mailsTo = (address: string) =>
  world.sandbox.mail.all().sent.filter(({ to }) => to[0]?.address === address);

describe('who is told of what', () => {
  it('is quiet by default: everything in the app, nothing by mail', async () => {
    const id = await world.mailed();
    await world.reply(id, 'agreed-to-meet');
    await world.untilDelivered();
    expect(await world.api.notices.get()).toMatchObject({ me: '', rhythm: 'each', waiting: 0 });
    expect(await world.api.system.notices()).not.toEqual([]);
    expect(world.sandbox.mail.all().sent.every(({ to }) => to[0]?.address !== ME)).toBe(true);
  });

  it('sends one mail to me and one to each copy, with the page of the lead', async () => {
    await tell({ hot: { me: true, copyTo: [BOSS] } });
    const id = await world.mailed();
    await world.reply(id, 'agreed-to-meet');
    await world.untilDelivered();
    for (const address of [ME, BOSS]) {
      expect(mailsTo(address)).toHaveLength(1);
      expect(mailsTo(address)[0]?.subject).toContain('is Hot');
      expect(mailsTo(address)[0]?.text).toContain(world.lead(id).id);
    }
  });

  it('tells the same of the same lead once in 180 days, whatever becomes of it meanwhile', async () => {
    await tell({ responded: { me: true } });
    const id = await world.mailed();
    await world.reply(id, 'more-info');
    await world.untilDelivered();
    await world.press(id, 'restart');
    await world.passUntil(() => world.mailsTo(id).length > 1);
    await world.reply(id, 'more-info');
    await world.untilDelivered();
    expect(world.lead(id).state).toBe('Responded');
    expect(mailsTo(ME)).toHaveLength(1);
  });

  it('shows nothing in the app of what is switched off there', async () => {
    await tell({ hot: { app: false } });
    const before = (await world.api.system.notices()).length;
    const id = await world.mailed();
    await world.reply(id, 'agreed-to-meet');
    expect((await world.api.system.notices()).length).toBe(before);
  });

  it('puts a day into one digest, at its hour', async () => {
    await tell(
      { hot: { me: true }, responded: { me: true } },
      { rhythm: 'daily', hour: 7, timeZone: 'Europe/Berlin' },
    );
    const [first, second] = [await world.taken(), await world.taken()];
    await world.passUntil(() => [first, second].every((id) => world.mailsTo(id).length > 0));
    await world.reply(first, 'agreed-to-meet');
    await world.reply(second, 'more-info');
    await world.untilDelivered();
    expect(mailsTo(ME)).toEqual([]);
    expect(await world.api.notices.get()).toMatchObject({ waiting: 2 });
    await world.passUntil(() => mailsTo(ME).length > 0, 2 * DAY);
    await world.advance(HOUR);
    expect(mailsTo(ME)).toHaveLength(1);
    expect(mailsTo(ME)[0]?.subject).toBe('Baton: 2 news');
    expect(new Date(world.now).getUTCHours()).toBe(6);
    expect(await world.api.notices.get()).toMatchObject({ waiting: 0 });
  });

  it('keeps what waits over a restart, and tells nobody twice', async () => {
    await tell({ hot: { me: true } }, { rhythm: 'daily', hour: 7, timeZone: 'Europe/Berlin' });
    const id = await world.mailed();
    await world.reply(id, 'agreed-to-meet');
    await world.restart();
    await world.passUntil(() => mailsTo(ME).length > 0, 2 * DAY);
    await world.restart();
    await world.advance(2 * DAY);
    expect(mailsTo(ME)).toHaveLength(1);
  });

  it('refuses what is no address, and mails to me without one', async () => {
    await expect(tell({ hot: { copyTo: ['boss'] } })).rejects.toThrow(/no e-mail address/);
    await expect(tell({ hot: { me: true } }, { me: '' })).rejects.toThrow(/My address/);
  });
});

describe('work that waits or is done', () => {
  it('tells once a day of drafts, in the app and by mail, while there are some', async () => {
    await tell({ 'drafts-waiting': { me: true } });
    const assistantId = world.assistantIds[0] ?? '';
    const rules = await world.api.drafts.writing({ assistantId });
    const { byModel, whenRefused, version } = rules;
    const review = { assistantId, reviewFirst: true, byModel, whenRefused, version, waiting: null };
    await world.api.drafts.setWriting(review);
    await world.taken();
    await world.passUntil(() => mailsTo(ME).length > 0, 4 * DAY);
    expect(mailsTo(ME)[0]?.subject).toBe('Baton: 1 draft waits for approval.');
    await world.poll(3);
    expect(mailsTo(ME)).toHaveLength(1);
    const texts = (await world.api.system.notices()).map(({ text }) => text);
    expect(texts.filter((text) => text.includes('waits for approval'))).toHaveLength(1);
  });
});

describe('two machines with the same CRM account', () => {
  it('never mail both: the one that stands by tells nobody, though it reads the answer too', async () => {
    await tell({ hot: { me: true } });
    const id = await world.mailed();
    const laptop = await openOtherMachine(world, { id: 'laptop', name: 'Laptop' });
    const pass = async (minutes: number): Promise<void> => {
      for (let minute = 0; minute < minutes; minute += 1) {
        world.sandbox.clock.advance(MINUTE);
        for (const machine of [world, laptop]) {
          await machine.advance(0);
          await machine.core.pollNow();
        }
      }
    };
    await pass(2);
    await laptop.api.connections.takeOver({ id: laptop.connectionId });
    await pass(6);
    expect((await world.connection()).lease).toMatchObject({ state: 'standing-by' });
    world.sandbox.mail.answerNow(world.value(id, 'email'), 'agreed-to-meet');
    await pass(3);
    expect(world.lead(id).state).toBe('Hot');
    expect(mailsTo(ME)).toEqual([]);
    expect(await world.api.notices.get()).toMatchObject({ waiting: 0 });
    await laptop.closeMachine();
  });
});
