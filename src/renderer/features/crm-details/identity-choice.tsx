import { Alert, Radio } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { AttemptView } from '#contract/authorisation.ts';
import type { IdentityKind } from '#contract/names.ts';
import classes from './crm-details.module.css';

type Identities = Extract<AttemptView['stage'], { kind: 'confirm' }>['identities'];

const LABELS: Readonly<Record<IdentityKind, string>> = {
  person: 'A person’s own account',
  integration: 'An integration user',
};

/** What the user is who allowed the app: under that name every write stands in the CRM's history. */
export function IdentityChoice({
  identities,
  value,
  onChange,
}: {
  readonly identities: Identities;
  readonly value: IdentityKind;
  readonly onChange: (kind: IdentityKind) => void;
}) {
  const chosen = identities.find(({ actsAs }) => actsAs === value);
  return (
    <div className={classes.identity}>
      <Radio.Group
        label="Baton writes as"
        value={value}
        onChange={(next) => onChange(next === 'integration' ? 'integration' : 'person')}
      >
        <div className={classes.presets}>
          {identities.map(({ actsAs, sentence }) => (
            <Radio key={actsAs} value={actsAs} label={LABELS[actsAs]} description={sentence} />
          ))}
        </div>
      </Radio.Group>
      <div role="status">
        {chosen !== undefined && chosen.warning !== null && (
          <Alert color="warning" variant="light" icon={<IconAlertTriangle size={18} aria-hidden />}>
            {chosen.warning}
          </Alert>
        )}
      </div>
    </div>
  );
}
