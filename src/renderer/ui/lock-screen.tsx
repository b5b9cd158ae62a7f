import { Button, PasswordInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useState, type ReactNode } from 'react';
import { connection, queryClient, useConnectionState } from '../api/client.ts';
import { failureOf } from '../api/errors.ts';
import classes from './lock-screen.module.css';
import { Logo } from './logo.tsx';

/** Shows the screens while this window may see the data; else takes them down with everything that was read. */
export function Gate({ children }: { readonly children: ReactNode }) {
  const locked = useConnectionState().kind === 'signed-out';
  useEffect(() => {
    if (!locked) return;
    queryClient.clear();
    notifications.clean();
    document.title = 'Baton';
  }, [locked]);
  return locked ? <LockScreen /> : children;
}

/** The part after the # sign, of an address or alone. */
function tokenIn(pasted: string): string {
  return pasted.trim().split('#').at(-1)?.split('/')[0] ?? '';
}

function LockScreen() {
  const [pasted, setPasted] = useState('');
  const isHub = connection.host === 'hub';
  const unlock = useMutation({ mutationFn: () => connection.unlock(tokenIn(pasted)) });
  const problem = unlock.isError
    ? failureOf(unlock.error).sentence
    : unlock.data === false
      ? isHub
        ? 'The hub does not know this. Copy the address that it printed at its last start.'
        : 'It stays locked.'
      : null;
  return (
    <main className={classes.screen}>
      <form
        className={classes.card}
        onSubmit={(event) => {
          event.preventDefault();
          unlock.mutate();
        }}
      >
        <div className={classes.head}>
          <Logo />
          <h1>Baton is locked</h1>
        </div>
        <p className={classes.words}>
          {isHub
            ? 'This window’s session has ended: the hub answers it nothing. Paste the address that the hub printed when it started.'
            : 'This window shows nothing until it is opened again. Baton itself goes on working.'}
        </p>
        {isHub ? (
          <PasswordInput
            label="Address of the hub, or its part after the # sign"
            autoComplete="off"
            data-autofocus
            autoFocus
            required
            value={pasted}
            error={problem}
            onChange={(event) => setPasted(event.currentTarget.value)}
          />
        ) : (
          problem !== null && <p role="alert">{problem}</p>
        )}
        <Button type="submit" loading={unlock.isPending} autoFocus={!isHub}>
          Unlock
        </Button>
      </form>
    </main>
  );
}
