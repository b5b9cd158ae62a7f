import { REPLY_INTENTS } from '#core/domain/leads/lead-event.ts';
import type { RuleChange, StoredRule, TeachingChange, TeachingQueries } from '#core/ports/store/teaching.ts';
import type { Row } from './schema.ts';
import { parametersFor, type Parameter, type Statements } from './statements.ts';
import { word } from './stored-values.ts';
import type { Writing } from './writing.ts';

export function teachingQueries(statements: Statements): TeachingQueries {
  const rules = statements.all((q) =>
    q.selectFrom('taught_rule').selectAll().orderBy('created_at').orderBy('id'),
  );
  const changes = statements.all((q, p: Parameter<{ limit: number }>) =>
    q.selectFrom('taught_change').selectAll().orderBy('at', 'desc').orderBy('id', 'desc').limit(p('limit')),
  );
  return {
    rules: () => rules({}).map(toRule),
    ruleChanges: (limit) => changes({ limit }).map(toChange),
  };
}

/** Writes what users taught, and the audit of it. */
export function teachingWriter(statements: Statements, writing: Writing): (change: TeachingChange) => void {
  const save = statements.run((q, p: Parameter<Row<'taught_rule'>>) =>
    q
      .insertInto('taught_rule')
      .values(parametersFor(p, ['id', 'term', 'intent', 'created_at', 'changed_at']))
      .onConflict((conflict) =>
        conflict.column('id').doUpdateSet((eb) => ({
          term: eb.ref('excluded.term'),
          intent: eb.ref('excluded.intent'),
          changed_at: eb.ref('excluded.changed_at'),
        })),
      ),
  );
  const remove = statements.run((q, p: Parameter<{ id: string }>) =>
    q.deleteFrom('taught_rule').where('id', '=', p('id')),
  );
  const note = statements.run((q, p: Parameter<Row<'taught_change'>>) =>
    q.insertInto('taught_change').values(parametersFor(p, ['id', 'rule_id', 'what', 'term', 'intent', 'at'])),
  );
  return (change) => {
    for (const { id, term, intent, createdAt, changedAt } of change.rules ?? []) {
      writing.at('taught_rule', id);
      save({ id, term, intent, created_at: createdAt, changed_at: changedAt });
    }
    for (const id of change.removeRules ?? []) remove({ id });
    for (const { id, ruleId, what, term, intent, at } of change.ruleChanges ?? []) {
      writing.at('taught_change', id);
      note({ id, rule_id: ruleId, what, term, intent, at });
    }
  };
}

function toRule(row: Row<'taught_rule'>): StoredRule {
  return {
    id: row.id,
    term: row.term,
    intent: word(REPLY_INTENTS, row.intent, { table: 'taught_rule', id: row.id }, 'intent'),
    createdAt: row.created_at,
    changedAt: row.changed_at,
  };
}

function toChange(row: Row<'taught_change'>): RuleChange {
  const name = { table: 'taught_change', id: row.id };
  return {
    id: row.id,
    ruleId: row.rule_id,
    what: word(['added', 'changed', 'removed'], row.what, name, 'what'),
    term: row.term,
    intent: word(REPLY_INTENTS, row.intent, name, 'intent'),
    at: row.at,
  };
}
