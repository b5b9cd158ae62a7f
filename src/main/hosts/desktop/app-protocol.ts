import { readFile } from 'node:fs/promises';
import { protocol } from 'electron';
import { SECURITY_HEADERS } from '../hub/security.ts';
import { screenFile } from './screen-files.ts';

/** Makes `app://` an origin of its own, with storage and fetch. Must run before the app is ready. */
export function declareAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

/** Serves the built screens at `app://baton/`, under the same policy as the hub's. */
export function serveScreens(folder: string): void {
  protocol.handle('app', async (request) => {
    const file = request.method === 'GET' ? screenFile(request.url, folder) : null;
    const content = file === null ? null : await readFile(file.path).catch(() => null);
    if (file === null || content === null) {
      return new Response('There is no such page.', { status: 404, headers: SECURITY_HEADERS });
    }
    return new Response(content, { headers: { ...SECURITY_HEADERS, 'content-type': file.type } });
  });
}
