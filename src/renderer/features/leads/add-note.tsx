import { Button, Group, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api, queryClient } from '../../api/client.ts';
import { failureOf } from '../../api/errors.ts';
import { FieldError } from '../../ui/field-error.tsx';
import { notifyDone } from '../../ui/notify.ts';
import classes from './lead-detail.module.css';

/** A note on the CRM record, in the user's words. Ctrl+Enter saves. */
export function AddNote({ leadId, onClose }: { readonly leadId: string; readonly onClose: () => void }) {
  const [text, setText] = useState('');
  const note = useMutation(
    api.leads.addNote.mutationOptions({
      onSuccess: () => {
        notifyDone('The note goes to the CRM record.');
        void queryClient.invalidateQueries({ queryKey: api.leads.get.key({ input: { id: leadId } }) });
        onClose();
      },
    }),
  );
  const fieldMessage = note.error ? failureOf(note.error).fields.text : undefined;
  const save = (): void => note.mutate({ id: leadId, text });
  return (
    <form
      className={classes.note}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          event.preventDefault();
          onClose();
        } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save();
      }}
    >
      <Textarea
        label="Note"
        description="Goes to the record’s timeline in the CRM."
        autosize
        minRows={2}
        maxRows={8}
        autoFocus
        value={text}
        error={fieldMessage}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {fieldMessage === undefined && <FieldError error={note.error} />}
      <Group justify="flex-end" gap="xs">
        <Button variant="default" size="compact-sm" onClick={onClose}>
          Cancel
        </Button>
        <Button type="submit" size="compact-sm" loading={note.isPending}>
          Add note
        </Button>
      </Group>
    </form>
  );
}
