import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sandboxMailboxes } from '#adapters/mail/sandbox-mailboxes.ts';
import { machineClock } from '#adapters/system/machine-clock.ts';
import { openCore } from '#hosts/core-world.ts';
import { setTheStage } from '#hosts/demo/set-the-stage.ts';
import { startHub, type HubProcess } from '#test/support/hub-process.ts';
import { count, lookAround } from './bench-world.ts';
import { startSandboxProcess, type SandboxProcess } from './sandbox-process.ts';

/** How often it is looked whether all is delivered, in ms. */
const LOOK_EVERY = 500;

/** A hub as a user runs it, beside a CRM; both are processes of their own. */
export interface HubBeside {
  readonly hub: HubProcess;
  readonly sandbox: SandboxProcess;
  /** The data folder is the same. */
  restart(): Promise<HubProcess>;
  close(): Promise<void>;
}

/** Starts both, with so many leads in follow-up: each has its note in the CRM. */
export async function startHubBeside(leads: number): Promise<HubBeside> {
  const sandbox = await startSandboxProcess({ contacts: Math.ceil(leads * 1.3) + 100, limits: 'hubspot' });
  const data = mkdtempSync(join(tmpdir(), 'baton-bench-'));
  // A benchmark leaves nothing in the keychain of whoever runs it.
  writeFileSync(join(data, 'vault-kind'), 'encrypted-file\n');
  const mail = { data, mailUrl: sandbox.mailUrl, mailToken: sandbox.mailToken };
  const staging = await openCore({
    dataDirectory: data,
    clock: machineClock,
    mailboxes: sandboxMailboxes({ url: sandbox.mailUrl, token: sandbox.mailToken }),
    notifier: { notify: () => undefined },
    host: { kind: 'hub', version: '0', leadUrl: (id) => `https://baton.example/#/leads/${id}`, demo: null },
  });
  await setTheStage(staging.core, { url: sandbox.url, token: sandbox.hubspotToken, name: 'Bench' });
  await staging.core.drain();
  await staging.close();
  const { owners, contactIds } = await lookAround(sandbox);
  let hub = await startHub(mail);
  const close = async (): Promise<void> => {
    await hub.stop();
    await sandbox.stop();
    rmSync(data, { recursive: true, force: true });
  };
  try {
    for (const [index, ownerId] of owners.entries()) {
      const share = contactIds.slice(0, leads).filter((_, nth) => nth % owners.length === index);
      await sandbox.control('POST', '/person/assign', { contactIds: share, ownerId });
    }
    while ((await count(sandbox, 'notes', [])) < leads)
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY));
  } catch (error) {
    await close();
    throw error;
  }
  return {
    sandbox,
    get hub() {
      return hub;
    },
    async restart() {
      await hub.stop();
      hub = await startHub(mail);
      return hub;
    },
    close,
  };
}
