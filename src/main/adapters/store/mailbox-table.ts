import { z } from 'zod';
import { MAIL_LOGINS, MAIL_SECURITIES, type MailAccount } from '#core/domain/mail/mail-settings.ts';
import type { MailboxSettings } from '#core/ports/store/rows.ts';
import type { Store } from '#core/ports/store/store.ts';
import type { Remembered } from './remembered.ts';
import type { Row } from './schema.ts';
import type { Parameter, Statements } from './statements.ts';
import { fromJson } from './stored-values.ts';
import { Moved, type Writing } from './writing.ts';

const server = z.object({ host: z.string(), port: z.number(), security: z.enum(MAIL_SECURITIES) });
const account: z.ZodType<MailAccount> = z.object({
  preset: z.string(),
  imap: server,
  smtp: server,
  user: z.string(),
  login: z.enum(MAIL_LOGINS),
  sentFolder: z.string().nullable(),
  readsJunk: z.boolean(),
  dailyLimit: z.number().nullable(),
});

export function mailboxQueries(statements: Statements, remembered: Remembered): Store['mailboxes'] {
  const all = statements.all((q) => q.selectFrom('mailbox').selectAll().orderBy('assistant_id'));
  const read = (): readonly MailboxSettings[] => remembered.of('mailboxes', () => all({}).map(toMailbox));
  return {
    all: read,
    ofAssistant: (assistantId) => read().find((each) => each.assistantId === assistantId) ?? null,
  };
}

export interface MailboxWriter {
  /** Throws `Moved` where the stored version is another than the one read. */
  save(rows: readonly MailboxSettings[]): void;
  remove(assistantIds: readonly string[]): void;
}

export function mailboxWriter(statements: Statements, writing: Writing): MailboxWriter {
  const versionOf = statements.one((q, p: Parameter<{ id: string }>) =>
    q.selectFrom('mailbox').select('version').where('assistant_id', '=', p('id')),
  );
  const upsert = statements.run((q, p: Parameter<Row<'mailbox'>>) =>
    q
      .insertInto('mailbox')
      .values({
        assistant_id: p('assistant_id'),
        account: p('account'),
        since: p('since'),
        version: p('version'),
      })
      .onConflict((conflict) =>
        conflict.column('assistant_id').doUpdateSet((eb) => ({
          account: eb.ref('excluded.account'),
          since: eb.ref('excluded.since'),
          version: eb.ref('excluded.version'),
        })),
      ),
  );
  const remove = statements.run((q, p: Parameter<{ id: string }>) =>
    q.deleteFrom('mailbox').where('assistant_id', '=', p('id')),
  );
  return {
    save: (rows) => {
      for (const row of rows) {
        writing.at('mailbox', row.assistantId);
        const stored = versionOf({ id: row.assistantId })?.version ?? 0;
        if (stored !== row.version) throw new Moved('mailbox', row.assistantId);
        const { assistantId, since, version, ...values } = row;
        upsert({ assistant_id: assistantId, account: JSON.stringify(values), since, version: version + 1 });
      }
    },
    remove: (assistantIds) => {
      for (const id of assistantIds) {
        writing.at('mailbox', id);
        remove({ id });
      }
    },
  };
}

function toMailbox(row: Row<'mailbox'>): MailboxSettings {
  const name = { table: 'mailbox', id: row.assistant_id };
  const values = fromJson(account, row.account, name, 'account');
  return { ...values, assistantId: row.assistant_id, since: row.since, version: row.version };
}
