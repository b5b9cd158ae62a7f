import type { IncomingMail, OutgoingMail } from '#core/ports/mailbox.ts';
import type { MailServers } from '../mail-servers.ts';
import type { MailAccount } from './dovecot.ts';
import { aMail, realMailboxOf } from './real-mailbox-of.ts';

/** A person with a mailbox on the servers and a mail program of their own. */
export interface Prospect {
  readonly address: string;
  /** What lies in the inbox, read over IMAP, oldest first. */
  inbox(): Promise<readonly IncomingMail[]>;
  /** Answers the last mail over SMTP, threaded as mail programs do. */
  answers(text: string, changes?: Partial<OutgoingMail>): Promise<void>;
}

export function prospectOn(servers: MailServers, account: MailAccount, name: string): Prospect {
  const opened = () => realMailboxOf(servers, account, { assistantId: account.address, since: 0 });
  const inbox = async (): Promise<readonly IncomingMail[]> => {
    const program = opened();
    try {
      return (await program.mailbox.fetchSince(null)).mails;
    } finally {
      program.close();
    }
  };
  return {
    address: account.address,
    inbox,
    answers: async (text, changes = {}) => {
      const got = (await inbox()).at(-1);
      if (got === undefined) throw new Error(`Nothing reached ${name}.`);
      const program = opened();
      const answer = aMail(account.address, got.from.address, {
        from: { address: account.address, name },
        subject: `Re: ${got.subject}`,
        text,
        html: `<p>${text}</p>`,
        inReplyTo: got.messageId,
        references: [got.messageId],
        headers: {},
        ...changes,
      });
      try {
        await program.mailbox.send(answer);
      } finally {
        program.close();
      }
    },
  };
}
