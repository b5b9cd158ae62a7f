import { sql } from 'kysely';
import type { DayCount, Store } from '#core/ports/store/store.ts';
import type { Instant } from '#core/domain/time.ts';
import type { Parameter, Statements } from './statements.ts';

const DAY = 86_400_000;

interface Span {
  readonly from: Instant;
  readonly to: Instant;
}

/** What happened on each UTC day, both ends included; each of the three is counted along an index by time. */
export function dayCounts(statements: Statements): Store['history'] {
  const sent = statements.all((q, p: Parameter<Span>) =>
    q
      .selectFrom('mail')
      .select([
        sql<number>`sent_at / ${sql.lit(DAY)}`.as('day'),
        (eb) => eb.fn.countAll<number>().as('count'),
      ])
      .where(sql<boolean>`sent_at IS NOT NULL`)
      .where('direction', '=', 'outgoing')
      .where('sent_at', '>=', p('from'))
      .where('sent_at', '<=', p('to'))
      .groupBy('day'),
  );
  const received = statements.all((q, p: Parameter<Span>) =>
    q
      .selectFrom('mail')
      .select([sql<number>`at / ${sql.lit(DAY)}`.as('day'), (eb) => eb.fn.countAll<number>().as('count')])
      .where(sql<boolean>`direction = 'incoming'`)
      .where('at', '>=', p('from'))
      .where('at', '<=', p('to'))
      .groupBy('day'),
  );
  const taken = statements.all((q, p: Parameter<Span>) =>
    q
      .selectFrom('journal')
      .select([sql<number>`at / ${sql.lit(DAY)}`.as('day'), (eb) => eb.fn.countAll<number>().as('count')])
      .where(sql<boolean>`event IN ('assigned', 'adopted') AND lead_id IS NOT NULL`)
      .where('at', '>=', p('from'))
      .where('at', '<=', p('to'))
      .groupBy('day'),
  );
  return {
    perDay: (from, to) => {
      const counted = (rows: readonly { day: number; count: number }[]): Map<number, number> =>
        new Map(rows.map((row) => [row.day, row.count]));
      const [sentOn, receivedOn, takenOn] = [sent, received, taken].map((read) =>
        counted(read({ from, to })),
      );
      const days: DayCount[] = [];
      for (let day = Math.floor(from / DAY); day <= Math.floor(to / DAY); day += 1) {
        days.push({
          day: new Date(day * DAY).toISOString().slice(0, 10),
          sent: sentOn?.get(day) ?? 0,
          received: receivedOn?.get(day) ?? 0,
          taken: takenOn?.get(day) ?? 0,
        });
      }
      return days;
    },
  };
}
