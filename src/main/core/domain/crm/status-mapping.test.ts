import { describe, expect, it } from 'vitest';
import { LEAD_STATES } from '../leads/lead.ts';
import { contactStatusFor, stateOfConnectionStatus, statusRowOf } from './status-mapping.ts';

const PORTAL = ['NEW', 'OPEN', 'IN_PROGRESS', 'CONNECTED', 'UNQUALIFIED', 'QUALIFIED'];

describe('the CRM statuses of a lead state', () => {
  it.each([
    ['Cold', 'IN_PROGRESS'],
    ['Engaged', 'IN_PROGRESS'],
    ['Warm', 'IN_PROGRESS'],
    ['OutOfOffice', 'IN_PROGRESS'],
    ['Hot', 'CONNECTED'],
    ['Responded', 'CONNECTED'],
    ['UnSubscribed', 'UNQUALIFIED'],
    ['DeActivated', 'UNQUALIFIED'],
    ['LeadAtRisk', 'CONNECTED'],
    ['Processed', 'QUALIFIED'],
    ['Pending', 'IN_PROGRESS'],
    ['New', 'NEW'],
  ] as const)('shows %s as %s', (state, contactStatus) => {
    expect(contactStatusFor(state, PORTAL)).toEqual({ value: contactStatus });
    expect(statusRowOf(state).connectionStatus).toBe(state);
    expect(stateOfConnectionStatus(` ${state} `)).toBe(state);
  });

  it('keeps the spelling of the source for Pending, and writes the portal’s own', () => {
    expect(statusRowOf('Pending').contactStatus).toBe('In_Progress');
    expect(contactStatusFor('Pending', ['In_progress'])).toEqual({ value: 'In_progress' });
  });

  it('has a row for each of the twelve states', () => {
    expect(LEAD_STATES.map((state) => statusRowOf(state).state)).toEqual(LEAD_STATES);
  });

  it('does not write an option that the portal lacks, and says which', () => {
    const withoutQualified = PORTAL.filter((option) => option !== 'QUALIFIED');
    expect(contactStatusFor('Processed', withoutQualified)).toEqual({
      notWritten: expect.stringContaining('no option "QUALIFIED"') as string,
    });
  });

  it("writes the team's own choice for a state", () => {
    expect(contactStatusFor('Processed', ['OPEN'], { Processed: 'OPEN' })).toEqual({ value: 'OPEN' });
  });

  it('knows no state for a status of someone else', () => {
    expect(stateOfConnectionStatus('In touch')).toBeNull();
  });
});
