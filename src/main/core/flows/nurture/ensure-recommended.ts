import type { CoreContext } from '../../context.ts';
import { RECOMMENDED_SCHEDULE } from '../../domain/schedules/recommended.ts';

/** The built-in schedule is there from the first start. */
export function ensureRecommended(core: CoreContext): void {
  if (core.store.schedules.byId(RECOMMENDED_SCHEDULE.id) !== null) return;
  core.store.commit({ schedules: [RECOMMENDED_SCHEDULE] });
}
