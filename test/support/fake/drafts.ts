import { implement } from '@orpc/server';
import { contract } from '#contract/contract.ts';
import type { DraftRow, WritingView } from '#contract/drafts.ts';
import type { PushEvent } from '#contract/system.ts';
import type { FakeLead } from './leads.ts';
import { HOUR, NOW } from './world.ts';

const os = implement(contract);

const TEXT = (name: string): string =>
  `Hello ${name},\n\nmany teams that run charging points ask how to keep them safe from the first day on. That is what we do: cyber security for electric vehicles.\n\nWould half an hour next week suit you? https://demo.example/meet\n\nKind regards\n\n-- \nMaya Rao\n`;
const BOLD = (name: string): string =>
  `Hello ${name},\n\nwe helped Voltado to cut its incidents by 43 % within a year. Shall I show you how?\n\nKind regards\n\n-- \nMaya Rao\n`;

function rowOf(lead: FakeLead, index: number): DraftRow {
  const isFlagged = index % 4 === 1;
  const first = lead.name.split(' ')[0] ?? lead.name;
  return {
    id: `draft-${index}`,
    version: 1,
    leadId: lead.id,
    leadName: lead.name,
    company: lead.company,
    recipient: lead.email,
    state: lead.state,
    assistantName: lead.assistantName,
    scheduleName: 'Recommended',
    step: (index % 3) + 1,
    of: 7,
    status: 'waiting',
    writer: isFlagged ? 'model' : 'template',
    because: isFlagged ? 'claims' : 'review-first',
    subject: `${index % 3 === 0 ? '' : 'Re: '}Cyber security for electric vehicles`,
    isSubjectFixed: index % 3 !== 0,
    text: isFlagged ? BOLD(first) : TEXT(first),
    claims: isFlagged
      ? [
          { kind: 'name', words: 'Voltado' },
          { kind: 'percentage', words: '43 %' },
        ]
      : [],
    remark: null,
    createdAt: NOW - (20 - index) * HOUR,
    settledAt: null,
    goesAt: NOW + HOUR,
  };
}

/** Made-up drafts of the first leads. */
export function fakeDrafts(leads: readonly FakeLead[], push: (topics: PushEvent['topics']) => void) {
  let rows = leads.slice(0, 12).map(rowOf);
  let writing: Omit<WritingView, 'assistantId' | 'waiting'> = {
    reviewFirst: true,
    byModel: false,
    whenRefused: 'template',
    version: 1,
    isModelOn: false,
  };
  const waiting = () => rows.filter(({ status }) => status === 'waiting');
  const change = (id: string, next: Partial<DraftRow>): DraftRow => {
    rows = rows.map((row) => (row.id === id ? { ...row, ...next, version: row.version + 1 } : row));
    push(['leads', 'attention']);
    const row = rows.find((each) => each.id === id);
    if (row === undefined) throw new Error('There is no such draft.');
    return row;
  };
  const end = (id: string, status: DraftRow['status'], remark: string | null): DraftRow =>
    change(id, { status, remark, settledAt: NOW, goesAt: null });
  return {
    page: os.drafts.page.handler(({ input: { kind, after, limit } }) => {
      const ended = rows.filter(({ settledAt }) => settledAt !== null);
      const found = kind === 'settled' ? ended.toReversed() : rows.filter(({ status }) => status === kind);
      const start = after === null ? 0 : found.findIndex(({ id }) => id === after.id) + 1;
      return { rows: found.slice(start, start + limit) };
    }),
    count: os.drafts.count.handler(() => ({
      waiting: waiting().length,
      approved: rows.filter(({ status }) => status === 'approved').length,
    })),
    approve: os.drafts.approve.handler(({ input }) => {
      for (const { id } of input.drafts) change(id, { status: 'approved' });
      return { approved: input.drafts.length, refused: [] };
    }),
    takeBack: os.drafts.takeBack.handler(({ input: { id } }) => change(id, { status: 'waiting' })),
    edit: os.drafts.edit.handler(({ input: { id, subject, text }, errors }) => {
      const place = /\{\{.*?\}\}/.exec(text)?.[0];
      if (place !== undefined) {
        const sentence = `Message: "${place}" was not filled in. Write what should stand there.`;
        throw errors.INVALID_INPUT({ data: { problems: [{ field: 'text', sentence }] } });
      }
      return change(id, { subject, text, writer: 'person', claims: [] });
    }),
    reject: os.drafts.reject.handler(({ input: { id, what } }) => {
      end(
        id,
        'rejected',
        what === 'skip' ? 'A person left this message out.' : 'A person stopped the follow-up.',
      );
      return { done: true as const };
    }),
    writing: os.drafts.writing.handler(({ input: { assistantId } }) => ({
      ...writing,
      assistantId,
      waiting: waiting().length,
    })),
    setWriting: os.drafts.setWriting.handler(({ input: { assistantId, waiting: what, ...next } }) => {
      writing = { ...writing, ...next, version: next.version + 1 };
      if (what === 'approve') for (const { id } of waiting()) end(id, 'queued', null);
      if (what === 'skip')
        for (const { id } of waiting()) end(id, 'rejected', 'A person left this message out.');
      return { ...writing, assistantId, waiting: waiting().length };
    }),
  };
}
