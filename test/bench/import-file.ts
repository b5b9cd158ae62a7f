import { setImmediate } from 'node:timers/promises';
import { fileTables } from '#adapters/tables/file-tables.ts';
import { clientOf } from '#hosts/demo/set-the-stage.ts';
import { makeXlsx } from '../support/make-xlsx.ts';
import { openBenchWorld } from './bench-world.ts';
import { rounded, type BenchOptions, type Figure } from './summary.ts';

const MEGABYTE = 1_000_000;
/** How often the memory is looked at, in ms. */
const LOOK_EVERY = 20;
const PIECE = 300_000;

type Cells = readonly [string, string, string, string, string];

/**
 * Reading a file of people in its worker: rows a second and the memory of the whole process. Then the dry report on
 * it, with every address looked up in the CRM without limits.
 */
export async function* benchImportFile({ quick }: BenchOptions): AsyncGenerator<Figure> {
  const rows = quick ? 10_000 : 100_000;
  const people = Array.from({ length: rows }, (_, nth): Cells => personOf(nth));
  const table = [['Vorname', 'Nachname', 'E-Mail-Adresse', 'Firma', 'Land'], ...people];
  const csv = Buffer.from(table.map((cells) => cells.join(';')).join('\r\n'));
  yield await reading('csv', csv, rows);
  yield await reading('xlsx', makeXlsx(table), rows);
  yield await reporting(csv, rows);
}

function personOf(nth: number): Cells {
  const firm = nth % 20_000;
  return [
    `Ana${nth}`,
    'Silva',
    `ana.silva.${nth}@firm${firm}.example`,
    `Firm ${firm} and Partners`,
    'Portugal',
  ];
}

async function reading(kind: string, bytes: Uint8Array, rows: number): Promise<Figure> {
  const tables = fileTables();
  const id = tables.begin(kind);
  tables.add(id, bytes);
  const before = process.memoryUsage().rss;
  let peak = before;
  const look = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss);
  }, LOOK_EVERY);
  const begun = performance.now();
  let count = 0;
  await tables.read(id, (some) => {
    count += some.length;
  });
  const seconds = (performance.now() - begun) / 1_000;
  clearInterval(look);
  if (count !== rows + 1) throw new Error(`${count} rows were read, not ${rows + 1}.`);
  return {
    bench: 'import-file',
    what: `read ${kind}`,
    rows,
    fileMegabytes: rounded(bytes.length / MEGABYTE, 1),
    rowsPerSecond: Math.round(rows / seconds),
    rssBeforeMegabytes: rounded(before / MEGABYTE, 0),
    rssPeakMegabytes: rounded(peak / MEGABYTE, 0),
  };
}

async function reporting(csv: Buffer, rows: number): Promise<Figure> {
  const world = await openBenchWorld({ contacts: 100, limits: 'off' });
  try {
    const api = clientOf(world.core);
    const [assistant] = await api.assistants.list();
    const begun = performance.now();
    const { file } = await api.imports.begin({ name: 'people.csv' });
    for (let at = 0; at < csv.length; at += PIECE) {
      await api.imports.part({ file, base64: csv.subarray(at, at + PIECE).toString('base64') });
    }
    const { id } = await api.imports.read({
      file,
      name: 'people.csv',
      target: 'leads',
      connectionId: world.connectionId,
      assistantId: assistant?.id ?? '',
      scheduleId: null,
      context: '',
    });
    const judged = (performance.now() - begun) / 1_000;
    while ((await api.imports.get({ id })).status === 'checking') {
      await world.core.drain();
      await setImmediate();
    }
    const seconds = (performance.now() - begun) / 1_000;
    const { verdicts } = await api.imports.get({ id });
    if (verdicts.add !== rows) throw new Error(`${verdicts.add} people are to add, not ${rows}.`);
    return {
      bench: 'import-file',
      what: 'dry report',
      rows,
      judgedSeconds: rounded(judged, 1),
      withCrmSeconds: rounded(seconds, 1),
      rowsPerSecond: Math.round(rows / seconds),
      rssPeakMegabytes: rounded((process.resourceUsage().maxRSS * 1024) / MEGABYTE, 0),
    };
  } finally {
    await world.close();
  }
}
