import { Button, Group, Modal, Select, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/client.ts';

export interface RestartChoice {
  readonly scheduleId: string | null;
  readonly assistantId: string | null;
}

interface RestartDialogProps {
  /** How many leads; null: the dialog is closed. */
  readonly count: number | null;
  readonly onClose: () => void;
  readonly onRestart: (choice: RestartChoice) => void;
}

/** Restart at the first message, optionally on another schedule or with another assistant. */
export function RestartDialog({ count, onClose, onRestart }: RestartDialogProps) {
  const schedules = useQuery(api.schedules.list.queryOptions({ enabled: count !== null }));
  const assistants = useQuery(api.assistants.list.queryOptions({ enabled: count !== null }));
  const [scheduleId, setScheduleId] = useState<string | null>(null);
  const [assistantId, setAssistantId] = useState<string | null>(null);
  const title = count === 1 ? 'Restart this lead?' : `Restart ${(count ?? 0).toLocaleString()} leads?`;
  return (
    <Modal
      opened={count !== null}
      onClose={onClose}
      title={title}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <Stack gap="sm">
        <Text size="sm">
          The schedule begins at its first message again. Leads for which this makes no sense are skipped.
        </Text>
        <Select
          label="Schedule"
          placeholder="The same as before"
          clearable
          data={(schedules.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          value={scheduleId}
          onChange={setScheduleId}
        />
        <Select
          label="Assistant"
          placeholder="The same as before"
          clearable
          data={(assistants.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          value={assistantId}
          onChange={setAssistantId}
        />
        <Group justify="flex-end" gap="xs" mt="xs">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button onClick={() => onRestart({ scheduleId, assistantId })}>Restart</Button>
        </Group>
      </Stack>
    </Modal>
  );
}
