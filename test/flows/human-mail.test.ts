import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  DAY,
  HOUR,
  MINUTE,
  openFlowWorld,
  ROSIE,
  SECOND,
  STATUS,
  type FlowWorld,
} from '#test/support/flow-world.ts';

let world: FlowWorld;
beforeEach(async () => {
  world = await openFlowWorld();
});
afterEach(() => world.close());

type Kind = 'reply' | 'introduce';

const open = (id: string, kind: Kind = 'reply') =>
  world.api.humanMail.open({ leadId: world.lead(id).id, kind, mailId: null });

/** What stands in the composer, as it is sent or kept. */
async function written(
  id: string,
  words: { text?: string; cc?: { name: string; address: string }[] },
  kind: Kind = 'reply',
) {
  const { leadId, draftId, version, answersMailId, subject, text, cc } = await open(id, kind);
  return { leadId, kind, draftId, version, answersMailId, subject, text, cc, ...words };
}

/** A contact who answered and whose record is back with its owner. */
async function responded(kind: 'more-info' | 'agreed-to-meet' = 'more-info'): Promise<string> {
  const id = await world.mailed();
  await world.reply(id, kind);
  await world.untilDelivered();
  return id;
}

const mailsOf = (id: string) => world.mailsTo(id).length;

describe('a person who answers as the assistant', () => {
  it('sends one mail, in the thread, from her mailbox, logged in the CRM; the state stays', async () => {
    const id = await responded();
    const first = world.mailsTo(id)[0];
    const before = world.lead(id);
    const logged = world.activities(id, 'emails').length;
    const mail = await written(id, { text: 'It costs 40 euros a seat.' });
    expect(mail.subject).toBe(`Re: ${first?.subject ?? ''}`);
    const { leavesAt } = await world.api.humanMail.send(mail);
    expect(leavesAt - world.now).toBe(30 * SECOND);
    await world.core.drain();
    expect(mailsOf(id)).toBe(1);
    await world.advance(30 * SECOND);
    await world.untilDelivered();
    const sent = world.mailsTo(id).at(-1);
    const answered = world.core.context.store.mails
      .ofLead(before.id)
      .find((each) => each.direction === 'incoming');
    expect(sent).toMatchObject({ inReplyTo: answered?.messageId, from: { address: ROSIE.email } });
    expect(sent?.references?.at(-1)).toBe(answered?.messageId);
    // As the person saw it: no line, no header and no picture of the machine's own.
    expect(sent?.text).toMatch(/^It costs 40 euros a seat\.\n\n-- \n[^]*wrote:\n> [^]*$/);
    expect(sent?.text).not.toMatch(/rather not hear/);
    expect(sent?.headers).toEqual({});
    expect(mailsOf(id)).toBe(2);
    expect(world.activities(id, 'emails')).toHaveLength(logged + 1);
    expect(world.lead(id)).toMatchObject({
      state: 'Responded',
      custody: 'HandedBack',
      followUp: before.followUp,
    });
    expect(world.owner(id)).toBe(world.colleague().id);
    await world.advance(10 * DAY);
    await world.poll();
    expect(mailsOf(id)).toBe(2);
  });

  it('is the answer that the lead waits for: it does not become at risk', async () => {
    const id = await responded();
    await world.api.humanMail.send(await written(id, { text: 'Gladly: 40 euros a seat.' }));
    await world.advance(MINUTE);
    await world.advance(2 * DAY);
    await world.poll(2);
    expect(world.lead(id)).toMatchObject({ state: 'Responded', answerAwaitedSince: null });
  });

  it('can take it back until it leaves, also after a restart: nothing left, and the text is there again', async () => {
    const id = await responded();
    const { mailId } = await world.api.humanMail.send(await written(id, { text: 'Too early.' }));
    await world.advance(20 * SECOND);
    await world.restart();
    await world.core.drain();
    await world.api.humanMail.undo({ mailId });
    await world.advance(HOUR);
    await world.poll();
    expect(mailsOf(id)).toBe(1);
    expect(await open(id)).toMatchObject({ text: 'Too early.', isKept: true, because: null });
    await expect(world.api.humanMail.undo({ mailId })).rejects.toThrow('taken back already');
    await world.api.humanMail.send(await written(id, {}));
    await world.advance(HOUR);
    expect(mailsOf(id)).toBe(2);
    await expect(world.api.humanMail.undo({ mailId })).rejects.toThrow('taken back already');
    expect((await open(id)).text).toBe('');
  });

  it('has dealt with the response that it answers as soon as it is out', async () => {
    const id = await responded();
    const open = async () => (await world.api.responses.counts()).open;
    await world.api.humanMail.send(await written(id, { text: 'Gladly.' }));
    expect(await open()).toBe(1);
    await world.advance(MINUTE);
    await world.untilDelivered();
    expect(await open()).toBe(0);
  });

  it('can take it back while the inbox is read right before it leaves: it does not leave', async () => {
    const id = await responded();
    const { mailId } = await world.api.humanMail.send(await written(id, { text: 'At the last moment.' }));
    const leaving = world.advance(30 * SECOND);
    await world.api.humanMail.undo({ mailId });
    await leaving;
    await world.advance(HOUR);
    expect(mailsOf(id)).toBe(1);
    expect((await open(id)).text).toBe('At the last moment.');
    expect(world.core.context.store.mails.byId(mailId)?.status).toBe('cancelled');
  });

  it('sends once, however often Send is pressed and in how many windows', async () => {
    const id = await responded();
    await world.api.humanMail.setUp({ undoSeconds: 0, quietDays: 2 });
    const mail = await written(id, { text: 'Once.' });
    await world.api.humanMail.send(mail);
    await expect(world.api.humanMail.send(mail)).rejects.toThrow('sent already');
    await world.core.drain();
    await expect(world.api.humanMail.send(mail)).rejects.toThrow('sent already');
    await expect(world.api.humanMail.keep(mail)).rejects.toThrow('sent meanwhile');
    await world.untilDelivered();
    expect(mailsOf(id)).toBe(2);
  });

  it('keeps what is not sent yet, and says when another window changed it', async () => {
    const id = await responded();
    const mail = await written(id, { text: 'Half a' });
    const { version } = await world.api.humanMail.keep(mail);
    await world.restart();
    expect(await open(id)).toMatchObject({ text: 'Half a', version, isKept: true });
    expect((await world.api.leads.get({ id: mail.leadId })).begun).toEqual(['reply']);
    await expect(world.api.humanMail.keep({ ...mail, text: 'Other' })).rejects.toThrow('another window');
    await world.api.humanMail.discard({ leadId: mail.leadId, kind: 'reply', version });
    expect(await open(id)).toMatchObject({ text: '', isKept: false });
  });

  it('who writes while the follow-up goes on: her own next message waits the quiet days, and then goes on', async () => {
    const id = await world.mailed();
    const before = world.lead(id).nextFollowUpAt ?? 0;
    await world.api.humanMail.setUp({ undoSeconds: 0, quietDays: 7 });
    await world.api.humanMail.send(await written(id, { text: 'A word of my own.' }));
    await world.core.drain();
    const at = world.now;
    expect(before).toBeLessThan(at + 7 * DAY);
    expect(world.lead(id).nextFollowUpAt).toBeGreaterThanOrEqual(at + 7 * DAY);
    expect(world.lead(id)).toMatchObject({ state: 'Cold', followUp: 'Scheduled', nextStep: 1 });
    await world.passUntil(() => mailsOf(id) === 3);
    expect(world.now).toBeGreaterThanOrEqual(at + 7 * DAY);
  });

  it('is told which words are missing: nothing empty and no unfilled placeholder leaves', async () => {
    const id = await responded();
    await expect(world.api.humanMail.send(await written(id, { text: ' ' }))).rejects.toThrow(
      'write the message',
    );
    await expect(
      world.api.humanMail.send(await written(id, { text: 'Hello {{ firstName }},' })),
    ).rejects.toThrow('{{ firstName }}');
    expect(mailsOf(id)).toBe(1);
  });

  it('writes to nobody who unsubscribed, also when that happens while the mail waits', async () => {
    const id = await responded();
    await world.api.humanMail.send(await written(id, { text: 'One more thing.' }));
    world.sandbox.mail.answerNow(world.value(id, 'email'), 'unsubscribe');
    await world.advance(MINUTE);
    await world.poll();
    expect(mailsOf(id)).toBe(1);
    expect((await open(id)).because).toContain('must not be written to');
    await expect(world.api.humanMail.send(await written(id, { text: 'Still.' }))).rejects.toThrow(
      'unsubscribed',
    );
  });

  it('waits while everything is stopped, and where mails are held for approval', async () => {
    const id = await responded();
    await world.api.system.stop();
    const { mailId } = await world.api.humanMail.send(await written(id, { text: 'Later.' }));
    await world.advance(HOUR);
    expect(mailsOf(id)).toBe(1);
    await world.api.humanMail.undo({ mailId });
    await world.api.system.resume();
    await world.api.connections.setHold({ id: world.connectionId, hold: true, only: ['mail'], held: 'keep' });
    await world.api.humanMail.send(await written(id, {}));
    await world.advance(HOUR);
    expect(mailsOf(id)).toBe(1);
    const [held] = (await world.activity({ kinds: ['mail'] })).filter((row) => row.status === 'held');
    await world.api.activity.approve({ target: { kind: 'ids', ids: [held?.id ?? 0] } });
    await world.advance(MINUTE);
    await world.untilDelivered();
    expect(mailsOf(id)).toBe(2);
  });
});

