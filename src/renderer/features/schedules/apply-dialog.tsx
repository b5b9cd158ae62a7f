import { Button, Group, Modal, Radio, Stack, Text } from '@mantine/core';
import { useState } from 'react';

/** Whom a changed schedule reaches. */
export type ApplyTo = 'new-leads' | 'all-leads';

interface ApplyDialogProps {
  readonly opened: boolean;
  readonly name: string;
  readonly leadsOnIt: number;
  readonly onClose: () => void;
  readonly onSave: (applyTo: ApplyTo) => void;
}

/** "Leads on it too, or only new ones?" (domain.md section 1, schedules). */
export function ApplyDialog({ opened, name, leadsOnIt, onClose, onSave }: ApplyDialogProps) {
  const [applyTo, setApplyTo] = useState<ApplyTo>('new-leads');
  const leads = leadsOnIt === 1 ? '1 lead' : `${leadsOnIt.toLocaleString()} leads`;
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title="Leads on it too, or only new ones?"
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <Stack gap="md">
        <Text size="sm">
          {leads} {leadsOnIt === 1 ? 'is' : 'are'} on <bdi>{name}</bdi> now.
        </Text>
        <Radio.Group
          aria-label="Whom the change reaches"
          value={applyTo}
          onChange={(value) => setApplyTo(value as ApplyTo)}
        >
          <Stack gap="sm">
            <Radio
              value="new-leads"
              label="Only new leads"
              description={`The ${leads} on it ${leadsOnIt === 1 ? 'goes' : 'go'} on with the messages as they were.`}
            />
            <Radio
              value="all-leads"
              label={`The ${leads} on it too`}
              description="From their next message on they follow the changed schedule. Messages already sent stay as they are."
            />
          </Stack>
        </Radio.Group>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button onClick={() => onSave(applyTo)}>Save</Button>
        </Group>
      </Stack>
    </Modal>
  );
}
