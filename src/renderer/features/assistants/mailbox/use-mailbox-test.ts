import { useEffect, useRef, useState } from 'react';
import type { MailAccountDraft, MailTestStepView } from '#contract/mailboxes.ts';
import { client } from '../../../api/client.ts';

interface TestInput {
  readonly assistantId: string;
  readonly account: MailAccountDraft;
  readonly password: string | null;
}

/** How the test of an account stands. */
export interface MailboxTest {
  /** The latest of each step, in order. */
  readonly steps: readonly MailTestStepView[];
  readonly isRunning: boolean;
  /** Every step went well; false also before it ended. */
  readonly isGood: boolean;
  readonly error: unknown;
  /** The folders that the server has, once they are known. */
  readonly folders: readonly string[];
  run(input: TestInput): Promise<void>;
  stop(): void;
  /** What was found does not hold for other values. */
  forget(): void;
}

const NOTHING = { steps: [], isRunning: false, isGood: false, error: null, folders: [] };
type State = Pick<MailboxTest, 'steps' | 'isRunning' | 'isGood' | 'error' | 'folders'>;

/** Tries an account out; the steps appear as they happen, and it can be stopped. */
export function useMailboxTest(): MailboxTest {
  const [state, setState] = useState<State>(NOTHING);
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  const end = (): void => {
    running.current?.abort();
    running.current = null;
  };
  return {
    ...state,
    async run(input) {
      end();
      const stop = new AbortController();
      running.current = stop;
      const still = (): boolean => running.current === stop;
      setState((before) => ({ ...NOTHING, isRunning: true, folders: before.folders }));
      try {
        for await (const step of await client.mailboxes.test(input, { signal: stop.signal })) {
          if (still()) setState((before) => after(before, step));
        }
        if (still()) setState((before) => ({ ...before, isRunning: false, isGood: isGood(before.steps) }));
      } catch (error) {
        if (still()) setState((before) => ({ ...before, isRunning: false, error }));
      }
    },
    stop() {
      end();
      setState((before) => ({
        ...before,
        isRunning: false,
        steps: before.steps.filter((step) => step.state !== 'running'),
      }));
    },
    forget() {
      end();
      setState((before) => ({ ...NOTHING, folders: before.folders }));
    },
  };
}

function after(before: State, step: MailTestStepView): State {
  const steps = [...before.steps.filter((each) => each.step !== step.step), step];
  return { ...before, steps, folders: step.folders.length > 0 ? step.folders : before.folders };
}

function isGood(steps: readonly MailTestStepView[]): boolean {
  return steps.length > 0 && steps.every((step) => step.state === 'ok' || step.state === 'warning');
}
