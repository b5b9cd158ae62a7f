import type { LeadState } from '#contract/names.ts';
import { STATE_LOOKS } from './lead-state.ts';
import classes from './state-badge.module.css';

/** A lead state in its exact word, with its icon and colour. */
export function StateBadge({ state }: { readonly state: LeadState }) {
  const Icon = STATE_LOOKS[state].icon;
  return (
    <span className={classes.badge} data-state={state} title={STATE_LOOKS[state].meaning}>
      <Icon size={13} stroke={2} aria-hidden />
      {state}
    </span>
  );
}

/** The colour of a state alone, for charts and legends; always beside its word. */
export function StateSwatch({ state }: { readonly state: LeadState }) {
  return <span className={classes.swatch} data-state={state} aria-hidden />;
}
