import { describe, expect, it } from 'vitest';
import { aRecord } from '#test/support/lead-facts.ts';
import { decideAdd, type AddFacts } from './decide-add.ts';

const ROSIE = { name: 'Rosie', ownerId: '11' };
const MILES = { name: 'Miles', ownerId: '12' };

function decided(record: Parameters<typeof aRecord>[0] | null, more: Partial<AddFacts> = {}) {
  const facts = { assistant: ROSIE, others: [MILES], assignment: 'owner', guardOn: true } as const;
  return decideAdd({ ...facts, record: record === null ? null : aRecord(record), ...more });
}

const FREE = { ownerId: '7', connectionStatus: '', assistantField: '', optedOut: false };

describe('adding a person', () => {
  it('creates a contact where there is none', () => {
    expect(decided(null).what).toBe('create');
  });

  it('assigns the contact that is there, whoever of the team has it', () => {
    expect(decided(FREE).what).toBe('assign');
    expect(decided({ ...FREE, ownerId: '' }).what).toBe('assign');
  });

  it('finds it with her, by owner or by name, and writes nothing', () => {
    expect(decided({ ...FREE, ownerId: '11', connectionStatus: 'Cold' }).what).toBe('hers');
    expect(decided({ ...FREE, assistantField: 'Rosie' }, { assignment: 'property' }).what).toBe('hers');
  });

  it.each([
    ['another assistant has it', { ...FREE, ownerId: '12' }, 'with Miles already'],
    ['the person opted out', { ...FREE, optedOut: true }, 'opted out'],
    ['it was worked on before', { ...FREE, connectionStatus: 'Processed' }, 'Clear that field'],
  ])('leaves it where %s', (_why, record, words) => {
    const { what, judgement } = decided(record);
    expect([what, judgement.reason]).toEqual(['leave', expect.stringContaining(words)]);
  });

  it('takes up what was worked on before where the guard is off', () => {
    expect(decided({ ...FREE, connectionStatus: 'Processed' }, { guardOn: false }).what).toBe('assign');
  });

  it('takes no owner for an assistant who is no user of the CRM', () => {
    expect(decided({ ...FREE, ownerId: '' }, { others: [{ name: 'Miles', ownerId: '' }] }).what).toBe(
      'assign',
    );
  });
});
