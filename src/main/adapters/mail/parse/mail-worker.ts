import { parentPort } from 'node:worker_threads';
import { readMail } from './read-mail.ts';

/** Reads one mail after the other, apart from everything else: a hostile one takes down this thread at most. */
parentPort?.on('message', (source: Uint8Array) => {
  void readMail(source).then((mail) => parentPort?.postMessage(mail));
});
