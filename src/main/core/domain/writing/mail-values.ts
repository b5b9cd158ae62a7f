import type { MailValue, MailValueOrigin } from '#contract/names.ts';
import { MAIL_VALUES } from '#contract/names.ts';
import type { ValueSource } from '../leads/lead.ts';

/** What a message may name. An empty string is a known value that is not there. */
export type MailValues = Readonly<Record<MailValue, string>>;

/** A value that stands in a message, and where it came from. */
export interface MailSource {
  readonly name: MailValue | 'nurtureLine';
  readonly value: string;
  readonly origin: MailValueOrigin;
}

/** Whom a message is for, as far as its words need it. */
export interface Addressee {
  readonly id: string;
  readonly run: number;
  readonly firstName: string;
  readonly lastName: string;
  readonly company: string;
  readonly context: string;
  readonly contextSource: ValueSource;
  /** Subject of the first message; null: this is the first. */
  readonly threadSubject: string | null;
  /** Made up, to show what a message would look like. */
  readonly isExample?: boolean;
}

/** Who writes, as far as the words need it. */
export interface MailWriter {
  readonly name: string;
  readonly title: string;
  readonly signature: string;
  readonly moreInformation: string;
  readonly calendarUrl: string | null;
  readonly brochureUrl: string | null;
}

/** The values for a lead. What a record holds becomes one line without spaces around it. */
export function mailValues(lead: Addressee, writer: MailWriter): MailValues {
  return {
    firstName: tidy(lead.firstName),
    lastName: tidy(lead.lastName),
    company: tidy(lead.company),
    context: tidy(lead.context),
    moreInformation: writer.moreInformation.trim(),
    assistantName: tidy(writer.name),
    assistantTitle: tidy(writer.title),
    calendarUrl: writer.calendarUrl ?? '',
    brochureUrl: writer.brochureUrl ?? '',
  };
}

/** Where a value of a lead and her assistant comes from. */
export function originOf(name: MailValue, lead: Addressee): MailValueOrigin {
  switch (name) {
    case 'firstName':
    case 'lastName':
    case 'company':
      return lead.isExample === true ? 'example' : 'record';
    case 'context':
      return lead.contextSource;
    case 'moreInformation':
    case 'calendarUrl':
    case 'brochureUrl':
      return 'default';
    case 'assistantName':
    case 'assistantTitle':
      return 'assistant';
  }
}

/** The known name that is most like a wrong one; null: none is like it. */
export function nearestValue(wrong: string): MailValue | null {
  const plain = (name: string): string => name.toLowerCase().replaceAll(/[^a-z]/g, '');
  const [best] = MAIL_VALUES.map((name) => ({ name, far: distance(plain(wrong), plain(name)) })).toSorted(
    (a, b) => a.far - b.far,
  );
  return best !== undefined && best.far <= 4 && best.far < plain(wrong).length / 2 + 1 ? best.name : null;
}

function tidy(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

function least(...numbers: readonly number[]): number {
  return numbers.reduce((one, other) => (other < one ? other : one));
}

/** Levenshtein: letters to change, add or leave out. */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const same = one.charAt(i - 1) === other.charAt(j - 1) ? 0 : 1;
      next.push(least((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same));
    }
    row = next;
  }
  return row[other.length] ?? 0;
}
