import { Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { MailboxView } from '#contract/mailboxes.ts';
import { api } from '../../../api/client.ts';
import { ErrorState, LoadingState } from '../../../ui/page-states.tsx';
import { MailboxForm } from './mailbox-form.tsx';

interface MailboxDialogProps {
  readonly opened: boolean;
  readonly name: string;
  readonly address: string;
  readonly mailbox: MailboxView;
  readonly onClose: () => void;
}

/** Sets up or changes the mailbox of an assistant. What is typed in it stays in it: the page around is a form, too. */
export function MailboxDialog({ opened, name, address, mailbox, onClose }: MailboxDialogProps) {
  const presets = useQuery(api.mailboxes.presets.queryOptions());
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      size="42rem"
      title={`Mailbox of ${name}`}
      closeButtonProps={{ 'aria-label': 'Close' }}
      onKeyDown={(event) => event.stopPropagation()}
    >
      {presets.data === undefined ? (
        presets.error ? (
          <ErrorState error={presets.error} onRetry={() => void presets.refetch()} />
        ) : (
          <LoadingState label="Reading the mail providers" />
        )
      ) : (
        <MailboxForm presets={presets.data} address={address} mailbox={mailbox} onDone={onClose} />
      )}
    </Modal>
  );
}
