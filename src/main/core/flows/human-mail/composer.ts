import { DateTime } from 'luxon';
import type { Language } from '#contract/names.ts';
import type { CoreContext } from '../../context.ts';
import { whyNoHumanMail, whyNoIntroduction, type HumanMailKind } from '../../domain/human-mail/may-write.ts';
import { answerSubject, introductionWords, quoteOf } from '../../domain/human-mail/write-mail.ts';
import { patternsAgainst } from '../../domain/leads/exclusions.ts';
import type { Lead } from '../../domain/leads/lead.ts';
import { REPLY_TABLE } from '../../domain/leads/reply-intents.ts';
import { ownWords } from '../../domain/replies/reply-text.ts';
import type { Instant } from '../../domain/time.ts';
import type { MailAddress } from '../../ports/mailbox.ts';
import type { MailDraft } from '../../ports/store/human-mail.ts';
import type { Assistant, Mail } from '../../ports/store/rows.ts';
import type { Store } from '../../ports/store/store.ts';
import { whyReadOnly } from '../../read-only.ts';

/** The cursor under which stands to whom leads were introduced last, where their owner is not known. */
const COLLEAGUE = 'introduce-to';

/** Everything about a mail that a person writes to a lead, before it is sent. */
export interface Composing {
  readonly lead: Lead;
  readonly assistant: Assistant;
  readonly draft: MailDraft;
  readonly isKept: boolean;
  readonly answered: Mail | null;
  readonly to: MailAddress;
  readonly quoted: string;
}

/**
 * What is being written to a lead, or the beginning of it: the subject of the thread, for an introduction also its
 * words and the owner in copy. `mailId`: the mail to answer; null or none of a person's: the lead's last answer.
 */
export function composingOf(
  core: CoreContext,
  lead: Lead,
  assistant: Assistant,
  kind: HumanMailKind,
  mailId: string | null,
): Composing {
  const kept = core.store.humanMail.draft(lead.id, kind);
  const answered = answeredMail(core, lead, mailId ?? kept?.answersMailId ?? null);
  const draft =
    kept === null
      ? begun(core, { lead, kind, answered, language: assistant.language })
      : asOpen(core, kept, answered);
  return {
    lead,
    assistant,
    draft,
    isKept: kept !== null,
    answered,
    to: recipientOf(lead, answered),
    quoted: quotedOf(assistant, answered),
  };
}

/** Who a mail answers: the person who wrote the answered mail, else the lead. */
export function recipientOf(lead: Lead, answered: Mail | null): MailAddress {
  const name = `${lead.firstName} ${lead.lastName}`.trim();
  if (answered === null) return { address: lead.email, name };
  const { address } = answered.from;
  return { address, name: answered.from.name || (address === lead.email ? name : '') };
}

/** Why the mail must not be sent now; null: it may. */
export function whyNotNow(
  core: CoreContext,
  lead: Lead,
  kind: HumanMailKind,
  recipients: readonly MailAddress[],
): string | null {
  const connection = core.store.connections.byId(lead.connectionId);
  return (
    whyNotTo(core, lead, recipients) ??
    (kind === 'introduce' ? whyNoIntroduction(lead) : null) ??
    whyReadOnly(connection)
  );
}

/** Why nobody may write to the lead or to one of these people; null: they may. */
export function whyNotTo(core: CoreContext, lead: Lead, recipients: readonly MailAddress[]): string | null {
  const addresses = [
    ...new Set([...lead.addresses, ...recipients.map(({ address }) => address.toLowerCase())]),
  ];
  return whyNoHumanMail(lead, {
    suppressed: [...core.store.suppressions.among(addresses)],
    excludedBy: core.store.sending.excludedAmong(patternsAgainst(addresses))[0] ?? null,
  });
}

/** The mail of a person that an answer is to; a notice of a mail server or of an absence has nobody behind it. */
export function answeredMail(core: CoreContext, lead: Lead, mailId: string | null): Mail | null {
  const isPersons = (mail: Mail | null): boolean =>
    mail !== null &&
    mail.leadId === lead.id &&
    mail.direction === 'incoming' &&
    mail.bounce === null &&
    mail.intent !== null &&
    REPLY_TABLE[mail.intent].human;
  const chosen = mailId === null ? null : core.store.mails.byId(mailId);
  if (isPersons(chosen)) return chosen;
  const came = core.store.mails.ofLead(lead.id).filter(isPersons);
  return came.toSorted((a, b) => b.at - a.at)[0] ?? null;
}

/** What was begun and is not on its way. */
export function begunMails(store: Pick<Store, 'humanMail' | 'mails'>, leadId: string): HumanMailKind[] {
  return store.humanMail
    .draftsOf(leadId)
    .filter(({ id, text }) => text.trim() !== '' && store.mails.byId(id)?.status !== 'queued')
    .map(({ kind }) => kind);
}

/** Her signature, as it stands below every mail. */
export function signatureOf(assistant: Assistant): string {
  return assistant.signature.trim() === '' ? assistant.name : assistant.signature.trim();
}

export function rememberColleague(cc: readonly MailAddress[]): Readonly<Record<string, string>> {
  const [first] = cc;
  return first === undefined
    ? {}
    : { [COLLEAGUE]: JSON.stringify({ name: first.name, address: first.address }) };
}

/** A draft whose mail was taken back or given up goes on as another mail. */
function asOpen(core: CoreContext, kept: MailDraft, answered: Mail | null): MailDraft {
  const id = core.store.mails.byId(kept.id) === null ? kept.id : core.ids.next();
  return { ...kept, id, answersMailId: answered?.id ?? null };
}

interface Beginning {
  readonly lead: Lead;
  readonly kind: HumanMailKind;
  readonly answered: Mail | null;
  readonly language: Language;
}

function begun(core: CoreContext, { lead, kind, answered, language }: Beginning): MailDraft {
  const colleague = kind === 'introduce' ? colleagueOf(core, lead) : null;
  const subject = answered?.subject ?? lead.threadSubject;
  return {
    leadId: lead.id,
    kind,
    id: core.ids.next(),
    answersMailId: answered?.id ?? null,
    subject: subject === null ? '' : answerSubject(subject),
    text: kind === 'introduce' ? introductionWords(lead, colleague, language) : '',
    cc: colleague === null ? [] : [colleague],
    at: core.clock.now(),
    version: 0,
  };
}

/** The owner of the record, who goes on with the lead; else whom a person named the last time. */
function colleagueOf(core: CoreContext, lead: Lead): MailAddress | null {
  const ownerId = lead.handBackTo ?? lead.previousOwnerId;
  const owner = ownerId === null ? null : core.store.users.byId(lead.connectionId, ownerId);
  if (owner !== null && owner.active && owner.email !== '') return { name: owner.name, address: owner.email };
  const named = core.store.cursor(COLLEAGUE) ?? '';
  return named === '' ? null : (JSON.parse(named) as MailAddress);
}

function quotedOf(assistant: Assistant, answered: Mail | null): string {
  if (answered === null) return '';
  const who = answered.from.name || answered.from.address;
  const text = ownWords(answered.text) || answered.text;
  const { language, rules } = assistant;
  return quoteOf({ text, who, on: dayOf(answered.at, rules.timeZone, language) }, language);
}

function dayOf(at: Instant, zone: string, language: Language): string {
  return DateTime.fromMillis(at, { zone }).setLocale(language).toFormat('d MMMM yyyy, HH:mm');
}
