import type { CoreContext } from '../../context.ts';
import { DAY, type Instant } from '../../domain/time.ts';
import { damagedDatabase } from '../../flows/safe-keeping/damaged-database.ts';
import { leadName } from '../../api/views/lead-view.ts';
import { utcTime } from '../../time-words.ts';
import { entry, open, type AttentionSource } from '../source.ts';

/** A database that was damaged and set aside; the newest backup is offered. */
export const damaged: AttentionSource = ({ store, backups }) => {
  const found = damagedDatabase(store);
  if (found === null) return [];
  const newest = backups.list().find((backup) => backup.format <= backups.format);
  const offer =
    newest === undefined
      ? 'There is no backup to restore.'
      : `Restore the newest backup, of ${utcTime(newest.at)}.`;
  return [
    entry('database', {
      kind: 'damaged',
      severity: 'problem',
      title: 'The database was damaged',
      cause: `The database was damaged and is set aside as ${found.name}; Baton began an empty one and does nothing yet. ${offer}`,
      since: found.at,
      actions: [open(newest === undefined ? 'See what is there' : 'Restore', '/data')],
    }),
  ];
};

/** One is made a day; this old, something keeps it from being made. */
const TOO_OLD = 3 * DAY;

/** Backups that cannot be made, or were not made for days. */
export const backup: AttentionSource = (core) => {
  const found = core.backups.problem() ?? tooOld(core);
  if (found === null) return [];
  return [
    entry('failed', {
      kind: 'backup',
      severity: 'problem',
      title: 'There is no new backup',
      cause: found.sentence,
      since: found.since,
      actions: [
        { kind: 'do', label: 'Back up now', command: 'back-up-now', confirm: null },
        open('See the backups', '/data'),
      ],
    }),
  ];
};

function tooOld({ backups, store, clock }: CoreContext): { sentence: string; since: Instant } | null {
  const [connection] = store.connections.all();
  if (connection === undefined || damagedDatabase(store) !== null) return null;
  const newest = backups.list().find((each) => each.kind === 'daily' || each.kind === 'by-hand');
  const at = newest?.at ?? connection.createdAt;
  if (clock.now() < at + TOO_OLD) return null;
  const last = newest === undefined ? 'No backup was ever made.' : `The newest backup is of ${utcTime(at)}.`;
  return { sentence: `${last} One is made each day while Baton runs; make one now.`, since: at + TOO_OLD };
}

/** People whom the CRM deleted for ever and whose data is still here. */
export const deletedForEver: AttentionSource = ({ store }) =>
  store.people.deletedForEver().map(({ lead, at }) =>
    entry(lead.id, {
      kind: 'person',
      severity: 'question',
      title: `${leadName(lead)} was deleted in the CRM`,
      cause: `${leadName(lead)} was deleted in the CRM for ever. What Baton stores about this person is still here.`,
      since: at,
      connectionId: lead.connectionId,
      leadId: lead.id,
      actions: [open('Erase the person', '/data', { person: lead.recordId })],
    }),
  );
