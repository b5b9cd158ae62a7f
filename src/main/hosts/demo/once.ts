import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sandboxMailboxes } from '#adapters/mail/sandbox-mailboxes.ts';
import { manualClock, type ManualClock } from '#adapters/system/manual-clock.ts';
import { memoryVault } from '#adapters/vault/memory-vault.ts';
import type { Core } from '#core/core.ts';
import { HOUR } from '#core/domain/time.ts';
import { startSandbox } from '#sandbox/sandbox.ts';
import type { MailWorld } from '#sandbox/world/mail-world.ts';
import { startMailWorld } from '#sandbox/world/mail-server.ts';
import { openCore } from '../core-world.ts';
import { VERSION } from '../version.ts';
import { lookAtCrm, type Expectation } from './look-at-crm.ts';
import { Person, type SeenRecord } from './person.ts';
import { clientOf, DEMO_ASSISTANTS, setTheStage, type Stage } from './set-the-stage.ts';
import { Team } from './team.ts';

export interface OnceOptions {
  readonly contacts: number;
  readonly seed: number;
  /** A HubSpot-compatible server that is already there; null: the embedded sandbox. */
  readonly hubSpot: { readonly url: string; readonly token: string } | null;
  readonly onProgress: (line: string) => void;
}

export interface OnceResult {
  readonly contacts: number;
  readonly leads: number;
  readonly notes: number;
  readonly emailsLogged: number;
  readonly tasks: number;
  readonly handedBack: number;
  /** How the leads stand in the end. */
  readonly byState: Readonly<Record<string, number>>;
  /** How many leads ever were in each state. */
  readonly passed: Readonly<Record<string, number>>;
  readonly crmCalls: number;
  readonly durationMs: number;
  readonly problems: readonly string[];
}

/** The simulation moves on at least this far: mails of the same hour share batch calls. */
const STRIDE = 2 * HOUR;
/** A run that has not ended after this much simulated time never will. */
const LONGEST = 400 * 24 * HOUR;
const AT_MOST_UNTIL_TAKEN = 120;
/** The first assistant takes fewer than she is given at once: the rest wait in New. */
export const SHARE_AT_ONCE = 0.45;

/** The world outside of the core: a CRM and prospects. */
interface Outside {
  readonly url: string;
  readonly token: string;
  readonly mailUrl: string;
  readonly mailToken: string;
  readonly mail: MailWorld;
  stop(): Promise<void>;
}

/**
 * The main job, from assignment to hand-back: contacts are assigned to two assistants, simulated prospects answer
 * on an accelerated clock until every lead has ended and is handed back, and then the CRM is looked at.
 */
export async function runOnce(options: OnceOptions): Promise<OnceResult> {
  const began = performance.now();
  const clock = manualClock(Date.now());
  const outside = await openOutside(options, clock);
  const directory = mkdtempSync(join(tmpdir(), 'baton-demo-'));
  const { core, close } = await openCore({
    dataDirectory: directory,
    clock,
    mailboxes: sandboxMailboxes({ url: outside.mailUrl, token: outside.mailToken }),
    notifier: { notify: () => undefined },
    host: {
      kind: 'hub',
      version: VERSION,
      leadUrl: (leadId) => `https://baton.example/#/leads/${leadId}`,
      demo: null,
    },
    vault: memoryVault(),
    hubSpot: { pace: options.hubSpot === null ? 'unlimited' : 'by-headers' },
  });
  try {
    core.start();
    const person = new Person(outside.url, outside.token);
    const most = Math.ceil(options.contacts * SHARE_AT_ONCE);
    const stage = await setTheStage(core, { ...outside, name: 'Demo' }, {}, most);
    options.onProgress('Connected; two assistants are users of the CRM, and the fields are set up.');
    const contacts = await assign(person, options.contacts);
    options.onProgress(`${contacts.length} contacts assigned.`);
    await untilTaken(core, contacts.length);
    const team = new Team(core, person, options.seed);
    const act = (): Promise<void> => team.act(stage.connectionId, clock.now());
    await untilEnded(core, clock, outside.mail, { act, onProgress: options.onProgress });
    const expected = contacts.map((contact) => expectation(core, stage, outside.mail, contact));
    const findings = await lookAtCrm(person, expected);
    const budget = await clientOf(core).connections.budget({ id: stage.connectionId });
    const leads = expected.flatMap((each) => each.lead ?? []);
    return {
      contacts: contacts.length,
      leads: leads.length,
      notes: findings.notes,
      emailsLogged: findings.emailsLogged,
      tasks: findings.tasks,
      handedBack: findings.handedBack,
      byState: countBy(leads.map((lead) => lead.state)),
      passed: countBy(leads.flatMap((lead) => [...new Set(statesOf(core, lead.id))])),
      crmCalls: budget.calls.reduce((sum, each) => sum + each.count, 0),
      durationMs: Math.round(performance.now() - began),
      problems: [...findings.problems, ...openRows(core)],
    };
  } finally {
    await close();
    await outside.stop();
    rmSync(directory, { recursive: true, force: true });
  }
}

