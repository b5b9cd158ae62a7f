import { UnstyledButton } from '@mantine/core';
import { useLocalStorage, useMediaQuery } from '@mantine/hooks';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { AttentionRow } from './attention-row.tsx';
import classes from './attention.module.css';
import { useAttention, useSolve } from './use-attention.ts';

/** How many stand at most; fewer in a low window, where the list below needs the room. */
const SHOWN = 3;
const SHOWN_WHEN_LOW = 1;
const LOW_WINDOW = '(max-height: 700px)';

/** *Needs attention* at the head of the first screen: the first few, and the way to all. Nothing when nothing waits. `brief`: there is little room. */
export function AttentionStrip({ brief = false }: { readonly brief?: boolean }) {
  const query = useAttention();
  const low = useMediaQuery(LOW_WINDOW, false, { getInitialValueInEffect: false });
  const [folded, setFolded] = useLocalStorage({
    key: 'baton-attention-folded',
    defaultValue: false,
    getInitialValueInEffect: false,
  });
  const solver = useSolve();
  const entries = query.data ?? [];
  if (entries.length === 0) return null;
  const shown = entries.slice(0, low || brief ? SHOWN_WHEN_LOW : SHOWN);
  const more = entries.length - shown.length;
  const worst = entries[0]?.severity;
  return (
    <section className={classes.strip} aria-labelledby="attention-title" data-severity={worst}>
      <div className={classes.head}>
        <h2 id="attention-title" className={classes.title}>
          <UnstyledButton
            className={classes.fold}
            aria-expanded={!folded}
            aria-controls="attention-entries"
            onClick={() => setFolded(!folded)}
          >
            {folded ? <IconChevronRight size={16} aria-hidden /> : <IconChevronDown size={16} aria-hidden />}
            Needs attention
            <span className={classes.count}>{entries.length}</span>
          </UnstyledButton>
        </h2>
        {(more > 0 || folded) && (
          <Link to="/attention" className={classes.more}>
            {folded ? `See all ${entries.length}` : `${more} more`}
          </Link>
        )}
      </div>
      <ul id="attention-entries" className={classes.entries} hidden={folded}>
        {shown.map((entry) => (
          <AttentionRow key={entry.id} entry={entry} solver={solver} />
        ))}
      </ul>
    </section>
  );
}
