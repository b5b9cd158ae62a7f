import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { api } from '../api/client.ts';

/** At most this many at once; the rest is to be found in Activity. */
const MOST_SHOWN = 3;

/** Shows what the program has to say while the window is open. What was said before is not said again. */
export function Notices() {
  const query = useQuery(api.system.notices.queryOptions());
  const seen = useRef<Set<string> | null>(null);
  useEffect(() => {
    if (query.data === undefined) return;
    const before = seen.current;
    seen.current = new Set(query.data.map(({ id }) => id));
    if (before === null) return;
    const fresh = query.data.filter(({ id }) => !before.has(id));
    for (const notice of fresh.slice(0, MOST_SHOWN)) {
      notifications.show({
        id: `notice-${notice.id}`,
        autoClose: 12_000,
        message:
          notice.leadId === null ? (
            notice.text
          ) : (
            <>
              {notice.text}{' '}
              <Link to="/leads/$leadId" params={{ leadId: notice.leadId }}>
                Open the lead
              </Link>
            </>
          ),
      });
    }
  }, [query.data]);
  return null;
}
