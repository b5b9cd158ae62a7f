import type { Instant } from '../time.ts';
import { isSendable, localDay, nextSendAt } from './send-time.ts';
import type { Sending } from './send-time.ts';

/** Why a message that is due does not go out now. */
export type PostponedBecause = 'daily-limit' | 'mailbox-limit' | 'hours';

/** How much of its day's limit is used up: sent or on its way, by the assistant and from her mailbox. */
export interface SentToday {
  readonly byHer: number;
  readonly fromMailbox: number;
}

/** What an assistant put off in one go because it was over a limit. */
export interface PutOff {
  /** ISO dates of her zone as keys. */
  readonly perDay: Readonly<Record<string, number>>;
  /** By the moment it was put off to. */
  readonly perMoment: Readonly<Record<Instant, number>>;
}

export const NOTHING_PUT_OFF: PutOff = { perDay: {}, perMoment: {} };

export type DueAnswer =
  | { readonly kind: 'send' }
  | {
      readonly kind: 'postpone';
      readonly until: Instant;
      readonly because: PostponedBecause;
      readonly putOff: PutOff;
    };

/**
 * Whether a message that is due may go out now, or when it may (domain.md section 1, "when a mail goes out"). What is
 * over a limit goes to the next day that has room beside what was put off before it, a millisecond after that, so
 * that the order of time is kept: it does not queue behind the messages planned for that day, they in turn move on.
 */
export function answerDue(sending: Sending, now: Instant, sent: SentToday, putOff: PutOff): DueAnswer {
  const { rules, mailbox, zone, holidays } = sending;
  const isHerDayFull = sent.byHer >= rules.dailyLimit;
  const isMailboxFull = mailbox ? sent.fromMailbox >= mailbox.limit : false;
  if (isHerDayFull || isMailboxFull) {
    const because = isHerDayFull ? 'daily-limit' : 'mailbox-limit';
    return { kind: 'postpone', because, ...putOffTo(sending, now, putOff) };
  }
  if (isSendable(now, zone, rules, holidays)) return { kind: 'send' };
  return { kind: 'postpone', until: nextSendAt({ ...sending, earliest: now + 1 }), because: 'hours', putOff };
}

function putOffTo(
  sending: Sending,
  now: Instant,
  before: PutOff,
): { readonly until: Instant; readonly putOff: PutOff } {
  const { rules, mailbox } = sending;
  const dailyLimit = mailbox && mailbox.limit < rules.dailyLimit ? mailbox.limit : rules.dailyLimit;
  const first = nextSendAt({
    ...sending,
    mailbox: null,
    rules: { ...rules, dailyLimit },
    plannedPerDay: { ...before.perDay, [localDay(now, rules.timeZone)]: dailyLimit },
    earliest: now + 1,
  });
  const ties = before.perMoment[first] ?? 0;
  const day = localDay(first, rules.timeZone);
  return {
    until: first + ties,
    putOff: {
      perDay: { ...before.perDay, [day]: (before.perDay[day] ?? 0) + 1 },
      perMoment: { ...before.perMoment, [first]: ties + 1 },
    },
  };
}
