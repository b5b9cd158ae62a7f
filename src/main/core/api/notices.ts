import type { FieldProblem } from '#contract/common.ts';
import { NOTICE_EVENTS } from '#contract/names.ts';
import type { NoticeSettings, NoticesView } from '#contract/notices.ts';
import type { CoreContext } from '../context.ts';
import { isKnownZone } from '../domain/schedules/local-time.ts';
import { noticeSettingsOf, saveNoticeSettings } from '../flows/notices/settings.ts';
import { refuseProblems } from './failures.ts';
import { api } from './implement.ts';

const ADDRESS = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

export const noticeProcedures = {
  get: api.notices.get.handler(({ context: { core } }) => noticesView(core.context)),
  save: api.notices.save.handler(({ context: { core }, input }) => {
    refuseProblems(problemsOf(input));
    saveNoticeSettings(core.context, tidied(input));
    return noticesView(core.context);
  }),
};

function noticesView(core: CoreContext): NoticesView {
  const sender = core.store.assistants.all().find((each) => core.mailboxes.of(each) !== null);
  const waiting = core.store.told.waitingSince().reduce((sum, { count }) => sum + count, 0);
  return { ...noticeSettingsOf(core), sender: sender?.name ?? null, waiting };
}

function problemsOf({ me, rows, timeZone }: NoticeSettings): readonly FieldProblem[] {
  const wrong = (field: string, label: string, address: string): FieldProblem[] =>
    ADDRESS.test(address.trim()) ? [] : [{ field, sentence: `${label}: "${address}" is no e-mail address.` }];
  const needsMe = NOTICE_EVENTS.some((event) => rows[event].me);
  return [
    ...(me.trim() === '' && needsMe
      ? [{ field: 'me', sentence: 'My address: enter it, so that mails to me can go out.' }]
      : []),
    ...(me.trim() === '' ? [] : wrong('me', 'My address', me)),
    ...NOTICE_EVENTS.flatMap((event) =>
      rows[event].copyTo.flatMap((address) => wrong(`rows.${event}.copyTo`, 'Copy to', address)),
    ),
    ...(isKnownZone(timeZone)
      ? []
      : [{ field: 'timeZone', sentence: 'Time zone: choose one such as Europe/Berlin.' }]),
  ];
}

function tidied(settings: NoticeSettings): NoticeSettings {
  const rows = NOTICE_EVENTS.map((event) => {
    const { copyTo, ...row } = settings.rows[event];
    return [event, { ...row, copyTo: [...new Set(copyTo.map((each) => each.trim().toLowerCase()))] }];
  });
  return {
    ...settings,
    me: settings.me.trim().toLowerCase(),
    rows: Object.fromEntries(rows) as NoticeSettings['rows'],
  };
}
