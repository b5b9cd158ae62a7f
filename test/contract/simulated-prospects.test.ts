import { describe, expect, it } from 'vitest';
import { classifyMail } from '#core/domain/replies/classify-reply.ts';
import type { ClassifiedMail } from '#core/domain/replies/classify-reply.ts';
import { LANGUAGES, REPLY_KINDS, isBounce } from '#sandbox/world/mail-types.ts';
import type { Language, ReplyKind, SentMail } from '#sandbox/world/mail-types.ts';
import { composeReply } from '#sandbox/world/prospect-replies.ts';
import { decideBehaviour } from '#sandbox/world/prospects.ts';

const NOW = Date.UTC(2026, 10, 20, 9);
const VARIANTS = 8;

/** What a prospect means, in our words. */
const MEANING: Readonly<Record<ReplyKind, string>> = {
  'agreed-to-meet': 'human AgreedToMeet',
  interested: 'human InterestedToProceed',
  'more-info': 'human SeekingMoreInfo',
  brochure: 'human BrochureSent',
  'connect-later': 'human ConnectLater',
  referred: 'human ReferredSomeone',
  stop: 'human AskedToStop',
  'moved-out': 'human MovedOut',
  retired: 'human Retired',
  unsubscribe: 'human Unsubscribed',
  neutral: 'human Other',
  'out-of-office': 'auto-reply OutOfOffice',
  'out-of-office-undated': 'auto-reply OutOfOffice',
  ticket: 'ticket SupportAutoResponse',
  'hard-bounce': 'bounce hard',
  'soft-bounce': 'bounce soft',
  'unexplained-bounce': 'bounce unknown',
};

function understood(mail: ClassifiedMail): string {
  if (mail.bounce === null) return `${mail.kind} ${mail.intent}`;
  return `bounce ${mail.bounce.class === 'delayed' ? 'soft' : mail.bounce.class}`;
}

function replyOf(kind: ReplyKind, language: Language, variant: number) {
  const address = `tom${variant}@firm${variant}.example`;
  const original: SentMail = {
    id: `mail-${variant}`,
    acceptedAt: new Date(NOW - 3_600_000).toISOString(),
    messageId: `<first-${variant}@us.example>`,
    from: { address: 'lisa@us.example', name: 'Lisa Hart' },
    to: [{ address, name: 'Tom Berg' }],
    subject: 'Cyber security for electric vehicles',
    text: 'Hello Tom,\n\nwould a call on Tuesday at 10 suit you? What does your team use today?\n\nTo stop these mails reply "unsubscribe".\n\nLisa',
    date: new Date(NOW - 3_600_000).toISOString(),
  };
  const seed = 100 + variant;
  const behaviour = decideBehaviour(address, { seed, profileOf: () => ({ language }) }, kind);
  const reply = composeReply(seed, behaviour, kind, original, NOW, 1);
  const mail = classifyMail({
    headers: reply.headers,
    subject: reply.subject,
    text: reply.text,
    fromAddress: reply.from.address,
    receivedAt: NOW,
    zone: 'UTC',
    report: null,
  });
  return { reply, mail };
}

describe('the prospects of the sandbox', () => {
  const cases = LANGUAGES.flatMap((language) => REPLY_KINDS.map((kind) => [language, kind] as const));

  const variants = Array.from({ length: VARIANTS }, (_, variant) => variant);

  it.each(cases)('are understood when they write in %s: %s', (language, kind) => {
    const sure = kind === 'neutral' || isBounce(kind) ? 0 : 0.7;
    const wrong = variants
      .map((variant) => replyOf(kind, language, variant))
      .filter(({ mail }) => understood(mail) !== MEANING[kind] || mail.confidence < sure)
      .map(({ mail, reply }) => ({ text: reply.text, got: understood(mail), confidence: mail.confidence }));
    expect(wrong).toEqual([]);
  });

  it.each(LANGUAGES)('are expected back on the day that they name in %s', (language) => {
    const replies = (['out-of-office', 'connect-later'] as const).flatMap((kind) =>
      variants.map((variant) => replyOf(kind, language, variant)),
    );
    const days = replies.map(({ mail, reply }) => ({
      text: reply.text,
      day: mail.until === null ? null : new Date(mail.until).toISOString().slice(0, 10),
    }));
    expect(days).toEqual(replies.map(({ reply }) => ({ text: reply.text, day: reply.namedDay })));
  });
});
