import type { ObjectType } from '#sandbox/portal/model.ts';
import { contactOf, json, text, type Evidence, type Row } from './evidence.ts';
import type { Finding } from './finding.ts';

const CREATED: Readonly<Record<string, ObjectType>> = {
  'crm-note': 'notes',
  'crm-email': 'emails',
  'crm-task': 'tasks',
};

/** Every effect of the outbox is out, or waits with a reason; and what counts as out stands on the other side. */
export function checkDelivery(evidence: Evidence): readonly Finding[] {
  return [
    ...stuckRows(evidence),
    ...missingObjects(evidence),
    ...wrongStates(evidence),
    ...unloggedMails(evidence),
  ];
}

function stuckRows({ tables }: Evidence): readonly Finding[] {
  return tables.outbox.flatMap((row): Finding[] => {
    const status = text(row, 'status');
    const named = `The effect ${row['id']} (${row['kind']}) of record ${row['record_id']}`;
    if (status === 'in-flight') return [{ kind: 'stuck', sentence: `${named} is in flight for ever.` }];
    if (status === 'delivered') return [];
    // What stands before it in its lane says why it waits, and waits for the user.
    if (status === 'waiting' && isBehindAttention(tables.outbox, row)) return [];
    if (text(row, 'reason') === '')
      return [{ kind: 'stuck', sentence: `${named} is ${status}, without a reason.` }];
    if (status === 'waiting')
      return [{ kind: 'stuck', sentence: `${named} still waits: ${text(row, 'reason')}` }];
    return [];
  });
}

function isBehindAttention(outbox: readonly Row[], row: Row): boolean {
  return outbox.some(
    (each) =>
      each['lane'] === row['lane'] &&
      each['status'] === 'attention' &&
      Number(each['id']) < Number(row['id']),
  );
}

/** A delivered note, e-mail or task is there. */
function missingObjects(evidence: Evidence): readonly Finding[] {
  return evidence.tables.outbox.flatMap((row): Finding[] => {
    const type = CREATED[text(row, 'kind')];
    if (type === undefined || row['status'] !== 'delivered') return [];
    if (evidence.dump.objects[type].some((object) => object.id === row['remote_id'])) return [];
    return [
      {
        kind: 'loss',
        sentence: `${row['kind']} ${row['id']} counts as written as ${row['remote_id']}, which is not there.`,
      },
    ];
  });
}

/** The record shows the state that the lead has. */
function wrongStates(evidence: Evidence): readonly Finding[] {
  return evidence.tables.lead.flatMap((lead): Finding[] => {
    if (lead['custody'] !== 'Held' && lead['custody'] !== 'HandedBack') return [];
    const contact = contactOf(evidence, text(lead, 'record_id'));
    if (contact === undefined || contact.archivedAt !== null) return [];
    const status = contact.history['baton_lead_connection_status'] ?? [];
    if (status[0]?.value === lead['state']) return [];
    // A person changed it since, or the record became another one, or the user has been asked.
    if (status[0] !== undefined && status[0].source.sourceType !== 'INTEGRATION') return [];
    if (contact.values['hs_merged_object_ids'] !== undefined) return [];
    if (isAsked(evidence.tables.outbox, lead)) return [];
    return [
      {
        kind: 'loss',
        sentence: `Contact ${contact.id} shows ${status[0]?.value ?? 'nothing'}, its lead is ${lead['state']} (${lead['custody']}).`,
      },
    ];
  });
}

function isAsked(outbox: readonly Row[], lead: Row): boolean {
  return outbox.some((row) => row['lead_id'] === lead['id'] && row['status'] === 'attention');
}

/** Every mail that went out or came in has its log on the record, or a reason why not. */
function unloggedMails({ tables }: Evidence): readonly Finding[] {
  const logged = new Set(
    tables.outbox
      .filter((row) => row['kind'] === 'crm-email')
      .map((row) => (json(row, 'effect') as { mailId: string }).mailId),
  );
  const released = new Set(
    tables.journal
      .filter((entry) => ['taken-away', 'record-deleted', 'record-merged'].includes(text(entry, 'event')))
      .map((entry) => text(entry, 'lead_id')),
  );
  return tables.mail.flatMap((mail): Finding[] => {
    const status = text(mail, 'status');
    if (status !== 'sent' && status !== 'received') return [];
    if (logged.has(text(mail, 'id')) || released.has(text(mail, 'lead_id'))) return [];
    return [
      { kind: 'loss', sentence: `The ${status} mail ${text(mail, 'message_id')} was never to be logged.` },
    ];
  });
}
