import type { AssistantDraft } from '#contract/assistants.ts';
import type { FieldProblem } from '#contract/common.ts';
import { checkSendingRules } from '../domain/schedules/check-sending-rules.ts';
import { checkNurtureTable } from '../domain/writing/nurture-table.ts';
import type { Store } from '../ports/store/store.ts';

const ADDRESS = /^[^\s@<>(),;:"]+@[^\s@<>(),;:"]+\.[^\s@<>(),;:"]+$/;

/** Values of a new assistant: the ones of domain.md section 1 where it names any. */
export const BLANK_ASSISTANT: AssistantDraft = {
  name: '',
  title: '',
  email: '',
  userName: '',
  context: '',
  moreInformation: '',
  signature: '',
  leadSource: '',
  brochureUrl: null,
  calendarUrl: null,
  bcc: null,
  defaultScheduleId: 'recommended',
  rules: {
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    opensAt: 9 * 60,
    closesAt: 18 * 60,
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

/** What is wrong with the form, a sentence a field. `id`: the assistant being edited; null: a new one. */
export function checkAssistant(
  store: Store,
  draft: AssistantDraft,
  id: string | null,
): readonly FieldProblem[] {
  const problems: FieldProblem[] = [];
  const wrong = (field: string, sentence: string) => problems.push({ field, sentence });
  const others = store.assistants.all().filter((other) => other.id !== id);

  if (draft.name.trim() === '') wrong('name', 'Name: enter the name she signs with.');
  if (others.some((other) => other.name.toLowerCase() === draft.name.trim().toLowerCase())) {
    wrong('name', 'Name: another assistant has this name; choose a different one.');
  }
  if (!ADDRESS.test(draft.email.trim())) {
    wrong('email', 'E-mail: enter an address of her own, such as rosie@your-company.com.');
  } else if (others.some((other) => other.email.toLowerCase() === draft.email.trim().toLowerCase())) {
    wrong('email', 'E-mail: another assistant has this address; each needs one of her own.');
  }
  if (draft.bcc !== null && !ADDRESS.test(draft.bcc.trim()))
    wrong('bcc', 'BCC: enter one e-mail address, or leave it empty.');
  for (const field of ['brochureUrl', 'calendarUrl'] as const) {
    const value = draft[field];
    if (value !== null && !isHttps(value)) {
      const label = field === 'brochureUrl' ? 'Brochure link' : 'Calendar link';
      wrong(field, `${label}: enter a full address that begins with https://, or leave it empty.`);
    }
  }
  const schedule = store.schedules.byId(draft.defaultScheduleId);
  if (schedule === null || schedule.deleted) wrong('defaultScheduleId', 'Schedule: choose one of the list.');
  if (draft.activeLimit !== null && draft.activeLimit < 1) {
    wrong('activeLimit', 'Leads at once: enter 1 or more, or leave it empty for no limit.');
  }
  if (!isBetween(draft.riskReminderDays, 1, 90)) {
    wrong('riskReminderDays', 'Days between reminders: enter a number from 1 to 90.');
  }
  if (!isBetween(draft.riskReminderTimes, 0, 50)) {
    wrong('riskReminderTimes', 'Reminders: enter a number from 0 (none) to 50.');
  }
  for (const { line, sentence } of checkNurtureTable(draft.nurture)) wrong(`nurture.${line}`, sentence);
  for (const error of checkSendingRules(draft.rules)) wrong(`rules.${error.field}`, error.message);
  return problems;
}

function isBetween(value: number, least: number, most: number): boolean {
  return value >= least && value <= most;
}

function isHttps(text: string): boolean {
  return URL.parse(text)?.protocol === 'https:';
}
