import type { Page } from 'playwright-core';
import type electronModule from '../runtime/electron.ts';
import type { outside } from '../runtime/outside.ts';

/** What a function of a test gets in the main process: `electron`, and in the stand-in what lies outside of it. */
export type MainParts = typeof electronModule & { readonly outside: typeof outside };

/** A started desktop program, the stand-in's or Electron's own. */
export interface DesktopApp {
  readonly isReal: boolean;
  /** The page of the newest window; waits until there is one. */
  window(): Promise<Page>;
  /** Runs a function in the main process. It sees its parameters only, and its result must be JSON. */
  evaluate<Result, Argument = null>(
    work: (parts: MainParts, argument: Argument) => Result,
    argument?: Argument,
  ): Promise<Awaited<Result>>;
  /** Starts the program once more on the same data, as a deep link does; answers its exit code. */
  startAgain(args: readonly string[]): Promise<number | null>;
  /** Resolves with the exit code when the program has ended. */
  readonly ended: Promise<number | null>;
  /** What it wrote to standard error. */
  messages(): string;
  /** Ends it, whatever it is doing. */
  end(): Promise<void>;
}

export interface LaunchOptions {
  /** The home folder: data, settings and window state lie below it. */
  readonly home: string;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}
