import { ActionIcon, Button, MultiSelect, Radio, Select } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { HandBackRuleView, HandBackView } from '#contract/sending.ts';
import { api, queryClient } from '../../api/client.ts';
import { FieldError } from '../../ui/field-error.tsx';
import { useFieldProblems } from '../../ui/field-problems.ts';
import { notifyDone } from '../../ui/notify.ts';
import { Section } from '../../ui/page-header.tsx';
import classes from './crm-details.module.css';
import type { Person } from './hand-back-tab.tsx';

/** The choice of no long-term schedule; no schedule has this id. */
const NONE = 'none';

/** A country and its owner as they are typed. */
interface CountryRow {
  readonly key: number;
  readonly country: string | null;
  readonly ownerId: string | null;
}

interface Values {
  readonly kind: HandBackRuleView['kind'];
  readonly ownerIds: string[];
  readonly countries: readonly CountryRow[];
  readonly longTermScheduleId: string | null;
}

function valuesOf({ rule, longTermScheduleId }: HandBackView): Values {
  const owners = rule.kind === 'by-country' ? Object.entries(rule.owners) : [];
  return {
    kind: rule.kind,
    ownerIds: rule.kind === 'round-robin' ? rule.ownerIds : [],
    countries: owners.map(([country, ownerId], key) => ({ key, country, ownerId })),
    longTermScheduleId,
  };
}

function ruleOf({ kind, ownerIds, countries }: Values): HandBackRuleView {
  if (kind === 'fixed') return { kind };
  if (kind === 'round-robin') return { kind, ownerIds };
  const whole = countries.flatMap(({ country, ownerId }) =>
    country === null || ownerId === null ? [] : [[country, ownerId] as const],
  );
  return { kind, owners: Object.fromEntries(whole) };
}

/** Who gets a contact whose previous owner is absent, and what follows a complete schedule. */
export function HandBackForm({
  view,
  people,
}: {
  readonly view: HandBackView;
  readonly people: readonly Person[];
}) {
  const form = useRef<HTMLFormElement>(null);
  const start = valuesOf(view);
  const [values, setValues] = useState(start);
  const schedules = useQuery(api.schedules.list.queryOptions());
  const save = useMutation(
    api.sending.setHandBack.mutationOptions({
      onSuccess: (next) => {
        const input = { connectionId: next.connectionId };
        queryClient.setQueryData(api.sending.handBack.queryKey({ input }), next);
        void queryClient.invalidateQueries({ queryKey: api.connections.list.key() });
        notifyDone('Saved.');
      },
    }),
  );
  const problems = useFieldProblems(save.error, form);
  const set = (part: Partial<Values>, field = 'rule'): void => {
    setValues({ ...values, ...part });
    problems.touch(field);
  };
  const changed =
    JSON.stringify([ruleOf(values), values.longTermScheduleId]) !==
    JSON.stringify([ruleOf(start), start.longTermScheduleId]);
  const next = people.find(({ value }) => value === view.nextOwnerId);
  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const { connectionId, version } = view;
        const { longTermScheduleId } = values;
        save.mutate({ connectionId, version, rule: ruleOf(values), longTermScheduleId });
      }}
    >
      <Section
        title="Who gets a contact back"
        description="Its previous owner. The rule is for contacts without one, or whose owner is not active any more, or away without a deputy."
      >
        <div className={classes.switches}>
          <Radio.Group
            label="Where the previous owner is absent"
            value={values.kind}
            onChange={(kind) => set({ kind: kind as Values['kind'] })}
          >
            <div className={classes.presets}>
              <Radio
                value="fixed"
                label="The fallback owner"
                description="The one of the part Switches; nobody where none is chosen."
              />
              <Radio
                value="round-robin"
                label="By turn"
                description={`One of these people after the other; who is away is passed over.${next === undefined ? '' : ` Next: ${next.label}.`}`}
              />
              {values.kind === 'round-robin' && (
                <MultiSelect
                  aria-label="By turn: people"
                  className={classes.underRadio}
                  searchable
                  placeholder={values.ownerIds.length === 0 ? 'Choose people' : ''}
                  data={people
                    .filter(({ active, value }) => active || values.ownerIds.includes(value))
                    .map(({ value, label }) => ({ value, label }))}
                  value={values.ownerIds}
                  error={problems.of('rule')}
                  onChange={(ownerIds) => set({ ownerIds })}
                />
              )}
              <Radio
                value="by-country"
                label="By the contact’s country"
                description="The fallback owner for every other country."
              />
              {values.kind === 'by-country' && (
                <CountryRows
                  rows={values.countries}
                  people={people}
                  problem={problems.of('rule')}
                  onChange={(countries) => set({ countries })}
                />
              )}
            </div>
          </Radio.Group>
          <Select
            label="When a schedule is complete and no reply came"
            description="With a long-term schedule the contact stays with the assistant, gets a note and goes on as Cold."
            className={classes.narrow}
            allowDeselect={false}
            data={[
              { value: NONE, label: 'Processed, and handed back' },
              ...(schedules.data ?? []).map(({ id, name }) => ({ value: id, label: `Onto “${name}”` })),
            ]}
            value={values.longTermScheduleId ?? NONE}
            error={problems.of('longTermScheduleId')}
            onChange={(id) => set({ longTermScheduleId: id === NONE ? null : id }, 'longTermScheduleId')}
          />
          {problems.count === 0 && <FieldError error={save.error} />}
          <div>
            <Button
              type="submit"
              variant={changed ? 'filled' : 'default'}
              disabled={!changed}
              loading={save.isPending}
            >
              Save
            </Button>
          </div>
        </div>
      </Section>
    </form>
  );
}

