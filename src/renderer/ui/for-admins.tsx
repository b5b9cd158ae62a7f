import { Alert } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useSystemInfo } from '../api/clock.ts';
import classes from './for-admins.module.css';

/** Whether this window works as a member, who may not connect or set up. */
export function useIsMember(): boolean {
  return useSystemInfo().data?.role === 'member';
}

/** Controls of admins: a member sees them, and cannot use them. */
export function ForAdmins({ children }: { readonly children: ReactNode }) {
  const isMember = useIsMember();
  return (
    <fieldset disabled={isMember} className={classes.plain}>
      {children}
    </fieldset>
  );
}

/** Why the controls of a page cannot be used; nothing for an admin. */
export function MembersNote({ what }: { readonly what: string }) {
  if (!useIsMember()) return null;
  return (
    <Alert color="gray" variant="light" icon={<IconLock size={18} aria-hidden />} role="note">
      {what} is for admins. You opened Baton as a member: you see how it stands, and work with the leads.
    </Alert>
  );
}
