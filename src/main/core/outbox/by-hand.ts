import type { CoreContext } from '../context.ts';
import { applyCommand, applyEvent } from '../apply-event.ts';
import type { ImportPerson } from '../ports/store/imports.ts';
import type { Mail, OutboxRow } from '../ports/store/rows.ts';
import { answerId } from './answer-id.ts';
import { settleSent } from './settle-sent.ts';
import { cancelled, triedAgain } from './settle.ts';

/** The user wants a row tried again that needed attention. False: it is no longer there to try. */
export function retryRow(core: CoreContext, id: number): boolean {
  const row = core.store.outbox.byId(id);
  if (row?.status !== 'attention') return false;
  const again = { at: core.clock.now(), uncertain: row.uncertain, reason: row.reason ?? '' };
  core.store.commit({ settlements: [{ ...triedAgain(row, again), attempts: row.attempts }] });
  settle(core, row);
  return true;
}

/**
 * The user gives a row up: it is not written, and its record's queue goes on. A message of the schedule that is given
 * up ends the follow-up, because a later one would speak of it; Continue goes on with it.
 */
export function dismissRow(core: CoreContext, id: number): boolean {
  const row = core.store.outbox.byId(id);
  if (row?.status !== 'attention') return false;
  giveUp(core, row, `Given up by hand. ${row.reason ?? ''}`.trim());
  return true;
}

/**
 * The user knows that a mail left of which Baton could not tell: it counts as sent when it was written, is logged in
 * the CRM, and is not sent again.
 */
export function wasSentRow(core: CoreContext, id: number): boolean {
  const row = core.store.outbox.byId(id);
  const mail = row === null ? null : mailOf(core, row);
  if (row?.status !== 'attention' || mail === null) return false;
  settleSent(core, row, mail, { at: mail.at });
  settle(core, row);
  return true;
}

/** The user rejects a row that was held for approval: as given up, with their reason. */
export function rejectRow(core: CoreContext, row: OutboxRow, because: string): void {
  giveUp(
    core,
    row,
    because.trim() === '' ? 'Rejected in Preview.' : `Rejected in Preview: ${because.trim()}`,
  );
}

/** A mail that may have left elsewhere is not sent from here: as given up, with the reason. */
export function leaveUnsent(core: CoreContext, row: OutboxRow, reason: string): void {
  giveUp(core, row, reason);
}

function giveUp(core: CoreContext, row: OutboxRow, reason: string): void {
  const mail = mailOf(core, row);
  // First the follow-up, so that nothing between the two can have the same message written anew.
  if (mail?.step !== null && mail !== null) applyCommand(core, mail.leadId, { type: 'stop-pressed' });
  core.store.commit({
    settlements: [cancelled(row, core.clock.now(), reason)],
    mails: mail === null ? [] : [{ ...mail, status: 'cancelled', sentDay: null }],
    importPeople: leftOut(core, row, reason),
  });
  if (row.effect.kind === 'crm-owner' && row.leadId !== null) {
    applyEvent(core, row.leadId, { type: 'hand-back-failed', because: reason });
  }
  settle(core, row);
}

/** The person whom a row would have added stays out of the CRM. */
function leftOut(core: CoreContext, { effect }: OutboxRow, reason: string): readonly ImportPerson[] {
  const person = effect.kind === 'crm-add' ? core.store.imports.person(effect.importId, effect.row) : null;
  return person === null ? [] : [{ ...person, state: 'left', reason }];
}

/** The mail that a row would send; null: it is about something else. */
function mailOf(core: CoreContext, row: OutboxRow): Mail | null {
  if (row.effect.kind === 'mail') return core.store.mails.byId(row.effect.mailId);
  return row.effect.kind === 'compose-mail' ? core.store.mails.byId(answerId(row)) : null;
}

function settle(core: CoreContext, row: OutboxRow): void {
  core.push(['activity', 'attention'], row.leadId === null ? [] : [row.leadId]);
  core.wake();
}
