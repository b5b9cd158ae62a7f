import type { ImportVerdict } from '#contract/names.ts';

export {
  IMPORT_FIELDS,
  IMPORT_SOURCES,
  IMPORT_STATUSES,
  IMPORT_TARGETS,
  IMPORT_VERDICTS,
  PERSON_STATES,
} from '#contract/names.ts';

/** A person who is to become a lead by hand, as a form, a line of a file or a mail names them. */
export interface NewPerson {
  /** Lower case; "" where there is none. */
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly company: string;
  readonly country: string;
  /** Used instead of the assistant's default context; "": hers. */
  readonly context: string;
}

/** What is to become of a person, and why, in a sentence; no reason where it is as wished. */
export interface Judgement {
  readonly verdict: ImportVerdict;
  readonly reason: string;
}

/** What is known here of the person, before the CRM is asked. */
export interface PersonFacts {
  /** The row of the same file in which the address stood before; null: in none. */
  readonly sameAsRow: number | null;
  readonly address: 'good' | 'missing' | 'invalid';
  /** Who has the person now, as a lead under way; null: nobody. */
  readonly leadOf: string | null;
  /** Unsubscribed, opted out or erased. */
  readonly suppressed: boolean;
  /** What on the list *Never write to* the address falls under; null: nothing. */
  readonly excludedBy: string | null;
}

/** What of the address cannot be repaired comes first, then who must not be written to, then who is known already. */
export function judgePerson(person: Pick<NewPerson, 'email'>, facts: PersonFacts): Judgement {
  if (facts.address === 'missing') return bad('There is no e-mail address in this row.');
  if (facts.address === 'invalid') return bad(`"${person.email}" is no e-mail address.`);
  if (facts.sameAsRow !== null) {
    return { verdict: 'duplicate', reason: `The same address stands in row ${facts.sameAsRow}.` };
  }
  if (facts.suppressed) return { verdict: 'suppressed', reason: 'The person must not be written to.' };
  if (facts.excludedBy !== null) {
    return { verdict: 'excluded', reason: `${facts.excludedBy} is on the list "Never write to".` };
  }
  if (facts.leadOf !== null) {
    return { verdict: 'lead', reason: `${facts.leadOf} works on this person already.` };
  }
  return { verdict: 'add', reason: '' };
}

function bad(reason: string): Judgement {
  return { verdict: 'bad', reason };
}
