import type { CoreContext } from '../../context.ts';
import { localDay } from '../../domain/schedules/send-time.ts';
import { SECOND, type Instant } from '../../domain/time.ts';
import { cancelled } from '../../outbox/settle.ts';
import type { MailDraft } from '../../ports/store/human-mail.ts';
import type { Mail, OutboxRow } from '../../ports/store/rows.ts';
import { rememberColleague, signatureOf, whyNotNow, type Composing } from './composer.ts';
import { htmlWithQuote } from './mail-html.ts';
import { undoSeconds } from './settings.ts';

type Refused = { readonly refused: string };

const SENT_ALREADY = 'This mail was sent already: it is in the conversation.';
const LEAVING = 'A message to this lead is just leaving. Undo it, or wait until it is out.';
const WRITTEN_ELSEWHERE = 'This mail was changed in another window meanwhile. Close it and open it again.';

/** Mails of a lead that are looked through for the one that leaves. */
const MOST_ROWS = 200;

/**
 * Queues what a person wrote. It waits for some seconds in the outbox and can be taken back; from then on it is a mail
 * like any other: held, stopped, sent once, logged. Its text stays kept until it is out.
 */
export function sendHumanMail(
  core: CoreContext,
  { lead, assistant, answered, to, quoted }: Composing,
  draft: MailDraft,
): { readonly mailId: string; readonly leavesAt: Instant } | Refused {
  const { store } = core;
  if (store.mails.byId(draft.id) !== null) return { refused: SENT_ALREADY };
  if (store.mails.ofLead(lead.id).some(isLeaving)) return { refused: LEAVING };
  const because = whyNotNow(core, lead, draft.kind, [to, ...draft.cc]);
  if (because !== null) return { refused: because };
  const now = core.clock.now();
  const leavesAt = now + undoSeconds(store) * SECOND;
  const text = `${draft.text.trim()}\n\n-- \n${signatureOf(assistant)}\n`;
  const domain = assistant.email.split('@')[1] ?? 'localhost';
  const mail: Mail = {
    id: draft.id,
    leadId: lead.id,
    connectionId: lead.connectionId,
    assistantId: assistant.id,
    direction: 'outgoing',
    status: 'queued',
    messageId: `<${draft.id}@${domain}>`,
    inReplyTo: answered?.messageId ?? lead.thread.at(-1) ?? null,
    references: answered === null ? lead.thread : [...answered.references, answered.messageId],
    from: { address: assistant.email, name: assistant.name },
    to: [to],
    cc: draft.cc,
    byPerson: true,
    subject: draft.subject.replaceAll(/\s+/g, ' ').trim(),
    text: quoted === '' ? text : `${text}\n${quoted}\n`,
    html: htmlWithQuote(text, quoted),
    at: now,
    sentAt: null,
    sentDay: localDay(now, assistant.rules.timeZone),
    run: null,
    step: null,
    intent: null,
    confidence: null,
    words: [],
    bounce: null,
  };
  const result = store.commit({
    mailDrafts: [draft],
    mails: [mail],
    cursors: draft.kind === 'introduce' ? rememberColleague(draft.cc) : {},
    outbox: [
      {
        key: `mail:${mail.id}`,
        connectionId: lead.connectionId,
        leadId: lead.id,
        recordId: null,
        journalId: null,
        effect: { kind: 'mail', mailId: mail.id },
        // A message of the schedule that waits for something must not keep a person's answer back.
        lane: `mail/${lead.id}/by-person`,
        priority: 0,
        createdAt: now,
        notBefore: leavesAt,
      },
    ],
  });
  if (!result.ok) return { refused: WRITTEN_ELSEWHERE };
  core.push(['leads', 'activity'], [lead.id]);
  core.wake();
  return { mailId: mail.id, leavesAt };
}

/** Takes a mail back that a person sent and that has not left; its text is a draft again. */
export function undoSend(core: CoreContext, mail: Mail): MailDraft | Refused {
  if (mail.byPerson !== true) return { refused: 'Only a mail that a person wrote can be taken back.' };
  const row = rowOf(core, mail);
  const draft = core.store.humanMail.draftsOf(mail.leadId).find((each) => each.id === mail.id);
  if (row === null || draft === undefined || mail.status !== 'queued') {
    return { refused: mail.status === 'cancelled' ? 'It was taken back already.' : 'It has left already.' };
  }
  if (!canBeTakenBack(row)) {
    return { refused: 'It is just leaving, or may have left: it cannot be taken back any more.' };
  }
  const now = core.clock.now();
  const again: MailDraft = { ...draft, id: core.ids.next(), at: now };
  core.store.commit({
    settlements: [cancelled(row, now, 'A person took it back before it left.')],
    mails: [{ ...mail, status: 'cancelled', sentDay: null }],
    mailDrafts: [again],
  });
  core.push(['leads', 'activity', 'attention'], [mail.leadId]);
  core.wake();
  return again;
}

/** Nothing of it can have left. */
export function canBeTakenBack(row: OutboxRow): boolean {
  return (row.status === 'waiting' || row.status === 'held') && !row.uncertain;
}

/** A mail on its way out, as the outbox has it; null: it has none. */
export function rowOf(core: CoreContext, mail: Mail): OutboxRow | null {
  const { rows } = core.store.outbox.page({ leadId: mail.leadId, kinds: ['mail'] }, null, MOST_ROWS);
  return rows.find((row) => row.effect.kind === 'mail' && row.effect.mailId === mail.id) ?? null;
}

function isLeaving(mail: Mail): boolean {
  return mail.byPerson === true && mail.status === 'queued';
}
