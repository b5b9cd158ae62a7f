import { Title } from '@mantine/core';
import { useEffect } from 'react';
import type { ReactNode } from 'react';
import classes from './page.module.css';
import { useWaitingCount } from './use-waiting.ts';

interface PageHeaderProps {
  readonly title: string;
  /** One sentence about the page; leave out when the page speaks for itself. */
  readonly description?: ReactNode;
  /** Buttons on the right. */
  readonly actions?: ReactNode;
}

/** The head of a page: its one h1, and the window's title with the number of things that wait for the user. */
export function PageHeader({ title, description, actions }: PageHeaderProps) {
  const waiting = useWaitingCount();
  useEffect(() => {
    document.title = `${waiting > 0 ? `(${waiting}) ` : ''}${title} · Baton`;
  }, [title, waiting]);
  return (
    <header className={classes.header}>
      <div className={classes.heading}>
        <Title order={1}>{title}</Title>
        {description !== undefined && <p className={classes.description}>{description}</p>}
      </div>
      {actions !== undefined && <div className={classes.actions}>{actions}</div>}
    </header>
  );
}

/** A page with a head that stays and a body that scrolls. */
export function Page({ children }: { readonly children: ReactNode }) {
  return <div className={classes.page}>{children}</div>;
}

/** The scrolling body of a page. `wide`: as broad as the window, else a readable width. */
export function PageBody({
  children,
  wide = false,
}: {
  readonly children: ReactNode;
  readonly wide?: boolean;
}) {
  return (
    <div className={classes.body}>
      <div className={wide ? classes.wide : classes.column}>{children}</div>
    </div>
  );
}

/** A titled part of a page on a surface of its own. */
export function Section({
  title,
  description,
  actions,
  children,
}: {
  readonly title: string;
  readonly description?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <section className={classes.section} aria-label={title}>
      <div className={classes.sectionHead}>
        <div>
          <Title order={2}>{title}</Title>
          {description !== undefined && <p className={classes.description}>{description}</p>}
        </div>
        {actions !== undefined && <div className={classes.actions}>{actions}</div>}
      </div>
      {children}
    </section>
  );
}
