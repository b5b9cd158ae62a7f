import type { SimulatedDayView } from '#contract/sending.ts';
import classes from './ahead.module.css';

const LEVELS = 5;

/** The day as people say it: "Tue 3 Mar". */
export function dayLabel(day: string): string {
  return new Intl.DateTimeFormat(undefined, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  }).format(Date.parse(`${day}T00:00:00Z`));
}

/** What is to be said of a day beside its messages: holidays, and what had to wait. */
function remarksOf({ holidays, putOff }: SimulatedDayView): string[] {
  return [
    ...holidays.map(({ country, name }) => `${name} (${country})`),
    ...(putOff === 0 ? [] : [`${putOff.toLocaleString()} over the limit move on`]),
  ];
}

interface AheadCalendarProps {
  readonly days: readonly SimulatedDayView[];
  readonly chosen: string | null;
  readonly onChoose: (day: string) => void;
}

/** Messages by day and hour: the darker, the more. Hours at which nothing goes out on any day are left out. */
export function AheadCalendar({ days, chosen, onChoose }: AheadCalendarProps) {
  const used = Array.from({ length: 24 }, (_, hour) => hour).filter((hour) =>
    days.some(({ hours }) => (hours[hour] ?? 0) > 0),
  );
  const [first, last] = [used[0] ?? 9, used.at(-1) ?? 17];
  const hours = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const most = Math.max(1, ...days.flatMap((day) => day.hours));
  const levelOf = (count: number): number => Math.ceil((LEVELS * count) / most);
  return (
    <div className={classes.scroll} tabIndex={0} role="group" aria-label="Messages by day and hour">
      <table className={classes.calendar}>
        <thead>
          <tr>
            <th scope="col">Day</th>
            {hours.map((hour) => (
              <th key={hour} scope="col" className={classes.hour}>
                {String(hour).padStart(2, '0')}
              </th>
            ))}
            <th scope="col" className={classes.total}>
              All
            </th>
          </tr>
        </thead>
        <tbody>
          {days.map((day) => {
            const remarks = remarksOf(day);
            return (
              <tr key={day.day} data-chosen={day.day === chosen || undefined}>
                <th scope="row">
                  {day.count === 0 ? (
                    <span className={classes.none}>{dayLabel(day.day)}</span>
                  ) : (
                    <button
                      type="button"
                      className={classes.day}
                      aria-pressed={day.day === chosen}
                      onClick={() => onChoose(day.day)}
                    >
                      {dayLabel(day.day)}
                    </button>
                  )}
                  {remarks.map((remark) => (
                    <span key={remark} className={classes.why}>
                      {remark}
                    </span>
                  ))}
                </th>
                {hours.map((hour) => {
                  const count = day.hours[hour] ?? 0;
                  return (
                    <td key={hour} className={classes.cell} data-level={levelOf(count)}>
                      {count === 0 ? '' : count.toLocaleString()}
                    </td>
                  );
                })}
                <td className={classes.total}>{day.count === 0 ? '–' : day.count.toLocaleString()}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
