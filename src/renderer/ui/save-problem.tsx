import { Button } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import { ORPCError } from '@orpc/client';
import type { ReactNode } from 'react';
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
    if (fieldsLeft > 0) return <Problem sentence={attention(fieldsLeft)} />;
    return dirty ? <span className={classes.quiet}>Changes are not saved yet.</span> : null;
  }
  const failure = failureOf(error);
  const hasFields = Object.keys(failure.fields).length > 0;
  if (hasFields && fieldsLeft === 0) {
    return <span className={classes.quiet}>Changes are not saved yet.</span>;
  }
  const refused = error instanceof ORPCError && error.code === 'REFUSED';
  return (
    <Problem sentence={hasFields && fieldsLeft > 1 ? attention(fieldsLeft) : failure.sentence}>
      {refused && onReload !== undefined && (
        <Button variant="default" size="compact-sm" onClick={onReload}>
          Reload
        </Button>
      )}
    </Problem>
  );
}

function attention(fields: number): string {
  return fields === 1 ? '1 field needs attention.' : `${fields} fields need attention.`;
}

function Problem({ sentence, children }: { readonly sentence: string; readonly children?: ReactNode }) {
  return (
    <div className={classes.problem} role="alert">
      <IconAlertCircle size={18} aria-hidden />
      <span>{sentence}</span>
      {children}
    </div>
  );
}
