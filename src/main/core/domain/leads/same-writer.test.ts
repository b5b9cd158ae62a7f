import { describe, expect, it } from 'vitest';
import { isSameWriter } from './same-writer.ts';

const ANA = { firstName: 'Ana', lastName: 'Roé', addresses: ['ana.roe@acme.example'] };
const wrote = (address: string, name = '', lead = ANA) => isSameWriter(lead, { address, name });

describe('somebody who answers from another address', () => {
  it.each([
    ['signs with the same name', 'ana77@mail.example', 'Ana Roe'],
    ['signs last name first', 'x@mail.example', 'ROE, Ana'],
    ['signs with an initial', 'x@mail.example', 'A. Roe'],
    ['signs with a second name', 'x@mail.example', 'Ana Maria Roe'],
    ['has the same part before the @', 'ana.roe@mail.example', ''],
    ['has the initial and the name', 'a.roe@mail.example', ''],
    ['has the name in one word', 'anaroe@mail.example', ''],
    ['has initial and name in one word, with a year', 'aroe84@mail.example', ''],
    ['shows the address as the name', 'roe.ana@mail.example', 'roe.ana@mail.example'],
  ])('is the lead where the writer %s', (_how, address, name) => {
    expect(wrote(address, name)).toBe(true);
  });

  it.each([
    ['a colleague of the same company', 'ben.lind@acme.example', 'Ben Lind'],
    ['a colleague without a name', 'ben.lind@acme.example', ''],
    ['a relative of the same last name', 'eva.roe@acme.example', 'Eva Roe'],
    ['a relative who signs with another initial', 'x@acme.example', 'E. Roe'],
    ['a namesake by the first name alone', 'ana@acme.example', 'Ana'],
    ['a shared mailbox', 'info@acme.example', 'Ana Roe'],
    ['a shared mailbox with a tag', 'sales+eu@acme.example', ''],
    ['somebody without any name', 'x17@mail.example', ''],
  ])('is somebody else: %s', (_who, address, name) => {
    expect(wrote(address, name)).toBe(false);
  });

  it('is known by the one name that the record has', () => {
    const lead = { firstName: '', lastName: 'Prince', addresses: ['p@acme.example'] };
    expect(wrote('x@mail.example', 'Prince', lead)).toBe(true);
    expect(wrote('x@mail.example', 'Ben Prince', lead)).toBe(false);
  });

  it('is nobody known where the record has no name, but for the same part before the @', () => {
    const lead = { firstName: '', lastName: '', addresses: ['jan.berg@acme.example', 'it@acme.example'] };
    expect(wrote('jan.berg@mail.example', '', lead)).toBe(true);
    expect(wrote('it@mail.example', '', lead)).toBe(false);
    expect(wrote('x@mail.example', 'Jan Berg', lead)).toBe(false);
  });
});
