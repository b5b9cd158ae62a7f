import { describe, expect, it } from 'vitest';
import { markWords } from './lead-words.ts';

describe('markWords', () => {
  it('marks the deciding words of a reply wherever they stand', () => {
    expect(markWords('Sure. Tomorrow 5 pm works!', ['tomorrow 5 pm'])).toEqual([
      { text: 'Sure. ', marked: false },
      { text: 'Tomorrow 5 pm', marked: true },
      { text: ' works!', marked: false },
    ]);
  });

  it('takes signs of a pattern as plain text', () => {
    expect(markWords('costs (approx.)?', ['(approx.)?'])).toEqual([
      { text: 'costs ', marked: false },
      { text: '(approx.)?', marked: true },
    ]);
  });

  it('prefers the longer of two that overlap', () => {
    expect(markWords('please stop', ['stop', 'please stop'])).toEqual([
      { text: 'please stop', marked: true },
    ]);
  });

  it('finds them under accents, punctuation and an address, which deciding words come without', () => {
    expect(
      markWords('Please write to Ana Peeters, ana@x.example, she decides.', [
        'write to ana peeters @address',
      ]),
    ).toEqual([
      { text: 'Please ', marked: false },
      { text: 'write to Ana Peeters, ana@x.example', marked: true },
      { text: ', she decides.', marked: false },
    ]);
    expect(markWords('Grüße, j’ai quitté la société.', ['j ai quitte la societe', 'grusse'])).toEqual([
      { text: 'Grüße', marked: true },
      { text: ', ', marked: false },
      { text: 'j’ai quitté la société', marked: true },
      { text: '.', marked: false },
    ]);
  });

  it('leaves a text without deciding words whole', () => {
    expect(markWords('Hello', ['', ' '])).toEqual([{ text: 'Hello', marked: false }]);
  });
});
