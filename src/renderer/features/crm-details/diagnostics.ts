import type { ConnectionView, IntegrationRow } from '#contract/connections.ts';

interface Program {
  readonly version: string;
  readonly host: string;
  /** The program's time, milliseconds UTC. */
  readonly now: number;
}

/** `lena.fischer@northwind.example` → `l…@northwind.example`: enough to compare, too little to write to. */
export function redactAddress(address: string): string {
  const at = address.lastIndexOf('@');
  return at < 1 ? '…' : `${address.slice(0, 1)}…${address.slice(at)}`;
}

/** Takes addresses and anything that looks like a token out of other people's sentences. */
export function redactText(text: string): string {
  return text
    .replaceAll(/[\w.+-]+@[\w-]+(\.[\w-]+)+/g, (address) => redactAddress(address))
    .replaceAll(/\b(pat-[\w-]+|[\w-]{24,})\b/g, '…');
}

const when = (at: number | null): string => (at === null ? 'never' : new Date(at).toISOString());

/** What helps somebody else to see why a status is as it is. No token, no name, no whole address. */
export function diagnosticsText(connection: ConnectionView, row: IntegrationRow, program: Program): string {
  return [
    `Baton ${program.version}, ${program.host}, ${when(program.now)}`,
    `Status: ${row.status}, checked ${when(row.checkedAt)}`,
    `Assistant: ${row.assistantEmail === null ? 'none' : redactAddress(row.assistantEmail)}`,
    `Connection: ${connection.provider}, ${connection.status}, account ${connection.accountId}`,
    `Server: ${connection.baseUrl ?? 'the provider’s own'}, zone ${connection.timeZone}`,
    `Identity: ${redactText(connection.identity)}`,
    ...(connection.failure === null ? [] : [`Failure: ${redactText(connection.failure)}`]),
    `Names: ${connection.preset}, assignment by ${connection.assignment}, guard ${connection.guardOn ? 'on' : 'off'}`,
    `Last read: ${when(connection.lastSyncAt)}, schedules synced: ${when(connection.schedulesSyncedAt)}`,
    `Key kept in: ${connection.tokenKept.where}`,
  ].join('\n');
}
