import { Button, Group, Progress, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { UpdatesView, UpdateState } from '#contract/updates.ts';
import { api, queryClient } from '../../api/client.ts';
import { failureOf } from '../../api/errors.ts';
import { FieldError } from '../../ui/field-error.tsx';
import { useFieldProblems } from '../../ui/field-problems.ts';
import { notifyDone, notifyFailure } from '../../ui/notify.ts';
import { Section } from '../../ui/page-header.tsx';
import { ErrorState, LoadingState } from '../../ui/page-states.tsx';
import { TimeText } from '../../ui/time-text.tsx';

const take = (view: UpdatesView): void => {
  queryClient.setQueryData(api.updates.get.queryKey(), view);
};

/** *Updates*: newer versions from a place of the team's own; off until somebody names it. */
export function UpdatesSection() {
  const query = useQuery(api.updates.get.queryOptions());
  const view = query.data;
  return (
    <Section
      title="Updates"
      description="Newer versions come from an address of your own team, where the files of npm run package lie. Baton looks there once a day; nothing is brought or begun without you."
    >
      {view === undefined ? (
        query.error ? (
          <ErrorState error={query.error} onRetry={() => void query.refetch()} />
        ) : (
          <LoadingState label="Reading the version" lines={2} />
        )
      ) : view.impossible === null ? (
        <>
          <Feed key={view.feedUrl ?? ''} feedUrl={view.feedUrl} />
          <Found view={view} />
        </>
      ) : (
        <Text size="sm">
          This is version {view.version}. {view.impossible}
        </Text>
      )}
    </Section>
  );
}

function Feed({ feedUrl }: { readonly feedUrl: string | null }) {
  const form = useRef<HTMLFormElement>(null);
  const [address, setAddress] = useState(feedUrl ?? '');
  const save = useMutation(
    api.updates.setFeed.mutationOptions({
      onSuccess: (next) => {
        take(next);
        notifyDone(next.feedUrl === null ? 'Nothing is looked for any more.' : 'Saved.');
      },
    }),
  );
  const problems = useFieldProblems(save.error, form);
  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate({ feedUrl: address.trim() === '' ? null : address.trim() });
      }}
    >
      <Group align="flex-end" gap="xs">
        <TextInput
          flex={1}
          maw="32rem"
          name="feedUrl"
          label="Address of newer versions"
          description="https only. Empty: nothing is looked for."
          placeholder="https://updates.your-company.com/baton"
          value={address}
          error={problems.of('feedUrl')}
          onChange={(event) => {
            setAddress(event.currentTarget.value);
            problems.touch('feedUrl');
          }}
        />
        <Button
          type="submit"
          variant="default"
          loading={save.isPending}
          disabled={address.trim() === (feedUrl ?? '')}
        >
          Save
        </Button>
      </Group>
      {save.error !== null && failureOf(save.error).fields['feedUrl'] === undefined && (
        <FieldError error={save.error} />
      )}
    </form>
  );
}

function Found({ view }: { readonly view: UpdatesView }) {
  const { state } = view;
  const check = useMutation(api.updates.check.mutationOptions({ onSuccess: take, onError: notifyFailure }));
  const download = useMutation(
    api.updates.download.mutationOptions({ onSuccess: take, onError: notifyFailure }),
  );
  const restart = useMutation(api.updates.restart.mutationOptions({ onError: notifyFailure }));
  return (
    <Stack gap="xs" mt="md" align="flex-start">
      <Text size="sm" role="status">
        This is version {view.version}. <Words state={state} isOn={view.feedUrl !== null} />
      </Text>
      <Group gap="xs">
        {state.kind === 'downloading' && <Progress value={state.percent} w="8rem" aria-label="Downloaded" />}
        {state.kind === 'available' && (
          <Button loading={download.isPending} onClick={() => download.mutate(undefined)}>
            Download
          </Button>
        )}
        {state.kind === 'ready' ? (
          <Button loading={restart.isPending || restart.isSuccess} onClick={() => restart.mutate(undefined)}>
            Restart to update
          </Button>
        ) : (
          view.feedUrl !== null && (
            <Button
              variant="default"
              loading={check.isPending || state.kind === 'checking'}
              disabled={state.kind === 'downloading'}
              onClick={() => check.mutate(undefined)}
            >
              Check now
            </Button>
          )
        )}
      </Group>
    </Stack>
  );
}

function Words({ state, isOn }: { readonly state: UpdateState; readonly isOn: boolean }) {
  switch (state.kind) {
    case 'unknown':
      return isOn ? null : 'Nothing is looked for.';
    case 'checking':
      return 'Looking …';
    case 'current':
      return (
        <>
          It is the newest. Looked <TimeText at={state.at} />.
        </>
      );
    case 'available':
      return `Version ${state.version} is there.`;
    case 'downloading':
      return `Version ${state.version} is being downloaded.`;
    case 'ready':
      return `Version ${state.version} is ready.`;
    case 'failed':
      return state.sentence;
  }
}
