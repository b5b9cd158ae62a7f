import type { BounceClass } from '../../leads/lead-event.ts';
import type { MailFields } from '../mail-report.ts';
import type { MaybeBounce } from '../bounce.ts';

/** A mail of a mail server, and what is to be read from it. */
export interface BounceSample {
  /** The mail system that writes like this. */
  readonly system: string;
  readonly from: string;
  readonly subject: string;
  readonly text: string;
  readonly headers?: MailFields;
  /** The part message/delivery-status, as it stands there. */
  readonly delivery?: string;
  /** null: no bounce. */
  readonly class: BounceClass | null;
  readonly status?: string | null;
  readonly recipient?: string | null;
}

/** A sample as the mail that is read. */
export function mailOf(sample: BounceSample): MaybeBounce {
  const { from, subject, text, delivery } = sample;
  const report: MailFields =
    delivery === undefined ? {} : { 'content-type': 'multipart/report; report-type=delivery-status' };
  return {
    headers: { from, to: 'lisa@us.example', ...report, ...sample.headers },
    subject,
    text,
    fromAddress: /<([^<>]*)>/.exec(from)?.[1] ?? from,
    report:
      delivery === undefined
        ? null
        : { delivery: fieldBlocks(delivery), feedback: null, disposition: null, original: null },
  };
}

function fieldBlocks(text: string): readonly MailFields[] {
  return text
    .trim()
    .split(/\n\n+/)
    .map((block) =>
      Object.fromEntries(
        block
          .replaceAll(/\n[ \t]+/g, ' ')
          .split('\n')
          .map((line) => [
            line.slice(0, line.indexOf(':')).toLowerCase(),
            line.slice(line.indexOf(':') + 1).trim(),
          ]),
      ),
    );
}
