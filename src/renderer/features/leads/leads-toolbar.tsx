import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { CUSTODIES, FOLLOW_UPS, LEAD_NEEDS } from '#contract/names.ts';
import { api } from '../../api/client.ts';
import { SearchField } from '../../ui/search-field.tsx';
import { Toolbar } from '../../ui/toolbar.tsx';
import { CUSTODY_WORDS, FOLLOW_UP_WORDS, NEED_WORDS } from './lead-words.ts';
import { MoreFilters } from './more-filters.tsx';
import type { LeadsSearch } from './leads-search.ts';
import classes from './leads-page.module.css';

interface LeadsToolbarProps {
  readonly search: LeadsSearch;
  readonly onChange: (change: Partial<LeadsSearch>) => void;
  /** There is little room: a filter that is rarely used stands only while it filters. */
  readonly brief: boolean;
}

/** Search and filters of the Leads page, except the states, which have their chips. */
export function LeadsToolbar({ search, onChange, brief }: LeadsToolbarProps) {
  const assistants = useQuery(api.assistants.list.queryOptions());
  return (
    <Toolbar label="Search and filters">
      <SearchField
        className={classes.search}
        label="Search leads by name, address or company"
        placeholder="Name, address or company"
        value={search.search ?? ''}
        onChange={(words) => onChange({ search: words || undefined })}
      />
      <Select
        className={classes.filter}
        aria-label="Assistant"
        placeholder="Any assistant"
        clearable
        data={(assistants.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        value={search.assistantId ?? null}
        onChange={(assistantId) => onChange({ assistantId: assistantId ?? undefined })}
      />
      <Select
        className={classes.filter}
        aria-label="Follow-up"
        placeholder="Any follow-up"
        clearable
        data={FOLLOW_UPS.map((value) => ({ value, label: FOLLOW_UP_WORDS[value] }))}
        value={search.followUp ?? null}
        onChange={(value) => onChange({ followUp: value ?? undefined })}
      />
      <Select
        className={classes.filter}
        aria-label="Custody: who has the record"
        placeholder="Any custody"
        clearable
        data={CUSTODIES.map((value) => ({ value, label: CUSTODY_WORDS[value] }))}
        value={search.custody ?? null}
        onChange={(value) => onChange({ custody: value ?? undefined })}
      />
      {(!brief || search.need !== undefined) && (
        <Select
          className={classes.filter}
          aria-label="Needs of you"
          placeholder="Needs anything"
          clearable
          data={LEAD_NEEDS.map((value) => ({ value, label: NEED_WORDS[value] }))}
          value={search.need ?? null}
          onChange={(value) => onChange({ need: value ?? undefined })}
        />
      )}
      <MoreFilters search={search} onChange={onChange} />
    </Toolbar>
  );
}
