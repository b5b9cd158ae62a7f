import type { DumpedObject } from '#sandbox/control/dump.ts';
import { contactOf, type Evidence } from './evidence.ts';
import type { Finding } from './finding.ts';

/** The line at the end of every note and task that names the write it came from. */
const REF = /Baton ref (\w+)/;

/** No note, e-mail or task exists twice. */
export function checkDuplicates(evidence: Evidence): readonly Finding[] {
  const { dump } = evidence;
  return [
    ...twice(dump.objects.notes, 'note', (note) => REF.exec(note.values['hs_note_body'] ?? '')?.[1] ?? null),
    ...twice(dump.objects.tasks, 'task', (task) => REF.exec(task.values['hs_task_body'] ?? '')?.[1] ?? null),
    ...twice(dump.objects.emails, 'e-mail', (mail) =>
      [
        mail.values['hs_timestamp'],
        mail.values['hs_email_direction'],
        mail.values['hs_email_subject'],
        mail.values['hs_email_headers'],
      ].join('|'),
    ),
    ...moreThanTenures(evidence),
  ];
}

function twice(
  objects: readonly DumpedObject[],
  what: string,
  keyOf: (object: DumpedObject) => string | null,
): readonly Finding[] {
  const seen = new Map<string, string>();
  return objects.flatMap((object): Finding[] => {
    const key = keyOf(object);
    if (key === null)
      return [
        { kind: 'foreign', sentence: `The ${what} ${object.id} does not say which write it came from.` },
      ];
    const first = seen.get(key);
    seen.set(key, object.id);
    if (first === undefined) return [];
    return [{ kind: 'duplicate', sentence: `The ${what} ${object.id} stands already as ${first} (${key}).` }];
  });
}

/** One confirmation and one hand-back at most for every time the record was given to an assistant. */
function moreThanTenures(evidence: Evidence): readonly Finding[] {
  const assistants = new Set(evidence.tables.assistant_link.map((link) => link['owner_id']));
  return evidence.dump.objects.contacts.flatMap((contact): Finding[] => {
    // Whether the program gave it as often as people asked is looked at with the people.
    const given = (contact.history['hubspot_owner_id'] ?? []).filter((version) =>
      assistants.has(version.value),
    ).length;
    const bodies = evidence.dump.objects.notes
      .filter((note) => note.associations.some((link) => contactOf(evidence, link.toId)?.id === contact.id))
      .map((note) => note.values['hs_note_body'] ?? '');
    // A restart by the user is confirmed too.
    const taken = bodies.filter((body) => body.includes('I will start working on this')).length;
    const refused = bodies.filter((body) => body.includes('has not started on this contact')).length;
    const findings: Finding[] = [];
    if (taken > given)
      findings.push({
        kind: 'duplicate',
        sentence: `Contact ${contact.id} was taken ${taken} times, given ${given} times.`,
      });
    if (refused > given)
      findings.push({
        kind: 'duplicate',
        sentence: `Contact ${contact.id} was refused ${refused} times, given ${given} times.`,
      });
    return findings;
  });
}
