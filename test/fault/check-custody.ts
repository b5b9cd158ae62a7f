import type { DumpedObject } from '#sandbox/control/dump.ts';
import { contactOf, text, type Evidence, type Row } from './evidence.ts';
import type { Finding } from './finding.ts';

/** Properties that the program may change on a contact; the others are HubSpot's own and follow from these. */
const OURS: readonly string[] = [
  'baton_context',
  'baton_schedule',
  'baton_lead_connection_status',
  'baton_assistant',
  'hubspot_owner_id',
  'hs_lead_status',
];
const FOLLOWS: readonly string[] = [
  'hs_all_owner_ids',
  'hubspot_owner_assigneddate',
  'lastmodifieddate',
  'notes_last_updated',
  'notes_last_contacted',
  'num_notes',
  'num_contacted_notes',
];

/** Who has the baton, on both sides. */
export function checkCustody(evidence: Evidence): readonly Finding[] {
  return [
    ...untaken(evidence),
    ...forgotten(evidence),
    ...foreignWrites(evidence),
    ...silentReturns(evidence),
  ];
}

function assistantOwners({ tables }: Evidence): ReadonlySet<string> {
  return new Set(tables.assistant_link.map((link) => text(link, 'owner_id')));
}

function leadOf(evidence: Evidence, contact: DumpedObject): Row | undefined {
  const leads = evidence.tables.lead.filter(
    (lead) => contactOf(evidence, text(lead, 'record_id'))?.id === contact.id,
  );
  return (
    leads.find((lead) => lead['custody'] === 'Held' || lead['custody'] === 'HandingBack') ?? leads.at(-1)
  );
}

/** Every record that an assistant owns is a lead of hers, or on its way back with something that waits for the user. */
function untaken(evidence: Evidence): readonly Finding[] {
  const assistants = assistantOwners(evidence);
  return evidence.dump.objects.contacts.flatMap((contact): Finding[] => {
    const owner = contact.values['hubspot_owner_id'] ?? '';
    if (contact.archivedAt !== null || !assistants.has(owner)) return [];
    const lead = leadOf(evidence, contact);
    const custody = lead?.['custody'];
    const hers = evidence.tables.assistant_link.find((link) => link['owner_id'] === owner)?.['assistant_id'];
    if (custody === 'Held' && lead?.['assistant_id'] === hers) return [];
    if (openRows(evidence, contact).length > 0) return [];
    if (custody === 'HandedBack' || custody === 'HandingBack') {
      return [
        {
          kind: 'stray',
          sentence: `Contact ${contact.id} is still with an assistant, its lead is ${custody}.`,
        },
      ];
    }
    return [
      {
        kind: 'loss',
        sentence: `Contact ${contact.id} is with an assistant, and its lead is ${custody ?? 'nowhere'}.`,
      },
    ];
  });
}

function openRows(evidence: Evidence, contact: DumpedObject): readonly Row[] {
  return evidence.tables.outbox.filter(
    (row) =>
      ['waiting', 'attention'].includes(text(row, 'status')) &&
      contactOf(evidence, text(row, 'record_id'))?.id === contact.id,
  );
}

/** A lead that counts as held has a record that is with its assistant. */
function forgotten(evidence: Evidence): readonly Finding[] {
  const owners = new Map(
    evidence.tables.assistant_link.map((link) => [text(link, 'assistant_id'), text(link, 'owner_id')]),
  );
  return evidence.tables.lead.flatMap((lead): Finding[] => {
    if (lead['custody'] !== 'Held') return [];
    const contact = contactOf(evidence, text(lead, 'record_id'));
    const named = `The lead ${lead['id']} of contact ${lead['record_id']}`;
    if (contact === undefined || contact.archivedAt !== null)
      return [{ kind: 'stray', sentence: `${named} is held, and the record is gone.` }];
    if (contact.values['hubspot_owner_id'] === owners.get(text(lead, 'assistant_id'))) return [];
    return [{ kind: 'stray', sentence: `${named} is held, and a person has the record.` }];
  });
}

/** Only allowed properties carry the program's name in their history. */
function foreignWrites({ dump }: Evidence): readonly Finding[] {
  return dump.objects.contacts.flatMap((contact) =>
    Object.entries(contact.history).flatMap(([property, versions]): Finding[] => {
      if (OURS.includes(property) || FOLLOWS.includes(property)) return [];
      const ours = versions.filter(({ source }) => source.sourceType === 'INTEGRATION');
      // What a contact has from its beginning; whether it was to be created is looked at with the people.
      if (ours.every(({ timestamp }) => timestamp === contact.createdAt)) return [];
      return [{ kind: 'foreign', sentence: `The program wrote ${property} on contact ${contact.id}.` }];
    }),
  );
}

/** Every record that the program gave back got a note that says why. */
function silentReturns(evidence: Evidence): readonly Finding[] {
  const assistants = assistantOwners(evidence);
  return evidence.dump.objects.contacts.flatMap((contact): Finding[] => {
    const owners = contact.history['hubspot_owner_id'] ?? [];
    const returned = owners.filter(
      (version, index) =>
        version.source.sourceType === 'INTEGRATION' &&
        !assistants.has(version.value) &&
        assistants.has(owners[index + 1]?.value ?? ''),
    ).length;
    const notes = evidence.dump.objects.notes.filter((note) => {
      const body = note.values['hs_note_body'] ?? '';
      return (
        /hands this contact back|has not started on this contact|does not write to this contact/.test(body) &&
        note.associations.some((link) => link.toId === contact.id)
      );
    }).length;
    if (notes >= returned) return [];
    return [
      {
        kind: 'loss',
        sentence: `Contact ${contact.id} was given back ${returned} times, with ${notes} notes that say why.`,
      },
    ];
  });
}
