import { Select } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { UndoLook } from '#contract/activity.ts';
import { api, queryClient } from '../../api/client.ts';
import { notifyDone, notifyFailure } from '../../ui/notify.ts';
import { POLICY_CHOICES, POLICY_WORDS } from '../../ui/policy-words.ts';
import classes from './undo-dialog.module.css';

/** Makes a rule of what was seen here: from now on this property is written so, in every record of the connection. */
export function RuleChoice({
  connectionId,
  field: { field: property, rule },
}: {
  readonly connectionId: string;
  readonly field: UndoLook['fields'][number];
}) {
  const [policy, setPolicy] = useState(rule?.policy ?? 'always');
  const set = useMutation(
    api.health.setRule.mutationOptions({
      onSuccess: (_, chosen) => {
        setPolicy(chosen.policy);
        void queryClient.invalidateQueries({ queryKey: api.health.rules.key() });
        notifyDone(`${property}: ${POLICY_WORDS[chosen.policy].label.toLowerCase()}, from now on.`);
      },
      onError: notifyFailure,
    }),
  );
  if (rule === null) return null;
  const shown = set.isPending ? set.variables.policy : policy;
  return (
    <Select
      size="xs"
      className={classes.rule}
      label={`From now on, write ${property}`}
      description={`${POLICY_WORDS[shown].meaning} This holds for every record.`}
      data={POLICY_CHOICES}
      value={shown}
      allowDeselect={false}
      onChange={(next) => {
        const chosen = POLICY_CHOICES.find(({ value }) => value === next)?.value;
        if (chosen !== undefined && chosen !== policy)
          set.mutate({ id: connectionId, field: rule.field, policy: chosen });
      }}
    />
  );
}
