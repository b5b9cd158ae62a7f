import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { PROJECT } from './project.mjs';

/** @type {NodeJS.Signals[]} */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

const PARENT_LOOK_MS = 200;

/**
 * Runs a program with this one's input and output, passes signals on, and resolves with its exit code (128 + n when
 * signal n ended it, as shells count).
 * @param {string} program
 * @param {string[]} args
 * @returns {Promise<number>}
 */
export function runToTheEnd(program, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: PROJECT, stdio: 'inherit' });
    for (const signal of SIGNALS) {
      let passed = false;
      process.on(signal, () => {
        // At a terminal Ctrl+C reaches the child by itself, and a second one would cut its ending short.
        if (passed || (signal === 'SIGINT' && process.stdin.isTTY)) return;
        passed = true;
        child.kill(signal);
      });
    }
    // npm passes a signal to its shell, which may end without passing it on.
    const parent = process.ppid;
    const watch = setInterval(() => {
      if (process.ppid !== parent && process.env.npm_lifecycle_event !== undefined) child.kill('SIGTERM');
    }, PARENT_LOOK_MS);
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      clearInterval(watch);
      resolve(code ?? 128 + constants.signals[signal ?? 'SIGKILL']);
    });
  });
}
