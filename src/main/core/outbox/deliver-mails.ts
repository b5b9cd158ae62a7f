import type { CoreContext } from '../context.ts';
import { exclusionInWords } from '../domain/leads/exclusions.ts';
import { isActive, type Lead } from '../domain/leads/lead.ts';
import { SECOND } from '../domain/time.ts';
import { observeMailbox } from '../flows/replies/observe-mailbox.ts';
import { observeSignals } from '../flows/replies/observe-signals.ts';
import { composeBrochure } from '../flows/nurture/compose-mail.ts';
import { whyNotTo } from '../flows/human-mail/composer.ts';
import { asItLeaves } from '../flows/nurture/public-mail.ts';
import { firstOf, withQuote } from '../flows/nurture/quote-first.ts';
import type { CrmGateway } from '../ports/crm-gateway.ts';
import type { OutgoingMail } from '../ports/mailbox.ts';
import type { Assistant, Connection, Mail, OutboxRow } from '../ports/store/rows.ts';
import { excludedBy } from '../gather-facts.ts';
import { currentRecords, ownersOnTheirWay, reconcile } from '../record-check.ts';
import { allDone } from './all-done.ts';
import { answerId } from './answer-id.ts';
import { FATE_UNKNOWN } from './fate-unknown.ts';
import { sendOnce, type OnceOutcome } from './send-once.ts';
import { withMailbox } from './no-mailbox.ts';
import { settleRefusedRecipient } from './refused-recipient.ts';
import { settleInterrupted } from './settle-failure.ts';
import { settleSent } from './settle-sent.ts';
import { cancelled, needsAttention, triedAgain, waitAfter } from './settle.ts';

/** How long mails wait while an inbox cannot be read. */
const UNREAD_WAIT = 30 * SECOND;

/** Until a mail whose fate is unknown is looked for (again) in the Sent folder. */
const LOOK_AGAIN = 5 * SECOND;

/** How often it is looked for, before the user is asked. */
const LOOKS = 3;

/** Mails that leave at the same time, over all mailboxes. */
const AT_ONCE = 8;

/**
 * Sends mails that are due. Right before, the assistant's inbox and the record are read: nothing goes to a person
 * who answered a minute ago, who is suppressed, or whose record was taken away, merged or deleted.
 */
export async function deliverMails(
  core: CoreContext,
  connection: Connection,
  gateway: CrmGateway,
  rows: readonly OutboxRow[],
): Promise<void> {
  const able = withMailbox(core, rows);
  const unread = await readInboxes(core, able);
  const ready = able.filter((row) => !unread.has(row.id));
  const leads = core.store.leads.byIds(ready.flatMap((row) => row.leadId ?? []));
  // A record on its way to an assistant may be read as it was before: nobody has taken it away.
  const moving = ownersOnTheirWay(core, leads);
  const held = leads.filter((lead) => lead.custody === 'Held' && !moving.has(lead.id));
  const reads = await currentRecords(
    core,
    connection,
    gateway,
    held.map((lead) => lead.recordId),
  );
  for (const lead of held) {
    const read = reads.get(lead.recordId);
    if (read !== undefined) reconcile(core, connection, lead, read, core.clock.now());
  }
  const heldIds = held.map((lead) => lead.id);
  await observeSignals(core, gateway, heldIds, reads);
  const queue = [...ready];
  const next = async (): Promise<void> => {
    for (let row = queue.shift(); row !== undefined; row = queue.shift()) {
      if (core.halt.since !== null || core.leases.whyNoWrite(connection.id) !== null) return;
      try {
        await deliverMail(core, row);
      } catch (error) {
        if (core.halt.since !== null) return;
        core.log.error('mail-failed', error, { connectionId: connection.id });
        settleInterrupted(core, connection.id, [row], error);
      }
    }
  };
  await allDone(Array.from({ length: AT_ONCE }, next));
}

/** Looks into the inboxes that answers to these mails' leads would be in. Returns the rows whose inbox could not be read: they wait. */
async function readInboxes(core: CoreContext, rows: readonly OutboxRow[]): Promise<ReadonlySet<number>> {
  const rowsOf = new Map<string, OutboxRow[]>();
  for (const row of rows) {
    for (const assistantId of inboxesOf(core, row)) {
      rowsOf.set(assistantId, [...(rowsOf.get(assistantId) ?? []), row]);
    }
  }
  const unread = new Set<number>();
  const look = async ([assistantId, hers]: [string, OutboxRow[]]): Promise<void> => {
    const assistant = core.store.assistants.byId(assistantId);
    if (assistant === null) return;
    try {
      await observeMailbox(core, assistant);
    } catch (error) {
      for (const row of hers) unread.add(row.id);
      if (core.halt.since !== null) return;
      core.log.error('mailbox-failed', error, { assistantId });
      const reason = `The inbox of ${assistant.name} cannot be read, so nothing is sent: an answer may be in it.`;
      const at = core.clock.now() + UNREAD_WAIT;
      core.store.commit({
        settlements: hers.map((row) => triedAgain(row, { at, uncertain: false, reason })),
      });
    }
  };
  await Promise.all([...rowsOf].map(look));
  return unread;
}

