const MINUTES_OF_A_DAY = 24 * 60;

/** Minutes since midnight as a clock shows them: 570 → `09:30`. The end of the day, 1440, is `00:00`. */
export function clockOf(minutes: number): string {
  const ofDay = minutes % MINUTES_OF_A_DAY;
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${two(Math.floor(ofDay / 60))}:${two(ofDay % 60)}`;
}

/** `09:30` → 570; null: no time. */
export function minutesOf(clock: string): number | null {
  const match = /^(\d\d):(\d\d)/.exec(clock);
  return match === null ? null : Number(match[1]) * 60 + Number(match[2]);
}

/** The end of a day's hours: midnight is the end of the day and not its begin. */
export function closingMinutesOf(clock: string): number | null {
  const minutes = minutesOf(clock);
  return minutes === 0 ? MINUTES_OF_A_DAY : minutes;
}

/** ISO weekdays, Monday first, with their names in the reader's language. */
export function weekdays(
  style: 'short' | 'long',
  locale?: string,
): readonly { readonly day: number; readonly name: string }[] {
  const names = new Intl.DateTimeFormat(locale, { weekday: style, timeZone: 'UTC' });
  // 5 January 1970 was a Monday.
  return Array.from({ length: 7 }, (_, index) => ({
    day: index + 1,
    name: names.format(Date.UTC(1970, 0, 5 + index)),
  }));
}

/** The days on which mail goes out, in words: "Mon–Fri", "Mon, Wed–Sun", "every day". */
export function workingDays(offDays: readonly number[], locale?: string): string {
  const days = weekdays('short', locale).filter(({ day }) => !offDays.includes(day));
  if (days.length === 7) return 'every day';
  const runs: { day: number; name: string }[][] = [];
  for (const day of days) {
    const run = runs.at(-1);
    if (run?.at(-1)?.day === day.day - 1) run.push(day);
    else runs.push([day]);
  }
  return runs
    .map((run) => {
      const [first, last] = [run[0]!.name, run.at(-1)!.name];
      if (run.length === 1) return first;
      return run.length === 2 ? `${first}, ${last}` : `${first}–${last}`;
    })
    .join(', ');
}
