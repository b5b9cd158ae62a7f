import { EventEmitter } from 'node:events';
import type {} from 'electron';
import { outside } from './outside.ts';

type Parts = Pick<Electron.Notification, 'show' | 'close' | 'title' | 'body' | 'actions'>;

/** A native notification that a test may click. */
export class Notification extends EventEmitter implements Parts {
  title: string;
  body: string;
  actions: Electron.NotificationAction[];
  isShown = false;

  constructor(options: Electron.NotificationConstructorOptions = {}) {
    super();
    this.title = options.title ?? '';
    this.body = options.body ?? '';
    this.actions = options.actions ?? [];
  }
  static isSupported(): boolean {
    return true;
  }
  /** What a user does: a click on it, or on its button of that place. */
  press(button: number | null = null): void {
    if (button === null) this.emit('click', {});
    else this.emit('action', { actionIndex: button }, button);
  }
  show(): void {
    this.isShown = true;
    outside.notifications.push(this);
    this.emit('show', {});
  }
  close(): void {
    this.isShown = false;
    this.emit('close', {});
  }
}
