import { Button, Radio, Select, Switch, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ConnectionView } from '#contract/connections.ts';
import { api, queryClient } from '../../api/client.ts';
import { failureOf } from '../../api/errors.ts';
import { notifyDone, notifyFailure } from '../../ui/notify.ts';
import { Section } from '../../ui/page-header.tsx';
import { putConnection } from './connection-cache.ts';
import classes from './crm-details.module.css';
import { HoldSwitch } from './hold-switch.tsx';
import { ReadOnlySwitch } from './read-only-switch.tsx';

type Change = Partial<
  Pick<ConnectionView, 'name' | 'guardOn' | 'taskOnHot' | 'stopCompany' | 'fallbackOwnerId' | 'assignment'>
>;

/** The choice of no fallback owner; no user has this id. */
const NOBODY = 'nobody';

/** What can be chosen for a connection; each choice holds at once. */
export function Switches({ connection }: { readonly connection: ConnectionView }) {
  const users = useQuery(api.connections.users.queryOptions({ input: { id: connection.id } }));
  const [name, setName] = useState(connection.name);
  const update = useMutation(
    api.connections.update.mutationOptions({
      onSuccess: (view) => {
        putConnection(view);
        notifyDone('Saved.');
      },
      onError: (error) => {
        // A field says its own sentence.
        if (Object.keys(failureOf(error).fields).length === 0) notifyFailure(error);
        void queryClient.invalidateQueries({ queryKey: api.connections.list.key() });
      },
    }),
  );
  const { id, version, guardOn, taskOnHot, stopCompany, fallbackOwnerId, assignment } = connection;
  const save = (change: Change): void =>
    update.mutate({
      id,
      version,
      name: connection.name,
      guardOn,
      taskOnHot,
      stopCompany,
      fallbackOwnerId,
      assignment,
      ...change,
    });
  // What was just chosen shows at once; a refusal puts it back.
  const now = update.isPending ? { ...connection, ...update.variables } : connection;
  const people = users.data ?? [];
  const fallback = people.find((user) => user.id === now.fallbackOwnerId);
  return (
    <Section title="Switches" description="Each choice holds from the next contact on.">
      <div className={classes.switches}>
        <form
          className={classes.rename}
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            save({ name });
          }}
        >
          <TextInput
            label="Name of the connection"
            value={name}
            error={update.error ? failureOf(update.error).fields.name : undefined}
            onChange={(event) => {
              setName(event.currentTarget.value);
              if (update.error) update.reset();
            }}
          />
          <Button
            type="submit"
            variant="default"
            disabled={name === connection.name}
            loading={update.isPending && update.variables.name !== connection.name}
          >
            Rename
          </Button>
        </form>
        <Switch
          checked={now.guardOn}
          onChange={(event) => save({ guardOn: event.currentTarget.checked })}
          label="Re-assignment guard"
          description="A contact that comes back to an assistant while its Lead Connection Status has a value is not worked on again: it gets a note and goes back to its previous owner. Clear the field and assign again to begin anew."
        />
        <Switch
          checked={now.taskOnHot}
          onChange={(event) => save({ taskOnHot: event.currentTarget.checked })}
          label="Tasks for the owner"
          description="The owner gets a task when a lead turns Hot or is at risk, and when a follow-up is paused because a colleague answered."
        />
        <Switch
          checked={now.stopCompany}
          onChange={(event) => save({ stopCompany: event.currentTarget.checked })}
          label="One answer pauses the company"
          description="When one person answers, the follow-up of the others at the same domain is paused, and their owners are asked whether it goes on. Free mail providers are no company."
        />
        <HoldSwitch connection={connection} />
        <ReadOnlySwitch connection={connection} />
        <Select
          label="Fallback owner"
          description="Gets a contact back that had no owner before, or whose owner is no active user any more."
          searchable
          allowDeselect={false}
          className={classes.narrow}
          data={[
            { value: NOBODY, label: 'Nobody: left without an owner' },
            ...people
              .filter(({ active, id: userId }) => active || userId === now.fallbackOwnerId)
              .map((user) => ({
                value: user.id,
                label: `${user.name || user.email}${user.active ? '' : ' (not active)'}`,
              })),
          ]}
          value={now.fallbackOwnerId ?? NOBODY}
          error={
            fallback !== undefined && !fallback.active
              ? 'Fallback owner: this user is not active any more; choose another one.'
              : users.error
                ? failureOf(users.error).sentence
                : undefined
          }
          onChange={(ownerId) => save({ fallbackOwnerId: ownerId === NOBODY ? null : ownerId })}
        />
        <Radio.Group
          label="A contact is assigned"
          value={now.assignment}
          onChange={(value) => save({ assignment: value === 'property' ? 'property' : 'owner' })}
        >
          <div className={classes.presets}>
            <Radio
              value="owner"
              label="By owner"
              description="Make the assistant’s user the owner of the contact. She needs a user in the CRM."
            />
            <Radio
              value="property"
              label="By property"
              description="Choose her in the field … Assistant of the contact; No Assistant stops her. She needs no paid seat. Set up the fields after switching."
            />
          </div>
        </Radio.Group>
      </div>
    </Section>
  );
}
