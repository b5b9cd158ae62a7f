import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { Section } from '../../ui/page-header.tsx';
import { StepsStrip } from '../../ui/steps-strip.tsx';
import type { FieldsProps } from './assistant-form.tsx';
import classes from './editor.module.css';

/** The schedule that holds where the record names none. */
export function ScheduleField({ values, set, problem }: FieldsProps) {
  const schedules = useQuery(api.schedules.list.queryOptions());
  const chosen = schedules.data?.find(({ id }) => id === values.defaultScheduleId);
  return (
    <Section title="Schedule">
      <div className={classes.stack}>
        <Select
          label="Default schedule"
          description="Used where the record names no other."
          allowDeselect={false}
          data={(schedules.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          value={values.defaultScheduleId}
          error={problem('defaultScheduleId')}
          onChange={(id) => id !== null && set({ defaultScheduleId: id })}
        />
        {chosen && <StepsStrip steps={chosen.steps} />}
      </div>
    </Section>
  );
}
