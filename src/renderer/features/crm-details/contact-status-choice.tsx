import { Button, Radio, Select } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { FieldsView } from '#contract/connections.ts';
import { api, queryClient } from '../../api/client.ts';
import { FieldError } from '../../ui/field-error.tsx';
import { notifyDone } from '../../ui/notify.ts';
import classes from './fields.module.css';

type Kind = 'add-option' | 'write-other' | 'do-not-write';

interface ContactStatusChoiceProps {
  readonly connectionId: string;
  /** The option of the table. */
  readonly wanted: string;
  /** The lead states that would write it. */
  readonly states: readonly string[];
  /** The CRM lacks it and nobody has chosen yet. */
  readonly isMissing: boolean;
  readonly options: FieldsView['contactStatusOptions'];
  readonly onDone: () => void;
}

/** Add the option, write another, or do not write. */
export function ContactStatusChoice(props: ContactStatusChoiceProps) {
  const { connectionId, wanted, states, isMissing, options, onDone } = props;
  const [kind, setKind] = useState<Kind>('add-option');
  const [other, setOther] = useState<string | null>(null);
  const map = useMutation(
    api.connections.mapContactStatus.mutationOptions({
      onSuccess: (view) => {
        queryClient.setQueryData(api.connections.fields.queryKey({ input: { id: connectionId } }), view);
        void queryClient.invalidateQueries({ queryKey: api.attention.list.key() });
        notifyDone(`The choice for ${wanted} is kept.`);
        onDone();
      },
    }),
  );
  const apply = (): void => {
    if (kind !== 'write-other') map.mutate({ id: connectionId, wanted, choice: { kind } });
    else if (other !== null) map.mutate({ id: connectionId, wanted, choice: { kind, value: other } });
  };
  return (
    <section className={classes.choice} aria-label={`Contact status ${wanted}`}>
      <p className={classes.choiceTitle}>
        <IconAlertTriangle size={18} aria-hidden />
        <span>
          {isMissing ? (
            <>
              The CRM has no option <code>{wanted}</code>, so nothing is written for {states.join(', ')}.
            </>
          ) : (
            <>
              What shall be written for {states.join(', ')} in the place of <code>{wanted}</code>?
            </>
          )}
        </span>
      </p>
      <Radio.Group
        aria-label={`What to do about ${wanted}`}
        value={kind}
        onChange={(value) => setKind(value as Kind)}
      >
        <div className={classes.choices}>
          <Radio
            value="add-option"
            label={`Add the option ${wanted} to the CRM`}
            description="At the end of the list; the others stay as they are."
          />
          <div>
            <Radio value="write-other" label="Write another option" />
            {kind === 'write-other' && (
              <Select
                aria-label={`Option to write in the place of ${wanted}`}
                placeholder="Choose an option of the CRM"
                className={classes.otherOption}
                data={options.map(({ value, label }) => ({
                  value,
                  label: label === value ? value : `${label} (${value})`,
                }))}
                value={other}
                onChange={setOther}
              />
            )}
          </div>
          <Radio
            value="do-not-write"
            label="Do not write"
            description="Lead Connection Status is written all the same."
          />
        </div>
      </Radio.Group>
      <FieldError error={map.error} />
      <div className={classes.choiceButtons}>
        <Button loading={map.isPending} disabled={kind === 'write-other' && other === null} onClick={apply}>
          Keep this choice
        </Button>
        {!isMissing && (
          <Button variant="default" onClick={onDone}>
            Cancel
          </Button>
        )}
      </div>
    </section>
  );
}
