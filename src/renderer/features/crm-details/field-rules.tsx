import { Select } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { FieldRuleView } from '#contract/health.ts';
import type { WritePolicy } from '#contract/names.ts';
import { api, queryClient } from '../../api/client.ts';
import { notifyDone, notifyFailure } from '../../ui/notify.ts';
import { Section } from '../../ui/page-header.tsx';
import { ErrorState, LoadingState } from '../../ui/page-states.tsx';
import classes from './health.module.css';
import { POLICY_CHOICES, POLICY_WORDS } from '../../ui/policy-words.ts';

/** Whether each property may be written over what a record has in it. */
export function FieldRules({ connectionId }: { readonly connectionId: string }) {
  const input = { id: connectionId };
  const query = useQuery(api.health.rules.queryOptions({ input }));
  const set = useMutation(
    api.health.setRule.mutationOptions({
      onSuccess: (rules) => {
        queryClient.setQueryData(api.health.rules.queryKey({ input }), rules);
        notifyDone('The rule holds from the next write on.');
      },
      onError: notifyFailure,
    }),
  );
  const shown = (rule: FieldRuleView): WritePolicy =>
    set.isPending && set.variables.field === rule.field ? set.variables.policy : rule.policy;
  return (
    <Section
      title="What may be overwritten"
      description="A write that its rule leaves out is settled in Activity, with the reason. The owner has a rule of its own: a record is never taken from a person."
    >
      {query.data === undefined ? (
        query.error ? (
          <ErrorState error={query.error} onRetry={() => void query.refetch()} />
        ) : (
          <LoadingState label="Reading the rules" lines={2} />
        )
      ) : (
        <div>
          {query.data.map((rule) => {
            const policy = shown(rule);
            return (
              <div key={rule.field} className={classes.rule}>
                <div>
                  <span className={classes.ruleName}>
                    {rule.label}
                    {rule.property !== null && <code>{rule.property}</code>}
                  </span>
                  <p className={classes.ruleMeaning}>
                    {POLICY_WORDS[policy].meaning}
                    {rule.field === 'connectionStatus' && policy === 'never'
                      ? ' The re-assignment guard then has nothing to go by.'
                      : ''}
                  </p>
                </div>
                <Select
                  aria-label={`When ${rule.label} is written`}
                  data={POLICY_CHOICES}
                  value={policy}
                  allowDeselect={false}
                  onChange={(next) => {
                    const chosen = POLICY_CHOICES.find(({ value }) => value === next)?.value;
                    if (chosen !== undefined && chosen !== rule.policy)
                      set.mutate({ id: connectionId, field: rule.field, policy: chosen });
                  }}
                />
              </div>
            );
          })}
        </div>
      )}
    </Section>
  );
}
