import { describe, expect, it } from 'vitest';
import { feedProblem } from './updates.ts';

describe('the address of newer versions', () => {
  it.each(['https://updates.acme.example/baton', 'https://acme.example:8443/', 'http://127.0.0.1:4000/feed'])(
    'may be %s',
    (url) => {
      expect(feedProblem(url)).toBeNull();
    },
  );

  it.each([
    ['http://updates.acme.example/baton', 'https://'],
    ['http://127.0.0.1.evil.example/', 'https://'],
    ['file:///home/robin/update', 'https://'],
    ['https://robin:secret@acme.example/', 'no user'],
    ['https://acme.example/?channel=x', 'without ?'],
    ['acme', 'one such as'],
  ])('may not be %s', (url, words) => {
    expect(feedProblem(url)).toContain(words);
  });
});
