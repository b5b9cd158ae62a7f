import { z } from 'zod';
import { IDENTITY_KINDS } from '#core/domain/crm/identity.ts';
import type { AuthorisationChange, AuthorisationQueries } from '#core/ports/store/authorisations.ts';
import type { Row } from './schema.ts';
import { parametersFor, type Parameter, type Statements } from './statements.ts';
import { fromJson, word } from './stored-values.ts';
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
      const name = { table: 'authorisation', id: connectionId };
      return {
        connectionId,
        clientId: row.client_id,
        returnPage: row.return_page,
        scopes: fromJson(scopes, row.scopes, name, 'scopes'),
        grantedAt: row.granted_at,
        actsAs: word(IDENTITY_KINDS, row.acts_as, name, 'acts_as'),
        ownContacts: row.own_contacts,
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
      .values(
        parametersFor(p, [
          'connection_id',
          'client_id',
          'return_page',
          'scopes',
          'granted_at',
          'acts_as',
          'own_contacts',
        ]),
      )
      .onConflict((conflict) =>
        conflict.column('connection_id').doUpdateSet((eb) => ({
          client_id: eb.ref('excluded.client_id'),
          return_page: eb.ref('excluded.return_page'),
          scopes: eb.ref('excluded.scopes'),
          granted_at: eb.ref('excluded.granted_at'),
          acts_as: eb.ref('excluded.acts_as'),
          own_contacts: eb.ref('excluded.own_contacts'),
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
        acts_as: each.actsAs,
        own_contacts: each.ownContacts,
      });
    }
    for (const connectionId of change.removeAuthorisations ?? []) remove({ connectionId });
  };
}
