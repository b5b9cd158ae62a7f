import { Avatar, Progress } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { AssistantView } from '#contract/assistants.ts';
import type { MailboxView } from '#contract/mailboxes.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { ToneMark } from '../../ui/tone-mark.tsx';
import classes from './assistants.module.css';
import { MailboxMark } from './mailbox/mailbox-mark.tsx';
import { clockOf, workingDays } from './time-of-day.ts';

function Fact({ term, children }: { readonly term: string; readonly children: ReactNode }) {
  return (
    <div className={classes.fact}>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function hoursOf({ rules }: AssistantView): string {
  return `${workingDays(rules.offDays)}, ${clockOf(rules.opensAt)}–${clockOf(rules.closesAt)}, ${rules.timeZone}`;
}

/** One assistant: who she is, for whom she works, and how far she is today. */
export function AssistantCard({
  assistant,
  mailbox,
}: {
  readonly assistant: AssistantView;
  readonly mailbox: MailboxView | undefined;
}) {
  const { name, title, email, userName, rules, sentToday, activeLeads } = assistant;
  const full = sentToday >= rules.dailyLimit;
  return (
    <li className={classes.card}>
      <div className={classes.who}>
        <Avatar name={name} color="petrol" radius="xl" aria-hidden />
        <div className={classes.names}>
          <Link to="/assistants/$assistantId" params={{ assistantId: assistant.id }} className={classes.name}>
            <bdi>{name}</bdi>
          </Link>
          {title !== '' && <span className={classes.title}>{title}</span>}
        </div>
      </div>
      <div className={classes.address}>
        <bdi className="foreign">{email}</bdi>
        <CopyButton value={`${name} <${email}>`} label={`Copy the address of ${name}`} />
      </div>
      {mailbox !== undefined && ['none', 'failing'].includes(mailbox.state) && (
        <div className={classes.warning}>
          <MailboxMark state={mailbox.state} />
          <span>{mailbox.sentence}</span>
        </div>
      )}
      {assistant.context.trim() === '' ? (
        <div className={classes.warning}>
          <ToneMark tone="warning" icon={IconAlertTriangle}>
            No default context
          </ToneMark>
          <span>Contacts without one of their own wait in New and get no mail.</span>
        </div>
      ) : (
        <p className={classes.context}>
          <span className="sr-only">Context: </span>
          <bdi>{assistant.context}</bdi>
        </p>
      )}
      <dl className={classes.facts}>
        <Fact term="Works for">{userName === '' ? 'nobody in particular' : <bdi>{userName}</bdi>}</Fact>
        <Fact term="Schedule">
          <bdi>{assistant.scheduleName || 'none'}</bdi>
        </Fact>
        <Fact term="Writes">{hoursOf(assistant)}</Fact>
        <Fact term="Active leads">
          <Link to="/leads" search={{ assistantId: assistant.id }}>
            {activeLeads.toLocaleString()}
            <span className="sr-only"> active leads of {name}</span>
          </Link>
          {assistant.activeLimit !== null && (
            <span className={classes.quiet}> of at most {assistant.activeLimit.toLocaleString()}</span>
          )}
        </Fact>
      </dl>
      <div className={classes.today}>
        <div className={classes.todayWords}>
          <span>
            Sent today: {sentToday.toLocaleString()} of {rules.dailyLimit.toLocaleString()}
          </span>
          {full && <span className={classes.full}>limit reached, the rest goes out next day</span>}
        </div>
        <Progress
          value={Math.min(100, (100 * sentToday) / Math.max(1, rules.dailyLimit))}
          color={full ? 'yellow.7' : 'petrol'}
          size="sm"
          aria-hidden
        />
      </div>
    </li>
  );
}
