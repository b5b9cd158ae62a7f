import { HOUR } from '#core/domain/time.ts';
import type { HealthChange } from '#core/ports/store/health.ts';
import type { Row } from './schema.ts';
import { parametersFor, type Parameter, type Statements } from './statements.ts';
import { toFlag } from './stored-values.ts';
import type { Writing } from './writing.ts';

/** Events of a source are kept so long: longer than any look back, for a source that has been silent since. */
const EVENTS_KEPT = 400 * 24 * HOUR;

/** Writes what a change says about the health of connections, and nothing where it says nothing. */
export function healthWriter(statements: Statements, writing: Writing): (change: HealthChange) => void {
  const saveIncident = statements.run((q, p: Parameter<Row<'incident'>>) =>
    q
      .insertInto('incident')
      .values(parametersFor(p, ['key', 'connection_id', 'cause', 'sentence', 'since', 'until']))
      .onConflict((conflict) =>
        conflict.column('key').doUpdateSet((eb) => ({
          cause: eb.ref('excluded.cause'),
          sentence: eb.ref('excluded.sentence'),
          until: eb.ref('excluded.until'),
        })),
      ),
  );
  const dropWatched = statements.run((q, p: Parameter<{ connectionId: string }>) =>
    q.deleteFrom('watched_field').where('connection_id', '=', p('connectionId')),
  );
  const dropDifferences = statements.run((q, p: Parameter<{ connectionId: string }>) =>
    q.deleteFrom('field_difference').where('connection_id', '=', p('connectionId')),
  );
  const addWatched = statements.run((q, p: Parameter<Row<'watched_field'>>) =>
    q
      .insertInto('watched_field')
      .values(
        parametersFor(p, [
          'connection_id',
          'key',
          'name',
          'label',
          'type',
          'field_type',
          'group_name',
          'is_ours',
          'options',
        ]),
      ),
  );
  const addDifference = statements.run((q, p: Parameter<Row<'field_difference'>>) =>
    q
      .insertInto('field_difference')
      .values(
        parametersFor(p, ['connection_id', 'key', 'kind', 'option', 'property', 'was', 'is_now', 'since']),
      ),
  );
  const saveRule = statements.run((q, p: Parameter<Row<'field_rule'>>) =>
    q
      .insertInto('field_rule')
      .values(parametersFor(p, ['connection_id', 'field', 'policy']))
      .onConflict((conflict) =>
        conflict.columns(['connection_id', 'field']).doUpdateSet((eb) => ({
          policy: eb.ref('excluded.policy'),
        })),
      ),
  );
  const dropAdmins = statements.run((q) => q.deleteFrom('admin'));
  const addAdmin = statements.run((q, p: Parameter<Row<'admin'>>) =>
    q.insertInto('admin').values(parametersFor(p, ['address', 'place'])),
  );
  const addInterrupted = statements.run((q, p: Parameter<Row<'interrupted_lead'>>) =>
    q
      .insertInto('interrupted_lead')
      .values(parametersFor(p, ['lead_id', 'connection_id', 'due_at']))
      .onConflict((conflict) =>
        conflict.column('lead_id').doUpdateSet((eb) => ({ due_at: eb.ref('excluded.due_at') })),
      ),
  );
  const dropInterrupted = statements.run((q, p: Parameter<{ leadId: string }>) =>
    q.deleteFrom('interrupted_lead').where('lead_id', '=', p('leadId')),
  );
  const addEvent = statements.run((q, p: Parameter<Row<'source_event'>>) =>
    q
      .insertInto('source_event')
      .values(parametersFor(p, ['source', 'subject', 'hour', 'at']))
      .onConflict((conflict) =>
        conflict.columns(['source', 'subject', 'hour']).doUpdateSet((eb) => ({
          at: eb.fn<number>('max', ['source_event.at', 'excluded.at']),
        })),
      ),
  );
  const dropOldEvents = statements.run((q, p: Parameter<{ source: string; before: number }>) =>
    q.deleteFrom('source_event').where('source', '=', p('source')).where('at', '<', p('before')),
  );
  const dropSilence = statements.run((q, p: Parameter<{ source: string; subject: string; at: number }>) =>
    q
      .deleteFrom('silence')
      .where('source', '=', p('source'))
      .where('subject', '=', p('subject'))
      .where('last_at', '<', p('at')),
  );
  const addSilence = statements.run((q, p: Parameter<Row<'silence'>>) =>
    q
      .insertInto('silence')
      .values(parametersFor(p, ['source', 'subject', 'last_at', 'noticed_at']))
      .onConflict((conflict) => conflict.columns(['source', 'subject']).doNothing()),
  );

  function fieldWatch({
    connectionId,
    watched,
    differences,
  }: NonNullable<HealthChange['fieldWatch']>[number]) {
    writing.at('watched_field', connectionId);
    dropWatched({ connectionId });
    dropDifferences({ connectionId });
    for (const { key, name, label, type, fieldType, groupName, isOurs, options } of watched) {
      addWatched({
        connection_id: connectionId,
        key,
        name,
        label,
        type,
        field_type: fieldType,
        group_name: groupName,
        is_ours: toFlag(isOurs),
        options: JSON.stringify(options),
      });
    }
    for (const { is, ...difference } of differences)
      addDifference({ connection_id: connectionId, ...difference, is_now: is });
  }

  return (change) => {
    for (const { connectionId, ...incident } of change.incidents ?? []) {
      writing.at('incident', incident.key);
      saveIncident({ connection_id: connectionId, ...incident });
    }
    for (const watch of change.fieldWatch ?? []) fieldWatch(watch);
    for (const { connectionId, field, policy } of change.fieldRules ?? []) {
      writing.at('field_rule', connectionId);
      saveRule({ connection_id: connectionId, field, policy });
    }
    if (change.admins !== undefined) {
      writing.at('admin', '');
      dropAdmins({});
      change.admins.forEach((address, place) => addAdmin({ address, place }));
    }
    for (const { leadId, connectionId, dueAt } of change.interrupted ?? []) {
      writing.at('interrupted_lead', leadId);
      addInterrupted({ lead_id: leadId, connection_id: connectionId, due_at: dueAt });
    }
    for (const leadId of change.answered ?? []) dropInterrupted({ leadId });
    for (const { source, subject, at } of change.sourceEvents ?? []) {
      writing.at('source_event', `${source}/${subject}`);
      addEvent({ source, subject, hour: Math.floor(at / HOUR), at });
      dropSilence({ source, subject, at });
      dropOldEvents({ source, before: at - EVENTS_KEPT });
    }
    for (const { source, subject, lastAt, noticedAt } of change.silences ?? []) {
      writing.at('silence', `${source}/${subject}`);
      addSilence({ source, subject, last_at: lastAt, noticed_at: noticedAt });
    }
  };
}
