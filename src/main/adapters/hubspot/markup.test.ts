import { describe, expect, it } from 'vitest';
import { cutHtml, cutText, htmlOf } from './markup.ts';

describe('text in HTML', () => {
  it('reads as the same text, whatever a lead wrote into it', () => {
    expect(htmlOf(`<b onclick="x">Tom & 'Co'</b>\r\nnext`)).toBe(
      '&lt;b onclick=&quot;x&quot;&gt;Tom &amp; &#39;Co&#39;&lt;/b&gt;<br>next',
    );
  });
});

describe('cutting', () => {
  it('leaves short text alone and marks what was left out', () => {
    expect(cutText('short', 5)).toBe('short');
    expect(cutText('longer', 5)).toBe('long…');
  });

  it('never cuts inside a tag, an entity or a character', () => {
    expect(cutHtml('<p>abc</p><p class="x">d</p>', 16)).toBe('<p>abc</p>…');
    expect(cutHtml('ab&amp;cdefgh', 6)).toBe('ab…');
    expect(cutText('ab😀cd', 4)).toBe('ab…');
    expect(cutHtml('ab😀cdef', 4)).toBe('ab…');
  });
});
