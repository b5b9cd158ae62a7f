import { sql, type RawBuilder } from 'kysely';
import { SURE_ENOUGH } from '#core/domain/leads/reply-intents.ts';
import type { Response, ResponseChange, ResponseKind, ResponseQueries } from '#core/ports/store/responses.ts';
import { toMail } from './mail-row.ts';
import type { Row } from './schema.ts';
import type { Parameter, Statements } from './statements.ts';
import type { Writing } from './writing.ts';

const HUMAN = sql<boolean>`mail.intent IS NOT NULL AND mail.intent NOT IN ('OutOfOffice', 'SupportAutoResponse')`;

/** What the words of `ResponseKind` mean. */
const CONDITIONS: Readonly<Record<ResponseKind, RawBuilder<boolean>>> = {
  all: sql<boolean>`TRUE`,
  human: HUMAN,
  open: sql<boolean>`${HUMAN} AND response_mark.settled_at IS NULL`,
  unsure: sql<boolean>`${HUMAN} AND response_mark.settled_at IS NULL AND mail.confidence < ${sql.lit(SURE_ENOUGH)}`,
  automatic: sql<boolean>`mail.intent IN ('OutOfOffice', 'SupportAutoResponse')`,
  bounce: sql<boolean>`mail.bounce IS NOT NULL`,
};
const KINDS = Object.keys(CONDITIONS) as ResponseKind[];

type ResponseRow = Row<'mail'> & { readonly settled_at: number | null };

export function responseQueries(statements: Statements): ResponseQueries {
  const one = statements.one((q, p: Parameter<{ mailId: string }>) =>
    q
      .selectFrom('mail')
      .leftJoin('response_mark', 'response_mark.mail_id', 'mail.id')
      .selectAll('mail')
      .select('response_mark.settled_at')
      .where('mail.id', '=', p('mailId'))
      .where(sql<boolean>`mail.direction = 'incoming'`),
  );
  return {
    page: (kind, after, limit) =>
      statements
        .query((q) => {
          const query = q
            .selectFrom('mail')
            .leftJoin('response_mark', 'response_mark.mail_id', 'mail.id')
            .selectAll('mail')
            .select('response_mark.settled_at')
            .where(sql<boolean>`mail.direction = 'incoming'`)
            .where(CONDITIONS[kind])
            .orderBy('mail.at', 'desc')
            .orderBy('mail.no', 'desc')
            .limit(limit);
          if (after === null) return query;
          const no = sql<number>`(SELECT no FROM mail AS last WHERE last.id = ${after.mailId})`;
          return query.where(sql<boolean>`(mail.at, mail.no) < (${after.at}, ${no})`);
        })
        .map(toResponse),
    byId: (mailId) => {
      const row = one({ mailId });
      return row === undefined ? null : toResponse(row);
    },
    counts: () => {
      const [row] = statements.query((q) =>
        q
          .selectFrom('mail')
          .leftJoin('response_mark', 'response_mark.mail_id', 'mail.id')
          .select(KINDS.map((kind) => sql<number>`count(*) FILTER (WHERE ${CONDITIONS[kind]})`.as(kind)))
          .where(sql<boolean>`mail.direction = 'incoming'`),
      );
      return row as Record<ResponseKind, number>;
    },
  };
}

/** Writes which answers a person has dealt with. */
export function responseWriter(statements: Statements, writing: Writing): (change: ResponseChange) => void {
  const settle = statements.run((q, p: Parameter<{ mail_id: string; settled_at: number }>) =>
    q
      .insertInto('response_mark')
      .values({ mail_id: p('mail_id'), settled_at: p('settled_at') })
      .onConflict((conflict) => conflict.column('mail_id').doNothing()),
  );
  const unsettle = statements.run((q, p: Parameter<{ mailId: string }>) =>
    q.deleteFrom('response_mark').where('mail_id', '=', p('mailId')),
  );
  return (change) => {
    for (const { mailId, at } of change.settle ?? []) {
      writing.at('response_mark', mailId);
      settle({ mail_id: mailId, settled_at: at });
    }
    for (const mailId of change.unsettle ?? []) unsettle({ mailId });
  };
}

function toResponse(row: ResponseRow): Response {
  return { mail: toMail(row), settledAt: row.settled_at };
}
