import { Button, Group, Modal, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { InterruptedLead } from '#contract/health.ts';
import { api, queryClient } from '../../api/client.ts';
import { useNow } from '../../api/clock.ts';
import { FieldError } from '../../ui/field-error.tsx';
import { notifyDone } from '../../ui/notify.ts';
import { exactTime } from '../../ui/time-words.ts';
import classes from './health.module.css';
import { fromInput, toInput } from './local-moment.ts';

interface ContinueDialogProps {
  readonly connectionId: string;
  readonly leads: readonly InterruptedLead[];
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** *Continue them?*: leads whose messages came due while the connection was not active, and from when they go on. */
export function ContinueDialog({ connectionId, leads, opened, onClose }: ContinueDialogProps) {
  const count = leads.length.toLocaleString();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={leads.length === 1 ? 'Continue this lead?' : `Continue these ${count} leads?`}
      size="lg"
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      {opened && <ContinueBody connectionId={connectionId} leads={leads} onClose={onClose} />}
    </Modal>
  );
}

function ContinueBody({ connectionId, leads, onClose }: Omit<ContinueDialogProps, 'opened'>) {
  const now = useNow();
  const [chosen, setChosen] = useState<string | null>(null);
  const answer = useMutation(
    api.health.answerInterrupted.mutationOptions({
      onSuccess: ({ continued, skipped }, { answer: given }) => {
        void queryClient.invalidateQueries({ queryKey: api.health.key() });
        void queryClient.invalidateQueries({ queryKey: api.attention.key() });
        void queryClient.invalidateQueries({ queryKey: api.leads.key() });
        if (given.kind === 'leave') notifyDone('They stay stopped. Continue on a lead takes it up again.');
        else notifyDone(continued === 1 ? 'One lead goes on.' : `${continued} leads go on.`);
        const [first] = skipped;
        if (first !== undefined) notifyDone(`${skipped.length} left out. ${first.name}: ${first.because}`);
        onClose();
      },
    }),
  );
  const value = chosen ?? toInput(now);
  const startAt = fromInput(value);
  const pending = answer.isPending ? answer.variables.answer.kind : null;
  return (
    <>
      Their messages came due while the account was not connected. Nothing was sent, and the follow-up
      stopped.
      <ul className={classes.leads} aria-label="Leads that were stopped" tabIndex={0}>
        {leads.map((lead) => (
          <li key={lead.leadId}>
            <bdi>{lead.name}</bdi>
            <span>
              {lead.assistantName} · due {exactTime(lead.dueAt)}
            </span>
          </li>
        ))}
      </ul>
      <TextInput
        type="datetime-local"
        data-autofocus
        label="Go on from"
        description="In your own time. Each message goes at the first time from then on that is allowed for its lead."
        value={value}
        error={startAt === null ? 'Go on from: enter a date and a time.' : undefined}
        onChange={(event) => setChosen(event.currentTarget.value)}
      />
      <FieldError error={answer.error} />
      <Group justify="flex-end" mt="lg" gap="xs">
        <Button
          variant="default"
          loading={pending === 'leave'}
          disabled={pending === 'continue'}
          onClick={() => answer.mutate({ id: connectionId, answer: { kind: 'leave' } })}
        >
          No, leave them stopped
        </Button>
        <Button
          loading={pending === 'continue'}
          disabled={pending === 'leave' || startAt === null}
          onClick={() => {
            if (startAt !== null)
              answer.mutate({
                id: connectionId,
                answer: { kind: 'continue', startAt: Math.max(startAt, now) },
              });
          }}
        >
          Continue them
        </Button>
      </Group>
    </>
  );
}
