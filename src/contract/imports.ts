import { eventIterator } from '@orpc/contract';
import { z } from 'zod';

import { base, instant } from './common.ts';
import { mailPreview } from './mail-preview.ts';
import {
  IMPORT_FIELDS,
  IMPORT_SOURCES,
  IMPORT_STATUSES,
  IMPORT_TARGETS,
  IMPORT_VERDICTS,
  PERSON_STATES,
} from './names.ts';

/** Characters (Base64) of one piece of a file. */
export const MAX_FILE_PART = 500_000;
/** Rows of an import that are shown at once. */
export const MOST_SHOWN = 200;

/** One person to add. */
export const leadDraft = z.object({
  connectionId: z.string(),
  assistantId: z.string(),
  email: z.string().max(500),
  firstName: z.string().max(500),
  lastName: z.string().max(500),
  company: z.string().max(500),
  country: z.string().max(500),
  /** null: the assistant's. */
  scheduleId: z.string().nullable(),
  /** "": the assistant's. */
  context: z.string().max(5_000),
});
export type LeadDraft = z.infer<typeof leadDraft>;

/** What adding would do. */
export const addLook = z.object({
  verdict: z.enum(IMPORT_VERDICTS),
  /** What happens, or why nothing does: a sentence. */
  sentence: z.string(),
  /** The contact that is there already. */
  recordUrl: z.string().nullable(),
  possible: z.boolean(),
});
export type AddLookView = z.infer<typeof addLook>;

const mapping = z.partialRecord(z.enum(IMPORT_FIELDS), z.number().int().min(0).max(500));

export const importView = z.object({
  id: z.string(),
  source: z.enum(IMPORT_SOURCES),
  target: z.enum(IMPORT_TARGETS),
  name: z.string(),
  format: z.string(),
  columns: z.array(z.string()),
  mapping,
  status: z.enum(IMPORT_STATUSES),
  /** Why it stands still, or what it asks: a sentence; "": nothing. */
  problem: z.string(),
  connectionName: z.string(),
  assistantName: z.string(),
  scheduleName: z.string(),
  context: z.string(),
  createdAt: instant,
  endedAt: instant.nullable(),
  total: z.number().int(),
  /** Of each verdict; together they are all rows. */
  verdicts: z.record(z.enum(IMPORT_VERDICTS), z.number().int()),
  /** Of those to add or assign, by what became of them. */
  states: z.record(z.enum(PERSON_STATES), z.number().int()),
  /** The CRM has yet to be asked for so many. */
  toLookUp: z.number().int(),
  /** Calls to the CRM that are still needed, and what is left of today's allowance where it is known. */
  calls: z.object({
    needed: z.number().int(),
    perDay: z.number().int().nullable(),
    left: z.number().int().nullable(),
  }),
});
export type ImportView = z.infer<typeof importView>;

export const importRow = z.object({
  row: z.number().int(),
  email: z.string(),
  name: z.string(),
  company: z.string(),
  verdict: z.enum(IMPORT_VERDICTS),
  reason: z.string(),
  state: z.enum(PERSON_STATES),
  leadId: z.string().nullable(),
});
export type ImportRow = z.infer<typeof importRow>;

const id = z.object({ id: z.string() });
const file = z.object({ file: z.string() });
const done = z.object({ done: z.literal(true) });

export const imports = {
  /** Looks whether a person can be added, here and in the CRM; writes nothing. */
  look: base.input(leadDraft).output(addLook),
  /** The first message as the person would get it. Nothing is sent. */
  preview: base.input(leadDraft).output(mailPreview),
  add: base.input(leadDraft).output(id),
  /** Begins a file; its pieces follow in order. */
  begin: base.input(z.object({ name: z.string().max(500) })).output(file),
  part: base.input(file.extend({ base64: z.string().max(MAX_FILE_PART) })).output(done),
  drop: base.input(file).output(done),
  /** Reads the file and judges each row. Nothing is written outside. */
  read: base
    .input(
      file.extend({
        name: z.string().max(500),
        target: z.enum(IMPORT_TARGETS),
        /** For leads. */
        connectionId: z.string().nullable(),
        assistantId: z.string().nullable(),
        scheduleId: z.string().nullable(),
        context: z.string().max(5_000),
      }),
    )
    .output(id),
  /** Newest first. */
  list: base.output(z.array(importView)),
  get: base.input(id).output(importView),
  /** In the order of the file, after a row; of some verdicts, or of all (empty). */
  rows: base
    .input(id.extend({ verdicts: z.array(z.enum(IMPORT_VERDICTS)), after: z.number().int() }))
    .output(z.object({ rows: z.array(importRow), more: z.boolean() })),
  /** Which column is which; every row is judged anew. */
  map: base.input(id.extend({ mapping })).output(done),
  start: base.input(id).output(done),
  stop: base.input(id).output(done),
  /** Forgets the file and its rows; leads that came of it stay. */
  remove: base.input(id).output(done),
  /** What was left as it is, as CSV in pieces, with the row and the reason. */
  leftOut: base.input(id).output(eventIterator(z.string())),
};
