import type { CoreContext } from '../context.ts';
import type { Updates } from '../ports/updates.ts';
import { feedProblem, lookForUpdate, setUpdateFeed, updateFeed, updatesView } from '../updates.ts';
import { refuseProblems, refused } from './failures.ts';
import { api } from './implement.ts';

export const updateProcedures = {
  get: api.updates.get.handler(({ context: { core } }) => updatesView(core.context)),
  setFeed: api.updates.setFeed.handler(({ context: { core }, input }) => {
    const feedUrl = input.feedUrl?.trim() ?? '';
    const problem = feedUrl === '' ? null : feedProblem(feedUrl);
    refuseProblems(problem === null ? [] : [{ field: 'feedUrl', sentence: problem }]);
    setUpdateFeed(core.context, feedUrl === '' ? null : feedUrl);
    return updatesView(core.context);
  }),
  check: api.updates.check.handler(async ({ context: { core } }) => {
    able(core.context);
    if (updateFeed(core.context) === null) throw refused('Name the address of newer versions first.');
    await lookForUpdate(core.context);
    return updatesView(core.context);
  }),
  download: api.updates.download.handler(async ({ context: { core } }) => {
    const updates = able(core.context);
    if (updates.state.kind !== 'available') throw refused('There is nothing to download: check first.');
    await updates.download();
    return updatesView(core.context);
  }),
  restart: api.updates.restart.handler(({ context: { core } }) => {
    const updates = able(core.context);
    if (updates.state.kind !== 'ready')
      throw refused('There is no newer version here yet: download it first.');
    updates.restart();
    return { done: true as const };
  }),
};

function able({ updates }: CoreContext): Updates {
  if (updates === undefined || updates.impossible !== null)
    throw refused(updates?.impossible ?? 'This installation does not update itself.');
  return updates;
}
