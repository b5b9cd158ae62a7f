import { Button } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconMinus } from '@tabler/icons-react';
import { useState } from 'react';
import type { FieldsView } from '#contract/connections.ts';
import type { LeadState } from '#contract/names.ts';
import { LEAD_STATES } from '#contract/names.ts';
import { Section } from '../../ui/page-header.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import { ToneMark } from '../../ui/tone-mark.tsx';
import { ContactStatusChoice } from './contact-status-choice.tsx';
import classes from './fields.module.css';

type Row = FieldsView['mapping'][number];

function stateOf(word: string): LeadState | null {
  return LEAD_STATES.find((state) => state === word) ?? null;
}

/** What each of the twelve states writes to the CRM's contact status, and the choice where the CRM lacks it. */
export function StatusMapping({
  connectionId,
  view,
}: {
  readonly connectionId: string;
  readonly view: FieldsView;
}) {
  const [changing, setChanging] = useState<string | null>(null);
  const open = [...view.missingOptions, ...(changing === null ? [] : [changing])];
  const statesOf = (wanted: string): string[] =>
    view.mapping.filter((row) => row.wanted === wanted).map(({ state }) => state);
  return (
    <Section
      title="What each lead state writes"
      description={
        <>
          The field Lead Connection Status gets the state itself; the contact status (
          <code>{view.contactStatusProperty}</code>) gets one of the CRM’s own options.
        </>
      }
    >
      {open.map((wanted) => (
        <ContactStatusChoice
          key={wanted}
          connectionId={connectionId}
          wanted={wanted}
          states={statesOf(wanted)}
          isMissing={view.missingOptions.includes(wanted)}
          options={view.contactStatusOptions}
          onDone={() => setChanging(null)}
        />
      ))}
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">Lead state</th>
            <th scope="col">Contact status</th>
            <th scope="col">Remark</th>
          </tr>
        </thead>
        <tbody>
          {view.mapping.map((row) => (
            <MappingRow
              key={row.state}
              row={row}
              onChange={
                row.remark === '' || view.missingOptions.includes(row.wanted)
                  ? undefined
                  : () => setChanging(row.wanted)
              }
            />
          ))}
        </tbody>
      </table>
    </Section>
  );
}

function MappingRow({ row, onChange }: { readonly row: Row; readonly onChange: (() => void) | undefined }) {
  const state = stateOf(row.state);
  const asWanted = row.written !== null && row.remark === '';
  return (
    <tr>
      <td>{state === null ? row.state : <StateBadge state={state} />}</td>
      <td>
        {row.written === null ? (
          <ToneMark tone="warning" icon={row.remark === '' ? IconMinus : IconAlertTriangle}>
            not written
          </ToneMark>
        ) : (
          <ToneMark tone={asWanted ? 'good' : 'ready'} icon={IconCheck} code>
            {row.written}
          </ToneMark>
        )}
      </td>
      <td>
        {row.remark}
        {onChange !== undefined && (
          <Button variant="subtle" size="compact-xs" onClick={onChange} aria-label={`Change ${row.wanted}`}>
            Change
          </Button>
        )}
      </td>
    </tr>
  );
}
