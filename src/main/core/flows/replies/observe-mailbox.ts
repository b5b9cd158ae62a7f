import { applyEvent } from '../../apply-event.ts';
import type { CoreContext } from '../../context.ts';
import { classifyMail } from '../../domain/replies/classify-reply.ts';
import type { Opinion } from '../../domain/replies/intent/merge-intent.ts';
import { REPLY_TABLE, SURE_ENOUGH } from '../../domain/leads/reply-intents.ts';
import type { LeadCommand, LeadEvent } from '../../domain/leads/lead-event.ts';
import type { IncomingMail } from '../../ports/mailbox.ts';
import type { Assistant, Mail } from '../../ports/store/rows.ts';
import { isFromColleague, leadAddressedBy } from '../answers/colleague-mail.ts';
import { takeCopy } from '../import/mail-copies.ts';
import { keepIncoming } from './keep-incoming.ts';
import { leadOf } from './match-lead.ts';
import { pauseColleagues } from './pause-colleagues.ts';
import { proposalsOf } from './propose-leads.ts';
import { secondOpinion } from './second-opinion.ts';
import { keepStray, setCrmMailAside } from './stray-mail.ts';
import { takeBooking, takeCancellation } from './take-booking.ts';

/** Reads what came into an assistant's mailbox since the last look. The same mail twice is one event. */
export async function observeMailbox(core: CoreContext, assistant: Assistant): Promise<void> {
  const mailbox = core.mailboxes.of(assistant);
  if (mailbox === null) return;
  const key = `mailbox/${assistant.id}`;
  try {
    // A mailbox gives what came in parts: nothing may be sent before the last of them is read.
    for (;;) {
      const before = core.store.cursor(key);
      const { mails, cursor } = await mailbox.fetchSince(before);
      for (const mail of mails) receive(core, assistant, mail, await opinionOn(core, assistant, mail));
      if (cursor === before) break;
      const at = Math.min(core.clock.now(), Math.max(...mails.map((mail) => mail.receivedAt)));
      core.store.commit({
        cursors: { [key]: cursor, ...lastMail(assistant, mails) },
        sourceEvents: mails.length === 0 ? [] : [{ source: 'mailbox', subject: assistant.id, at }],
      });
      if (mails.length === 0) break;
    }
    if (core.mailboxHealth.worked(assistant.id, 'reading', core.clock.now()))
      core.push(['assistants', 'attention']);
  } catch (error) {
    if (core.mailboxHealth.failed(assistant.id, 'reading', error, core.clock.now())) {
      core.push(['assistants', 'attention']);
    }
    throw error;
  }
}

/** The cursor under which stands when an assistant's last mail came in. */
export function lastMailKey(assistantId: string): string {
  return `last-mail/${assistantId}`;
}

function lastMail(assistant: Assistant, mails: readonly IncomingMail[]): Record<string, string> {
  const newest = Math.max(...mails.map((mail) => mail.receivedAt));
  return mails.length === 0 ? {} : { [lastMailKey(assistant.id)]: String(newest) };
}

/** Asked before anything is decided: nothing is open meanwhile, and a mail that another look took is known by then. */
async function opinionOn(
  core: CoreContext,
  assistant: Assistant,
  mail: IncomingMail,
): Promise<Opinion | null> {
  const { isOn, readsReplies } = core.languageModel.settings;
  if (!isOn || !readsReplies || core.store.mails.hasIncoming(assistant.id, mail.messageId)) return null;
  const lead = leadOf(core.store, assistant, mail);
  if (lead === null || isFromColleague(core.store, assistant, mail)) return null;
  return secondOpinion(core, understand(core, mail, lead.timeZone ?? assistant.rules.timeZone, null));
}

function receive(core: CoreContext, assistant: Assistant, mail: IncomingMail, opinion: Opinion | null): void {
  if (core.store.mails.hasIncoming(assistant.id, mail.messageId)) return;
  if (core.store.strays.has(assistant.id, mail.messageId) || takeBooking(core, assistant, mail)) return;
  // A hidden copy of her own mail that comes back to her is no answer.
  if (mail.from.address.toLowerCase() === assistant.email.toLowerCase()) return;
  if (setCrmMailAside(core, assistant, mail)) return;
  if (isFromColleague(core.store, assistant, mail)) {
    receiveFromColleague(core, assistant, mail);
    return;
  }
  const lead = leadOf(core.store, assistant, mail);
  const zone = lead?.timeZone ?? assistant.rules.timeZone;
  const understood = understand(core, mail, zone, opinion);
  if (lead === null) {
    keepStray(core, assistant, mail, understood.kind === 'human' ? 'person' : 'automatic');
    return;
  }
  if (!saysFarewell(understood) && takeCancellation(core, assistant, mail, lead)) return;
  const isAnswer = understood.bounce === null && REPLY_TABLE[understood.intent].human;
  if (isAnswer) pauseColleagues(core, lead, mail.receivedAt);
  const kept = keepIncoming(core.ids.next(), lead, assistant, mail, understood);
  const proposals = proposalsOf(core, lead, kept, understood);
  const proposed = proposals.map(({ name, address }) => (name === '' ? address : `${name} (${address})`));
  applyEvent(core, lead.id, eventOf(kept, understood, proposed, opinion), { mails: [kept], proposals });
}

/** Whoever cancels a meeting and wants no more mail has said the second, too. */
function saysFarewell({ intent, confidence }: Understood): boolean {
  const { to } = REPLY_TABLE[intent];
  return (to === 'UnSubscribed' || to === 'DeActivated') && confidence >= SURE_ENOUGH;
}

/** What a mail means, with what users taught. */
function understand(core: CoreContext, mail: IncomingMail, zone: string, opinion: Opinion | null) {
  const { headers, subject, text, receivedAt, report, calendar = null } = mail;
  const words = {
    headers,
    subject,
    text,
    fromAddress: mail.from.address,
    receivedAt,
    zone,
    report,
    calendar,
  };
  return classifyMail(words, core.store.teaching.rules(), opinion);
}

/** A person of the team wrote to a lead, with a copy for her: the lead has its answer. Others may become leads of hers. */
function receiveFromColleague(core: CoreContext, assistant: Assistant, mail: IncomingMail): void {
  const lead = leadAddressedBy(core.store, assistant, mail);
  if (lead === null) {
    takeCopy(core, assistant, mail);
    return;
  }
  const kept = keepIncoming(core.ids.next(), lead, assistant, mail, null);
  const event = { type: 'owner-answered', at: mail.receivedAt, seen: 'mail' } as const;
  applyEvent(core, lead.id, event, { mails: [kept] });
}

type Understood = ReturnType<typeof understand>;

function eventOf(
  mail: Mail,
  understood: Understood,
  proposed: readonly string[],
  opinion: Opinion | null,
): Exclude<LeadEvent, LeadCommand> {
  if (understood.bounce !== null) {
    return {
      type: 'bounced',
      class: understood.bounce.class,
      at: mail.at,
      mailId: mail.id,
      status: understood.bounce.status,
    };
  }
  return {
    type: 'replied',
    intent: understood.intent,
    confidence: understood.confidence,
    at: mail.at,
    until: understood.until,
    mailId: mail.id,
    text: understood.text,
    fromAddress: mail.from.address,
    fromName: mail.from.name,
    ...(understood.taught === null ? {} : { taught: understood.taught.term }),
    ...(proposed.length === 0 ? {} : { proposed }),
    ...(opinion === null ? {} : { opinion }),
  };
}
