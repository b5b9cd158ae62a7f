import { oc } from '@orpc/contract';
import { z } from 'zod';

/** One sentence about one field of a form. `field` is its path, such as `steps.3.gapDays`. */
export const fieldProblem = z.object({ field: z.string(), sentence: z.string() });
export type FieldProblem = z.infer<typeof fieldProblem>;

/** A moment in UTC, milliseconds. */
export const instant = z.number().int();

/**
 * Expected failures of every procedure. `sentence` is shown to the user as it is: it says what is wrong and
 * what to do.
 */
export const base = oc.errors({
  INVALID_INPUT: { status: 422, data: z.object({ problems: z.array(fieldProblem) }) },
  NOT_FOUND: { status: 404, data: z.object({ sentence: z.string() }) },
  REFUSED: { status: 409, data: z.object({ sentence: z.string() }) },
  CRM: {
    status: 502,
    data: z.object({
      sentence: z.string(),
      kind: z.string(),
      missingScopes: z.array(z.string()),
    }),
  },
  VAULT: { status: 503, data: z.object({ sentence: z.string() }) },
});
