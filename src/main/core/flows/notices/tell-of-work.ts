import type { CoreContext } from '../../context.ts';
import type { News } from '../../domain/notices/notice-events.ts';
import { localDay } from '../../domain/schedules/send-time.ts';
import type { NativeNotice } from '../../ports/notifier.ts';
import type { LeadImport } from '../../ports/store/imports.ts';
import type { Change } from '../../ports/store/change.ts';
import { showNotice } from './tell-admins.ts';
import { noticeSettingsOf } from './settings.ts';
import { tellOf } from './tell-people.ts';

/** The cursor that keeps on which day it was told of drafts last. */
const DRAFTS_TOLD = 'drafts-told';

/** A file of leads is through: part of the change that says so; `show` tells whoever looks, after the commit. */
export function importFinished(
  core: CoreContext,
  { id, name, source, connectionId, endedAt }: LeadImport,
): { readonly change: Change; show(): void } {
  if (source !== 'file' || connectionId === null) return { change: {}, show: () => undefined };
  const news = { event: 'import-finished', text: `The import of ${name} is finished.` } as const;
  const solvedAt = { button: 'Open the imports', screen: '/imports' };
  return telling(core, news, { key: `import/${id}/${endedAt ?? 0}`, connectionId }, solvedAt);
}

/** Drafts wait for a person: told once a day, while they do. */
export function watchDrafts(core: CoreContext): void {
  const { count } = core.store.drafts.countOf('waiting', null);
  const connectionId = core.store.connections.all().find(({ status }) => status === 'Active')?.id;
  if (count === 0 || connectionId === undefined) return;
  const day = localDay(core.clock.now(), noticeSettingsOf(core).timeZone);
  if (core.store.cursor(DRAFTS_TOLD) === day) return;
  const drafts = count === 1 ? '1 draft waits' : `${count} drafts wait`;
  const news = { event: 'drafts-waiting', text: `${drafts} for approval.` } as const;
  const solvedAt = { button: 'Open the drafts', screen: '/drafts' };
  const { change, show } = telling(core, news, { key: `drafts/${day}`, connectionId }, solvedAt);
  core.store.commit({ ...change, cursors: { [DRAFTS_TOLD]: day } });
  show();
}

function telling(
  core: CoreContext,
  news: News,
  of: { readonly key: string; readonly connectionId: string },
  solvedAt: NonNullable<NativeNotice['solvedAt']>,
): { readonly change: Change; show(): void } {
  const { event, text } = news;
  if (!noticeSettingsOf(core).rows[event].app)
    return { change: tellOf(core, news, of), show: () => core.wake() };
  const notice = { id: `notice/${of.key}`, topic: 'needs-attention', text, leadId: null } as const;
  return {
    change: { ...tellOf(core, news, of), notices: [{ ...notice, at: core.clock.now() }] },
    show: () => showNotice(core, { text, subject: text }, solvedAt),
  };
}
