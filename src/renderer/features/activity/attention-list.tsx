import { Button, Title } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { AttentionItem } from '#contract/activity.ts';
import { api, queryClient } from '../../api/client.ts';
import { notifyDone, notifyFailure } from '../../ui/notify.ts';
import { TimeText } from '../../ui/time-text.tsx';
import classes from './activity-page.module.css';

/** How many stand at first; fewer in a low window, where the list below needs the room. */
const SHOWN_AT_FIRST = 3;
const SHOWN_WHEN_LOW = 1;
const LOW_WINDOW = '(max-height: 700px)';

/** Does what a needs-attention button promises. */
function useSolve(): (item: AttentionItem) => void {
  const navigate = useNavigate();
  const onError = notifyFailure;
  const settled = (words: string) => () => {
    notifyDone(words);
    void queryClient.invalidateQueries({ queryKey: api.activity.key() });
  };
  const retry = useMutation(
    api.activity.retry.mutationOptions({ onSuccess: settled('It is tried again.'), onError }),
  );
  const dismiss = useMutation(
    api.activity.dismiss.mutationOptions({ onSuccess: settled('Given up.'), onError }),
  );
  return ({ button }) => {
    switch (button.action) {
      case 'retry':
        return retry.mutate({ id: Number(button.target) });
      case 'dismiss':
        return dismiss.mutate({ id: Number(button.target) });
      case 'open-lead':
        return void navigate({ to: '/leads/$leadId', params: { leadId: button.target } });
      case 'open-data':
        return void navigate({ to: '/data', search: button.target === '' ? {} : { person: button.target } });
      case 'open-connection':
      case 'set-up-fields':
      case 'answer-baseline':
        return void navigate({ to: '/crm-details/$connectionId', params: { connectionId: button.target } });
    }
  };
}

/** What waits for the user, each with the button that solves it. Nothing when nothing waits. */
export function AttentionList() {
  const query = useQuery(api.activity.attention.queryOptions());
  const [all, setAll] = useState(false);
  const low = useMediaQuery(LOW_WINDOW, false, { getInitialValueInEffect: false });
  const atFirst = low ? SHOWN_WHEN_LOW : SHOWN_AT_FIRST;
  const solve = useSolve();
  const items = query.data ?? [];
  if (items.length === 0) return null;
  const shown = all ? items : items.slice(0, atFirst);
  return (
    <section className={classes.attention} aria-labelledby="attention-title">
      <div className={classes.attentionHead}>
        <IconAlertTriangle size={17} stroke={1.9} aria-hidden />
        <Title order={2} id="attention-title">
          {items.length === 1 ? '1 thing needs you' : `${items.length} things need you`}
        </Title>
        {items.length > atFirst && (
          <Button size="compact-xs" variant="subtle" onClick={() => setAll(!all)} aria-expanded={all}>
            {all ? 'Show fewer' : `Show all ${items.length}`}
          </Button>
        )}
      </div>
      <ul className={classes.attentionItems}>
        {shown.map((item) => (
          <li key={item.id} className={classes.attentionItem}>
            <span className="foreign">{item.cause}</span>
            <TimeText at={item.since} className={classes.quiet} />
            <Button size="compact-sm" variant="default" onClick={() => solve(item)}>
              {item.button.label}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
