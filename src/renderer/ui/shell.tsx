import { Tooltip } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { Notifications } from '@mantine/notifications';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, Outlet } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { api } from '../api/client.ts';
import { ConnectionBanner, ConnectionDot } from './connection-state.tsx';
import { ConfirmProvider } from './confirm.tsx';
import { DemoClock } from './demo-clock.tsx';
import { HaltBanner, StopButton } from './halt.tsx';
import { LockButton } from './lock-button.tsx';
import { Logo } from './logo.tsx';
import { Notices } from './notices.tsx';
import { DAILY, SETTINGS, type NavItem } from './pages.ts';
import { PaletteButton } from './palette-button.tsx';
import { SchemeSwitch } from './scheme-switch.tsx';
import classes from './shell.module.css';
import { useWaitingCount } from './use-waiting.ts';

/** Below this width of the window only the icons of the navigation stand. */
const RAIL_BELOW = '(max-width: 900px)';

function NavLinks({
  items,
  rail,
  attention,
  drafts = 0,
  hasFailed = false,
}: {
  items: readonly NavItem[];
  rail: boolean;
  attention: number;
  /** Messages that wait for approval. */
  drafts?: number;
  /** A connection is Failed. */
  hasFailed?: boolean;
}) {
  return (
    <ul className={classes.list}>
      {items.map(({ to, label, icon: Icon }) => {
        const waiting = to === '/attention' ? attention : to === '/drafts' ? drafts : 0;
        return (
          <li key={to}>
            <Tooltip label={label} position="right" disabled={!rail}>
              <Link
                to={to}
                className={classes.link}
                activeProps={{ 'data-active': 'true', 'aria-current': 'page' }}
              >
                <Icon size={18} stroke={1.7} aria-hidden />
                <span className={rail ? 'sr-only' : classes.label}>{label}</span>
                {to === '/crm-details' && hasFailed && (
                  <span className={classes.failed}>
                    <IconAlertTriangle size={rail ? 12 : 16} stroke={2} aria-hidden />
                    <span className="sr-only"> a connection is Failed</span>
                  </span>
                )}
                {waiting > 0 && (
                  <span className={classes.badge}>
                    {waiting > 99 ? '99+' : waiting}
                    <span className="sr-only"> waiting</span>
                  </span>
                )}
              </Link>
            </Tooltip>
          </li>
        );
      })}
    </ul>
  );
}

/** The frame of every screen: navigation on the left, the page on the right; `children` lie over both. */
export function Shell({ children }: { readonly children?: ReactNode }) {
  const rail = useMediaQuery(RAIL_BELOW, false, { getInitialValueInEffect: false });
  const waiting = useWaitingCount();
  const drafts = useQuery(api.drafts.count.queryOptions());
  const connections = useQuery(api.connections.list.queryOptions());
  const hasFailed = connections.data?.some(({ status }) => status === 'Failed') ?? false;
  return (
    <div className={classes.shell} data-rail={rail || undefined}>
      <a
        className={classes.skip}
        href="#main"
        onClick={(event) => {
          event.preventDefault();
          document.getElementById('main')?.focus();
        }}
      >
        Skip to the page
      </a>
      <nav className={classes.nav} aria-label="Main">
        <div className={classes.brand}>
          <Logo />
          <span className={rail ? 'sr-only' : classes.name}>Baton</span>
        </div>
        <PaletteButton rail={rail} />
        <NavLinks items={DAILY} rail={rail} attention={waiting} drafts={drafts.data?.waiting ?? 0} />
        <p className={rail ? 'sr-only' : classes.group} id="nav-settings">
          Settings
        </p>
        <NavLinks items={SETTINGS} rail={rail} attention={0} hasFailed={hasFailed} />
        <div className={classes.foot}>
          <StopButton rail={rail} />
          <DemoClock rail={rail} />
          <div className={classes.footRow}>
            <ConnectionDot rail={rail} />
            <LockButton />
            <SchemeSwitch />
          </div>
        </div>
      </nav>
      <main className={classes.main} id="main" tabIndex={-1}>
        <ConnectionBanner />
        <HaltBanner />
        <div className={classes.outlet}>
          <ConfirmProvider>
            <Outlet />
            {children}
          </ConfirmProvider>
        </div>
      </main>
      <Notices />
      {/* Over the page's name: the buttons that come next are at the foot of most pages. */}
      <Notifications position="top-center" limit={3} />
    </div>
  );
}
