import { beforeAll, describe, expect, it } from 'vitest';
import { check } from './checker.ts';
import { runEpisode } from './episode.ts';
import type { Evidence, Row, TableName } from './evidence.ts';
import { Nursery } from './nursery.ts';
import { Tally } from './tally.ts';

let evidence: Evidence;
beforeAll(async () => {
  const nursery = await Nursery.open();
  try {
    const result = await runEpisode(nursery, new Tally(), { seed: 'checker/0', steps: 12 });
    expect(result.findings).toEqual([]);
    evidence = result.evidence;
  } finally {
    await nursery.close();
  }
});

/** The evidence with one table changed. */
function withRows(name: TableName, change: (rows: readonly Row[]) => readonly Row[]): Evidence {
  return { ...evidence, tables: { ...evidence.tables, [name]: change(evidence.tables[name]) } };
}

function withObjects(
  type: 'notes' | 'contacts',
  change: (objects: Evidence['dump']['objects']['notes']) => Evidence['dump']['objects']['notes'],
): Evidence {
  const objects = { ...evidence.dump.objects, [type]: change(evidence.dump.objects[type]) };
  return { ...evidence, dump: { ...evidence.dump, objects } };
}

const kinds = (changed: Evidence): string[] => [...new Set(check(changed).map((finding) => finding.kind))];
const first = <T>(list: readonly T[]): T => {
  const [found] = list;
  if (found === undefined) throw new Error('The episode left nothing to tamper with.');
  return found;
};

describe('the checker sees', () => {
  it('a note that is there twice', () => {
    expect(kinds(withObjects('notes', (notes) => [...notes, { ...first(notes), id: 'twin' }]))).toContain(
      'duplicate',
    );
  });

  it('a note that was lost', () => {
    expect(kinds(withObjects('notes', (notes) => notes.slice(1)))).toContain('loss');
  });

  it('a mail that was sent twice', () => {
    const { sent } = evidence.mail;
    const changed = {
      ...evidence,
      mail: { ...evidence.mail, sent: [...sent, { ...first(sent), id: 'twin' }] },
    };
    expect(kinds(changed)).toContain('duplicate');
  });

  it('a mail that is not known to have left', () => {
    const changed = withRows('mail', (rows) => rows.filter((row) => row['direction'] !== 'outgoing'));
    expect(kinds(changed)).toContain('loss');
  });

  it('an assigned record that became no lead', () => {
    expect(kinds(withRows('lead', () => []))).toContain('loss');
  });

  it('a property of somebody else that the program wrote', () => {
    const version = {
      value: 'x',
      timestamp: 1,
      source: { sourceType: 'INTEGRATION', sourceId: '1' },
    } as const;
    const changed = withObjects('contacts', (contacts) =>
      contacts.map((each) => ({ ...each, history: { ...each.history, phone: [version] } })),
    );
    expect(kinds(changed)).toContain('foreign');
  });

  it('an effect that is in flight for ever, and one that waits without a reason', () => {
    const last = (status: string) =>
      withRows('outbox', (rows) => rows.map((row) => ({ ...row, status, reason: null })));
    expect(kinds(last('in-flight'))).toContain('stuck');
    expect(kinds(last('waiting'))).toContain('stuck');
  });

  it('a lead that its journal does not lead to', () => {
    const changed = withRows('lead', (rows) => rows.map((row) => ({ ...row, next_step: 17 })));
    expect(kinds(changed)).toContain('replay');
  });

  it('a record that is still with an assistant after its hand-back', () => {
    const changed = withRows('lead', (rows) => rows.map((row) => ({ ...row, custody: 'HandedBack' })));
    expect(kinds(changed)).toContain('stray');
  });
});
