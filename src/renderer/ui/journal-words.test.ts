import { expect, it } from 'vitest';
import { eventWords } from './journal-words.ts';

it('says an event of the journal in plain words', () => {
  expect(eventWords('mail-sent')).toBe('Message went out');
});

it('an event from a newer version is still readable', () => {
  expect(eventWords('letter-posted')).toBe('Letter posted');
});
