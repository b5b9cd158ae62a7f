import { Button, Modal, Text } from '@mantine/core';
import type { DraftRow } from '#contract/drafts.ts';
import classes from './drafts.module.css';

interface RejectDialogProps {
  /** null: closed. */
  readonly row: DraftRow | null;
  readonly onReject: (what: 'skip' | 'stop') => void;
  readonly onClose: () => void;
}

/** Asks what follows from a message that a person does not want. */
export function RejectDialog({ row, onReject, onClose }: RejectDialogProps) {
  const isLast = row !== null && row.step >= row.of;
  return (
    <Modal
      opened={row !== null}
      onClose={onClose}
      title={row === null ? '' : `Reject the message to ${row.leadName}?`}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <Text size="sm">It is not sent. What follows?</Text>
      <div className={classes.choices}>
        <Button variant="default" data-autofocus onClick={() => onReject('skip')}>
          {isLast ? 'Leave it out: it was the last one' : 'Leave this one out, go on with the next'}
        </Button>
        <Button variant="default" color="danger" onClick={() => onReject('stop')}>
          Stop the follow-up
        </Button>
        <Button variant="subtle" onClick={onClose}>
          Cancel
        </Button>
      </div>
    </Modal>
  );
}
