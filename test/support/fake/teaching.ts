import { implement } from '@orpc/server';
import { contract } from '#contract/contract.ts';
import type { ReplyIntent } from '#contract/names.ts';
import type { PushEvent } from '#contract/system.ts';
import type { TaughtRuleView } from '#contract/teaching.ts';
import { DAY, HOUR, NOW } from './world.ts';

const os = implement(contract);

const MAKES: Readonly<Partial<Record<ReplyIntent, Pick<TaughtRuleView, 'state' | 'reason'>>>> = {
  AgreedToMeet: { state: 'Hot', reason: null },
  InterestedToProceed: { state: 'Hot', reason: null },
  AskedToStop: { state: 'DeActivated', reason: 'AskedToStop' },
  MovedOut: { state: 'DeActivated', reason: 'MovedOut' },
  ConnectLater: { state: 'Warm', reason: null },
  Unsubscribed: { state: 'UnSubscribed', reason: null },
  OutOfOffice: { state: 'OutOfOffice', reason: null },
  SupportAutoResponse: { state: null, reason: null },
};

const consequence = (intent: ReplyIntent) => MAKES[intent] ?? { state: 'Responded' as const, reason: null };

function aRule(id: string, term: string, intent: ReplyIntent, changedAt: number): TaughtRuleView {
  return { id, term, intent, changedAt, ...consequence(intent) };
}

/** What was taught about replies, made up. */
export function fakeTeaching({
  empty,
  push,
}: {
  readonly empty: boolean;
  readonly push: (topics: PushEvent['topics']) => void;
}) {
  let rules = empty
    ? []
    : [
        aRule('r-1', 'works council', 'AskedToStop', NOW - 9 * DAY),
        aRule('r-2', 'Rahmenvertrag', 'SeekingMoreInfo', NOW - 3 * DAY),
        aRule('r-3', 'auf Reisen', 'OutOfOffice', NOW - 5 * HOUR),
      ];
  let serial = 3;
  return {
    list: os.teaching.list.handler(() => ({
      rules,
      changes: rules.map(({ id, term, intent, changedAt }) => ({
        id,
        what: 'added' as const,
        term,
        intent,
        at: changedAt,
      })),
    })),
    save: os.teaching.save.handler(({ input, errors }) => {
      if (rules.some(({ id, term }) => term === input.term && id !== input.id)) {
        const sentence = `Words: "${input.term}" is taught already. Change that rule instead.`;
        throw errors.INVALID_INPUT({ data: { problems: [{ field: 'term', sentence }] } });
      }
      serial += 1;
      const rule = aRule(input.id ?? `r-${serial}`, input.term, input.intent, NOW);
      rules = [...rules.filter(({ id }) => id !== rule.id), rule];
      push(['responses']);
      return rule;
    }),
    remove: os.teaching.remove.handler(({ input }) => {
      rules = rules.filter(({ id }) => id !== input.id);
      push(['responses']);
      return { done: true as const };
    }),
    tryOut: os.teaching.tryOut.handler(({ input }) => {
      const rule = rules.find(({ term }) => input.text.toLowerCase().includes(term.toLowerCase()));
      const intent = rule?.intent ?? 'Other';
      return {
        ...consequence(intent),
        decidedBy: rule === undefined ? ('classifier' as const) : ('rule' as const),
        ruleId: rule?.id ?? null,
        term: rule?.term ?? null,
        intent,
        confidence: rule === undefined ? 0.61 : 1,
        words: rule === undefined ? [] : [rule.term],
        isUnsure: false,
      };
    }),
  };
}
