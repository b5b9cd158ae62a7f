import type { CoreContext } from '../../context.ts';
import {
  crmValueOf,
  scheduleOptionsDiff,
  type ScheduleOptionsDiff,
} from '../../domain/schedules/schedule-options.ts';
import type { CrmGateway, PortalOption } from '../../ports/crm-gateway.ts';
import type { Connection } from '../../ports/store/rows.ts';

/** The portal has no field for schedules yet. */
export class NoScheduleField extends Error {
  constructor() {
    super('The CRM has no field for schedules yet. Set up the fields first.');
  }
}

/** What the schedule field's options should be, beside what they are. */
export function scheduleOptions(core: CoreContext, portal: readonly PortalOption[]): ScheduleOptionsDiff {
  const schedules = core.store.schedules.all(true);
  const inUse = schedules
    .filter((schedule) => core.store.schedules.leadsOn(schedule.id) > 0)
    .map((schedule) => schedule.crmValue || crmValueOf(schedule));
  return scheduleOptionsDiff(schedules, portal, inUse);
}

/**
 * What **Sync schedules** would do, without doing it.
 * @throws CrmError, NoScheduleField
 */
export async function previewScheduleSync(
  core: CoreContext,
  connection: Connection,
  gateway: CrmGateway,
): Promise<ScheduleOptionsDiff> {
  const name = connection.fieldNames.schedule;
  const field = name === null ? undefined : (await gateway.listFields()).find((each) => each.name === name);
  if (field === undefined) throw new NoScheduleField();
  return scheduleOptions(core, field.options);
}

/**
 * **Sync schedules**: puts the schedules into the field's options. A renamed one keeps its value, a deleted one is
 * hidden; options of others stay.
 * @throws CrmError, NoScheduleField
 */
export async function syncSchedules(
  core: CoreContext,
  connection: Connection,
  gateway: CrmGateway,
): Promise<ScheduleOptionsDiff> {
  const diff = await previewScheduleSync(core, connection, gateway);
  const name = connection.fieldNames.schedule;
  if (diff.changes && name !== null) await gateway.replaceOptions(name, diff.options);
  const unnamed = core.store.schedules.all(true).filter((schedule) => schedule.crmValue === '');
  const current = core.store.connections.byId(connection.id) ?? connection;
  core.store.commit({
    schedules: unnamed.map((schedule) => ({ ...schedule, crmValue: crmValueOf(schedule) })),
    connections: [{ ...current, schedulesSyncedAt: core.clock.now() }],
  });
  core.push(['connections', 'schedules']);
  return diff;
}
