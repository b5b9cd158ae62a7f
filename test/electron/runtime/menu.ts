import type {} from 'electron';
import { PreventableEvent } from './event.ts';

type Template = readonly (Electron.MenuItemConstructorOptions | MenuItem)[];

/** An entry; `press` is what a click of the user does. */
export class MenuItem {
  readonly id: string;
  readonly role: string | null;
  readonly type: string;
  readonly accelerator: string | null;
  readonly submenu: Menu | null;
  label: string;
  enabled: boolean;
  visible: boolean;
  checked: boolean;
  readonly #click: Electron.MenuItemConstructorOptions['click'];

  constructor(options: Electron.MenuItemConstructorOptions) {
    if (options.type === 'submenu' && options.submenu === undefined) throw new Error('Invalid submenu');
    this.id = options.id ?? '';
    this.role = options.role ?? null;
    this.type = options.type ?? (options.submenu === undefined ? 'normal' : 'submenu');
    this.accelerator = typeof options.accelerator === 'string' ? options.accelerator : null;
    this.label = options.label ?? options.role ?? '';
    this.enabled = options.enabled ?? true;
    this.visible = options.visible ?? true;
    this.checked = options.checked ?? false;
    this.submenu = Array.isArray(options.submenu) ? Menu.buildFromTemplate(options.submenu) : null;
    this.#click = options.click;
  }

  press(): void {
    if (!this.enabled || !this.visible) throw new Error(`"${this.label}" can't be chosen now.`);
    if (this.type === 'checkbox') this.checked = !this.checked;
    const event = new PreventableEvent() as unknown as Electron.KeyboardEvent;
    this.#click?.(this as unknown as Electron.MenuItem, undefined, event);
  }
}

/** A menu as its template says. */
export class Menu {
  static #application: Menu | null = null;
  readonly items: readonly MenuItem[];

  constructor(items: readonly MenuItem[] = []) {
    this.items = items;
  }
  static buildFromTemplate(template: Template): Menu {
    return new Menu(template.map((item) => (item instanceof MenuItem ? item : new MenuItem(item))));
  }
  static setApplicationMenu(menu: Menu | null): void {
    Menu.#application = menu;
  }
  static getApplicationMenu(): Menu | null {
    return Menu.#application;
  }
  getMenuItemById(id: string): MenuItem | null {
    return this.all().find((item) => item.id === id) ?? null;
  }
  popup(): void {
    // Nobody sees it here.
  }
  /** Entries of this menu and of those below it. */
  all(): readonly MenuItem[] {
    return this.items.flatMap((item) => [item, ...(item.submenu?.all() ?? [])]);
  }
}
