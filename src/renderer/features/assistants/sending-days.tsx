import { Select, Switch } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import classes from './editor.module.css';
import type { AssistantValues } from './assistant-values.ts';

type Rules = AssistantValues['rules'];

/** The choice of no country; no country has this code. */
const BY_ZONE = 'by-zone';

/** Public holidays, and the hour at which a lead opens mails. */
export function SendingDays({
  rules,
  problem,
  onChange,
}: {
  readonly rules: Rules;
  readonly problem: (field: string) => string | undefined;
  readonly onChange: (part: Partial<Rules>) => void;
}) {
  const countries = useQuery(api.sending.countries.queryOptions());
  return (
    <>
      <Switch
        checked={rules.publicHolidays}
        onChange={(event) => onChange({ publicHolidays: event.currentTarget.checked })}
        label="No mail on public holidays"
        description="Those of the lead’s country, as the CRM names it, else of its time zone."
      />
      {rules.publicHolidays && (
        <Select
          label="Country for leads of whom none is known"
          className={classes.country}
          searchable
          allowDeselect={false}
          limit={80}
          nothingFoundMessage="No country of this name"
          data={[
            { value: BY_ZONE, label: 'That of her time zone' },
            ...(countries.data ?? []).map(({ code, name }) => ({ value: code, label: name })),
          ]}
          value={rules.country ?? BY_ZONE}
          error={problem('rules.country')}
          onChange={(country) => onChange({ country: country === BY_ZONE ? null : country })}
        />
      )}
      <Switch
        checked={rules.atOpenHour}
        onChange={(event) => onChange({ atOpenHour: event.currentTarget.checked })}
        label="At the hour at which a lead opens mails"
        description="Where a lead opened at least two around the same hour, the next one goes 30 to 15 minutes before it, within business hours. Opens have to be measured for it."
      />
    </>
  );
}
