import type { AssignmentFacts, CrmRecord, ScheduleFacts } from './facts.ts';
import type { ValueSource } from './lead.ts';

/** The schedule for a new lead, and where it came from. */
export interface ScheduleChoice {
  readonly schedule: ScheduleFacts;
  readonly source: Extract<ValueSource, 'record' | 'default'>;
  /** The record's value, where it matches no schedule. */
  readonly unknown: string | null;
}

/**
 * The record's schedule when it has a value that is known, else the assistant's default (domain.md section 1,
 * fields in the CRM). A value is matched as the option that was written (`id--Name`), by the id before `--`,
 * or by name.
 */
export function chooseSchedule(
  facts: Pick<AssignmentFacts, 'record' | 'schedules' | 'assistant'>,
): ScheduleChoice {
  const asked = facts.record.schedule.trim();
  const found = asked === '' ? undefined : matchSchedule(asked, facts.schedules);
  if (found !== undefined) return { schedule: found, source: 'record', unknown: null };
  return {
    schedule: defaultSchedule(facts),
    source: 'default',
    unknown: asked === '' ? null : asked,
  };
}

/** The record's context when it has one, else the assistant's default; `""` when there is none at all. */
export function chooseContext(
  record: Pick<CrmRecord, 'context'>,
  assistant: { readonly context: string },
): { readonly context: string; readonly source: Extract<ValueSource, 'record' | 'default'> } {
  const own = record.context.trim();
  return own === ''
    ? { context: assistant.context.trim(), source: 'default' }
    : { context: own, source: 'record' };
}

function matchSchedule(value: string, schedules: readonly ScheduleFacts[]): ScheduleFacts | undefined {
  const id = value.split('--', 1)[0];
  const name = value.toLowerCase();
  return (
    schedules.find((schedule) => schedule.crmValue === value) ??
    schedules.find((schedule) => schedule.id === id) ??
    schedules.find((schedule) => schedule.name.trim().toLowerCase() === name)
  );
}

function defaultSchedule(facts: Pick<AssignmentFacts, 'schedules' | 'assistant'>): ScheduleFacts {
  const { schedules, assistant } = facts;
  return (
    schedules.find((schedule) => schedule.id === assistant.defaultScheduleId) ??
    schedules[0] ?? { id: assistant.defaultScheduleId, name: '', steps: [], crmValue: '' }
  );
}
