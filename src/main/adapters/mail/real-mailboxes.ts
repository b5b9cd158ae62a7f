import type { MailAccount } from '#core/domain/mail/mail-settings.ts';
import type { Instant } from '#core/domain/time.ts';
import type { Log } from '#core/ports/log.ts';
import { MailProblem } from '#core/ports/mailbox-problem.ts';
import type { Mailboxes, MailCredential } from '#core/ports/mailboxes.ts';
import type { MailboxSettings } from '#core/ports/store/rows.ts';
import { PATIENCE, type MailPatience } from './line.ts';
import { RealMailbox } from './real-mailbox.ts';
import { tryOut } from './try-out.ts';

export interface RealMailboxesOptions {
  /**
   * Asked anew for each connection and held nowhere: a password from the vault, or an access token that is valid
   * now. Null: there is none.
   */
  readonly credentialOf: (assistantId: string, account: MailAccount) => Promise<MailCredential | null>;
  readonly now: () => Instant;
  readonly log: Log;
  /** Absent: patient. */
  readonly patience?: MailPatience;
  /** A certificate authority to trust besides those of the machine, as PEM. */
  readonly ca?: string;
}

export interface RealMailboxes extends Mailboxes {
  /** Ends every connection. */
  close(): void;
}

/** The mailboxes of assistants on mail servers of the team's choice. */
export function createRealMailboxes(options: RealMailboxesOptions): RealMailboxes {
  const open = new Map<string, { readonly key: string; readonly mailbox: RealMailbox }>();
  const line = {
    patience: options.patience ?? PATIENCE,
    ...(options.ca === undefined ? {} : { ca: options.ca }),
  };
  const forget = (assistantId: string): void => {
    open.get(assistantId)?.mailbox.close();
    open.delete(assistantId);
  };
  const opened = (settings: MailboxSettings): RealMailbox => {
    const { assistantId } = settings;
    const key = JSON.stringify(settings);
    const known = open.get(assistantId);
    if (known?.key === key) return known.mailbox;
    forget(assistantId);
    const credential = async (): Promise<MailCredential> => {
      const found = await options.credentialOf(assistantId, settings);
      if (found !== null) return found;
      throw new MailProblem(
        'no-password',
        'The password of this mailbox is no longer in the keychain. Enter it again in the settings of the mailbox.',
      );
    };
    const mailbox = new RealMailbox({ ...line, settings, credential, now: options.now, log: options.log });
    open.set(assistantId, { key, mailbox });
    return mailbox;
  };
  return {
    of: (assistant, settings) => {
      if (settings !== null) return opened(settings);
      forget(assistant.id);
      return null;
    },
    measuresEngagement: false,
    setup: {
      tryOut: (account, credential, address, stop) => tryOut(account, credential, address, stop, line),
      forget,
    },
    close: () => {
      for (const assistantId of open.keys()) forget(assistantId);
    },
  };
}
