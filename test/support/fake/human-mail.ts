import { implement } from '@orpc/server';
import { contract } from '#contract/contract.ts';
import type { Composer, QuietDays, UndoSeconds } from '#contract/human-mail.ts';
import type { PlannedMessage } from '#contract/planned-messages.ts';
import type { PushEvent } from '#contract/system.ts';
import type { FakeLead } from './leads.ts';
import { DAY, NOW } from './world.ts';

const os = implement(contract);
type Push = (topics: PushEvent['topics'], leadIds?: string[]) => void;

/** Made-up answers of a person, kept in memory; a mail is on its way from *Send* until *Undo*. */
export function fakeHumanMail(byId: ReadonlyMap<string, FakeLead>, push: Push) {
  const drafts = new Map<string, { subject: string; text: string; cc: Composer['cc']; version: number }>();
  const leaving = new Map<string, { leadId: string; kind: Composer['kind'] }>();
  let undoSeconds: UndoSeconds = 30;
  let quietDays: QuietDays = 2;
  let serial = 0;
  const found = (id: string): FakeLead => {
    const lead = byId.get(id);
    if (lead === undefined) throw new Error('There is no such lead.');
    return lead;
  };
  return {
    open: os.humanMail.open.handler(({ input: { leadId, kind, mailId } }): Composer => {
      const lead = found(leadId);
      const kept = drafts.get(`${leadId}/${kind}`);
      const first = lead.name.split(' ')[0] ?? '';
      return {
        leadId,
        kind,
        draftId: `draft-${++serial}`,
        version: kept?.version ?? 0,
        leadName: lead.name,
        assistantName: lead.assistantName,
        from: 'lena@northwind.example',
        to: lead.email,
        cc:
          kept?.cc ??
          (kind === 'introduce'
            ? [{ name: lead.previousOwnerName ?? '', address: 'robin@northwind.example' }]
            : []),
        subject: kept?.subject ?? `Re: ${lead.context}`,
        text: kept?.text ?? (kind === 'introduce' ? `Hello ${first},\n\nthank you for your answer.` : ''),
        signature: `${lead.assistantName}\nSales Development, Northwind`,
        quoted: 'On 7 September 2026, 10:12, the lead wrote:\n> Tomorrow 5 pm works for me.',
        answersMailId: mailId,
        isKept: kept !== undefined,
        because: lead.state === 'UnSubscribed' ? 'The person must not be written to.' : null,
        undoSeconds,
        quietDays,
        isUnderWay: lead.nextFollowUpAt !== null,
      };
    }),
    keep: os.humanMail.keep.handler(({ input: { leadId, kind, subject, text, cc, version } }) => {
      drafts.set(`${leadId}/${kind}`, { subject, text, cc, version: version + 1 });
      return { version: version + 1 };
    }),
    discard: os.humanMail.discard.handler(({ input: { leadId, kind } }) => {
      drafts.delete(`${leadId}/${kind}`);
      return { done: true as const };
    }),
    send: os.humanMail.send.handler(({ input, errors }) => {
      const problems =
        input.text.trim() === '' ? [{ field: 'text', sentence: 'Text: write the message first.' }] : [];
      if (problems.length > 0) throw errors.INVALID_INPUT({ data: { problems } });
      const { leadId, kind, subject, text, cc, version } = input;
      drafts.set(`${leadId}/${kind}`, { subject, text, cc, version: version + 1 });
      leaving.set(input.draftId, { leadId, kind });
      push(['leads'], [leadId]);
      return { mailId: input.draftId, leavesAt: Date.now() + undoSeconds * 1_000 };
    }),
    undo: os.humanMail.undo.handler(({ input: { mailId }, errors }) => {
      const mail = leaving.get(mailId);
      if (mail === undefined) throw errors.REFUSED({ data: { sentence: 'It has left already.' } });
      leaving.delete(mailId);
      push(['leads'], [mail.leadId]);
      return mail;
    }),
    setUp: os.humanMail.setUp.handler(({ input }) => {
      ({ undoSeconds, quietDays } = input);
      return { done: true as const };
    }),
    html: os.humanMail.html.handler(() => ({
      html: '<p>Hi Lena,</p><p>thanks for staying on it. <b>Tomorrow 5 pm</b> works for me.</p><p>[Logo]</p>',
    })),
  };
}

/** Made-up messages to come. */
export function fakePlannedMessages(byId: ReadonlyMap<string, FakeLead>, push: Push) {
  const changed = new Map<string, Partial<PlannedMessage>>();
  const list = (leadId: string): { messages: PlannedMessage[] } => {
    const lead = byId.get(leadId);
    if (lead === undefined || lead.nextFollowUpAt === null) return { messages: [] };
    const next = lead.nextFollowUpAt;
    const messages = Array.from({ length: Math.max(0, lead.of - lead.sent) }, (_, index): PlannedMessage => {
      const step = lead.sent + index;
      return {
        step,
        of: lead.of,
        at: next + index * 3 * DAY,
        isNext: index === 0,
        subject: step === 0 ? lead.context : `Re: ${lead.context}`,
        isSubjectKept: step > 0,
        text: `Hello ${lead.name.split(' ')[0] ?? ''},\n\nmy note about ${lead.context} may have been lost in a full inbox.\n\nWhich day suits you for a short call?\n\n-- \n${lead.assistantName}\n`,
        editedAt: null,
        isSkipped: false,
        version: 0,
        problem: null,
        ...changed.get(`${leadId}/${step}`),
      };
    });
    return { messages };
  };
  const change = (leadId: string, step: number, version: number, what: Partial<PlannedMessage>) => {
    const key = `${leadId}/${step}`;
    changed.set(key, { ...changed.get(key), ...what, version: version + 1 });
    push(['leads'], [leadId]);
    return list(leadId);
  };
  return {
    list: os.plannedMessages.list.handler(({ input }) => list(input.leadId)),
    edit: os.plannedMessages.edit.handler(({ input: { leadId, step, version, subject, text }, errors }) => {
      if (/\{\{/.test(text)) {
        const sentence = 'Text: write out {{ … }}; it would be sent as it stands.';
        throw errors.INVALID_INPUT({ data: { problems: [{ field: 'text', sentence }] } });
      }
      return change(leadId, step, version, { subject, text, editedAt: NOW });
    }),
    skip: os.plannedMessages.skip.handler(({ input: { leadId, step, version, skipped } }) =>
      change(leadId, step, version, { isSkipped: skipped }),
    ),
    putBack: os.plannedMessages.putBack.handler(({ input: { leadId, step } }) => {
      changed.delete(`${leadId}/${step}`);
      return list(leadId);
    }),
    move: os.plannedMessages.move.handler(({ input: { leadId, step, at } }) =>
      change(leadId, step, 0, { at }),
    ),
  };
}
