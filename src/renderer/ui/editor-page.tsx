import { IconArrowLeft } from '@tabler/icons-react';
import type { ReactNode, RefObject } from 'react';
import classes from './editor-page.module.css';
import { LinkButton } from './link-button.tsx';
import { Page, PageHeader } from './page-header.tsx';

interface EditorPageProps {
  readonly title: string;
  readonly description?: ReactNode;
  /** The list this editor belongs to. */
  readonly back: {
    readonly to: '/assistants' | '/schedules' | '/crm-details' | '/leads' | '/imports';
    readonly label: string;
  };
  /** Buttons on the right of the head. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A page that edits one thing: the way back, the head, and a body that scrolls. */
export function EditorPage({ title, description, back, actions, children }: EditorPageProps) {
  return (
    <Page>
      <div className={classes.back}>
        <LinkButton
          to={back.to}
          variant="subtle"
          size="compact-sm"
          leftSection={<IconArrowLeft size={16} aria-hidden />}
        >
          {back.label}
        </LinkButton>
      </div>
      <PageHeader title={title} description={description} actions={actions} />
      {children}
    </Page>
  );
}

interface EditorFormProps {
  readonly form: RefObject<HTMLFormElement | null>;
  readonly label: string;
  readonly onSave: () => void;
  /** Beside the fields where there is room, below them where there is none. */
  readonly aside?: ReactNode;
  /** Says what is wrong, above the buttons. */
  readonly problem?: ReactNode;
  readonly buttons: ReactNode;
  readonly children: ReactNode;
}

/** Fields, what stands beside them, and a bar of buttons that is always in reach. Ctrl+S saves. */
export function EditorForm({ form, label, onSave, aside, problem, buttons, children }: EditorFormProps) {
  return (
    <form
      ref={form}
      aria-label={label}
      className={classes.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSave();
      }}
      onKeyDown={(event) => {
        if (event.key.toLowerCase() !== 's' || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        onSave();
      }}
    >
      <div className={classes.body}>
        <div className={classes.columns} data-aside={aside !== undefined || undefined}>
          <div className={classes.fields}>{children}</div>
          {aside !== undefined && <div className={classes.aside}>{aside}</div>}
        </div>
      </div>
      <div className={classes.bar}>
        <div className={classes.problem}>{problem}</div>
        <div className={classes.buttons}>{buttons}</div>
      </div>
    </form>
  );
}
