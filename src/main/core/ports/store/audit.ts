import type { Role, SettingName } from '#contract/names.ts';
import type { Instant } from '../../domain/time.ts';

/** One line of the audit of switches: what was turned, by whom, from what to what in the words of that moment. */
export interface SettingChange {
  readonly id: string;
  /** null: it is the assistant's. */
  readonly connectionId: string | null;
  /** null: it is the connection's. */
  readonly assistantId: string | null;
  readonly setting: SettingName;
  readonly role: Role;
  readonly at: Instant;
  readonly from: string;
  readonly to: string;
}

export interface AuditChange {
  readonly settingChanges?: readonly SettingChange[];
}

export interface AuditQueries {
  /** Of the connection and of every assistant, newest first. */
  settingChanges(connectionId: string, limit: number): readonly SettingChange[];
}
