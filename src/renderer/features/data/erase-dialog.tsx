import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { PersonView } from '#contract/data.ts';
import { api, queryClient } from '../../api/client.ts';
import { FieldError } from '../../ui/field-error.tsx';
import { useFieldProblems } from '../../ui/field-problems.ts';
import { notifyDone } from '../../ui/notify.ts';

interface EraseDialogProps {
  readonly query: string;
  readonly person: PersonView;
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly onErased: () => void;
}

/** Erasing cannot be taken back, so it is typed. */
export function EraseDialog({ query, person, opened, onClose, onErased }: EraseDialogProps) {
  const form = useRef<HTMLFormElement>(null);
  const [typed, setTyped] = useState('');
  const erase = useMutation(api.data.erasePerson.mutationOptions());
  const problems = useFieldProblems(erase.error, form);
  const close = (): void => {
    setTyped('');
    erase.reset();
    onClose();
  };
  const send = (): void =>
    erase.mutate(
      { query, confirmation: typed },
      {
        onSuccess: () => {
          notifyDone('The person is erased.');
          close();
          onErased();
          void queryClient.invalidateQueries();
        },
      },
    );
  return (
    <Modal
      opened={opened}
      onClose={close}
      title="Erase this person"
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <form
        ref={form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <Stack gap="sm">
          <Text size="sm">
            Leads, journal, mails, writes and notices of this person are removed from Baton and cannot be
            brought back; older backups are deleted with the next daily one. A salted hash stays, so that the
            person is never written to again. Nothing is changed in the CRM.
          </Text>
          <TextInput
            label={
              <>
                Type <span className="foreign">{person.confirmWith}</span>
              </>
            }
            autoComplete="off"
            spellCheck={false}
            data-autofocus
            value={typed}
            error={problems.of('confirmation')}
            onChange={(event) => {
              setTyped(event.currentTarget.value);
              problems.touch('confirmation');
            }}
          />
          {problems.count === 0 && <FieldError error={erase.error} />}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={close}>
              Cancel
            </Button>
            <Button type="submit" color="danger" loading={erase.isPending}>
              Erase for ever
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
