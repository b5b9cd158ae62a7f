import { sql } from 'kysely';
import {
  STRAY_KINDS,
  type StrayChange,
  type StrayMail,
  type StrayQueries,
} from '#core/ports/store/strays.ts';
import type { Row } from './schema.ts';
import { parametersFor, type Parameter, type Statements } from './statements.ts';
import { word } from './stored-values.ts';
import type { Writing } from './writing.ts';

const NEWEST_FIRST = Number.MAX_SAFE_INTEGER;

export function strayQueries(statements: Statements): StrayQueries {
  const known = statements.one((q, p: Parameter<{ assistantId: string; messageId: string }>) =>
    q
      .selectFrom('stray_mail')
      .select('id')
      .where('assistant_id', '=', p('assistantId'))
      .where('message_id', '=', p('messageId')),
  );
  const page = statements.all((q, p: Parameter<{ at: number; id: string; limit: number }>) =>
    q
      .selectFrom('stray_mail')
      .selectAll()
      .where(sql<boolean>`settled_at IS NULL AND kind <> 'invitation'`)
      .where(sql<boolean>`(at, id) < (${p('at')}, ${p('id')})`)
      .orderBy('at', 'desc')
      .orderBy('id', 'desc')
      .limit(p('limit')),
  );
  const count = statements.one((q) =>
    q
      .selectFrom('stray_mail')
      .select((eb) => eb.fn.countAll<number>().as('mails'))
      .where(sql<boolean>`settled_at IS NULL AND kind <> 'invitation'`),
  );
  const invitations = statements.all((q) =>
    q
      .selectFrom('stray_mail')
      .selectAll()
      .where(sql<boolean>`settled_at IS NULL AND kind = 'invitation'`)
      .orderBy('at', 'desc'),
  );
  const one = statements.one((q, p: Parameter<{ id: string }>) =>
    q
      .selectFrom('stray_mail')
      .selectAll()
      .where(sql<boolean>`settled_at IS NULL`)
      .where('id', '=', p('id')),
  );
  return {
    has: (assistantId, messageId) => known({ assistantId, messageId }) !== undefined,
    page: (after, limit) => page({ at: after?.at ?? NEWEST_FIRST, id: after?.id ?? '', limit }).map(toStray),
    count: () => count({})?.mails ?? 0,
    invitations: () => invitations({}).map(toStray),
    byId: (id) => {
      const row = one({ id });
      return row === undefined ? null : toStray(row);
    },
  };
}

/** Writes mails without a lead. */
export function strayWriter(statements: Statements, writing: Writing): (change: StrayChange) => void {
  const add = statements.run((q, p: Parameter<Omit<Row<'stray_mail'>, 'settled_at'>>) =>
    q
      .insertInto('stray_mail')
      .values(
        parametersFor(p, [
          'id',
          'assistant_id',
          'message_id',
          'from_address',
          'from_name',
          'subject',
          'at',
          'kind',
          'link',
        ]),
      )
      .onConflict((conflict) => conflict.doNothing()),
  );
  const settle = statements.run((q, p: Parameter<{ id: string; at: number }>) =>
    q
      .updateTable('stray_mail')
      .set({ settled_at: p('at'), from_address: '', from_name: '', subject: '', link: null })
      .where('id', '=', p('id')),
  );
  return (change) => {
    for (const mail of change.strays ?? []) {
      writing.at('stray_mail', mail.id);
      add({
        id: mail.id,
        assistant_id: mail.assistantId,
        message_id: mail.messageId,
        from_address: mail.fromAddress,
        from_name: mail.fromName,
        subject: mail.subject,
        at: mail.at,
        kind: mail.kind,
        link: mail.link,
      });
    }
    for (const { id, at } of change.settleStrays ?? []) settle({ id, at });
  };
}

function toStray(row: Row<'stray_mail'>): StrayMail {
  return {
    id: row.id,
    assistantId: row.assistant_id,
    messageId: row.message_id,
    fromAddress: row.from_address,
    fromName: row.from_name,
    subject: row.subject,
    at: row.at,
    kind: word(STRAY_KINDS, row.kind, { table: 'stray_mail', id: row.id }, 'kind'),
    link: row.link,
  };
}
