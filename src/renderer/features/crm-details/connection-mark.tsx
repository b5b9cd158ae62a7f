import { IconCircleCheck, IconPlugConnectedX, IconPlugOff } from '@tabler/icons-react';
import type { ConnectionStatus } from '#contract/names.ts';
import type { Tone } from '../../ui/tone-mark.tsx';
import { ToneMark } from '../../ui/tone-mark.tsx';

const LOOKS: Readonly<Record<ConnectionStatus, { tone: Tone; icon: typeof IconPlugOff }>> = {
  Active: { tone: 'good', icon: IconCircleCheck },
  Inactive: { tone: 'quiet', icon: IconPlugOff },
  Failed: { tone: 'bad', icon: IconPlugConnectedX },
};

/** How a connection stands: Active, Inactive or Failed. */
export function ConnectionMark({ status }: { readonly status: ConnectionStatus }) {
  const { tone, icon } = LOOKS[status];
  return (
    <ToneMark tone={tone} icon={icon}>
      {status}
    </ToneMark>
  );
}
