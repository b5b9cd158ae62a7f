import { Button, List, Skeleton } from '@mantine/core';
import { IconAlertTriangle, IconRefresh } from '@tabler/icons-react';
import type { ComponentType, ReactNode } from 'react';
import { failureOf } from '../api/errors.ts';
import classes from './page-states.module.css';

type IconType = ComponentType<{ size?: number | string; stroke?: number | string; 'aria-hidden'?: boolean }>;

interface EmptyStateProps {
  readonly icon: IconType;
  readonly title: string;
  /** What would be here, and what to do. */
  readonly children?: ReactNode;
  readonly action?: ReactNode;
}

/** Nothing is here yet, or nothing matches: says why, and what to do. */
export function EmptyState({ icon: Icon, title, children, action }: EmptyStateProps) {
  return (
    <div className={classes.state}>
      <span className={classes.icon}>
        <Icon size={26} stroke={1.6} aria-hidden />
      </span>
      <p className={classes.title}>{title}</p>
      {children !== undefined && <div className={classes.text}>{children}</div>}
      {action !== undefined && <div className={classes.action}>{action}</div>}
    </div>
  );
}

/** Something could not be read: the sentence, and the button to try again. */
export function ErrorState({ error, onRetry }: { readonly error: unknown; readonly onRetry?: () => void }) {
  const failure = failureOf(error);
  return (
    <div className={classes.state} role="alert">
      <span className={classes.icon} data-bad>
        <IconAlertTriangle size={26} stroke={1.6} aria-hidden />
      </span>
      <p className={classes.title}>This could not be shown</p>
      <div className={classes.text}>
        {failure.sentence}
        {failure.missingScopes.length > 0 && (
          <List size="sm" mt="xs" className={classes.scopes}>
            {failure.missingScopes.map((scope) => (
              <List.Item key={scope}>
                <code>{scope}</code>
              </List.Item>
            ))}
          </List>
        )}
      </div>
      {onRetry !== undefined && (
        <div className={classes.action}>
          <Button variant="default" leftSection={<IconRefresh size={16} aria-hidden />} onClick={onRetry}>
            Try again
          </Button>
        </div>
      )}
    </div>
  );
}

/** Grey lines in the place of what is being read. */
export function LoadingState({ label, lines = 6 }: { readonly label: string; readonly lines?: number }) {
  return (
    <div className={classes.loading} role="status" aria-busy="true">
      <span className="sr-only">{label}</span>
      {Array.from({ length: lines }, (_, line) => (
        <Skeleton key={line} height={14} width={`${92 - ((line * 17) % 38)}%`} radius="sm" />
      ))}
    </div>
  );
}
