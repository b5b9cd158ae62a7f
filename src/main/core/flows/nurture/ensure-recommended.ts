import type { CoreContext } from '../../context.ts';
import { RECOMMENDED } from '../../domain/schedules/recommended.ts';

/** The built-in schedule is there from the first start. */
export function ensureRecommended(core: CoreContext): void {
  if (core.store.schedules.byId(RECOMMENDED.id) !== null) return;
  core.store.commit({ schedules: [{ ...RECOMMENDED, version: 0 }] });
}
