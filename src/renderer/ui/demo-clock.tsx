import { Tooltip } from '@mantine/core';
import { IconClockPlay } from '@tabler/icons-react';
import { useNow, useSystemInfo } from '../api/clock.ts';
import classes from './demo-clock.module.css';
import { exactTime } from './time-words.ts';

function speedWords(speed: number): string {
  if (speed <= 1) return 'in real time';
  if (speed < 3_600) return `${Math.round(speed / 60)} min a second`;
  return `${Math.round(speed / 3_600)} h a second`;
}

/** The demo's own clock and a way to its CRM; nothing outside the demo. */
export function DemoClock({ rail }: { readonly rail: boolean }) {
  const info = useSystemInfo();
  const now = useNow(1_000);
  const demo = info.data?.demo;
  if (!demo) return null;
  const when = exactTime(now);
  if (rail) {
    return (
      <Tooltip label={`Demo, ${speedWords(demo.speed)}: ${when}`} position="right">
        <span className={classes.rail} role="img" aria-label={`Demo time ${when}`}>
          <IconClockPlay size={18} stroke={1.7} aria-hidden />
        </span>
      </Tooltip>
    );
  }
  return (
    <section className={classes.clock} aria-label="Demo">
      <span className={classes.head}>
        <IconClockPlay size={15} stroke={1.8} aria-hidden />
        Demo, {speedWords(demo.speed)}
      </span>
      <time className={classes.when} dateTime={new Date(now).toISOString()}>
        {when}
      </time>
      <a href={demo.crmUrl} target="_blank" rel="noreferrer" className={classes.crm}>
        Open the demo CRM
      </a>
    </section>
  );
}
