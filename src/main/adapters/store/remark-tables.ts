import type { Reminder, ReminderQueries, RemarkChange, TagQueries } from '#core/ports/store/remarks.ts';
import type { Row } from './schema.ts';
import type { Parameter, Statements } from './statements.ts';
import type { Writing } from './writing.ts';

/** The tags of leads. */
export function tagQueries(statements: Statements): TagQueries {
  const all = statements.all((q) =>
    q
      .selectFrom('lead_tag')
      .select((eb) => ['tag', eb.fn.countAll<number>().as('leads')])
      .groupBy('tag')
      .orderBy('tag'),
  );
  const ofLead = statements.all((q, p: Parameter<{ leadId: string }>) =>
    q.selectFrom('lead_tag').select('tag').where('lead_id', '=', p('leadId')).orderBy('tag'),
  );
  return { all: () => all({}), ofLead: (leadId) => ofLead({ leadId }).map((row) => row.tag) };
}

/** The reminders of leads. */
export function reminderQueries(statements: Statements): ReminderQueries {
  const byId = statements.one((q, p: Parameter<{ id: string }>) =>
    q.selectFrom('reminder').selectAll().where('id', '=', p('id')),
  );
  const ofLead = statements.all((q, p: Parameter<{ leadId: string }>) =>
    q.selectFrom('reminder').selectAll().where('lead_id', '=', p('leadId')).orderBy('due_at').orderBy('id'),
  );
  const due = statements.all((q, p: Parameter<{ now: number; limit: number }>) =>
    q
      .selectFrom('reminder')
      .selectAll()
      .where('due_at', '<=', p('now'))
      .orderBy('due_at')
      .orderBy('id')
      .limit(p('limit')),
  );
  const untold = statements.one((q) =>
    q
      .selectFrom('reminder')
      .select('due_at')
      .where('told_at', 'is', null)
      .orderBy('due_at')
      .limit((eb) => eb.lit(1)),
  );
  return {
    byId: (id) => {
      const row = byId({ id });
      return row === undefined ? null : toReminder(row);
    },
    ofLead: (leadId) => ofLead({ leadId }).map(toReminder),
    due: (now, limit) => due({ now, limit }).map(toReminder),
    nextUntoldAt: () => untold({})?.due_at ?? null,
  };
}

/** Writes tags and reminders. */
export function remarkWriter(statements: Statements, writing: Writing): (change: RemarkChange) => void {
  const addTag = statements.run((q, p: Parameter<Row<'lead_tag'>>) =>
    q
      .insertInto('lead_tag')
      .values({ tag: p('tag'), lead_id: p('lead_id') })
      .onConflict((conflict) => conflict.doNothing()),
  );
  const removeTag = statements.run((q, p: Parameter<Row<'lead_tag'>>) =>
    q.deleteFrom('lead_tag').where('tag', '=', p('tag')).where('lead_id', '=', p('lead_id')),
  );
  const remind = statements.run((q, p: Parameter<Row<'reminder'>>) =>
    q
      .insertInto('reminder')
      .values({
        id: p('id'),
        lead_id: p('lead_id'),
        due_at: p('due_at'),
        text: p('text'),
        created_at: p('created_at'),
        told_at: p('told_at'),
      })
      .onConflict((conflict) =>
        conflict.column('id').doUpdateSet({ due_at: p('due_at'), text: p('text'), told_at: p('told_at') }),
      ),
  );
  const removeReminder = statements.run((q, p: Parameter<{ id: string }>) =>
    q.deleteFrom('reminder').where('id', '=', p('id')),
  );
  return (change) => {
    for (const { leadId, add, remove } of change.tags ?? []) {
      writing.at('lead_tag', leadId);
      for (const tag of add) addTag({ tag, lead_id: leadId });
      for (const tag of remove) removeTag({ tag, lead_id: leadId });
    }
    for (const { id, leadId, dueAt, text, createdAt, toldAt } of change.reminders ?? []) {
      writing.at('reminder', id);
      remind({ id, lead_id: leadId, due_at: dueAt, text, created_at: createdAt, told_at: toldAt });
    }
    for (const id of change.removeReminders ?? []) removeReminder({ id });
  };
}

/** The reminder of a stored row. */
export function toReminder(row: Row<'reminder'>): Reminder {
  const { id, text } = row;
  return {
    id,
    leadId: row.lead_id,
    dueAt: row.due_at,
    text,
    createdAt: row.created_at,
    toldAt: row.told_at,
  };
}
