import { Button, Menu, TextInput, Textarea } from '@mantine/core';
import { IconBraces } from '@tabler/icons-react';
import { useRef } from 'react';
import { flushSync } from 'react-dom';
import { KNOWN_VALUES, insertValue } from './known-values.ts';
import type { DraftStep } from './schedule-draft.ts';
import classes from './steps.module.css';

interface TemplateFieldsProps {
  readonly step: DraftStep;
  /** Counted from 1. */
  readonly nth: number;
  readonly subjectProblem: string | undefined;
  readonly bodyProblem: string | undefined;
  readonly onChange: (part: Partial<DraftStep>) => void;
}

/** A message in the user's own words, with the values that it can name. */
export function TemplateFields(props: TemplateFieldsProps) {
  const { step, nth, subjectProblem, bodyProblem, onChange } = props;
  const subject = useRef<HTMLInputElement>(null);
  const body = useRef<HTMLTextAreaElement>(null);
  const last = useRef<'subject' | 'body'>('body');
  const insert = (name: string): void => {
    const part = last.current;
    const field = part === 'subject' ? subject.current : body.current;
    if (field === null) return;
    const { selectionStart, selectionEnd } = field;
    const next = insertValue(
      step[part],
      name,
      selectionStart ?? step[part].length,
      selectionEnd ?? step[part].length,
    );
    flushSync(() => onChange({ [part]: next.text }));
    // After the menu has let go of the keyboard.
    requestAnimationFrame(() => {
      field.focus();
      field.setSelectionRange(next.caret, next.caret);
    });
  };
  return (
    <div className={classes.template}>
      <TextInput
        ref={subject}
        label="Subject"
        description={
          nth === 1 ? undefined : 'Follow-ups stay in their thread, so they keep the first subject.'
        }
        value={step.subject}
        error={subjectProblem}
        onFocus={() => (last.current = 'subject')}
        onChange={(event) => onChange({ subject: event.currentTarget.value })}
      />
      <Textarea
        ref={body}
        label="Text"
        autosize
        minRows={4}
        maxRows={16}
        value={step.body}
        error={bodyProblem}
        onFocus={() => (last.current = 'body')}
        onChange={(event) => onChange({ body: event.currentTarget.value })}
      />
      <Menu width={460} returnFocus={false}>
        <Menu.Target>
          <Button
            variant="subtle"
            size="compact-sm"
            className={classes.insert}
            leftSection={<IconBraces size={15} aria-hidden />}
          >
            Insert a value
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {KNOWN_VALUES.map(({ name, meaning }) => (
            <Menu.Item key={name} classNames={{ itemLabel: classes.value }} onClick={() => insert(name)}>
              <span className={classes.valueName}>{`{{ ${name} }}`}</span>
              <span className={classes.valueMeaning}>{meaning}</span>
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}
