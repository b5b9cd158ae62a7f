import type { ConnectionOptions } from 'node:tls';
import { isLoopback, type MailServer } from '#core/domain/mail/mail-settings.ts';
import { MailProblem } from '#core/ports/mailbox-problem.ts';

/** How long is waited for a mail server, in milliseconds. */
export interface MailPatience {
  readonly connect: number;
  /** Without a byte from the other side. */
  readonly answer: number;
  /** Until a copy that the provider files itself is looked for again. */
  readonly filing: number;
}

export const PATIENCE: MailPatience = { connect: 20_000, answer: 60_000, filing: 1_500 };

/** What every line to a mail server has in common. */
export interface LineOptions {
  readonly patience: MailPatience;
  /** A certificate authority to trust besides those of the machine, as PEM. */
  readonly ca?: string;
  /** Given a way to end the line before it is there. */
  readonly onOpening?: (end: () => void) => void;
}

/** The certificate is always checked, also its name; nothing older than TLS 1.2. */
export function tlsOptions(options: LineOptions): ConnectionOptions {
  const { ca } = options;
  return { minVersion: 'TLSv1.2', rejectUnauthorized: true, ...(ca === undefined ? {} : { ca }) };
}

/** A login leaves the machine encrypted or not at all, whatever is stored. */
export function refuseUnencrypted(server: MailServer): void {
  if (server.security === 'none' && !isLoopback(server.host)) {
    throw new MailProblem(
      'unencrypted',
      `${server.host}: without encryption the password could be read on the way, so Baton does not log in. Choose TLS or STARTTLS.`,
    );
  }
}
