import type { ActivityRow } from '#contract/activity.ts';
import type { CoreContext } from '../../context.ts';
import type { Effect, EffectKind, NoteContent } from '../../domain/leads/effect.ts';
import type { ImportPerson } from '../../ports/store/imports.ts';
import type { OutboxRow } from '../../ports/store/rows.ts';
import { whyNever } from '../../outbox/undo.ts';
import { leadName, type LeadViews } from './lead-view.ts';

/** What kind of write an effect is, for people. */
export const WHAT: Readonly<Record<EffectKind, string>> = {
  'crm-note': 'Note',
  'crm-email': 'E-mail logged',
  'crm-task': 'Task',
  'crm-status': 'Status',
  'crm-owner': 'Owner',
  'crm-add': 'Lead added',
  'crm-undo': 'Undo',
  mail: 'E-mail sent',
  'compose-mail': 'Answer with brochure',
  notice: 'Notice',
  'notice-mail': 'Notice by mail',
};

const NOTE_ABOUT: Readonly<Record<NoteContent['about'], string>> = {
  taken: 'Confirmation: the contact was taken',
  refused: 'Why the contact was not taken',
  'handed-back': 'Hand-back',
  'long-term': 'Onto the long-term schedule',
  person: 'Written by hand',
};

/** One line about a row. */
export function summaryOf(core: CoreContext, views: LeadViews, row: OutboxRow): string {
  const { effect } = row;
  switch (effect.kind) {
    case 'crm-note':
      return NOTE_ABOUT[effect.note.about];
    case 'crm-status':
      return effect.field === 'contactStatus'
        ? `Lead Status for ${effect.state}`
        : `Lead Connection Status → ${effect.state}`;
    case 'crm-owner':
      return effect.ownerId === null
        ? 'Left without an owner'
        : `Assigned to ${views.userName(row.connectionId, effect.ownerId)}`;
    case 'crm-add': {
      const person = core.store.imports.person(effect.importId, effect.row);
      return person === null ? 'A person who was removed here' : addInWords(core, row, person);
    }
    case 'crm-task':
      return effect.subject;
    case 'crm-undo':
      return `Undo of #${effect.undoes}`;
    case 'crm-email':
    case 'mail': {
      const mail = core.store.mails.byId(effect.mailId);
      if (mail === null) return '';
      return `${mail.direction === 'incoming' ? 'From' : 'To'} ${(mail.direction === 'incoming' ? mail.from : mail.to[0])?.address ?? ''}: ${mail.subject}`;
    }
    case 'compose-mail':
      return effect.link;
    case 'notice':
      return effect.text;
    case 'notice-mail':
      return `To ${effect.to}: ${effect.subject}`;
  }
}

/** A row of Activity, with its record, its change and why. */
export function activityRow(core: CoreContext, views: LeadViews, row: OutboxRow): ActivityRow {
  const connection = views.connection(row.connectionId);
  const lead = row.leadId === null ? null : core.store.leads.byId(row.leadId);
  const added = row.kind === 'crm-add' ? row.remoteId : null;
  const recordId = row.recordId ?? lead?.recordId ?? added;
  return {
    id: row.id,
    at: row.createdAt,
    settledAt: row.settledAt,
    connectionId: row.connectionId,
    connectionName: connection?.name ?? '',
    identity: connection?.identity ?? '',
    recordId,
    recordUrl: recordId === null ? null : views.recordUrl(row.connectionId, recordId),
    recordName: lead !== null ? leadName(lead) : recordId === null ? '' : `Record ${recordId}`,
    leadId: row.leadId,
    what: row.kind,
    summary: summaryOf(core, views, row),
    changes: changesOf(core, views, row),
    status: row.status,
    attempts: row.attempts,
    reason: row.reason,
    why: whyOf(core, row),
    undoable: whyNever(core, row) === null,
  };
}

/** Why a row is there, in one sentence; null when nothing is recorded. */
export function whyOf(core: CoreContext, row: OutboxRow): string | null {
  if (row.effect.kind === 'crm-undo') return `A person asked for it: undo of #${row.effect.undoes}.`;
  if (row.effect.kind === 'crm-add') return whyAdded(core, row.effect);
  return row.journalId === null ? null : (core.store.journal.byId(row.journalId)?.rule ?? null);
}

/** How a person who was added came in. */
export function whyAdded(core: CoreContext, effect: Extract<Effect, { kind: 'crm-add' }>): string {
  const batch = core.store.imports.byId(effect.importId);
  switch (batch?.source) {
    case undefined:
      return 'The import behind it was removed.';
    case 'form':
      return 'A person added the lead in Baton.';
    case 'file':
      return `It stands in row ${effect.row} of ${batch.name}, and a person pressed Start.`;
    case 'mail':
      return `${batch.name} wrote to them with the assistant in copy.`;
  }
}

/** An owner by name; by property the value is a name already. */
export function ownerName(core: CoreContext, views: LeadViews, connectionId: string, value: string): string {
  return core.store.users.byId(connectionId, value) === null ? value : views.userName(connectionId, value);
}

function isOfOwner(kind: EffectKind | undefined): boolean {
  return kind === 'crm-owner' || kind === 'crm-add';
}

/** Who is added, to whom; once it is done, whether a contact was made. */
function addInWords(core: CoreContext, row: OutboxRow, person: ImportPerson): string {
  const assistantId = core.store.imports.byId(person.importId)?.assistantId ?? null;
  const to = assistantId === null ? '' : ` for ${core.store.assistants.byId(assistantId)?.name ?? ''}`;
  if (row.status !== 'delivered') return `${person.email}${to}`;
  const what = person.verdict === 'assign' ? 'Assigned' : 'Created';
  return `${what} ${person.email}${to}`;
}

/** Owners are shown by name: ids say nothing to people. */
function changesOf(core: CoreContext, views: LeadViews, row: OutboxRow): ActivityRow['changes'] {
  const { before, after } = row;
  if (after === null) return [];
  const isOwner =
    isOfOwner(row.kind) ||
    (row.effect.kind === 'crm-undo' && isOfOwner(core.store.outbox.byId(row.effect.undoes)?.kind));
  const shown = (value: string) => (isOwner ? ownerName(core, views, row.connectionId, value) : value);
  return Object.entries(after).map(([field, value]) => ({
    field,
    before: shown(before?.[field] ?? ''),
    after: shown(value),
  }));
}
