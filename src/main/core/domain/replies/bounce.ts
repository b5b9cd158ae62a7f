import type { BounceClass } from '../leads/lead-event.ts';
import { calmed } from './calmed.ts';
import { isFromDaemon, isNotice, noticeText, willRetry } from './bounce-notice.ts';
import type { Notice } from './bounce-notice.ts';
import { clearReason, likelyReason } from './bounce-words.ts';
import type { BounceReason } from './bounce-words.ts';
import { enhancedStatusIn, recipientFields } from './delivery-fields.ts';
import type { RecipientFields } from './delivery-fields.ts';
import { addressesIn, fold } from './fold.ts';
import type { MailReport } from './mail-report.ts';
import { classOfReplyCode, classOfStatus } from './status-codes.ts';

/** What a delivery report says (RFC 3464), or a mail server in its own words. */
export interface Bounce {
  readonly class: BounceClass;
  /** Enhanced status code such as `5.1.1`; null where none is given. */
  readonly status: string | null;
  /** Whose mail came back, lower case; null where it is not said. */
  readonly recipient: string | null;
}

/** A mail that may be a bounce. */
export interface MaybeBounce extends Notice {
  readonly report: MailReport | null;
}

/**
 * Reads a delivery report; null when the mail is none: also when it says that a mail arrived. `delayed` only while
 * the mail will still be tried. Else by the words of the other server where they leave no doubt (a full mailbox is
 * soft under any code), then by the status code, by weaker words, by the SMTP reply; `unknown` where no reason is
 * given.
 */
export function readBounce(mail: MaybeBounce): Bounce | null {
  const said = noticeText(mail.text);
  const recipients = recipientFields(
    mail.report?.delivery ?? [],
    said.length < mail.text.length ? mail.text : said,
  );
  const reported = (mail.report?.delivery.length ?? 0) > 0;
  if (reported ? recipients.length === 0 && !isNotice(mail, false) : !isNotice(mail, recipients.length > 0))
    return null;
  if (recipients.length > 0 && recipients.every((each) => each.action === 'arrived')) return null;

  const bounces = recipients
    .filter((each) => each.action !== 'arrived')
    .map((each) => bounceOf(mail, said, each));
  const [worst] = bounces.toSorted((a, b) => SEVERITY.indexOf(a.class) - SEVERITY.indexOf(b.class));
  return worst ?? bounceOf(mail, said, null);
}

/** Of a notice with the mail that came back. */
const MOST_READ = 60_000;
const SEVERITY: readonly BounceClass[] = ['hard', 'unknown', 'soft', 'delayed'];

function bounceOf(mail: MaybeBounce, said: string, fields: RecipientFields | null): Bounce {
  const recipient = fields?.recipient ?? recipientIn(mail, said);
  const evidence = evidenceIn(said, recipient);
  const status = fields?.status ?? enhancedStatusIn(evidence) ?? enhancedStatusIn(said);
  const texts = [fields?.diagnostic ?? '', evidence, said].map(plainWords);
  const isDelayed =
    fields?.action === 'delayed' || (fields?.action !== 'failed' && willRetry(mail.subject, texts[2] ?? ''));
  if (isDelayed) return { class: 'delayed', status, recipient };
  const found = classOf(texts, status, mail.subject);
  if (found !== 'unknown') return { class: found, status, recipient };
  // Some give the reason below the mail that came back.
  const below = linesWithCodes(mail.text);
  const statusBelow = status ?? enhancedStatusIn(below);
  return { class: classOf([plainWords(below)], statusBelow, ''), status: statusBelow, recipient };
}

