import { Button } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import type { AssistantDraft, AssistantView } from '#contract/assistants.ts';
import { api, queryClient } from '../../api/client.ts';
import { useConfirm } from '../../ui/confirm.tsx';
import { EditorForm, EditorPage } from '../../ui/editor-page.tsx';
import { useFieldProblems } from '../../ui/field-problems.ts';
import { notifyDone } from '../../ui/notify.ts';
import { SaveProblem } from '../../ui/save-problem.tsx';
import { useUnsavedGuard } from '../../ui/unsaved-guard.ts';
import { AssistantPreview } from './assistant-preview.tsx';
import { draftOf, isChanged, valuesOf } from './assistant-values.ts';
import type { AssistantValues } from './assistant-values.ts';
import { MailboxSection } from './mailbox/mailbox-section.tsx';
import { EngagementNote } from './engagement-note.tsx';
import { WritingSection } from '../drafts/writing-section.tsx';
import { IdentityFields } from './identity-fields.tsx';
import { NurtureFields } from './nurture-fields.tsx';
import { OfferFields } from './offer-fields.tsx';
import { RiskFields } from './risk-fields.tsx';
import { ScheduleField } from './schedule-field.tsx';
import { SenderHealth } from './sender-health.tsx';
import { SendingFields } from './sending-fields.tsx';

interface AssistantFormProps {
  readonly draft: AssistantDraft;
  /** The assistant as the program has her; null: a new one. */
  readonly saved: AssistantView | null;
  /** Begins anew with what the program has now. */
  readonly onReload: () => void;
}

/** What every group of fields gets. */
export interface FieldsProps {
  readonly values: AssistantValues;
  readonly set: (change: Partial<AssistantValues>) => void;
  /** The program's sentence about a field. */
  readonly problem: (field: string) => string | undefined;
}

/** All that can be set of an assistant. */
export function AssistantForm({ draft, saved, onReload }: AssistantFormProps) {
  const navigate = useNavigate();
  const confirm = useConfirm();
  const form = useRef<HTMLFormElement>(null);
  const [before, setBefore] = useState(() => valuesOf(draft));
  const [version, setVersion] = useState(saved?.version ?? 0);
  const [values, setValues] = useState(before);
  const dirty = isChanged(before, values);
  const release = useUnsavedGuard(dirty);

  const goBack = (): void => void navigate({ to: '/assistants' });
  const readAgain = (): void => {
    void queryClient.invalidateQueries({ queryKey: api.assistants.list.key() });
    void queryClient.invalidateQueries({ queryKey: api.connections.key() });
  };
  const create = useMutation(
    api.assistants.create.mutationOptions({
      onSuccess: ({ id, name }) => {
        release();
        readAgain();
        notifyDone(`${name} is created. CRM Details shows what she needs next.`);
        void navigate({ to: '/assistants/$assistantId', params: { assistantId: id }, replace: true });
      },
    }),
  );
  const update = useMutation(
    api.assistants.update.mutationOptions({
      onSuccess: (view) => {
        setBefore(valuesOf(view));
        setValues(valuesOf(view));
        setVersion(view.version);
        queryClient.setQueryData(api.assistants.get.queryKey({ input: { id: view.id } }), view);
        readAgain();
        notifyDone(`${view.name} is saved.`);
      },
    }),
  );
  const remove = useMutation(
    api.assistants.remove.mutationOptions({
      onSuccess: () => {
        release();
        readAgain();
        notifyDone(`${saved?.name ?? 'The assistant'} is removed.`);
        goBack();
      },
    }),
  );

  const saving = create.isPending || update.isPending;
  const error = saved === null ? create.error : update.error;
  const problems = useFieldProblems(error, form);
  const save = (): void => {
    if (saving) return;
    remove.reset();
    if (saved === null) create.mutate(draftOf(values));
    else update.mutate({ ...draftOf(values), id: saved.id, version });
  };
  const askRemove = async (): Promise<void> => {
    if (saved === null) return;
    const sure = await confirm({
      title: `Remove ${saved.name}?`,
      text: 'She takes no more contacts. Her user in the CRM stays until an admin removes it there.',
      confirm: 'Remove',
      dangerous: true,
    });
    if (sure) remove.mutate({ id: saved.id });
  };
  const set = (change: Partial<AssistantValues>): void => {
    for (const [field, value] of Object.entries(change)) {
      if (field !== 'rules') problems.touch(field);
      else touchRules(values.rules, value as AssistantValues['rules'], problems.touch);
    }
    setValues((now) => ({ ...now, ...change }));
  };
  const fields: FieldsProps = { values, set, problem: (field) => problems.of(field) };

  return (
    <EditorPage
      title={saved?.name ?? 'New assistant'}
      back={{ to: '/assistants', label: 'All assistants' }}
      actions={
        saved !== null && (
          <Button
            variant="subtle"
            color="danger"
            leftSection={<IconTrash size={16} aria-hidden />}
            loading={remove.isPending}
            onClick={() => void askRemove()}
          >
            Remove
          </Button>
        )
      }
    >
      <EditorForm
        form={form}
        label={saved?.name ?? 'New assistant'}
        onSave={save}
        aside={<AssistantPreview values={values} assistantId={saved?.id ?? null} />}
        problem={
          <SaveProblem
            error={remove.error ?? error}
            fieldsLeft={problems.count}
            dirty={dirty}
            onReload={saved === null || remove.error !== null ? undefined : onReload}
          />
        }
        buttons={
          <>
            <Button variant="default" onClick={goBack}>
              Cancel
            </Button>
            <Button type="submit" loading={saving} disabled={saved !== null && !dirty}>
              {saved === null ? 'Create assistant' : 'Save'}
            </Button>
          </>
        }
      >
        <IdentityFields {...fields} />
        <MailboxSection assistant={saved} />
        <OfferFields {...fields} />
        <NurtureFields {...fields} />
        <ScheduleField {...fields} />
        {saved !== null && <WritingSection assistantId={saved.id} />}
        <SendingFields {...fields} />
        <RiskFields {...fields} />
        <EngagementNote />
        {saved !== null && <SenderHealth assistantId={saved.id} />}
      </EditorForm>
    </EditorPage>
  );
}

function touchRules(
  before: AssistantValues['rules'],
  now: AssistantValues['rules'],
  touch: (field: string) => void,
): void {
  const keys = Object.keys(now) as (keyof AssistantValues['rules'])[];
  for (const key of keys) if (before[key] !== now[key]) touch(`rules.${key}`);
}
