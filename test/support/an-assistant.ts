import type { Assistant } from '#core/ports/store/rows.ts';

/** An assistant with everything filled in, but for what the test says. */
export function anAssistant(changes: Partial<Assistant> = {}): Assistant {
  return {
    id: 'assistant-1',
    name: 'Rosie Hart',
    title: 'Business development',
    email: 'rosie.hart@demo.example',
    userName: 'You',
    context: 'cyber security for electric vehicles',
    moreInformation: 'We protect the charging points of forty operators.',
    signature: '',
    leadSource: '',
    brochureUrl: 'https://demo.example/brochure.pdf',
    calendarUrl: 'https://demo.example/meet',
    bcc: null,
    defaultScheduleId: 'recommended',
    rules: {
      timeZone: 'Europe/Berlin',
      opensAt: 540,
      closesAt: 1080,
      offDays: [6, 7],
      holidays: [],
      dailyLimit: 50,
      publicHolidays: true,
      country: null,
      atOpenHour: false,
    },
    activeLimit: null,
    createdAt: 0,
    version: 1,
    riskReminderDays: 3,
    riskReminderTimes: 5,
    language: 'en',
    nurture: [],
    ...changes,
  };
}
