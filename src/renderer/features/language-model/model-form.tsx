import { Button, NumberInput, PasswordInput, Select, Switch, TextInput } from '@mantine/core';
import { IconAlertCircle, IconCircleCheck, IconPlugConnected } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { LanguageModelView } from '#contract/language-models.ts';
import type { ModelProvider } from '#contract/names.ts';
import { api, queryClient } from '../../api/client.ts';
import { FieldError } from '../../ui/field-error.tsx';
import { useFieldProblems } from '../../ui/field-problems.ts';
import { notifyDone } from '../../ui/notify.ts';
import { Section } from '../../ui/page-header.tsx';
import classes from './language-model.module.css';
import { PROVIDERS } from './model-words.ts';

/** Which model, where, and what it may be asked. */
export function ModelForm({ view }: { readonly view: LanguageModelView }) {
  const form = useRef<HTMLFormElement>(null);
  const [values, setValues] = useState({ ...view, key: '' });
  const save = useMutation(
    api.languageModels.save.mutationOptions({
      onSuccess: (next) => {
        queryClient.setQueryData(api.languageModels.get.queryKey(), next);
        void queryClient.invalidateQueries({ queryKey: api.drafts.writing.key() });
        notifyDone('Saved.');
      },
    }),
  );
  const test = useMutation(api.languageModels.test.mutationOptions());
  const problems = useFieldProblems(save.error ?? test.error, form);
  const set = (change: Partial<typeof values>): void => {
    for (const field of Object.keys(change)) problems.touch(field);
    if (test.data !== undefined) test.reset();
    setValues((before) => ({ ...before, ...change }));
  };
  const { provider, baseUrl, model, dailyLimit, readsReplies, isOn, version } = values;
  const isElsewhere = provider !== view.provider || baseUrl !== view.baseUrl;
  const keeps = view.hasKey && !isElsewhere;
  const key = values.key === '' ? null : values.key;
  return (
    <Section title="Model">
      <form
        ref={form}
        noValidate
        className={classes.fields}
        onSubmit={(event) => {
          event.preventDefault();
          test.reset();
          save.mutate({ isOn, provider, baseUrl, model, dailyLimit, readsReplies, version, key });
        }}
      >
        <Switch
          label="Use a language model"
          checked={isOn}
          onChange={(event) => set({ isOn: event.currentTarget.checked })}
        />
        <Select
          label="Provider"
          allowDeselect={false}
          data={PROVIDERS}
          value={provider}
          onChange={(value) => {
            const next = value as ModelProvider;
            set({ provider: next, baseUrl: view.usualAddresses[next] ?? '' });
          }}
        />
        <TextInput
          label="Address"
          placeholder="https://api.example.com/v1"
          value={baseUrl}
          error={problems.of('baseUrl')}
          onChange={(event) => set({ baseUrl: event.currentTarget.value })}
        />
        <TextInput
          label="Model"
          description="As the provider calls it."
          value={model}
          error={problems.of('model')}
          onChange={(event) => set({ model: event.currentTarget.value })}
        />
        <PasswordInput
          label="Key"
          description={
            keeps
              ? 'One is kept. Leave this empty to go on with it.'
              : provider === 'ollama'
                ? 'Ollama needs none.'
                : 'Kept in the keychain, or an encrypted file where there is none; sent to this address alone.'
          }
          autoComplete="off"
          value={values.key}
          error={problems.of('key')}
          visibilityToggleButtonProps={{ 'aria-label': 'Show or hide the key' }}
          onChange={(event) => set({ key: event.currentTarget.value })}
        />
        <NumberInput
          label="Questions a day"
          description="When they are used up, templates and rules go on alone until midnight UTC."
          min={1}
          value={dailyLimit}
          error={problems.of('dailyLimit')}
          onChange={(value) => set({ dailyLimit: Number(value) })}
        />
        <Switch
          label="Second opinion on replies"
          description="A reply that was understood with doubt is sent to the model, too. It alone never makes anybody Hot or unsubscribed."
          checked={readsReplies}
          onChange={(event) => set({ readsReplies: event.currentTarget.checked })}
        />
        {problems.count === 0 && <FieldError error={save.error ?? test.error} />}
        <div className={classes.row}>
          <Button type="submit" loading={save.isPending}>
            Save
          </Button>
          <Button
            variant="default"
            leftSection={<IconPlugConnected size={16} aria-hidden />}
            loading={test.isPending}
            onClick={() => {
              save.reset();
              test.mutate({ provider, baseUrl, model, key });
            }}
          >
            Test
          </Button>
          <span role="status" className={test.data?.ok === false ? classes.bad : classes.good}>
            {test.data !== undefined && (
              <>
                {test.data.ok ? (
                  <IconCircleCheck size={18} aria-hidden />
                ) : (
                  <IconAlertCircle size={18} aria-hidden />
                )}
                {test.data.sentence}
              </>
            )}
          </span>
        </div>
      </form>
    </Section>
  );
}
