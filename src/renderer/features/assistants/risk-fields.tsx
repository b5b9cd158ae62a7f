import { NumberInput } from '@mantine/core';
import { Section } from '../../ui/page-header.tsx';
import type { FieldsProps } from './assistant-form.tsx';
import classes from './editor.module.css';
import { numberOrNull } from './number-or-null.ts';

/** How often the owner is reminded of a lead that nobody answers. */
export function RiskFields({ values, set, problem }: FieldsProps) {
  return (
    <Section
      title="Leads at risk"
      description="A lead that is Hot or Responded and gets no answer from a person for 24 hours is at risk: its owner gets a task, and is reminded until somebody reaches out."
    >
      <div className={classes.pair}>
        <NumberInput
          label="Days between reminders"
          description="While nobody answers."
          min={1}
          max={90}
          allowDecimal={false}
          allowNegative={false}
          clampBehavior="none"
          value={values.riskReminderDays ?? ''}
          error={problem('riskReminderDays')}
          onChange={(value) => set({ riskReminderDays: numberOrNull(value) })}
        />
        <NumberInput
          label="Reminders"
          description="At most so many a lead. 0: none."
          min={0}
          max={50}
          allowDecimal={false}
          allowNegative={false}
          clampBehavior="none"
          value={values.riskReminderTimes ?? ''}
          error={problem('riskReminderTimes')}
          onChange={(value) => set({ riskReminderTimes: numberOrNull(value) })}
        />
      </div>
    </Section>
  );
}
