import type { MailAccountDraft, MailboxView } from '#contract/mailboxes.ts';
import type { CoreContext } from '../context.ts';
import { MAIL_PRESETS } from '../domain/mail/mail-presets.ts';
import { checkMailAccount } from '../domain/mail/mail-settings.ts';
import { lastMailKey } from '../flows/replies/observe-mailbox.ts';
import { tryMailsNow } from '../outbox/no-mailbox.ts';
import { mailSecretName, type MailboxSetup } from '../ports/mailboxes.ts';
import type { Assistant } from '../ports/store/rows.ts';
import { CHANGED_MEANWHILE, invalid, notFound, refused, refuseProblems } from './failures.ts';
import { api } from './implement.ts';

export const mailboxProcedures = {
  presets: api.mailboxes.presets.handler(() =>
    MAIL_PRESETS.map(({ id, name, imap, smtp, hint }) => ({ id, name, imap, smtp, hint })),
  ),
  list: api.mailboxes.list.handler(({ context: { core } }) =>
    core.context.store.assistants.all().map((assistant) => mailboxView(core.context, assistant)),
  ),
  get: api.mailboxes.get.handler(({ context: { core }, input }) =>
    mailboxView(core.context, known(core.context, input.assistantId)),
  ),
  test: api.mailboxes.test.handler(async function* ({ context: { core }, input, signal }) {
    const assistant = known(core.context, input.assistantId);
    const account = checked(input.account);
    const setup = setupOf(core.context);
    const credential = {
      kind: 'password' as const,
      password: await passwordOf(core.context, assistant, account, input.password),
    };
    const stop = signal ?? new AbortController().signal;
    for await (const step of setup.tryOut(account, credential, assistant.email, stop)) {
      yield { ...step, folders: [...step.folders] };
    }
  }),
  save: api.mailboxes.save.handler(async ({ context: { core }, input }) => {
    const { store, vault, clock } = core.context;
    const assistant = known(core.context, input.assistantId);
    const account = checked(input.account);
    const setup = setupOf(core.context);
    const before = store.mailboxes.ofAssistant(assistant.id);
    if ((before?.version ?? 0) !== input.version) throw refused(CHANGED_MEANWHILE);
    const password = await passwordOf(core.context, assistant, account, input.password);
    // First the secret: an account without it could do nothing.
    await vault.set(mailSecretName(assistant.id), password);
    const since = before?.since ?? clock.now();
    const row = { ...account, assistantId: assistant.id, since, version: input.version };
    if (!store.commit({ mailboxes: [row] }).ok) throw refused(CHANGED_MEANWHILE);
    changed(core.context, setup, assistant.id);
    tryMailsNow(core.context, assistant.id);
    return mailboxView(core.context, assistant);
  }),
  remove: api.mailboxes.remove.handler(async ({ context: { core }, input }) => {
    const assistant = known(core.context, input.assistantId);
    const setup = setupOf(core.context);
    core.context.store.commit({ removeMailboxes: [assistant.id] });
    changed(core.context, setup, assistant.id);
    await core.context.vault.delete(mailSecretName(assistant.id));
    return mailboxView(core.context, assistant);
  }),
};

function changed(core: CoreContext, setup: MailboxSetup, assistantId: string): void {
  setup.forget(assistantId);
  core.mailboxHealth.forget(assistantId);
  core.push(['assistants', 'attention', 'activity']);
}

/** An assistant is gone: her connection ends and her password is forgotten. */
export async function forgetMailbox(core: CoreContext, assistantId: string): Promise<void> {
  core.mailboxes.setup?.forget(assistantId);
  core.mailboxHealth.forget(assistantId);
  await core.vault.delete(mailSecretName(assistantId));
}

function known(core: CoreContext, id: string): Assistant {
  const assistant = core.store.assistants.byId(id);
  if (assistant === null) throw notFound('This assistant was removed.');
  return assistant;
}

function setupOf(core: CoreContext): MailboxSetup {
  const { setup } = core.mailboxes;
  if (setup === undefined)
    throw refused('Mail goes through the sandbox here: there is no mailbox to set up.');
  return setup;
}

function checked(draft: MailAccountDraft): MailAccountDraft {
  const account: MailAccountDraft = {
    ...draft,
    imap: { ...draft.imap, host: draft.imap.host.trim() },
    smtp: { ...draft.smtp, host: draft.smtp.host.trim() },
    user: draft.user.trim(),
    sentFolder: draft.sentFolder === null || draft.sentFolder.trim() === '' ? null : draft.sentFolder,
  };
  refuseProblems(checkMailAccount(account).map(({ field, message }) => ({ field, sentence: message })));
  if (account.login !== 'password')
    throw invalid([
      { field: 'login', sentence: 'Login: this version logs in with a password or an app password.' },
    ]);
  return account;
}

/**
 * The password as entered, else the one that is kept. A kept one goes only to the servers that it was entered for:
 * whoever can change a setting must not be able to have it sent elsewhere.
 */
async function passwordOf(
  core: CoreContext,
  assistant: Assistant,
  account: MailAccountDraft,
  entered: string | null,
): Promise<string> {
  // App passwords are shown in groups; their spaces are no part of them.
  const given = account.preset === 'gmail' ? (entered ?? '').replaceAll(/\s/g, '') : (entered ?? '');
  if (given !== '') return given;
  const before = core.store.mailboxes.ofAssistant(assistant.id);
  const isSame =
    before?.user === account.user &&
    before.imap.host === account.imap.host &&
    before.smtp.host === account.smtp.host &&
    before.imap.security === account.imap.security &&
    before.smtp.security === account.smtp.security;
  const kept = isSame ? await core.vault.get(mailSecretName(assistant.id)) : null;
  if (kept !== null) return kept;
  const sentence =
    before === null
      ? 'Password: enter the password or app password of the mailbox.'
      : 'Password: enter it again, because the account or its servers changed or it is no longer in the keychain.';
  throw invalid([{ field: 'password', sentence }]);
}

function mailboxView(core: CoreContext, assistant: Assistant): MailboxView {
  const settings = core.store.mailboxes.ofAssistant(assistant.id);
  const lookedAt = core.mailboxHealth.lookedAt(assistant.id);
  const lastMail = core.store.cursor(lastMailKey(assistant.id));
  const common = {
    assistantId: assistant.id,
    since: null,
    lookedAt,
    lastMailAt: lastMail === null ? null : Number(lastMail),
    isWatching: core.mailboxes.of(assistant)?.isWatching ?? false,
    account: null,
    version: 0,
  };
  if (core.mailboxes.setup === undefined)
    return { ...common, state: 'given', sentence: 'Her mail goes through the mailbox of the sandbox.' };
  if (settings === null) {
    const sentence = `${assistant.name} has no mailbox yet: her messages wait, and no answer is read.`;
    return { ...common, state: 'none', sentence };
  }
  const { assistantId: _id, since: _since, version, ...account } = settings;
  const withAccount = { ...common, account, version };
  const trouble = core.mailboxHealth.trouble(assistant.id);
  if (trouble !== null)
    return { ...withAccount, state: 'failing', sentence: trouble.problem.message, since: trouble.since };
  if (lookedAt === null)
    return { ...withAccount, state: 'checking', sentence: 'The mailbox is being looked into.' };
  const { isWatching } = common;
  const sentence = isWatching
    ? 'The server tells of new mail at once.'
    : 'New mail is looked for every few seconds.';
  return { ...withAccount, state: 'connected', sentence };
}
