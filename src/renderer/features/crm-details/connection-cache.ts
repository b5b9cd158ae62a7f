import type { ConnectionView } from '#contract/connections.ts';
import { api, queryClient } from '../../api/client.ts';

/** Shows a connection as the program just answered it, without asking again. */
export function putConnection(view: ConnectionView): void {
  queryClient.setQueryData(api.connections.list.queryKey(), (all) => {
    if (all === undefined) return all;
    return all.some(({ id }) => id === view.id)
      ? all.map((each) => (each.id === view.id ? view : each))
      : [...all, view];
  });
}
