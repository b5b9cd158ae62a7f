import { EventEmitter } from 'node:events';
import type {} from 'electron';

type Parts = Pick<Electron.MessagePortMain, 'postMessage' | 'start' | 'close'>;

/** One end of a channel in the main process. What comes before `start` waits. */
export class MessagePortMain extends EventEmitter implements Parts {
  #deliver: (data: unknown) => void;
  #end: () => void;
  #early: unknown[] | null = [];
  #closed = false;

  constructor(deliver: (data: unknown) => void, end: () => void) {
    super();
    this.#deliver = deliver;
    this.#end = end;
  }

  postMessage(message: unknown, transfer: readonly unknown[] = []): void {
    if (transfer.length > 0) throw new Error('The stand-in hands no ports over from the main process.');
    // Refuses what can't be cloned even where nobody listens any more.
    const copy = structuredClone(message);
    if (!this.#closed) this.#deliver(copy);
  }
  start(): void {
    const early = this.#early ?? [];
    this.#early = null;
    for (const data of early) this.emit('message', { data, ports: [] });
  }
  close(): void {
    if (this.#closed) return;
    this.ended();
    this.#end();
  }

  /** The other end sent something. */
  arrived(data: unknown): void {
    if (this.#early !== null) this.#early.push(data);
    else this.emit('message', { data, ports: [] });
  }
  /** The other end is gone. */
  ended(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.emit('close');
  }
}

/** Two ends in this process. */
export class MessageChannelMain {
  readonly port1: MessagePortMain;
  readonly port2: MessagePortMain;

  constructor() {
    const later = (task: () => void): void => void setImmediate(task);
    this.port1 = new MessagePortMain(
      (data) => later(() => this.port2.arrived(data)),
      () => later(() => this.port2.ended()),
    );
    this.port2 = new MessagePortMain(
      (data) => later(() => this.port1.arrived(data)),
      () => later(() => this.port1.ended()),
    );
  }
}
