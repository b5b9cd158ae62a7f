import { ROLES, SETTING_NAMES } from '#core/domain/settings/setting-changes.ts';
import type { AuditChange, AuditQueries } from '#core/ports/store/audit.ts';
import type { Row } from './schema.ts';
import { parametersFor, type Parameter, type Statements } from './statements.ts';
import { word } from './stored-values.ts';
import type { Writing } from './writing.ts';

export function auditQueries(statements: Statements): AuditQueries {
  const newest = statements.all((q, p: Parameter<{ connectionId: string; limit: number }>) =>
    q
      .selectFrom('setting_change')
      .selectAll()
      .where((eb) => eb.or([eb('connection_id', '=', p('connectionId')), eb('connection_id', 'is', null)]))
      .orderBy('at', 'desc')
      .orderBy('id', 'desc')
      .limit(p('limit')),
  );
  return {
    settingChanges: (connectionId, limit) =>
      newest({ connectionId, limit }).map((row) => {
        const name = { table: 'setting_change', id: row.id };
        return {
          id: row.id,
          connectionId: row.connection_id,
          assistantId: row.assistant_id,
          setting: word(SETTING_NAMES, row.setting, name, 'setting'),
          role: word(ROLES, row.role, name, 'role'),
          at: row.at,
          from: row.from_value,
          to: row.to_value,
        };
      }),
  };
}

/** Writes the audit of switches. */
export function auditWriter(statements: Statements, writing: Writing): (change: AuditChange) => void {
  const note = statements.run((q, p: Parameter<Row<'setting_change'>>) =>
    q
      .insertInto('setting_change')
      .values(
        parametersFor(p, [
          'id',
          'connection_id',
          'assistant_id',
          'setting',
          'role',
          'at',
          'from_value',
          'to_value',
        ]),
      ),
  );
  return (change) => {
    for (const each of change.settingChanges ?? []) {
      writing.at('setting_change', each.id);
      note({
        id: each.id,
        connection_id: each.connectionId,
        assistant_id: each.assistantId,
        setting: each.setting,
        role: each.role,
        at: each.at,
        from_value: each.from,
        to_value: each.to,
      });
    }
  };
}
