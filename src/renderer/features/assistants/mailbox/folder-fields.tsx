import { Checkbox, NumberInput, Select } from '@mantine/core';
import type { MailAccountDraft } from '#contract/mailboxes.ts';
import { numberOrNull } from '../number-or-null.ts';
import classes from './mailbox.module.css';

interface FolderFieldsProps {
  readonly account: MailAccountDraft;
  /** Those that the server has; empty before a test. */
  readonly folders: readonly string[];
  readonly problem: (field: string) => string | undefined;
  readonly onChange: (part: Partial<MailAccountDraft>) => void;
}

const BY_ITSELF = '';

/** Which folders are used, and how much the provider lets pass. */
export function FolderFields({ account, folders, problem, onChange }: FolderFieldsProps) {
  const { sentFolder } = account;
  const names = [...new Set([...folders, ...(sentFolder === null ? [] : [sentFolder])])];
  return (
    <>
      <div className={classes.pair}>
        <Select
          label="Folder of sent mails"
          description={
            folders.length === 0 ? 'A test shows the folders to choose from.' : 'Copies stand there.'
          }
          allowDeselect={false}
          searchable={names.length > 10}
          data={[
            { value: BY_ITSELF, label: 'Found by itself' },
            ...names.map((name) => ({ value: name, label: name })),
            ...(folders.length > 0 && !names.includes('Sent')
              ? [{ value: 'Sent', label: 'Sent (make it)' }]
              : []),
          ]}
          value={sentFolder ?? BY_ITSELF}
          error={problem('sentFolder')}
          onChange={(value) => onChange({ sentFolder: value === BY_ITSELF ? null : value })}
        />
        <NumberInput
          label="Mails a day"
          description="What the provider lets pass. Empty: her own limit is enough."
          min={1}
          allowDecimal={false}
          allowNegative={false}
          clampBehavior="none"
          value={account.dailyLimit ?? ''}
          error={problem('dailyLimit')}
          onChange={(value) => onChange({ dailyLimit: numberOrNull(value) })}
        />
      </div>
      <Checkbox
        label="Read answers that landed among the junk, too"
        checked={account.readsJunk}
        onChange={(event) => onChange({ readsJunk: event.currentTarget.checked })}
      />
    </>
  );
}
