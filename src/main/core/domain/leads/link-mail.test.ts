import { describe, expect, it } from 'vitest';
import { MONDAY, aLead, someFacts } from '#test/support/lead-facts.ts';
import { decideCommand } from './decide-command.ts';
import type { Decision } from './decision.ts';
import type { Lead } from './lead.ts';
import type { LeadCommand } from './lead-event.ts';

const mail = { from: 'Ana@Home.example', subject: 'About your mail', at: MONDAY };
const command = (isAnswer: boolean): LeadCommand => ({ type: 'mail-linked', mail, isAnswer });

function decided(lead: Lead, isAnswer: boolean, suppressedAddresses: readonly string[] = []): Decision {
  const result = decideCommand(lead, command(isAnswer), { ...someFacts(), suppressedAddresses });
  if ('refused' in result) throw new Error(result.because);
  return result;
}

describe('a mail that a person links to a lead', () => {
  it('stops the follow-up where a person wrote it, and says whose address is kept', () => {
    const { lead, journal } = decided(aLead(), true);
    expect(lead).toMatchObject({ state: 'Responded', custody: 'HandingBack', followUp: 'Stopped' });
    expect(lead?.addresses).toContain('ana@home.example');
    expect(journal[0]?.rule).toMatch(/“About your mail” is of this lead\. ana@home\.example is kept/);
  });

  it('leaves the follow-up as it is where a machine wrote it', () => {
    const before = aLead();
    const { lead } = decided(before, false);
    expect(lead).toMatchObject({ state: before.state, followUp: before.followUp, custody: 'Held' });
    expect(lead?.addresses).toContain('ana@home.example');
  });

  it('ends the lead for ever where that address asked not to be written to', () => {
    const { lead } = decided(aLead(), true, ['ana@home.example']);
    expect(lead).toMatchObject({ state: 'UnSubscribed', followUp: 'Stopped' });
  });

  it('adds no address twice, and moves no lead that has ended', () => {
    const known = decided(aLead({ addresses: ['ana@client.example', 'ana@home.example'] }), false);
    expect(known.lead?.addresses).toEqual(['ana@client.example', 'ana@home.example']);
    const hot = decided(aLead({ state: 'Hot', custody: 'HandedBack', followUp: 'Stopped' }), true);
    expect(hot.lead?.state).toBe('Hot');
  });

  it('is refused with a sentence on a record that a person took away', () => {
    const lead = aLead({ custody: 'Released', followUp: 'Stopped' });
    expect(decideCommand(lead, command(true), someFacts())).toMatchObject({ refused: true });
  });
});
