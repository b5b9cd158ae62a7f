import type { ReactNode } from 'react';
import classes from './toolbar.module.css';

/** A row of controls above a list: wraps when it is narrow. */
export function Toolbar({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className={classes.toolbar} role="group" aria-label={label}>
      {children}
    </div>
  );
}

/** A filter that is on or off, with the number it would leave. */
export function FilterChip({
  pressed,
  onToggle,
  count,
  children,
}: {
  readonly pressed: boolean;
  readonly onToggle: () => void;
  readonly count?: number | undefined;
  readonly children: ReactNode;
}) {
  return (
    <button type="button" className={classes.chip} aria-pressed={pressed} onClick={onToggle}>
      {children}
      {count !== undefined && <span className={classes.count}>{count.toLocaleString()}</span>}
    </button>
  );
}
