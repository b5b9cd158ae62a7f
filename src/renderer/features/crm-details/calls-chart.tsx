import '@mantine/charts/styles.css';
import { BarChart } from '@mantine/charts';
import type { BudgetView } from '#contract/connections.ts';
import { clockTime } from '../../ui/time-words.ts';
import classes from './budget.module.css';

/** Calls a minute over the last hour. */
export function CallsChart({ perMinute }: { readonly perMinute: BudgetView['perMinute'] }) {
  const data = perMinute.map(({ at, count }) => ({ time: clockTime(at), calls: count }));
  const most = Math.max(...perMinute.map(({ count }) => count));
  const all = perMinute.reduce((sum, { count }) => sum + count, 0);
  return (
    <figure className={classes.chart}>
      <figcaption>Calls a minute, last hour</figcaption>
      <div
        role="img"
        aria-label={`${all.toLocaleString()} calls in ${perMinute.length} minutes, at most ${most.toLocaleString()} in one`}
      >
        <BarChart
          h={150}
          data={data}
          dataKey="time"
          series={[{ name: 'calls', label: 'Calls', color: 'petrol.5' }]}
          tickLine="none"
          gridAxis="x"
          barChartProps={{ barCategoryGap: 1, accessibilityLayer: false }}
          xAxisProps={{ interval: 'equidistantPreserveStart', minTickGap: 40 }}
          yAxisProps={{ width: 36, allowDecimals: false }}
        />
      </div>
    </figure>
  );
}
