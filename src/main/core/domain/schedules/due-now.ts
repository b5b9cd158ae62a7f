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

/** How many messages of an assistant were put off to each moment, because they were over a limit. */
export type PutOff = Readonly<Record<Instant, number>>;

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
 * over a limit goes to the opening of the next day, a millisecond after what was put off before it: the order of time
 * is kept. It does not queue behind the messages planned for that day; what is over that day's limit moves on in turn.
 */
export function answerDue(sending: Sending, now: Instant, sent: SentToday, putOff: PutOff): DueAnswer {
  const { rules, mailbox, zone, holidays } = sending;
  const isHerDayFull = sent.byHer >= rules.dailyLimit;
  const isMailboxFull = mailbox ? sent.fromMailbox >= mailbox.limit : false;
  if (isHerDayFull || isMailboxFull) {
    const plannedPerDay = { [localDay(now, rules.timeZone)]: rules.dailyLimit };
    const opening = nextSendAt({ ...sending, mailbox: null, plannedPerDay, earliest: now + 1 });
    const before = putOff[opening] ?? 0;
    return {
      kind: 'postpone',
      until: opening + before,
      because: isHerDayFull ? 'daily-limit' : 'mailbox-limit',
      putOff: { ...stillToCome(putOff, now), [opening]: before + 1 },
    };
  }
  if (isSendable(now, zone, rules, holidays)) return { kind: 'send' };
  return { kind: 'postpone', until: nextSendAt({ ...sending, earliest: now + 1 }), because: 'hours', putOff };
}

function stillToCome(putOff: PutOff, now: Instant): PutOff {
  return Object.fromEntries(Object.entries(putOff).filter(([moment]) => Number(moment) > now));
}
