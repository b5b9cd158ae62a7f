import { HOUR, MINUTE } from '#core/domain/time.ts';
import type { SendOutcome } from '#core/ports/mailbox.ts';
import { problemOf, type Asked } from '../problem-of.ts';

/** Greylisting servers let a mail in after a few minutes. */
const AFTER_NOT_NOW = 5 * MINUTE;
/** A used-up allowance comes back with the hours. */
const AFTER_LIMIT = HOUR;

const LIMIT = /\b[45]\.4\.5\b|\b[45]\.3\.4\b.{0,40}rate|limit|quota|too many|rate/i;
const NOBODY = /no such (?:user|recipient|address)|user unknown|unknown (?:user|recipient)|does not exist/i;
const SENDER =
  /\b5\.7\.(?:1|60)\b|sender address|not (?:owned|allowed|permitted).{0,40}(?:send|from)|send as/i;

/** What follows from a mail that the server did not take on. */
export function outcomeOf(error: unknown, asked: Asked, sender: string): SendOutcome {
  const { responseCode, response, command } = (error ?? {}) as {
    readonly responseCode?: number;
    readonly response?: string;
    readonly command?: string;
  };
  const isAboutMail = command !== undefined && /^(?:MAIL FROM|RCPT TO|DATA)$/.test(command);
  if (typeof responseCode !== 'number' || !isAboutMail) {
    const problem = problemOf(error, asked);
    return { kind: 'retry', because: problem.message, after: null, problem };
  }
  const said = (response ?? '').replaceAll(/\s+/g, ' ').trim().slice(0, 300);
  const { host } = asked.server;
  if (LIMIT.test(said) && (responseCode < 500 || /\b5\.4\.5\b|daily|limit exceeded/i.test(said))) {
    const because = `${host} lets no more mails out for now; it is tried again in an hour. The server says: ${said}`;
    return { kind: 'retry', because, after: AFTER_LIMIT };
  }
  if (responseCode < 500) {
    const because = `${host} does not take the mail now; it is tried again. The server says: ${said}`;
    return { kind: 'retry', because, after: AFTER_NOT_NOW };
  }
  if (command === 'MAIL FROM' || (command !== 'RCPT TO' && SENDER.test(said))) {
    const because = `${host} does not let this account write as ${sender}: allow the address there, or log in with its own account. The server says: ${said}`;
    return { kind: 'refused', because };
  }
  const because = `${host} refused the mail for good. The server says: ${said}`;
  const status = command === 'RCPT TO' ? noSuchAddress(said) : null;
  return status === null ? { kind: 'refused', because } : { kind: 'refused', because, noSuchAddress: status };
}

/** The status where the server says that the recipient does not exist; null: it refuses for another reason. */
function noSuchAddress(said: string): string | null {
  const status = /\b5\.\d{1,3}\.\d{1,3}\b/.exec(said)?.[0] ?? null;
  if (status !== null) return /^5\.1\.(?:0|1|2|3|6|10)$/.test(status) ? status : null;
  return NOBODY.test(said) ? '5.1.1' : null;
}
