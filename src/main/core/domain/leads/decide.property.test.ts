import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FAY } from '#test/support/lead-facts.ts';
import { life, live } from '#test/support/lead-lives.ts';
import type { Moment } from '#test/support/lead-lives.ts';
import { DAY, HOUR } from '../time.ts';
import type { Effect } from './effect.ts';
import { LEAD_STATES } from './lead.ts';
import type { Lead, LeadState } from './lead.ts';
import type { LeadEvent } from './lead-event.ts';
import { REPLY_TABLE } from './reply-intents.ts';

const RUNS = 4000;

/** How a rule was broken, with the shortest life that breaks it; undefined: it holds in every life. */
function broken(rule: (life: readonly Moment[]) => boolean, numRuns = RUNS): string | undefined {
  return fc.defaultReportMessage(
    fc.check(
      fc.property(life, (input) => rule(live(input))),
      { numRuns },
    ),
  );
}

/** The same for a rule that looks at one moment at a time. */
function brokenAtOnce(rule: (moment: Moment) => boolean): string | undefined {
  return broken((moments) => moments.every(rule));
}

function toTheRecord(effects: readonly Effect[]): readonly Exclude<Effect, { kind: OffTheRecord }>[] {
  return effects.filter((effect) => 'recordId' in effect);
}

function owners({ decision }: Moment) {
  return decision.effects.filter((effect) => effect.kind === 'crm-owner');
}

function isRunning(lead: Lead): boolean {
  return lead.followUp === 'Scheduled' || lead.followUp === 'Waiting';
}

function isUntouchable(lead: Lead): boolean {
  return lead.custody === 'Released' || lead.recordDeleted;
}

/** Whether it was a reply of that sort. */
function replied(event: LeadEvent, by: 'human' | 'automatic'): boolean {
  return event.type === 'replied' && REPLY_TABLE[event.intent].human === (by === 'human');
}

type OffTheRecord = 'notice-mail' | 'mail' | 'compose-mail' | 'notice';

const LOW: readonly LeadState[] = ['New', 'Pending', 'Cold', 'Engaged', 'Warm', 'OutOfOffice'];
const MIRROR: readonly Effect['kind'][] = ['crm-status', 'crm-email', 'crm-task'];
const ORDER: readonly Effect['kind'][] = ['crm-status', 'crm-email', 'crm-task', 'crm-note', 'crm-owner'];

