import type { TaughtRuleView } from '#contract/teaching.ts';
import type { CoreContext } from '../context.ts';
import { REPLY_TABLE, SURE_ENOUGH } from '../domain/leads/reply-intents.ts';
import { classifyMail } from '../domain/replies/classify-reply.ts';
import { termProblem } from '../domain/replies/intent/check-term.ts';
import type { ReplyIntent } from '../domain/leads/lead-event.ts';
import { removeRule, saveRule } from '../flows/replies/teach.ts';
import type { StoredRule } from '../ports/store/teaching.ts';
import { invalid, notFound } from './failures.ts';
import { api } from './implement.ts';

/** Lines of the audit that are shown. */
const MOST_CHANGES = 100;

export const teachingProcedures = {
  list: api.teaching.list.handler(({ context: { core } }) => {
    const { teaching } = core.context.store;
    return {
      rules: teaching.rules().map(ruleView),
      changes: teaching
        .ruleChanges(MOST_CHANGES)
        .map(({ id, what, term, intent, at }) => ({ id, what, term, intent, at })),
    };
  }),
  save: api.teaching.save.handler(({ context: { core }, input }) => {
    const { context } = core;
    const rules = context.store.teaching.rules();
    const before = input.id === null ? null : known(context, input.id);
    const others = rules.filter(({ id }) => id !== input.id).map(({ term }) => term);
    const sentence = termProblem(input.term, others);
    if (sentence !== null) throw invalid([{ field: 'term', sentence }]);
    return ruleView(saveRule(context, before, { term: input.term.trim(), intent: input.intent }));
  }),
  remove: api.teaching.remove.handler(({ context: { core }, input }) => {
    removeRule(core.context, known(core.context, input.id));
    return { done: true as const };
  }),
  tryOut: api.teaching.tryOut.handler(({ context: { core }, input }) => {
    const { store, clock } = core.context;
    const mail = classifyMail(
      {
        headers: {},
        subject: '',
        text: input.text,
        fromAddress: '',
        receivedAt: clock.now(),
        zone: 'UTC',
        report: null,
      },
      store.teaching.rules(),
    );
    const { intent, confidence, kind, taught } = mail;
    const isByMachine = kind !== 'human' && taught === null;
    return {
      ...consequenceOf(intent),
      decidedBy:
        taught !== null ? ('rule' as const) : isByMachine ? ('machine' as const) : ('classifier' as const),
      ruleId: taught?.id ?? null,
      term: taught?.term ?? null,
      intent,
      confidence,
      words: [...mail.words],
      isUnsure: kind === 'human' && confidence < SURE_ENOUGH,
    };
  }),
};

function known(core: CoreContext, id: string): StoredRule {
  const rule = core.store.teaching.rules().find((each) => each.id === id);
  if (rule === undefined) throw notFound('This rule was removed meanwhile.');
  return rule;
}

function ruleView({ id, term, intent, changedAt }: StoredRule): TaughtRuleView {
  return { id, term, intent, changedAt, ...consequenceOf(intent) };
}

/** What the table of reply intents makes of a lead. */
function consequenceOf(intent: ReplyIntent): Pick<TaughtRuleView, 'state' | 'reason'> {
  const { to, reason } = REPLY_TABLE[intent];
  return { state: to === 'same' ? null : to, reason };
}
