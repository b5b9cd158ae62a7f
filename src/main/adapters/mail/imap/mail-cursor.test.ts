import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCursor, writeCursor } from './mail-cursor.ts';

const ACCOUNT = 'rosie@imap.team.example';

describe('where reading a mailbox stopped', () => {
  it('is the same text for the same place, whatever the order of the folders', () => {
    const a = { INBOX: { validity: '1', uid: 7 }, Junk: { validity: '2', uid: 3 } };
    const b = { Junk: a.Junk, INBOX: a.INBOX };
    const text = (folders: typeof a) => writeCursor({ v: 1, account: ACCOUNT, folders, until: 9 });
    expect(text(a)).toBe(text(b));
    expect(readCursor(text(a), ACCOUNT, 0).folders).toEqual(a);
  });

  it('means nothing in another account, but since when', () => {
    const text = writeCursor({
      v: 1,
      account: 'rosie@old.example',
      folders: { INBOX: { validity: '1', uid: 7 } },
      until: 9,
    });
    expect(readCursor(text, ACCOUNT, 0)).toEqual({ v: 1, account: ACCOUNT, folders: {}, until: 9 });
  });

  it('begins anew with whatever is no such place', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json(), fc.constant(null)), (text) => {
        expect(readCursor(text, ACCOUNT, 5).until).toBe(5);
      }),
    );
  });
});
