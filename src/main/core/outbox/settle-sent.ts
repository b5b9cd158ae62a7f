import { applyEvent } from '../apply-event.ts';
import type { CoreContext } from '../context.ts';
import { localDay } from '../domain/schedules/send-time.ts';
import type { Instant } from '../domain/time.ts';
import type { Mail, OutboxRow } from '../ports/store/rows.ts';
import { delivered } from './settle.ts';

/** The response that a person's mail answers is dealt with. */
function answeredBy(core: CoreContext, mail: Mail): { readonly mailId: string; readonly at: Instant }[] {
  if (mail.byPerson !== true) return [];
  const draft = core.store.humanMail.draftsOf(mail.leadId).find((each) => each.id === mail.id);
  const mailId = draft?.answersMailId ?? null;
  return mailId === null || core.store.mails.byId(mailId) === null ? [] : [{ mailId, at: core.clock.now() }];
}

/** A mail is out: the lead learns of it, the mail is logged in the CRM, and the text that a person kept is gone. */
export function settleSent(
  core: CoreContext,
  row: OutboxRow,
  mail: Mail,
  left: { readonly at: Instant; readonly messageId?: string; readonly copyRefused?: readonly string[] },
): void {
  const messageId = left.messageId ?? mail.messageId;
  const zone = core.store.assistants.byId(mail.assistantId)?.rules.timeZone ?? 'UTC';
  const sent: Mail = {
    ...mail,
    messageId,
    status: 'sent',
    sentAt: left.at,
    sentDay: localDay(left.at, zone),
  };
  const event = {
    type: 'mail-sent',
    step: mail.step,
    mailId: mail.id,
    messageId,
    subject: mail.subject,
    at: left.at,
    ...(mail.byPerson === true ? { byPerson: true as const } : {}),
  } as const;
  const refused = left.copyRefused ?? [];
  const reason = refused.length === 0 ? null : `The mail server refused the copy to ${refused.join(', ')}.`;
  applyEvent(core, mail.leadId, event, {
    mails: [sent],
    settlements: [delivered(row, core.clock.now(), { remoteId: messageId, reason })],
    removeMailDrafts: mail.byPerson === true ? [mail.id] : [],
    settle: answeredBy(core, mail),
  });
}
