import { EventEmitter } from 'node:events';
import type { MessagePortMain } from 'electron';
import { describe, expect, it } from 'vitest';
import { WindowLock } from './window-lock.ts';

function aPort(): MessagePortMain & { isClosed: boolean } {
  const port = Object.assign(new EventEmitter(), {
    isClosed: false,
    close: () => {
      port.isClosed = true;
      port.emit('close');
    },
  });
  return port as unknown as MessagePortMain & { isClosed: boolean };
}

const here = { idleSeconds: () => 0, prove: null };

describe('the lock of the window', () => {
  it('ends every port, and admits none until it is opened', async () => {
    const lock = new WindowLock(here);
    const port = aPort();
    let told = 0;
    expect(lock.admit(port, () => (told += 1))).toBe(true);
    lock.lock();
    expect([port.isClosed, told]).toEqual([true, 1]);
    const late = aPort();
    expect(lock.admit(late, () => undefined)).toBe(false);
    expect(late.isClosed).toBe(true);
    expect(await lock.unlock()).toBe(true);
    expect(lock.admit(aPort(), () => undefined)).toBe(true);
  });

  it('is opened only by who the system says it is, where the system can tell', async () => {
    let isOwner = false;
    const lock = new WindowLock({ idleSeconds: () => 0, prove: () => Promise.resolve(isOwner) });
    lock.lock();
    expect(await lock.unlock()).toBe(false);
    expect(lock.isLocked).toBe(true);
    isOwner = true;
    expect(await lock.unlock()).toBe(true);
  });

  it('locks when nobody touched the computer for as long as the setting says, and never at 0', () => {
    let seconds = 299;
    const lock = new WindowLock({ idleSeconds: () => seconds, prove: null });
    lock.lookForIdle(5);
    expect(lock.isLocked).toBe(false);
    seconds = 300;
    lock.lookForIdle(0);
    expect(lock.isLocked).toBe(false);
    lock.lookForIdle(5);
    expect(lock.isLocked).toBe(true);
  });

  it("cannot be opened while the computer's own lock is closed; whoever opens that one is let in", async () => {
    const lock = new WindowLock(here);
    lock.screenLocked();
    expect(await lock.unlock()).toBe(false);
    lock.screenUnlocked();
    expect(lock.isLocked).toBe(false);
  });
});
