import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { sandboxMailboxes } from '#adapters/mail/sandbox-mailboxes.ts';
import { syntaxAddressCheck } from '#adapters/system/syntax-address-check.ts';
import { machineClock } from '#adapters/system/machine-clock.ts';
import { memoryVault } from '#adapters/vault/memory-vault.ts';
import type { Core } from '#core/core.ts';
import { openCore } from '#hosts/core-world.ts';
import { DEMO_ASSISTANTS, setTheStage } from '#hosts/demo/set-the-stage.ts';
import { Person } from '#hosts/demo/person.ts';
import { startSandboxProcess, type SandboxOptions, type SandboxProcess } from './sandbox-process.ts';

/** How often it is looked whether all is delivered, in ms. */
const LOOK_EVERY = 20;
/** Without any progress for so long (ms) a run has failed. */
const PATIENCE = 120_000;
const STATUS_FIELD = 'baton_lead_connection_status';

const totalOf = z.object({ total: z.number() });

/** A core on a real database and the machine's clock, beside a sandbox in its own process. */
export interface BenchWorld {
  readonly core: Core;
  readonly sandbox: SandboxProcess;
  readonly connectionId: string;
  /**
   * Contacts that nobody worked on before and whose address is good, in the order of the CRM: each becomes a lead
   * with one note and one status, and none goes back at once.
   */
  readonly contactIds: readonly string[];
  /** A person gives the contacts to the assistants, half to each. */
  assign(contactIds: readonly string[]): Promise<void>;
  /**
   * Resolves when so many contacts (since the start) became leads and each one's note and status are delivered.
   * Rejects when a write failed or nothing moves any more.
   */
  untilDelivered(contacts: number): Promise<void>;
  /** Rejects when the CRM does not hold one note and one status for each of so many contacts. */
  checkCrm(contacts: number): Promise<void>;
  close(): Promise<void>;
}

/** Connects, creates two assistants and sets the fields up; the core runs and nothing is assigned yet. */
export async function openBenchWorld(options: SandboxOptions): Promise<BenchWorld> {
  const ends: (() => Promise<void> | void)[] = [];
  const close = async (): Promise<void> => {
    for (let end = ends.pop(); end !== undefined; end = ends.pop()) await end();
  };
  try {
    return await build(options, ends, close);
  } catch (error) {
    await close();
    throw error;
  }
}

async function build(
  options: SandboxOptions,
  ends: (() => Promise<void> | void)[],
  close: () => Promise<void>,
): Promise<BenchWorld> {
  const sandbox = await startSandboxProcess({
    ...options,
    contacts: Math.ceil(options.contacts * 1.2) + 100,
  });
  ends.push(() => sandbox.stop());
  const directory = mkdtempSync(join(tmpdir(), 'baton-bench-'));
  ends.push(() => rmSync(directory, { recursive: true, force: true }));
  const running = await openCore({
    dataDirectory: directory,
    clock: machineClock,
    mailboxes: sandboxMailboxes({ url: sandbox.mailUrl, token: sandbox.mailToken }),
    notifier: { notify: () => undefined },
    host: {
      kind: 'hub',
      version: '0',
      leadUrl: (leadId) => `https://baton.example/#/leads/${leadId}`,
      demo: null,
    },
    vault: memoryVault(),
    hubSpot: { pace: options.limits === 'off' ? 'unlimited' : 'by-headers' },
  });
  ends.push(() => running.close());
  const { core } = running;
  core.start();
  const account = { url: sandbox.url, token: sandbox.hubspotToken, name: 'Bench' };
  const { connectionId } = await setTheStage(core, account);
  await core.drain();
  const { owners, contactIds } = await lookAround(sandbox);
  if (contactIds.length < options.contacts) throw new Error('Too few contacts have a usable address.');

  return {
    core,
    sandbox,
    connectionId,
    contactIds,
    async assign(ids) {
      for (const [index, ownerId] of owners.entries()) {
        const share = ids.filter((_, nth) => nth % owners.length === index);
        for (let start = 0; start < share.length; start += 1_000) {
          const some = share.slice(start, start + 1_000);
          await sandbox.control('POST', '/person/assign', { contactIds: some, ownerId });
        }
      }
    },
    async untilDelivered(contacts) {
      let movedAt = performance.now();
      let before = -1;
      for (;;) {
        const { delivered, attention, cancelled } = core.context.store.outbox.counts();
        if (attention + cancelled > 0) throw new Error(`${attention + cancelled} writes were not delivered.`);
        if (delivered >= contacts * 2) return;
        if (delivered !== before) movedAt = performance.now();
        before = delivered;
        if (performance.now() - movedAt > PATIENCE)
          throw new Error(`Nothing moves after ${delivered} writes.`);
        await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY));
      }
    },
    async checkCrm(contacts) {
      const notes = await count(sandbox, 'notes', []);
      const statuses = await count(sandbox, 'contacts', [
        { propertyName: STATUS_FIELD, operator: 'HAS_PROPERTY' },
      ]);
      if (notes !== contacts || statuses !== contacts) {
        throw new Error(`The CRM holds ${notes} notes and ${statuses} statuses for ${contacts} contacts.`);
      }
    },
    close,
  };
}

/** The assistants' owner ids, and the contacts whose address is good. */
export async function lookAround(
  sandbox: SandboxProcess,
): Promise<{ readonly owners: readonly string[]; readonly contactIds: readonly string[] }> {
  const person = new Person(sandbox.url, sandbox.hubspotToken);
  const users = await person.owners();
  const contactIds: string[] = [];
  for await (const { id, properties } of person.contacts(['email'])) {
    const { verdict } = await syntaxAddressCheck.judge(properties['email'] ?? '');
    if (verdict === 'valid') contactIds.push(id);
  }
  return { owners: DEMO_ASSISTANTS.flatMap((assistant) => users.get(assistant.email) ?? []), contactIds };
}

/** How many records of a type a search of the CRM finds. */
export async function count(
  sandbox: SandboxProcess,
  type: string,
  filters: readonly unknown[],
): Promise<number> {
  for (;;) {
    const response = await fetch(`${sandbox.url}/crm/objects/2026-09/${type}/search`, {
      method: 'POST',
      headers: { authorization: `Bearer ${sandbox.hubspotToken}`, 'content-type': 'application/json' },
      body: JSON.stringify({ filterGroups: filters.length === 0 ? [] : [{ filters }], limit: 1 }),
    });
    if (response.status !== 429) return totalOf.parse(await response.json()).total;
    await new Promise((resolve) => setTimeout(resolve, 1_000));
  }
}
