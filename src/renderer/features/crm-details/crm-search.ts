/** The parts of a connection's page. */
export const CRM_TABS = [
  'assistants',
  'fields',
  'schedules',
  'hand-back',
  'switches',
  'permissions',
  'budget',
] as const;
export type CrmTab = (typeof CRM_TABS)[number];

/** What the address of CRM Details holds: `#/crm-details/<id>?tab=fields`. */
export interface CrmSearch {
  readonly tab?: CrmTab | undefined;
  /** A question of this connection stands open. */
  readonly ask?: 'continue' | undefined;
  /** What is to be said of a link that led here: its answer of a consent page belongs to nothing that waits. */
  readonly said?: 'not-ours' | undefined;
}

/** Reads a tab's name; undefined: there is none of it. */
export function tabOf(value: unknown): CrmTab | undefined {
  return CRM_TABS.find((tab) => tab === value);
}

/** Reads the address; what it does not understand it leaves out. */
export function readCrmSearch(raw: Record<string, unknown>): CrmSearch {
  const tab = tabOf(raw.tab);
  return {
    ...(tab === undefined ? {} : { tab }),
    ...(raw.ask === 'continue' ? { ask: 'continue' } : {}),
    ...(raw.said === 'not-ours' ? { said: 'not-ours' } : {}),
  };
}
