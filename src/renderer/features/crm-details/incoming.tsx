import { IconAlertTriangle, IconCircleCheck, IconHourglass } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { SourceView } from '#contract/health.ts';
import { api } from '../../api/client.ts';
import { Section } from '../../ui/page-header.tsx';
import { ErrorState, LoadingState } from '../../ui/page-states.tsx';
import { TimeText } from '../../ui/time-text.tsx';
import { ToneMark } from '../../ui/tone-mark.tsx';
import classes from './health.module.css';
import { gapWords, sourceName } from './source-words.ts';

/** When something last came in from each source, and what is usual: a silence is noticed. */
export function Incoming({ connectionId }: { readonly connectionId: string }) {
  const query = useQuery(api.health.sources.queryOptions({ input: { id: connectionId } }));
  const sources = query.data;
  return (
    <Section
      title="What comes in"
      description="When nothing comes for three times the usual gap, and for two working days at least, you are told once."
    >
      {sources === undefined ? (
        query.error ? (
          <ErrorState error={query.error} onRetry={() => void query.refetch()} />
        ) : (
          <LoadingState label="Reading what came in" lines={3} />
        )
      ) : (
        <table className={classes.sources}>
          <thead>
            <tr>
              <th scope="col">Source</th>
              <th scope="col">Last event</th>
              <th scope="col">Usually</th>
              <th scope="col">State</th>
            </tr>
          </thead>
          <tbody>
            {sources.map((source) => (
              <tr key={`${source.source}/${source.of}`}>
                <td>
                  <bdi>{sourceName(source)}</bdi>
                </td>
                <td>{source.lastAt === null ? 'nothing yet' : <TimeText at={source.lastAt} />}</td>
                <td>{source.usualGap === null ? 'not known yet' : gapWords(source.usualGap)}</td>
                <td>
                  <Standing source={source} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Section>
  );
}

function Standing({ source: { usualGap, isSilent, check } }: { readonly source: SourceView }) {
  if (isSilent) {
    return (
      <>
        <ToneMark tone="bad" icon={IconAlertTriangle}>
          silent
        </ToneMark>
        <p className={classes.check}>{check}</p>
      </>
    );
  }
  return usualGap === null ? (
    <ToneMark tone="quiet" icon={IconHourglass}>
      learning
    </ToneMark>
  ) : (
    <ToneMark tone="good" icon={IconCircleCheck}>
      as usual
    </ToneMark>
  );
}
