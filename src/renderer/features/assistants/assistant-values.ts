import type { AssistantDraft } from '#contract/assistants.ts';

/**
 * What the form holds: a draft whose numbers may be empty while they are typed. Times are minutes since local
 * midnight.
 */
export interface AssistantValues extends Omit<
  AssistantDraft,
  'rules' | 'riskReminderDays' | 'riskReminderTimes'
> {
  readonly riskReminderDays: number | null;
  readonly riskReminderTimes: number | null;
  readonly rules: Omit<AssistantDraft['rules'], 'opensAt' | 'closesAt' | 'dailyLimit'> & {
    readonly opensAt: number | null;
    readonly closesAt: number | null;
    readonly dailyLimit: number | null;
  };
}

/** No field may be left out of the contract's draft, so an empty number becomes one that the check refuses. */
const NOT_GIVEN = -1;

/** The form's values as the contract wants them. Empty numbers are answered by the program's own sentences. */
export function draftOf(values: AssistantValues): AssistantDraft {
  const { rules } = values;
  return {
    ...values,
    riskReminderDays: values.riskReminderDays ?? NOT_GIVEN,
    riskReminderTimes: values.riskReminderTimes ?? NOT_GIVEN,
    rules: {
      ...rules,
      opensAt: rules.opensAt ?? NOT_GIVEN,
      closesAt: rules.closesAt ?? NOT_GIVEN,
      dailyLimit: rules.dailyLimit ?? NOT_GIVEN,
    },
  };
}

/** The values of the form in what the program answered, and no more. */
export function valuesOf(draft: AssistantDraft): AssistantValues {
  return {
    name: draft.name,
    title: draft.title,
    email: draft.email,
    userName: draft.userName,
    context: draft.context,
    moreInformation: draft.moreInformation,
    signature: draft.signature,
    leadSource: draft.leadSource,
    brochureUrl: draft.brochureUrl,
    calendarUrl: draft.calendarUrl,
    bcc: draft.bcc,
    defaultScheduleId: draft.defaultScheduleId,
    rules: draft.rules,
    activeLimit: draft.activeLimit,
    riskReminderDays: draft.riskReminderDays,
    riskReminderTimes: draft.riskReminderTimes,
    language: draft.language,
    nurture: draft.nurture,
  };
}

/** Whether anything was changed. */
export function isChanged(before: AssistantValues, now: AssistantValues): boolean {
  return JSON.stringify(before) !== JSON.stringify(now);
}
