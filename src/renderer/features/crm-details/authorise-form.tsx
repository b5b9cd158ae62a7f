import { Button } from '@mantine/core';
import { IconExternalLink } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import { api } from '../../api/client.ts';
import { FieldError } from '../../ui/field-error.tsx';
import { useFieldProblems } from '../../ui/field-problems.ts';
import { AccountFields, baseUrlOf, type AccountWishes } from './account-fields.tsx';
import { AppFields, type AppWords } from './app-fields.tsx';
import classes from './crm-details.module.css';
import { openConsent, putAttempt } from './use-attempt.ts';

interface AuthoriseFormProps {
  readonly app: AppWords;
  readonly wishes: AccountWishes;
  readonly onApp: (change: Partial<AppWords>) => void;
  readonly onWishes: (change: Partial<AccountWishes>) => void;
}

/** Connects HubSpot through an app of the team's own: the consent is given in the browser. */
export function AuthoriseForm({ app, wishes, onApp, onWishes }: AuthoriseFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const begin = useMutation(
    api.authorisation.begin.mutationOptions({
      gcTime: 0,
      onSuccess: (attempt) => {
        putAttempt(attempt);
        openConsent(attempt);
      },
    }),
  );
  const problems = useFieldProblems(begin.error, form);
  return (
    <form
      ref={form}
      className={classes.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const { name, preset, readOnly } = wishes;
        begin.mutate({ provider: 'hubspot', ...app, baseUrl: baseUrlOf(wishes), name, preset, readOnly });
      }}
    >
      <AppFields
        app={app}
        problems={problems}
        hasSecret={false}
        onChange={(change) => {
          for (const field of Object.keys(change)) problems.touch(field);
          onApp(change);
        }}
      />
      <AccountFields wishes={wishes} problems={problems} onChange={onWishes} />
      {problems.count === 0 && <FieldError error={begin.error} />}
      <div className={classes.formButtons}>
        <Button
          type="submit"
          loading={begin.isPending}
          rightSection={<IconExternalLink size={16} aria-hidden />}
        >
          Authorise HubSpot
        </Button>
        <span className={classes.hint}>Opens your browser. You see the account before anything is kept.</span>
      </div>
    </form>
  );
}
