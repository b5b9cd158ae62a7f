import { useQuery } from '@tanstack/react-query';
import { api } from '../api/client.ts';

/** Some things begin to need attention by time alone, with no push: a backup grows too old. */
const LOOK_AGAIN_MS = 60_000;

/** How many things wait for the user; 0 while that is not known. */
export function useWaitingCount(): number {
  const query = useQuery(api.attention.list.queryOptions({ refetchInterval: LOOK_AGAIN_MS }));
  return query.data?.length ?? 0;
}
