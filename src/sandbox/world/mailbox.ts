import { createDueQueue } from './due-queue.ts';
import type { EngagementEvent, MailAddress, ReceivedMail, ReplyKind, SentMail } from './mail-types.ts';
import { isBounce, isHuman } from './mail-types.ts';
import type { Due, MailLog, MailWorld, MailWorldOptions, Page } from './mail-world.ts';
import { composeReply } from './prospect-replies.ts';
import type { Outcome, ProspectBehaviour } from './prospects.ts';
import { decideBehaviour } from './prospects.ts';
import { randomFor } from './random.ts';
import { domainOf } from './reply-wording.ts';

const MINUTE = 60_000;

const bareId = (messageId: string): string => messageId.trim().replace(/^<|>$/g, '');
const keyOf = (address: string): string => address.trim().toLowerCase();

/** The mail world: Sent folder, inboxes and the prospects behind every address. Knows no HTTP. */
export function createMailWorld(options: MailWorldOptions): MailWorld {
  const { clock, seed, saved } = options;
  const worldId = saved?.worldId ?? Math.trunc(clock.now()).toString(36);
  const sent: SentMail[] = [...(saved?.sent ?? [])];
  /** Bare Message-ID → the mailbox that sent it. */
  const senders = new Map(sent.map((mail) => [bareId(mail.messageId), keyOf(mail.from.address)]));
  const received: ReceivedMail[] = [];
  const boxes = new Map<string, ReceivedMail[]>();
  const engagements: EngagementEvent[] = [];
  const engagementBoxes = new Map<string, EngagementEvent[]>();
  const queue = createDueQueue<Due>();
  const mailsTo = new Map<string, MailLog>(saved?.mailsTo ?? []);
  const behaviours = new Map((saved?.behaviours ?? []).map((one) => [one.address, one]));
  let driven: number | null = saved?.drivenTo ?? null;
  for (const { at, thing } of saved?.waiting ?? []) queue.put(at, thing);

  const now = (): number => driven ?? clock.now();

  const isBystander = (address: string): boolean => options.prospects?.isBystander?.(address) ?? false;

  const decide = (address: string, outcome?: Outcome): ProspectBehaviour =>
    decideBehaviour(
      address,
      { seed, ...options.prospects },
      outcome ?? (isBystander(address) ? 'silent' : undefined),
    );

  const behaviourOf = (address: string): ProspectBehaviour => {
    const key = keyOf(address);
    const known = behaviours.get(key);
    if (known !== undefined) return known;
    const decided = decide(key);
    behaviours.set(key, decided);
    return decided;
  };

  const file = (mail: ReceivedMail): void => {
    received.push(mail);
    const box = boxes.get(mail.mailbox);
    if (box === undefined) boxes.set(mail.mailbox, [mail]);
    else box.push(mail);
  };
  for (const mail of saved?.received ?? []) file(mail);

  const noteEngagement = (event: EngagementEvent): void => {
    engagements.push(event);
    const sender = senders.get(bareId(event.messageId)) ?? '';
    const box = engagementBoxes.get(sender);
    if (box === undefined) engagementBoxes.set(sender, [event]);
    else box.push(event);
  };
  for (const event of saved?.engagement ?? []) noteEngagement(event);

  const put = (mailbox: string, mail: Omit<ReceivedMail, 'id' | 'mailbox'>): ReceivedMail => {
    const key = keyOf(mailbox);
    const stored: ReceivedMail = { id: `in-${received.length + 1}`, mailbox: key, ...mail };
    file(stored);
    return stored;
  };

  const reply = (
    behaviour: ProspectBehaviour,
    kind: ReplyKind,
    original: SentMail,
    at: number,
  ): ReceivedMail => {
    const log = mailsTo.get(behaviour.address);
    const turn = log === undefined ? 0 : (log.replies += 1);
    const { namedDay: _namedDay, ...mail } = composeReply(seed, behaviour, kind, original, at, turn);
    return put(original.from.address, { ...mail, kind, prospect: behaviour.address });
  };

  const tick = (): void => {
    const until = now();
    for (let due = queue.takeDue(until); due !== null; due = queue.takeDue(until)) {
      const { at, thing } = due;
      if (thing.type === 'reply') reply(thing.behaviour, thing.kind, thing.original, at);
      else {
        const { kind, recipient, messageId } = thing;
        noteEngagement({
          id: `ev-${engagements.length + 1}`,
          at: new Date(at).toISOString(),
          messageId,
          recipient,
          kind,
        });
      }
    }
  };

  const planReading = (behaviour: ProspectBehaviour, mail: SentMail, count: number, at: number): void => {
    const random = randomFor(`reading/${seed}/${behaviour.address}/${count}`);
    const engage = (when: number, kind: 'open' | 'click'): void =>
      queue.put(when, { type: 'engagement', kind, recipient: behaviour.address, messageId: mail.messageId });
    const answer = behaviour.replies.find((one) => one.onMail === count);
    if (answer !== undefined && isBounce(answer.kind) && answer.kind !== 'soft-bounce') return;
    if (behaviour.scanner) {
      const opened = at + random.between(4, 90) * 1000;
      engage(opened, 'open');
      if (random.chance(0.3)) engage(opened + random.between(1, 20) * 1000, 'click');
    }
    if (answer !== undefined && isHuman(answer.kind)) {
      engage(at + answer.delayMs - random.between(1, 9) * MINUTE, 'open');
      return;
    }
    if (!random.chance(behaviour.opens.chance)) return;
    const times = random.between(1, behaviour.opens.most);
    let opened = at + random.between(5, 20 * 60) * MINUTE;
    for (let time = 0; time < times; time += 1) {
      engage(opened, 'open');
      if (random.chance(behaviour.opens.clickChance)) engage(opened + random.between(5, 60) * 1000, 'click');
      opened += random.between(15, 6 * 60) * MINUTE;
    }
  };

  const bring = ({ address, name }: MailAddress, mail: SentMail, at: number): void => {
    const key = keyOf(address);
    const log = mailsTo.get(key) ?? { count: 0, replies: 0, last: mail };
    log.count += 1;
    log.last = mail;
    mailsTo.set(key, log);
    if (isBystander(key)) return;
    const isKnown = options.prospects?.profileOf?.(key)?.name !== undefined;
    // Nobody told the person's name: the sender knows it.
    if (!isKnown && name !== '') behaviours.set(key, { ...behaviourOf(key), name });
    const behaviour = behaviourOf(key);
    planReading(behaviour, mail, log.count, at);
    for (const planned of behaviour.replies) {
      if (planned.onMail !== log.count) continue;
      queue.put(at + planned.delayMs, { type: 'reply', kind: planned.kind, behaviour, original: mail });
    }
  };

  const startOf = (after: string): number => {
    if (after === '') return 0;
    const parts = /^([0-9a-z]+)\.(\d+)$/.exec(after);
    if (parts === null) throw new RangeError('`after` is not a cursor that this mail world gave out.');
    // A cursor of an earlier world says nothing about this one: begin again, as with a new UIDVALIDITY.
    return parts[1] === worldId ? Number(parts[2]) : 0;
  };

  const page = <T>(all: readonly T[], after: string, limit: number): Page<T> => {
    const items = all.slice(startOf(after), startOf(after) + limit);
    return { items, cursor: `${worldId}.${Math.min(startOf(after), all.length) + items.length}` };
  };

  return {
    now,
    behaviourOf,
    tick,
    send(mail) {
      tick();
      // A sender whose clock is ahead of the last tick says when it sent; never earlier than the world's now.
      const at = Math.max(now(), driven === null ? 0 : Date.parse(mail.date));
      const stored: SentMail = {
        ...mail,
        id: `out-${sent.length + 1}`,
        acceptedAt: new Date(at).toISOString(),
      };
      sent.push(stored);
      const isNew = !senders.has(bareId(mail.messageId));
      senders.set(bareId(mail.messageId), keyOf(mail.from.address));
      // A double is recorded for the checker; a person who gets it twice still answers once.
      if (isNew) for (const recipient of mail.to) bring(recipient, stored, at);
      return stored;
    },
    wasSent: (messageId) => senders.has(bareId(messageId)),
    inbox(mailbox, after, limit) {
      tick();
      const { items, cursor } = page(boxes.get(keyOf(mailbox)) ?? [], after, limit);
      return {
        items: items.map(({ mailbox: _box, kind: _kind, prospect: _prospect, ...mail }) => mail),
        cursor,
      };
    },
    engagement(after, limit, mailbox) {
      tick();
      const events = mailbox === undefined ? engagements : (engagementBoxes.get(keyOf(mailbox)) ?? []);
      return page(events, after, limit);
    },
    deliver(mail) {
      tick();
      const { mailbox, from, subject, text, html, calendar, inReplyTo, references } = mail;
      const messageId =
        mail.messageId ?? `<hand.${worldId}.${received.length + 1}@${domainOf(from.address)}>`;
      const lowered = Object.entries(mail.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]);
      return put(mailbox, {
        receivedAt: new Date(now()).toISOString(),
        messageId,
        from,
        to: [{ address: mailbox, name: '' }],
        subject,
        text,
        ...(html === undefined ? {} : { html }),
        ...(calendar === undefined ? {} : { calendar }),
        headers: {
          'message-id': messageId,
          subject,
          ...(Object.fromEntries(lowered) as Record<string, string>),
        },
        ...(inReplyTo === undefined ? {} : { inReplyTo }),
        references: references ?? (inReplyTo === undefined ? [] : [inReplyTo]),
        kind: null,
        prospect: null,
      });
    },
    answerNow(address, kind) {
      tick();
      const log = mailsTo.get(keyOf(address));
      return log === undefined ? null : reply(behaviourOf(address), kind, log.last, now());
    },
    setOutcome(address, outcome, onMail) {
      const decided = decide(keyOf(address), outcome);
      const fixed =
        onMail === undefined
          ? decided
          : { ...decided, replies: decided.replies.slice(-1).map((planned) => ({ ...planned, onMail })) };
      behaviours.set(fixed.address, fixed);
      return fixed;
    },
    advanceTo(time) {
      driven = driven === null ? time : Math.max(driven, time);
      tick();
    },
    nextDueAt: () => queue.nextAt(),
    all() {
      tick();
      return { sent, received, engagement: engagements };
    },
    save: () => ({
      worldId,
      drivenTo: driven,
      sent,
      received,
      engagement: engagements,
      waiting: queue.waiting(),
      mailsTo: [...mailsTo],
      behaviours: [...behaviours.values()],
    }),
  };
}
