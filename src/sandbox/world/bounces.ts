import type { BounceKind, SentMail } from './mail-types.ts';
import type { Random } from './random.ts';
import { domainOf, fill } from './reply-wording.ts';
import type { BounceText } from './words/bounce-texts.ts';
import { HARD_BOUNCES, SOFT_BOUNCES, UNEXPLAINED_BOUNCES } from './words/bounce-texts.ts';

/** A delivery status notification (RFC 3464), its parts one after the other in `text`. */
export interface Bounce {
  readonly from: { readonly address: string; readonly name: string };
  readonly subject: string;
  readonly text: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Some servers thread their report, most do not. */
  readonly threaded: boolean;
}

const TEXTS: Readonly<Record<BounceKind, readonly BounceText[]>> = {
  'hard-bounce': HARD_BOUNCES,
  'soft-bounce': SOFT_BOUNCES,
  'unexplained-bounce': UNEXPLAINED_BOUNCES,
};

function subjectOf(text: BounceText, kind: BounceKind, original: SentMail): string {
  const delayed = kind === 'soft-bounce';
  switch (text.program) {
    case 'postfix':
      return delayed ? 'Delayed Mail (still being retried)' : 'Undelivered Mail Returned to Sender';
    case 'exim':
      return delayed
        ? 'Warning: message delayed 24 hours'
        : 'Mail delivery failed: returning message to sender';
    case 'gmail':
      return `Delivery Status Notification (${delayed ? 'Delay' : 'Failure'})`;
    case 'exchange':
      return `${delayed ? 'Delivery delayed: ' : 'Undeliverable: '}${original.subject}`;
    case 'qmail':
      return 'failure notice';
  }
}

function introductionOf(text: BounceText, kind: BounceKind, recipient: string, diagnostic: string): string {
  const delayed = kind === 'soft-bounce';
  switch (text.program) {
    case 'postfix':
      return delayed
        ? `This is the mail system at host mx1.example.net.\n\nTHIS IS A WARNING ONLY. YOU DO NOT NEED TO RESEND YOUR MESSAGE.\n\nYour message could not be delivered for more than 4 hour(s). It will be retried until it is 5 day(s) old.\n\n<${recipient}>: ${diagnostic}`
        : `This is the mail system at host mx1.example.net.\n\nI'm sorry to have to inform you that your message could not be delivered to one or more recipients. It's attached below.\n\n<${recipient}>: ${diagnostic}`;
    case 'exim':
      return delayed
        ? `This message was created automatically by mail delivery software.\n\nA message that you sent has not yet been delivered to one or more of its recipients. No action is required on your part. Delivery attempts will continue for some time.\n\n  ${recipient}\n    ${diagnostic}`
        : `This message was created automatically by mail delivery software.\n\nA message that you sent could not be delivered to one or more of its recipients.\n\n  ${recipient}\n    ${diagnostic}`;
    case 'gmail':
      return delayed
        ? `** Delivery incomplete **\n\nThere was a temporary problem delivering your message to ${recipient}. Gmail will retry for 46 more hours. You'll be notified if the delivery fails permanently.\n\n${diagnostic}`
        : `** Address not found **\n\nYour message wasn't delivered to ${recipient}.\n\nThe response was:\n\n${diagnostic}`;
    case 'exchange':
      return delayed
        ? `Delivery is delayed to these recipients or groups:\n\n${recipient}\n\nThis message hasn't been delivered yet. Delivery will continue to be attempted.\n\n${diagnostic}`
        : `Delivery has failed to these recipients or groups:\n\n${recipient}\n\n${diagnostic}`;
    case 'qmail':
      return `Hi. This is the qmail-send program at mx1.example.net.\nI'm afraid I wasn't able to deliver your message to the following addresses.\n\n<${recipient}>:\n${diagnostic}`;
  }
}

/** The report that a mail server sends back for one recipient of `original`. `at` in ms. */
export function writeBounce(
  kind: BounceKind,
  original: SentMail,
  recipient: string,
  at: number,
  random: Random,
): Bounce {
  const text = random.pick(TEXTS[kind]);
  const diagnostic = fill(text.diagnostic, { address: recipient, domain: domainOf(recipient) });
  const arrived = new Date(at).toUTCString().replace('GMT', '+0000');
  const status =
    text.status === null
      ? []
      : [
          '',
          'Reporting-MTA: dns; mx1.example.net',
          `Arrival-Date: ${new Date(original.acceptedAt).toUTCString().replace('GMT', '+0000')}`,
          '',
          `Final-Recipient: rfc822; ${recipient}`,
          `Original-Recipient: rfc822;${recipient}`,
          `Action: ${kind === 'soft-bounce' ? 'delayed' : 'failed'}`,
          `Status: ${text.status}`,
          `Diagnostic-Code: ${/^\d{3}/.test(diagnostic) ? 'smtp' : 'X-Server'}; ${diagnostic}`,
          `Last-Attempt-Date: ${arrived}`,
        ];
  const originalHeaders = [
    '',
    `Message-ID: ${original.messageId}`,
    `Date: ${new Date(original.date).toUTCString().replace('GMT', '+0000')}`,
    `From: ${original.from.name} <${original.from.address}>`,
    `To: ${recipient}`,
    `Subject: ${original.subject}`,
  ];
  const threaded = text.program === 'gmail' || text.program === 'exchange';
  const serverName =
    text.program === 'exchange'
      ? `postmaster@${domainOf(original.from.address)}`
      : 'mailer-daemon@mx1.example.net';
  return {
    from: {
      address: serverName,
      name: text.program === 'exchange' ? 'Microsoft Outlook' : 'Mail Delivery Subsystem',
    },
    subject: subjectOf(text, kind, original),
    text:
      [introductionOf(text, kind, recipient, diagnostic), ...status, ...originalHeaders].join('\n') + '\n',
    headers: {
      'return-path': '<>',
      'auto-submitted': 'auto-replied',
      'content-type':
        text.status === null
          ? 'text/plain; charset=utf-8'
          : `multipart/report; report-type=delivery-status; boundary="${at.toString(36)}/mx1.example.net"`,
      ...(text.program === 'exim' || text.program === 'gmail' ? { 'x-failed-recipients': recipient } : {}),
    },
    threaded,
  };
}
