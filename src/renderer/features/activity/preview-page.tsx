import { useState } from 'react';
import { HOLD_KINDS, type HoldKind } from '#contract/names.ts';
import { HOLD_WORDS } from '../../ui/hold-words.ts';
import { FilterChip, Toolbar } from '../../ui/toolbar.tsx';
import { PreviewList } from './preview-list.tsx';
import classes from './preview-list.module.css';

/** *Preview*: what is held for approval, of every kind or of some. */
export function PreviewPage({ connectionId }: { readonly connectionId: string | null }) {
  const [only, setOnly] = useState<readonly HoldKind[]>([]);
  const toggle = (kind: HoldKind): void =>
    setOnly(only.includes(kind) ? only.filter((each) => each !== kind) : [...only, kind]);
  return (
    <>
      <div className={classes.kinds}>
        <Toolbar label="Kinds of writes">
          {HOLD_KINDS.map((kind) => (
            <FilterChip key={kind} pressed={only.includes(kind)} onToggle={() => toggle(kind)}>
              {HOLD_WORDS[kind]}
            </FilterChip>
          ))}
        </Toolbar>
      </div>
      <PreviewList
        key={only.join(' ')}
        connectionId={connectionId}
        only={only}
        onAllKinds={() => setOnly([])}
      />
    </>
  );
}
