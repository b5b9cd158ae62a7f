import { existsSync, readFileSync } from 'node:fs';
import type {} from 'electron';

type Parts = Pick<Electron.NativeImage, 'isEmpty' | 'setTemplateImage' | 'isTemplateImage' | 'toPNG'>;

/** A picture, as its file's bytes. */
export class NativeImage implements Parts {
  readonly source: string;
  readonly #bytes: Buffer;
  #isTemplate = false;

  constructor(source: string, bytes: Buffer) {
    this.source = source;
    this.#bytes = bytes;
  }
  isEmpty(): boolean {
    return this.#bytes.length === 0;
  }
  setTemplateImage(option: boolean): void {
    this.#isTemplate = option;
  }
  isTemplateImage(): boolean {
    return this.#isTemplate;
  }
  toPNG(): Buffer<ArrayBuffer> {
    return Buffer.from(this.#bytes);
  }
}

/** A file that is not there gives an empty picture, as in Electron. */
export const nativeImage = {
  createEmpty: (): NativeImage => new NativeImage('', Buffer.alloc(0)),
  createFromPath: (path: string): NativeImage =>
    new NativeImage(path, existsSync(path) ? readFileSync(path) : Buffer.alloc(0)),
  createFromBuffer: (bytes: Buffer): NativeImage => new NativeImage('', bytes),
};
