import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { askedByArguments, askedByLink, leadLink } from './deep-link.ts';

describe('links into the program', () => {
  it('lead from a note to the lead on the screen', () => {
    expect(askedByLink(leadLink('01JABC_d-4'))).toEqual({ kind: 'screen', screen: '/leads/01JABC_d-4' });
  });

  it('lead from an earlier note there, too', () => {
    expect(askedByLink('baton://leads/7')).toEqual({ kind: 'screen', screen: '/leads/7' });
  });

  it.each([
    'baton://lead/',
    'baton://lead/1#x',
    'baton://leads/',
    'baton://leads/../settings',
    'baton://leads/1?next=https://acme.example',
    'baton://leads/1#/crm',
    'baton://evil/1',
    `baton://leads/${'a'.repeat(65)}`,
    'https://acme.example/leads/1',
    'baton://oauth/return',
    'baton://oauth/return?',
    'baton://oauth/return/../lead/1?code=1&state=2',
    'baton://oauth/return?code=<script>&state=2',
    'baton://oauth@evil/return?code=1&state=2',
    `baton://oauth/return?code=${'a'.repeat(4_097)}`,
    '',
  ])('mean nothing when they are not exactly ours: %s', (link) => {
    expect(askedByLink(link)).toBeNull();
  });

  it('are found on a command line that holds exactly one', () => {
    expect(askedByArguments(['/opt/baton', '.', 'baton://leads/7'])).toMatchObject({ screen: '/leads/7' });
    expect(askedByArguments(['/opt/baton', '.'])).toBeNull();
    expect(askedByArguments(['/opt/baton', 'baton://leads/7', 'baton://leads/8'])).toBeNull();
  });

  it('hand over the answer of a consent page', () => {
    const address = 'baton://oauth/return?code=na1-1_b&state=s~2';
    expect(askedByLink(address)).toEqual({ kind: 'return', address });
    expect(askedByArguments(['/opt/baton', address])).toEqual({ kind: 'return', address });
  });

  it('never mean anything else, whatever any page makes of them', () => {
    expect.hasAssertions();
    const part = fc.string({ unit: 'binary', maxLength: 60 });
    fc.assert(
      fc.property(fc.constantFrom('lead/', 'oauth/return?', 'oauth/', ''), part, (place, rest) => {
        const asked = askedByLink(`baton://${place}${rest}`);
        const meant = asked?.kind === 'screen' ? asked.screen : (asked?.address ?? '/leads/none');
        expect(meant).toMatch(/^(\/leads\/[\w-]{1,64}|baton:\/\/oauth\/return\/?\?[!-~]+)$/);
      }),
      { numRuns: 10_000 },
    );
  });
});
