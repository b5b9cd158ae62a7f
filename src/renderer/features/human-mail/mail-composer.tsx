import { Button, Group, Select, Text, Textarea, TextInput } from '@mantine/core';
import { IconSend, IconTrash } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { QUIET_DAYS, UNDO_SECONDS } from '#contract/human-mail.ts';
import type { Composer } from '#contract/human-mail.ts';
import { api } from '../../api/client.ts';
import { failureOf } from '../../api/errors.ts';
import { FieldError } from '../../ui/field-error.tsx';
import { notifyFailure } from '../../ui/notify.ts';
import { ErrorState, LoadingState } from '../../ui/page-states.tsx';
import { setWriting, type Writing } from './composer-state.ts';
import classes from './mail-composer.module.css';
import { useComposer } from './use-composer.ts';
import { notifyLeaving, useUndoSend } from './use-undo-send.tsx';

const UNDO_CHOICES = UNDO_SECONDS.map((seconds) => ({
  value: String(seconds),
  label: seconds === 0 ? 'Leaves at once' : `Undo for ${seconds} s`,
}));

const QUIET_CHOICES = QUIET_DAYS.map((days) => ({
  value: String(days),
  label: days === 0 ? 'go on as planned' : `wait ${days === 1 ? 'a day' : `${days} days`} after it`,
}));

type Settings = Pick<Composer, 'undoSeconds' | 'quietDays'>;

/** Where a person writes to a lead as the assistant. Ctrl+Enter sends, Escape closes and keeps the text. */
export function MailComposer({ writing }: { readonly writing: Writing }) {
  const { leadId, kind, mailId } = writing;
  const query = useQuery(
    api.humanMail.open.queryOptions({ input: { leadId, kind, mailId }, gcTime: 0, staleTime: 0 }),
  );
  if (query.error) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (query.data === undefined || query.isFetching) return <LoadingState label="Opening" lines={4} />;
  return <ComposerForm key={query.data.draftId} opened={query.data} />;
}

function ComposerForm({ opened }: { readonly opened: Composer }) {
  const { undo } = useUndoSend();
  const [settings, setSettings] = useState<Settings>({
    undoSeconds: opened.undoSeconds,
    quietDays: opened.quietDays,
  });
  const { words, change, kept, keepProblem, send, discard } = useComposer(opened, (mailId) => {
    setWriting(null);
    notifyLeaving({ mailId, seconds: settings.undoSeconds, to: opened.to }, undo);
  });
  const { mutate: save } = useMutation(api.humanMail.setUp.mutationOptions({ onError: notifyFailure }));
  const setUp = (next: Partial<Settings>): void => {
    setSettings({ ...settings, ...next });
    save({ ...settings, ...next });
  };
  const isIntroduction = opened.kind === 'introduce';
  const fields = send.error === null ? {} : failureOf(send.error).fields;
  const [copy = { name: '', address: '' }] = words.cc;
  const blocked = opened.because !== null;
  const submit = (): void => {
    if (!blocked && !send.isPending) send.mutate();
  };
  return (
    <form
      className={classes.composer}
      aria-label={
        isIntroduction ? `Introduce a colleague to ${opened.leadName}` : `Answer to ${opened.leadName}`
      }
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          event.preventDefault();
          event.stopPropagation();
          setWriting(null);
        } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
          event.preventDefault();
          submit();
        }
      }}
    >
      <p className={classes.line}>
        <strong>{isIntroduction ? 'Introduce' : 'Answer'}</strong> as {opened.assistantName} (
        <bdi>{opened.from}</bdi>) to <bdi>{opened.to}</bdi>
      </p>
      {blocked && (
        <p role="alert" className={classes.blocked}>
          {opened.because}
        </p>
      )}
      {isIntroduction && (
        <div className={classes.copy}>
          <TextInput
            label="Copy to: name"
            size="xs"
            value={copy.name}
            error={fields['cc.0.name']}
            onChange={(event) => change({ cc: [{ ...copy, name: event.currentTarget.value }] })}
          />
          <TextInput
            label="Copy to: address"
            size="xs"
            value={copy.address}
            error={fields['cc.0.address']}
            onChange={(event) => change({ cc: [{ ...copy, address: event.currentTarget.value }] })}
          />
        </div>
      )}
      <TextInput
        label="Subject"
        size="xs"
        value={words.subject}
        error={fields['subject']}
        onChange={(event) => change({ subject: event.currentTarget.value })}
      />
      <Textarea
        label="Message"
        autosize
        minRows={5}
        maxRows={16}
        autoFocus
        value={words.text}
        error={fields['text']}
        onChange={(event) => change({ text: event.currentTarget.value })}
      />
      <p className={classes.signature} dir="auto">
        {opened.signature}
      </p>
      {opened.quoted !== '' && <Quoted text={opened.quoted} />}
      {Object.keys(fields).length === 0 && <FieldError error={send.error} />}
      {keepProblem !== null && <p className={classes.blocked}>{keepProblem}</p>}
      <Group gap="xs">
        <Button
          type="submit"
          size="compact-sm"
          leftSection={<IconSend size={15} aria-hidden />}
          loading={send.isPending}
          disabled={blocked}
        >
          Send
        </Button>
        <Button size="compact-sm" variant="default" onClick={() => setWriting(null)}>
          Close
        </Button>
        <Button
          size="compact-sm"
          variant="subtle"
          color="gray"
          leftSection={<IconTrash size={15} aria-hidden />}
          loading={discard.isPending}
          onClick={() => discard.mutate(undefined, { onSuccess: () => setWriting(null) })}
        >
          Discard
        </Button>
        <Select
          aria-label="How long it can be taken back"
          size="xs"
          w={150}
          ml="auto"
          allowDeselect={false}
          data={UNDO_CHOICES}
          value={String(settings.undoSeconds)}
          onChange={(value) => {
            const chosen = UNDO_SECONDS.find((each) => String(each) === value);
            if (chosen !== undefined) setUp({ undoSeconds: chosen });
          }}
        />
      </Group>
      {opened.isUnderWay && (
        <Select
          label={`Her own messages to ${opened.leadName}`}
          size="xs"
          w={260}
          allowDeselect={false}
          data={QUIET_CHOICES}
          value={String(settings.quietDays)}
          onChange={(value) => {
            const chosen = QUIET_DAYS.find((each) => String(each) === value);
            if (chosen !== undefined) setUp({ quietDays: chosen });
          }}
        />
      )}
      <Text size="xs" c="dimmed" role="status">
        Ctrl+Enter sends. {kept ? 'The text is kept.' : 'The text is kept while you write.'}
      </Text>
    </form>
  );
}

/** What goes below the answer. */
function Quoted({ text }: { readonly text: string }) {
  const [open, setOpen] = useState(false);
  return (
    <div>
      <button type="button" className={classes.fold} aria-expanded={open} onClick={() => setOpen(!open)}>
        {open ? 'Hide the quoted mail' : 'Show the quoted mail'}
      </button>
      {open && (
        <p className={classes.quoted} dir="auto">
          {text}
        </p>
      )}
    </div>
  );
}
