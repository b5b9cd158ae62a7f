import { Button, Select } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { OUTBOX_STATUSES } from '#contract/names.ts';
import { api } from '../../api/client.ts';
import { OUTBOX_WORDS } from '../../ui/outbox-status.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { Toolbar } from '../../ui/toolbar.tsx';
import { activityFilterOf } from './activity-search.ts';
import type { ActivitySearch } from './activity-search.ts';
import classes from './activity-page.module.css';
import { KINDS } from '../../ui/kind-words.tsx';

interface ActivityToolbarProps {
  readonly search: ActivitySearch;
  readonly onChange: (change: Partial<ActivitySearch>) => void;
  readonly onClear: () => void;
}

/** Search and filters of the Activity page. */
export function ActivityToolbar({ search, onChange, onClear }: ActivityToolbarProps) {
  const connections = useQuery(api.connections.list.queryOptions());
  return (
    <Toolbar label="Search and filters">
      <SearchField
        className={classes.search}
        label="Search activity by record or words"
        placeholder="Record or words"
        value={search.search ?? ''}
        onChange={(words) => onChange({ search: words || undefined })}
      />
      <Select
        className={classes.filter}
        aria-label="Kind"
        placeholder="Any kind"
        clearable
        data={KINDS.map(({ kind, words }) => ({ value: kind, label: words }))}
        value={search.kind ?? null}
        onChange={(kind) => onChange({ kind: kind ?? undefined })}
      />
      <Select
        className={classes.filter}
        aria-label="Result"
        placeholder="Any result"
        clearable
        data={OUTBOX_STATUSES.map((status) => ({ value: status, label: OUTBOX_WORDS[status] }))}
        value={search.status ?? null}
        onChange={(status) => onChange({ status: status ?? undefined })}
      />
      <Select
        className={classes.filter}
        aria-label="Connection"
        placeholder="Any connection"
        clearable
        data={(connections.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        value={search.connectionId ?? null}
        onChange={(connectionId) => onChange({ connectionId: connectionId ?? undefined })}
      />
      {search.leadId !== undefined && (
        <Button
          size="compact-sm"
          variant="light"
          rightSection={<IconX size={13} aria-hidden />}
          onClick={() => onChange({ leadId: undefined })}
        >
          One lead only
        </Button>
      )}
      {Object.keys(activityFilterOf(search)).length > 0 && (
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconX size={14} aria-hidden />}
          onClick={onClear}
        >
          Clear filters
        </Button>
      )}
    </Toolbar>
  );
}
