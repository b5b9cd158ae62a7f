import { describe, expect, it } from 'vitest';
import { csvCell, toText, type ExportRow, type ExportTable } from './to-text.ts';

const tableOf = (...rounds: ExportRow[][]): ExportTable => ({
  columns: ['id', 'name'],
  rounds: () => rounds,
});

async function textOf(table: ExportTable, format: 'csv' | 'json'): Promise<string> {
  const parts: string[] = [];
  for await (const part of toText(table, format)) parts.push(part);
  return parts.join('');
}

describe('a cell of a CSV file', () => {
  it.each(['=1+1', '+49 30 1', '-2', '@SUM(A1)', '\t=1', '  =cmd|x', '|calc', '%0A', '\r=1'])(
    'never runs as a formula: %j',
    (text) => {
      expect(csvCell(text).replace(/^"/, '').startsWith("'")).toBe(true);
    },
  );

  it('keeps quotes, commas, line breaks and outer spaces', () => {
    expect(csvCell('a "b", c')).toBe('"a ""b"", c"');
    expect(csvCell('two\nlines')).toBe('"two\nlines"');
    expect(csvCell(' x')).toBe('" x"');
  });

  it('writes numbers, also negative ones, as they are, and nothing for what is not there', () => {
    expect([csvCell(-3), csvCell(true), csvCell(null), csvCell('Ana')]).toEqual(['-3', 'true', '', 'Ana']);
  });
});

describe('a list as a file', () => {
  const table = tableOf([{ id: 1, name: 'Ana' }], [], [{ id: 2, name: '=evil()' }]);

  it('is CSV that a spreadsheet reads as UTF-8', async () => {
    expect(await textOf(table, 'csv')).toBe("\uFEFFid,name\r\n1,Ana\r\n2,'=evil()\r\n");
  });

  it('is JSON that can be parsed, however many rounds it came in', async () => {
    expect(JSON.parse(await textOf(table, 'json'))).toEqual([
      { id: 1, name: 'Ana' },
      { id: 2, name: '=evil()' },
    ]);
    expect(JSON.parse(await textOf(tableOf([]), 'json'))).toEqual([]);
  });
});
