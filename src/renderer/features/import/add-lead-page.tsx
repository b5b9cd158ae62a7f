import { Anchor, Button, Textarea, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconAlertTriangle, IconCircleCheck, IconUserPlus } from '@tabler/icons-react';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import type { AddLookView, LeadDraft } from '#contract/imports.ts';
import { api } from '../../api/client.ts';
import { EditorForm, EditorPage } from '../../ui/editor-page.tsx';
import { FieldError } from '../../ui/field-error.tsx';
import { useFieldProblems, type FieldProblems } from '../../ui/field-problems.ts';
import { notifyDone } from '../../ui/notify.ts';
import { Section } from '../../ui/page-header.tsx';
import { EmptyState } from '../../ui/page-states.tsx';
import { ToneMark } from '../../ui/tone-mark.tsx';
import { FirstMessage } from './first-message.tsx';
import classes from './import.module.css';
import { NOBODY_YET, useWhoGetsIt, WhoGetsItFields, type WhoGetsIt } from './who-gets-it.tsx';

type Person = Omit<LeadDraft, keyof WhoGetsIt>;

const NOBODY: Person = { email: '', firstName: '', lastName: '', company: '', country: '', context: '' };
const TYPING_MS = 200;

/** *Add a lead*: one person, with a look at what would happen and at the first message. */
export function AddLeadPage() {
  const navigate = useNavigate();
  const form = useRef<HTMLFormElement>(null);
  const [person, setPerson] = useState(NOBODY);
  const [chosen, setChosen] = useState(NOBODY_YET);
  const who = useWhoGetsIt(chosen);
  const assistants = useQuery(api.assistants.list.queryOptions());
  const look = useMutation(api.imports.look.mutationOptions({ gcTime: 0 }));
  const add = useMutation(
    api.imports.add.mutationOptions({
      onSuccess: () => {
        notifyDone(`${person.email} is on the way into the CRM. The lead appears within seconds.`);
        void navigate({ to: '/leads' });
      },
    }),
  );
  const error = add.error ?? look.error;
  const problems = useFieldProblems(error, form);
  const draft: LeadDraft = {
    ...person,
    ...who,
    connectionId: who.connectionId ?? '',
    assistantId: who.assistantId ?? '',
  };
  const change = (next: Partial<Person>): void => {
    setPerson({ ...person, ...next });
    // What was found for another address does not hold for this one.
    if (next.email !== undefined) look.reset();
    add.reset();
  };
  const back = { to: '/leads', label: 'Leads' } as const;
  if (assistants.data?.length === 0) {
    return (
      <EditorPage title="Add a lead" back={back}>
        <EmptyState icon={IconUserPlus} title="There is no assistant yet">
          Create one under Assistants and connect a CRM; then people can be added here.
        </EmptyState>
      </EditorPage>
    );
  }
  return (
    <EditorPage
      title="Add a lead"
      description="The person is looked up in the CRM first, and created there only when they are new. Then the assistant takes them as if you had assigned them to her."
      back={back}
    >
      <EditorForm
        form={form}
        label="Add a lead"
        onSave={() => add.mutate(draft)}
        aside={<LeadPreview draft={draft} />}
        problem={
          look.data !== undefined && error === null ? (
            <Found look={look.data} />
          ) : problems.count === 0 ? (
            <FieldError error={error} />
          ) : undefined
        }
        buttons={
          <>
            <Button
              variant="default"
              loading={look.isPending}
              onClick={() => {
                add.reset();
                look.mutate(draft);
              }}
            >
              Only look
            </Button>
            <Button type="submit" loading={add.isPending}>
              Add the lead
            </Button>
          </>
        }
      >
        <PersonFields person={person} onChange={change} problems={problems} />
        <Section title="Who works on it">
          <WhoGetsItFields
            value={who}
            problems={problems}
            onChange={(next) => {
              setChosen(next);
              look.reset();
            }}
          />
          <Textarea
            mt="sm"
            label="Context"
            description="What is offered, as in “cyber security for electric vehicles”. Empty: the assistant’s."
            autosize
            minRows={2}
            maxRows={5}
            value={person.context}
            onChange={(event) => change({ context: event.currentTarget.value })}
          />
        </Section>
      </EditorForm>
    </EditorPage>
  );
}

function PersonFields({
  person,
  onChange,
  problems,
}: {
  readonly person: Person;
  readonly onChange: (next: Partial<Person>) => void;
  readonly problems: FieldProblems;
}) {
  const field = (name: keyof Person) => ({
    value: person[name],
    error: problems.of(name),
    autoComplete: 'off',
    onChange: (event: { readonly currentTarget: { readonly value: string } }) => {
      onChange({ [name]: event.currentTarget.value });
      problems.touch(name);
    },
  });
  return (
    <Section title="The person">
      <TextInput label="E-mail address" type="email" required spellCheck={false} {...field('email')} />
      <div className={classes.pair}>
        <TextInput label="First name" {...field('firstName')} />
        <TextInput label="Last name" {...field('lastName')} />
        <TextInput label="Company" {...field('company')} />
        <TextInput label="Country" {...field('country')} />
      </div>
    </Section>
  );
}

/** What adding would do; nothing was written. */
function Found({ look }: { readonly look: AddLookView }) {
  return (
    <div className={classes.found} role="status" data-possible={look.possible || undefined}>
      <ToneMark
        tone={look.possible ? 'good' : 'warning'}
        icon={look.possible ? IconCircleCheck : IconAlertTriangle}
      >
        {look.sentence}
      </ToneMark>
      {look.recordUrl !== null && (
        <Anchor size="sm" href={look.recordUrl} target="_blank" rel="noreferrer">
          Open the contact in the CRM
        </Anchor>
      )}
      <p className={classes.quiet}>Nothing was written.</p>
    </div>
  );
}

function LeadPreview({ draft }: { readonly draft: LeadDraft }) {
  const [typed] = useDebouncedValue(draft, TYPING_MS);
  const preview = useQuery({
    ...api.imports.preview.queryOptions({ input: typed, placeholderData: keepPreviousData, gcTime: 0 }),
    enabled: typed.assistantId !== '',
  });
  return (
    <Section title="First message" description="It follows what you type. Nothing is sent.">
      <FirstMessage preview={preview} />
    </Section>
  );
}
