import { COMMANDS } from '../attention/commands.ts';
import { attentionList, dismissEntry } from '../attention/list.ts';
import { BackupFailed } from '../ports/backups.ts';
import { refused } from './failures.ts';
import { api } from './implement.ts';

const GONE = 'This no longer waits for you.';

export const attentionProcedures = {
  list: api.attention.list.handler(({ context: { core } }) => attentionList(core.context)),
  act: api.attention.act.handler(async ({ context: { core }, input }) => {
    const entry = attentionList(core.context).find((each) => each.id === input.id);
    const offered = entry?.actions.some((action) => action.kind === 'do' && action.command === input.command);
    if (entry === undefined || offered !== true) throw refused(GONE);
    try {
      await COMMANDS[input.command](core.context, entry);
    } catch (error) {
      if (error instanceof BackupFailed) throw refused(error.message);
      throw error;
    }
    return { done: true as const };
  }),
  dismiss: api.attention.dismiss.handler(({ context: { core }, input }) => {
    if (!dismissEntry(core.context, input.id)) throw refused(GONE);
    return { done: true as const };
  }),
};
