import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { AssistantView } from '#contract/assistants.ts';
import type { MailAccountDraft, MailboxView } from '#contract/mailboxes.ts';
import { api, queryClient } from '../../../api/client.ts';
import { useConfirm } from '../../../ui/confirm.tsx';
import { FieldError } from '../../../ui/field-error.tsx';
import { notifyDone } from '../../../ui/notify.ts';
import { Section } from '../../../ui/page-header.tsx';
import { ErrorState, LoadingState } from '../../../ui/page-states.tsx';
import { TimeText } from '../../../ui/time-text.tsx';
import { MailboxMark } from './mailbox-mark.tsx';
import { MailboxDialog } from './mailbox-dialog.tsx';
import { serverWords } from './mailbox-values.ts';
import classes from './mailbox.module.css';

/** The mailbox of an assistant: how it stands, and the way to set it up. Null: she is not created yet. */
export function MailboxSection({ assistant }: { readonly assistant: AssistantView | null }) {
  if (assistant === null) {
    return (
      <Section title="Mailbox">
        <p className={classes.quiet}>Create her first; then you give her a mailbox here.</p>
      </Section>
    );
  }
  return <KnownMailbox assistant={assistant} />;
}

function KnownMailbox({ assistant }: { readonly assistant: AssistantView }) {
  const query = useQuery(api.mailboxes.get.queryOptions({ input: { assistantId: assistant.id } }));
  const [opened, setOpened] = useState(false);
  const mailbox = query.data;
  if (mailbox === undefined) {
    return (
      <Section title="Mailbox">
        {query.error ? (
          <ErrorState error={query.error} onRetry={() => void query.refetch()} />
        ) : (
          <LoadingState label="Reading the mailbox" />
        )}
      </Section>
    );
  }
  return (
    <Section
      title="Mailbox"
      description="From here she writes, and here she reads the answers. Nothing in it is marked, moved or deleted."
    >
      <div className={classes.state} role="status">
        <MailboxMark state={mailbox.state} />
        <span>{mailbox.sentence}</span>
      </div>
      {mailbox.account !== null && <Facts mailbox={mailbox} account={mailbox.account} />}
      {mailbox.state !== 'given' && (
        <div className={classes.actions}>
          <Button variant={mailbox.state === 'none' ? 'filled' : 'default'} onClick={() => setOpened(true)}>
            {mailbox.state === 'none' ? 'Set up mailbox' : 'Change mailbox'}
          </Button>
          {mailbox.account !== null && <TakeAway assistantId={assistant.id} name={assistant.name} />}
        </div>
      )}
      <MailboxDialog
        opened={opened}
        name={assistant.name}
        address={assistant.email}
        mailbox={mailbox}
        onClose={() => setOpened(false)}
      />
    </Section>
  );
}

function TakeAway({ assistantId, name }: { readonly assistantId: string; readonly name: string }) {
  const confirm = useConfirm();
  const remove = useMutation(
    api.mailboxes.remove.mutationOptions({
      onSuccess: (view) => {
        queryClient.setQueryData(api.mailboxes.get.queryKey({ input: { assistantId } }), view);
        void queryClient.invalidateQueries({ queryKey: api.mailboxes.key() });
        notifyDone(`${name} has no mailbox any more. Her messages wait.`);
      },
    }),
  );
  const askRemove = async (): Promise<void> => {
    const sure = await confirm({
      title: `Take the mailbox from ${name}?`,
      text: 'Her messages wait and no answer is read until she has one again. The password is forgotten; nothing in the mailbox changes.',
      confirm: 'Take it',
      dangerous: true,
    });
    if (sure) remove.mutate({ assistantId });
  };
  return (
    <>
      <Button variant="subtle" color="danger" loading={remove.isPending} onClick={() => void askRemove()}>
        Take this mailbox from her
      </Button>
      <FieldError error={remove.error} />
    </>
  );
}

interface FactsProps {
  readonly mailbox: MailboxView;
  readonly account: MailAccountDraft;
}

function Facts({ mailbox: { since, lookedAt, lastMailAt }, account }: FactsProps) {
  return (
    <dl className={classes.facts}>
      <Fact term="User name">
        <span className="foreign">{account.user}</span>
      </Fact>
      <Fact term="Reads at">
        <span className="foreign">{serverWords(account.imap)}</span>
      </Fact>
      <Fact term="Sends at">
        <span className="foreign">{serverWords(account.smtp)}</span>
      </Fact>
      {since !== null && (
        <Fact term="Fails since">
          <TimeText at={since} />
        </Fact>
      )}
      <Fact term="Last looked">{lookedAt === null ? 'not yet' : <TimeText at={lookedAt} />}</Fact>
      <Fact term="Last mail came">{lastMailAt === null ? 'none yet' : <TimeText at={lastMailAt} />}</Fact>
    </dl>
  );
}

function Fact({ term, children }: { readonly term: string; readonly children: ReactNode }) {
  return (
    <div className={classes.fact}>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}
