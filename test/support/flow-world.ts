import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { MonotonicTime } from '#adapters/http/monotonic-time.ts';
import { sandboxMailboxes } from '#adapters/mail/sandbox-mailboxes.ts';
import type { SignedLinks } from '#adapters/tracking/signed-links.ts';
import { manualClock, type ManualClock } from '#adapters/system/manual-clock.ts';
import type { AssistantDraft } from '#contract/assistants.ts';
import type { ActivityRow } from '#contract/activity.ts';
import type { ActionChoice, LeadAction } from '#contract/leads.ts';
import type { NamingPreset } from '#contract/names.ts';
import type { Core } from '#core/core.ts';
import type { DomainLookup } from '#core/ports/domain-lookup.ts';
import type { Lead } from '#core/domain/leads/lead.ts';
import { openCore, type RunningCore } from '#hosts/core-world.ts';
import { clientOf, DEMO_ASSISTANTS, setTheStage } from '#hosts/demo/set-the-stage.ts';
import { createClock } from '#sandbox/control/clock.ts';
import { startSandbox, type Sandbox, type SandboxOptions } from '#sandbox/sandbox.ts';
import type { ReceivedMail, ReplyKind, SentMail } from '#sandbox/world/mail-types.ts';
import { FlowPortal } from './flow-portal.ts';
import { impatientTime } from './impatient-time.ts';
import { watchedVault } from './watched-vault.ts';

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** A Monday, 10:00 in Berlin: the assistants of the stage are at work. */
export const MONDAY = Date.UTC(2026, 8, 7, 8);

/** The name that the stage's preset gives the Lead Connection Status. */
export const STATUS = 'baton_lead_connection_status';

export const [ROSIE, MILES] = DEMO_ASSISTANTS;

export interface FlowWorldOptions {
  readonly sandbox?: SandboxOptions;
  /** false: a fresh install, nothing is connected. */
  readonly stage?: boolean;
  /** How far this machine's clock is ahead of the CRM's, ms. */
  readonly skew?: number;
  /** The team's public address; then it alone tells of opens and clicks. */
  readonly publicUrl?: string;
  /** false: the sandbox's mailbox tells of no opens and clicks. */
  readonly measuresEngagement?: false;
  /** Mails a day of each assistant of the stage; 50 when absent. */
  readonly dailyLimit?: number;
  /** Mail goes over real servers instead of the sandbox's mailbox, once assistants have accounts there. */
  readonly mail?: NonNullable<Parameters<typeof openCore>[0]['mail']>;
  /** What the DNS answers; nothing when absent: no test asks a real one. */
  readonly dns?: DomainLookup;
  /** The consent is asked for with PKCE. */
  readonly pkce?: true;
  /** Which machine it is; the same one for every data folder when absent. */
  readonly machine?: { readonly id: string; readonly name: string };
}

/** Another machine with an account of the same CRM; `closeMachine` it in `afterEach`. */
export async function openOtherMachine(
  first: FlowWorld,
  machine: NonNullable<FlowWorldOptions['machine']>,
): Promise<FlowWorld> {
  const world = new FlowWorld(first.sandbox, { machine });
  await world.openFreshInstall();
  await world.connect();
  for (const { name, email } of DEMO_ASSISTANTS) await world.createAssistant({ name, email });
  return world;
}

/** Opens a world; `close` it in `afterEach`. */
export async function openFlowWorld(options: FlowWorldOptions = {}): Promise<FlowWorld> {
  const sandbox = await startSandbox({
    contacts: 0,
    limits: 'off',
    mix: {},
    clock: createClock({ startAt: MONDAY, frozen: true }),
    ...options.sandbox,
  });
  const world = new FlowWorld(sandbox, options);
  await world.openFreshInstall();
  if (options.stage !== false) await world.setStage();
  return world;
}

/**
 * The whole product on one machine: the real core on a real database file, the sandbox over HTTP, and people who do
 * things in the CRM. Time stands still until a test moves it.
 */
export class FlowWorld extends FlowPortal {
  readonly #options: FlowWorldOptions;
  readonly #clock: ManualClock;
  readonly #directories: string[] = [];
  /** What the keychain holds; it stays when the program ends. */
  readonly vault = watchedVault();
  /** Short waits between calls are over at once; pauses of hours last as long as the world's clock says. */
  readonly #time: MonotonicTime;
  #running: RunningCore | null = null;
  connectionId = '';
  assistantIds: readonly string[] = [];

  constructor(sandbox: Sandbox, options: FlowWorldOptions) {
    super(sandbox);
    this.#options = options;
    this.#clock = manualClock(sandbox.clock.now() + (options.skew ?? 0));
    const { now, after } = impatientTime();
    this.#time = { now: () => this.#clock.now() + now(), after };
  }

