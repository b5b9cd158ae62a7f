import { describe, expect, it } from 'vitest';
import { insertValue } from './known-values.ts';

describe('insertValue', () => {
  it('puts a value in the place of what is selected and the caret after it', () => {
    const { text, caret } = insertValue('Hello NAME, how are you?', 'firstName', 6, 10);
    expect(text).toBe('Hello {{ firstName }}, how are you?');
    expect(text.slice(caret)).toBe(', how are you?');
  });

  it('with a default puts the caret where the default is written', () => {
    const { text, caret } = insertValue('For .', 'company', 4, 4, true);
    expect(text).toBe('For {{ company | default: "" }}.');
    expect(text.slice(caret)).toBe('" }}.');
  });
});
