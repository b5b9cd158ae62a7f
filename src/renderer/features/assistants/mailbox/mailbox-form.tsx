import { Button, PasswordInput, Select, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { MailAccountDraft, MailboxView, MailPresetView } from '#contract/mailboxes.ts';
import { api, queryClient } from '../../../api/client.ts';
import { FieldError } from '../../../ui/field-error.tsx';
import { useFieldProblems } from '../../../ui/field-problems.ts';
import { notifyDone } from '../../../ui/notify.ts';
import { FolderFields } from './folder-fields.tsx';
import classes from './mailbox.module.css';
import { blankAccount, isSameLogin, OTHER, serverWords, withPreset } from './mailbox-values.ts';
import { MailboxSteps } from './mailbox-steps.tsx';
import { ServerFields } from './server-fields.tsx';
import { useMailboxTest } from './use-mailbox-test.ts';

interface MailboxFormProps {
  readonly presets: readonly MailPresetView[];
  readonly address: string;
  readonly mailbox: MailboxView;
  readonly onDone: () => void;
}

/** The account: provider, login, servers; tried out step by step, then kept. */
export function MailboxForm({ presets, address, mailbox, onDone }: MailboxFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const [account, setAccount] = useState(() => mailbox.account ?? blankAccount(address));
  const [password, setPassword] = useState('');
  const [showsServers, setShowsServers] = useState(false);
  const test = useMailboxTest();
  const save = useMutation(
    api.mailboxes.save.mutationOptions({
      gcTime: 0,
      onSuccess: (view) => {
        setPassword('');
        queryClient.setQueryData(
          api.mailboxes.get.queryKey({ input: { assistantId: view.assistantId } }),
          view,
        );
        void queryClient.invalidateQueries({ queryKey: api.mailboxes.key() });
        void queryClient.invalidateQueries({ queryKey: api.attention.key() });
        notifyDone('The mailbox is saved. Her messages go out and answers are read.');
        onDone();
      },
    }),
  );
  const error = save.error ?? test.error;
  const problems = useFieldProblems(error, form);
  const preset = presets.find(({ id }) => id === account.preset);
  const keepsPassword = mailbox.account !== null && isSameLogin(mailbox.account, account);
  const change = (part: Partial<MailAccountDraft>): void => {
    for (const field of Object.keys(part)) problems.touch(field);
    setAccount((now) => ({ ...now, ...part }));
    test.forget();
  };
  const input = {
    assistantId: mailbox.assistantId,
    account,
    password: password === '' ? null : password,
  };
  const runTest = (): void => {
    save.reset();
    void test.run(input);
  };
  const keep = (): void => {
    test.stop();
    save.mutate({ ...input, version: mailbox.version });
  };
  const isOther = account.preset === OTHER;
  return (
    <form
      ref={form}
      className={classes.form}
      noValidate
      aria-label="Mailbox"
      onSubmit={(event) => {
        event.preventDefault();
        event.stopPropagation();
        if (test.isGood) keep();
        else runTest();
      }}
    >
      <Select
        label="Provider"
        placeholder="Choose where her mailbox is"
        required
        allowDeselect={false}
        data-autofocus
        data={presets.map(({ id, name }) => ({ value: id, label: name }))}
        value={account.preset === '' ? null : account.preset}
        onChange={(id) => {
          const chosen = presets.find((each) => each.id === id);
          if (chosen !== undefined) change(withPreset(account, chosen));
        }}
      />
      {preset !== undefined && (
        <>
          {preset.hint !== '' && <p className={classes.hint}>{preset.hint}</p>}
          <div className={classes.pair}>
            <TextInput
              label="User name"
              description="Mostly the e-mail address."
              required
              autoComplete="off"
              spellCheck={false}
              value={account.user}
              error={problems.of('user')}
              onChange={(event) => change({ user: event.currentTarget.value })}
            />
            <PasswordInput
              label="Password or app password"
              description={
                keepsPassword
                  ? 'Kept. Enter one only to change it.'
                  : 'Goes into the keychain, never shown again.'
              }
              required={!keepsPassword}
              autoComplete="new-password"
              spellCheck={false}
              data-1p-ignore
              visibilityToggleButtonProps={{ 'aria-label': 'Show or hide what you type' }}
              value={password}
              error={problems.of('password')}
              onChange={(event) => {
                setPassword(event.currentTarget.value);
                problems.touch('password');
                test.forget();
              }}
            />
          </div>
          {isOther || showsServers ? (
            <>
              {(['imap', 'smtp'] as const).map((protocol) => (
                <ServerFields
                  key={protocol}
                  protocol={protocol}
                  server={account[protocol]}
                  problem={(field) => problems.of(field)}
                  onChange={(server) => change({ [protocol]: server })}
                />
              ))}
            </>
          ) : (
            <div className={classes.servers}>
              <span>
                Reads at {serverWords(account.imap)}; sends at {serverWords(account.smtp)}.
              </span>
              <Button variant="subtle" size="compact-sm" onClick={() => setShowsServers(true)}>
                Change servers
              </Button>
            </div>
          )}
          <FolderFields
            account={account}
            folders={test.folders}
            problem={(field) => problems.of(field)}
            onChange={change}
          />
          {test.steps.length > 0 && <MailboxSteps steps={test.steps} />}
          {problems.count === 0 && <FieldError error={error} />}
          <div className={classes.buttons}>
            {test.isRunning && (
              <Button variant="default" onClick={() => test.stop()}>
                Stop the test
              </Button>
            )}
            {test.isGood ? (
              <>
                <Button variant="default" onClick={runTest}>
                  Test again
                </Button>
                <Button type="submit" loading={save.isPending}>
                  Save
                </Button>
              </>
            ) : (
              <>
                <Button variant="subtle" loading={save.isPending} onClick={keep}>
                  Save without a test
                </Button>
                {!test.isRunning && <Button type="submit">Test</Button>}
              </>
            )}
          </div>
        </>
      )}
    </form>
  );
}
