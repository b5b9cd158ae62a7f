import { Loader } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconCircleX } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import type { MailTestStepView } from '#contract/mailboxes.ts';
import classes from './mailbox.module.css';

const NAMES: Readonly<Record<MailTestStepView['step'], string>> = {
  imap: 'Reading (IMAP)',
  inbox: 'Inbox',
  sent: 'Sent folder',
  space: 'Space',
  smtp: 'Sending (SMTP)',
  sender: 'Sender address',
};

const WORDS: Readonly<Record<MailTestStepView['state'], string>> = {
  running: 'under way',
  ok: 'works',
  warning: 'works, but',
  failed: 'does not work',
};

function Mark({ state }: Pick<MailTestStepView, 'state'>) {
  if (state === 'running') return <Loader size={16} aria-hidden />;
  if (state === 'failed') return <IconCircleX size={18} aria-hidden />;
  return state === 'ok' ? (
    <IconCircleCheck size={18} aria-hidden />
  ) : (
    <IconAlertTriangle size={18} aria-hidden />
  );
}

/** The steps of a test as they happen, each with what was found. */
export function MailboxSteps({ steps }: { readonly steps: readonly MailTestStepView[] }) {
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    list.current?.lastElementChild?.scrollIntoView({ block: 'center' });
  }, [steps.length]);
  return (
    <ol ref={list} className={classes.steps} aria-label="Test of the mailbox" aria-live="polite">
      {steps.map(({ step, state, sentence }) => (
        <li key={step} className={classes.step} data-state={state}>
          <span className={classes.stepMark}>
            <Mark state={state} />
          </span>
          <span className={classes.stepName}>
            {NAMES[step]}
            <span className="sr-only"> {WORDS[state]}</span>
          </span>
          <span className={classes.stepSentence}>{sentence}</span>
        </li>
      ))}
    </ol>
  );
}