describe('whatever happens to a lead', () => {
  it('is decided: one journal line with a rule, from the state before to the state after', () => {
    const rule = ({ before, event: { type }, decision, after }: Moment): boolean => {
      const [line, ...more] = decision.journal;
      if (line === undefined || more.length > 0) return false;
      const said = line.event === type && line.from === before.state && line.to === after.state;
      return said && line.rule.endsWith('.');
    };
    expect(brokenAtOnce(rule)).toBeUndefined();
  });

  it('UnSubscribed is for ever, and nothing is planned for it', () => {
    const rule = ({ before, after }: Moment): boolean =>
      (before.state !== 'UnSubscribed' || after.state === 'UnSubscribed') &&
      (after.state !== 'UnSubscribed' || after.nextFollowUpAt === null);
    expect(brokenAtOnce(rule)).toBeUndefined();
  });

  it('becoming UnSubscribed suppresses every address the person ever had, and nothing else suppresses any', () => {
    const rule = ({ before, decision, after }: Moment): boolean => {
      if (after.state !== 'UnSubscribed') return decision.suppress.length === 0;
      const news = before.state !== 'UnSubscribed' || before.addresses !== after.addresses;
      return !news || after.addresses.every((one) => decision.suppress.includes(one));
    };
    expect(brokenAtOnce(rule)).toBeUndefined();
  });

  it('a human reply always stops the follow-up, or moves it to the later day that was asked for', () => {
    const rule = ({ event: happened, after }: Moment): boolean => {
      if (happened.type !== 'replied' || !replied(happened, 'human')) return true;
      if (happened.intent === 'ConnectLater' && isRunning(after)) {
        return happened.until !== null && (after.nextFollowUpAt ?? 0) >= happened.until;
      }
      return after.nextFollowUpAt === null && !isRunning(after);
    };
    expect(brokenAtOnce(rule)).toBeUndefined();
  });

  it('a human reply on a held record hands it back, unless the lead wants to hear later', () => {
    const rule = ({ before, event: happened, after }: Moment): boolean =>
      !replied(happened, 'human') ||
      before.custody !== 'Held' ||
      after.custody === 'HandingBack' ||
      (happened.type === 'replied' && happened.intent === 'ConnectLater' && after.state === 'Warm');
    expect(brokenAtOnce(rule)).toBeUndefined();
  });

  it('an automatic message never stops it, and counts as no reply', () => {
    const rule = ({ before, event: happened, after }: Moment): boolean =>
      !replied(happened, 'automatic') ||
      (after.followUp === before.followUp &&
        after.custody === before.custody &&
        after.lastReplyAt === before.lastReplyAt);
    expect(brokenAtOnce(rule)).toBeUndefined();
  });

  it('an unsure reply never makes it Hot or UnSubscribed', () => {
    const rule = ({ before, event: happened, after }: Moment): boolean =>
      happened.type !== 'replied' ||
      happened.confidence >= 0.7 ||
      after.state === before.state ||
      (after.state !== 'Hot' && after.state !== 'UnSubscribed');
    expect(brokenAtOnce(rule)).toBeUndefined();
  });

  it('Hot, Responded and at risk fall back only by Restart', () => {
    const rule = ({ before, event: { type }, after }: Moment): boolean =>
      !['Hot', 'Responded', 'LeadAtRisk'].includes(before.state) ||
      !LOW.includes(after.state) ||
      type === 'restart-pressed';
    expect(brokenAtOnce(rule)).toBeUndefined();
  });

  it('somebody always gets the record that she lets go, and it is taken only from whoever has it', () => {
    const rule = (moment: Moment): boolean => {
      const { before, event: happened, facts, after } = moment;
      const [owner, ...more] = owners(moment);
      if (before.custody === 'Held' && after.custody === 'HandingBack') {
        const heir = facts.previousOwner?.id ?? FAY.id;
        const right = owner?.ownerId === heir && owner.expectedOwnerId === facts.assistant.ownerId;
        return right && more.length === 0;
      }
      if (before.custody !== 'Held' && after.custody === 'Held') {
        if (happened.type === 'hand-back-undone')
          return before.custody === 'HandedBack' && owner === undefined;
        return before.custody === 'HandedBack' && owner?.expectedOwnerId === (before.previousOwnerId ?? '');
      }
      if (before.custody === after.custody) return true;
      if (after.custody === 'HandedBack') return happened.type === 'handed-back';
      return after.custody === 'Released' && ['taken-away', 'record-deleted'].includes(happened.type);
    };
    expect(brokenAtOnce(rule)).toBeUndefined();
  });

  it('she never holds a lead that has ended', () => {
    const rule = ({ after }: Moment): boolean => after.custody !== 'Held' || LOW.includes(after.state);
    expect(brokenAtOnce(rule)).toBeUndefined();
  });

  it('nothing reaches a released or deleted record, and only the mirror of the lead one that was handed back', () => {
    const rule = ({ decision, after }: Moment): boolean => {
      const writes = toTheRecord(decision.effects);
      if (isUntouchable(after)) return writes.length === 0;
      if (!writes.every((write) => 'recordId' in write && write.recordId === after.recordId)) return false;
      return after.custody !== 'HandedBack' || writes.every((write) => MIRROR.includes(write.kind));
    };
    expect(brokenAtOnce(rule)).toBeUndefined();
  });

  it('every state change writes the status once, and nothing else does', () => {
    const rule = ({ before, decision, after }: Moment): boolean => {
      const written = decision.effects.flatMap((effect) =>
        effect.kind === 'crm-status' ? [effect.state] : [],
      );
      const due = before.state !== after.state && !isUntouchable(after);
      return due ? written.length === 1 && written[0] === after.state : written.length === 0;
    };
    expect(brokenAtOnce(rule)).toBeUndefined();
  });

  it('a hand-back reaches the record in the order status, mail, task, note, owner', () => {
    const rule = ({ before, decision, after }: Moment): boolean => {
      if (before.custody !== 'Held' || after.custody !== 'HandingBack') return true;
      const ranks = toTheRecord(decision.effects).map((effect) => ORDER.indexOf(effect.kind));
      return ranks.every((rank, index) => index === 0 || rank >= (ranks[index - 1] ?? 0));
    };
    expect(brokenAtOnce(rule)).toBeUndefined();
  });

  it('has a reason exactly when DeActivated, a level before exactly when away or at risk, a hold exactly in New', () => {
    const rule = ({ after }: Moment): boolean =>
      (after.reason !== null) === (after.state === 'DeActivated') &&
      (after.stateBefore !== null) === (after.state === 'OutOfOffice' || after.state === 'LeadAtRisk') &&
      (after.hold !== null) === (after.state === 'New') &&
      (after.heldSince !== null) === (after.hold === 'bounce-guard');
    expect(brokenAtOnce(rule)).toBeUndefined();
  });

  it('a person is to answer it only while it is Hot, Responded or at risk, and is reminded only then', () => {
    const rule = ({ after }: Moment): boolean => {
      const watched = ['Hot', 'Responded', 'LeadAtRisk'].includes(after.state) && !isUntouchable(after);
      const { answerAwaitedSince, nextRiskAt, riskReminders } = after;
      if (!watched) return answerAwaitedSince === null && nextRiskAt === null && riskReminders === 0;
      if (after.state !== 'LeadAtRisk') return riskReminders === 0;
      // One adopted from the field of its record is at risk since nobody knows when.
      return (
        riskReminders <= 5 && (nextRiskAt !== null || riskReminders === 5 || answerAwaitedSince === null)
      );
    };
    expect(brokenAtOnce(rule)).toBeUndefined();
  });

  it('has a date exactly while she follows it up and it does not wait in New', () => {
    const rule = ({ after }: Moment): boolean => {
      const planned = after.nextFollowUpAt !== null;
      if (planned && (after.custody !== 'Held' || !Number.isInteger(after.nextFollowUpAt))) return false;
      return planned === (isRunning(after) && after.state !== 'New');
    };
    expect(brokenAtOnce(rule)).toBeUndefined();
  });

  it('no run sends more messages than it has steps, and none twice', () => {
    const rule = (moments: readonly Moment[]): boolean => {
      const sent = new Map<number, number>();
      return moments.every(({ before, after }) => {
        if (after.nextStep > after.stepCount) return false;
        if (after.run !== before.run || after.nextStep === before.nextStep) return true;
        const count = (sent.get(after.run) ?? 0) + 1;
        sent.set(after.run, count);
        return after.nextStep === before.nextStep + 1 && count <= after.stepCount;
      });
    };
    expect(broken(rule)).toBeUndefined();
  });

  it('while a person pauses it, nothing is planned before the day after', () => {
    const rule = ({ after }: Moment): boolean => {
      if (after.pausedUntil === null) return true;
      if (!isRunning(after)) return false;
      // The day ends two hours earlier in Berlin than in UTC.
      const over = Date.parse(after.pausedUntil) + DAY - 2 * HOUR;
      return after.nextFollowUpAt === null || after.nextFollowUpAt >= over;
    };
    expect(brokenAtOnce(rule)).toBeUndefined();
  });

  it('keeps every address it ever had', () => {
    const rule = ({ before, after }: Moment): boolean =>
      before.addresses.every((one) => after.addresses.includes(one));
    expect(brokenAtOnce(rule)).toBeUndefined();
  });

  it('the same input gives the same decisions', () => {
    const again = fc.property(life, (input) => {
      expect(live(structuredClone(input))).toEqual(live(input));
    });
    expect(fc.defaultReportMessage(fc.check(again, { numRuns: RUNS / 4 }))).toBeUndefined();
  });

  it('passes through every state in these lives', () => {
    const seen = new Set<LeadState>();
    fc.sample(life, RUNS).forEach((input) => live(input).forEach(({ after }) => seen.add(after.state)));
    expect([...seen].sort()).toEqual([...LEAD_STATES].sort());
  });
});
