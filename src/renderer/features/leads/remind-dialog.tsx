import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api, queryClient } from '../../api/client.ts';
import { useNow } from '../../api/clock.ts';
import { failureOf } from '../../api/errors.ts';
import { FieldError } from '../../ui/field-error.tsx';
import { notifyDone } from '../../ui/notify.ts';
import { fromInput, toInput } from '../crm-details/local-moment.ts';

const DAY = 86_400_000;

interface RemindDialogProps {
  readonly leadId: string;
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** *Remind me*: a line of text that stands under Needs attention from a time on. Nothing goes to the CRM. */
export function RemindDialog({ opened, onClose, leadId }: RemindDialogProps) {
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title="Remind me of this lead"
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      {opened && <RemindForm leadId={leadId} onClose={onClose} />}
    </Modal>
  );
}

function RemindForm({ leadId, onClose }: Omit<RemindDialogProps, 'opened'>) {
  const now = useNow();
  const [text, setText] = useState('');
  const [when, setWhen] = useState(() => toInput(now + DAY));
  const remind = useMutation(
    api.leads.remind.mutationOptions({
      onSuccess: () => {
        notifyDone('You will be reminded under Needs attention.');
        void queryClient.invalidateQueries({ queryKey: api.leads.key() });
        onClose();
      },
    }),
  );
  const fields = remind.error === null ? {} : failureOf(remind.error).fields;
  const dueAt = fromInput(when);
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (dueAt !== null) remind.mutate({ id: leadId, reminderId: null, dueAt, text });
      }}
    >
      <Stack gap="sm">
        <TextInput
          label="What about"
          placeholder="Ask how the trade fair went"
          maxLength={300}
          data-autofocus
          value={text}
          error={fields['text']}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <TextInput
          type="datetime-local"
          label="When"
          description="By the clock of this computer."
          value={when}
          error={dueAt === null ? 'When: choose a day and a time.' : fields['dueAt']}
          onChange={(event) => setWhen(event.currentTarget.value)}
        />
        {Object.keys(fields).length === 0 && <FieldError error={remind.error} />}
        <Group justify="flex-end" gap="xs" mt="xs">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={remind.isPending}>
            Remind me
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
