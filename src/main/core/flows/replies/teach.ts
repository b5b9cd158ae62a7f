import type { CoreContext } from '../../context.ts';
import type { StoredRule } from '../../ports/store/teaching.ts';

/** Keeps a rule that a user taught, new (`before` null) or changed, with a line of the audit. */
export function saveRule(
  core: CoreContext,
  before: StoredRule | null,
  words: Pick<StoredRule, 'term' | 'intent'>,
): StoredRule {
  const at = core.clock.now();
  const rule: StoredRule = {
    id: before?.id ?? core.ids.next(),
    ...words,
    createdAt: before?.createdAt ?? at,
    changedAt: at,
  };
  if (before?.term === rule.term && before.intent === rule.intent) return before;
  const what = before === null ? 'added' : 'changed';
  core.store.commit({
    rules: [rule],
    ruleChanges: [{ id: core.ids.next(), ruleId: rule.id, what, ...words, at }],
  });
  core.push(['responses']);
  return rule;
}

/** Forgets a rule; what it decided stays as it was decided. */
export function removeRule(core: CoreContext, { id, term, intent }: StoredRule): void {
  const change = { id: core.ids.next(), ruleId: id, what: 'removed', term, intent } as const;
  core.store.commit({ removeRules: [id], ruleChanges: [{ ...change, at: core.clock.now() }] });
  core.push(['responses']);
}
