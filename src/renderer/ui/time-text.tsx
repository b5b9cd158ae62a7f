import { Tooltip } from '@mantine/core';
import { useNow } from '../api/clock.ts';
import { exactTime, relativeTime } from './time-words.ts';

interface TimeTextProps {
  /** Milliseconds UTC. */
  readonly at: number;
  /** What stands on the screen; the other one is in the tooltip. */
  readonly show?: 'relative' | 'exact';
  readonly className?: string;
}

/** A moment: relative to the program's clock, exact on hover (or the other way round). */
export function TimeText({ at, show = 'relative', className }: TimeTextProps) {
  const now = useNow();
  const relative = relativeTime(at, now);
  const exact = exactTime(at);
  return (
    <Tooltip label={show === 'relative' ? exact : relative}>
      <time dateTime={new Date(at).toISOString()} className={className}>
        {show === 'relative' ? relative : exact}
      </time>
    </Tooltip>
  );
}
