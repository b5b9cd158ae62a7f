import { implement } from '@orpc/server';
import { contract } from '#contract/contract.ts';
import type { AssistantView } from '#contract/assistants.ts';
import type { MailboxView, MailTestStepView } from '#contract/mailboxes.ts';
import type { PushEvent } from '#contract/system.ts';
import { DAY, HOUR, MINUTE, NOW } from './world.ts';

const os = implement(contract);

const tls = (host: string, port: number) => ({ host, port, security: 'tls' as const });

const PRESETS = [
  {
    id: 'gmail',
    name: 'Gmail, Google Workspace',
    imap: tls('imap.gmail.com', 993),
    smtp: tls('smtp.gmail.com', 465),
    hint: 'Turn on 2-Step Verification for the account, then make an app password at myaccount.google.com/apppasswords and paste it here.',
  },
  {
    id: 'fastmail',
    name: 'Fastmail',
    imap: tls('imap.fastmail.com', 993),
    smtp: tls('smtp.fastmail.com', 465),
    hint: 'Make an app password in Fastmail under Settings → Privacy & Security.',
  },
  { id: 'other', name: 'Other', imap: null, smtp: null, hint: '' },
];

const none = (assistant: AssistantView): MailboxView => ({
  assistantId: assistant.id,
  state: 'none',
  sentence: `${assistant.name} has no mailbox yet: her messages wait, and no answer is read.`,
  since: null,
  lookedAt: null,
  lastMailAt: null,
  isWatching: false,
  account: null,
  version: 0,
});

const account = (assistant: AssistantView): NonNullable<MailboxView['account']> => ({
  preset: 'gmail',
  imap: tls('imap.gmail.com', 993),
  smtp: tls('smtp.gmail.com', 465),
  user: assistant.email,
  login: 'password',
  sentFolder: null,
  readsJunk: true,
  dailyLimit: null,
});

const connected = (assistant: AssistantView): MailboxView => ({
  ...none(assistant),
  state: 'connected',
  sentence: 'The server tells of new mail at once.',
  lookedAt: NOW - MINUTE,
  lastMailAt: NOW - 3 * HOUR,
  isWatching: true,
  account: account(assistant),
  version: 1,
});

const failing = (assistant: AssistantView): MailboxView => ({
  ...connected(assistant),
  state: 'failing',
  sentence:
    'imap.gmail.com refused the login (IMAP). Google refuses the normal password: make an app password at myaccount.google.com/apppasswords and paste it here. The server says: Invalid credentials.',
  since: NOW - DAY,
});

const STEPS: readonly (readonly [MailTestStepView['step'], string])[] = [
  ['imap', 'Logged in at imap.gmail.com.'],
  ['inbox', 'The inbox has 1,204 mails. New mail is told at once.'],
  ['sent', 'Sent mails are kept in “[Gmail]/Sent Mail”.'],
  ['space', '12 % of the space is used.'],
  ['smtp', 'Logged in at smtp.gmail.com.'],
  ['sender', 'Mail may be sent as her address.'],
];

/** Mailboxes of the made-up assistants: the first connected, the second failing, the others without one. */
export function fakeMailboxes({
  assistants,
  push,
}: {
  readonly assistants: readonly AssistantView[];
  readonly push: (topics: PushEvent['topics']) => void;
}) {
  const changed = new Map<string, MailboxView>();
  const viewOf = (assistant: AssistantView): MailboxView => {
    const nth = assistants.indexOf(assistant);
    return changed.get(assistant.id) ?? (nth === 0 ? connected : nth === 1 ? failing : none)(assistant);
  };
  const find = (id: string): AssistantView | undefined => assistants.find((each) => each.id === id);
  const missing = { data: { sentence: 'This assistant is not here any more.' } };
  return {
    presets: os.mailboxes.presets.handler(() => PRESETS),
    list: os.mailboxes.list.handler(() => assistants.map(viewOf)),
    get: os.mailboxes.get.handler(({ input, errors }) => {
      const assistant = find(input.assistantId);
      if (assistant === undefined) throw errors.NOT_FOUND(missing);
      return viewOf(assistant);
    }),
    // A password "slow" waits for ever at sending; "wrong" is refused.
    test: os.mailboxes.test.handler(async function* ({ input, errors, signal }) {
      if (input.account.user === '') {
        throw errors.INVALID_INPUT({
          data: { problems: [{ field: 'user', sentence: 'User name: enter what you log in with.' }] },
        });
      }
      for (const [step, sentence] of STEPS) {
        const folders = step === 'sent' ? ['INBOX', '[Gmail]/Sent Mail', '[Gmail]/All Mail'] : [];
        yield { step, state: 'running', sentence: 'Under way.', folders: [] };
        if (input.password === 'wrong') {
          yield { step, state: 'failed', sentence: failing(assistants[0]!).sentence, folders: [] };
          return;
        }
        if (input.password === 'slow' && step === 'smtp') {
          await new Promise<void>((resolve) => {
            signal?.addEventListener('abort', () => resolve());
          });
          return;
        }
        yield { step, state: 'ok', sentence, folders };
      }
    }),
    save: os.mailboxes.save.handler(({ input, errors }) => {
      const assistant = find(input.assistantId);
      if (assistant === undefined) throw errors.NOT_FOUND(missing);
      const view = { ...connected(assistant), account: input.account, version: input.version + 1 };
      changed.set(assistant.id, view);
      push(['assistants', 'attention']);
      return view;
    }),
    remove: os.mailboxes.remove.handler(({ input, errors }) => {
      const assistant = find(input.assistantId);
      if (assistant === undefined) throw errors.NOT_FOUND(missing);
      changed.set(assistant.id, none(assistant));
      push(['assistants', 'attention']);
      return none(assistant);
    }),
  };
}