describe('a mail of a person that does not leave', () => {
  it('is in the composer again when it is rejected in Preview, and nothing else ends', async () => {
    const id = await world.mailed();
    await world.api.connections.setHold({ id: world.connectionId, hold: true, only: ['mail'], held: 'keep' });
    await world.api.humanMail.send(await written(id, { text: 'Perhaps not.' }));
    const [held] = (await world.activity({ kinds: ['mail'] })).filter((row) => row.status === 'held');
    await world.api.activity.reject({ target: { kind: 'ids', ids: [held?.id ?? 0] }, because: '' });
    await world.advance(MINUTE);
    expect(mailsOf(id)).toBe(1);
    expect(await open(id)).toMatchObject({ text: 'Perhaps not.', isKept: true });
    expect(world.lead(id)).toMatchObject({ state: 'Cold', followUp: 'Scheduled' });
  });
});

describe('an introduction', () => {
  it('goes to a Hot lead with the owner in copy, in the thread, and only after Send', async () => {
    const id = await responded('agreed-to-meet');
    const draft = await written(id, {}, 'introduce');
    const owner = world.colleague();
    expect(draft.cc).toEqual([{ name: expect.any(String) as string, address: owner.email }]);
    expect(draft.text).toContain('introduce');
    await world.advance(HOUR);
    expect(mailsOf(id)).toBe(1);
    await world.api.humanMail.send(draft);
    await world.advance(MINUTE);
    await world.untilDelivered();
    const sent = world.mailsTo(id).at(-1);
    expect(sent?.cc?.map((each) => each.address)).toEqual([owner.email]);
    expect(sent?.subject).toMatch(/^Re: /);
    expect(world.value(id, STATUS)).toBe('Hot');
    const [log] = world.activities(id, 'emails').toReversed();
    expect(log?.values['hs_email_headers']).toContain(owner.email);
  });

  it('is refused for a lead that is not Hot, and without anybody in copy', async () => {
    const cool = await responded();
    expect((await open(cool, 'introduce')).because).toContain('Hot');
    const hot = await responded('agreed-to-meet');
    await expect(world.api.humanMail.send(await written(hot, { cc: [] }, 'introduce'))).rejects.toThrow(
      'Copy to',
    );
  });
});

