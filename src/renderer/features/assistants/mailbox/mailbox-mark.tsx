import { IconAlertTriangle, IconCircleCheck, IconFlask, IconLoader, IconMailOff } from '@tabler/icons-react';
import type { MailboxView } from '#contract/mailboxes.ts';
import { ToneMark } from '../../../ui/tone-mark.tsx';

const LOOKS = {
  none: { tone: 'warning', icon: IconMailOff, word: 'No mailbox yet' },
  given: { tone: 'quiet', icon: IconFlask, word: 'Sandbox' },
  checking: { tone: 'quiet', icon: IconLoader, word: 'Looking' },
  connected: { tone: 'good', icon: IconCircleCheck, word: 'Connected' },
  failing: { tone: 'bad', icon: IconAlertTriangle, word: 'Mailbox does not work' },
} as const;

/** How the mailbox of an assistant stands, in a word with its icon. */
export function MailboxMark({ state }: Pick<MailboxView, 'state'>) {
  const { tone, icon, word } = LOOKS[state];
  return (
    <ToneMark tone={tone} icon={icon}>
      {word}
    </ToneMark>
  );
}
