import { describe, expect, it } from 'vitest';
import { leadLink, screenOfArguments, screenOfLink } from './deep-link.ts';

describe('links into the program', () => {
  it('lead from a note to the lead on the screen', () => {
    expect(screenOfLink(leadLink('01JABC_d-4'))).toBe('/leads/01JABC_d-4');
  });

  it('lead from an earlier note there, too', () => {
    expect(screenOfLink('baton://leads/7')).toBe('/leads/7');
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
    '',
  ])('mean nothing when they are not exactly ours: %s', (link) => {
    expect(screenOfLink(link)).toBeNull();
  });

  it('are found on a command line that holds exactly one', () => {
    expect(screenOfArguments(['/opt/baton', '.', 'baton://leads/7'])).toBe('/leads/7');
    expect(screenOfArguments(['/opt/baton', '.'])).toBeNull();
    expect(screenOfArguments(['/opt/baton', 'baton://leads/7', 'baton://leads/8'])).toBeNull();
  });
});
