import type { TaughtRuleView } from '#contract/teaching.ts';
import { StateBadge } from '../../ui/state-badge.tsx';
import classes from './teaching.module.css';

/** What a reply that is understood so makes of a lead. */
export function Consequence({ state, reason }: Pick<TaughtRuleView, 'state' | 'reason'>) {
  return (
    <span className={classes.consequence}>
      {state === null ? (
        <span className={classes.quiet}>the state stays</span>
      ) : (
        <>
          <StateBadge state={state} />
          {reason !== null && <span className={classes.quiet}>{reason}</span>}
        </>
      )}
    </span>
  );
}
