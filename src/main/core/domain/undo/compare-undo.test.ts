import { describe, expect, it } from 'vitest';
import { changedSince, compareUndo } from './compare-undo.ts';

const write = { before: { status: 'New', owner: '7' }, after: { status: 'Cold', owner: '9' } };

describe('undo of a write', () => {
  it('is clean while the record has what we wrote', () => {
    expect(compareUndo(write, { status: 'Cold', owner: '9' }).state).toBe('clean');
  });

  it('is clean when a person put one of the values back already', () => {
    expect(compareUndo(write, { status: 'New', owner: '9' }).state).toBe('clean');
  });

  it('shows before, ours and theirs once a person wrote something else', () => {
    const { state, fields } = compareUndo(write, { status: 'Hot', owner: '9' });
    expect(state).toBe('changed');
    expect(fields[0]).toEqual({ field: 'status', before: 'New', ours: 'Cold', theirs: 'Hot' });
  });

  it('has nothing to do when everything is back', () => {
    expect(compareUndo(write, { status: 'New', owner: '7' }).state).toBe('already');
  });

  it('counts a property that the record does not have as empty', () => {
    expect(compareUndo({ before: {}, after: { status: 'Cold' } }, {}).state).toBe('already');
  });
});

describe('an agreed undo', () => {
  const target = { status: 'New' };

  it('goes while the value is the one that the person saw', () => {
    expect(changedSince({ status: 'Hot' }, target, { status: 'Hot' })).toEqual([]);
    expect(changedSince({ status: 'Hot' }, target, { status: 'New' })).toEqual([]);
  });

  it('does not go over a value that came after it', () => {
    expect(changedSince({ status: 'Hot' }, target, { status: 'Warm' })).toEqual(['status']);
  });
});
