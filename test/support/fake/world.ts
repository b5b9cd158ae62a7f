import type { AssistantView } from '#contract/assistants.ts';
import type { ScheduleView, StepView } from '#contract/schedules.ts';
import { TONES } from '#contract/names.ts';

/** The moment at which the made-up world stands still: Tuesday, 3 March 2026, 09:30 UTC. */
export const NOW = Date.UTC(2026, 2, 3, 9, 30);
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

const recommended: StepView[] = [1, 1, 2, 3, 4, 5, 6].map((gapDays, index) => ({
  gapDays,
  message: { kind: 'assistant', tone: TONES[index]! },
}));

const short: StepView[] = [
  { gapDays: 1, message: { kind: 'assistant', tone: 'introduction' } },
  {
    gapDays: 3,
    message: {
      kind: 'template',
      subject: 'Re: {{ context }}',
      body: 'Hello {{ firstName }},\n\nwould a short call this week suit you?',
    },
  },
  { gapDays: 6.5, message: { kind: 'assistant', tone: 'curious' } },
];

/** Schedules of the made-up team. */
export function makeSchedules(): ScheduleView[] {
  return [
    {
      id: 'sch-1',
      version: 3,
      name: 'Recommended',
      builtIn: true,
      steps: recommended,
      leadsOnIt: 612,
      crmValue: 'sch-1--Recommended',
    },
    {
      id: 'sch-2',
      version: 1,
      name: 'Trade fair, short',
      builtIn: false,
      steps: short,
      leadsOnIt: 143,
      crmValue: 'sch-2--Trade fair, short',
    },
    {
      id: 'sch-3',
      version: 8,
      name: 'Existing customers, spring campaign with quarterly check-in',
      builtIn: false,
      steps: [...recommended.slice(0, 4), ...short.slice(1)],
      leadsOnIt: 0,
      crmValue: 'sch-3--Existing customers',
    },
  ];
}

const baseAssistant = {
  userName: 'Robin Okafor',
  moreInformation: 'Teams like yours save about six hours a week with it.',
  leadSource: 'Website',
  brochureUrl: 'https://example.com/brochure.pdf',
  calendarUrl: 'https://example.com/meet',
  bcc: null,
  activeLimit: null,
  riskReminderDays: 3,
  riskReminderTimes: 5,
  language: 'en',
  nurture: [] as string[],
  createdAt: NOW - 90 * DAY,
  version: 2,
} as const;

const berlin = {
  timeZone: 'Europe/Berlin',
  opensAt: 9 * 60,
  closesAt: 17 * 60,
  offDays: [6, 7],
  holidays: ['2026-04-03', '2026-04-06'],
  dailyLimit: 50,
  publicHolidays: true,
  country: null,
  atOpenHour: false,
};

/** Assistants of the made-up team. */
export function makeAssistants(): AssistantView[] {
  return [
    {
      ...baseAssistant,
      id: 'as-1',
      name: 'Lena Fischer',
      title: 'Sales Development',
      email: 'lena@northwind.example',
      context: 'cyber security for electric vehicles',
      signature: 'Lena Fischer\nSales Development, Northwind',
      nurture: [
        'Forty operators of charging points found their first weak spot within one working day https://example.com/one',
        'Every fleet that we have looked at had one charger with a default password https://example.com/two',
      ],
      defaultScheduleId: 'sch-1',
      rules: berlin,
      activeLeads: 486,
      sentToday: 37,
      scheduleName: 'Recommended',
    },
    {
      ...baseAssistant,
      id: 'as-2',
      name: 'Maya Rao',
      title: 'Customer Success',
      email: 'maya@northwind.example',
      context: 'fleet charging with dynamic prices',
      signature: 'Maya Rao\nNorthwind',
      defaultScheduleId: 'sch-2',
      rules: { ...berlin, timeZone: 'Asia/Kolkata', offDays: [7], dailyLimit: 80 },
      activeLeads: 269,
      sentToday: 80,
      scheduleName: 'Trade fair, short',
    },
    {
      ...baseAssistant,
      id: 'as-3',
      name: 'Theodora Papadimitriou-Konstantinopoulou',
      title: 'Partnerships, Southern Europe, Middle East and Africa',
      email: 'theodora.papadimitriou-konstantinopoulou@northwind-partners.example',
      context: '',
      signature: 'Theodora',
      defaultScheduleId: 'sch-1',
      rules: { ...berlin, timeZone: 'Europe/Athens' },
      activeLeads: 0,
      sentToday: 0,
      scheduleName: 'Recommended',
    },
  ];
}
