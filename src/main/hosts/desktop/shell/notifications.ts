import { Notification } from 'electron';
import type { NativeNotice, Notifier } from '#core/ports/notifier.ts';
import { shownNotices, type Shown } from './notice-groups.ts';

/** Notices come in bursts, after a sleep of the machine above all: what comes within this is shown together, ms. */
const SETTLE_MS = 1_500;
/** The newest stay reachable: a notification that is collected as garbage cannot be clicked. */
const MOST_KEPT = 20;

interface NotificationParts {
  /** Brings the window to the front at a screen. */
  show(screen: string): void;
  /** Whether the user wants notifications of the system. */
  isWanted(): boolean;
  /** Somebody looks at the window: it tells them itself. */
  isInView(): boolean;
  /** The window is locked: names stay inside. */
  isLocked(): boolean;
}

/** Notices as notifications of the operating system, each with what solves it a click away. */
export class NativeNotifications implements Notifier {
  readonly #parts: NotificationParts;
  #waiting: NativeNotice[] = [];
  #kept: readonly Notification[] = [];

  constructor(parts: NotificationParts) {
    this.#parts = parts;
  }

  notify(notice: NativeNotice): void {
    if (!this.#parts.isWanted() || !Notification.isSupported()) return;
    this.#waiting.push(notice);
    if (this.#waiting.length === 1) setTimeout(() => this.#showAll(), SETTLE_MS).unref();
  }

  #showAll(): void {
    const notices = this.#waiting;
    this.#waiting = [];
    if (this.#parts.isInView()) return;
    for (const shown of shownNotices(notices)) this.#show(shown);
  }

  #show({ title, body, group, button, screen }: Shown): void {
    const notification = new Notification({
      title,
      body: this.#parts.isLocked() ? 'Unlock Baton to read it.' : body,
      groupId: group,
      actions: [{ type: 'button', text: button }],
    });
    const open = (): void => this.#parts.show(screen);
    // Systems without buttons have the click.
    notification.on('click', open);
    notification.on('action', open);
    notification.show();
    this.#kept = [notification, ...this.#kept].slice(0, MOST_KEPT);
  }
}
