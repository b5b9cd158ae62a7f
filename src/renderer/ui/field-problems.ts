import { useEffect, useState } from 'react';
import type { RefObject } from 'react';
import { failureOf } from '../api/errors.ts';

/** The program's sentences about single fields of a form. */
export interface FieldProblems {
  /** The sentence of a field, such as `rules.opensAt`; undefined: nothing is wrong with it. */
  of(field: string): string | undefined;
  /** A field, and all below it, was edited: what was said of it may not hold any more. */
  touch(field: string): void;
  /** How many sentences still stand. */
  readonly count: number;
}

const NONE: readonly string[] = [];

function below(field: string, parent: string): boolean {
  return field === parent || field.startsWith(`${parent}.`);
}

/** Reads the sentences out of a failed save, and puts the keyboard into the first field that has one. */
export function useFieldProblems(error: unknown, form: RefObject<HTMLElement | null>): FieldProblems {
  const [touched, setTouched] = useState<{ error: unknown; fields: readonly string[] }>({
    error: null,
    fields: NONE,
  });
  const fields = error === null || error === undefined ? {} : failureOf(error).fields;
  const edited = touched.error === error ? touched.fields : NONE;
  const standing = Object.keys(fields).filter((field) => !edited.some((parent) => below(field, parent)));
  useEffect(() => {
    if (error === null || error === undefined) return;
    form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [error, form]);
  return {
    of: (field) => (standing.includes(field) ? fields[field] : undefined),
    touch: (field) => setTouched({ error, fields: [...edited, field] }),
    count: standing.length,
  };
}