describe('the conversation on the lead', () => {
  it('shows a mail of any size and kind in bounds: cut, and made safe', async () => {
    const id = await world.mailed();
    const { id: leadId, email } = world.lead(id);
    world.sandbox.mail.deliver({
      mailbox: ROSIE.email,
      from: { address: email, name: 'Ana' },
      subject: 'Re: huge',
      text: `What does it cost? ${'x '.repeat(1_000_000)}`,
      html: `<p onclick="steal()">Cost?</p><script>steal()</script><img src="https://elsewhere.example/p.gif" alt="Logo"><a href="javascript:steal()">here</a>`,
    });
    await world.poll();
    const { timeline } = await world.api.leads.get({ id: leadId });
    const came = timeline.find((entry) => entry.kind === 'mail' && entry.direction === 'incoming');
    if (came?.kind !== 'mail') throw new Error('The mail is not shown.');
    expect(came).toMatchObject({ isCut: true, hasHtml: true, leaving: null });
    expect(came.parts.reduce((sum, part) => sum + part.text.length, 0)).toBeLessThanOrEqual(50_000);
    const { html } = await world.api.humanMail.html({ mailId: came.id });
    expect(html).toContain('Cost?');
    expect(html).not.toMatch(/script|onclick|elsewhere|javascript|<img/);
  });

  it('says of a mail that leaves when, and that it can be taken back; afterwards that a person wrote it', async () => {
    const id = await responded();
    const { mailId, leavesAt } = await world.api.humanMail.send(await written(id, { text: 'Soon.' }));
    const shown = async () => {
      const { timeline } = await world.api.leads.get({ id: world.lead(id).id });
      return timeline.find((entry) => entry.id === mailId);
    };
    expect(await shown()).toMatchObject({
      byPerson: true,
      leaving: { at: leavesAt, canUndo: true, status: 'waiting' },
    });
    await world.advance(MINUTE);
    await world.untilDelivered();
    expect(await shown()).toMatchObject({ byPerson: true, status: 'sent', leaving: null });
    expect(await shown()).toMatchObject({
      parts: [{ isOwn: true, text: expect.stringContaining('Soon.') as string }, {}],
    });
  });
});