function linesWithCodes(text: string): string {
  return calmed(text.slice(0, MOST_READ))
    .split('\n')
    .filter((line) => /(?:^|[\s<>])[45]\d\d[ -]\S|\(#?[45]\.\d\.\d/.test(line))
    .slice(0, 20)
    .join('\n');
}

function classOf(texts: readonly string[], status: string | null, subject: string): BounceClass {
  const [diagnostic = '', evidence = '', said = ''] = texts;
  const clear = clearReason(diagnostic) ?? clearReason(evidence);
  if (clear !== null) return isCarrierFilter(clear, diagnostic, evidence) ? 'soft' : classOfReason(clear);
  const byStatus = classOfStatus(status);
  if (byStatus !== null) return byStatus;
  const reason =
    clearReason(said) ??
    clearReason(plainWords(subject)) ??
    likelyReason(diagnostic) ??
    likelyReason(evidence) ??
    likelyReason(said);
  if (reason === 'perhaps-gone' && status?.startsWith('4') === true) return 'soft';
  if (reason !== null) return classOfReason(reason);
  return (
    classOfReplyCode(diagnostic) ??
    classOfReplyCode(evidence) ??
    (status?.startsWith('4') === true ? 'soft' : 'unknown')
  );
}

function classOfReason(reason: BounceReason): BounceClass {
  return reason === 'gone' || reason === 'perhaps-gone' ? 'hard' : 'soft';
}

/** Japanese phone carriers call a user unknown who only does not want this sender: they say so after the data. */
function isCarrierFilter(reason: BounceReason, diagnostic: string, evidence: string): boolean {
  if (reason !== 'gone') return false;
  const text = `${diagnostic} ${evidence}`;
  return (
    /docomo\.ne\.jp|ezweb\.ne\.jp|au\.com|softbank\.(?:ne\.)?jp|vodafone\.ne\.jp|willcom/.test(text) &&
    />>> data|end of data|reply to data/.test(text)
  );
}

/** Folded, in one line, without links: their words are nobody's reason. */
function plainWords(text: string): string {
  return fold(text)
    .replaceAll(/https?:\/\/\S+|www\.\S+/g, ' ')
    .replaceAll(/^[ \t]*\*\*.*\*\*[ \t]*$/gm, ' ')
    .replaceAll(/^[|>] (?!>)/gm, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/** The paragraphs that have a code or the recipient in them, and what follows an address that stands alone. */
function evidenceIn(said: string, recipient: string | null): string {
  const paragraphs = said.split(/\n[ \t>]*\n/);
  const kept = paragraphs.filter((paragraph, index) => {
    if (enhancedStatusIn(paragraph) !== null || /(?<![\d.:])[45]\d\d[ -]\S/.test(paragraph)) return true;
    if (recipient === null) return false;
    const before = paragraphs[index - 1];
    const has = (text: string | undefined) => text?.toLowerCase().includes(recipient) === true;
    return has(paragraph) || (has(before) && (before ?? '').trim().split(/\s+/).length <= 12);
  });
  return kept.join('\n');
}

/** Whose mail came back: the first address that is neither a mail server's nor the one that is written to. */
function recipientIn(mail: MaybeBounce, said: string): string | null {
  const named = mail.headers['x-failed-recipients'] ?? '';
  const ours = new Set(
    addressesIn(`${mail.headers['to'] ?? ''} ${mail.headers['delivered-to'] ?? ''} ${mail.fromAddress}`),
  );
  const isOther = (address: string) =>
    !ours.has(address) &&
    !isFromDaemon({ headers: {}, fromAddress: address }) &&
    !/^(?:abuse|support|help\w*|noreply|no-reply)@/.test(address);
  const failed = addressesIn(named)[0];
  if (failed !== undefined) return failed;
  const alone = said
    .split('\n')
    .filter((line) => line.length < 300)
    .filter((line) =>
      /^[ \t>*-]*(?:to:?|recipients?:?|recipient address:|rcpt to:?|user|address:?)?[ \t"'(]*<?[^\s<>"']+@[^\s<>"']+>?[ \t"')]*(?::|$|\.$|,|\()/i.test(
        line,
      ),
    )
    .flatMap((line) => addressesIn(line));
  const original = addressesIn(mail.report?.original?.['to'] ?? '');
  return alone.find(isOther) ?? addressesIn(said).find(isOther) ?? original[0] ?? null;
}
