import { describe, expect, it } from 'vitest';
import type { AssistantView } from '#contract/assistants.ts';
import { draftOf, isChanged, valuesOf } from './assistant-values.ts';

const lena: AssistantView = {
  id: 'as-1',
  version: 2,
  createdAt: 0,
  activeLeads: 3,
  sentToday: 1,
  scheduleName: 'Recommended',
  name: 'Lena',
  title: '',
  email: 'lena@example.com',
  userName: 'Robin',
  context: 'fleet charging',
  moreInformation: '',
  signature: '',
  leadSource: '',
  brochureUrl: null,
  calendarUrl: null,
  bcc: null,
  defaultScheduleId: 'recommended',
  rules: {
    timeZone: 'Europe/Berlin',
    opensAt: 540,
    closesAt: 1_080,
    offDays: [6, 7],
    holidays: [],
    dailyLimit: 50,
    publicHolidays: true,
    country: null,
    atOpenHour: false,
  },
  activeLimit: null,
  riskReminderDays: 3,
  riskReminderTimes: 5,
  language: 'en',
  nurture: [],
};

describe('the form of an assistant', () => {
  it('is unchanged while only her numbers of the day move', () => {
    expect(isChanged(valuesOf(lena), valuesOf({ ...lena, sentToday: 9, version: 3 }))).toBe(false);
  });

  it('sees a change inside the sending rules', () => {
    const values = valuesOf(lena);
    expect(isChanged(values, { ...values, rules: { ...values.rules, offDays: [7] } })).toBe(true);
  });

  it('sends an emptied number as one that is refused with a sentence, never as a guess', () => {
    const values = valuesOf(lena);
    const { rules, riskReminderTimes } = draftOf({
      ...values,
      riskReminderTimes: null,
      rules: { ...values.rules, dailyLimit: null, opensAt: null },
    });
    expect(riskReminderTimes).toBeLessThan(0);
    expect(rules.dailyLimit).toBeLessThan(1);
    expect(rules.opensAt).toBeLessThan(0);
  });
});
