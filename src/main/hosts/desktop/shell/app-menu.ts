import type { MenuItemConstructorOptions } from 'electron';

/** What the menu can do; screens are named by their address. */
export interface MenuActions {
  show(screen: string | null): void;
  openPalette(): void;
  stopEverything(): void;
  quit(): void;
}

/** The pages in the order of the navigation: their shortcut is their number. */
const PAGES: readonly (readonly [label: string, screen: string])[] = [
  ['Leads', '/leads'],
  ['Responses', '/responses'],
  ['Needs attention', '/attention'],
  ['Activity', '/activity'],
  ['Assistants', '/assistants'],
  ['Schedules', '/schedules'],
  ['CRM Details', '/crm-details'],
  ['Data', '/data'],
];

/** The application's menu, as each platform's users expect it. */
export function appMenu(actions: MenuActions, platform: string): MenuItemConstructorOptions[] {
  const isMac = platform === 'darwin';
  const quit: MenuItemConstructorOptions = {
    id: 'quit',
    label: isMac ? 'Quit Baton' : 'Quit',
    accelerator: 'CmdOrCtrl+Q',
    click: () => actions.quit(),
  };
  const stop: MenuItemConstructorOptions = {
    id: 'stop',
    label: 'Stop everything',
    accelerator: 'CmdOrCtrl+Shift+.',
    // The page has the same shortcut; the menu only shows it.
    registerAccelerator: false,
    click: () => actions.stopEverything(),
  };
  const separator: MenuItemConstructorOptions = { type: 'separator' };
  const own: MenuItemConstructorOptions[] = isMac
    ? [
        {
          label: 'Baton',
          submenu: [
            { role: 'about' },
            separator,
            stop,
            separator,
            { role: 'services' },
            separator,
            { role: 'hide' },
            { role: 'hideOthers' },
            { role: 'unhide' },
            separator,
            quit,
          ],
        },
      ]
    : [{ label: '&File', submenu: [stop, separator, { role: 'close' }, quit] }];
  return [
    ...own,
    { role: 'editMenu' },
    {
      label: '&Go',
      submenu: [
        {
          id: 'palette',
          label: 'Search or do…',
          accelerator: 'CmdOrCtrl+K',
          // The page has the same shortcut; the menu only shows it.
          registerAccelerator: false,
          click: () => actions.openPalette(),
        },
        separator,
        ...PAGES.map(([label, screen], index) => ({
          id: `go:${screen}`,
          label,
          accelerator: `CmdOrCtrl+${index + 1}`,
          click: () => actions.show(screen),
        })),
      ],
    },
    {
      label: '&View',
      submenu: [
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        separator,
        { role: 'togglefullscreen' },
      ],
    },
    { role: 'windowMenu' },
  ];
}
