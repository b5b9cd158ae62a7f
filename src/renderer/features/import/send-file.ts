import type { ImportTarget } from '#contract/names.ts';
import { client } from '../../api/client.ts';
import type { WhoGetsIt } from './who-gets-it.tsx';

/** Bytes of one piece: as Base64 it is shorter than the program takes. */
const SLICE = 300_000;

/** Sends a file in pieces and has it read and judged. Answers the import's id. */
export async function sendFile(
  file: File,
  wanted: WhoGetsIt & { readonly target: ImportTarget; readonly context: string },
  onProgress: (share: number) => void,
): Promise<string> {
  const { file: name } = await client.imports.begin({ name: file.name });
  try {
    for (let at = 0; at < file.size; at += SLICE) {
      const piece = new Uint8Array(await file.slice(at, at + SLICE).arrayBuffer());
      await client.imports.part({ file: name, base64: base64Of(piece) });
      onProgress(Math.min(1, (at + SLICE) / file.size));
    }
  } catch (error) {
    void client.imports.drop({ file: name }).catch(() => undefined);
    throw error;
  }
  const isLeads = wanted.target === 'leads';
  const { id } = await client.imports.read({
    file: name,
    name: file.name,
    target: wanted.target,
    connectionId: isLeads ? wanted.connectionId : null,
    assistantId: isLeads ? wanted.assistantId : null,
    scheduleId: isLeads ? wanted.scheduleId : null,
    context: isLeads ? wanted.context : '',
  });
  return id;
}

const CHUNK = 0x80_00;

function base64Of(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += CHUNK) {
    parts.push(String.fromCodePoint(...bytes.subarray(at, at + CHUNK)));
  }
  return btoa(parts.join(''));
}
