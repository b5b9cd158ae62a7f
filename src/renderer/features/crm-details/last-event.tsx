import { useQuery } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { TimeText } from '../../ui/time-text.tsx';
import { sourceName } from './source-words.ts';

/** The newest thing that came in to a connection, from whatever source. */
export function LastEvent({ connectionId }: { readonly connectionId: string }) {
  const sources = useQuery(api.health.sources.queryOptions({ input: { id: connectionId } })).data ?? [];
  const newest = sources.reduce<(typeof sources)[number] | null>(
    (latest, each) => (each.lastAt !== null && each.lastAt > (latest?.lastAt ?? -1) ? each : latest),
    null,
  );
  if (newest?.lastAt == null) return 'nothing yet';
  return (
    <>
      <TimeText at={newest.lastAt} /> (<bdi>{sourceName(newest)}</bdi>)
    </>
  );
}
