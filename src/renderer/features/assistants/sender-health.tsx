import { Button, TextInput } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconCircleX, IconHelpCircle } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { SenderCheck, SenderHealth as Health } from '#contract/senders.ts';
import { api, queryClient } from '../../api/client.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { FieldError } from '../../ui/field-error.tsx';
import { Section } from '../../ui/page-header.tsx';
import { TimeText } from '../../ui/time-text.tsx';
import { ToneMark } from '../../ui/tone-mark.tsx';
import type { Tone } from '../../ui/tone-mark.tsx';
import classes from './sender-health.module.css';

const NAMES = { spf: 'SPF', dkim: 'DKIM', dmarc: 'DMARC' } as const;

const LOOKS: Readonly<
  Record<SenderCheck['verdict'], { tone: Tone; icon: typeof IconCircleX; word: string }>
> = {
  good: { tone: 'good', icon: IconCircleCheck, word: 'Good' },
  weak: { tone: 'warning', icon: IconAlertTriangle, word: 'Could be better' },
  missing: { tone: 'bad', icon: IconCircleX, word: 'Missing' },
  unknown: { tone: 'quiet', icon: IconHelpCircle, word: 'No answer' },
};

/** What the DNS says of the assistant's domain, with the record to add where one is missing. */
export function SenderHealth({ assistantId }: { readonly assistantId: string }) {
  const health = useQuery(
    api.senders.health.queryOptions({ input: { assistantId }, staleTime: 5 * 60_000, retry: false }),
  );
  const [typed, setTyped] = useState<string | null>(null);
  const kept = health.data?.selector ?? '';
  const keep = useMutation(
    api.senders.setSelector.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries({ queryKey: api.senders.health.key() }),
    }),
  );
  const look = (): void => {
    const selector = (typed ?? kept).trim();
    if (selector === kept) void health.refetch();
    else keep.mutate({ assistantId, selector });
  };
  return (
    <Section
      title="Sender health"
      description="Whether receivers can tell that mails from this address are genuine. Without it they land among the junk."
    >
      {(keep.error ?? health.error) && <FieldError error={keep.error ?? health.error} />}
      {health.isPending && <p className={classes.quiet}>Asking the DNS…</p>}
      {health.data && <Report health={health.data} />}
      <div className={classes.again}>
        <TextInput
          className={classes.selector}
          label="DKIM selector"
          description="Only if the provider named one: the part before ._domainkey. It is kept."
          spellCheck={false}
          autoComplete="off"
          value={typed ?? kept}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            // The form around it is not meant.
            event.preventDefault();
            look();
          }}
        />
        <Button variant="default" loading={health.isFetching || keep.isPending} onClick={look}>
          Look again
        </Button>
      </div>
    </Section>
  );
}

function Report({ health }: { readonly health: Health }) {
  return (
    <>
      <ul className={classes.checks}>
        {health.checks.map((check) => (
          <Check key={check.kind} check={check} />
        ))}
        <Bounces bounces={health.bounces} />
        <Complaints complaints={health.complaints} />
        <Caps caps={health.caps} />
      </ul>
      <p className={classes.quiet}>
        {health.domain}, asked <TimeText at={health.at} />
      </p>
    </>
  );
}

function Check({ check }: { readonly check: SenderCheck }) {
  const look = LOOKS[check.verdict];
  return (
    <li className={classes.check}>
      <strong className={classes.name}>{NAMES[check.kind]}</strong>
      <div className={classes.said}>
        <ToneMark tone={look.tone} icon={look.icon}>
          {look.word}
        </ToneMark>
        <p className={classes.sentence}>{check.sentence}</p>
        {check.found !== null && <code className={classes.code}>{check.found}</code>}
        {check.record !== null && (
          <dl className={classes.record}>
            <dt>Name</dt>
            <dd>
              <code>{check.record.name}</code>
              <CopyButton
                value={check.record.name}
                label={`Copy the name of the ${NAMES[check.kind]} record`}
              />
            </dd>
            <dt>Type</dt>
            <dd>
              <code>{check.record.type}</code>
            </dd>
            <dt>Value</dt>
            <dd>
              <code>{check.record.value}</code>
              <CopyButton
                value={check.record.value}
                label={`Copy the value of the ${NAMES[check.kind]} record`}
              />
            </dd>
          </dl>
        )}
      </div>
    </li>
  );
}

/** The share of addresses that bounced, against the one from which risky ones are held back. */
function Bounces({ bounces }: { readonly bounces: Health['bounces'] }) {
  const share = bounces.created === 0 ? 0 : bounces.bounced / bounces.created;
  const percent = new Intl.NumberFormat(undefined, { style: 'percent', maximumFractionDigits: 1 });
  const isHigh = bounces.created > 0 && share >= bounces.guardAt;
  return (
    <li className={classes.check}>
      <strong className={classes.name}>Bounces</strong>
      <div className={classes.said}>
        <ToneMark tone={isHigh ? 'bad' : 'good'} icon={isHigh ? IconCircleX : IconCircleCheck}>
          {isHigh ? 'Too many' : 'Few'}
        </ToneMark>
        <p className={classes.sentence}>
          {bounces.bounced} of {bounces.created} new leads bounced in seven days, over the whole team
          {bounces.created > 0 && ` (${percent.format(share)})`}. From {percent.format(bounces.guardAt)} on,
          risky addresses are held back.
        </p>
      </div>
    </li>
  );
}

/** Large mail providers want a share below 0.1 %, and refuse mails from 0.3 % on. */
const COMPLAINTS = { many: 0.001, tooMany: 0.003 } as const;

/** Recipients who called a mail spam, as their providers reported it. */
function Complaints({ complaints: { sent, complained } }: { readonly complaints: Health['complaints'] }) {
  const share = sent === 0 ? 0 : complained / sent;
  const percent = new Intl.NumberFormat(undefined, { style: 'percent', maximumFractionDigits: 2 });
  const look =
    share >= COMPLAINTS.tooMany ? LOOKS.missing : share >= COMPLAINTS.many ? LOOKS.weak : LOOKS.good;
  const word = share >= COMPLAINTS.tooMany ? 'Too many' : share >= COMPLAINTS.many ? 'Many' : 'Few';
  return (
    <li className={classes.check}>
      <strong className={classes.name}>Complaints</strong>
      <div className={classes.said}>
        <ToneMark tone={look.tone} icon={look.icon}>
          {word}
        </ToneMark>
        <p className={classes.sentence}>
          {complained} of {sent} mails were called spam in thirty days, over the whole team
          {sent > 0 && ` (${percent.format(share)})`}. Providers want less than{' '}
          {percent.format(COMPLAINTS.many)}; not all of them report it.
        </p>
      </div>
    </li>
  );
}

/** What went out today, against what may. */
function Caps({ caps: { sentToday, daily, mailbox } }: { readonly caps: Health['caps'] }) {
  const isFull = sentToday >= daily || (mailbox !== null && mailbox.sentToday >= mailbox.limit);
  return (
    <li className={classes.check}>
      <strong className={classes.name}>Limits</strong>
      <div className={classes.said}>
        <ToneMark tone={isFull ? 'warning' : 'good'} icon={isFull ? IconAlertTriangle : IconCircleCheck}>
          {isFull ? 'Reached' : 'Room left'}
        </ToneMark>
        <p className={classes.sentence}>
          {sentToday} of {daily} mails today by her
          {mailbox !== null && `, ${mailbox.sentToday} of ${mailbox.limit} from her mail account`}. What is
          over goes out the next day.
        </p>
      </div>
    </li>
  );
}
