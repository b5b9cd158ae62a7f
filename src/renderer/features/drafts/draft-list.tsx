import { IconAlertTriangle } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import type { DraftRow } from '#contract/drafts.ts';
import { TimeText } from '../../ui/time-text.tsx';
import classes from '../responses/responses.module.css';
import { statusWords } from './draft-words.ts';

/** The list on the left. The chosen one is always in view. */
export function DraftList({
  rows,
  chosen,
  onChoose,
}: {
  readonly rows: readonly DraftRow[];
  readonly chosen: string;
  readonly onChoose: (id: string) => void;
}) {
  const current = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // Newer browsers answer with a promise, which is no clean-up.
    current.current?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  return (
    <ul className={classes.list} aria-label="Drafts">
      {rows.map((row) => (
        <li key={row.id}>
          <button
            ref={row.id === chosen ? current : undefined}
            type="button"
            className={classes.item}
            aria-current={row.id === chosen || undefined}
            onClick={() => onChoose(row.id)}
          >
            <span className={classes.itemHead}>
              <bdi className={classes.name}>{row.leadName}</bdi>
              <span className={classes.when}>
                <TimeText at={row.settledAt ?? row.createdAt} />
              </span>
            </span>
            <span className={classes.snippet}>{row.subject}</span>
            <span className={classes.meaning}>
              {row.claims.length > 0 && <IconAlertTriangle size={14} aria-hidden />}
              {row.status === 'waiting'
                ? `Message ${row.step} of ${row.of}, ${row.assistantName}`
                : statusWords(row)}
              {row.claims.length > 0 && ', check the facts'}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