async function openOutside(options: OnceOptions, clock: ManualClock): Promise<Outside> {
  const { seed, contacts, hubSpot } = options;
  if (hubSpot === null) {
    const sandbox = await startSandbox({ contacts: Math.max(500, contacts * 2), seed, limits: 'off' });
    sandbox.mail.advanceTo(clock.now());
    const { url, serviceKey: token, mailUrl, mailToken, mail } = sandbox;
    return { url, token, mailUrl, mailToken, mail, stop: () => sandbox.stop() };
  }
  const { world, url: mailUrl, mailToken, stop } = await startMailWorld({ clock, seed });
  return { ...hubSpot, mailUrl, mailToken, mail: world, stop };
}

/** Contacts that nobody worked on before, half to each assistant; with what they were before. */
async function assign(person: Person, wanted: number): Promise<readonly SeenRecord[]> {
  const owners = await person.owners();
  const assistants = DEMO_ASSISTANTS.flatMap((assistant) => owners.get(assistant.email) ?? []);
  if (assistants.length < DEMO_ASSISTANTS.length) throw new Error('The assistants are no users of this CRM.');
  const active = new Set(owners.values());
  const chosen: SeenRecord[] = [];
  const properties = ['email', 'hubspot_owner_id', 'baton_lead_connection_status'];
  for await (const contact of person.contacts(properties)) {
    const owner = contact.properties['hubspot_owner_id'] ?? '';
    const isFree = !contact.properties['baton_lead_connection_status'] && !assistants.includes(owner);
    if (isFree && (owner === '' || active.has(owner))) chosen.push(contact);
    if (chosen.length === wanted) break;
  }
  if (chosen.length < wanted)
    throw new Error(`The CRM has only ${chosen.length} contacts for the demo; ${wanted} are needed.`);
  for (const [index, ownerId] of assistants.entries()) {
    const share = chosen.filter((_, nth) => nth % assistants.length === index);
    await person.assign(
      share.map((contact) => contact.id),
      ownerId,
    );
  }
  return chosen;
}

/** Search may lag: looks until every assignment was found. */
async function untilTaken(core: Core, wanted: number): Promise<void> {
  for (let look = 0; look < AT_MOST_UNTIL_TAKEN; look += 1) {
    await core.pollNow();
    const { total } = core.context.store.leads.page({}, { by: 'created', descending: false }, 0, 1);
    if (total >= wanted) return;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

async function untilEnded(
  core: Core,
  clock: ManualClock,
  mail: MailWorld,
  people: { readonly act: () => Promise<void>; readonly onProgress: (line: string) => void },
): Promise<void> {
  const start = clock.now();
  let toldAt = start;
  for (;;) {
    await people.act();
    await core.drain();
    const open = core.context.store.leads.ids({ custody: ['Held', 'HandingBack'] }, 1).length;
    const times = [core.nextWorkAt(), mail.nextDueAt()].filter((time) => time !== null);
    if (open === 0 && core.context.store.outbox.counts().waiting === 0) return;
    const next = times.length === 0 ? clock.now() + STRIDE : Math.min(...times);
    clock.advanceTo(Math.max(next, clock.now() + STRIDE));
    mail.advanceTo(clock.now());
    if (clock.now() - toldAt > 5 * 24 * HOUR) {
      toldAt = clock.now();
      const ended = core.context.store.leads.page(
        { custody: ['HandedBack'] },
        { by: 'created', descending: false },
        0,
        1,
      );
      people.onProgress(
        `Day ${Math.round((toldAt - start) / (24 * HOUR))}: ${ended.total} leads handed back.`,
      );
    }
    if (clock.now() - start > LONGEST) throw new Error('Some leads never ended within the simulated time.');
  }
}

function expectation(core: Core, stage: Stage, mail: MailWorld, contact: SeenRecord): Expectation {
  const address = (contact.properties['email'] ?? '').toLowerCase();
  const all = mail.all();
  const lead = core.context.store.leads.byRecord(stage.connectionId, contact.id);
  return {
    contactId: contact.id,
    ownerBefore: contact.properties['hubspot_owner_id'] ?? '',
    mails: {
      sent: all.sent.filter((each) => each.to.some((to) => to.address.toLowerCase() === address)).length,
      received: all.received.filter((each) => each.prospect === address).length,
    },
    lead,
    tasks: lead === null ? 0 : tasksOf(core, lead.id),
  };
}

/** Every state a lead was in. */
function statesOf(core: Core, leadId: string): readonly string[] {
  return core.context.store.journal.ofLead(leadId).flatMap((entry) => entry.to ?? []);
}

/** A task each time a lead became Hot or was at risk; none when what was before returned. */
function tasksOf(core: Core, leadId: string): number {
  return core.context.store.journal
    .ofLead(leadId)
    .filter(
      ({ event, from, to }) =>
        from !== to && (to === 'Hot' || to === 'LeadAtRisk') && event !== 'owner-answered',
    ).length;
}

function openRows(core: Core): readonly string[] {
  return core.context.store.outbox
    .attention(20)
    .map((row) => `Record ${row.recordId ?? '?'}: ${row.kind} needs attention: ${row.reason ?? ''}`);
}

function countBy(words: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
}
