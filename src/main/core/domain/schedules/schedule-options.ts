import type { FieldOption } from '../fields/field-definition.ts';
import type { Schedule } from './schedule.ts';

/** What Sync schedules would do to the options of the schedule field; for the preview and for the write. */
export interface ScheduleOptionsDiff {
  readonly add: readonly FieldOption[];
  readonly relabel: readonly { readonly value: string; readonly from: string; readonly to: string }[];
  /** Of deleted schedules. `inUse`: records still hold the value, and keep it. */
  readonly hide: readonly { readonly value: string; readonly label: string; readonly inUse: boolean }[];
  /** Of schedules whose option had been hidden. */
  readonly show: readonly { readonly value: string; readonly label: string }[];
  /** Ours and already right. */
  readonly unchanged: readonly string[];
  /** Made by others: written back as they are. */
  readonly foreign: readonly string[];
  /** Every option the field shall have: the CRM replaces the whole list. */
  readonly options: readonly FieldOption[];
  readonly changes: boolean;
}

type SyncedSchedule = Pick<Schedule, 'id' | 'name' | 'crmValue' | 'deleted'>;

/** The option value of a schedule that is synchronised for the first time (domain.md section 1, schedules). */
export function crmValueOf(schedule: { readonly id: string; readonly name: string }): string {
  return `${schedule.id}--${schedule.name}`;
}

/**
 * Compares our schedules with the options that the field has. A renamed schedule keeps its value and gets a
 * new label; a deleted one is hidden, never removed; options that no schedule of ours made stay untouched.
 * A label that is already taken gets a number, as a CRM refuses two options of one label.
 */
export function scheduleOptionsDiff(
  schedules: readonly SyncedSchedule[],
  portalOptions: readonly FieldOption[],
  valuesInUse: readonly string[],
): ScheduleOptionsDiff {
  const byValue = new Map(schedules.map((schedule) => [schedule.crmValue || crmValueOf(schedule), schedule]));
  const foreign = portalOptions.filter((option) => !byValue.has(option.value));
  const labels = labelsFor(byValue, portalOptions, foreign);
  const inUse = new Set(valuesInUse);

  const add: FieldOption[] = [];
  const relabel: { value: string; from: string; to: string }[] = [];
  const hide: { value: string; label: string; inUse: boolean }[] = [];
  const show: { value: string; label: string }[] = [];
  const unchanged: string[] = [];
  const options: FieldOption[] = [];

  for (const option of portalOptions) {
    const schedule = byValue.get(option.value);
    if (schedule === undefined) {
      options.push(option);
      continue;
    }
    const label = labels.get(option.value) ?? option.label;
    const hidden = schedule.deleted;
    options.push({ ...option, label, hidden });
    if (label !== option.label) relabel.push({ value: option.value, from: option.label, to: label });
    if (hidden && !option.hidden) hide.push({ value: option.value, label, inUse: inUse.has(option.value) });
    if (!hidden && option.hidden) show.push({ value: option.value, label });
    if (label === option.label && hidden === option.hidden) unchanged.push(option.value);
  }

  const present = new Set(portalOptions.map((option) => option.value));
  let displayOrder = portalOptions.reduce(
    (last, option) => (option.displayOrder > last ? option.displayOrder : last),
    -1,
  );
  for (const [value, schedule] of byValue) {
    if (present.has(value) || schedule.deleted) continue;
    displayOrder += 1;
    add.push({ value, label: labels.get(value) ?? schedule.name, hidden: false, displayOrder });
  }
  options.push(...add);

  return {
    add,
    relabel,
    hide,
    show,
    unchanged,
    foreign: foreign.map((option) => option.value),
    options,
    changes: add.length + relabel.length + hide.length + show.length > 0,
  };
}

/** One label a value. Deleted schedules keep the label they have, so that old records stay readable. */
function labelsFor(
  byValue: ReadonlyMap<string, SyncedSchedule>,
  portalOptions: readonly FieldOption[],
  foreign: readonly FieldOption[],
): ReadonlyMap<string, string> {
  const present = new Map(portalOptions.map((option) => [option.value, option.label]));
  const labels = new Map<string, string>();
  const taken = new Set(foreign.map((option) => option.label.toLowerCase()));
  for (const [value, schedule] of byValue) {
    const label = present.get(value);
    if (!schedule.deleted || label === undefined) continue;
    labels.set(value, label);
    taken.add(label.toLowerCase());
  }
  for (const [value, schedule] of byValue) {
    if (schedule.deleted) continue;
    let label = schedule.name;
    for (let nth = 2; taken.has(label.toLowerCase()); nth += 1) label = `${schedule.name} (${nth})`;
    labels.set(value, label);
    taken.add(label.toLowerCase());
  }
  return labels;
}
