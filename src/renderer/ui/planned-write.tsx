import { Link } from '@tanstack/react-router';
import type { PlannedWrite } from '#contract/activity.ts';
import classes from './halt.module.css';
import { kindWords } from './kind-words.tsx';

/** The kind of a write that has not gone out, in words that do not say it had. */
export function plannedWords(what: string): string {
  if (what === 'mail') return 'Mail';
  return what === 'crm-email' ? 'Log of an e-mail' : kindWords(what);
}

/** Whom a write that has not gone out is about. */
export function PlannedRecord({ write }: { readonly write: PlannedWrite }) {
  const name = <bdi>{write.recordName || 'Unknown record'}</bdi>;
  if (write.leadId === null) return name;
  return (
    <Link to="/leads/$leadId" params={{ leadId: write.leadId }}>
      {name}
    </Link>
  );
}

function Value({ value }: { readonly value: string | null }) {
  if (value === null) return <span className={classes.quiet}>(not read yet)</span>;
  if (value === '') return <span className={classes.quiet}>(empty)</span>;
  return <bdi>{value}</bdi>;
}

/** What it would change: field, before and after; or the mail's recipient and subject; or the words of it. */
export function PlannedChange({ write }: { readonly write: PlannedWrite }) {
  if (write.mail !== null) {
    return (
      <>
        <bdi className="foreign">{write.mail.to}</bdi>
        <br />
        <bdi className="foreign">{write.mail.subject}</bdi>
      </>
    );
  }
  if (write.changes.length === 0) return <span className="foreign">{write.summary}</span>;
  return (
    <ul className={classes.changes}>
      {write.changes.map(({ field, before, after }) => (
        <li key={field}>
          <code>{field}</code>: <Value value={before} /> → <Value value={after} />
        </li>
      ))}
    </ul>
  );
}
