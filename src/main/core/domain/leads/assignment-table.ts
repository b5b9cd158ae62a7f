import type { LeadState } from './lead.ts';
import type { HandBack, Sending } from './transition-row.ts';

/** How an assignment turns out: the "(none)" rows of the transition table, and adoption. */
export type AssignmentCase =
  | 'started'
  | 'held'
  | 'unverifiable'
  | 'address-unusable'
  | 'guarded'
  | 'suppressed'
  | 'excluded'
  | 'held-by-guard'
  | 'erased'
  | 'adopted'
  | 'held-already';

/** One "(none)" row. */
interface AssignmentRow {
  /** null: no lead comes of it · `field`: the state that the record's Lead Connection Status names. */
  readonly to: LeadState | 'field' | null;
  readonly sending: Sending;
  readonly handBack: HandBack;
  readonly rule: string;
}

/** domain.md section 1, "Transitions, all of them", from (none). */
export const ASSIGNMENTS: Readonly<Record<AssignmentCase, AssignmentRow>> = {
  started: {
    to: 'Cold',
    sending: 'on',
    handBack: 'no',
    rule: 'Assigned: there is capacity and the address is valid.',
  },
  held: {
    to: 'New',
    sending: 'held',
    handBack: 'no',
    rule: 'Assigned: the lead waits until there is capacity and a context.',
  },
  unverifiable: {
    to: 'Pending',
    sending: 'slow',
    handBack: 'no',
    rule: 'Assigned: the address could not be verified, so messages go out at a slower rate.',
  },
  'address-unusable': {
    to: 'DeActivated',
    sending: 'off',
    handBack: 'yes',
    rule: 'Assigned: the address is missing or invalid, so the record is handed back.',
  },
  guarded: {
    to: null,
    sending: 'off',
    handBack: 'yes',
    rule: 'Not taken: the Lead Connection Status has a value. Clear it and assign again to force a fresh start.',
  },
  suppressed: {
    to: 'UnSubscribed',
    sending: 'off',
    handBack: 'yes',
    rule: 'Not taken: the person must not be written to, so the record is handed back.',
  },
  excluded: {
    to: null,
    sending: 'off',
    handBack: 'yes',
    rule: 'Not taken: the address is on the list "Never write to", so the record is handed back.',
  },
  'held-by-guard': {
    to: 'New',
    sending: 'held',
    handBack: 'no',
    rule: 'Assigned: the address is risky and too many mails bounce, so the lead is held back and tried daily.',
  },
  erased: {
    to: null,
    sending: 'off',
    handBack: 'yes',
    rule: 'Not taken: the person was erased here, so nothing is stored and the record is handed back.',
  },
  adopted: {
    to: 'field',
    sending: 'unchanged',
    handBack: 'no',
    rule: 'Adopted: the assistant has owned the record since before its status was written.',
  },
  'held-already': {
    to: 'field',
    sending: 'unchanged',
    handBack: 'no',
    rule: 'The assistant holds the record already.',
  },
};
