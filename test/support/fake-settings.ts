import { call, implement } from '@orpc/server';
import type { ConnectionView } from '#contract/connections.ts';
import { contract } from '#contract/contract.ts';
import type { FakeApi } from './fake-api.ts';

const os = implement(contract);
const CHANGED = 'This was changed in another window meanwhile. Reload it and change it again.';

/** The made-up API, stricter: it refuses an update of an older version, and an invitation for want of a scope. */
export function withRefusals(api: FakeApi): FakeApi {
  const { assistants, schedules, connections } = api.router;
  return {
    ...api,
    router: {
      ...api.router,
      assistants: {
        ...assistants,
        update: os.assistants.update.handler(async ({ input, errors }) => {
          const { version } = await call(assistants.get, { id: input.id });
          if (version !== input.version) throw errors.REFUSED({ data: { sentence: CHANGED } });
          return call(assistants.update, input);
        }),
      },
      schedules: {
        ...schedules,
        remove: os.schedules.remove.handler(({ errors }) => {
          throw errors.REFUSED({
            data: { sentence: 'Trade fair, short is the default of Maya Rao. Give her another one first.' },
          });
        }),
      },
      connections: {
        ...connections,
        inviteAssistant: os.connections.inviteAssistant.handler(({ errors }) => {
          throw errors.CRM({
            data: {
              sentence: 'The key may not invite users.',
              kind: 'forbidden',
              missingScopes: ['settings.users.write'],
            },
          });
        }),
      },
    },
  };
}

/** The made-up API with its first connection changed, such as to `{ status: 'Failed' }`. */
export function withConnection(api: FakeApi, change: Partial<ConnectionView>): FakeApi {
  const { connections } = api.router;
  return {
    ...api,
    router: {
      ...api.router,
      connections: {
        ...connections,
        list: os.connections.list.handler(async () => {
          const all = await call(connections.list, undefined);
          return all.map((connection, index) => (index === 0 ? { ...connection, ...change } : connection));
        }),
      },
    },
  };
}
