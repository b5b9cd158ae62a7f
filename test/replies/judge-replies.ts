import { classifyMail } from '#core/domain/replies/classify-reply.ts';
import type { LabelledReply } from './labelled-replies.ts';
import type { Judged } from './score.ts';

/** A labelled reply and what the program makes of it. */
export interface JudgedReply extends Judged {
  readonly reply: LabelledReply;
  /** 0 to 1. */
  readonly confidence: number;
  /** Whether it was taken for a person's. */
  readonly human: boolean;
}

/** When the labelled replies were written. */
const WRITTEN_AT = Date.UTC(2026, 2, 10, 9);

/** Reads replies as they would come in from a mailbox. */
export function judgeReplies(replies: readonly LabelledReply[]): readonly JudgedReply[] {
  return replies.map((reply) => {
    const { intent, confidence, kind } = classifyMail({
      headers: {},
      subject: reply.subject,
      text: reply.text,
      fromAddress: 'writer@acme.example',
      receivedAt: WRITTEN_AT,
      zone: 'Europe/Berlin',
      report: null,
    });
    return { reply, wanted: reply.intent, got: intent, confidence, human: kind === 'human' };
  });
}
