import { ActionIcon } from '@mantine/core';
import { IconSchool, IconX } from '@tabler/icons-react';
import type { ReplyIntent } from '#contract/names.ts';
import { LinkButton } from '../../ui/link-button.tsx';
import { INTENT_LOOKS } from './intent-words.ts';
import classes from './beside.module.css';

/** A reply that was just corrected: the words that had decided, and what they mean really. */
export interface Corrected {
  readonly term: string;
  readonly intent: ReplyIntent;
}

/** After a correction: the same words can be understood so from now on. */
export function TeachOffer({ term, intent, onClose }: Corrected & { readonly onClose: () => void }) {
  return (
    <div className={classes.offer} role="status">
      <IconSchool size={18} stroke={1.7} aria-hidden />
      <span className={classes.offerText}>
        Always when a reply says <q className="foreign">{term}</q>: {INTENT_LOOKS[intent].words}?
      </span>
      <LinkButton to="/teaching" search={{ term, intent }} size="compact-sm" variant="default">
        Teach
      </LinkButton>
      <ActionIcon aria-label="No, this once" onClick={onClose}>
        <IconX size={16} aria-hidden />
      </ActionIcon>
    </div>
  );
}