interface CountryRowsProps {
  readonly rows: readonly CountryRow[];
  readonly people: readonly Person[];
  readonly problem: string | undefined;
  readonly onChange: (rows: readonly CountryRow[]) => void;
}

function CountryRows({ rows, people, problem, onChange }: CountryRowsProps) {
  const countries = useQuery(api.sending.countries.queryOptions());
  const all = (countries.data ?? []).map(({ code, name }) => ({ value: code, label: name }));
  const owners = people.filter(({ active }) => active).map(({ value, label }) => ({ value, label }));
  const taken = new Set(rows.map(({ country }) => country));
  const change = (key: number, part: Partial<CountryRow>): void =>
    onChange(rows.map((row) => (row.key === key ? { ...row, ...part } : row)));
  const add = (): void => {
    const key = Math.max(-1, ...rows.map((row) => row.key)) + 1;
    onChange([...rows, { key, country: null, ownerId: null }]);
  };
  return (
    <div className={classes.underRadio}>
      {rows.map(({ key, country, ownerId }, index) => (
        <div key={key} className={classes.countryRow}>
          <Select
            aria-label={`Country ${index + 1}`}
            placeholder="Country"
            searchable
            limit={80}
            data={all.filter(({ value }) => value === country || !taken.has(value))}
            value={country}
            onChange={(value) => change(key, { country: value })}
          />
          <Select
            aria-label={`Owner for country ${index + 1}`}
            placeholder="Owner"
            searchable
            data={owners}
            value={ownerId}
            onChange={(value) => change(key, { ownerId: value })}
          />
          <ActionIcon
            size="lg"
            aria-label={`Remove country ${index + 1}`}
            onClick={() => onChange(rows.filter((row) => row.key !== key))}
          >
            <IconTrash size={16} aria-hidden />
          </ActionIcon>
        </div>
      ))}
      {problem !== undefined && (
        <p className={classes.wrong} role="alert">
          {problem}
        </p>
      )}
      <Button size="xs" variant="default" leftSection={<IconPlus size={14} aria-hidden />} onClick={add}>
        Add a country
      </Button>
    </div>
  );
}
