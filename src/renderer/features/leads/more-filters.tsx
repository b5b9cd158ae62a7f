import { Button, Group, MultiSelect, Popover, Select } from '@mantine/core';
import { IconAdjustmentsHorizontal } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { DEACTIVATION_REASONS, MAX_STEPS } from '#contract/names.ts';
import type { DeactivationReason } from '#contract/names.ts';
import { api } from '../../api/client.ts';
import classes from './leads-page.module.css';
import { MORE_FILTERS } from './leads-search.ts';
import type { LeadsSearch } from './leads-search.ts';

const REASON_WORDS: Readonly<Record<DeactivationReason, string>> = {
  InvalidEmail: 'Invalid address',
  Disposable: 'Throw-away address',
  SpamTrap: 'Spam trap',
  ServerUnReachable: 'Mail server not reachable',
  BounceDeactivated: 'Bounced',
  BounceRisk: 'Risky address',
  CannotDetermine: 'Bounced without a reason',
  DeliveryFailed: 'Delivery failed',
  MovedOut: 'Moved out',
  Retired: 'Retired',
  ReferredSomeone: 'Referred someone',
  AskedToStop: 'Asked to stop',
  ManuallyDeactivated: 'Switched off by hand',
};

/** In a menu of the popover, which must not close with a choice in it. */
const INSIDE = { withinPortal: false } as const;

const YES_NO = (yes: string, no: string) => [
  { value: 'yes', label: yes },
  { value: 'no', label: no },
];

interface MoreFiltersProps {
  readonly search: LeadsSearch;
  readonly onChange: (change: Partial<LeadsSearch>) => void;
}

/** Filters that are rarely used, behind one button that says how many of them filter. */
export function MoreFilters({ search, onChange }: MoreFiltersProps) {
  const count = MORE_FILTERS.filter((key) => search[key] !== undefined).length;
  return (
    <Popover position="bottom-end" width={480} trapFocus returnFocus shadow="md">
      <Popover.Target>
        <Button
          variant={count === 0 ? 'default' : 'light'}
          leftSection={<IconAdjustmentsHorizontal size={16} aria-hidden />}
        >
          {count === 0 ? 'More filters' : `More filters (${count})`}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label="More filters">
        <Fields search={search} onChange={onChange} />
      </Popover.Dropdown>
    </Popover>
  );
}

function Fields({ search, onChange }: MoreFiltersProps) {
  const tags = useQuery(api.leads.tags.queryOptions());
  const known = (tags.data ?? []).map(({ tag, leads }) => ({
    value: tag,
    label: `${tag} (${leads.toLocaleString()})`,
  }));
  const steps = Array.from({ length: MAX_STEPS + 1 }, (_, sent) => String(sent));
  const flag = (value: string | null): boolean | undefined => (value === null ? undefined : value === 'yes');
  const shown = (value: boolean | undefined) => (value === undefined ? null : value ? 'yes' : 'no');
  const number = (value: string | null): number | undefined => (value === null ? undefined : Number(value));
  return (
    <div className={classes.moreFilters}>
      <Select
        label="Has the tag"
        placeholder="Any"
        clearable
        searchable
        comboboxProps={INSIDE}
        nothingFoundMessage="No such tag"
        data={known}
        value={search.tag ?? null}
        onChange={(tag) => onChange({ tag: tag ?? undefined })}
      />
      <Select
        label="Does not have the tag"
        placeholder="Any"
        clearable
        searchable
        comboboxProps={INSIDE}
        nothingFoundMessage="No such tag"
        data={known}
        value={search.withoutTag ?? null}
        onChange={(withoutTag) => onChange({ withoutTag: withoutTag ?? undefined })}
      />
      <Select
        label="Links"
        placeholder="Clicked or not"
        clearable
        comboboxProps={INSIDE}
        data={YES_NO('Clicked a link', 'Never clicked')}
        value={shown(search.clicked)}
        onChange={(value) => onChange({ clicked: flag(value) })}
      />
      <Select
        label="Pause by a person"
        placeholder="Paused or not"
        clearable
        comboboxProps={INSIDE}
        data={YES_NO('Paused until a day', 'Not paused')}
        value={shown(search.paused)}
        onChange={(value) => onChange({ paused: flag(value) })}
      />
      <MultiSelect
        label="Deactivated because"
        placeholder={search.reasons === undefined ? 'Any sub-state' : ''}
        clearable
        searchable
        comboboxProps={INSIDE}
        data={DEACTIVATION_REASONS.map((value) => ({ value, label: REASON_WORDS[value] }))}
        value={search.reasons ?? []}
        onChange={(values) => {
          const reasons = DEACTIVATION_REASONS.filter((reason) => values.includes(reason));
          onChange({ reasons: reasons.length === 0 ? undefined : reasons });
        }}
      />
      <Group grow gap="xs">
        <Select
          label="Sent at least"
          placeholder="0"
          clearable
          comboboxProps={INSIDE}
          data={steps}
          value={search.sentFrom === undefined ? null : String(search.sentFrom)}
          onChange={(value) => onChange({ sentFrom: number(value) })}
        />
        <Select
          label="Sent at most"
          placeholder={String(MAX_STEPS)}
          clearable
          comboboxProps={INSIDE}
          data={steps}
          value={search.sentTo === undefined ? null : String(search.sentTo)}
          onChange={(value) => onChange({ sentTo: number(value) })}
        />
      </Group>
    </div>
  );
}