  get #isMeasured(): boolean {
    return this.#options.publicUrl === undefined && this.#options.measuresEngagement !== false;
  }

  get core(): Core {
    if (this.#running === null) throw new Error('The program is not running.');
    return this.#running.core;
  }

  /** What the public address would read. */
  get links(): SignedLinks {
    const links = this.#running?.links ?? null;
    if (links === null) throw new Error('There is no public address.');
    return links;
  }

  get api(): ReturnType<typeof clientOf> {
    return clientOf(this.core);
  }

  /** The program's clock. */
  get now(): number {
    return this.#clock.now();
  }

  // The program

  /** A new machine: an empty data folder. */
  async openFreshInstall(): Promise<void> {
    await this.quit();
    this.#directories.push(mkdtempSync(join(tmpdir(), 'baton-flow-')));
    await this.open();
  }

  /** Starts the program on its data folder. */
  async open(directory = this.directory): Promise<void> {
    if (directory !== this.directory) this.#directories.push(directory);
    this.#running = await openCore({
      dataDirectory: directory,
      clock: this.#clock,
      ...(this.#options.mail === undefined
        ? {
            mailboxes: {
              ...sandboxMailboxes({ url: this.sandbox.mailUrl, token: this.sandbox.mailToken }),
              ...(this.#isMeasured ? {} : { measuresEngagement: false }),
            },
          }
        : { mail: this.#options.mail }),
      ...(this.#options.publicUrl === undefined ? {} : { publicUrl: this.#options.publicUrl }),
      notifier: { notify: () => undefined },
      host: {
        kind: 'hub',
        version: '0.0.0',
        leadUrl: (leadId) => `https://baton.example/#/leads/${leadId}`,
        demo: null,
      },
      dns: this.#options.dns ?? { txt: () => Promise.resolve({ kind: 'none' }) },
      machine: this.#options.machine ?? { id: 'desk', name: 'Desk' },
      vault: this.vault,
      oauth: { pkce: this.#options.pkce ?? false, time: this.#time },
      hubSpot: {
        pace: 'unlimited',
        time: this.#time,
        wallNow: () => this.#clock.now(),
      },
    });
    this.core.start();
  }

  get directory(): string {
    const directory = this.#directories.at(-1);
    if (directory === undefined) throw new Error('There is no data folder yet.');
    return directory;
  }

  /** Ends the program as it stands; what waits stays in its database. */
  async quit(): Promise<void> {
    await this.#running?.close();
    this.#running = null;
  }

  async restart(): Promise<void> {
    await this.quit();
    await this.open();
  }

  /** Ends everything. */
  async close(): Promise<void> {
    await this.closeMachine();
    await this.sandbox.stop();
  }

  /** Ends the program and removes what it kept; the CRM goes on. */
  async closeMachine(): Promise<void> {
    await this.quit();
    for (const directory of this.#directories) rmSync(directory, { recursive: true, force: true });
  }

  /** Connects, makes Rosie and Miles users of the CRM, sets the fields up, leaves what they owned before. */
  async setStage(): Promise<void> {
    const { url, serviceKey: token } = this.sandbox;
    const rules = { timeZone: 'Europe/Berlin', dailyLimit: this.#options.dailyLimit ?? 50 };
    const stage = await setTheStage(this.core, { url, token, name: 'Portal' }, rules);
    this.connectionId = stage.connectionId;
    this.assistantIds = stage.assistantIds;
    await this.core.drain();
  }

  async connect(preset: NamingPreset = 'Baton', readOnly = false): Promise<void> {
    const { url, serviceKey: token } = this.sandbox;
    const input = { provider: 'hubspot', name: 'Portal', token, baseUrl: url, preset, readOnly } as const;
    const { id } = await this.api.connections.connect(input);
    this.connectionId = id;
    await this.core.drain();
  }

  /** Creates an assistant in the app; a person invites her in the CRM separately. */
  async createAssistant(
    words: Partial<AssistantDraft> & Pick<AssistantDraft, 'name' | 'email'>,
  ): Promise<string> {
    await this.advance(SECOND);
    const blank = await this.api.assistants.blank();
    const rules = { ...blank.rules, timeZone: 'Europe/Berlin' };
    const { id } = await this.api.assistants.create({ ...blank, rules, context: 'bees', ...words });
    this.assistantIds = [...this.assistantIds, id];
    await this.core.drain();
    return id;
  }

  async changeAssistant(which: number, changes: Partial<AssistantDraft>): Promise<void> {
    const id = this.assistantIds[which] ?? '';
    const {
      createdAt: _c,
      activeLeads: _l,
      sentToday: _s,
      scheduleName: _n,
      ...view
    } = await this.api.assistants.get({ id });
    await this.api.assistants.update({ ...view, ...changes });
  }

  /** Changes switches of the connection. */
  async changeConnection(changes: {
    guardOn?: boolean;
    taskOnHot?: boolean;
    stopCompany?: boolean;
    fallbackOwnerId?: string | null;
    assignment?: 'owner' | 'property';
  }): Promise<void> {
    const { id, version, name, guardOn, taskOnHot, stopCompany, fallbackOwnerId, assignment } =
      await this.connection();
    const now = { id, version, name, guardOn, taskOnHot, stopCompany, fallbackOwnerId, assignment };
    await this.api.connections.update({ ...now, ...changes });
  }

  async connection() {
    const view = (await this.api.connections.list()).find((each) => each.id === this.connectionId);
    if (view === undefined) throw new Error('There is no connection.');
    return view;
  }

  // Time

  /** Somebody sets the clock of this machine, by so much. */
  setClock(by: number): void {
    this.#clock.set(by);
  }

  /** Time passes for everybody; what becomes due is done. */
  async advance(ms: number): Promise<void> {
    this.sandbox.clock.advance(ms);
    this.#sync();
    await this.core.drain();
  }

  /** Five seconds later the program looks at everything outside. */
  async poll(times = 1): Promise<void> {
    for (let nth = 0; nth < times; nth += 1) {
      this.sandbox.clock.advance(5 * SECOND);
      this.#sync();
      await this.core.pollNow();
    }
  }

  /** Lets time pass from one planned moment to the next until `done`, at most for so long. */
  async passUntil(done: () => boolean, atMost = 60 * DAY): Promise<void> {
    const end = this.now + atMost;
    while (!done()) {
      const times = [this.core.nextWorkAt(), this.sandbox.mail.nextDueAt()].filter((time) => time !== null);
      const next = Math.max(times.length === 0 ? this.now : Math.min(...times), this.now + MINUTE);
      if (next > end) throw new Error(`It did not come about within ${atMost / DAY} days.`);
      this.sandbox.clock.advance(next - this.now);
      this.#sync();
      await this.core.pollNow();
    }
  }

  /** Waits out the pauses between tries until nothing waits to be delivered. */
  async untilDelivered(): Promise<void> {
    await this.core.drain();
    for (let round = 0; round < 50 && this.core.context.store.outbox.counts().waiting > 0; round += 1) {
      const next = this.core.context.store.outbox.nextAttemptAt() ?? this.now;
      await this.advance(Math.max(SECOND, next - this.now));
    }
  }

  /** Waits out the pauses between tries; what waits for a person to mend something stays. */
  async untilStill(): Promise<void> {
    for (let round = 0; round < 10; round += 1) await this.advance(3 * SECOND);
  }

  #sync(): void {
    this.#clock.advanceTo(this.sandbox.clock.now() + (this.#options.skew ?? 0));
    this.sandbox.mail.advanceTo(this.#clock.now());
  }

  // People

  assign(contacts: string | readonly string[], who: { readonly email: string } = ROSIE): void {
    this.person.assign(typeof contacts === 'string' ? [contacts] : contacts, this.ownerId(who));
  }

  /** A contact that an assistant has taken up. */
  async taken(
    values: Readonly<Record<string, string>> = {},
    who: { readonly email: string } = ROSIE,
  ): Promise<string> {
    const id = this.contact(values);
    this.assign(id, who);
    await this.poll();
    return id;
  }

  /** The first message to this contact has gone out. */
  async mailed(values: Readonly<Record<string, string>> = {}): Promise<string> {
    const id = await this.taken(values);
    await this.passUntil(() => this.mailsTo(id).length > 0);
    return id;
  }

  /** A button on the lead of a contact; what it skipped, and why. */
  async press(contactId: string, action: LeadAction, more: Partial<ActionChoice> = {}) {
    const target = { kind: 'ids' as const, ids: [this.lead(contactId).id] };
    const chosen = { scheduleId: null, assistantId: null, ...more };
    const result = await this.api.leads.act({ action, target, ...chosen });
    await this.poll();
    return result;
  }

  /** The prospect answers the last mail now, and the assistant reads it. */
  async reply(contactId: string, kind: ReplyKind): Promise<ReceivedMail> {
    const address = this.value(contactId, 'email');
    const mail = this.sandbox.mail.answerNow(address, kind);
    if (mail === null) throw new Error(`${address} never got a mail.`);
    await this.poll();
    return mail;
  }

  mailsTo(contactId: string): SentMail[] {
    const address = this.value(contactId, 'email');
    return this.sandbox.mail.all().sent.filter((mail) => mail.to.some((to) => to.address === address));
  }

  /** The lead of a contact; null: none. */
  leadOf(contactId: string): Lead | null {
    return this.core.context.store.leads.byRecord(this.connectionId, this.record(contactId).id);
  }

  lead(contactId: string): Lead {
    const lead = this.leadOf(contactId);
    if (lead === null) throw new Error(`Contact ${contactId} became no lead.`);
    return lead;
  }

  /** Activity of the program, newest first. */
  async activity(filter: { leadId?: string; kinds?: string[] } = {}): Promise<ActivityRow[]> {
    return (await this.api.activity.page({ filter, before: null, limit: 200 })).rows;
  }
}
