import { Button, Group, Modal, Text } from '@mantine/core';
import type { BulkResult, LeadAction } from '#contract/leads.ts';
import classes from './leads-page.module.css';
import { doneWords } from './lead-words.ts';

export interface ActionResult {
  readonly action: LeadAction;
  readonly result: BulkResult;
}

/** What an action did, and which leads it skipped for which reason. */
export function ResultDialog({
  shown,
  onClose,
}: {
  readonly shown: ActionResult | null;
  readonly onClose: () => void;
}) {
  const skipped = shown?.result.skipped ?? [];
  const reasons = Map.groupBy(skipped, ({ because }) => because);
  return (
    <Modal
      opened={shown !== null}
      onClose={onClose}
      title="Done"
      size="lg"
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      {shown !== null && (
        <>
          <Text size="sm">{doneWords(shown.action, shown.result.done)}</Text>
          <Text size="sm" mt="xs" fw={600}>
            {skipped.length === 1
              ? '1 lead was skipped:'
              : `${skipped.length.toLocaleString()} leads were skipped:`}
          </Text>
          <ul className={classes.skipped} tabIndex={0} aria-label="Skipped leads">
            {[...reasons].map(([because, leads]) => (
              <li key={because}>
                <span className="foreign">{because}</span>
                <span className={classes.quiet}>
                  {' '}
                  {leads
                    .slice(0, 12)
                    .map(({ name }) => name)
                    .join(', ')}
                  {leads.length > 12 && ` and ${(leads.length - 12).toLocaleString()} more`}
                </span>
              </li>
            ))}
          </ul>
          <Group justify="flex-end" mt="md">
            <Button onClick={onClose} data-autofocus>
              Close
            </Button>
          </Group>
        </>
      )}
    </Modal>
  );
}
