import { NOTICE_EVENTS } from '#contract/names.ts';
import { noticeSettings, type NoticeSettings } from '#contract/notices.ts';
import type { CoreContext } from '../../context.ts';

/** The cursor that keeps who is told of what. */
const KEY = 'notice-settings';
const MORNING = 8;

/** Who is told of what: what was saved, else everything in the app and nothing by mail. */
export function noticeSettingsOf({ store }: CoreContext): NoticeSettings {
  const kept = noticeSettings.safeParse(parsed(store.cursor(KEY)));
  if (kept.success) return kept.data;
  const quiet = { app: true, me: false, copyTo: [] as string[] };
  return {
    me: '',
    rhythm: 'each',
    hour: MORNING,
    timeZone: store.assistants.all()[0]?.rules.timeZone ?? 'UTC',
    rows: Object.fromEntries(NOTICE_EVENTS.map((event) => [event, quiet])) as NoticeSettings['rows'],
  };
}

/** Keeps them; what waits for a digest goes by what holds when it goes. */
export function saveNoticeSettings(core: CoreContext, settings: NoticeSettings): void {
  core.store.commit({ cursors: { [KEY]: JSON.stringify(settings) } });
  core.log.info('notice-settings', { rhythm: settings.rhythm });
  core.push(['notices']);
  core.wake();
}

function parsed(text: string | null): unknown {
  try {
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
}
