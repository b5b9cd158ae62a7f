import type { Server } from 'node:http';

/** The port cannot be had; the sentence says what to do. */
export class PortInUse extends Error {}

/** Listens on loopback. `option`: the command's option for the port, for the sentence. @throws PortInUse */
export function listen(server: Server, port: number, option = '--port'): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const sentence = `Port ${port} is used by another program. Choose another one with ${option}, or 0 for any free one.`;
      reject(error.code === 'EADDRINUSE' ? new PortInUse(sentence, { cause: error }) : error);
    });
    server.listen(port, '127.0.0.1', resolve);
  });
}
