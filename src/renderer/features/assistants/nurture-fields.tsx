import { ActionIcon, Button, Textarea, Tooltip } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { flushSync } from 'react-dom';
import { api } from '../../api/client.ts';
import { Section } from '../../ui/page-header.tsx';
import type { FieldsProps } from './assistant-form.tsx';
import classes from './nurture.module.css';
import { pastedFacts, withFactMoved, withPasted } from './nurture-lines.ts';

const TYPING_MS = 400;

/** One-line facts, one of which stands under each message. */
export function NurtureFields({ values, set, problem }: FieldsProps) {
  const facts = values.nurture;
  const list = useRef<HTMLOListElement>(null);
  const addButton = useRef<HTMLButtonElement>(null);
  const [focused, setFocused] = useState<number | null>(null);
  const [said, setSaid] = useState('');
  const [typed] = useDebouncedValue(facts, TYPING_MS);
  const check = useQuery(
    api.assistants.checkNurture.queryOptions({
      input: { nurture: typed },
      enabled: typed.length > 0,
      placeholderData: keepPreviousData,
      gcTime: 0,
    }),
  );
  const remark = (line: number): string | undefined =>
    typed[line] === facts[line] ? check.data?.find((each) => each.line === line)?.sentence : undefined;

  const focusOn = (at: number): void => {
    const field = list.current?.children[at]?.querySelector('textarea');
    if (field) field.focus();
    else addButton.current?.focus();
  };
  const change = (nurture: readonly string[], at: number, words = ''): void => {
    flushSync(() => {
      set({ nurture: [...nurture] });
      setSaid(words);
    });
    focusOn(at);
  };
  const remove = (at: number): void =>
    change(
      facts.toSpliced(at, 1),
      facts.length > 1 && at === facts.length - 1 ? at - 1 : at,
      `Fact ${at + 1} is removed.`,
    );
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>, at: number): void => {
    const { key, altKey } = event;
    if (altKey && (key === 'ArrowUp' || key === 'ArrowDown')) {
      event.preventDefault();
      const to = key === 'ArrowUp' ? at - 1 : at + 1;
      const moved = withFactMoved(facts, at, to);
      if (moved !== facts) change(moved, to, `Fact ${at + 1} is now fact ${to + 1} of ${facts.length}.`);
    } else if (key === 'Enter' && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      change(facts.toSpliced(at + 1, 0, ''), at + 1);
    } else if (key === 'Backspace' && facts[at] === '') {
      event.preventDefault();
      change(facts.toSpliced(at, 1), at === 0 ? 0 : at - 1);
    }
  };

  return (
    <Section
      title="Nurture table"
      description="Facts of 12 to 15 words, each with one https link. Each message carries the next one as a PS, and no lead gets one twice."
    >
      {facts.length > 0 && (
        <ol className={classes.facts} ref={list}>
          {facts.map((fact, at) => {
            const wrong = problem(`nurture.${at}`) ?? (focused === at ? undefined : remark(at));
            return (
              // A fact has no identity but its place.
              // oxlint-disable-next-line react/no-array-index-key
              <li key={at} className={classes.fact}>
                <span className={classes.number} aria-hidden>
                  {at + 1}
                </span>
                <Textarea
                  autosize
                  minRows={1}
                  maxRows={4}
                  aria-label={`Fact ${at + 1}`}
                  className={classes.words}
                  value={fact}
                  error={wrong}
                  description={focused === at && wrong === undefined ? remark(at) : undefined}
                  inputWrapperOrder={['label', 'input', 'description', 'error']}
                  onFocus={() => setFocused(at)}
                  onBlur={() => setFocused((now) => (now === at ? null : now))}
                  onChange={(event) => {
                    const { value } = event.currentTarget;
                    set({ nurture: facts.map((other, place) => (place === at ? value : other)) });
                  }}
                  onKeyDown={(event) => onKeyDown(event, at)}
                  onPaste={(event) => {
                    const pasted = pastedFacts(event.clipboardData.getData('text'));
                    if (pasted.length < 2) return;
                    event.preventDefault();
                    const next = withPasted(facts, at, pasted);
                    change(next, at + next.length - facts.length, `${pasted.length} facts are added.`);
                  }}
                />
                <Tooltip label="Remove">
                  <ActionIcon
                    className={classes.remove}
                    aria-label={`Remove fact ${at + 1}`}
                    onClick={() => remove(at)}
                  >
                    <IconTrash size={16} aria-hidden />
                  </ActionIcon>
                </Tooltip>
              </li>
            );
          })}
        </ol>
      )}
      <div className={classes.add}>
        <Button
          ref={addButton}
          variant="default"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => change([...facts, ''], facts.length)}
        >
          Add fact
        </Button>
        <span className={classes.hint}>
          Paste several lines into a fact to import them all. <kbd>Enter</kbd> adds one, <kbd>Alt</kbd> +{' '}
          <kbd>↑</kbd> or <kbd>↓</kbd> moves it.
        </span>
      </div>
      <span className="sr-only" aria-live="polite">
        {said}
      </span>
    </Section>
  );
}
