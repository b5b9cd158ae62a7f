import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { machineClock } from '#adapters/system/machine-clock.ts';
import { openCore } from '#hosts/core-world.ts';
import { DEMO_ASSISTANTS, setTheStage } from '#hosts/demo/set-the-stage.ts';
import { startSandbox, type Sandbox, type SandboxOptions } from '#sandbox/sandbox.ts';
import { FlowPortal } from '#test/support/flow-portal.ts';
import { aHome } from './desktop.ts';

/** A home whose program is connected to a CRM already, with two assistants that have no contacts. */
export interface Staged {
  readonly home: string;
  readonly crm: CrmBeside;
  readonly connectionId: string;
}

/** The CRM beside the program, and what the team does there. */
export class CrmBeside extends FlowPortal {
  /** A contact is given to the first assistant, each of so many. */
  assign(count: number): readonly string[] {
    const [assistant] = DEMO_ASSISTANTS;
    const ids = this.contacts(count);
    this.person.assign(ids, this.ownerId(assistant));
    return ids;
  }

  /** Calls of its API so far. */
  get calls(): number {
    return this.sandbox.control.countCalls();
  }

  /** Waits until so many contacts have a note of the program. */
  async untilNoted(contacts: number): Promise<void> {
    while (this.sandbox.portal.objects.notes.size < contacts)
      await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Connects a program to a sandbox as its user did yesterday; both end with the test. */
export async function staged(options: SandboxOptions = {}): Promise<Staged> {
  const sandbox: Sandbox = await startSandbox({ contacts: 0, limits: 'off', mix: {}, ...options });
  onTestFinished(() => sandbox.stop());
  const home = aHome();
  const running = await openCore({
    dataDirectory: join(home, 'data', 'baton'),
    clock: machineClock,
    notifier: { notify: () => undefined },
    host: { kind: 'desktop', version: '0', leadUrl: (id) => `baton://lead/${id}`, demo: null },
  });
  try {
    const account = { url: sandbox.url, token: sandbox.serviceKey, name: 'Portal' };
    const { connectionId } = await setTheStage(running.core, account);
    await running.core.drain();
    return { home, crm: new CrmBeside(sandbox), connectionId };
  } finally {
    await running.close();
  }
}
