import type { NativeNotice } from '#core/ports/notifier.ts';

/** What one native notification says, and where its button and a click on it lead. */
export interface Shown {
  readonly title: string;
  readonly body: string;
  /** Notices of one group stand together. */
  readonly group: string;
  readonly button: string;
  /** A screen such as `/leads/7`. */
  readonly screen: string;
}

interface Words {
  readonly one: string;
  readonly many: (count: number) => string;
  /** Where many of them stand. */
  readonly list: string;
}

const KNOWN: Readonly<Record<string, Words>> = {
  hot: { one: 'Hot lead', many: (count) => `${count} hot leads`, list: '/leads?states=%5B%22Hot%22%5D' },
  responded: {
    one: 'A lead answered',
    many: (count) => `${count} leads answered`,
    list: '/leads?states=%5B%22Responded%22%5D',
  },
  'handed-back': {
    one: 'Handed back',
    many: (count) => `${count} leads were handed back`,
    list: '/leads',
  },
};
const OTHER: Words = {
  one: 'Needs attention',
  many: (count) => `${count} things need attention`,
  list: '/attention',
};

/**
 * What is shown of notices that came together: one by one while they are few, else one of each kind with how many
 * there are. What has a place that solves it, such as a connection that failed, always stands alone.
 */
export function shownNotices(notices: readonly NativeNotice[], most = 2): readonly Shown[] {
  const groups = Map.groupBy(notices, ({ topic, solvedAt }) => (solvedAt === undefined ? topic : ''));
  return [...groups].flatMap(([topic, each]) => {
    const words = KNOWN[topic] ?? OTHER;
    if (topic === '' || each.length <= most) return each.map(alone);
    return [
      {
        title: words.many(each.length),
        body: each.map(({ text }) => text).join('\n'),
        group: topic,
        button: 'Open list',
        screen: words.list,
      },
    ];
  });
}

function alone({ topic, text, leadId, solvedAt }: NativeNotice): Shown {
  const title = (KNOWN[topic] ?? OTHER).one;
  if (solvedAt !== undefined)
    return { title, body: text, group: topic, button: solvedAt.button, screen: solvedAt.screen };
  return leadId === null
    ? { title, body: text, group: topic, button: 'Look', screen: '/attention' }
    : { title, body: text, group: topic, button: 'Open lead', screen: `/leads/${leadId}` };
}
