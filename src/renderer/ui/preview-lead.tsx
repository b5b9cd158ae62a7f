import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { PreviewWish } from '#contract/mail-preview.ts';
import { api } from '../api/client.ts';

const TYPING_MS = 250;
const MOST = 20;
const EXAMPLES = [
  { value: 'example:full', label: 'An example lead' },
  { value: 'example:bare', label: 'An example with nothing but an address' },
];

interface PreviewLeadProps {
  readonly wish: PreviewWish;
  readonly onWish: (wish: PreviewWish) => void;
  readonly assistantId: string | null;
}

/** For whom a message is shown: one of two examples, or a lead that is searched for. */
export function PreviewLead({ wish, onWish, assistantId }: PreviewLeadProps) {
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<{ readonly value: string; readonly label: string } | null>(null);
  const [search] = useDebouncedValue(chosen?.label === typed ? '' : typed.trim(), TYPING_MS);
  const found = useQuery(
    api.leads.page.queryOptions({
      input: {
        filter: {
          ...(assistantId === null ? {} : { assistantId }),
          ...(isExample(search) ? {} : { search }),
        },
        sort: { by: 'updated', descending: true },
        offset: 0,
        limit: MOST,
      },
      placeholderData: keepPreviousData,
    }),
  );
  const leads = (found.data?.rows ?? []).map(({ id, name, company }) => ({
    value: id,
    label: company === '' ? name : `${name}, ${company}`,
  }));
  const isListed = leads.some(({ value }) => value === chosen?.value);
  const kept = chosen === null || isListed ? [] : [chosen];
  return (
    <Select
      label="Written to"
      size="xs"
      searchable
      allowDeselect={false}
      nothingFoundMessage="No lead of this name"
      data={[
        { group: 'Examples', items: EXAMPLES },
        ...(leads.length + kept.length > 0 ? [{ group: 'Leads', items: [...kept, ...leads] }] : []),
      ]}
      value={wish.leadId ?? `example:${wish.example}`}
      searchValue={typed}
      onSearchChange={setTyped}
      onChange={(value, option) => {
        if (value === 'example:full' || value === 'example:bare') {
          setChosen(null);
          onWish({ ...wish, leadId: null, example: value === 'example:full' ? 'full' : 'bare' });
        } else if (value !== null) {
          setChosen({ value, label: option?.label ?? value });
          onWish({ ...wish, leadId: value });
        }
      }}
    />
  );
}

/** The label of an example stands in the field while nothing is searched. */
function isExample(search: string): boolean {
  return search === '' || EXAMPLES.some(({ label }) => label === search);
}
