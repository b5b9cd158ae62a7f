import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { api } from '../api/client.ts';

/** One place on the screen: what comes next takes the place of what is there, so that a busy hour hides no page. */
const PLACE = 'notice';
const SHOWN_FOR_MS = 10_000;

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
    const [latest] = fresh;
    if (latest === undefined) return;
    const more = fresh.length - 1;
    const shown = {
      id: PLACE,
      autoClose: SHOWN_FOR_MS,
      message: (
        <>
          {latest.text}{' '}
          {latest.leadId !== null && (
            <Link to="/leads/$leadId" params={{ leadId: latest.leadId }}>
              Open the lead
            </Link>
          )}
          {more > 0 && <> {more} more at the same time: see Leads.</>}
        </>
      ),
    };
    // Updates the one that is there; shows it where there is none.
    notifications.update(shown);
    notifications.show(shown);
  }, [query.data]);
  return null;
}
