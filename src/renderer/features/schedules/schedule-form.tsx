import { Alert, Button, TextInput } from '@mantine/core';
import { IconCopyPlus, IconLock, IconTrash } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { ScheduleView } from '#contract/schedules.ts';
import { api, queryClient } from '../../api/client.ts';
import { EditorForm, EditorPage } from '../../ui/editor-page.tsx';
import { useFieldProblems } from '../../ui/field-problems.ts';
import { notifyDone } from '../../ui/notify.ts';
import { SaveProblem } from '../../ui/save-problem.tsx';
import { StepsStrip, stepsWords } from '../../ui/steps-strip.tsx';
import { useUnsavedGuard } from '../../ui/unsaved-guard.ts';
import { ApplyDialog } from './apply-dialog.tsx';
import type { ApplyTo } from './apply-dialog.tsx';
import { isChanged, missingNumbers, stepsChanged, stepsOf, valuesOf } from './schedule-draft.ts';
import type { ScheduleValues } from './schedule-draft.ts';
import { StepList } from './step-list.tsx';
import classes from './schedules.module.css';
import { useScheduleActions } from './use-schedule-actions.ts';

interface ScheduleFormProps {
  readonly start: ScheduleValues;
  /** The schedule as the program has it; null: a new one. */
  readonly saved: ScheduleView | null;
  /** Begins anew with what the program has now. */
  readonly onReload: () => void;
}

/** A schedule's name and messages. *Recommended* can be looked at and cloned. */
export function ScheduleForm({ start, saved, onReload }: ScheduleFormProps) {
  const navigate = useNavigate();
  const form = useRef<HTMLFormElement>(null);
  const [before, setBefore] = useState(start);
  const [version, setVersion] = useState(saved?.version ?? 0);
  const [values, setValues] = useState(start);
  const [tried, setTried] = useState(false);
  const [asking, setAsking] = useState(false);
  const dirty = isChanged(before, values);
  const fixed = saved?.builtIn ?? false;
  const release = useUnsavedGuard(dirty);

  const goBack = (): void => void navigate({ to: '/schedules' });
  const actions = useScheduleActions(() => {
    release();
    goBack();
  });
  const readAgain = (): void => {
    void queryClient.invalidateQueries({ queryKey: api.schedules.list.key() });
    void queryClient.invalidateQueries({ queryKey: api.connections.previewSchedules.key() });
  };
  const create = useMutation(
    api.schedules.create.mutationOptions({
      onSuccess: ({ id, name }) => {
        release();
        readAgain();
        notifyDone(`${name} is created. Sync schedules in CRM Details shows it to the CRM.`);
        void navigate({ to: '/schedules/$scheduleId', params: { scheduleId: id }, replace: true });
      },
    }),
  );
  const update = useMutation(
    api.schedules.update.mutationOptions({
      onSuccess: (view) => {
        setBefore(valuesOf(view));
        setValues(valuesOf(view));
        setVersion(view.version);
        setTried(false);
        queryClient.setQueryData(api.schedules.get.queryKey({ input: { id: view.id } }), view);
        readAgain();
        notifyDone(`${view.name} is saved.`);
      },
    }),
  );
  const saving = create.isPending || update.isPending;
  const error = saved === null ? create.error : update.error;
  const problems = useFieldProblems(error, form);
  const missing = tried ? missingNumbers(values) : {};

  const send = (applyTo: ApplyTo): void => {
    setAsking(false);
    const steps = stepsOf(values);
    if (steps === null) return;
    if (saved === null) create.mutate({ name: values.name, steps });
    else update.mutate({ id: saved.id, version, name: values.name, steps, applyTo });
  };
  const save = (): void => {
    if (saving || fixed) return;
    flushSync(() => setTried(true));
    if (stepsOf(values) === null) {
      form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
      return;
    }
    // A new name alone changes nothing for anybody, so nothing is asked.
    if (saved !== null && saved.leadsOnIt > 0 && stepsChanged(before, values)) setAsking(true);
    else send('all-leads');
  };

  const title = saved?.name ?? 'New schedule';
  const shown = stepsOf(values);
  return (
    <EditorPage
      title={title}
      description={shown === null ? undefined : stepsWords(shown)}
      back={{ to: '/schedules', label: 'All schedules' }}
      actions={
        saved !== null && (
          <>
            <Button
              variant="default"
              leftSection={<IconCopyPlus size={16} aria-hidden />}
              disabled={actions.busy}
              onClick={() => actions.clone(saved)}
            >
              Clone
            </Button>
            {!fixed && (
              <Button
                variant="subtle"
                color="danger"
                leftSection={<IconTrash size={16} aria-hidden />}
                disabled={actions.busy}
                onClick={() => void actions.remove(saved)}
              >
                Delete
              </Button>
            )}
          </>
        )
      }
    >
      <EditorForm
        form={form}
        label={title}
        onSave={save}
        problem={
          fixed ? undefined : Object.keys(missing).length > 0 ? (
            <SaveProblem error={null} fieldsLeft={Object.keys(missing).length} dirty={dirty} />
          ) : (
            <SaveProblem
              error={error}
              fieldsLeft={problems.count}
              dirty={dirty}
              onReload={saved === null ? undefined : onReload}
            />
          )
        }
        buttons={
          fixed ? (
            <Button variant="default" onClick={goBack}>
              Close
            </Button>
          ) : (
            <>
              <Button variant="default" onClick={goBack}>
                Cancel
              </Button>
              <Button type="submit" loading={saving} disabled={saved !== null && !dirty}>
                {saved === null ? 'Create schedule' : 'Save'}
              </Button>
            </>
          )
        }
      >
        {fixed && (
          <Alert variant="light" icon={<IconLock size={18} aria-hidden />} title="Built in">
            {saved?.name} cannot be changed or deleted. Clone it, and change the clone.
          </Alert>
        )}
        <div className={classes.nameAndDays}>
          {!fixed && (
            <TextInput
              label="Name"
              description="Sales people see it in the CRM, where they choose the schedule of a contact."
              maxLength={120}
              value={values.name}
              error={problems.of('name')}
              onChange={(event) => {
                problems.touch('name');
                setValues({ ...values, name: event.currentTarget.value });
              }}
            />
          )}
          {shown !== null && shown.length > 0 && <StepsStrip steps={shown} />}
        </div>
        <StepList
          values={values}
          fixed={fixed}
          problem={(field) => missing[field] ?? problems.of(field)}
          onChange={(next, touched) => {
            problems.touch(touched);
            setValues(next);
          }}
        />
      </EditorForm>
      <ApplyDialog
        opened={asking}
        name={title}
        leadsOnIt={saved?.leadsOnIt ?? 0}
        onClose={() => setAsking(false)}
        onSave={send}
      />
    </EditorPage>
  );
}
