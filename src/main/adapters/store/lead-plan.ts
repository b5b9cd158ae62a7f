import { sql } from 'kysely';
import type { Row } from './schema.ts';
import type { Parameter, Statements } from './statements.ts';

/** How many leads an assistant plans to write to, by her local day. Summed up during a commit. */
export interface LeadPlan {
  add(assistantId: string, day: string | null, leads: number): void;
  /** Writes the sums; part of the commit. */
  write(): void;
  /** After a rollback. */
  forget(): void;
}

export function leadPlan(statements: Statements): LeadPlan {
  const count = statements.run((q, p: Parameter<Row<'lead_plan'>>) =>
    q
      .insertInto('lead_plan')
      .values({ assistant_id: p('assistant_id'), day: p('day'), leads: p('leads') })
      .onConflict((conflict) =>
        conflict
          .columns(['assistant_id', 'day'])
          .doUpdateSet({ leads: sql<number>`lead_plan.leads + excluded.leads` }),
      ),
  );
  const removeEmpty = statements.run((q, p: Parameter<Pick<Row<'lead_plan'>, 'assistant_id' | 'day'>>) =>
    q
      .deleteFrom('lead_plan')
      .where('assistant_id', '=', p('assistant_id'))
      .where('day', '=', p('day'))
      .where('leads', '=', 0),
  );
  const summed = new Map<string, Row<'lead_plan'>>();
  return {
    add: (assistantId, day, leads) => {
      if (day === null) return;
      const key = `${assistantId}\n${day}`;
      const sum = (summed.get(key)?.leads ?? 0) + leads;
      summed.set(key, { assistant_id: assistantId, day, leads: sum });
    },
    write: () => {
      for (const row of summed.values()) {
        if (row.leads === 0) continue;
        count(row);
        if (row.leads < 0) removeEmpty(row);
      }
      summed.clear();
    },
    forget: () => summed.clear(),
  };
}
