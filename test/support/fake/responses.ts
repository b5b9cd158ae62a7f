import { implement } from '@orpc/server';
import { contract } from '#contract/contract.ts';
import type { LeadState, ReplyIntent } from '#contract/names.ts';
import { RESPONSE_KINDS, type ResponseKind, type ResponseRow } from '#contract/responses.ts';
import type { PushEvent } from '#contract/system.ts';
import type { FakeLead } from './leads.ts';
import { HOUR, NOW } from './world.ts';

const os = implement(contract);

type Said = readonly [
  text: string,
  intent: ReplyIntent | null,
  confidence: number,
  words: readonly string[],
  state: LeadState,
];

const SAID: readonly Said[] = [
  ['Tuesday at 5 pm works for me, see you then!', 'AgreedToMeet', 0.96, ['Tuesday at 5 pm works'], 'Hot'],
  ['Sounds interesting, maybe. Who else uses it?', 'InterestedToProceed', 0.58, ['interesting'], 'Responded'],
  ['What does it cost for a team of forty?', 'SeekingMoreInfo', 0.93, ['What does it cost'], 'Responded'],
  ['Bitte schicken Sie mir Ihre Broschüre.', 'BrochureSent', 0.91, ['Broschüre'], 'Warm'],
  ['We have a supplier and are happy with them.', 'AskedToStop', 0.88, ['have a supplier'], 'DeActivated'],
  ['Thanks for your mail. I am away until 3 March.', 'OutOfOffice', 0.97, ['away until'], 'OutOfOffice'],
  ['The address could not be found.', null, 0.95, ['5.1.1'], 'DeActivated'],
];

function rowOf(lead: FakeLead, index: number): ResponseRow {
  const [text, intent, confidence, words, state] = SAID[index % SAID.length] ??
    SAID[0] ?? ['', null, 0, [], 'Cold'];
  const isHuman = intent !== null && intent !== 'OutOfOffice';
  return {
    mailId: `mail-${index}`,
    leadId: lead.id,
    leadName: lead.name,
    company: lead.company,
    state,
    assistantName: lead.assistantName,
    from: lead.email,
    at: NOW - index * 2 * HOUR,
    subject: 'Re: cyber security for electric vehicles',
    parts: [
      { text: `${text}\n\nBest regards`, isOwn: true },
      { text: '\n\nOn Monday Maya wrote:\n> Hello, I am Maya.', isOwn: false },
    ],
    intent,
    confidence,
    words: [...words],
    bounce: intent === null ? 'hard' : null,
    isUnsure: isHuman && confidence < 0.7,
    settledAt: index % 9 === 8 ? NOW - HOUR : null,
  };
}

/** Made-up responses: one of each kind, over and over. */
export function fakeResponses(leads: readonly FakeLead[], push: (topics: PushEvent['topics']) => void) {
  let rows = leads.slice(0, 120).map(rowOf);
  const isHuman = (row: ResponseRow): boolean => row.intent !== null && row.intent !== 'OutOfOffice';
  const IN: Readonly<Record<ResponseKind, (row: ResponseRow) => boolean>> = {
    open: (row) => isHuman(row) && row.settledAt === null,
    unsure: (row) => row.isUnsure && row.settledAt === null,
    human: isHuman,
    automatic: (row) => row.intent === 'OutOfOffice',
    bounce: (row) => row.bounce !== null,
    all: () => true,
  };
  const change = (mailId: string, next: (row: ResponseRow) => ResponseRow): ResponseRow => {
    rows = rows.map((row) => (row.mailId === mailId ? next(row) : row));
    push(['leads']);
    const row = rows.find((each) => each.mailId === mailId);
    if (row === undefined) throw new Error('There is no such response.');
    return row;
  };
  return {
    page: os.responses.page.handler(({ input: { kind, after, limit } }) => {
      const found = rows.filter(IN[kind]);
      const start = after === null ? 0 : found.findIndex(({ mailId }) => mailId === after.mailId) + 1;
      return { rows: found.slice(start, start + limit) };
    }),
    counts: os.responses.counts.handler(
      () =>
        Object.fromEntries(RESPONSE_KINDS.map((kind) => [kind, rows.filter(IN[kind]).length])) as Record<
          ResponseKind,
          number
        >,
    ),
    settle: os.responses.settle.handler(({ input: { mailId, settled } }) =>
      change(mailId, (row) => ({ ...row, settledAt: settled ? NOW : null })),
    ),
    correct: os.responses.correct.handler(({ input: { mailId, intent } }) =>
      change(mailId, (row) => ({
        ...row,
        intent,
        confidence: 1,
        words: [],
        isUnsure: false,
        settledAt: NOW,
      })),
    ),
  };
}
