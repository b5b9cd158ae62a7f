import MailComposer from 'nodemailer/lib/mail-composer/index.js';
import type { MailAddress, OutgoingMail } from '#core/ports/mailbox.ts';
import { OWN_ID_HEADER } from '../imap/sent-folder.ts';

/** A mail as bytes: text, simple HTML where there is any, and the headers of its thread. No Bcc. */
export async function composeRaw(mail: OutgoingMail): Promise<Buffer> {
  const composer = new MailComposer({
    from: addressOf(mail.from),
    to: mail.to.map(addressOf),
    ...(mail.cc === undefined || mail.cc.length === 0 ? {} : { cc: mail.cc.map(addressOf) }),
    subject: mail.subject,
    text: mail.text,
    ...(mail.html === '' ? {} : { html: mail.html }),
    messageId: mail.messageId,
    ...(mail.inReplyTo === null ? {} : { inReplyTo: mail.inReplyTo }),
    ...(mail.references.length === 0 ? {} : { references: [...mail.references] }),
    headers: { ...mail.headers, [OWN_ID_HEADER]: mail.messageId },
    date: new Date(mail.date),
    // A body never makes the program read a file or an address.
    disableFileAccess: true,
    disableUrlAccess: true,
    newline: 'windows',
  });
  return composer.compile().build();
}

function addressOf({ address, name }: MailAddress): { address: string; name: string } {
  return { address, name };
}
