import { Tooltip } from '@mantine/core';
import { clockTime } from '../../ui/time-words.ts';
import classes from './steps.module.css';
import type { ExampleDate } from './use-example-dates.ts';

function dayWords(at: number, zone: string | undefined): string {
  return new Intl.DateTimeFormat(undefined, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    ...(zone === undefined ? {} : { timeZone: zone }),
  }).format(at);
}

/** When a message would go out to a lead assigned now, in the assistant's zone, and what the date was moved past. */
export function StepDate({
  date,
  zone,
}: {
  readonly date: ExampleDate | undefined;
  readonly zone: string | undefined;
}) {
  if (date === undefined) return <span className={classes.date} />;
  const { at, moved } = date;
  const day = (
    <time className={classes.date} dateTime={new Date(at).toISOString()}>
      <span className="sr-only">for example </span>
      {dayWords(at, zone)}
      <span className={classes.clock}>{clockTime(at, undefined, zone)}</span>
      {moved !== null && (
        <span className={classes.moved}>
          <span className="sr-only">, moved past </span>
          {moved}
        </span>
      )}
    </time>
  );
  if (moved === null) return day;
  return (
    <Tooltip label={`Moved past ${moved}`} multiline maw={320}>
      {day}
    </Tooltip>
  );
}
