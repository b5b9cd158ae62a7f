const SUFFIX = '.scheme.invalid';

/**
 * Chromium can't be taught a scheme from outside, so a page at `app://baton/x` really lies at
 * `https://baton.app.scheme.invalid/x`: a name that exists nowhere, and every request to it is answered here.
 */
export function toBrowser(address: string): string {
  const found = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)(.*)$/is.exec(address);
  if (found === null || isWebScheme(found[1] ?? '')) return address;
  return `https://${found[2]}.${found[1]}${SUFFIX}${found[3]}`;
}

/** The address as the program knows it. */
export function toProgram(address: string): string {
  const found = /^https:\/\/([^/?#]*)\.([a-z][a-z0-9+-]*)\.scheme\.invalid(.*)$/is.exec(address);
  return found === null ? address : `${found[2]}://${found[1]}${found[3]}`;
}

function isWebScheme(scheme: string): boolean {
  return ['http', 'https', 'about', 'data', 'blob', 'file'].includes(scheme.toLowerCase());
}
