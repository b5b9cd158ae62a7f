import type { Change } from '#core/ports/store/change.ts';
import type { JournalEntry, Mail, Notice, SeenAssignment } from '#core/ports/store/rows.ts';
import { toMailValues, type MailValues } from './mail-row.ts';
import type { Row } from './schema.ts';
import { parametersFor, type Parameter, type Statements } from './statements.ts';
import { isDuplicate, Moved, type Writing } from './writing.ts';

export interface HistoryWriter {
  journal(entries: readonly JournalEntry[]): void;
  /** Adds a mail, or changes the one of the same id. A second mail for a step, or the same reply twice, is `Moved`. */
  mails(mails: readonly Mail[]): void;
  seen(rows: readonly SeenAssignment[]): void;
  /** Addresses never to be written to again; the first reason stays. */
  suppress(rows: NonNullable<Change['suppress']>): void;
  cursors(cursors: Readonly<Record<string, string>>): void;
  notices(notices: readonly Notice[]): void;
}

const MAIL_COLUMNS = [
  'id',
  'lead_id',
  'connection_id',
  'assistant_id',
  'direction',
  'status',
  'message_id',
  'in_reply_to',
  'references',
  'from_address',
  'to_addresses',
  'cc_addresses',
  'by_person',
  'subject',
  'text',
  'html',
  'at',
  'sent_at',
  'sent_day',
  'run',
  'step',
  'intent',
  'confidence',
  'words',
  'bounce',
] as const satisfies readonly (keyof MailValues)[];

/** Writes what happened: journal, mails, looked-at assignments, suppressions, cursors and notices. */
export function historyWriter(statements: Statements, writing: Writing): HistoryWriter {
  const insertEntry = statements.run((q, p: Parameter<Omit<Row<'journal'>, 'no'>>) =>
    q.insertInto('journal').values({
      id: p('id'),
      connection_id: p('connection_id'),
      lead_id: p('lead_id'),
      record_id: p('record_id'),
      event: p('event'),
      data: p('data'),
      from_state: p('from_state'),
      to_state: p('to_state'),
      rule: p('rule'),
      at: p('at'),
    }),
  );
  const updateMail = statements.run((q, p: Parameter<MailValues>) =>
    q.updateTable('mail').set(parametersFor(p, MAIL_COLUMNS)).where('id', '=', p('id')),
  );
  const insertMail = statements.run((q, p: Parameter<MailValues>) =>
    q.insertInto('mail').values(parametersFor(p, MAIL_COLUMNS)),
  );
  const upsertSeen = statements.run((q, p: Parameter<Row<'seen'>>) =>
    q
      .insertInto('seen')
      .values({
        connection_id: p('connection_id'),
        record_id: p('record_id'),
        owner_id: p('owner_id'),
        assigned_at: p('assigned_at'),
        outcome: p('outcome'),
        lead_id: p('lead_id'),
      })
      .onConflict((conflict) =>
        conflict.columns(['connection_id', 'record_id', 'owner_id', 'assigned_at']).doUpdateSet((eb) => ({
          outcome: eb.ref('excluded.outcome'),
          lead_id: eb.ref('excluded.lead_id'),
        })),
      ),
  );
  const insertSuppression = statements.run((q, p: Parameter<Row<'suppression'>>) =>
    q
      .insertInto('suppression')
      .values({ address: p('address'), reason: p('reason'), at: p('at') })
      .onConflict((conflict) => conflict.column('address').doNothing()),
  );
  const upsertCursor = statements.run((q, p: Parameter<Row<'cursor'>>) =>
    q
      .insertInto('cursor')
      .values({ key: p('key'), value: p('value') })
      .onConflict((conflict) =>
        conflict.column('key').doUpdateSet((eb) => ({ value: eb.ref('excluded.value') })),
      ),
  );
  const insertNotice = statements.run((q, p: Parameter<Omit<Row<'notice'>, 'no'>>) =>
    q
      .insertInto('notice')
      .values({ id: p('id'), topic: p('topic'), text: p('text'), lead_id: p('lead_id'), at: p('at') })
      .onConflict((conflict) => conflict.column('id').doNothing()),
  );

  return {
    journal: (entries) => {
      for (const entry of entries) {
        writing.at('journal', entry.id);
        insertEntry({
          id: entry.id,
          connection_id: entry.connectionId,
          lead_id: entry.leadId,
          record_id: entry.recordId,
          event: entry.event,
          data: JSON.stringify(entry.data ?? null),
          from_state: entry.from,
          to_state: entry.to,
          rule: entry.rule,
          at: entry.at,
        });
      }
    },
    mails: (mails) => {
      for (const mail of mails) {
        writing.at('mail', mail.id);
        const values = toMailValues(mail);
        try {
          if (updateMail(values).changes === 0) insertMail(values);
        } catch (error) {
          throw isDuplicate(error) ? new Moved('mail', mail.id) : error;
        }
      }
    },
    seen: (rows) => {
      for (const row of rows) {
        writing.at('seen', `${row.connectionId}/${row.recordId}`);
        upsertSeen({
          connection_id: row.connectionId,
          record_id: row.recordId,
          owner_id: row.ownerId,
          assigned_at: row.assignedAt,
          outcome: row.outcome,
          lead_id: row.leadId,
        });
      }
    },
    suppress: (rows) => {
      for (const row of rows) {
        writing.at('suppression', row.address);
        insertSuppression({ address: row.address.toLowerCase(), reason: row.reason, at: row.at });
      }
    },
    cursors: (cursors) => {
      for (const [key, value] of Object.entries(cursors)) {
        writing.at('cursor', key);
        upsertCursor({ key, value });
      }
    },
    notices: (notices) => {
      for (const notice of notices) {
        writing.at('notice', notice.id);
        insertNotice({
          id: notice.id,
          topic: notice.topic,
          text: notice.text,
          lead_id: notice.leadId,
          at: notice.at,
        });
      }
    },
  };
}
