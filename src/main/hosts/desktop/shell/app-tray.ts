import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { Menu, nativeImage, Tray } from 'electron';
import type { NativeImage } from 'electron';
import { router } from '#core/api/router.ts';
import type { Core } from '#core/core.ts';
import { PROJECT } from '../../project-folder.ts';
import type { Rest } from './rest.ts';
import { shellState } from './shell-state.ts';
import type { ShellFacts, ShellStateKind } from './shell-state.ts';
import { startsAtLogin } from './start-at-login.ts';
import { trayMenu } from './tray-menu.ts';
import type { TrayActions } from './tray-menu.ts';

/** Changes come in bursts: one look tells of all of them. */
const SETTLE_MS = 500;

/** The icon in the notification area: the state at a glance, and a menu. It looks again whenever something changed. */
export class AppTray {
  readonly #core: Core;
  readonly #rest: Rest;
  readonly #actions: TrayActions;
  readonly #tray: Tray;
  readonly #unsubscribe: () => void;
  #shown = '';
  #queued: NodeJS.Timeout | null = null;

  constructor(core: Core, rest: Rest, actions: TrayActions) {
    this.#core = core;
    this.#rest = rest;
    this.#actions = actions;
    this.#tray = new Tray(icon('waiting'));
    this.#tray.on('click', () => actions.show(null));
    this.#unsubscribe = core.pushes.subscribe(() => this.lookSoon());
    this.lookSoon();
  }

  lookSoon(): void {
    this.#queued ??= setTimeout(() => {
      this.#queued = null;
      this.#look().catch((error: unknown) => this.#core.context.log.error('tray-failed', error));
    }, SETTLE_MS);
  }

  remove(): void {
    this.#unsubscribe();
    if (this.#queued !== null) clearTimeout(this.#queued);
    this.#tray.destroy();
  }

  async #look(): Promise<void> {
    const facts = await this.#facts();
    const state = shellState(facts, this.#clockTime);
    const switches = { startsAtLogin: startsAtLogin(), notifies: this.#actions.notifies() };
    // A menu that is open closes when it is replaced, so it is replaced only when it says something else.
    const now = JSON.stringify([state, facts.attention, facts.haltedSince, facts.pausedUntil, switches]);
    if (now === this.#shown || this.#tray.isDestroyed()) return;
    this.#shown = now;
    this.#tray.setImage(icon(state.kind));
    this.#tray.setToolTip(`Baton: ${state.line}`);
    this.#tray.setContextMenu(Menu.buildFromTemplate(trayMenu(state, facts, switches, this.#actions)));
  }

  async #facts(): Promise<ShellFacts> {
    const { store, halt } = this.#core.context;
    const counts = store.outbox.counts();
    const entries = await createRouterClient(router, { context: { core: this.#core } }).attention.list();
    return {
      haltedSince: halt.since,
      pausedUntil: this.#rest.pausedUntil,
      attention: entries.filter((entry) => entry.severity !== 'note').length,
      outgoing: counts.waiting + counts['in-flight'],
      leads: store.assistants.all().reduce((sum, { id }) => sum + store.assistants.activeLeads(id), 0),
      nextWorkAt: store.leads.nextDueAt(),
    };
  }

  /** The time of day; with the day when it is another one. */
  readonly #clockTime = (at: number): string => {
    const day = new Date(at).toDateString() === new Date(this.#core.context.clock.now()).toDateString();
    return new Intl.DateTimeFormat(undefined, {
      timeStyle: 'short',
      ...(day ? {} : { dateStyle: 'medium' }),
    }).format(at);
  };
}

/** macOS colours its menu bar itself, so it gets a drawing in black. */
function icon(kind: ShellStateKind): NativeImage {
  const isMac = process.platform === 'darwin';
  const image = nativeImage.createFromPath(
    join(PROJECT, 'resources', 'tray', `${kind}${isMac ? 'Template' : ''}.png`),
  );
  image.setTemplateImage(isMac);
  return image;
}
