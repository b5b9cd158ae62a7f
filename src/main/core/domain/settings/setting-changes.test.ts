import { describe, expect, it } from 'vitest';
import { connectionSettings, turnedSettings, writingSettings } from './setting-changes.ts';

const NAMES = { user: (id: string) => `User ${id}`, schedule: (id: string) => `Schedule ${id}` };
const CONNECTION = {
  name: 'Portal',
  guardOn: true,
  taskOnHot: true,
  stopCompany: false,
  holdWrites: false,
  holdOnly: [],
  readOnly: false,
  assignment: 'owner',
  fallbackOwnerId: null,
  handBackRule: { kind: 'fixed' },
  longTermScheduleId: null,
} as const;
const words = (changes: Partial<Parameters<typeof connectionSettings>[0]> = {}) =>
  connectionSettings({ ...CONNECTION, ...changes }, NAMES);

describe('what is written down of switches', () => {
  it('is nothing where nothing was turned', () => {
    expect(turnedSettings(words(), words())).toEqual([]);
  });

  it.each([
    [{ guardOn: false }, { setting: 'guard', from: 'on', to: 'off' }],
    [{ stopCompany: true }, { setting: 'company', from: 'off', to: 'on' }],
    [{ holdWrites: true }, { setting: 'hold', from: 'off', to: 'everything' }],
    [
      { holdWrites: true, holdOnly: ['note', 'mail'] },
      { setting: 'hold', from: 'off', to: 'note, mail' },
    ],
    [{ readOnly: true }, { setting: 'read-only', from: 'off', to: 'on' }],
    [{ assignment: 'property' }, { setting: 'assignment', from: 'by owner', to: 'by property' }],
    [{ fallbackOwnerId: '7' }, { setting: 'fallback-owner', from: 'nobody', to: 'User 7' }],
    [{ longTermScheduleId: '3' }, { setting: 'long-term', from: 'none', to: 'Schedule 3' }],
    [
      { handBackRule: { kind: 'round-robin', ownerIds: ['1', '2'] } },
      { setting: 'hand-back', from: 'fallback owner', to: 'by turn: User 1, User 2' },
    ],
    [
      { handBackRule: { kind: 'by-country', owners: { DE: '1' } } },
      { setting: 'hand-back', from: 'fallback owner', to: 'by country: DE User 1' },
    ],
  ] as const)('says from what to what: %j', (changes, line) => {
    expect(turnedSettings(words(), words(changes))).toEqual([line]);
  });

  it('has a line for each switch that was turned at once', () => {
    const before = writingSettings({ reviewFirst: false, byModel: false, whenRefused: 'template' });
    const after = writingSettings({ reviewFirst: true, byModel: false, whenRefused: 'hold' });
    expect(turnedSettings(before, after)).toEqual([
      { setting: 'review-first', from: 'off', to: 'on' },
      { setting: 'when-refused', from: 'the template goes out', to: 'held for approval' },
    ]);
  });
});
