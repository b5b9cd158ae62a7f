import { addressesIn } from './fold.ts';
import type { MailFields } from './mail-report.ts';

/** What a delivery report (RFC 3464) says of one recipient. */
export interface RecipientFields {
  /** Lower case; null where it is no e-mail address. */
  readonly recipient: string | null;
  readonly action: 'failed' | 'delayed' | 'arrived' | null;
  /** RFC 3463, such as `5.1.1`. */
  readonly status: string | null;
  /** What the other server answered. */
  readonly diagnostic: string;
}

const ENHANCED = /(?<![\d.])([245]\.[0-7]\.\d{1,3})(?!\.?\d)/;
const FIELD_LINE =
  /^[ \t>*]*(original-recipient|final-recipient|x-actual-recipient|action|status|diagnostic-code|remote-mta|last-attempt-date|will-retry-until|reporting-mta)[ \t]*:[ \t]*(.*)$/i;
/** They begin a new recipient when they stand there for a second time. */
const ONCE = ['original-recipient', 'final-recipient', 'action', 'status'];

/** The first enhanced status code in a text (RFC 3463), or null. */
export function enhancedStatusIn(text: string): string | null {
  return ENHANCED.exec(text)?.[1] ?? null;
}

/** Of each recipient, from the parts made for machines; else from a text that has their fields in its lines. */
export function recipientFields(delivery: readonly MailFields[], text: string): readonly RecipientFields[] {
  const blocks = delivery.length > 0 ? delivery : blocksIn(text);
  const recipients = blocks.filter(
    (block) =>
      block['final-recipient'] !== undefined ||
      block['original-recipient'] !== undefined ||
      block['action'] !== undefined ||
      block['status'] !== undefined,
  );
  return recipients.map(readBlock);
}

function readBlock(block: MailFields): RecipientFields {
  const diagnostic = [block['diagnostic-code'], block['x-display-name']].filter(Boolean).join('\n');
  return {
    recipient:
      addressOf(block['final-recipient']) ??
      addressOf(block['original-recipient']) ??
      addressOf(block['x-actual-recipient']),
    action: actionOf(block['action'] ?? ''),
    status: moreExact(enhancedStatusIn(block['status'] ?? ''), enhancedStatusIn(diagnostic)),
    diagnostic: diagnostic.replaceAll(/^[ \t]*(?:smtp|x-[\w-]+|unix|dns)[ \t]*;[ \t]*/gim, ''),
  };
}

/** The report's own code, unless it says nothing and the other server's says more. */
function moreExact(own: string | null, other: string | null): string | null {
  if (own === null) return other;
  return own.endsWith('.0.0') && other !== null && !other.endsWith('.0.0') ? other : own;
}

function addressOf(field: string | undefined): string | null {
  if (field === undefined) return null;
  const [value = ''] = field.split('\n');
  return addressesIn(value.replace(/^[ \t]*[\w-]+[ \t]*;/, ''))[0] ?? null;
}

function actionOf(action: string): RecipientFields['action'] {
  const word = /^[ \t]*([a-z]+)/i.exec(action)?.[1]?.toLowerCase() ?? '';
  if (/^(?:fail|denied|expired|undeliver|reject|bounced)/.test(word)) return 'failed';
  if (/^(?:delay|defer)/.test(word)) return 'delayed';
  if (/^(?:deliver|relay|expand|success)/.test(word)) return 'arrived';
  return null;
}

function blocksIn(text: string): readonly MailFields[] {
  const blocks: Record<string, string>[] = [];
  let current: Record<string, string> = {};
  let last: string | null = null;
  for (const line of text.split('\n')) {
    const [, name, value = ''] = FIELD_LINE.exec(line) ?? [];
    if (name === undefined) {
      // A long value goes on in lines that are set in.
      if (last !== null && /^[ \t]+\S/.test(line)) current[last] = `${current[last] ?? ''} ${line.trim()}`;
      else last = null;
      continue;
    }
    const key = name.toLowerCase();
    if (ONCE.includes(key) && current[key] !== undefined) {
      blocks.push(current);
      current = {};
    }
    current[key] = value.trim();
    last = key;
  }
  if (Object.keys(current).length > 0) blocks.push(current);
  // One field alone may stand in anybody's sentence.
  return blocks.filter((block) => ONCE.filter((name) => block[name] !== undefined).length >= 2);
}
