import { useMantineColorScheme } from '@mantine/core';
import {
  IconBolt,
  IconDeviceDesktop,
  IconHandStop,
  IconLock,
  IconMoon,
  IconPlayerPlay,
  IconSun,
} from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { LEAD_ACTIONS } from '#contract/leads.ts';
import { api } from '../../api/client.ts';
import { ResumeDialog, STOP_SHORTCUT } from '../../ui/halt.tsx';
import { LOCK_SHORTCUT, useLock } from '../../ui/lock-button.tsx';
import { BY_HAND, DAILY, SETTINGS } from '../../ui/pages.ts';
import { useHaltedSince, useStop } from '../../ui/use-halt.ts';
import { ACTION_LABELS } from '../leads/lead-words.ts';
import { useLeadActions } from '../leads/use-lead-actions.tsx';
import type { PaletteEntry, PaletteGroup } from './palette-entries.ts';

/** What the palette offers without a search; `dialogs` are the questions of what it does. */
export function usePaletteGroups(): {
  readonly groups: readonly PaletteGroup[];
  readonly dialogs: ReactNode;
} {
  const navigate = useNavigate();
  const { entries: lead, title, dialogs } = useLeadEntries();
  const { entries: controls, dialog } = useControls();
  const pages: readonly PaletteEntry[] = [...DAILY, ...BY_HAND, ...SETTINGS].map(
    ({ to, label, words, icon }) => ({
      id: `page-${to.slice(1)}`,
      label,
      words: `go open page ${words}`,
      icon,
      run: () => void navigate({ to }),
    }),
  );
  return {
    dialogs: (
      <>
        {dialogs}
        {dialog}
      </>
    ),
    groups: [
      { title, entries: lead },
      { title: 'Pages', entries: pages },
      { title: 'Program', entries: controls },
    ],
  };
}

/** What can be done now with the lead in view; a lead whose state forbids it offers it not. */
function useLeadEntries() {
  const { leadId } = useParams({ strict: false });
  const actions = useLeadActions();
  const { data } = useQuery(
    api.leads.get.queryOptions({ input: { id: leadId ?? '' }, enabled: leadId !== undefined }),
  );
  const detail = leadId === undefined ? undefined : data;
  const possible = new Set(detail?.actions.filter((each) => each.possible).map((each) => each.action));
  const name = detail === undefined ? '' : detail.lead.name || detail.lead.email;
  const entries = LEAD_ACTIONS.filter((action) => possible.has(action)).map((action): PaletteEntry => ({
    id: `act-${action}`,
    label: ACTION_LABELS[action],
    detail: name,
    icon: IconBolt,
    run: () => void actions.run({ action, target: { kind: 'ids', ids: [leadId ?? ''] }, count: 1 }),
  }));
  return { entries, title: 'This lead', dialogs: actions.dialogs };
}

/** The controls of the program; `dialog` asks before everything goes on. */
function useControls(): { readonly entries: readonly PaletteEntry[]; readonly dialog: ReactNode } {
  const { colorScheme, setColorScheme } = useMantineColorScheme({ keepTransitions: true });
  const since = useHaltedSince();
  const stop = useStop();
  const [resuming, setResuming] = useState(false);
  const lock = useLock();
  const schemes = [
    { value: 'light', label: 'Colours: light', icon: IconSun },
    { value: 'dark', label: 'Colours: dark', icon: IconMoon },
    { value: 'auto', label: 'Colours: as the system', icon: IconDeviceDesktop },
  ] as const;
  const entries: readonly PaletteEntry[] = [
    ...(since === null
      ? [
          {
            id: 'stop',
            label: 'Stop everything',
            words: 'halt pause emergency',
            keys: STOP_SHORTCUT,
            icon: IconHandStop,
            run: () => stop.mutate(undefined),
          },
        ]
      : [
          {
            id: 'resume',
            label: 'Resume…',
            words: 'go on continue start',
            icon: IconPlayerPlay,
            run: () => setResuming(true),
          },
        ]),
    {
      id: 'lock',
      label: 'Lock now',
      keys: LOCK_SHORTCUT,
      icon: IconLock,
      run: () => lock.mutate(),
    },
    ...schemes
      .filter(({ value }) => value !== colorScheme)
      .map(({ value, label, icon }) => ({
        id: `colours-${value}`,
        label,
        words: 'theme scheme mode',
        icon,
        run: () => setColorScheme(value),
      })),
  ];
  return { entries, dialog: <ResumeDialog opened={resuming} onClose={() => setResuming(false)} /> };
}
