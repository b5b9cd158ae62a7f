import type { SentMail } from '#sandbox/world/mail-types.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import { check } from './checker.ts';
import { runEpisode } from './episode.ts';
import type { Evidence, Row, TableName } from './evidence.ts';
import type { Ledger } from './ledger.ts';
import { Nursery } from './nursery.ts';
import { Tally } from './tally.ts';

let evidence: Evidence;
beforeAll(async () => {
  const nursery = await Nursery.open();
  try {
    const result = await runEpisode(nursery, new Tally(), { seed: 'checker/0', steps: 16 });
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

function isOf(mail: Row, draft: Row): boolean {
  return (['lead_id', 'run', 'step'] as const).every((column) => mail[column] === draft[column]);
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

  describe('of what the team did in the app', () => {
    const bare = (row: Row): string => String(row['message_id']).replace(/^<|>$/g, '');
    const sentBy = (are: (row: Row) => boolean) => {
      const row = first(evidence.tables.mail.filter((each) => each['status'] === 'sent' && are(each)));
      const sent = first(evidence.mail.sent.filter((each) => each.messageId.includes(bare(row))));
      return { row, sent };
    };
    const withLedger = (ledger: Partial<Ledger>): Evidence => ({
      ...evidence,
      ledger: { ...evidence.ledger, ...ledger },
    });
    const withSent = (mail: SentMail): Evidence => ({
      ...evidence,
      mail: { ...evidence.mail, sent: [...evidence.mail.sent, mail] },
    });
    const sentences = (changed: Evidence): string =>
      check(changed)
        .map((finding) => finding.sentence)
        .join('\n');

    it('a draft that left without an approval, after it was taken back, or without a person’s words', () => {
      const approved = evidence.tables.draft.filter((draft) => draft['status'] === 'queued');
      const draftId = String(
        first(approved.filter((draft) => evidence.tables.mail.some((mail) => isOf(mail, draft))))['id'],
      );
      const deed = { draftId, words: null, answer: 'done' } as const;
      const others = evidence.ledger.drafts.filter((each) => each.draftId !== draftId);
      expect(sentences(withLedger({ drafts: others }))).toContain('left without an approval');
      const takenBack = [...evidence.ledger.drafts, { ...deed, what: 'take-back' } as const];
      expect(sentences(withLedger({ drafts: takenBack }))).toContain(
        'left after its approval was taken back',
      );
      const worded = [
        ...others,
        { ...deed, what: 'edit', words: 'Nobody wrote this.' } as const,
        { ...deed, what: 'approve' } as const,
      ];
      expect(sentences(withLedger({ drafts: worded }))).toContain('left without the words of a person');
    });

    it('a draft that was sent twice, under two names', () => {
      const { row, sent } = sentBy((each) => each['step'] !== null);
      const changed = withSent({ ...sent, id: 'twin', messageId: '<twin@demo.example>' });
      const twin = { ...row, id: 'twin', message_id: '<twin@demo.example>' };
      const tables = { ...changed.tables, mail: [...changed.tables.mail, twin] };
      expect(sentences({ ...changed, tables })).toContain('and again as twin@demo.example');
    });

    it('a person’s mail that left twice, after it was taken back, or was forgotten', () => {
      const { sent } = sentBy((each) => each['by_person'] === 1);
      const words = sent.text.split('\n')[0] ?? '';
      const deed = first(evidence.ledger.mails.filter((each) => each.words === words));
      expect(sentences(withSent({ ...sent, id: 'twin', messageId: '<twin@demo.example>' }))).toContain(
        'was sent 2 times',
      );
      const undone = { ...deed, what: 'undo', answer: 'done' } as const;
      const mailId = sent.messageId.replace('<', '').split('@')[0] ?? '';
      expect(sentences(withLedger({ mails: [...evidence.ledger.mails, { ...undone, mailId }] }))).toContain(
        'left after a person took it back',
      );
      const accepted = { ...deed, what: 'send', answer: 'done', mailId: 'lost' } as const;
      expect(sentences(withLedger({ mails: [accepted] }))).toContain('was accepted and forgotten');
    });

    it('a contact that was created twice, or unasked, and one that was lost', () => {
      const made = first(
        evidence.dump.objects.contacts.filter((each) => each.values['hs_object_source'] === 'INTEGRATION'),
      );
      const twice = withObjects('contacts', (contacts) => [...contacts, { ...made, id: 'twin' }]);
      expect(sentences(twice)).toContain(`was created beside ${made.id}`);
      expect(sentences(withLedger({ adds: [] }))).toContain('was created unasked');
      const without = withObjects('contacts', (contacts) => contacts.filter(({ id }) => id !== made.id));
      expect(sentences(without)).toContain('counts as added, and is not in the CRM');
      const add = { address: 'lost@firm.example', by: 'form', recordId: null, answer: 'done' } as const;
      expect(sentences(withLedger({ adds: [...evidence.ledger.adds, add] }))).toContain('and forgotten');
      const copy = { ...add, by: { subject: 'Bells' } };
      expect(sentences(withLedger({ adds: [...evidence.ledger.adds, copy] }))).toContain('was not read');
    });

    it('a record that the program gave to assistants more often than people asked', () => {
      const owner = evidence.tables.assistant_link[0]?.['owner_id'];
      const version = {
        value: String(owner),
        timestamp: 1,
        source: { sourceType: 'INTEGRATION', sourceId: '1' },
      } as const;
      const changed = withObjects('contacts', (contacts) =>
        contacts.map((each) => ({
          ...each,
          history: {
            ...each.history,
            hubspot_owner_id: [
              ...(each.history['hubspot_owner_id'] ?? []),
              ...Array.from({ length: 30 }, () => version),
            ],
          },
        })),
      );
      expect(sentences(changed)).toMatch(/gave contact \d+ to an assistant \d+ times/);
    });

    it('news that reached a person twice', () => {
      const news = first(
        evidence.mail.sent.filter(({ to }) => evidence.ledger.told.includes(to[0]?.address ?? '')),
      );
      expect(sentences(withSent({ ...news, id: 'twin', messageId: '<twin@demo.example>' }))).toContain(
        'was told twice',
      );
    });

    it('an access that was lost', () => {
      expect(sentences({ ...evidence, access: { ...evidence.access, isTaken: false } })).toContain(
        'is none that the account takes',
      );
      const failed = withRows('connection', (rows) => rows.map((row) => ({ ...row, status: 'Failed' })));
      expect(sentences(failed)).toContain('The connection ended Failed.');
    });
  });

  it('a record that is still with an assistant after its hand-back', () => {
    const changed = withRows('lead', (rows) => rows.map((row) => ({ ...row, custody: 'HandedBack' })));
    expect(kinds(changed)).toContain('stray');
  });
});
