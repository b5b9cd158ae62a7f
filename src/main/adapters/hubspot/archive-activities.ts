import { z } from 'zod';
import { CrmError } from '#core/ports/crm-error.ts';
import type { WriteOutcome, WrittenActivity, WrittenState } from '#core/ports/crm-gateway.ts';
import { noteFormat, taskFormat } from './activity-formats.ts';
import { paths, type ObjectType } from './paths.ts';
import type { Reader } from './reader.ts';
import type { Transport } from './transport.ts';
import type { CrmObject } from './values.ts';

/** What people can change of an activity, by its kind: if one differs from what we wrote, it is theirs. */
const TELLING = {
  note: ['hs_note_body'],
  task: ['hs_task_subject', 'hs_task_body', 'hs_task_status'],
} as const satisfies Record<WrittenActivity['write']['kind'], readonly string[]>;

/** Reads the activities and compares their words with ours, markup left aside. */
export async function compareWritten(
  reader: Reader,
  items: readonly WrittenActivity[],
): Promise<WrittenState[]> {
  const found = new Map<string, CrmObject>();
  for (const kind of ['note', 'task'] as const) {
    const ids = items.filter((item) => item.write.kind === kind).map((item) => item.remoteId);
    const type = typeOf(kind);
    const read = { type, ids: [...new Set(ids)], properties: TELLING[kind], purpose: 'lookup' } as const;
    for (const object of await reader.readObjects(read)) found.set(`${type}/${object.id}`, object);
  }
  return items.map((item) => stateOf(item, found.get(`${typeOf(item.write.kind)}/${item.remoteId}`)));
}

function stateOf({ write }: WrittenActivity, object: CrmObject | undefined): WrittenState {
  if (object === undefined) return { kind: 'gone' };
  const written = write.kind === 'note' ? noteFormat.propertiesOf(write) : taskFormat.propertiesOf(write);
  const names: readonly string[] = TELLING[write.kind];
  const differing = names.filter((name) => wordsOf(written[name]) !== wordsOf(object.properties[name]));
  if (differing.length === 0) return { kind: 'unchanged' };
  const shown = (values: Readonly<Record<string, string | null | undefined>>): string =>
    differing.map((name) => wordsOf(values[name])).join(' · ');
  return { kind: 'changed', ours: shown(written), theirs: shown(object.properties) };
}

/** HubSpot may write the same HTML another way: only the words count. */
function wordsOf(html: string | null | undefined): string {
  return (html ?? '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/&(?:nbsp|#160);/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll(/&(?:quot|#34);/g, '"')
    .replaceAll(/&(?:apos|#39);/g, "'")
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

function typeOf(kind: WrittenActivity['write']['kind']): ObjectType {
  return kind === 'note' ? 'notes' : 'tasks';
}

/** The whole batch succeeds or none of it; an id that is archived already counts as done (204). */
export async function archiveActivities(
  transport: Transport,
  items: readonly WrittenActivity[],
): Promise<WriteOutcome[]> {
  const [first] = items;
  if (first === undefined) return [];
  const type = typeOf(first.write.kind);
  const call = {
    method: 'POST',
    path: paths.batch(type, 'archive'),
    body: { inputs: items.map((item) => ({ id: item.remoteId })) },
    doing: `to archive ${type}`,
    isWrite: true,
    purpose: first.write.kind,
    policy: 'burst',
    urgency: 'background',
  } as const;
  try {
    await transport.send(call, z.unknown());
    return items.map((item) => ({ kind: 'done', remoteId: item.remoteId }));
  } catch (error) {
    if (!(error instanceof CrmError)) throw error;
    const isRefusal = error.kind === 'rejected' || error.kind === 'not-found' || error.kind === 'conflict';
    const kind = error.answerLost ? 'unknown' : isRefusal ? 'refused' : 'retry';
    return items.map(() => ({ kind, error }));
  }
}
