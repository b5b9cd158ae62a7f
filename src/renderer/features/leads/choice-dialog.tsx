import { Button, Group, Modal, Select, Stack, Text, TextInput } from '@mantine/core';
import { useQueries, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ActionChoice, LeadAction } from '#contract/leads.ts';
import { api } from '../../api/client.ts';
import { useNow } from '../../api/clock.ts';
import { toInput } from '../crm-details/local-moment.ts';
import { ACTION_EFFECTS, ACTION_LABELS } from './lead-words.ts';

const DAY = 86_400_000;

/** Actions that need a choice; Restart has a dialog of its own. */
const CHOICES = ['pause', 'change-schedule', 'change-assistant', 'change-owner'] as const;
type Choosing = (typeof CHOICES)[number];

/** Of which lead the choice is, where it is one alone. */
export interface AboutLead {
  readonly connectionId: string;
  readonly assistantId: string;
}

export function needsChoice(action: LeadAction): action is Choosing {
  return CHOICES.some((each) => each === action);
}

interface ChoiceDialogProps {
  /** null: the dialog is closed. */
  readonly action: Choosing | null;
  readonly count: number;
  readonly about: AboutLead | null;
  readonly onClose: () => void;
  readonly onChoose: (choice: ActionChoice) => void;
}

/** Asks what an action needs to know: until when, which schedule, which assistant, or who gets it back. */
export function ChoiceDialog({ action, count, about, onClose, onChoose }: ChoiceDialogProps) {
  const leads = count === 1 ? '' : `: ${count.toLocaleString()} leads`;
  return (
    <Modal
      opened={action !== null}
      onClose={onClose}
      title={action === null ? '' : `${ACTION_LABELS[action]}${leads}`}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      {action !== null && <Choice {...{ action, count, about, onClose, onChoose }} />}
    </Modal>
  );
}

const NOTHING: ActionChoice = { scheduleId: null, assistantId: null };

function Choice({
  action,
  count,
  about,
  onClose,
  onChoose,
}: Omit<ChoiceDialogProps, 'action'> & { readonly action: Choosing }) {
  const [choice, setChoice] = useState<ActionChoice>(NOTHING);
  const isChosen = isComplete(action, choice);
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (isChosen) onChoose(choice);
      }}
    >
      <Stack gap="sm">
        <Text size="sm">
          {ACTION_EFFECTS[action]}
          {count > 1 && ' Leads for which this makes no sense are skipped.'}
        </Text>
        {action === 'pause' && <Until choice={choice} onChange={setChoice} />}
        {action === 'change-schedule' && <Schedule choice={choice} onChange={setChoice} />}
        {action === 'change-assistant' && (
          <Assistant choice={choice} onChange={setChoice} present={about?.assistantId ?? null} />
        )}
        {action === 'change-owner' && (
          <Owner choice={choice} onChange={setChoice} connectionId={about?.connectionId ?? null} />
        )}
        <Group justify="flex-end" gap="xs" mt="xs">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" disabled={!isChosen}>
            {action === 'pause' ? 'Pause' : 'Change'}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function isComplete(action: Choosing, choice: ActionChoice): boolean {
  switch (action) {
    case 'pause':
      return Boolean(choice.until);
    case 'change-schedule':
      return choice.scheduleId !== null;
    case 'change-assistant':
      return choice.assistantId !== null;
    case 'change-owner':
      return Boolean(choice.ownerId);
  }
}

interface PartProps {
  readonly choice: ActionChoice;
  readonly onChange: (choice: ActionChoice) => void;
}

function Until({ choice, onChange }: PartProps) {
  const now = useNow();
  const day = (from: number): string => toInput(from).slice(0, 10);
  const ahead = [
    ['A week', 7],
    ['Two weeks', 14],
    ['A month', 30],
  ] as const;
  return (
    <>
      <TextInput
        type="date"
        label="Pause until"
        description="The last day of the pause, where the lead is."
        data-autofocus
        min={day(now)}
        value={choice.until ?? ''}
        onChange={(event) => onChange({ ...choice, until: event.currentTarget.value || null })}
      />
      <Group gap="xs">
        {ahead.map(([label, days]) => (
          <Button
            key={label}
            size="compact-xs"
            variant="default"
            onClick={() => onChange({ ...choice, until: day(now + days * DAY) })}
          >
            {label}
          </Button>
        ))}
      </Group>
    </>
  );
}

function Schedule({ choice, onChange }: PartProps) {
  const schedules = useQuery(api.schedules.list.queryOptions());
  const steps = schedules.data?.find(({ id }) => id === choice.scheduleId)?.steps ?? [];
  const begins = steps.map(({ message }, index) => ({
    value: String(index),
    label: `Message ${index + 1}: ${message.kind === 'assistant' ? message.tone : message.subject}`,
  }));
  return (
    <>
      <Select
        label="Schedule"
        placeholder="Choose a schedule"
        data-autofocus
        data={(schedules.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        value={choice.scheduleId}
        onChange={(scheduleId) => onChange({ ...choice, scheduleId, fromStep: null })}
      />
      <Select
        label="Begin with"
        placeholder="After as many messages as were sent"
        clearable
        disabled={steps.length === 0}
        data={begins}
        value={typeof choice.fromStep === 'number' ? String(choice.fromStep) : null}
        onChange={(step) => onChange({ ...choice, fromStep: step === null ? null : Number(step) })}
      />
    </>
  );
}

function Assistant({ choice, onChange, present }: PartProps & { readonly present: string | null }) {
  const assistants = useQuery(api.assistants.list.queryOptions());
  const others = (assistants.data ?? []).filter(({ id }) => id !== present);
  return (
    <Select
      label="Assistant"
      placeholder="Choose an assistant"
      data-autofocus
      nothingFoundMessage="There is no other assistant."
      data={others.map(({ id, name }) => ({ value: id, label: name }))}
      value={choice.assistantId}
      onChange={(assistantId) => onChange({ ...choice, assistantId })}
    />
  );
}

function Owner({ choice, onChange, connectionId }: PartProps & { readonly connectionId: string | null }) {
  const connections = useQuery(api.connections.list.queryOptions());
  const asked = (connections.data ?? []).filter(({ id }) => connectionId === null || id === connectionId);
  const users = useQueries({
    queries: asked.map(({ id }) => api.connections.users.queryOptions({ input: { id } })),
  });
  const groups = asked.map(({ name }, index) => ({
    group: name,
    items: (users[index]?.data ?? [])
      .filter(({ active }) => active)
      .map(({ id, name: user, email }) => ({ value: id, label: user || email })),
  }));
  return (
    <Select
      label="Who gets it back"
      placeholder="A user of the CRM"
      searchable
      data-autofocus
      data={groups.length === 1 ? (groups[0]?.items ?? []) : groups}
      value={choice.ownerId ?? null}
      onChange={(ownerId) => onChange({ ...choice, ownerId })}
    />
  );
}
