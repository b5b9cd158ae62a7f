import type { LeadState } from '#contract/names.ts';
import { STATES_BY_URGENCY } from '../../ui/lead-state.ts';
import { StateSwatch } from '../../ui/state-badge.tsx';
import badge from '../../ui/state-badge.module.css';
import { FilterChip, Toolbar } from '../../ui/toolbar.tsx';
import classes from './leads-page.module.css';

interface StateStripProps {
  readonly counts: Readonly<Record<LeadState, number>> | undefined;
  readonly chosen: readonly LeadState[];
  readonly onToggle: (state: LeadState) => void;
}

/** All leads by state: one bar, and a chip for each state that filters by it. */
export function StateStrip({ counts, chosen, onToggle }: StateStripProps) {
  const present = STATES_BY_URGENCY.filter((state) => (counts?.[state] ?? 0) > 0);
  return (
    <div className={classes.states}>
      <div className={classes.stack} aria-hidden>
        {present.map((state) => (
          <span
            key={state}
            className={badge.segment}
            data-state={state}
            style={{ flexGrow: counts?.[state] }}
          />
        ))}
      </div>
      <Toolbar label="Filter by state">
        {STATES_BY_URGENCY.map((state) => (
          <FilterChip
            key={state}
            pressed={chosen.includes(state)}
            count={counts?.[state]}
            onToggle={() => onToggle(state)}
          >
            <StateSwatch state={state} />
            {state}
          </FilterChip>
        ))}
      </Toolbar>
    </div>
  );
}
