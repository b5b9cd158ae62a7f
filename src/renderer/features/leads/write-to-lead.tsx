import { Button, Kbd } from '@mantine/core';
import { IconArrowBackUp, IconUsersPlus } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import type { LeadRow } from '#contract/leads.ts';
import type { HumanMailKind } from '#contract/names.ts';
import { setWriting, useWriting } from '../human-mail/composer-state.ts';
import { MailComposer } from '../human-mail/mail-composer.tsx';
import classes from './lead-detail.module.css';

/** *Reply as assistant* (R) and *Introduce me*, and the composer that they open. */
export function WriteToLead({
  lead,
  begun,
}: {
  readonly lead: LeadRow;
  /** What was begun and not sent yet. */
  readonly begun: readonly HumanMailKind[];
}) {
  const { id: leadId, assistantName, state } = lead;
  const writing = useWriting(leadId);
  const button = useRef<HTMLButtonElement>(null);
  const wasWriting = useRef(false);
  // The keyboard goes back to where it came from.
  useEffect(() => {
    if (wasWriting.current && writing === null) button.current?.focus();
    wasWriting.current = writing !== null;
  }, [writing]);
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const { target, key } = event;
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || key.toLowerCase() !== 'r') return;
      if (target instanceof HTMLElement && target.closest('input, textarea, select, [role="dialog"]')) return;
      event.preventDefault();
      setWriting({ leadId, kind: 'reply', mailId: null });
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [leadId]);
  if (writing !== null) return <MailComposer key={writing.kind} writing={writing} />;
  const firstName = assistantName.split(' ')[0] ?? assistantName;
  return (
    <div className={classes.actions} role="group" aria-label="Write to the lead">
      <Button
        ref={button}
        size="compact-sm"
        variant="light"
        leftSection={<IconArrowBackUp size={15} stroke={1.8} aria-hidden />}
        rightSection={<Kbd size="xs">R</Kbd>}
        onClick={() => setWriting({ leadId, kind: 'reply', mailId: null })}
      >
        {begun.includes('reply') ? `Go on writing as ${firstName}` : `Reply as ${firstName}`}
      </Button>
      {(state === 'Hot' || state === 'LeadAtRisk') && (
        <Button
          size="compact-sm"
          variant="light"
          leftSection={<IconUsersPlus size={15} stroke={1.8} aria-hidden />}
          onClick={() => setWriting({ leadId, kind: 'introduce', mailId: null })}
        >
          {begun.includes('introduce') ? 'Go on introducing' : 'Introduce me'}
        </Button>
      )}
    </div>
  );
}
