import { Checkbox, NumberInput, Select, TextInput } from '@mantine/core';
import { useMemo } from 'react';
import { useNow } from '../../api/clock.ts';
import { Section } from '../../ui/page-header.tsx';
import { clockTime } from '../../ui/time-words.ts';
import type { FieldsProps } from './assistant-form.tsx';
import classes from './editor.module.css';
import { HolidaysField } from './holidays-field.tsx';
import { numberOrNull } from './number-or-null.ts';
import { SendingDays } from './sending-days.tsx';
import { clockOf, closingMinutesOf, minutesOf, weekdays } from './time-of-day.ts';

function zonesWith(current: string): string[] {
  return [...new Set(['UTC', ...Intl.supportedValuesOf('timeZone'), current])].toSorted();
}

function timeThere(now: number, zone: string): string {
  try {
    return `It is ${clockTime(now, undefined, zone)} there now.`;
  } catch {
    return '';
  }
}

/** When she may write, and how much. */
export function SendingFields({ values, set, problem }: FieldsProps) {
  const { rules } = values;
  const now = useNow(60_000);
  const zones = useMemo(() => zonesWith(rules.timeZone), [rules.timeZone]);
  const change = (part: Partial<typeof rules>): void => set({ rules: { ...rules, ...part } });
  const offDaysProblem = problem('rules.offDays');
  return (
    <Section
      title="Sending"
      description="Her own hours hold for leads whose time zone is not known; known ones get mail at these hours of theirs."
    >
      <div className={classes.stack}>
        <div className={classes.times}>
          <Select
            label="Time zone"
            description={timeThere(now, rules.timeZone)}
            searchable
            allowDeselect={false}
            limit={80}
            nothingFoundMessage="No zone of this name"
            data={zones}
            value={rules.timeZone}
            error={problem('rules.timeZone')}
            onChange={(timeZone) => timeZone !== null && change({ timeZone })}
          />
          <TextInput
            label="Opens at"
            description="First mail"
            type="time"
            value={rules.opensAt === null ? '' : clockOf(rules.opensAt)}
            error={problem('rules.opensAt')}
            onChange={(event) => change({ opensAt: minutesOf(event.currentTarget.value) })}
          />
          <TextInput
            label="Closes at"
            description="Last mail"
            type="time"
            value={rules.closesAt === null ? '' : clockOf(rules.closesAt)}
            error={problem('rules.closesAt')}
            onChange={(event) => change({ closesAt: closingMinutesOf(event.currentTarget.value) })}
          />
        </div>
        <fieldset className={classes.group}>
          <legend>Off-days</legend>
          <div className={classes.days}>
            {weekdays('short').map(({ day, name }) => (
              <Checkbox
                key={day}
                label={name}
                checked={rules.offDays.includes(day)}
                error={offDaysProblem !== undefined}
                onChange={(event) =>
                  change({
                    offDays: event.currentTarget.checked
                      ? [...rules.offDays, day].toSorted((a, b) => a - b)
                      : rules.offDays.filter((other) => other !== day),
                  })
                }
              />
            ))}
          </div>
          {offDaysProblem === undefined ? (
            <p className={classes.hint}>No mail goes out on these days.</p>
          ) : (
            <p className={classes.bad} role="alert">
              {offDaysProblem}
            </p>
          )}
        </fieldset>
        <HolidaysField
          holidays={rules.holidays}
          problem={problem('rules.holidays')}
          onChange={(holidays) => change({ holidays })}
        />
        <SendingDays rules={rules} problem={problem} onChange={change} />
        <div className={classes.pair}>
          <NumberInput
            label="Daily limit"
            description="Messages a day; more wait for the next day, in order."
            min={1}
            allowDecimal={false}
            allowNegative={false}
            clampBehavior="none"
            value={rules.dailyLimit ?? ''}
            error={problem('rules.dailyLimit')}
            onChange={(value) => change({ dailyLimit: numberOrNull(value) })}
          />
          <NumberInput
            label="Leads at once"
            description="Further ones wait in New. Empty: no limit."
            min={1}
            allowDecimal={false}
            allowNegative={false}
            clampBehavior="none"
            value={values.activeLimit ?? ''}
            error={problem('activeLimit')}
            onChange={(value) => set({ activeLimit: numberOrNull(value) })}
          />
        </div>
      </div>
    </Section>
  );
}
