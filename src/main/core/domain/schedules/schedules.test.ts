import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import { checkSchedule } from './check-schedule.ts';
import { exampleDates } from './example-dates.ts';
import { RECOMMENDED } from './recommended.ts';
import type { Step } from './schedule.ts';
import type { SendingRules } from './sending-rules.ts';

const assistantStep = (gapDays: number): Step => ({
  gapDays,
  message: { kind: 'assistant', tone: 'gentle' },
});
const messages = (draft: { name: string; steps: Step[] }) =>
  checkSchedule(draft).map((error) => error.message);
const fields = (draft: { name: string; steps: Step[] }) => checkSchedule(draft).map((error) => error.field);

describe('the Recommended schedule', () => {
  it('has seven messages with the gaps and tones that users know', () => {
    expect(RECOMMENDED.steps.map((step) => step.gapDays)).toEqual([1, 1, 2, 3, 4, 5, 6]);
    expect(RECOMMENDED.steps.map((step) => step.message)).toEqual(
      ['introduction', 'gentle', 'appreciative', 'hopeful', 'assertive', 'cautionary', 'curious'].map(
        (tone) => ({ kind: 'assistant', tone }),
      ),
    );
    expect(RECOMMENDED).toMatchObject({
      builtIn: true,
      deleted: false,
      crmValue: 'recommended--Recommended',
    });
    expect(checkSchedule(RECOMMENDED)).toEqual([]);
  });
});

describe('a schedule that is being saved', () => {
  it('is accepted with 1 and with 20 messages, gaps of 0 and of parts of a day', () => {
    expect(fields({ name: 'Fast', steps: [assistantStep(0)] })).toEqual([]);
    expect(fields({ name: 'Long', steps: Array.from({ length: 20 }, () => assistantStep(0.25)) })).toEqual(
      [],
    );
  });

  it('is refused with a 21st message', () => {
    expect(messages({ name: 'Long', steps: Array.from({ length: 21 }, () => assistantStep(1)) })).toEqual([
      'Messages: a schedule has at most 20; remove 1.',
    ]);
  });

  it('needs a name and a message', () => {
    expect(fields({ name: '  ', steps: [] })).toEqual(['name', 'steps']);
    expect(fields({ name: 'x'.repeat(101), steps: [assistantStep(1)] })).toEqual(['name']);
  });

  it('names the message and the field that are wrong', () => {
    const steps: Step[] = [
      assistantStep(1),
      { gapDays: -1, message: { kind: 'template', subject: ' ', body: '' } },
      assistantStep(Number.NaN),
      assistantStep(1_001),
    ];
    expect(fields({ name: 'Mixed', steps })).toEqual([
      'steps.1.gapDays',
      'steps.1.subject',
      'steps.1.body',
      'steps.2.gapDays',
      'steps.3.gapDays',
    ]);
    expect(messages({ name: 'Mixed', steps })[0]).toBe(
      'Message 2, days since the one before: enter 0 or more, such as 1.5.',
    );
  });
});

describe('the example dates of a schedule', () => {
  const rules: SendingRules = {
    timeZone: 'Europe/Berlin',
    opensAt: 540,
    closesAt: 1020,
    offDays: [6, 7],
    holidays: ['2026-12-25'],
    dailyLimit: 1,
    publicHolidays: true,
    country: null,
    atOpenHour: false,
  };
  const shown = (start: string, steps: readonly Step[], zone: string | null = null) =>
    exampleDates({
      start: DateTime.fromISO(start, { zone: 'Europe/Berlin' }).toMillis(),
      steps,
      zone,
      rules,
    }).map(({ at }) =>
      DateTime.fromMillis(at, { zone: zone ?? rules.timeZone }).toFormat('ccc dd.MM. HH:mm'),
    );

  it('count every gap from the message before, and avoid weekends and holidays', () => {
    expect(shown('2026-12-11T15:00', RECOMMENDED.steps)).toEqual([
      'Mon 14.12. 09:00',
      'Tue 15.12. 09:00',
      'Thu 17.12. 09:00',
      'Mon 21.12. 09:00',
      'Mon 28.12. 09:00',
      'Mon 04.01. 09:00',
      'Mon 11.01. 09:00',
    ]);
  });

  it('follow parts of a day within the hours', () => {
    expect(shown('2026-12-14T10:00', [assistantStep(0), assistantStep(0.25), assistantStep(0.25)])).toEqual([
      'Mon 14.12. 10:00',
      'Mon 14.12. 16:00',
      'Tue 15.12. 09:00',
    ]);
  });

  it("are in the lead's own zone", () => {
    expect(shown('2026-12-14T10:00', [assistantStep(1)], 'America/New_York')).toEqual(['Tue 15.12. 09:00']);
  });
});
