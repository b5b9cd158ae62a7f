import { describe, expect, it } from 'vitest';
import type { TableRow } from '#core/ports/table-files.ts';
import { makeXlsx, zip } from '#test/support/make-xlsx.ts';
import { fileTables, type TableLimits } from './file-tables.ts';

async function read(bytes: Uint8Array, limits?: TableLimits) {
  const tables = fileTables(limits);
  const id = tables.begin('people');
  for (let at = 0; at < bytes.length; at += 1_000_000) tables.add(id, bytes.subarray(at, at + 1_000_000));
  const rows: TableRow[] = [];
  const format = await tables.read(id, (more) => rows.push(...more));
  return { rows, format, cells: rows.map(({ cells }) => cells) };
}

const utf16 = (text: string): Buffer => Buffer.from(`\uFEFF${text}`, 'utf16le');

describe('a CSV file', () => {
  it.each([
    ['UTF-8', Buffer.from('Größe;Ort\nÄ;Ö\n')],
    ['UTF-8', Buffer.from('\uFEFFGröße;Ort\nÄ;Ö\n')],
    ['UTF-16', utf16('Größe;Ort\nÄ;Ö\n')],
    ['UTF-16', utf16('Größe;Ort\nÄ;Ö\n').swap16()],
    ['UTF-16', Buffer.from('Größe;Ort\nÄ;Ö\n', 'utf16le')],
    ['Windows-1252', Buffer.from('Größe;Ort\nÄ;Ö\n', 'latin1')],
  ])('is read in %s, with its mark or without one', async (encoding, bytes) => {
    const { cells, format } = await read(bytes);
    expect(cells).toEqual([
      ['Größe', 'Ort'],
      ['Ä', 'Ö'],
    ]);
    expect(format).toBe(`${encoding}, separated by semicolons`);
  });

  it.each([
    [',', 'commas'],
    [';', 'semicolons'],
    ['\t', 'tabs'],
    ['|', 'bars'],
  ])('is read with its cells separated by %j, whatever stands in quotes', async (delimiter, words) => {
    const quoted = '"Silva, Ana; the | first"';
    const { cells, format } = await read(
      Buffer.from(`name${delimiter}mail\n${quoted}${delimiter}a@b.example`),
    );
    expect(cells[1]).toEqual(['Silva, Ana; the | first', 'a@b.example']);
    expect(format).toContain(words);
  });

  it('keeps line breaks inside quotes, counts rows as a spreadsheet does, and leaves formulas the text they are', async () => {
    const { rows } = await read(
      Buffer.from('name,mail\r\n"Ana\nSilva",=cmd|1\r\n\r\n,,\r\nBob,b@c.example\r\n'),
    );
    expect(rows).toEqual([
      { row: 1, cells: ['name', 'mail'] },
      { row: 2, cells: ['Ana\nSilva', '=cmd|1'] },
      { row: 5, cells: ['Bob', 'b@c.example'] },
    ]);
  });

  it('may have rows of any length, and quotes inside a cell', async () => {
    const { cells } = await read(Buffer.from('a,b,c\n1\n1,2,3,4\n5" pipe,x,y\n'));
    expect(cells.slice(1)).toEqual([['1'], ['1', '2', '3', '4'], ['5" pipe', 'x', 'y']]);
  });
});

describe('a spreadsheet', () => {
  it('gives the texts and numbers of its first sheet, and of a formula its last result', async () => {
    const { cells, format } = await read(
      makeXlsx([
        ['Name', 'E-Mail', 'Nr'],
        ['Ana & Bob', { formula: 'A2&"@x"', result: 'ana@x.example' }, 42],
      ]),
    );
    expect(cells).toEqual([
      ['Name', 'E-Mail', 'Nr'],
      ['Ana & Bob', 'ana@x.example', '42'],
    ]);
    expect(format).toBe('Spreadsheet, first sheet');
  });

  it('that unpacks to more than there is room for is refused before it is unpacked', async () => {
    const bomb = zip({ 'xl/workbook.xml': 'x' }, 2_000_000_000);
    await expect(read(bomb)).rejects.toThrow('too large when it is unpacked');
  });

  it('that is broken inside is refused with what to do', async () => {
    await expect(read(zip({ 'readme.txt': 'no sheet' }))).rejects.toThrow(
      'Save it again as .xlsx or as CSV.',
    );
  });
});

describe('the bounds of a file', () => {
  const SMALL: TableLimits = { bytes: 1_000_000, milliseconds: 20_000, megabytes: 512 };

  it('are its size', async () => {
    await expect(
      read(Buffer.alloc(3_000_000, 'a,b\n'), { ...SMALL, bytes: 2 * 1024 * 1024 }),
    ).rejects.toThrow('larger than 2 MB');
  });

  it('are its rows: 100,000 people and their header, and not one more', async () => {
    const rows = (count: number): Buffer => Buffer.from(`email\n${'a@b.example\n'.repeat(count)}`);
    expect((await read(rows(100_000))).rows).toHaveLength(100_001);
    await expect(read(rows(100_001))).rejects.toThrow('more than 100,000 rows');
  });

  it('are the quotes: one that never ends is no row of 100 MB', async () => {
    const open = Buffer.concat([Buffer.from('name,mail\n"'), Buffer.alloc(3_000_000, 'x\n')]);
    await expect(read(open)).rejects.toThrow('quotes of this file do not match');
  });

  it('are the time it takes', async () => {
    const many = Buffer.from('a;b\n'.repeat(90_000));
    await expect(read(many, { ...SMALL, milliseconds: 1 })).rejects.toThrow('takes too long');
  });
});
