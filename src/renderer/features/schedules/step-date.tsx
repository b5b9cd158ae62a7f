import { clockTime } from '../../ui/time-words.ts';
import classes from './steps.module.css';

function dayWords(at: number, zone: string | undefined): string {
  return new Intl.DateTimeFormat(undefined, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    ...(zone === undefined ? {} : { timeZone: zone }),
  }).format(at);
}

/** When a message would go out to a lead assigned now, in the assistant's zone. */
export function StepDate({
  at,
  zone,
}: {
  readonly at: number | undefined;
  readonly zone: string | undefined;
}) {
  if (at === undefined) return <span className={classes.date} />;
  return (
    <time className={classes.date} dateTime={new Date(at).toISOString()} title={zone}>
      <span className="sr-only">for example </span>
      {dayWords(at, zone)}
      <span className={classes.clock}>{clockTime(at, undefined, zone)}</span>
    </time>
  );
}
