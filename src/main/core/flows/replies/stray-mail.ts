import { applyCommand } from '../../apply-event.ts';
import type { CoreContext } from '../../context.ts';
import type { Refusal } from '../../domain/leads/decision.ts';
import type { Lead } from '../../domain/leads/lead.ts';
import { crmMail } from '../../domain/replies/crm-mail.ts';
import type { IncomingMail } from '../../ports/mailbox.ts';
import type { Assistant } from '../../ports/store/rows.ts';
import type { StrayKind, StrayMail } from '../../ports/store/strays.ts';

const LONGEST_SUBJECT = 300;
const LONGEST_NAME = 120;

/**
 * Mail of the CRM's own machines is never a reply: its notifications are passed over, an invitation to become a user is
 * kept for CRM Details (domain.md section 1, set-up). False: it is none of theirs.
 */
export function setCrmMailAside(core: CoreContext, assistant: Assistant, mail: IncomingMail): boolean {
  const { subject, text, html } = mail;
  const found = crmMail({ fromAddress: mail.from.address, subject, text, html });
  if (found === null) return false;
  if (core.store.leads.byAddress(mail.from.address.toLowerCase()).length > 0) return false;
  if (found.kind === 'invitation') keepStray(core, assistant, mail, 'invitation', found.link);
  else core.log.info('crm-notification', { assistantId: assistant.id });
  return true;
}

/** Keeps who wrote, when and about what; never the text. Nothing is kept of somebody who was erased. */
export function keepStray(
  core: CoreContext,
  assistant: Assistant,
  mail: IncomingMail,
  kind: StrayKind,
  link: string | null = null,
): void {
  core.log.info('mail-without-lead', { assistantId: assistant.id, kind });
  const fromAddress = mail.from.address.trim().toLowerCase();
  const isErased = core.store.people.isErased([fromAddress], { connectionId: '', recordId: '' });
  if (isErased || core.store.strays.has(assistant.id, mail.messageId)) return;
  const stray: StrayMail = {
    id: core.ids.next(),
    assistantId: assistant.id,
    messageId: mail.messageId,
    fromAddress,
    fromName: mail.from.name.slice(0, LONGEST_NAME),
    subject: mail.subject.slice(0, LONGEST_SUBJECT),
    at: mail.receivedAt,
    kind,
    link,
  };
  core.store.commit({ strays: [stray] });
  core.push(['responses', ...(kind === 'invitation' ? (['connections', 'attention'] as const) : [])]);
}

/** Puts a mail without a lead away: only that it was there is kept. */
export function dismissStray(core: CoreContext, { id }: StrayMail): void {
  core.store.commit({ settleStrays: [{ id, at: core.clock.now() }] });
  core.push(['responses', 'connections', 'attention']);
}

/**
 * A person says whose mail it is: the lead learns the address, and its follow-up stops where a person wrote it. In one
 * commit with the mail leaving the list. Null: there is no such lead.
 */
export function linkStray(core: CoreContext, stray: StrayMail, leadId: string): Lead | Refusal | null {
  const mail = { from: stray.fromAddress, subject: stray.subject, at: stray.at };
  const command = { type: 'mail-linked', mail, isAnswer: stray.kind === 'person' } as const;
  const result = applyCommand(core, leadId, command, {
    settleStrays: [{ id: stray.id, at: core.clock.now() }],
  });
  core.push(['responses']);
  return result;
}
