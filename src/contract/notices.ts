import { z } from 'zod';
import { base } from './common.ts';
import { NOTICE_EVENTS } from './names.ts';

const noticeRow = z.object({
  /** In the app and as a notification of the desktop. */
  app: z.boolean(),
  /** By mail to me. */
  me: z.boolean(),
  copyTo: z.array(z.string()).max(20),
});

/** Who is told of what, and when. */
export const noticeSettings = z.object({
  /** My address; empty: none. */
  me: z.string(),
  /** `each`: at once · `daily`: one digest at the hour. */
  rhythm: z.enum(['each', 'daily']),
  hour: z.number().int().min(0).max(23),
  timeZone: z.string(),
  rows: z.record(z.enum(NOTICE_EVENTS), noticeRow),
});
export type NoticeSettings = z.infer<typeof noticeSettings>;

const noticesView = noticeSettings.extend({
  /** The assistant through whose mailbox mails go; null: none has a mailbox, so there are none. */
  sender: z.string().nullable(),
  /** News that wait for the digest. */
  waiting: z.number().int(),
});
export type NoticesView = z.infer<typeof noticesView>;

/** Who is told of what. */
export const notices = {
  get: base.output(noticesView),
  save: base.input(noticeSettings).output(noticesView),
};
