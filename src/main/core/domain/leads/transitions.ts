import type { LeadState } from './lead.ts';
import type { Transition } from './transition-row.ts';
import { TRANSITIONS } from './transition-table.ts';
import type { Trigger } from './trigger.ts';

/** The table's last row: `UnSubscribed | anything | UnSubscribed | off`. */
export const UNSUBSCRIBED_FOR_EVER = 'UnSubscribed is for ever: nothing is written to this person again.';

/** The answer of the table. Every pair has one: a row, or the event's explicit `otherwise`. */
export function transition(state: LeadState, trigger: Trigger): Transition {
  const { rows, otherwise } = TRANSITIONS[trigger];
  if (state === 'UnSubscribed') {
    return otherwise.kind === 'refused'
      ? { kind: 'refused', because: UNSUBSCRIBED_FOR_EVER }
      : { kind: 'ignored', rule: UNSUBSCRIBED_FOR_EVER };
  }
  const row = rows.find((candidate) => candidate.from.includes(state));
  if (row === undefined) return otherwise;
  return {
    kind: 'moves',
    to: row.to,
    reason: row.reason,
    sending: row.sending,
    handBack: row.handBack,
    rule: row.rule,
  };
}
