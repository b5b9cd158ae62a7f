import { Button } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconCircleDashed } from '@tabler/icons-react';
import type { AppView, ConnectionView } from '#contract/connections.ts';
import type { ScopeFeature } from '#contract/names.ts';
import { Section } from '../../ui/page-header.tsx';
import { TimeText } from '../../ui/time-text.tsx';
import { ToneMark } from '../../ui/tone-mark.tsx';
import classes from './crm-details.module.css';

type AppScope = AppView['scopes'][number];

const FEATURES: Readonly<Record<ScopeFeature, { title: string; lacking: string }>> = {
  reading: {
    title: 'Reading',
    lacking: 'Not granted. The assistants cannot work without it.',
  },
  writing: {
    title: 'Writing',
    lacking: 'Not granted, so nothing can be written to this CRM. Everything else goes on.',
  },
  inviting: {
    title: 'Inviting assistants',
    lacking: 'Not granted, so assistants are invited in HubSpot. Everything else goes on.',
  },
};

/** What HubSpot granted to the team's app, feature by feature, with *Grant* for what is not there. */
export function PermissionsTab({
  connection,
  app,
  onGrant,
}: {
  readonly connection: ConnectionView;
  readonly app: AppView;
  readonly onGrant: (feature: ScopeFeature) => void;
}) {
  return (
    <Section
      title="Permissions"
      description={
        <>
          Granted <TimeText at={app.grantedAt} /> by <bdi className="foreign">{connection.identity}</bdi>, in
          whose name Baton works.
        </>
      }
    >
      <ul className={classes.permissions}>
        {(Object.keys(FEATURES) as ScopeFeature[]).map((feature) => (
          <Feature
            key={feature}
            feature={feature}
            scopes={app.scopes.filter((scope) => scope.feature === feature)}
            isActive={connection.status === 'Active'}
            onGrant={() => onGrant(feature)}
          />
        ))}
      </ul>
    </Section>
  );
}

function Feature({
  feature,
  scopes,
  isActive,
  onGrant,
}: {
  readonly feature: ScopeFeature;
  readonly scopes: readonly AppScope[];
  readonly isActive: boolean;
  readonly onGrant: () => void;
}) {
  const { title, lacking } = FEATURES[feature];
  const isGranted = scopes.every((scope) => scope.isGranted);
  const isMissed = !isGranted && scopes.some((scope) => scope.isNeeded);
  return (
    <li>
      <div className={classes.permissionHead}>
        <h3>{title}</h3>
        {isGranted ? (
          <ToneMark tone="good" icon={IconCircleCheck}>
            granted
          </ToneMark>
        ) : isMissed ? (
          <ToneMark tone="bad" icon={IconAlertTriangle}>
            missing
          </ToneMark>
        ) : (
          <ToneMark tone="quiet" icon={IconCircleDashed}>
            not granted
          </ToneMark>
        )}
        {!isGranted && (
          <Button size="compact-sm" variant="default" disabled={!isActive} onClick={onGrant}>
            Grant…
          </Button>
        )}
      </div>
      {!isGranted && <p className={classes.hint}>{lacking}</p>}
      <dl className={classes.scopes}>
        {scopes.map(({ scope, purpose, isGranted: has }) => (
          <div key={scope}>
            <dt>
              <code>{scope}</code>
              {!has && !isGranted && scopes.length > 1 && <span className={classes.optional}>missing</span>}
            </dt>
            <dd>{purpose}</dd>
          </div>
        ))}
      </dl>
    </li>
  );
}
