import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CACHE, say } from './project.mjs';

const LOCK = join(CACHE, 'set-up.lock');
const LOOK_AGAIN_MS = 100;

/**
 * Runs the set-up while no other command of this clone does its own: two commands may start at once.
 * @param {() => void} work
 */
export function whileAlone(work) {
  mkdirSync(CACHE, { recursive: true });
  for (let waits = 0; !take(); waits += 1) {
    if (waits === 0) say('Another command is setting up; waiting for it (.cache/set-up.lock) …');
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, LOOK_AGAIN_MS);
  }
  const free = () => rmSync(LOCK, { force: true });
  process.once('exit', free);
  try {
    work();
  } finally {
    process.off('exit', free);
    free();
  }
}

function take() {
  try {
    writeFileSync(LOCK, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
    if (!holderRuns()) rmSync(LOCK, { force: true });
    return false;
  }
}

function holderRuns() {
  try {
    const holder = Number(readFileSync(LOCK, 'utf8'));
    // Created but not yet written: its owner is at it.
    if (holder === 0) return true;
    process.kill(holder, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

/** @param {unknown} error */
function codeOf(error) {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
