import type { ComponentType, ReactNode } from 'react';
import classes from './tone-mark.module.css';

type IconType = ComponentType<{ size?: number | string; stroke?: number | string; 'aria-hidden'?: boolean }>;

/** How something stands: the colour. The icon and the word say it too. */
export type Tone = 'good' | 'ready' | 'warning' | 'bad' | 'quiet';

/** A word with its icon and colour. */
export function ToneMark({
  tone,
  icon: Icon,
  code = false,
  children,
}: {
  readonly tone: Tone;
  readonly icon: IconType;
  /** The word is a name of the program's or the CRM's: set in the font of code. */
  readonly code?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <span className={classes.mark} data-tone={tone} data-code={code || undefined}>
      <Icon size={15} stroke={2} aria-hidden />
      <span>{children}</span>
    </span>
  );
}
