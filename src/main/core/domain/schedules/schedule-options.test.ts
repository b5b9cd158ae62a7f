import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FieldOption } from '../fields/field-definition.ts';
import { scheduleOptionsDiff } from './schedule-options.ts';

const schedule = (id: string, name: string, more: { crmValue?: string; deleted?: boolean } = {}) => ({
  id,
  name,
  crmValue: more.crmValue ?? `${id}--${name}`,
  deleted: more.deleted ?? false,
});
const option = (value: string, label: string, displayOrder = 0, hidden = false): FieldOption => ({
  value,
  label,
  hidden,
  displayOrder,
});

describe('Sync schedules', () => {
  it('adds one option a schedule, named id--Name, after those that are there', () => {
    const diff = scheduleOptionsDiff(
      [schedule('1', 'Fast'), schedule('2', 'Slow')],
      [option('x', 'Theirs', 4)],
      [],
    );
    expect(diff.add).toEqual([option('1--Fast', 'Fast', 5), option('2--Slow', 'Slow', 6)]);
    expect(diff.options).toEqual([option('x', 'Theirs', 4), ...diff.add]);
  });

  it('gives a renamed schedule a new label and keeps its value', () => {
    const diff = scheduleOptionsDiff(
      [schedule('1', 'Faster', { crmValue: '1--Fast' })],
      [option('1--Fast', 'Fast')],
      ['1--Fast'],
    );
    expect(diff.relabel).toEqual([{ value: '1--Fast', from: 'Fast', to: 'Faster' }]);
    expect(diff.options).toEqual([option('1--Fast', 'Faster')]);
    expect(diff.add).toEqual([]);
  });

  it('hides a deleted schedule instead of removing it, and says whether records hold it', () => {
    const diff = scheduleOptionsDiff(
      [schedule('1', 'Fast', { deleted: true }), schedule('2', 'Slow', { deleted: true })],
      [option('1--Fast', 'Fast', 0), option('2--Slow', 'Slow', 1)],
      ['1--Fast'],
    );
    expect(diff.hide).toEqual([
      { value: '1--Fast', label: 'Fast', inUse: true },
      { value: '2--Slow', label: 'Slow', inUse: false },
    ]);
    expect(diff.options.map((each) => [each.value, each.hidden])).toEqual([
      ['1--Fast', true],
      ['2--Slow', true],
    ]);
  });

  it('does not add a schedule that was deleted before it was ever synchronised', () => {
    expect(scheduleOptionsDiff([schedule('1', 'Fast', { deleted: true })], [], []).options).toEqual([]);
  });

  it('shows an option again that somebody hid', () => {
    const diff = scheduleOptionsDiff([schedule('1', 'Fast')], [option('1--Fast', 'Fast', 0, true)], []);
    expect(diff.show).toEqual([{ value: '1--Fast', label: 'Fast' }]);
    expect(diff.options).toEqual([option('1--Fast', 'Fast')]);
  });

  it('numbers a label that is taken, as the CRM refuses two of one label, and finds it settled next time', () => {
    const schedules = [schedule('1', 'Fast'), schedule('2', 'Fast')];
    const diff = scheduleOptionsDiff(schedules, [option('old', 'fast')], []);
    expect(diff.add.map((each) => each.label)).toEqual(['Fast (2)', 'Fast (3)']);
    expect(scheduleOptionsDiff(schedules, diff.options, []).changes).toBe(false);
  });

  it('never touches options of others, never removes one, and has nothing to do the second time', () => {
    const names = fc.constantFrom('Fast', 'Slow', 'Long', 'Recommended');
    const ids = fc.constantFrom('1', '2', '3', '4', '5');
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.tuple(ids, names, fc.boolean(), fc.boolean()), {
          selector: ([id]) => id,
          maxLength: 5,
        }),
        fc.uniqueArray(fc.tuple(fc.constantFrom('a', 'b', 'c'), names, fc.boolean()), {
          selector: ([, name]) => name,
          maxLength: 3,
        }),
        (ours, theirs) => {
          const schedules = ours.map(([id, name, deleted]) => schedule(id, name, { deleted }));
          const foreign = [...new Map(theirs.map((each) => [each[0], each])).values()].map(
            ([value, label, hidden], index) => option(value, label, index, hidden),
          );
          const old = ours
            .filter(([, , , synced]) => synced)
            .map(([id, name], index) => option(`${id}--${name}`, `before ${id}`, 10 + index));
          const diff = scheduleOptionsDiff(schedules, [...foreign, ...old], []);
          const values = diff.options.map((each) => each.value);
          const labels = diff.options.map((each) => each.label.toLowerCase());
          expect(diff.options.slice(0, foreign.length)).toEqual(foreign);
          expect(values).toEqual(expect.arrayContaining(old.map((each) => each.value)));
          expect(new Set(values).size).toBe(values.length);
          expect(new Set(labels).size).toBe(labels.length);
          expect(scheduleOptionsDiff(schedules, diff.options, [])).toMatchObject({
            changes: false,
            options: diff.options,
          });
        },
      ),
    );
  });
});
