import { implement } from '@orpc/server';
import { contract } from '#contract/contract.ts';
import type { ImportRow, ImportView } from '#contract/imports.ts';
import type { ImportVerdict, PersonState } from '#contract/names.ts';
import type { PushEvent } from '#contract/system.ts';
import { HOUR, MINUTE, NOW } from './world.ts';

const os = implement(contract);

const REASONS: Readonly<Record<ImportVerdict, string>> = {
  add: '',
  assign: '',
  duplicate: 'The same address stands in row 2.',
  lead: 'Maya works on this person already.',
  'worked-before':
    'Its Lead Connection Status is Hot: it was worked on before. Clear that field in the CRM to add the person again.',
  suppressed: 'The person opted out of e-mail in the CRM.',
  excluded: 'rival.example is on the list "Never write to".',
  bad: 'There is no e-mail address in this row.',
};

const VERDICTS = {
  add: 812,
  assign: 96,
  duplicate: 21,
  lead: 17,
  'worked-before': 9,
  suppressed: 11,
  excluded: 4,
  bad: 30,
};
const IDLE: Record<PersonState, number> = { idle: 908, queued: 0, added: 0, left: 0, failed: 0 };

function anImport(id: string, more: Partial<ImportView>): ImportView {
  return {
    id,
    source: 'file',
    target: 'leads',
    name: 'trade-fair-2026.csv',
    format: 'UTF-8, separated by semicolons',
    columns: ['Vorname', 'Nachname', 'E-Mail-Adresse', 'Firma', 'Land', 'Halle'],
    mapping: { firstName: 0, lastName: 1, email: 2, company: 3, country: 4 },
    status: 'checked',
    problem: '',
    connectionName: 'HubSpot',
    assistantName: 'Maya',
    scheduleName: '',
    context: 'cyber security for electric vehicles',
    createdAt: NOW - 2 * MINUTE,
    endedAt: null,
    total: 1_000,
    verdicts: VERDICTS,
    states: IDLE,
    toLookUp: 0,
    calls: { needed: 59, perDay: 250_000, left: 248_311 },
    ...more,
  };
}

function rowOf(verdict: ImportVerdict, nth: number): ImportRow {
  return {
    row: nth + 2,
    email: verdict === 'bad' ? '' : `ana.silva${nth}@example-company${nth}.example`,
    name: `Ana Silva ${nth}`,
    company: `Example Company ${nth}`,
    verdict,
    reason: REASONS[verdict],
    state: 'idle',
    leadId: null,
  };
}

/** Made-up imports: one that waits for Start, one under way, one that asks. */
export function fakeImports({
  empty,
  push,
}: {
  readonly empty: boolean;
  readonly push: (topics: PushEvent['topics']) => void;
}) {
  const rows = Object.keys(VERDICTS).flatMap((verdict, at) =>
    Array.from({ length: 6 }, (_, nth) => rowOf(verdict as ImportVerdict, at * 6 + nth)),
  );
  let all: ImportView[] = empty
    ? []
    : [
        anImport('fair', {}),
        anImport('half', {
          name: 'customers.xlsx',
          format: 'Spreadsheet, first sheet',
          status: 'running',
          states: { idle: 408, queued: 300, added: 196, left: 3, failed: 1 },
          createdAt: NOW - HOUR,
        }),
        anImport('mail', {
          name: 'ines.dias@our-company.example',
          source: 'mail',
          status: 'asking',
          columns: [],
          mapping: {},
          format: '',
          context: '',
          total: 1,
          verdicts: {
            ...VERDICTS,
            add: 1,
            assign: 0,
            duplicate: 0,
            lead: 0,
            'worked-before': 0,
            suppressed: 0,
            excluded: 0,
            bad: 0,
          },
          states: { ...IDLE, idle: 1 },
          problem:
            'The mail server does not vouch for the sender of this mail. Press Start only if ines.dias@our-company.example wrote it.',
          createdAt: NOW - 3 * HOUR,
        }),
      ];
  const change = (id: string, next: Partial<ImportView>) => {
    all = all.map((each) => (each.id === id ? { ...each, ...next } : each));
    push(['imports']);
    return { done: true as const };
  };
  return {
    look: os.imports.look.handler(({ input }) => ({
      verdict: 'add' as const,
      sentence: `HubSpot has no contact with this address: one is created and assigned to the assistant. (${input.email})`,
      recordUrl: null,
      possible: true,
    })),
    preview: os.imports.preview.handler(({ input }) => ({
      subject: `A question about ${input.context || 'cyber security'}`,
      text: `Hello ${input.firstName || 'there'},\n\nI am Maya. We offer ${input.context || 'cyber security'}.`,
      html: '',
      values: [],
      problem: null,
    })),
    add: os.imports.add.handler(({ input, errors }) => {
      if (input.email.trim() === '') {
        const sentence = 'E-mail address: enter the address of the person.';
        throw errors.INVALID_INPUT({ data: { problems: [{ field: 'email', sentence }] } });
      }
      return { id: 'fair' };
    }),
    begin: os.imports.begin.handler(() => ({ file: 'file' })),
    part: os.imports.part.handler(() => ({ done: true as const })),
    drop: os.imports.drop.handler(() => ({ done: true as const })),
    read: os.imports.read.handler(() => ({ id: 'fair' })),
    list: os.imports.list.handler(() => all),
    get: os.imports.get.handler(({ input, errors }) => {
      const found = all.find(({ id }) => id === input.id);
      if (found === undefined) throw errors.NOT_FOUND({ data: { sentence: 'This import was removed.' } });
      return found;
    }),
    rows: os.imports.rows.handler(({ input: { verdicts, after } }) => ({
      rows: rows.filter(
        ({ verdict, row }) => row > after && (verdicts.length === 0 || verdicts.includes(verdict)),
      ),
      more: false,
    })),
    map: os.imports.map.handler(({ input: { id, mapping } }) => change(id, { mapping })),
    start: os.imports.start.handler(({ input: { id } }) =>
      change(id, { status: 'running', states: { ...IDLE, idle: 608, queued: 300 } }),
    ),
    stop: os.imports.stop.handler(({ input: { id } }) => change(id, { status: 'stopped' })),
    remove: os.imports.remove.handler(({ input: { id } }) => {
      all = all.filter((each) => each.id !== id);
      push(['imports']);
      return { done: true as const };
    }),
    leftOut: os.imports.leftOut.handler(async function* () {
      yield '\uFEFFRow,Reason,E-Mail-Adresse\r\n';
      yield '3,There is no e-mail address in this row.,\r\n';
    }),
  };
}
