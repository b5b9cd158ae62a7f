import { implement } from '@orpc/server';
import { contract } from '#contract/contract.ts';
import type { ExclusionView, HandBackView, SimulatedDayView, SimulatedSendView } from '#contract/sending.ts';
import { DAY, NOW } from './world.ts';

const os = implement(contract);

const PATTERNS = ['*.partner-network.example', 'competitor.example', 'press@daily-news.example'];

function aDay(index: number): SimulatedDayView {
  const at = NOW + index * DAY;
  const weekday = new Date(at).getUTCDay();
  const isOff = weekday === 0 || weekday === 6 || index === 4;
  const count = isOff ? 0 : [38, 50, 50, 42, 0, 31, 27, 18][index % 8]!;
  const hours = Array.from({ length: 24 }, (_, hour) =>
    hour < 9 || hour > 17 ? 0 : Math.round((count * [5, 3, 2, 1, 1, 2, 1, 1, 1][hour - 9]!) / 17),
  );
  const total = hours.reduce((sum, each) => sum + each, 0);
  const sends = Array.from({ length: Math.min(total, 12) }, (_, nth): SimulatedSendView => ({
    leadId: `lead-${nth}`,
    leadName: ['Ana Kovač', 'Bartholomew Montgomery-Featherstonehaugh', '田中 美咲', 'Ola Nordmann'][
      nth % 4
    ]!,
    assistantName: nth % 3 === 0 ? 'Maya Rao' : 'Lena Fischer',
    scheduleName: 'Recommended',
    step: nth % 7,
    of: 7,
    at: at + nth * 11 * 60_000,
    zone: nth % 4 === 2 ? 'Asia/Tokyo' : null,
  }));
  return {
    day: new Date(at).toISOString().slice(0, 10),
    count: total,
    hours,
    assistants: total === 0 ? [] : [{ name: 'Lena Fischer', count: total, limit: 50 }],
    putOff: index === 1 ? 26 : 0,
    holidays: index === 4 ? [{ country: 'Germany', name: 'Karfreitag', leads: 214 }] : [],
    sends,
  };
}

/** The list *Never write to*, hand-back and the days to come of the made-up team. */
export function fakeSending({
  empty,
  push,
}: {
  empty: boolean;
  push: (topics: ['data' | 'connections']) => void;
}) {
  let rows: ExclusionView[] = empty ? [] : PATTERNS.map((pattern, nth) => ({ pattern, at: NOW - nth * DAY }));
  let handBack: HandBackView = {
    connectionId: '',
    version: 1,
    rule: { kind: 'round-robin', ownerIds: ['u-1', 'u-2'] },
    nextOwnerId: 'u-2',
    longTermScheduleId: null,
    absences: [
      {
        ownerId: 'u-1',
        name: 'Robin Okafor',
        since: NOW - DAY,
        until: NOW + 9 * DAY,
        deputyOwnerId: 'u-2',
        deputyName: 'Sofia Lindqvist',
      },
    ],
  };
  const changed = (change: Partial<HandBackView>): HandBackView => {
    handBack = { ...handBack, ...change };
    push(['connections']);
    return handBack;
  };
  return {
    exclusions: os.sending.exclusions.handler(({ input }) => {
      const found = rows.filter(({ pattern }) => pattern.includes(input.search.toLowerCase()));
      return { rows: found.filter(({ pattern }) => pattern > input.after), total: found.length, more: false };
    }),
    exclude: os.sending.exclude.handler(({ input, errors }) => {
      const words = input.list.split(/[\s,;]+/).filter((word) => word !== '');
      const bad = words.filter((word) => !word.includes('.'));
      if (bad.length > 0) {
        const problems = bad.map((word) => ({
          field: 'list',
          sentence: `"${word}" is neither an address such as ana@acme.com nor a domain such as acme.com.`,
        }));
        throw errors.INVALID_INPUT({ data: { problems } });
      }
      rows = [...rows, ...words.map((pattern) => ({ pattern, at: NOW }))];
      push(['data']);
      return { added: words.length, known: 0 };
    }),
    include: os.sending.include.handler(({ input }) => {
      rows = rows.filter(({ pattern }) => pattern !== input.pattern);
      push(['data']);
      return { done: true as const };
    }),
    handBack: os.sending.handBack.handler(({ input }) => ({ ...handBack, connectionId: input.connectionId })),
    setHandBack: os.sending.setHandBack.handler(({ input: { rule, longTermScheduleId, version } }) =>
      changed({ rule, longTermScheduleId, version: version + 1 }),
    ),
    setAway: os.sending.setAway.handler(({ input: { ownerId, until, deputyOwnerId } }) =>
      changed({
        absences: [
          ...handBack.absences,
          { ownerId, name: ownerId, since: NOW, until, deputyOwnerId, deputyName: deputyOwnerId },
        ],
      }),
    ),
    endAway: os.sending.endAway.handler(({ input }) =>
      changed({ absences: handBack.absences.filter(({ ownerId }) => ownerId !== input.ownerId) }),
    ),
    countries: os.sending.countries.handler(() => [
      { code: 'FR', name: 'France' },
      { code: 'DE', name: 'Germany' },
      { code: 'US', name: 'United States' },
    ]),
    simulate: os.sending.simulate.handler(({ input }) => {
      const days = Array.from({ length: input.days + 1 }, (_, index) =>
        empty
          ? { ...aDay(5), count: 0, hours: Array<number>(24).fill(0), sends: [], assistants: [] }
          : aDay(index),
      );
      return {
        from: NOW,
        until: NOW + input.days * DAY,
        timeZone: input.timeZone,
        total: days.reduce((sum, { count }) => sum + count, 0),
        days,
        ended: empty ? 0 : 12,
        keptBack: empty ? 0 : 3,
        waiting: empty ? 0 : 41,
        remarks: empty ? [] : ['Northwind EU holds its messages for approval in Preview.'],
      };
    }),
  };
}
