import { Button, Group, Select, Text } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { api, connection, queryClient } from '../../api/client.ts';
import { useSystemInfo } from '../../api/clock.ts';
import { useIsMember } from '../../ui/for-admins.tsx';
import { LOCK_SHORTCUT, useLock } from '../../ui/lock-button.tsx';
import { notifyFailure } from '../../ui/notify.ts';
import { Section } from '../../ui/page-header.tsx';

const CHOICES = [0, 5, 15, 30, 60, 240].map((minutes) => ({
  value: String(minutes),
  label: minutes === 0 ? 'Never' : minutes < 60 ? `After ${minutes} minutes` : `After ${minutes / 60} h`,
}));

/** When this program takes its screens down, and what opens them again. */
export function LockSection() {
  const info = useSystemInfo();
  const lock = useLock();
  const isMember = useIsMember();
  const save = useMutation(
    api.system.setLockAfter.mutationOptions({
      onSuccess: () => void queryClient.invalidateQueries({ queryKey: api.system.info.key() }),
      onError: notifyFailure,
    }),
  );
  return (
    <Section
      title="Lock"
      description={
        connection.host === 'hub'
          ? 'A locked window’s session ends: the hub answers it nothing, and the token that it printed at its start is needed again.'
          : 'A locked window shows nothing and gets no answer. On a Mac with Touch ID it asks who you are; elsewhere the lock hides, and the screen lock of your computer is what protects.'
      }
      actions={
        <Button
          variant="default"
          leftSection={<IconLock size={15} aria-hidden />}
          loading={lock.isPending}
          onClick={() => lock.mutate()}
        >
          Lock now
        </Button>
      }
    >
      <Group align="flex-end" gap="md">
        <Select
          label="Lock when nobody is there"
          allowDeselect={false}
          data={CHOICES}
          disabled={info.data === undefined || isMember}
          value={String(info.data?.lockAfterMinutes ?? 0)}
          onChange={(value) => save.mutate({ minutes: Number(value) })}
        />
        <Text size="sm" c="dimmed" mb={8}>
          {LOCK_SHORTCUT} locks at once. Baton itself goes on working.
        </Text>
      </Group>
    </Section>
  );
}
