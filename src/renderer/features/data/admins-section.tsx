import { Button, TagsInput } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { AdminsView } from '#contract/health.ts';
import { api, queryClient } from '../../api/client.ts';
import { FieldError } from '../../ui/field-error.tsx';
import { useFieldProblems } from '../../ui/field-problems.ts';
import { notifyDone } from '../../ui/notify.ts';
import { Section } from '../../ui/page-header.tsx';
import { ErrorState, LoadingState } from '../../ui/page-states.tsx';
import classes from './data.module.css';

/** *Who is told when something fails*: one mail to each address, once for each failure. */
export function AdminsSection() {
  const query = useQuery(api.health.admins.queryOptions());
  return (
    <Section
      title="Who is told when something fails"
      description="Each address gets one mail when a connection fails, beside the notice in the app."
    >
      {query.data === undefined ? (
        query.error ? (
          <ErrorState error={query.error} onRetry={() => void query.refetch()} />
        ) : (
          <LoadingState label="Reading who is told" lines={2} />
        )
      ) : (
        <AdminsForm key={query.data.addresses.join()} view={query.data} />
      )}
    </Section>
  );
}

function AdminsForm({ view }: { readonly view: AdminsView }) {
  const form = useRef<HTMLFormElement>(null);
  const [addresses, setAddresses] = useState<string[]>(view.addresses);
  const save = useMutation(
    api.health.setAdmins.mutationOptions({
      onSuccess: (next) => {
        queryClient.setQueryData(api.health.admins.queryKey(), next);
        notifyDone('Saved.');
      },
    }),
  );
  const problems = useFieldProblems(save.error, form);
  const changed = addresses.join() !== view.addresses.join();
  return (
    <form
      ref={form}
      noValidate
      className={classes.admins}
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate({ addresses });
      }}
    >
      <TagsInput
        label="Addresses"
        placeholder={addresses.length === 0 ? 'robin@your-company.com' : ''}
        description="Enter after each. Nobody named: the notice in the app alone."
        value={addresses}
        splitChars={[',', ';', ' ']}
        acceptValueOnBlur
        error={problems.of('addresses')}
        onChange={(next) => {
          setAddresses(next);
          problems.touch('addresses');
        }}
      />
      {view.sender === null ? (
        <p className={classes.warn}>
          <IconAlertTriangle size={15} aria-hidden />
          <span>
            No assistant has a mailbox yet, so no mail can go out: failures are shown in the app alone. Give
            one a mailbox on the Assistants page.
          </span>
        </p>
      ) : (
        <p className={classes.remark}>
          The mails go through the mailbox of <bdi>{view.sender}</bdi>, also when the CRM cannot be reached.
        </p>
      )}
      {problems.count === 0 && <FieldError error={save.error} />}
      <div className={classes.buttons}>
        <Button
          type="submit"
          variant={changed ? 'filled' : 'default'}
          disabled={!changed}
          loading={save.isPending}
        >
          Save
        </Button>
      </div>
    </form>
  );
}
