import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '#test/support/temporary-folder.ts';
import { fileLog } from './file-log.ts';

const logsOf = (folder: string): string[] => readdirSync(join(folder, 'logs')).toSorted();
const linesOf = (folder: string): Record<string, unknown>[] =>
  logsOf(folder).flatMap((name) =>
    readFileSync(join(folder, 'logs', name), 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Record<string, unknown>),
  );

describe('the log of a data folder', () => {
  it('writes one JSON object a line, with time and event', () => {
    const folder = temporaryFolder();
    const log = fileLog(folder);
    log.info('started', { leads: 3 });
    log.error('failed', new Error('no', { cause: new Error('disk full') }), { job: 'outbox' });
    log.close();
    const [first, second] = linesOf(folder);
    expect(first).toMatchObject({ msg: 'started', leads: 3 });
    expect(Date.parse(String(first?.['time']))).not.toBeNaN();
    expect(second).toMatchObject({
      msg: 'failed',
      job: 'outbox',
      error: { message: 'no', cause: 'disk full' },
    });
  });

  it('begins a new file while it runs when one is full, and loses no line', () => {
    const folder = temporaryFolder();
    const log = fileLog(folder, { largest: 2_000 });
    for (let nth = 0; nth < 60; nth += 1) log.info('line', { nth });
    log.close();
    expect(logsOf(folder)).toEqual(['baton.log', 'baton.log.1', 'baton.log.2']);
    expect(
      linesOf(folder)
        .map((line) => line['nth'])
        .toSorted((a, b) => Number(a) - Number(b)),
    ).toEqual(Array.from({ length: 60 }, (_, nth) => nth));
  });

  it('keeps no more than five old files', () => {
    const folder = temporaryFolder();
    for (let start = 0; start < 9; start += 1) {
      const log = fileLog(folder, { largest: 10 });
      log.info('start', { start });
      log.close();
      writeFileSync(join(folder, 'logs', 'baton.log'), `{"start":${start},"room":"taken"}\n`);
    }
    expect(logsOf(folder)).toHaveLength(6);
  });

  it('writes no token, no address and no long text, however deep it lies', () => {
    const folder = temporaryFolder();
    const log = fileLog(folder);
    const token = 'pat-eu1-0a1b2c3d-1111-2222-3333-444455556666';
    log.warn('call', { header: `Bearer ${token}`, deep: { list: [token, 'ana.silva@customer.example'] } });
    log.error('mail', new Error(`550 <ana.silva@customer.example> ${token} ${'dear Ana '.repeat(1_000)}`));
    log.close();
    const text = readFileSync(join(folder, 'logs', 'baton.log'), 'utf8');
    expect(text).not.toContain('pat-eu1');
    expect(text).not.toContain('@');
    expect(text.length).toBeLessThan(6_000);
  });
});
