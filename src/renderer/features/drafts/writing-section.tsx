import { Button, Modal, Radio, Switch, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { WritingView } from '#contract/drafts.ts';
import { api, queryClient } from '../../api/client.ts';
import { FieldError } from '../../ui/field-error.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { notifyDone } from '../../ui/notify.ts';
import { Section } from '../../ui/page-header.tsx';
import { ErrorState, LoadingState } from '../../ui/page-states.tsx';
import classes from './drafts.module.css';

type Waiting = 'approve' | 'keep' | 'skip';

/** How an assistant's messages come about: whether a person sees them first, and who writes them. Saved at once. */
export function WritingSection({ assistantId }: { readonly assistantId: string }) {
  const query = useQuery(api.drafts.writing.queryOptions({ input: { assistantId } }));
  return (
    <Section title="Before a message goes out">
      {query.data !== undefined ? (
        <Choices view={query.data} />
      ) : query.error ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <LoadingState label="Reading how she writes" lines={2} />
      )}
    </Section>
  );
}

function Choices({ view }: { readonly view: WritingView }) {
  const [asking, setAsking] = useState(false);
  const save = useMutation(
    api.drafts.setWriting.mutationOptions({
      onSuccess: (next) => {
        queryClient.setQueryData(
          api.drafts.writing.queryKey({ input: { assistantId: next.assistantId } }),
          next,
        );
        void queryClient.invalidateQueries({ queryKey: api.drafts.page.key() });
        void queryClient.invalidateQueries({ queryKey: api.drafts.count.key() });
        setAsking(false);
        notifyDone('Saved.');
      },
    }),
  );
  const { assistantId, version, reviewFirst, byModel, whenRefused } = view;
  const change = (what: Partial<WritingView>, waiting: Waiting | null = null): void =>
    save.mutate({ assistantId, version, reviewFirst, byModel, whenRefused, ...what, waiting });
  return (
    <div className={classes.fields}>
      <Switch
        label="Review first"
        description="Her messages wait under Drafts until a person approves them. Nothing leaves before."
        checked={reviewFirst}
        disabled={save.isPending}
        onChange={(event) => {
          const on = event.currentTarget.checked;
          if (!on && view.waiting > 0) setAsking(true);
          else change({ reviewFirst: on });
        }}
      />
      {view.waiting > 0 && (
        <p className={classes.quiet}>
          {view.waiting === 1 ? 'One message waits. ' : `${view.waiting} messages wait. `}
          <LinkButton to="/drafts" variant="subtle" size="compact-sm">
            Read the drafts
          </LinkButton>
        </p>
      )}
      <Switch
        label="Written by the language model"
        description={
          view.isModelOn
            ? 'Her messages are worded by the model from her context, the lead’s fields and what was sent before. What it states and you gave nowhere is held for you.'
            : 'No language model is turned on, so her messages are the templates of the schedule. Turn one on under Settings → Language model.'
        }
        checked={byModel}
        disabled={save.isPending || (!view.isModelOn && !byModel)}
        onChange={(event) => change({ byModel: event.currentTarget.checked })}
      />
      {byModel && (
        <Radio.Group
          label="When the model fails, or states what was given nowhere"
          value={whenRefused}
          onChange={(value) => change({ whenRefused: value as WritingView['whenRefused'] })}
        >
          <div className={classes.choices}>
            <Radio value="template" label="Send the template instead" disabled={save.isPending} />
            <Radio value="hold" label="Hold the message for a person" disabled={save.isPending} />
          </div>
        </Radio.Group>
      )}
      <FieldError error={save.error} />
      <Modal
        opened={asking}
        onClose={() => setAsking(false)}
        title="Turn off Review first?"
        closeButtonProps={{ 'aria-label': 'Close' }}
      >
        <Text size="sm">
          {view.waiting === 1 ? 'One message waits' : `${view.waiting} messages wait`} for approval. What
          becomes of {view.waiting === 1 ? 'it' : 'them'}?
        </Text>
        <div className={classes.choices}>
          <Button variant="default" onClick={() => change({ reviewFirst: false }, 'keep')}>
            Keep {view.waiting === 1 ? 'it' : 'them'} waiting
          </Button>
          <Button variant="default" onClick={() => change({ reviewFirst: false }, 'approve')}>
            Send {view.waiting === 1 ? 'it' : 'them'}
          </Button>
          <Button variant="default" onClick={() => change({ reviewFirst: false }, 'skip')}>
            Leave {view.waiting === 1 ? 'it' : 'them'} out
          </Button>
          <Button variant="subtle" onClick={() => setAsking(false)}>
            Cancel
          </Button>
        </div>
      </Modal>
    </div>
  );
}
