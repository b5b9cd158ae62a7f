import { Button, Pill, TextInput } from '@mantine/core';
import { useState } from 'react';
import classes from './editor.module.css';

interface HolidaysFieldProps {
  /** ISO dates. */
  readonly holidays: readonly string[];
  readonly problem: string | undefined;
  readonly onChange: (holidays: string[]) => void;
}

function dayWords(iso: string): string {
  const at = Date.parse(`${iso}T00:00:00Z`);
  if (Number.isNaN(at)) return iso;
  return new Intl.DateTimeFormat(undefined, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(at);
}

/** Single days on which she does not write. */
export function HolidaysField({ holidays, problem, onChange }: HolidaysFieldProps) {
  const [day, setDay] = useState('');
  const add = (): void => {
    if (day === '') return;
    onChange([...new Set([...holidays, day])].toSorted());
    setDay('');
  };
  return (
    <div>
      <div className={classes.addDay}>
        <TextInput
          label="Holidays"
          description="Single days without mail."
          type="date"
          value={day}
          error={problem !== undefined}
          onChange={(event) => setDay(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || day === '') return;
            event.preventDefault();
            add();
          }}
        />
        <Button variant="default" disabled={day === ''} onClick={add}>
          Add day
        </Button>
      </div>
      {problem !== undefined && (
        <p className={classes.bad} role="alert">
          {problem}
        </p>
      )}
      {holidays.length > 0 && (
        <div className={classes.pills}>
          {holidays.map((iso) => (
            <Pill
              key={iso}
              size="md"
              className={classes.pill}
              withRemoveButton
              removeButtonProps={{
                'aria-label': `Remove ${dayWords(iso)}`,
                'aria-hidden': false,
                tabIndex: 0,
              }}
              onRemove={() => onChange(holidays.filter((other) => other !== iso))}
            >
              {dayWords(iso)}
            </Pill>
          ))}
        </div>
      )}
    </div>
  );
}
