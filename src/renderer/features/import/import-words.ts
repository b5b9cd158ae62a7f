import type { ImportView } from '#contract/imports.ts';
import type { ImportField, ImportStatus, ImportTarget, ImportVerdict, PersonState } from '#contract/names.ts';

/** What becomes of a row, as the report names it; `more` says it in a sentence. */
export const VERDICT_WORDS: Readonly<
  Record<ImportVerdict, { readonly words: string; readonly more: string }>
> = {
  add: { words: 'To add', more: 'New: a contact is created and assigned to the assistant.' },
  assign: { words: 'In the CRM', more: 'The contact is there already and is assigned to the assistant.' },
  duplicate: { words: 'Twice in the file', more: 'The same address stands further up.' },
  lead: { words: 'A lead already', more: 'An assistant works on the person.' },
  'worked-before': { words: 'Worked on before', more: 'Lead Connection Status has a value in the CRM.' },
  suppressed: { words: 'Suppressed', more: 'Unsubscribed, opted out or erased.' },
  excluded: { words: 'Excluded', more: 'On the list Never write to.' },
  bad: { words: 'Bad', more: 'No usable address.' },
};

/** The same for a list of whom never to write to. */
export const LIST_WORDS: Readonly<Partial<typeof VERDICT_WORDS>> = {
  add: { words: 'To add', more: 'New on the list.' },
  excluded: { words: 'There already', more: 'On the list already.' },
  bad: { words: 'Bad', more: 'Neither an address nor a domain.' },
};

export const STATE_WORDS: Readonly<Record<PersonState, string>> = {
  idle: 'not started',
  queued: 'on the way',
  added: 'added',
  left: 'left out',
  failed: 'refused by the CRM',
};

export const STATUS_WORDS: Readonly<Record<ImportStatus, string>> = {
  checking: 'Being looked up',
  checked: 'Waits for Start',
  asking: 'Asks you',
  running: 'Under way',
  stopped: 'Stopped',
  done: 'Done',
};

export const TARGET_WORDS: Readonly<Record<ImportTarget, string>> = {
  leads: 'New leads',
  unsubscribed: 'People who unsubscribed',
  'never-write': 'Never write to',
};

/** Fields of a person in the order of the form. */
export const PERSON_FIELDS = [
  ['email', 'E-mail address'],
  ['firstName', 'First name'],
  ['lastName', 'Last name'],
  ['fullName', 'Whole name'],
  ['company', 'Company'],
  ['country', 'Country'],
  ['context', 'Context'],
] as const satisfies readonly (readonly [ImportField, string])[];

export const LIST_FIELDS = [['entry', 'Address or domain']] as const satisfies readonly (readonly [
  ImportField,
  string,
])[];

/** How many rows something becomes of. */
export function wanted({ verdicts }: Pick<ImportView, 'verdicts'>): number {
  return verdicts.add + verdicts.assign;
}

/** "12 people", "1 entry". */
export function countWords(count: number, target: ImportTarget): string {
  const [one, many] = target === 'leads' ? ['person', 'people'] : ['entry', 'entries'];
  return `${count.toLocaleString()} ${count === 1 ? one : many}`;
}

/** What the import needs of the CRM's allowance: a line. */
export function callWords({ needed, perDay, left }: ImportView['calls']): string {
  const calls = `About ${needed.toLocaleString()} calls to the CRM`;
  if (perDay === null || left === null) return `${calls}.`;
  const share = needed * 100 < perDay ? 'less than 1' : Math.round((needed / perDay) * 100).toLocaleString();
  const most = `${calls}: ${share} % of its ${perDay.toLocaleString()} a day, of which ${left.toLocaleString()} are left today.`;
  return needed <= left ? most : `${most} What is left over goes on tomorrow by itself.`;
}
