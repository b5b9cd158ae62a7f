import { implement } from '@orpc/server';
import { contract } from '#contract/contract.ts';
import { NOTICE_EVENTS } from '#contract/names.ts';
import type { NoticeSettings, NoticesView } from '#contract/notices.ts';

const os = implement(contract);

/** Who is told of what, made up. */
export function fakeNotices({ empty }: { readonly empty: boolean }) {
  const quiet = { app: true, me: false, copyTo: [] as string[] };
  const rows = Object.fromEntries(NOTICE_EVENTS.map((event) => [event, quiet])) as NoticeSettings['rows'];
  let view: NoticesView = {
    me: empty ? '' : 'robin@northwind.example',
    rhythm: empty ? 'each' : 'daily',
    hour: 8,
    timeZone: 'Europe/Berlin',
    rows: empty
      ? rows
      : {
          ...rows,
          hot: { app: true, me: true, copyTo: ['sales@northwind.example', 'lena@northwind.example'] },
          'at-risk': { app: true, me: true, copyTo: [] },
        },
    sender: empty ? null : 'Maya Rao',
    waiting: empty ? 0 : 3,
  };
  return {
    get: os.notices.get.handler(() => view),
    save: os.notices.save.handler(({ input, errors }) => {
      const wrong = NOTICE_EVENTS.filter((event) =>
        input.rows[event].copyTo.some((address) => !address.includes('@')),
      );
      if (wrong.length > 0) {
        const problems = wrong.map((event) => ({
          field: `rows.${event}.copyTo`,
          sentence: 'Copy to: this is no e-mail address.',
        }));
        throw errors.INVALID_INPUT({ data: { problems } });
      }
      view = { ...view, ...input };
      return view;
    }),
  };
}
