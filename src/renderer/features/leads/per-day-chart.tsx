import '@mantine/charts/styles.css';
import { BarChart } from '@mantine/charts';
import type { Overview } from '#contract/activity.ts';
import classes from './leads-page.module.css';

/** Messages sent and received per day over the last 30 days. */
export function PerDayChart({ perDay }: { readonly perDay: Overview['perDay'] }) {
  const sent = perDay.reduce((sum, day) => sum + day.sent, 0);
  const received = perDay.reduce((sum, day) => sum + day.received, 0);
  const words = `${sent.toLocaleString()} sent and ${received.toLocaleString()} received in 30 days`;
  return (
    <figure className={classes.chart}>
      <figcaption className={classes.chartCaption}>
        <span>
          <span className={classes.key} data-series="sent" aria-hidden /> <b>{sent.toLocaleString()}</b> sent
        </span>
        <span>
          <span className={classes.key} data-series="received" aria-hidden />{' '}
          <b>{received.toLocaleString()}</b> received
        </span>
        <span className={classes.quiet}>30 days</span>
      </figcaption>
      <div role="img" aria-label={words}>
        <BarChart
          h={44}
          data={perDay}
          dataKey="day"
          series={[
            { name: 'sent', label: 'Sent', color: 'var(--baton-series-1)' },
            { name: 'received', label: 'Received', color: 'var(--baton-series-2)' },
          ]}
          withXAxis={false}
          withYAxis={false}
          gridAxis="none"
          barChartProps={{
            margin: { top: 2, right: 0, bottom: 0, left: 0 },
            barGap: 0,
            barCategoryGap: 1,
            accessibilityLayer: false,
          }}
          barProps={{ isAnimationActive: false, minPointSize: 1 }}
          tooltipAnimationDuration={0}
        />
      </div>
    </figure>
  );
}
