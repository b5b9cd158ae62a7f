import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import type { FieldProblems } from '../../ui/field-problems.ts';
import classes from './import.module.css';

/** To whom new leads go: the CRM, the assistant and her schedule. */
export interface WhoGetsIt {
  readonly connectionId: string | null;
  readonly assistantId: string | null;
  /** null: the assistant's own. */
  readonly scheduleId: string | null;
}

export const NOBODY_YET: WhoGetsIt = { connectionId: null, assistantId: null, scheduleId: null };

/** The choice, with what there is to choose where it is the only one. */
export function useWhoGetsIt(chosen: WhoGetsIt): WhoGetsIt {
  const connections = useQuery(api.connections.list.queryOptions());
  const assistants = useQuery(api.assistants.list.queryOptions());
  return {
    ...chosen,
    connectionId: chosen.connectionId ?? connections.data?.[0]?.id ?? null,
    assistantId: chosen.assistantId ?? assistants.data?.[0]?.id ?? null,
  };
}

/** Three choices; the CRM only where there are several. */
export function WhoGetsItFields({
  value,
  onChange,
  problems,
}: {
  readonly value: WhoGetsIt;
  readonly onChange: (next: WhoGetsIt) => void;
  readonly problems: FieldProblems;
}) {
  const connections = useQuery(api.connections.list.queryOptions());
  const assistants = useQuery(api.assistants.list.queryOptions());
  const schedules = useQuery(api.schedules.list.queryOptions());
  const hers = assistants.data?.find(({ id }) => id === value.assistantId)?.scheduleName ?? '';
  return (
    <div className={classes.pair}>
      {(connections.data?.length ?? 0) > 1 && (
        <Select
          label="CRM"
          allowDeselect={false}
          data={connections.data?.map(({ id, name }) => ({ value: id, label: name })) ?? []}
          value={value.connectionId}
          error={problems.of('connectionId')}
          onChange={(connectionId) => onChange({ ...value, connectionId })}
        />
      )}
      <Select
        label="Assistant"
        allowDeselect={false}
        data={assistants.data?.map(({ id, name }) => ({ value: id, label: name })) ?? []}
        value={value.assistantId}
        error={problems.of('assistantId')}
        onChange={(assistantId) => onChange({ ...value, assistantId })}
      />
      <Select
        label="Schedule"
        clearable
        clearButtonProps={{ 'aria-label': 'The schedule of the assistant' }}
        placeholder={hers === '' ? 'The assistant’s' : `${hers} (hers)`}
        data={schedules.data?.map(({ id, name }) => ({ value: id, label: name })) ?? []}
        value={value.scheduleId}
        onChange={(scheduleId) => onChange({ ...value, scheduleId })}
      />
    </div>
  );
}
