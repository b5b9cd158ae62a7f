import { describe, expect, it } from 'vitest';
import { opinionQuestion, SPOKEN_INTENTS } from './second-opinion.ts';

describe('the question for an opinion', () => {
  it('has the words of the reply and no address that stands in them', () => {
    const { prompt } = opinionQuestion('Write to Ana, ana.silva+x@acme-energy.example, she knows.');
    expect(prompt).toContain('Write to Ana, [address], she knows.');
  });

  it('explains every intent that a person can have', () => {
    const { instructions } = opinionQuestion('');
    for (const intent of SPOKEN_INTENTS) expect(instructions).toContain(intent);
  });

  it('tells a long reply from its beginning', () => {
    expect(opinionQuestion('x'.repeat(100_000)).prompt.length).toBeLessThan(3_000);
  });
});
