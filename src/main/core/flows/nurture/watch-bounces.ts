import { applyEvent } from '../../apply-event.ts';
import type { CoreContext } from '../../context.ts';
import { DAY } from '../../domain/time.ts';
import { bounceFigures } from '../../gather-facts.ts';

const LAST_TRIED = 'bounce-guard/tried-at';
const ROUND = 500;

/** Once a day, every lead that the bounce guard holds back is tried again (domain.md section 1, bounce guard). */
export async function watchBounces(core: CoreContext): Promise<void> {
  const { store, clock } = core;
  const now = clock.now();
  if (now - Number(store.cursor(LAST_TRIED) ?? 0) < DAY) return;
  const figures = bounceFigures(store, now);
  for (let after = ''; ;) {
    const held = store.sending.heldByGuard(after, ROUND);
    for (const leadId of held) applyEvent(core, leadId, { type: 'bounce-guard-asked', figures });
    after = held.at(-1) ?? after;
    if (held.length < ROUND) break;
    await new Promise((resolve) => setImmediate(resolve));
  }
  store.commit({ cursors: { [LAST_TRIED]: String(now) } });
}
