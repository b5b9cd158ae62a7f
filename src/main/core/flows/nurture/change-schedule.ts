import { leadWrite } from '../../commit-decision.ts';
import type { CoreContext } from '../../context.ts';
import { crmValueOf } from '../../domain/schedules/schedule-options.ts';
import type { Schedule } from '../../domain/schedules/schedule.ts';
import type { CommitResult } from '../../ports/store/change.ts';

const MOST_LEADS = 1_000_000;

/**
 * Saves a changed schedule for new leads only: leads already on it stay on the steps they began with, kept as a
 * deleted schedule of the same name that no new lead can get.
 */
export function moveLeadsTo(core: CoreContext, before: Schedule, next: Schedule): CommitResult {
  const { store, ids } = core;
  const open = store.leads.ids(
    { scheduleId: before.id, followUp: ['Scheduled', 'Waiting', 'Paused'] },
    MOST_LEADS,
  );
  if (open.length === 0) return store.commit({ schedules: [next] });
  const id = ids.next();
  const frozen: Schedule = {
    ...before,
    id,
    crmValue: crmValueOf({ id, name: before.name }),
    builtIn: false,
    deleted: true,
    version: 0,
  };
  const leads = store.leads
    .byIds(open)
    .map((lead) =>
      leadWrite(
        { ...lead, scheduleId: id },
        store.assistants.byId(lead.assistantId)?.rules.timeZone ?? 'UTC',
      ),
    );
  return store.commit({ schedules: [frozen, next], leads });
}
