import { IconAlertCircle, IconCheck } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import type { ResponseRow } from '#contract/responses.ts';
import { TimeText } from '../../ui/time-text.tsx';
import { INTENT_LOOKS } from './intent-words.ts';
import classes from './responses.module.css';

/** The list on the left. The chosen one is always in view. */
export function ResponseList({
  rows,
  chosen,
  onChoose,
}: {
  readonly rows: readonly ResponseRow[];
  readonly chosen: string;
  readonly onChoose: (mailId: string) => void;
}) {
  const current = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // Newer browsers answer with a promise, which is no clean-up.
    current.current?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  return (
    <ul className={classes.list} aria-label="Responses">
      {rows.map((row) => (
        <li key={row.mailId}>
          <button
            ref={row.mailId === chosen ? current : undefined}
            type="button"
            className={classes.item}
            aria-current={row.mailId === chosen || undefined}
            onClick={() => onChoose(row.mailId)}
          >
            <span className={classes.itemHead}>
              <bdi className={classes.name}>{row.leadName}</bdi>
              <span className={classes.when}>
                <TimeText at={row.at} />
              </span>
            </span>
            <span className={classes.snippet}>
              {row.parts.find(({ isOwn }) => isOwn)?.text ?? row.subject}
            </span>
            <span className={classes.meaning}>
              {row.isUnsure && <IconAlertCircle size={14} aria-hidden />}
              {row.settledAt !== null && <IconCheck size={14} aria-hidden />}
              {meaningOf(row)}
              {row.isUnsure && ', needs a look'}
              {row.settledAt !== null && ', dealt with'}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}

/** What a response was understood as. */
export function meaningOf(row: ResponseRow): string {
  if (row.bounce !== null) return `Bounce (${row.bounce})`;
  return row.intent === null ? 'Not understood' : INTENT_LOOKS[row.intent].words;
}
