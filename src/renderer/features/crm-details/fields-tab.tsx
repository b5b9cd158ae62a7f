import { Button } from '@mantine/core';
import {
  IconAlertTriangle,
  IconArrowLeft,
  IconArrowRight,
  IconCircleCheck,
  IconCircleDashed,
} from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { ConnectionView, FieldView, FieldsView } from '#contract/connections.ts';
import { api, queryClient } from '../../api/client.ts';
import { FieldError } from '../../ui/field-error.tsx';
import { notifyDone } from '../../ui/notify.ts';
import { Section } from '../../ui/page-header.tsx';
import { ErrorState, LoadingState } from '../../ui/page-states.tsx';
import type { Tone } from '../../ui/tone-mark.tsx';
import { ToneMark } from '../../ui/tone-mark.tsx';
import { FieldDifferences } from './field-differences.tsx';
import { FieldRules } from './field-rules.tsx';
import classes from './fields.module.css';
import { StatusMapping } from './status-mapping.tsx';

const LOOKS: Readonly<Record<FieldView['state'], { tone: Tone; icon: typeof IconCircleCheck }>> = {
  present: { tone: 'good', icon: IconCircleCheck },
  missing: { tone: 'warning', icon: IconCircleDashed },
  differs: { tone: 'bad', icon: IconAlertTriangle },
};

/** Says what the set-up left behind. */
function resultWords({ fields }: FieldsView): string {
  const open = fields.filter(({ state }) => state !== 'present');
  if (open.length === 0) return 'All fields are there.';
  const names = open.map(({ label }) => label).join(', ');
  return `Still to be put right in the CRM: ${names}.`;
}

/** Our fields in the CRM, and what each lead state writes. */
export function FieldsTab({ connection }: { readonly connection: ConnectionView }) {
  const { id } = connection;
  const query = useQuery(api.connections.fields.queryOptions({ input: { id } }));
  const setUp = useMutation(
    api.connections.setUpFields.mutationOptions({
      onSuccess: (view) => {
        queryClient.setQueryData(api.connections.fields.queryKey({ input: { id } }), view);
        void queryClient.invalidateQueries({ queryKey: api.attention.list.key() });
        notifyDone(resultWords(view));
      },
    }),
  );
  const view = query.data;
  if (view === undefined) {
    return query.error ? (
      <ErrorState error={query.error} onRetry={() => void query.refetch()} />
    ) : (
      <LoadingState label="Looking at the fields of the CRM" lines={8} />
    );
  }
  const open = view.fields.filter(({ state }) => state !== 'present').length;
  return (
    <>
      <FieldDifferences connectionId={id} />
      <Section
        title="Fields"
        description={`Contact properties in the group “${view.groupName}”. Baton writes to no other, but for the owner and the contact status.`}
        actions={
          <Button
            variant={open === 0 ? 'default' : 'filled'}
            loading={setUp.isPending}
            onClick={() => setUp.mutate({ id })}
          >
            Set up fields
          </Button>
        }
      >
        <FieldsTable fields={view.fields} />
        <p className={classes.remark}>
          Besides, there is a hidden property{' '}
          <code className={classes.internal}>{view.lease.internalName}</code> that no contact has a value of:
          its description says which machine works on this account.
        </p>
        <FieldError error={setUp.error} />
        {setUp.isSuccess && (
          <p className={classes.result} role="status">
            {resultWords(view)}
          </p>
        )}
      </Section>
      <FieldRules connectionId={id} />
      <StatusMapping connectionId={id} view={view} />
    </>
  );
}

function FieldsTable({ fields }: { readonly fields: FieldsView['fields'] }) {
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">Field</th>
          <th scope="col">Type</th>
          <th scope="col">Direction</th>
          <th scope="col">In the CRM</th>
        </tr>
      </thead>
      <tbody>
        {fields.map((field) => {
          const { tone, icon } = LOOKS[field.state];
          const toApp = field.direction === 'crm-to-app';
          const Arrow = toApp ? IconArrowRight : IconArrowLeft;
          return (
            <tr key={field.key}>
              <td>
                <span className={classes.label}>{field.label}</span>
                <code className={classes.internal}>{field.internalName}</code>
              </td>
              <td>{field.type}</td>
              <td>
                <span className={classes.direction}>
                  CRM <Arrow size={14} aria-hidden /> <span className="sr-only">{toApp ? 'to' : 'from'}</span>{' '}
                  Baton
                </span>
              </td>
              <td>
                <ToneMark tone={tone} icon={icon}>
                  {field.state}
                </ToneMark>
                {field.remark !== '' && <p className={classes.remark}>{field.remark}</p>}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
