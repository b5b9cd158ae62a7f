import { Button } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import { ORPCError } from '@orpc/client';
import { failureOf } from '../api/errors.ts';
import classes from './save-problem.module.css';

interface SaveProblemProps {
  readonly error: unknown;
  /** Sentences that still stand at fields. */
  readonly fieldsLeft: number;
  readonly dirty: boolean;
  /** Begins the form anew; offered where the program refused because somebody else was first. */
  readonly onReload?: (() => void) | undefined;
}

/** The state of a form in one line beside its buttons: what is wrong, or that changes wait. */
export function SaveProblem({ error, fieldsLeft, dirty, onReload }: SaveProblemProps) {
  if (error === null || error === undefined) {
    return dirty ? <span className={classes.quiet}>Changes are not saved yet.</span> : null;
  }
  const failure = failureOf(error);
  const hasFields = Object.keys(failure.fields).length > 0;
  if (hasFields && fieldsLeft === 0) {
    return <span className={classes.quiet}>Changes are not saved yet.</span>;
  }
  const refused = error instanceof ORPCError && error.code === 'REFUSED';
  return (
    <div className={classes.problem} role="alert">
      <IconAlertCircle size={18} aria-hidden />
      <span>{hasFields && fieldsLeft > 1 ? `${fieldsLeft} fields need attention.` : failure.sentence}</span>
      {refused && onReload !== undefined && (
        <Button variant="default" size="compact-sm" onClick={onReload}>
          Reload
        </Button>
      )}
    </div>
  );
}
