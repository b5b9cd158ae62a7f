import type { AttentionItem } from '#contract/activity.ts';
import type { CoreContext } from '../../context.ts';
import { damagedDatabase } from '../../flows/safe-keeping/damaged-database.ts';
import { utcTime } from '../../time-words.ts';
import { leadName } from './lead-view.ts';

/** What waits for the user about the data itself: a damage, a backup that fails, a person to be erased. */
export function dataItems(core: CoreContext): AttentionItem[] {
  const { backups, store } = core;
  const items: AttentionItem[] = [];
  const damaged = damagedDatabase(store);
  if (damaged !== null) {
    const newest = backups.list().find((backup) => backup.format <= backups.format);
    const offer =
      newest === undefined
        ? 'There is no backup to restore.'
        : `Restore the newest backup, of ${utcTime(newest.at)}.`;
    const cause = `The database was damaged and is set aside as ${damaged.name}; Baton began an empty one and does nothing yet. ${offer}`;
    const label = newest === undefined ? 'See what is there' : 'Restore';
    items.push({
      id: 'data/damaged',
      since: damaged.at,
      cause,
      button: { label, action: 'open-data', target: '' },
    });
  }
  const problem = backups.problem();
  if (problem !== null) {
    items.push({
      id: 'data/backup',
      since: problem.since,
      cause: problem.sentence,
      button: { label: 'See the backups', action: 'open-data', target: '' },
    });
  }
  for (const { lead, at } of store.people.deletedForEver()) {
    items.push({
      id: `data/person/${lead.id}`,
      since: at,
      cause: `${leadName(lead)} was deleted in the CRM for ever. What Baton stores about this person is still here.`,
      button: { label: 'Erase the person', action: 'open-data', target: lead.recordId },
    });
  }
  return items;
}
