import { LiquidError } from 'liquidjs';
import type { CoreContext } from '../../context.ts';
import { planningOf } from '../../domain/leads/decide-engagement.ts';
import { nextFollowUp } from '../../domain/leads/follow-up-dates.ts';
import type { Lead } from '../../domain/leads/lead.ts';
import type { Step } from '../../domain/schedules/schedule.ts';
import { missingInWords } from '../../domain/writing/missing-words.ts';
import type { Instant } from '../../domain/time.ts';
import { factsFor } from '../../gather-facts.ts';
import type { PlannedEdit } from '../../ports/store/human-mail.ts';
import type { Assistant } from '../../ports/store/rows.ts';
import { composeStep, sentTo } from './compose-mail.ts';
import { editOf, withEdit } from './planned-edits.ts';
import { writeMessage } from './write-message.ts';

/** A message of the schedule that is to come. */
export interface MessageToCome {
  readonly step: number;
  /** null: the follow-up rests. */
  readonly at: Instant | null;
  readonly subject: string;
  readonly text: string;
  /** As the schedule alone has it. */
  readonly own: { readonly subject: string; readonly text: string };
  readonly isSubjectKept: boolean;
  readonly edit: PlannedEdit | null;
  readonly problem: string | null;
}

const RESTING: readonly Lead['followUp'][] = ['Paused', 'Stopped', 'Completed'];

/**
 * The messages of a lead that are to come, as they would go out: composed now, with what a person changed. The date of
 * the next one stands; those after it are counted from it.
 */
export function messagesToCome(core: CoreContext, lead: Lead): readonly MessageToCome[] {
  const assistant = core.store.assistants.byId(lead.assistantId);
  const schedule = core.store.schedules.byId(lead.scheduleId);
  if (assistant === null || schedule === null || isOver(lead)) return [];
  const dates = datesOf(core, lead, schedule.steps);
  const messages: MessageToCome[] = [];
  let { threadSubject } = lead;
  /** No fact of the nurture table comes twice, in none of them. */
  const sent = [...sentTo(core.store, lead, assistant)];
  for (let step = lead.nextStep; step < schedule.steps.length; step += 1) {
    const edit = editOf(core, lead, step);
    const next = { lead: { ...lead, nextStep: step, threadSubject }, assistant, steps: schedule.steps };
    const message = messageOf(core, next, edit, sent);
    messages.push({ ...message, step, at: dates[step - lead.nextStep] ?? null, edit });
    if (edit?.skipped === true) continue;
    threadSubject ??= message.subject;
    sent.push(message.text);
  }
  return messages;
}

/** Whether a message is written and on its way. */
export function isOnItsWay(core: CoreContext, lead: Lead, step: number): boolean {
  return core.store.mails
    .ofLead(lead.id)
    .some((mail) => mail.status === 'queued' && mail.run === lead.run && mail.step === step);
}

function isOver(lead: Lead): boolean {
  return lead.custody !== 'Held' || lead.followUp === 'Stopped' || lead.followUp === 'Completed';
}

function messageOf(
  core: CoreContext,
  { lead, assistant, steps }: { lead: Lead; assistant: Assistant; steps: readonly Step[] },
  edit: PlannedEdit | null,
  sent: readonly string[],
): Pick<MessageToCome, 'subject' | 'text' | 'own' | 'isSubjectKept' | 'problem'> {
  const isSubjectKept = lead.threadSubject !== null;
  try {
    const step = steps[lead.nextStep];
    if (step === undefined) throw new RangeError(`The schedule has no step ${lead.nextStep}.`);
    const place = { index: lead.nextStep, of: steps.length };
    const words = writeMessage({ lead, assistant, step, place, sent });
    const mail = composeStep({ id: 'planned', lead, assistant, words, at: core.clock.now() });
    const { subject, text } = withEdit(lead, mail, edit);
    const isWhole = words.missing.length === 0 || (edit?.text ?? null) !== null;
    const problem = isWhole ? null : missingInWords(words.missing);
    return { subject, text, own: { subject: mail.subject, text: mail.text }, isSubjectKept, problem };
  } catch (error) {
    if (!(error instanceof LiquidError)) throw error;
    const problem = `The message cannot be written: ${error.message.split('\n')[0] ?? ''}`;
    const own = { subject: '', text: '' };
    return { subject: edit?.subject ?? '', text: edit?.text ?? '', own, isSubjectKept, problem };
  }
}

function datesOf(core: CoreContext, lead: Lead, steps: readonly Step[]): readonly Instant[] {
  if (lead.nextFollowUpAt === null || RESTING.includes(lead.followUp)) return [];
  const facts = factsFor(core, lead, { type: 'schedule-finished' }, core.clock.now());
  const planning = planningOf(lead, facts);
  const dates: Instant[] = [lead.nextFollowUpAt];
  for (let step = lead.nextStep + 1; step < steps.length; step += 1) {
    const since = dates.at(-1) ?? lead.nextFollowUpAt;
    dates.push(nextFollowUp(planning, steps, step, since, lead.state).nextFollowUpAt);
  }
  return dates;
}
