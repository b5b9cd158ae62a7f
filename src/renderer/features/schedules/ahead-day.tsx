import { Link } from '@tanstack/react-router';
import type { SimulatedDayView } from '#contract/sending.ts';
import { Section } from '../../ui/page-header.tsx';
import { clockTime } from '../../ui/time-words.ts';
import { dayLabel } from './ahead-calendar.tsx';
import classes from './ahead.module.css';

/** The messages of one day. */
export function AheadDay({ day, timeZone }: { readonly day: SimulatedDayView; readonly timeZone: string }) {
  const { sends, count, assistants } = day;
  const by = assistants
    .map((each) => `${each.name} ${each.count.toLocaleString()} of ${each.limit.toLocaleString()}`)
    .join(' · ');
  return (
    <Section title={dayLabel(day.day)} description={by}>
      <div
        className={classes.scroll}
        tabIndex={0}
        role="group"
        aria-label={`Messages on ${dayLabel(day.day)}`}
      >
        <table className={classes.list}>
          <thead>
            <tr>
              <th scope="col">At</th>
              <th scope="col">Lead</th>
              <th scope="col">Message</th>
              <th scope="col">Assistant</th>
            </tr>
          </thead>
          <tbody>
            {sends.map(({ leadId, leadName, assistantName, scheduleName, step, of, at, zone }) => (
              <tr key={`${leadId}/${at}/${step}`}>
                <td className={classes.at}>
                  {clockTime(at, undefined, timeZone)}
                  {zone !== null && zone !== timeZone && (
                    <span className={classes.there}>
                      {clockTime(at, undefined, zone)} in {zone}
                    </span>
                  )}
                </td>
                <td>
                  <Link to="/leads/$leadId" params={{ leadId }} className="foreign">
                    {leadName}
                  </Link>
                </td>
                <td>
                  {step + 1} of {of} · <bdi>{scheduleName}</bdi>
                </td>
                <td>
                  <bdi>{assistantName}</bdi>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {sends.length < count && (
        <p className={classes.more}>
          The first {sends.length.toLocaleString()} of {count.toLocaleString()}.
        </p>
      )}
    </Section>
  );
}
