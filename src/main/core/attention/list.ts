import { z } from 'zod';
import { SEVERITIES, type AttentionEntry } from '#contract/attention.ts';
import type { CoreContext } from '../context.ts';
import { SOURCES } from './sources.ts';

/** The cursor that keeps what was put away: id → since when the entry stood there then. */
const KEY = 'attention-dismissed';

const dismissed = z.record(z.string(), z.number());

/** Everything that waits for the user, but what was put away: problems, questions, notes; the oldest first. */
export function attentionList(core: CoreContext): AttentionEntry[] {
  const away = putAway(core);
  return all(core).filter((each) => !(each.dismissible && away[each.id] === each.since));
}

/** Puts an entry away until it happens anew. False: there is none, or it has to be solved. */
export function dismissEntry(core: CoreContext, id: string): boolean {
  const entries = all(core);
  const found = entries.find((each) => each.id === id);
  if (found?.dismissible !== true) return false;
  const before = putAway(core);
  const stillThere = entries.filter((each) => before[each.id] === each.since);
  const now = Object.fromEntries([...stillThere, found].map((each) => [each.id, each.since]));
  core.store.commit({ cursors: { [KEY]: JSON.stringify(now) } });
  core.push(['attention']);
  return true;
}

function all(core: CoreContext): AttentionEntry[] {
  return SOURCES.flatMap((source) => source(core)).toSorted(
    (a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) || a.since - b.since,
  );
}

function putAway(core: CoreContext): Readonly<Record<string, number>> {
  const kept = core.store.cursor(KEY) ?? '';
  return kept === '' ? {} : dismissed.parse(JSON.parse(kept));
}
