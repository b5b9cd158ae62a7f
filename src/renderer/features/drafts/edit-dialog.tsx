import { Button, Group, Modal, Text, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { DraftRow } from '#contract/drafts.ts';
import { api, queryClient } from '../../api/client.ts';
import { useFieldProblems } from '../../ui/field-problems.ts';
import { notifyDone } from '../../ui/notify.ts';
import { FieldError } from '../../ui/field-error.tsx';
import classes from './drafts.module.css';

/** Lets a person change the words of a message that waits. null: closed. */
export function EditDialog({
  row,
  onClose,
}: {
  readonly row: DraftRow | null;
  readonly onClose: () => void;
}) {
  return (
    <Modal
      opened={row !== null}
      onClose={onClose}
      title={row === null ? '' : `Message to ${row.leadName}`}
      size="xl"
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      {row !== null && <EditForm key={row.id} row={row} onClose={onClose} />}
    </Modal>
  );
}

function EditForm({ row, onClose }: { readonly row: DraftRow; readonly onClose: () => void }) {
  const form = useRef<HTMLFormElement>(null);
  const [subject, setSubject] = useState(row.subject);
  const [text, setText] = useState(row.text.trim());
  const save = useMutation(
    api.drafts.edit.mutationOptions({
      onSuccess: () => {
        void queryClient.invalidateQueries({ queryKey: api.drafts.key() });
        notifyDone('Saved. It still waits for approval.');
        onClose();
      },
    }),
  );
  const problems = useFieldProblems(save.error, form);
  const submit = (): void => {
    if (!save.isPending) save.mutate({ id: row.id, version: row.version, subject, text });
  };
  return (
    <form
      ref={form}
      noValidate
      className={classes.fields}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        submit();
      }}
    >
      <TextInput
        label="Subject"
        description={row.isSubjectFixed ? 'A follow-up keeps the subject of its thread.' : undefined}
        disabled={row.isSubjectFixed}
        value={subject}
        error={problems.of('subject')}
        onChange={(event) => {
          setSubject(event.currentTarget.value);
          problems.touch('subject');
        }}
      />
      <Textarea
        label="Message"
        autosize
        minRows={10}
        maxRows={18}
        data-autofocus
        value={text}
        error={problems.of('text')}
        onChange={(event) => {
          setText(event.currentTarget.value);
          problems.touch('text');
        }}
      />
      {problems.count === 0 && <FieldError error={save.error} />}
      <Group justify="flex-end" gap="xs">
        <Text size="xs" c="dimmed" mr="auto">
          Ctrl+Enter saves.
        </Text>
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button type="submit" loading={save.isPending}>
          Save
        </Button>
      </Group>
    </form>
  );
}
