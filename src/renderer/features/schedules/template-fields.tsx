import { TextInput, Textarea } from '@mantine/core';
import { IconBraces, IconVariablePlus } from '@tabler/icons-react';
import { useRef } from 'react';
import { flushSync } from 'react-dom';
import type { MailValue } from '#contract/names.ts';
import { insertValue } from './known-values.ts';
import type { ExampleValues } from './known-values.ts';
import type { DraftStep } from './schedule-draft.ts';
import classes from './steps.module.css';
import { ValueMenu } from './value-menu.tsx';

interface TemplateFieldsProps {
  readonly step: DraftStep;
  /** Counted from 1. */
  readonly nth: number;
  readonly subjectProblem: string | undefined;
  readonly bodyProblem: string | undefined;
  readonly example: ExampleValues;
  /** The keyboard is in one of its fields. */
  readonly onFocus: () => void;
  readonly onChange: (part: Partial<DraftStep>) => void;
}

/** A message in the user's own words, with the values that it can name. */
export function TemplateFields(props: TemplateFieldsProps) {
  const { step, nth, subjectProblem, bodyProblem, example, onFocus, onChange } = props;
  const subject = useRef<HTMLInputElement>(null);
  const body = useRef<HTMLTextAreaElement>(null);
  const last = useRef<'subject' | 'body'>('body');
  const insert = (name: MailValue, withDefault: boolean): void => {
    const part = last.current;
    const field = part === 'subject' ? subject.current : body.current;
    if (field === null) return;
    const { selectionStart, selectionEnd } = field;
    const next = insertValue(
      step[part],
      name,
      selectionStart ?? step[part].length,
      selectionEnd ?? step[part].length,
      withDefault,
    );
    flushSync(() => onChange({ [part]: next.text }));
    // After the menu has let go of the keyboard.
    requestAnimationFrame(() => {
      field.focus();
      field.setSelectionRange(next.caret, next.caret);
    });
  };
  return (
    <div className={classes.template} onFocus={onFocus}>
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
      <div className={classes.insert}>
        <ValueMenu
          label="Insert a value"
          icon={<IconBraces size={15} aria-hidden />}
          example={example}
          onInsert={(name) => insert(name, false)}
        />
        <ValueMenu
          label="Insert with a default"
          icon={<IconVariablePlus size={15} aria-hidden />}
          example={example}
          onInsert={(name) => insert(name, true)}
        />
        <span className={classes.insertHint}>
          A message whose value is not there and has no default is held, never sent with a gap.
        </span>
      </div>
    </div>
  );
}
