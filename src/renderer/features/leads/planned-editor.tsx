import { Button, Group, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { PlannedMessage } from '#contract/planned-messages.ts';
import { failureOf } from '../../api/errors.ts';
import { FieldError } from '../../ui/field-error.tsx';
import { fromInput, toInput } from '../crm-details/local-moment.ts';
import classes from './planned-messages.module.css';
import { usePlannedActions } from './use-planned-actions.ts';

/** Other words for one message of one lead. Ctrl+Enter saves, Escape leaves it as it was. */
export function PlannedWords({
  leadId,
  message,
  onClose,
}: {
  readonly leadId: string;
  readonly message: PlannedMessage;
  readonly onClose: () => void;
}) {
  const [subject, setSubject] = useState(message.subject);
  const [text, setText] = useState(message.text.trim());
  const { edit } = usePlannedActions(leadId);
  const fields = edit.error === null ? {} : failureOf(edit.error).fields;
  const save = (): void => {
    const { step, version } = message;
    edit.mutate({ leadId, step, version, subject, text }, { onSuccess: onClose });
  };
  return (
    <form
      className={classes.editor}
      aria-label={`Words of message ${message.step + 1}`}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          event.preventDefault();
          onClose();
        } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
          event.preventDefault();
          save();
        }
      }}
    >
      <TextInput
        label="Subject"
        size="xs"
        value={subject}
        readOnly={message.isSubjectKept}
        {...(message.isSubjectKept ? { description: 'A follow-up keeps the subject of its thread.' } : {})}
        error={fields['subject']}
        onChange={(event) => setSubject(event.currentTarget.value)}
      />
      <Textarea
        label="Text"
        autosize
        minRows={5}
        maxRows={18}
        autoFocus
        value={text}
        error={fields['text']}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {Object.keys(fields).length === 0 && <FieldError error={edit.error} />}
      <Group justify="flex-end" gap="xs">
        <Button size="compact-sm" variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button type="submit" size="compact-sm" loading={edit.isPending}>
          Save
        </Button>
      </Group>
    </form>
  );
}

/** When the next message goes; what is not allowed then moves it on to the next allowed time. */
export function PlannedDate({
  leadId,
  step,
  at,
  onClose,
}: {
  readonly leadId: string;
  readonly step: number;
  readonly at: number;
  readonly onClose: () => void;
}) {
  const [value, setValue] = useState(() => toInput(at));
  const { move } = usePlannedActions(leadId);
  const chosen = fromInput(value);
  const save = (): void => {
    if (chosen !== null) move.mutate({ leadId, step, at: chosen }, { onSuccess: onClose });
  };
  return (
    <form
      className={classes.editor}
      aria-label={`Date of message ${step + 1}`}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        onClose();
      }}
    >
      <TextInput
        type="datetime-local"
        label="Not before"
        description="It goes out at the first allowed time from then on, in the lead’s zone."
        size="xs"
        autoFocus
        value={value}
        error={chosen === null ? 'Not before: choose a day and a time.' : undefined}
        onChange={(event) => setValue(event.currentTarget.value)}
      />
      <FieldError error={move.error} />
      <Group justify="flex-end" gap="xs">
        <Button size="compact-sm" variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button type="submit" size="compact-sm" loading={move.isPending}>
          Move
        </Button>
      </Group>
    </form>
  );
}
