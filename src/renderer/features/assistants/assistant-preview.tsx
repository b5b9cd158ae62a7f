import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import { FIRST_WISH, MailPreview } from '../../ui/mail-preview.tsx';
import { Section } from '../../ui/page-header.tsx';
import { draftOf } from './assistant-values.ts';
import type { AssistantValues } from './assistant-values.ts';

const TYPING_MS = 150;

/** What she would write with the values of the form, while they are typed. Nothing is sent. */
export function AssistantPreview({
  values,
  assistantId,
}: {
  readonly values: AssistantValues;
  /** Null: a new one. */
  readonly assistantId: string | null;
}) {
  const [wanted, setWanted] = useState(FIRST_WISH);
  const [draft] = useDebouncedValue(values, TYPING_MS);
  const schedules = useQuery(api.schedules.list.queryOptions());
  const of = schedules.data?.find(({ id }) => id === draft.defaultScheduleId)?.steps.length ?? 1;
  const wish = { ...wanted, step: Math.max(0, Math.min(wanted.step, of - 1)) };
  const preview = useQuery(
    api.assistants.preview.queryOptions({
      input: { ...draftOf(draft), ...wish },
      placeholderData: keepPreviousData,
      gcTime: 0,
    }),
  );
  return (
    <Section title="Preview" description="It follows what you type. Nothing is sent.">
      <MailPreview wish={wish} onWish={setWanted} of={of} assistantId={assistantId} preview={preview} />
    </Section>
  );
}
