import { implement } from '@orpc/server';
import { contract } from '#contract/contract.ts';
import type { ArchiveReportView, BackupsView, PersonView } from '#contract/data.ts';
import { ARCHIVE_TOPICS } from '#contract/names.ts';
import type { PushEvent } from '#contract/system.ts';
import { DAY, NOW } from './world.ts';

const os = implement(contract);

const MB = 1024 * 1024;

function makeBackups(empty: boolean): BackupsView {
  const one = (kind: BackupsView['backups'][number]['kind'], daysAgo: number, format = 40) => {
    const at = NOW - daysAgo * DAY;
    return {
      name: `baton-${format}-${new Date(at).toISOString().replaceAll(/[:.]/g, '-')}-${kind}.db`,
      kind,
      at,
      bytes: Math.round((48 - daysAgo) * MB),
      format,
      unusable: format > 40 ? 'It was made by a newer version of Baton: install that one first.' : null,
      holdsErasedUntil: daysAgo > 2 ? NOW + DAY / 2 : null,
    };
  };
  return {
    folder: '~/.local/share/baton/backups',
    format: 40,
    backups: empty
      ? []
      : [
          one('by-hand', 0.2),
          one('daily', 0.5),
          one('daily', 1.5),
          one('daily', 2.5),
          one('migration', 9, 1),
          one('daily', 3.5, 41),
        ],
    setAside: empty
      ? []
      : [
          {
            name: 'baton-damaged-2026-09-01T08-00-00-000Z.db',
            because: 'damaged',
            at: NOW - 6 * DAY,
            bytes: 44 * MB,
            holdsErasedUntil: NOW + DAY / 2,
          },
        ],
    problem: null,
    damaged: null,
  };
}

const REPORT: ArchiveReportView = {
  exportedAt: NOW - 2 * DAY,
  topics: ARCHIVE_TOPICS.map((topic, index) => ({
    topic,
    added: [1, 2, 3, 1_240, 8_400, 22_310, 19_870, 41][index] ?? 0,
    there: index === 2 ? 1 : 0,
  })),
  refused: [{ count: 3, because: 'An assistant holds the record here already, as another lead.' }],
};

const PERSON: PersonView = {
  confirmWith: 'ana.silva@customer.example',
  leads: [
    {
      id: 'lead-7',
      name: 'Ana Silva',
      email: 'ana.silva@customer.example',
      company: 'Customer Ltd',
      state: 'Responded',
      connectionName: 'Northwind',
      recordId: '4711',
      recordUrl: 'https://app.hubspot.example/contacts/1/record/0-1/4711',
    },
  ],
  addresses: ['ana.silva@customer.example', 'ana@old-firm.example'],
  recordIds: ['4711'],
  counts: { journal: 12, mails: 5, writes: 17, notices: 1 },
  isSuppressed: false,
  notNow: null,
};

/** The page *Data* over made-up backups and one person. */
export function fakeData({
  empty,
  push,
}: {
  readonly empty: boolean;
  readonly push: (topics: PushEvent['topics']) => void;
}) {
  let view = makeBackups(empty);
  let isErased = false;
  return {
    backups: os.data.backups.handler(() => view),
    backUpNow: os.data.backUpNow.handler(() => {
      const at = NOW + 1_000 * view.backups.length;
      const name = `baton-40-${new Date(at).toISOString().replaceAll(/[:.]/g, '-')}-by-hand.db`;
      const made = {
        name,
        kind: 'by-hand' as const,
        at,
        bytes: 48 * MB,
        format: 40,
        unusable: null,
        holdsErasedUntil: null,
      };
      view = { ...view, backups: [made, ...view.backups] };
      push(['data']);
      return view;
    }),
    restore: os.data.restore.handler(({ input, errors }) => {
      if (!view.backups.some(({ name }) => name === input.name)) {
        throw errors.REFUSED({ data: { sentence: 'This backup is no longer there. Choose another one.' } });
      }
      push(['data', 'leads']);
      return { done: true as const };
    }),
    goOnEmpty: os.data.goOnEmpty.handler(() => ({ done: true as const })),
    findPerson: os.data.findPerson.handler(({ input }) => {
      const isThere = !isErased && [...PERSON.addresses, ...PERSON.recordIds].includes(input.query);
      return isThere ? PERSON : null;
    }),
    exportPerson: os.data.exportPerson.handler(() => ({ fileName: 'person-2026-09-07.json', text: '{}\n' })),
    erasePerson: os.data.erasePerson.handler(({ input, errors }) => {
      if (input.confirmation !== PERSON.confirmWith) {
        const problems = [{ field: 'confirmation', sentence: `Confirmation: type ${PERSON.confirmWith}.` }];
        throw errors.INVALID_INPUT({ data: { problems } });
      }
      isErased = true;
      push(['data', 'leads']);
      return { done: true as const };
    }),
    exportAll: os.data.exportAll.handler(async function* () {
      yield '{"baton":"everything"}\n';
    }),
    importBegin: os.data.importBegin.handler(() => ({ done: true as const })),
    importPart: os.data.importPart.handler(({ input, errors }) => {
      if (!input.text.includes('baton')) {
        const sentence =
          'This is no file that Baton wrote with Export everything, or another program changed it.';
        throw errors.REFUSED({ data: { sentence } });
      }
      return { done: true as const };
    }),
    importCheck: os.data.importCheck.handler(() => REPORT),
    importTake: os.data.importTake.handler(() => {
      push(['leads', 'data', 'connections']);
      return REPORT;
    }),
    importDrop: os.data.importDrop.handler(() => ({ done: true as const })),
    export: os.data.export.handler(async function* ({ input }) {
      yield input.format === 'csv' ? '\uFEFFid,name\r\n' : '[';
      yield input.format === 'csv' ? '1,Ana\r\n' : '\n{"id":1,"name":"Ana"}';
      if (input.format === 'json') yield '\n]\n';
    }),
  };
}
