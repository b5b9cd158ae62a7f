import { Button, Select, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { HandBackView } from '#contract/sending.ts';
import { api, queryClient } from '../../api/client.ts';
import { FieldError } from '../../ui/field-error.tsx';
import { useFieldProblems } from '../../ui/field-problems.ts';
import { notifyDone, notifyFailure } from '../../ui/notify.ts';
import { Section } from '../../ui/page-header.tsx';
import { dayName } from '../../ui/time-words.ts';
import classes from './crm-details.module.css';
import type { Person } from './hand-back-tab.tsx';

interface AwayProps {
  readonly connectionId: string;
  readonly view: HandBackView;
  readonly people: readonly Person[];
}

/** The morning of a day on this machine, milliseconds UTC; 0: no day. */
function morningOf(day: string): number {
  const at = day === '' ? Number.NaN : new Date(`${day}T00:00`).getTime();
  return Number.isNaN(at) ? 0 : at;
}

/** Keeps what the program answered. */
function put(view: HandBackView): void {
  const input = { connectionId: view.connectionId };
  queryClient.setQueryData(api.sending.handBack.queryKey({ input }), view);
}

/** *I am away until…*, for any user of the CRM. */
export function AwaySection({ connectionId, view, people }: AwayProps) {
  const back = useMutation(
    api.sending.endAway.mutationOptions({
      onSuccess: (next) => {
        put(next);
        notifyDone('Back: contacts are handed back as before.');
      },
      onError: notifyFailure,
    }),
  );
  return (
    <Section
      title="Who is away"
      description="While somebody is away their contacts go to the deputy, and nobody is late in answering: the 24 hours of a lead at risk stand still."
    >
      {view.absences.length > 0 && (
        <ul className={classes.absences}>
          {view.absences.map(({ ownerId, name, until, deputyName }) => (
            <li key={ownerId}>
              <span>
                <bdi>{name}</bdi> is away, and back on <time>{dayName(until)}</time>.{' '}
                <span className={classes.quietWords}>
                  {deputyName === null ? (
                    'No deputy: the rule below holds.'
                  ) : (
                    <>
                      Deputy: <bdi>{deputyName}</bdi>.
                    </>
                  )}
                </span>
              </span>
              <Button
                size="xs"
                variant="default"
                loading={back.isPending && back.variables.ownerId === ownerId}
                onClick={() => back.mutate({ connectionId, ownerId })}
                aria-label={`${name} is back now`}
              >
                Back now
              </Button>
            </li>
          ))}
        </ul>
      )}
      <AwayForm key={view.absences.length} connectionId={connectionId} people={people} />
    </Section>
  );
}

function AwayForm({ connectionId, people }: Omit<AwayProps, 'view'>) {
  const form = useRef<HTMLFormElement>(null);
  const [ownerId, setOwnerId] = useState<string | null>(null);
  const [until, setUntil] = useState('');
  const [deputyOwnerId, setDeputy] = useState<string | null>(null);
  const save = useMutation(
    api.sending.setAway.mutationOptions({
      onSuccess: (next) => {
        put(next);
        notifyDone('Saved.');
      },
    }),
  );
  const problems = useFieldProblems(save.error, form);
  const data = people.filter(({ active }) => active).map(({ value, label }) => ({ value, label }));
  return (
    <form
      ref={form}
      noValidate
      className={classes.away}
      onSubmit={(event) => {
        event.preventDefault();
        if (ownerId !== null) {
          save.mutate({ connectionId, ownerId, until: morningOf(until), deputyOwnerId });
        }
      }}
    >
      <Select
        label="Who"
        placeholder="A user of the CRM"
        searchable
        data={data}
        value={ownerId}
        error={problems.of('ownerId')}
        onChange={(value) => {
          setOwnerId(value);
          problems.touch('ownerId');
        }}
      />
      <TextInput
        label="Back on"
        type="date"
        value={until}
        error={problems.of('until')}
        onChange={(event) => {
          setUntil(event.currentTarget.value);
          problems.touch('until');
        }}
      />
      <Select
        label="Deputy"
        placeholder="Nobody"
        searchable
        clearable
        data={data.filter(({ value }) => value !== ownerId)}
        value={deputyOwnerId}
        error={problems.of('deputyOwnerId')}
        onChange={(value) => {
          setDeputy(value);
          problems.touch('deputyOwnerId');
        }}
      />
      <Button
        type="submit"
        variant="default"
        disabled={ownerId === null || until === ''}
        loading={save.isPending}
      >
        Set away
      </Button>
      {problems.count === 0 && (
        <div className={classes.awayError}>
          <FieldError error={save.error} />
        </div>
      )}
    </form>
  );
}
