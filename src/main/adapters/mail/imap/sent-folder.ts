import type { ImapFlow, ListResponse } from 'imapflow';
import type { MailAccount } from '#core/domain/mail/mail-settings.ts';
import { MailProblem } from '#core/ports/mailbox-problem.ts';

/** Holds a Message-ID that the provider replaced on the way: Microsoft gives each mail one of its own. */
export const OWN_ID_HEADER = 'X-Baton-Message-ID';

/** The folders of an account that Baton reads or writes. */
export interface Folders {
  /** Null: none was chosen, none is marked as such, none is named so. */
  readonly sent: string | null;
  readonly junk: string | null;
  /** Every folder that can hold mail, in the server's order. */
  readonly all: readonly string[];
}

/** Finds the folders: the chosen one, else what the server marks (RFC 6154), else by name in many languages. */
export async function findFolders(client: ImapFlow, account: MailAccount): Promise<Folders> {
  const list = await client.list();
  const usable = list.filter(
    (folder) => !folder.flags.has('\\Noselect') && !folder.flags.has('\\NonExistent'),
  );
  const special = (flag: string): ListResponse | undefined =>
    usable.find((folder) => folder.specialUse === flag);
  return {
    sent: account.sentFolder ?? special('\\Sent')?.path ?? null,
    junk: special('\\Junk')?.path ?? null,
    all: usable.map((folder) => folder.path),
  };
}

/**
 * Whether a mail is in the Sent folder, by its Message-ID or by the one that we gave it.
 * Throws errors of the library; `MailProblem` where there is no Sent folder.
 */
export async function isFiled(client: ImapFlow, sent: string | null, messageId: string): Promise<boolean> {
  if (sent === null) throw noSentFolder();
  try {
    await client.mailboxOpen(sent, { readOnly: true });
  } catch (error) {
    // A folder that was chosen is made with the first mail.
    if ((error as { readonly mailboxMissing?: boolean }).mailboxMissing === true) return false;
    throw error;
  }
  if (client.mailbox !== false && client.mailbox.exists === 0) return false;
  for (const header of ['Message-ID', OWN_ID_HEADER]) {
    const found = await client.search({ header: { [header]: messageId } }, { uid: true });
    if (!Array.isArray(found)) throw new Error('The search in the Sent folder was refused.');
    if (found.length > 0) return true;
  }
  return false;
}

/** Puts a copy into the Sent folder, marked as read; a chosen folder that is not there yet is made. */
export async function fileCopy(client: ImapFlow, sent: string, raw: Buffer, date: Date): Promise<void> {
  // A folder that is open read-only would take the mark away from the copy.
  if (client.mailbox !== false) await client.mailboxClose();
  try {
    await client.append(sent, raw, ['\\Seen'], date);
  } catch (error) {
    const code = (error as { readonly serverResponseCode?: string }).serverResponseCode;
    if (code !== 'TRYCREATE' && code !== 'NONEXISTENT') throw error;
    await client.mailboxCreate(sent);
    await client.append(sent, raw, ['\\Seen'], date);
  }
}

export function noSentFolder(): MailProblem {
  return new MailProblem(
    'no-sent-folder',
    'There is no folder for sent mails that can be recognised. Choose it in the settings of the mailbox.',
  );
}
