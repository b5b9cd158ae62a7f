import type { LeadState } from '../leads/lead.ts';

/** What the CRM shows for a lead state: HubSpot's Lead Status and the Lead Connection Status. */
interface StatusRow {
  readonly state: LeadState;
  readonly contactStatus: string;
  readonly connectionStatus: string;
}

/** domain.md section 1, "Lead states, and what the CRM shows for each": exact spelling, 12 rows. */
export const STATUS_MAPPING: readonly StatusRow[] = [
  { state: 'Cold', contactStatus: 'IN_PROGRESS', connectionStatus: 'Cold' },
  { state: 'Engaged', contactStatus: 'IN_PROGRESS', connectionStatus: 'Engaged' },
  { state: 'Warm', contactStatus: 'IN_PROGRESS', connectionStatus: 'Warm' },
  { state: 'OutOfOffice', contactStatus: 'IN_PROGRESS', connectionStatus: 'OutOfOffice' },
  { state: 'Hot', contactStatus: 'CONNECTED', connectionStatus: 'Hot' },
  { state: 'Responded', contactStatus: 'CONNECTED', connectionStatus: 'Responded' },
  { state: 'UnSubscribed', contactStatus: 'UNQUALIFIED', connectionStatus: 'UnSubscribed' },
  { state: 'DeActivated', contactStatus: 'UNQUALIFIED', connectionStatus: 'DeActivated' },
  { state: 'LeadAtRisk', contactStatus: 'CONNECTED', connectionStatus: 'LeadAtRisk' },
  { state: 'Processed', contactStatus: 'QUALIFIED', connectionStatus: 'Processed' },
  { state: 'Pending', contactStatus: 'In_Progress', connectionStatus: 'Pending' },
  { state: 'New', contactStatus: 'NEW', connectionStatus: 'New' },
];

/** The table's row of a state. */
export function statusRowOf(state: LeadState): StatusRow {
  const row = STATUS_MAPPING.find((candidate) => candidate.state === state);
  if (row === undefined) throw new RangeError(`No CRM status is known for the lead state "${state}".`);
  return row;
}

/** The lead state that a Lead Connection Status names; null: none of the twelve. */
export function stateOfConnectionStatus(connectionStatus: string): LeadState | null {
  const wanted = connectionStatus.trim();
  return STATUS_MAPPING.find((row) => row.connectionStatus === wanted)?.state ?? null;
}

/** A value of the portal's Lead Status, or why none is written. */
export type ContactStatus = { readonly value: string } | { readonly notWritten: string };

/**
 * The Lead Status (`hs_lead_status`) to write for a state: the team's own choice, else the table's, and of it
 * the portal's own spelling (so `In_Progress` becomes its value for IN_PROGRESS). A value that the portal
 * lacks would be refused with 400, so it is not written and the reason is shown (domain.md section 1).
 */
export function contactStatusFor(
  state: LeadState,
  portalOptions: readonly string[],
  overrides: Readonly<Partial<Record<LeadState, string>>> = {},
): ContactStatus {
  const wanted = overrides[state] ?? statusRowOf(state).contactStatus;
  const own =
    portalOptions.find((option) => option === wanted) ??
    portalOptions.find((option) => option.toLowerCase() === wanted.toLowerCase());
  if (own !== undefined) return { value: own };
  return {
    notWritten:
      `Lead Status is not written for ${state}: the portal has no option "${wanted}". ` +
      'Add the option in the field set-up, or choose one of the portal for this state.',
  };
}
