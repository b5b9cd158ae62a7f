import { Button, Select, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { REPLY_INTENTS } from '#contract/names.ts';
import type { ReplyIntent } from '#contract/names.ts';
import type { TaughtRuleView } from '#contract/teaching.ts';
import { api, queryClient } from '../../api/client.ts';
import { FieldError } from '../../ui/field-error.tsx';
import { useFieldProblems } from '../../ui/field-problems.ts';
import { notifyDone } from '../../ui/notify.ts';
import { INTENT_LOOKS } from '../responses/intent-words.ts';
import classes from './teaching.module.css';

interface RuleFormProps {
  /** null: a new one. */
  readonly rule: TaughtRuleView | null;
  readonly term?: string;
  readonly intent?: ReplyIntent | null;
  /** Absent: the form stays, empty. */
  readonly onDone?: () => void;
}

/** One rule: always when a reply says these words, it means this. */
export function RuleForm({ rule, term: begun = '', intent: first = null, onDone }: RuleFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const [term, setTerm] = useState(rule?.term ?? begun);
  const [intent, setIntent] = useState<ReplyIntent | null>(rule?.intent ?? first);
  const save = useMutation(
    api.teaching.save.mutationOptions({
      onSuccess: () => {
        void queryClient.invalidateQueries({ queryKey: api.teaching.key() });
        notifyDone(rule === null ? 'Taught. It counts from the next reply on.' : 'Saved.');
        setTerm('');
        setIntent(null);
        onDone?.();
      },
    }),
  );
  const problems = useFieldProblems(save.error, form);
  return (
    <form
      ref={form}
      noValidate
      className={classes.form}
      aria-label={rule === null ? 'New rule' : `Rule for ${rule.term}`}
      onSubmit={(event) => {
        event.preventDefault();
        if (intent !== null) save.mutate({ id: rule?.id ?? null, term, intent });
      }}
    >
      <TextInput
        label="Always when a reply says"
        placeholder="works council"
        className={classes.term}
        value={term}
        maxLength={200}
        error={problems.of('term')}
        onChange={(event) => {
          setTerm(event.currentTarget.value);
          problems.touch('term');
        }}
      />
      <Select
        label="it means"
        placeholder="Choose"
        className={classes.intent}
        data={REPLY_INTENTS.map((each) => ({ value: each, label: INTENT_LOOKS[each].words }))}
        value={intent}
        onChange={(value) => setIntent(REPLY_INTENTS.find((each) => each === value) ?? null)}
        allowDeselect={false}
      />
      <div className={classes.formButtons}>
        <Button
          type="submit"
          variant={term.trim() === '' || intent === null ? 'default' : 'filled'}
          disabled={term.trim() === '' || intent === null}
          loading={save.isPending}
        >
          {rule === null ? 'Teach' : 'Save'}
        </Button>
        {onDone !== undefined && (
          <Button variant="subtle" onClick={onDone}>
            Cancel
          </Button>
        )}
      </div>
      {problems.count === 0 && save.error !== null && (
        <div className={classes.whole}>
          <FieldError error={save.error} />
        </div>
      )}
    </form>
  );
}
