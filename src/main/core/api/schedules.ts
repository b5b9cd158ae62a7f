import type { ScheduleView, StepView } from '#contract/schedules.ts';
import type { FieldProblem } from '#contract/common.ts';
import type { CoreContext } from '../context.ts';
import { checkSchedule } from '../domain/schedules/check-schedule.ts';
import { holidaysFor } from '../day-plan.ts';
import { exampleDates } from '../domain/schedules/example-dates.ts';
import { movesInWords } from '../domain/schedules/move-words.ts';
import { crmValueOf } from '../domain/schedules/schedule-options.ts';
import type { Schedule, Step } from '../domain/schedules/schedule.ts';
import { checkTemplate } from '../flows/nurture/render-template.ts';
import { previewMessage } from '../flows/nurture/preview-message.ts';
import { releaseIncomplete } from '../flows/nurture/release-incomplete.ts';
import { changeForAll, moveLeadsTo } from '../flows/nurture/change-schedule.ts';
import { BLANK_ASSISTANT } from './assistant-form.ts';
import { CHANGED_MEANWHILE, notFound, refused, refuseProblems } from './failures.ts';
import { api } from './implement.ts';

/** Who writes in a preview before there is an assistant. */
const NOBODY_YET = { ...BLANK_ASSISTANT, name: 'Your assistant', context: 'what you offer' };

export const scheduleProcedures = {
  list: api.schedules.list.handler(({ context: { core } }) =>
    core.context.store.schedules.all().map((schedule) => scheduleView(core.context, schedule)),
  ),
  get: api.schedules.get.handler(({ context: { core }, input }) =>
    scheduleView(core.context, known(core.context, input.id)),
  ),
  create: api.schedules.create.handler(({ context: { core }, input }) => {
    refuseProblems(problemsOf(core.context, input, null));
    return add(core.context, input.name.trim(), input.steps);
  }),
  clone: api.schedules.clone.handler(({ context: { core }, input }) => {
    const original = known(core.context, input.id);
    return add(core.context, freeName(core.context, original.name), original.steps);
  }),
  update: api.schedules.update.handler(({ context: { core }, input }) => {
    const before = known(core.context, input.id);
    if (before.builtIn) throw refused(`${before.name} cannot be changed. Clone it and change the clone.`);
    refuseProblems(problemsOf(core.context, input, input.id));
    const next: Schedule = { ...before, name: input.name.trim(), steps: input.steps, version: input.version };
    const result =
      input.applyTo === 'all-leads'
        ? changeForAll(core.context, next)
        : moveLeadsTo(core.context, before, next);
    if (!result.ok) throw refused(CHANGED_MEANWHILE);
    releaseIncomplete(core.context);
    core.context.push(['schedules', 'leads']);
    core.context.wake();
    return scheduleView(core.context, known(core.context, input.id));
  }),
  remove: api.schedules.remove.handler(({ context: { core }, input }) => {
    const { store } = core.context;
    const schedule = known(core.context, input.id);
    if (schedule.builtIn) throw refused(`${schedule.name} cannot be deleted.`);
    const user = store.assistants.all().find((assistant) => assistant.defaultScheduleId === schedule.id);
    if (user !== undefined)
      throw refused(`${schedule.name} is the default of ${user.name}. Give her another one first.`);
    if (!store.commit({ schedules: [{ ...schedule, deleted: true }] }).ok) throw refused(CHANGED_MEANWHILE);
    core.context.push(['schedules', 'connections']);
    return { done: true as const };
  }),
  preview: api.schedules.preview.handler(({ context: { core }, input }) => {
    const { store } = core.context;
    const assistant =
      (input.assistantId === null ? null : store.assistants.byId(input.assistantId)) ??
      store.assistants.all()[0];
    const shown = previewMessage(store, assistant ?? NOBODY_YET, input.steps, input);
    if (shown === null) throw notFound('There is no such message, or the lead is not here any more.');
    return shown;
  }),
  exampleDates: api.schedules.exampleDates.handler(({ context: { core }, input }) => {
    const assistant =
      input.assistantId === null ? null : core.context.store.assistants.byId(input.assistantId);
    const rules = assistant?.rules ?? BLANK_ASSISTANT.rules;
    const start = input.from ?? core.context.clock.now();
    refuseProblems(stepProblems(input.steps));
    const holidays = holidaysFor(core.context.holidays, { country: '', timeZone: null }, rules);
    const dates = exampleDates({ start, steps: input.steps, zone: null, rules, holidays });
    return dates.map(({ at, moves }, step) => ({ step, at, moved: movesInWords(moves, rules.timeZone) }));
  }),
};

function known(core: CoreContext, id: string): Schedule {
  const schedule = core.store.schedules.byId(id);
  if (schedule === null || schedule.deleted) throw notFound('This schedule was deleted.');
  return schedule;
}

function add(core: CoreContext, name: string, steps: readonly Step[]): ScheduleView {
  const id = core.ids.next();
  const crmValue = crmValueOf({ id, name });
  core.store.commit({
    schedules: [{ id, name, steps, builtIn: false, crmValue, deleted: false, version: 0 }],
  });
  core.push(['schedules', 'connections']);
  return scheduleView(core, known(core, id));
}

function freeName(core: CoreContext, name: string): string {
  const taken = new Set(core.store.schedules.all().map((schedule) => schedule.name));
  for (let nth = 1; ; nth += 1) {
    const candidate = nth === 1 ? `${name} (copy)` : `${name} (copy ${nth})`;
    if (!taken.has(candidate)) return candidate;
  }
}

function problemsOf(
  core: CoreContext,
  draft: { name: string; steps: readonly StepView[] },
  id: string | null,
): readonly FieldProblem[] {
  const sameName = core.store.schedules
    .all()
    .some((other) => other.id !== id && other.name.toLowerCase() === draft.name.trim().toLowerCase());
  return [
    ...checkSchedule(draft).map(({ field, message }) => ({ field, sentence: message })),
    ...(sameName
      ? [{ field: 'name', sentence: 'Name: another schedule has this name; choose a different one.' }]
      : []),
    ...stepProblems(draft.steps),
  ];
}

/** Templates that could leave an unfilled place in a mail are refused when they are saved. */
function stepProblems(steps: readonly StepView[]): readonly FieldProblem[] {
  return steps.flatMap((step, index) => {
    if (step.message.kind !== 'template') return [];
    const { subject, body } = step.message;
    const parts = [
      ['subject', 'subject', subject],
      ['body', 'text', body],
    ] as const;
    return parts.flatMap(([part, label, template]) => {
      const sentence = checkTemplate(template);
      return sentence === null
        ? []
        : [{ field: `steps.${index}.${part}`, sentence: `Message ${index + 1}, ${label}: ${sentence}` }];
    });
  });
}

function scheduleView(core: CoreContext, schedule: Schedule): ScheduleView {
  const { id, version, name, builtIn, crmValue } = schedule;
  const steps = schedule.steps.map((step) => ({ ...step, message: { ...step.message } }));
  return { id, version, name, builtIn, crmValue, steps, leadsOnIt: core.store.schedules.leadsOn(id) };
}
