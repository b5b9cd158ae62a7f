/** What calls to the CRM are made for, in the words of the page; unknown purposes stay as they are. */
const PURPOSES: Readonly<Record<string, string>> = {
  account: 'Account and key',
  users: 'Users',
  search: 'Search for assignments',
  'look-through': 'Look through the contacts',
  read: 'Read contacts',
  note: 'Write notes',
  email: 'Log e-mails',
  task: 'Write tasks',
  properties: 'Write fields and owners',
  lookup: 'Look whether a write arrived',
  fields: 'Look at and set up fields',
  lease: 'See which machine works',
};

/** The name of a purpose. */
export function purposeWords(purpose: string): string {
  return PURPOSES[purpose] ?? purpose;
}

/** A stretch of time: "10 seconds", "1 minute". */
export function stretchWords(ms: number): string {
  const seconds = Math.round(ms / 1_000);
  if (seconds % 60 === 0 && seconds > 0) return seconds === 60 ? '1 minute' : `${seconds / 60} minutes`;
  return seconds === 1 ? '1 second' : `${seconds} seconds`;
}

/** The used part of an allowance, 0 … 1. */
export function usedPart({ max, remaining }: { readonly max: number; readonly remaining: number }): number {
  return max <= 0 ? 0 : Math.min(1, Math.max(0, (max - remaining) / max));
}
