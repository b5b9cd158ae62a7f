import { useQuery } from '@tanstack/react-query';
import { api } from '../api/client.ts';

/** How many things wait for the user; 0 while that is not known. */
export function useWaitingCount(): number {
  return useQuery(api.attention.list.queryOptions()).data?.length ?? 0;
}
