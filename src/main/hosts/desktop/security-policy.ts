/** The only place the window's pages come from. */
export const APP_ORIGIN = 'app://baton';

/** What the page may do beyond showing itself: put a text that the user chose into the clipboard. */
const ALLOWED_PERMISSIONS: readonly string[] = ['clipboard-sanitized-write'];

/** Schemes that the system's own browser or mail program may be asked to open. */
const EXTERNAL_SCHEMES: readonly string[] = ['https:', 'http:', 'mailto:'];

/** Whether an address is a page of ours: the window shows nothing else. */
export function isOwnPage(address: string): boolean {
  const url = parsed(address);
  return url !== null && url.protocol === 'app:' && url.host === 'baton' && url.username === '';
}

/** What is handed to the system's browser when the page opens a link; null: nothing is opened. */
export function externalAddress(address: string): string | null {
  const url = parsed(address);
  if (url === null || !EXTERNAL_SCHEMES.includes(url.protocol)) return null;
  if (url.username !== '' || url.password !== '') return null;
  return url.href;
}

/** Whether a page gets a permission: everything is refused but what is on the list, and that to our pages only. */
export function isPermitted(permission: string, address: string): boolean {
  return ALLOWED_PERMISSIONS.includes(permission) && isOwnPage(address);
}

/** Whether a message to the program comes from our page itself, not from a frame in it or from elsewhere. */
export function isTrustedSender(frame: { readonly url: string; readonly isTop: boolean } | null): boolean {
  return frame !== null && frame.isTop && isOwnPage(frame.url);
}

function parsed(address: string): URL | null {
  return URL.canParse(address) ? new URL(address) : null;
}
