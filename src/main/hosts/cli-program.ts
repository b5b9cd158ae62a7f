import { Command, CommanderError } from 'commander';

/**
 * Reads a command line by UNIX habit: `--help` ends with 0; a wrong argument with one sentence on standard error
 * and 2. Returns the options and what stands beside them, or the code to exit with.
 */
export function readArguments<T extends object>(
  define: (program: Command) => Command,
  args: readonly string[],
): { readonly options: T; readonly operands: readonly string[] } | { readonly exit: number } {
  const program = define(new Command())
    .exitOverride()
    .showSuggestionAfterError(false)
    .allowExcessArguments(false)
    .configureOutput({ writeErr: () => undefined, outputError: () => undefined });
  try {
    program.parse([...args], { from: 'user' });
    return { options: program.opts<T>(), operands: program.args };
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return { exit: 0 };
    process.stderr.write(`${sentence(error.message)} Try --help.\n`);
    return { exit: 2 };
  }
}

/** A whole number between two bounds, for an option. */
export function wholeNumber(name: string, lowest: number, highest: number): (text: string) => number {
  return (text) => {
    const number = Number(text);
    if (/^\d+$/.test(text) && number >= lowest && number <= highest) return number;
    throw new CommanderError(
      2,
      'baton.number',
      `${name} must be a whole number from ${lowest} to ${highest}, not "${text}".`,
    );
  };
}

/** Runs until SIGTERM or SIGINT, then closes and exits with 0. */
export async function untilStopped(close: () => Promise<void>): Promise<void> {
  await new Promise<void>((resolve) => {
    process.once('SIGTERM', () => resolve());
    process.once('SIGINT', () => resolve());
  });
  await close();
  process.exit(0);
}

function sentence(message: string): string {
  const text = message.replace(/^error: /, '');
  const whole = text.charAt(0).toUpperCase() + text.slice(1);
  return /[.!?]$/.test(whole) ? whole : `${whole}.`;
}
