import type { FieldError } from './field-error.ts';
import { isKnownZone } from './local-time.ts';
import type { SendingRules } from './sending-rules.ts';

const MINUTES_OF_A_DAY = 24 * 60;
const COUNTRY = /^[A-Z]{2}$/;
const ISO_DATE = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

/**
 * What is wrong with an assistant's sending rules; empty when mail can go out under them. `nextSendAt` needs
 * rules that passed.
 */
export function checkSendingRules(rules: SendingRules): readonly FieldError[] {
  const errors: FieldError[] = [];
  const wrong = (field: keyof SendingRules, message: string) => errors.push({ field, message });

  if (!isKnownZone(rules.timeZone)) {
    wrong('timeZone', `Time zone: "${rules.timeZone}" is not known; choose one such as Europe/Berlin.`);
  }
  const opensOk = isMinuteOfDay(rules.opensAt, 0, MINUTES_OF_A_DAY - 1);
  const closesOk = isMinuteOfDay(rules.closesAt, 1, MINUTES_OF_A_DAY);
  if (!opensOk) wrong('opensAt', 'Opens at: enter a time of day between 00:00 and 23:59.');
  if (!closesOk) wrong('closesAt', 'Closes at: enter a time of day between 00:01 and 24:00.');
  if (opensOk && closesOk && rules.closesAt <= rules.opensAt) {
    wrong('closesAt', 'Closes at: enter a time later than "Opens at" on the same day.');
  }
  if (!rules.offDays.every((day) => Number.isInteger(day) && day >= 1 && day <= 7)) {
    wrong('offDays', 'Off-days: use 1 for Monday to 7 for Sunday.');
  } else if (new Set(rules.offDays).size === 7) {
    wrong('offDays', 'Off-days: leave at least one weekday on which the assistant may write.');
  }
  const badDate = rules.holidays.find((date) => !ISO_DATE.test(date));
  if (badDate !== undefined) wrong('holidays', `Holidays: "${badDate}" is no date such as 2026-12-25.`);
  if (!Number.isInteger(rules.dailyLimit) || rules.dailyLimit < 1) {
    wrong('dailyLimit', 'Daily limit: enter a whole number of 1 or more.');
  }
  if (rules.country !== null && !COUNTRY.test(rules.country)) {
    wrong('country', `Country: "${rules.country}" is no code such as DE; choose one of the list.`);
  }
  return errors;
}

function isMinuteOfDay(value: number, from: number, to: number): boolean {
  return Number.isInteger(value) && value >= from && value <= to;
}