/** Whose inbox an answer may be in: hers, and that of each assistant who wrote before a person changed her. */
function inboxesOf({ store }: CoreContext, { leadId }: OutboxRow): ReadonlySet<string> {
  const lead = leadId === null ? null : store.leads.byId(leadId);
  if (lead === null) return new Set();
  const wrote = store.mails.byMessageIds(lead.thread).map((mail) => mail.assistantId);
  return new Set([lead.assistantId, ...wrote]);
}

async function deliverMail(core: CoreContext, row: OutboxRow): Promise<void> {
  // While the inboxes were read a person may have taken it back or held it.
  if (core.store.outbox.byId(row.id)?.status !== 'waiting') return;
  const now = core.clock.now();
  const lead = row.leadId === null ? null : core.store.leads.byId(row.leadId);
  const assistant = lead === null ? null : core.store.assistants.byId(lead.assistantId);
  const mail = lead === null || assistant === null ? null : mailOf(core, row, lead, assistant);
  if (lead === null || assistant === null || mail === null) {
    core.store.commit({ settlements: [cancelled(row, now, 'What it was about no longer exists.')] });
    return;
  }
  const against = row.uncertain ? null : whyNot(core, lead, mail);
  if (against !== null) {
    core.store.commit({
      settlements: [cancelled(row, now, against)],
      mails: [{ ...mail, status: 'cancelled', sentDay: null }],
    });
    core.push(['leads', 'activity'], [lead.id]);
    core.wake();
    return;
  }
  // What may have left is in the folder of whoever wrote it, whoever has the lead now.
  const sender = (row.uncertain ? core.store.assistants.byId(mail.assistantId) : null) ?? assistant;
  const mailbox = core.mailboxes.of(sender);
  if (mailbox === null) return;
  const once = {
    outgoing: mail.byPerson === true ? outgoing(mail, sender) : dressed(core, mail, lead, sender),
    at: mail.at,
    sender: sender.name,
  };
  const outcome = await sendOnce(core, mailbox, row, once);
  settleMail(core, row, mail, lead, sender, outcome);
}

/** The mail of a row; an answer with a brochure is written now, once. */
function mailOf(core: CoreContext, row: OutboxRow, lead: Lead, assistant: Assistant): Mail | null {
  if (row.effect.kind === 'mail') return core.store.mails.byId(row.effect.mailId);
  if (row.effect.kind !== 'compose-mail') throw new TypeError(`The effect ${row.effect.kind} is no mail.`);
  const id = answerId(row);
  const written = core.store.mails.byId(id);
  if (written !== null) return written;
  const answered = core.store.mails.byId(row.effect.inReplyToMailId);
  const mail = composeBrochure({ id, lead, assistant, link: row.effect.link, answered, at: row.createdAt });
  core.store.commit({ mails: [mail] });
  return mail;
}

/** Why a mail must not leave any more; null: it may. */
function whyNot(core: CoreContext, lead: Lead, mail: Mail): string | null {
  if (mail.byPerson === true) return whyNotTo(core, lead, [...mail.to, ...(mail.cc ?? [])]);
  if (core.store.suppressions.among(lead.addresses).size > 0 || lead.state === 'UnSubscribed') {
    return 'The person must not be written to.';
  }
  const excluded = excludedBy(core.store, lead.addresses);
  if (excluded !== null) return exclusionInWords(excluded);
  if (mail.to.some((to) => to.address !== lead.email)) return 'The address of the lead changed.';
  if (lead.custody === 'Released') return 'A person took the record away.';
  if (lead.recordDeleted) return 'The record was deleted in the CRM.';
  if (mail.step === null) return null;
  if (lead.custody !== 'Held' || !isActive(lead.state) || lead.followUp !== 'Scheduled') {
    return 'Follow-up ended before it was sent.';
  }
  if (mail.run !== lead.run || mail.step !== lead.nextStep) return 'Another message is next.';
  if (mail.assistantId !== lead.assistantId) return 'Another assistant has the lead now.';
  if (lead.pausedUntil !== null && (lead.nextFollowUpAt ?? 0) > core.clock.now()) {
    return 'A person paused the follow-up before it was sent.';
  }
  return null;
}

