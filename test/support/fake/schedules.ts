import { implement } from '@orpc/server';
import { contract } from '#contract/contract.ts';
import type { ScheduleView } from '#contract/schedules.ts';
import type { PushEvent } from '#contract/system.ts';
import { fakePreview } from './preview.ts';
import { DAY, NOW, makeAssistants } from './world.ts';

const os = implement(contract);

/** The schedules of the made-up world, and what can be done with them. */
export function fakeSchedules({
  schedules,
  push,
}: {
  readonly schedules: ScheduleView[];
  readonly push: (topics: PushEvent['topics']) => void;
}) {
  let serial = 100;
  const [writer] = makeAssistants();
  if (writer === undefined) throw new Error('The made-up team has nobody.');
  return {
    list: os.schedules.list.handler(() => schedules),
    get: os.schedules.get.handler(({ input, errors }) => {
      const found = schedules.find(({ id }) => id === input.id);
      if (!found) throw errors.NOT_FOUND({ data: { sentence: 'This schedule is not here any more.' } });
      return found;
    }),
    create: os.schedules.create.handler(({ input, errors }) => {
      if (input.name.trim() === '') {
        const problems = [{ field: 'name', sentence: 'Name: give the schedule a name.' }];
        throw errors.INVALID_INPUT({ data: { problems } });
      }
      const id = `sch-${++serial}`;
      const made = {
        ...input,
        id,
        version: 1,
        builtIn: false,
        leadsOnIt: 0,
        crmValue: `${id}--${input.name}`,
      };
      schedules.push(made);
      push(['schedules']);
      return made;
    }),
    clone: os.schedules.clone.handler(({ input, errors }) => {
      const found = schedules.find(({ id }) => id === input.id);
      if (!found) throw errors.NOT_FOUND({ data: { sentence: 'This schedule is not here any more.' } });
      const id = `sch-${++serial}`;
      const name = `${found.name} (copy)`;
      const made = {
        ...found,
        id,
        name,
        version: 1,
        builtIn: false,
        leadsOnIt: 0,
        crmValue: `${id}--${name}`,
      };
      schedules.push(made);
      push(['schedules']);
      return made;
    }),
    update: os.schedules.update.handler(({ input, errors }) => {
      const found = schedules.find(({ id }) => id === input.id);
      if (!found) throw errors.NOT_FOUND({ data: { sentence: 'This schedule is not here any more.' } });
      Object.assign(found, { name: input.name, steps: input.steps, version: found.version + 1 });
      push(['schedules']);
      return found;
    }),
    remove: os.schedules.remove.handler(({ input }) => {
      const index = schedules.findIndex(({ id }) => id === input.id);
      if (index >= 0) schedules.splice(index, 1);
      push(['schedules']);
      return { done: true as const };
    }),
    preview: os.schedules.preview.handler(({ input }) => fakePreview(writer, input.steps, input)),
    exampleDates: os.schedules.exampleDates.handler(({ input }) => {
      let at = input.from ?? NOW;
      return input.steps.map(({ gapDays }, index) => {
        at += gapDays * DAY;
        const moved = index === 2 ? 'Sat 3 Oct: Tag der Deutschen Einheit · Sun 4 Oct: off-day' : null;
        return { step: index, at, moved };
      });
    }),
  };
}
