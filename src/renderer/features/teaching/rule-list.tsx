import { ActionIcon, Tooltip } from '@mantine/core';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { TaughtRuleView } from '#contract/teaching.ts';
import { api, queryClient } from '../../api/client.ts';
import { useConfirm } from '../../ui/confirm.tsx';
import { notifyFailure } from '../../ui/notify.ts';
import { INTENT_LOOKS } from '../responses/intent-words.ts';
import { Consequence } from './consequence.tsx';
import { RuleForm } from './rule-form.tsx';
import classes from './teaching.module.css';

/** What was taught, in the order in which it was; each can be changed where it stands. */
export function RuleList({ rules }: { readonly rules: readonly TaughtRuleView[] }) {
  const [editing, setEditing] = useState<string | null>(null);
  const confirm = useConfirm();
  const remove = useMutation(
    api.teaching.remove.mutationOptions({
      onError: notifyFailure,
      onSettled: () => queryClient.invalidateQueries({ queryKey: api.teaching.key() }),
    }),
  );
  const ask = async (rule: TaughtRuleView): Promise<void> => {
    const sure = await confirm({
      title: `Remove the rule for “${rule.term}”?`,
      text: 'Replies are understood without it from now on. What it decided stays as it was decided.',
      confirm: 'Remove',
      dangerous: true,
    });
    if (sure) remove.mutate({ id: rule.id });
  };
  if (rules.length === 0) {
    return (
      <p className={classes.nobody}>
        Nothing is taught yet. A reply that was understood wrongly is a good beginning: correct it under
        Responses, and teach the words that decided.
      </p>
    );
  }
  return (
    <ul className={classes.rules} aria-label="Rules">
      {rules.map((rule) => (
        <li key={rule.id}>
          {editing === rule.id ? (
            <RuleForm rule={rule} onDone={() => setEditing(null)} />
          ) : (
            <>
              <span className={classes.rule}>
                <q className="foreign">{rule.term}</q>
                <span className={classes.meaning}>
                  means <strong>{INTENT_LOOKS[rule.intent].words}</strong>
                </span>
                <Consequence {...rule} />
              </span>
              <span className={classes.ruleButtons}>
                <Tooltip label="Change">
                  <ActionIcon
                    aria-label={`Change the rule for ${rule.term}`}
                    onClick={() => setEditing(rule.id)}
                  >
                    <IconPencil size={16} aria-hidden />
                  </ActionIcon>
                </Tooltip>
                <Tooltip label="Remove">
                  <ActionIcon
                    aria-label={`Remove the rule for ${rule.term}`}
                    disabled={remove.isPending}
                    onClick={() => void ask(rule)}
                  >
                    <IconTrash size={16} aria-hidden />
                  </ActionIcon>
                </Tooltip>
              </span>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
