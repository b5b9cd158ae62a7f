import { describe, expect, it } from 'vitest';
import { html } from './html.ts';
import { plainBody, safeBody } from './safe-body.ts';

const body = (source: string): string => safeBody(source).markup;

describe('a template', () => {
  it('shows what people typed as text, also inside attributes and lists', () => {
    const name = `<b>"Mia" & 'Co'</b>`;
    expect(html`<p title="${name}">${[name, html`<i>ok</i>`, 3, null, false]}</p>`.markup).toBe(
      `<p title="&lt;b&gt;&quot;Mia&quot; &amp; &#39;Co&#39;&lt;/b&gt;">&lt;b&gt;&quot;Mia&quot; &amp; &#39;Co&#39;&lt;/b&gt;<i>ok</i>3</p>`,
    );
  });
});

describe('the body of a note or an e-mail', () => {
  it('keeps paragraphs, strong, line breaks and links to web addresses', () => {
    expect(
      body('<p>Call <strong>now</strong>.<br/>See <a href="https://a.example/?x=1&amp;y=2">it</a></p>'),
    ).toBe(
      '<p>Call <strong>now</strong>.<br>See <a href="https://a.example/?x=1&amp;y=2" target="_blank" rel="noreferrer noopener">it</a></p>',
    );
  });

  it('drops scripts and styles with what is in them, and every attribute', () => {
    expect(body('<p onclick="go()" style="position:fixed">Hi<script>go("</p>")</script></p>')).toBe(
      '<p>Hi</p>',
    );
    expect(body('<style>p { color: red }</style>a<!-- <p> -->b')).toBe('ab');
    expect(body('a<script>never closed <p>')).toBe('a');
    expect(body('<scr<!-- x -->ipt>go()</script>')).not.toContain('<script');
  });

  it.each([
    '<a href="javascript:go()">x</a>',
    '<a href="java&#115;cript:go()">x</a>',
    '<a href=" data:text/html,x">x</a>',
    '<a href="/crm/users">x</a>',
    '<a>x</a>',
  ])('leaves the text alone of %s', (source) => {
    expect(body(source)).toBe('x');
  });

  it('cannot leave the place where it stands', () => {
    expect(body('</div></li><p>a<strong>b<p>c</strong>')).toBe('<br><br><p>a<strong>b</strong></p><p>c</p>');
    expect(body('<img src=x onerror=go()><p title="<p">1 < 2')).toBe(
      '&lt;p title=&quot;&lt;p&quot;&gt;1 &lt; 2',
    );
  });

  it('shows entities as the characters that they stand for', () => {
    expect(body('&lt;b&gt; &amp; &uuml;&#228;&#x41;')).toBe('&lt;b&gt; &amp; &amp;uuml;äA');
  });

  it('reads a hostile body of 200,000 characters at once', () => {
    const startedAt = performance.now();
    for (const part of ['<a ', '<a "', '<script>', '<!--', '<p>']) body(part.repeat(200_000 / part.length));
    expect(performance.now() - startedAt).toBeLessThan(2_000);
  });

  it('keeps the lines of plain text', () => {
    expect(plainBody('Dear <you>,\r\n\nHi\n').markup).toBe('Dear &lt;you&gt;,<br><br>Hi');
  });
});
