import { GUARD_PATIENCE, isGuardUp, rateInWords } from '../../domain/leads/bounce-guard.ts';
import { DAY } from '../../domain/time.ts';
import { bounceFigures } from '../../gather-facts.ts';
import { entry, open, type AttentionSource } from '../source.ts';

/** Leads that the bounce guard holds back: worth knowing, since too many mails bounce. */
export const bounces: AttentionSource = ({ store, clock }) => {
  const held = store.sending.guardHolding();
  if (held === null) return [];
  const figures = bounceFigures(store, clock.now());
  const leads =
    held.count === 1 ? '1 lead with a risky address is' : `${held.count} leads with risky addresses are`;
  const why = isGuardUp(figures)
    ? `${rateInWords(figures)} of the valid leads of the last 7 days bounced; from 4 % on risky addresses wait.`
    : 'Few enough mails bounce again: they begin with the next try.';
  return [
    entry('held', {
      kind: 'bounce-guard',
      severity: 'note',
      title: `${leads} held back`,
      cause: `${why} They are tried again each day for ${GUARD_PATIENCE / DAY} days, then handed back.`,
      since: held.since,
      count: held.count,
      leadId: held.count === 1 ? held.leadId : null,
      actions: [open('See the leads', '/leads', { states: ['New'] })],
    }),
  ];
};
