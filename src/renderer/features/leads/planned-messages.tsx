import { Button, Title } from '@mantine/core';
import { IconCalendarEvent } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { PlannedMessage } from '#contract/planned-messages.ts';
import { api } from '../../api/client.ts';
import { TimeText } from '../../ui/time-text.tsx';
import classes from './planned-messages.module.css';
import { PlannedDate, PlannedWords } from './planned-editor.tsx';
import { usePlannedActions } from './use-planned-actions.ts';

/** The messages of a lead that are to come, as they would go out; each can be changed, left out or moved. */
export function PlannedMessages({ leadId, headings }: { readonly leadId: string; readonly headings: 2 | 3 }) {
  const query = useQuery(api.plannedMessages.list.queryOptions({ input: { leadId } }));
  const [all, setAll] = useState(false);
  const messages = query.data?.messages ?? [];
  if (messages.length === 0) return null;
  const shown = all ? messages : messages.slice(0, 1);
  return (
    <section aria-label="Messages to come">
      <Title order={headings} className={classes.heading}>
        Messages to come
      </Title>
      <ol className={classes.list}>
        {shown.map((message) => (
          <Planned key={message.step} leadId={leadId} message={message} />
        ))}
      </ol>
      {messages.length > 1 && (
        <Button size="compact-xs" variant="subtle" onClick={() => setAll(!all)} aria-expanded={all}>
          {all ? 'Show the next only' : `${messages.length - 1} more planned`}
        </Button>
      )}
    </section>
  );
}

type Doing = 'words' | 'date' | null;

function Planned({ leadId, message }: { readonly leadId: string; readonly message: PlannedMessage }) {
  const { step, of, at, isNext, isSkipped, version } = message;
  const [open, setOpen] = useState(false);
  const [doing, setDoing] = useState<Doing>(null);
  const { skip, putBack, isBusy } = usePlannedActions(leadId);
  const name = `Message ${step + 1}`;
  const changed = message.editedAt !== null;
  return (
    <li className={classes.message} data-skipped={isSkipped || undefined}>
      <span className={classes.dot}>
        <IconCalendarEvent size={14} stroke={1.9} aria-hidden />
      </span>
      <div className={classes.content}>
        <p className={classes.title}>
          {name} of {of}
          {isSkipped && <span className={classes.mark}>left out</span>}
          {changed && <span className={classes.mark}>edited by a person</span>}
          {at !== null && (
            <span className={classes.time}>
              {isNext ? '' : 'about '}
              <TimeText at={at} show="exact" />
            </span>
          )}
        </p>
        {message.problem !== null && <p className={classes.problem}>{message.problem}</p>}
        {doing === 'words' ? (
          <PlannedWords leadId={leadId} message={message} onClose={() => setDoing(null)} />
        ) : (
          <div className={classes.words} dir="auto">
            <p className={classes.subject}>{message.subject}</p>
            <p className={open ? classes.text : classes.preview}>{message.text.trim()}</p>
          </div>
        )}
        {doing === 'date' && at !== null && (
          <PlannedDate leadId={leadId} step={step} at={at} onClose={() => setDoing(null)} />
        )}
        {doing === null && (
          <div className={classes.buttons}>
            <Button size="compact-xs" variant="subtle" aria-expanded={open} onClick={() => setOpen(!open)}>
              {open ? 'Show less' : 'Show the message'}
            </Button>
            <Button
              size="compact-xs"
              variant="subtle"
              aria-label={`Edit ${name.toLowerCase()}`}
              onClick={() => setDoing('words')}
            >
              Edit
            </Button>
            {isNext && at !== null && (
              <Button
                size="compact-xs"
                variant="subtle"
                aria-label={`Move ${name.toLowerCase()}`}
                onClick={() => setDoing('date')}
              >
                Move
              </Button>
            )}
            <Button
              size="compact-xs"
              variant="subtle"
              disabled={isBusy}
              aria-label={`${isSkipped ? 'Send it after all,' : 'Leave out'} ${name.toLowerCase()}`}
              onClick={() => skip({ leadId, step, version, skipped: !isSkipped })}
            >
              {isSkipped ? 'Send it after all' : 'Leave out'}
            </Button>
            {changed && (
              <Button
                size="compact-xs"
                variant="subtle"
                disabled={isBusy}
                aria-label={`Put back ${name.toLowerCase()}`}
                onClick={() => putBack({ leadId, step, version })}
              >
                Put back
              </Button>
            )}
          </div>
        )}
      </div>
    </li>
  );
}
