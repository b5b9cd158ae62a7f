import { z } from 'zod';
import type { AuthorisationChange, AuthorisationQueries } from '#core/ports/store/authorisations.ts';
import type { Row } from './schema.ts';
import { parametersFor, type Parameter, type Statements } from './statements.ts';
import { fromJson } from './stored-values.ts';
import type { Writing } from './writing.ts';

const scopes = z.array(z.string());

export function authorisationQueries(statements: Statements): AuthorisationQueries {
  const one = statements.one((q, p: Parameter<{ connectionId: string }>) =>
    q.selectFrom('authorisation').selectAll().where('connection_id', '=', p('connectionId')),
  );
  return {
    of: (connectionId) => {
      const row = one({ connectionId });
      if (row === undefined) return null;
      return {
        connectionId,
        clientId: row.client_id,
        returnPage: row.return_page,
        scopes: fromJson(scopes, row.scopes, { table: 'authorisation', id: connectionId }, 'scopes'),
        grantedAt: row.granted_at,
      };
    },
  };
}

/** Writes through which app a connection has its access. */
export function authorisationWriter(
  statements: Statements,
  writing: Writing,
): (change: AuthorisationChange) => void {
  const save = statements.run((q, p: Parameter<Row<'authorisation'>>) =>
    q
      .insertInto('authorisation')
      .values(parametersFor(p, ['connection_id', 'client_id', 'return_page', 'scopes', 'granted_at']))
      .onConflict((conflict) =>
        conflict.column('connection_id').doUpdateSet((eb) => ({
          client_id: eb.ref('excluded.client_id'),
          return_page: eb.ref('excluded.return_page'),
          scopes: eb.ref('excluded.scopes'),
          granted_at: eb.ref('excluded.granted_at'),
        })),
      ),
  );
  const remove = statements.run((q, p: Parameter<{ connectionId: string }>) =>
    q.deleteFrom('authorisation').where('connection_id', '=', p('connectionId')),
  );
  return (change) => {
    for (const each of change.authorisations ?? []) {
      writing.at('authorisation', each.connectionId);
      save({
        connection_id: each.connectionId,
        client_id: each.clientId,
        return_page: each.returnPage,
        scopes: JSON.stringify(each.scopes),
        granted_at: each.grantedAt,
      });
    }
    for (const connectionId of change.removeAuthorisations ?? []) remove({ connectionId });
  };
}
