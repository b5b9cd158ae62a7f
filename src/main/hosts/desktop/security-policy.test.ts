import { describe, expect, it } from 'vitest';
import { externalAddress, isOwnPage, isPermitted, isTrustedSender } from './security-policy.ts';

describe('what the window may show', () => {
  it.each([
    ['app://baton/index.html', true],
    ['app://baton/#/leads/1', true],
    ['app://other/index.html', false],
    ['app://baton.example/index.html', false],
    ['app://someone@baton/index.html', false],
    ['https://baton/', false],
    ['file:///etc/passwd', false],
    ['data:text/html,<p>hello', false],
    ['javascript:alert(1)', false],
    ['about:blank', false],
    ['', false],
  ])('%s: %s', (address, expected) => {
    expect(isOwnPage(address)).toBe(expected);
  });
});

describe('what a link may open outside', () => {
  it.each([
    ['https://app.hubspot.com/contacts/1/record/0-1/2', 'https://app.hubspot.com/contacts/1/record/0-1/2'],
    ['http://127.0.0.1:4781/contacts/1', 'http://127.0.0.1:4781/contacts/1'],
    ['mailto:anna@acme.example', 'mailto:anna@acme.example'],
    ['https://user:secret@acme.example/', null],
    ['file:///etc/passwd', null],
    ['smb://server/share', null],
    ['javascript:alert(1)', null],
    ['app://baton/index.html', null],
    ['ms-settings:privacy', null],
    ['not an address', null],
  ])('%s → %s', (address, expected) => {
    expect(externalAddress(address)).toBe(expected);
  });
});

describe('what a page is permitted', () => {
  it.each([
    ['clipboard-sanitized-write', 'app://baton/index.html', true],
    ['clipboard-sanitized-write', 'https://acme.example/', false],
    ['clipboard-read', 'app://baton/index.html', false],
    ['media', 'app://baton/index.html', false],
    ['geolocation', 'app://baton/index.html', false],
    ['notifications', 'app://baton/index.html', false],
    ['openExternal', 'app://baton/index.html', false],
    ['fullscreen', 'app://baton/index.html', false],
  ])('%s for %s: %s', (permission, address, expected) => {
    expect(isPermitted(permission, address)).toBe(expected);
  });
});

describe('who may ask for a port', () => {
  it.each([
    [{ url: 'app://baton/index.html', isTop: true }, true],
    [{ url: 'app://baton/index.html', isTop: false }, false],
    [{ url: 'https://acme.example/', isTop: true }, false],
    [null, false],
  ])('%j: %s', (frame, expected) => {
    expect(isTrustedSender(frame)).toBe(expected);
  });
});