function settleMail(
  core: CoreContext,
  row: OutboxRow,
  mail: Mail,
  lead: Lead,
  assistant: Assistant,
  outcome: OnceOutcome,
): void {
  const now = core.clock.now();
  switch (outcome.kind) {
    case 'sent': {
      if (core.mailboxHealth.worked(assistant.id, 'sending', now)) core.push(['assistants', 'attention']);
      settleSent(core, row, mail, outcome);
      return;
    }
    case 'refused':
      // Somebody else of the thread may be unknown: that says nothing of the lead's own addresses.
      if (outcome.noSuchAddress !== undefined && mail.to.every((to) => isTheirs(lead, to.address))) {
        settleRefusedRecipient(core, row, mail, lead, { ...outcome, status: outcome.noSuchAddress });
        return;
      }
      core.store.commit({ settlements: [needsAttention(row, outcome.because)] });
      return;
    case 'retry': {
      if (core.mailboxHealth.failed(assistant.id, 'sending', outcome.problem, now)) {
        core.push(['assistants', 'attention']);
      }
      const at = now + Math.max(outcome.after ?? 0, waitAfter(row.attempts + 1, Math.random()));
      core.store.commit({
        settlements: [triedAgain(row, { at, uncertain: false, reason: outcome.because })],
      });
      return;
    }
    case 'unknown': {
      const wait = row.uncertain ? waitAfter(row.attempts + 1, Math.random()) : 0;
      const again = { at: now + Math.max(LOOK_AGAIN, wait), uncertain: true, reason: outcome.because };
      core.store.commit({ settlements: [triedAgain(row, again)] });
      return;
    }
    case 'not-found':
      settleNotFound(core, row, mail);
      return;
    case 'withdrawn':
      return;
  }
}

function isTheirs(lead: Lead, address: string): boolean {
  return lead.addresses.includes(address.toLowerCase());
}

/** The Sent folder may be late: it is looked into again before the user is asked. */
function settleNotFound(core: CoreContext, row: OutboxRow, mail: Mail): void {
  const now = core.clock.now();
  if (row.attempts < LOOKS) {
    const reason = 'It is not known whether this mail left: it is looked for in the Sent folder.';
    const again = { at: now + LOOK_AGAIN * (row.attempts + 1), uncertain: true, reason };
    core.store.commit({ settlements: [triedAgain(row, again)] });
    return;
  }
  const lead = core.store.leads.byId(mail.leadId);
  const against = lead === null ? 'The lead no longer exists.' : whyNot(core, lead, mail);
  // The next assistant would write the same message: whether this one left has to be known first.
  const isWrittenAnew = lead !== null && isStillNext(lead, mail);
  if (against !== null && !isWrittenAnew) {
    core.store.commit({
      settlements: [cancelled(row, now, against)],
      mails: [{ ...mail, status: 'cancelled', sentDay: null }],
    });
    return;
  }
  core.store.commit({ settlements: [needsAttention(row, FATE_UNKNOWN)] });
}

/** Whether its step goes out again if this mail is taken for not sent. */
function isStillNext(lead: Lead, mail: Mail): boolean {
  const isUnderWay = lead.custody === 'Held' && isActive(lead.state) && lead.followUp === 'Scheduled';
  return isUnderWay && mail.run === lead.run && mail.step === lead.nextStep && !lead.recordDeleted;
}

/** With what every message of hers has when it leaves. What a person wrote leaves as they saw it. */
function dressed(core: CoreContext, mail: Mail, lead: Lead, assistant: Assistant): OutgoingMail {
  return withQuote(
    asItLeaves(outgoing(mail, assistant), mail.id, core.publicLinks ?? null, assistant.language),
    firstOf(core.store, mail),
    assistant.language,
    lead.timeZone ?? assistant.rules.timeZone,
  );
}

function outgoing(mail: Mail, assistant: Assistant): OutgoingMail {
  return {
    messageId: mail.messageId,
    from: mail.from,
    to: mail.to,
    ...(mail.cc === undefined ? {} : { cc: mail.cc }),
    bcc: assistant.bcc === null ? [] : [{ address: assistant.bcc, name: '' }],
    subject: mail.subject,
    text: mail.text,
    html: mail.html ?? '',
    inReplyTo: mail.inReplyTo,
    references: mail.references,
    headers: {},
    date: mail.at,
  };
}
