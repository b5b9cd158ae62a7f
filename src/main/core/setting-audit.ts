import type { Role } from '#contract/names.ts';
import type { CoreContext } from './context.ts';
import { userName } from './domain/crm/previous-owner.ts';
import {
  connectionSettings,
  turnedSettings,
  writingSettings,
  type SettingWords,
} from './domain/settings/setting-changes.ts';
import type { WritingRules } from './domain/drafts/draft.ts';
import type { SettingChange } from './ports/store/audit.ts';
import type { Connection } from './ports/store/rows.ts';

/** The lines of the audit for a connection that is about to be written: part of the same commit. */
export function auditConnection(
  core: CoreContext,
  before: Connection,
  after: Connection,
  role: Role,
): readonly SettingChange[] {
  const { users, schedules } = core.store;
  const names = {
    user: (id: string): string => {
      const user = users.byId(before.id, id);
      return user === null ? `User ${id}` : userName(user);
    },
    schedule: (id: string): string => schedules.byId(id)?.name ?? 'a deleted one',
  };
  return lines(core, role, { connectionId: before.id, assistantId: null }, [
    connectionSettings(before, names),
    connectionSettings(after, names),
  ]);
}

/** The same for how an assistant's messages are written. */
export function auditWriting(
  core: CoreContext,
  before: WritingRules,
  after: WritingRules,
  role: Role,
): readonly SettingChange[] {
  return lines(core, role, { connectionId: null, assistantId: after.assistantId }, [
    writingSettings(before),
    writingSettings(after),
  ]);
}

function lines(
  core: CoreContext,
  role: Role,
  whose: Pick<SettingChange, 'connectionId' | 'assistantId'>,
  [before, after]: readonly [SettingWords, SettingWords],
): readonly SettingChange[] {
  const at = core.clock.now();
  return turnedSettings(before, after).map((turned) => ({
    id: core.ids.next(),
    ...whose,
    ...turned,
    role,
    at,
  }));
}
