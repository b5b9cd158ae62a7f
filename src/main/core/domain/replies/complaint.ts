import { addressesIn, fold } from './fold.ts';
import type { MailFields, MailReport } from './mail-report.ts';

/** Somebody told his provider that a mail of ours is spam (RFC 5965). */
export interface Complaint {
  /** As the provider names it: `abuse`, `opt-out`, … */
  readonly type: string;
  /** Who complained, lower case; null where the provider hides it. */
  readonly recipient: string | null;
}

/** What a complaint is known by among the words of its mail. */
export const COMPLAINT_WORDS = 'spam complaint';

/** Reports of a failed signature and "not spam" are no complaints. */
const NO_COMPLAINT = /^(?:auth-failure|dkim|not-spam|tls|dmarc|miscategorized)/i;
/** Providers that send the mail itself, without a part for machines. */
const REPORTER = /^(?:staff|scomp|fbl|feedback-?loop|complaints?|abuse|arf|jmrp|spamreport)(?:[+._-].*)?@/i;
const REPORT_SUBJECT =
  /^(?:complaint about message from|(?:e-?mail )?(?:abuse|feedback|spam) report|client tos notification|abuse complaint|feedback loop)/;

/** Reads a complaint; null when the mail is none. */
export function readComplaint(mail: {
  readonly subject: string;
  readonly text: string;
  readonly fromAddress: string;
  readonly report: MailReport | null;
}): Complaint | null {
  const original = mail.report?.original ?? {};
  const feedback = mail.report?.feedback ?? feedbackIn(mail);
  if (feedback !== null) {
    const type = (feedback['feedback-type'] ?? 'abuse').trim().toLowerCase();
    return NO_COMPLAINT.test(type) ? null : { type, recipient: complainant(feedback, original) };
  }
  const isReport = REPORTER.test(mail.fromAddress) && REPORT_SUBJECT.test(fold(mail.subject).trim());
  return isReport && mail.report?.original != null
    ? { type: 'abuse', recipient: complainant({}, original) }
    : null;
}

function complainant(feedback: MailFields, original: MailFields): string | null {
  const named = ['original-rcpt-to', 'removal-recipient', 'x-hmxmroriginalrecipient', 'x-original-to', 'to']
    .map((name) => feedback[name] ?? original[name] ?? '')
    .flatMap((value) => addressesIn(value));
  return named.find((address) => !/^redacted|^x{3,}@|undisclosed/.test(address)) ?? null;
}

/** Where a server put the fields for machines into the text. */
function feedbackIn(mail: { readonly subject: string; readonly text: string }): MailFields | null {
  const [, type] = /^feedback-type:[ \t]*([\w-]+)/im.exec(mail.text) ?? [];
  if (type === undefined || !/^(?:user-agent|version|original-rcpt-to):/im.test(mail.text)) return null;
  const [, recipient = ''] = /^original-rcpt-to:[ \t]*(\S+)/im.exec(mail.text) ?? [];
  return { 'feedback-type': type, 'original-rcpt-to': recipient };
}
