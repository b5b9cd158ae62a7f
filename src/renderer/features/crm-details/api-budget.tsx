import { Progress } from '@mantine/core';
import { IconPlayerPause } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Suspense, lazy } from 'react';
import type { BudgetView, ConnectionView } from '#contract/connections.ts';
import { api } from '../../api/client.ts';
import { Section } from '../../ui/page-header.tsx';
import { ErrorState, LoadingState } from '../../ui/page-states.tsx';
import { TimeText } from '../../ui/time-text.tsx';
import { purposeWords, stretchWords, usedPart } from './budget-words.ts';
import classes from './budget.module.css';

const CallsChart = lazy(async () => ({ default: (await import('./calls-chart.tsx')).CallsChart }));

/** The program counts without a call to the CRM, so it can be asked often. */
const ASK_AGAIN_MS = 5_000;
/** Above this part of an allowance the meter turns. */
const HIGH = 0.8;

/** What is left of the calls that the CRM allows, and what they are spent on. */
export function ApiBudget({ connection }: { readonly connection: ConnectionView }) {
  const query = useQuery(
    api.connections.budget.queryOptions({ input: { id: connection.id }, refetchInterval: ASK_AGAIN_MS }),
  );
  const budget = query.data;
  return (
    <Section
      title="API budget"
      description="HubSpot counts the calls of every app of the account. Baton keeps below the limit, and calls that a person waits for go first."
    >
      {budget ? (
        <Budget budget={budget} />
      ) : query.error ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <LoadingState label="Reading the budget" />
      )}
    </Section>
  );
}

function Budget({ budget }: { readonly budget: BudgetView }) {
  const { window, day, calls, perMinute, pausedUntil } = budget;
  const all = calls.reduce((sum, { count }) => sum + count, 0);
  const most = Math.max(1, ...calls.map(({ count }) => count));
  return (
    <div className={classes.budget}>
      {pausedUntil !== null && (
        <p className={classes.paused} role="status">
          <IconPlayerPause size={18} aria-hidden />
          <span>
            <strong>Calls pause.</strong> The CRM asked to wait; they go on by themselves{' '}
            <TimeText at={pausedUntil} />.
          </span>
        </p>
      )}
      <div className={classes.meters}>
        <Meter
          label={window === null ? 'Window' : `In ${stretchWords(window.intervalMs)}`}
          allowance={window}
        />
        <Meter label="Today" allowance={day} />
      </div>
      {perMinute.length > 0 && (
        <Suspense fallback={<div className={classes.chartRoom} />}>
          <CallsChart perMinute={perMinute} />
        </Suspense>
      )}
      {calls.length === 0 ? (
        <p className={classes.quiet}>No call was made since Baton was started.</p>
      ) : (
        <table className={classes.calls}>
          <caption>Since Baton was started: {all.toLocaleString()} calls</caption>
          <tbody>
            {calls
              .toSorted((one, other) => other.count - one.count)
              .map(({ purpose, count }) => (
                <tr key={purpose}>
                  <th scope="row">{purposeWords(purpose)}</th>
                  <td className={classes.number}>{count.toLocaleString()}</td>
                  <td className={classes.barCell} aria-hidden>
                    <span className={classes.bar} style={{ width: `${(100 * count) / most}%` }} />
                  </td>
                </tr>
              ))}
          </tbody>
        </table>
      )}
    </div>
  );
}

function Meter({
  label,
  allowance,
}: {
  readonly label: string;
  readonly allowance: { readonly max: number; readonly remaining: number } | null;
}) {
  if (allowance === null) {
    return (
      <div>
        <p className={classes.meterWords}>
          <span>{label}</span>
          <span className={classes.quiet}>not told by the CRM so far</span>
        </p>
        <Progress value={0} aria-hidden />
      </div>
    );
  }
  const used = usedPart(allowance);
  return (
    <div>
      <p className={classes.meterWords}>
        <span>{label}</span>
        <span>
          <strong>{Math.max(0, allowance.remaining).toLocaleString()}</strong> of{' '}
          {allowance.max.toLocaleString()} calls left
        </span>
      </p>
      <Progress
        value={used * 100}
        color={used > HIGH ? 'danger' : 'petrol'}
        aria-label={`${label}: ${Math.round(used * 100)} % used`}
      />
    </div>
  );
}
