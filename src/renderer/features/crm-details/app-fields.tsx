import { Checkbox, PasswordInput, Radio, TextInput } from '@mantine/core';
import { connection } from '../../api/client.ts';
import type { FieldProblems } from '../../ui/field-problems.ts';
import classes from './crm-details.module.css';

/** The team's own app, and how the browser comes back from its consent page. */
export interface AppWords {
  readonly clientId: string;
  readonly clientSecret: string;
  /** null: to this machine. */
  readonly returnPage: string | null;
  readonly invites: boolean;
}

export const NO_APP: AppWords = { clientId: '', clientSecret: '', returnPage: null, invites: false };

/** Whether a page of the team's own can hand the answer over: its link wakes the desktop program, never a hub. */
export const TAKES_LINKS = connection.host === 'desktop';

interface AppFieldsProps {
  readonly app: AppWords;
  readonly problems: FieldProblems;
  /** The secret is in the vault: it need not be entered again. */
  readonly hasSecret: boolean;
  readonly onChange: (change: Partial<AppWords>) => void;
}

/** Client ID and secret, the way back, and whether inviting is asked for. */
export function AppFields({ app, problems, hasSecret, onChange }: AppFieldsProps) {
  return (
    <>
      <TextInput
        label="Client ID"
        description="On the Auth page of your app in HubSpot."
        required
        autoComplete="off"
        spellCheck={false}
        value={app.clientId}
        error={problems.of('clientId')}
        onChange={(event) => onChange({ clientId: event.currentTarget.value })}
      />
      <PasswordInput
        label="Client secret"
        description={
          hasSecret
            ? 'Empty: the one that is kept on this machine.'
            : 'On the same page. Kept in this machine’s keychain, or an encrypted file where there is none.'
        }
        required={!hasSecret}
        autoComplete="off"
        spellCheck={false}
        data-1p-ignore
        visibilityToggleButtonProps={{ 'aria-label': 'Show or hide what you type' }}
        value={app.clientSecret}
        error={problems.of('clientSecret')}
        onChange={(event) => onChange({ clientSecret: event.currentTarget.value })}
      />
      {TAKES_LINKS && (
        <Radio.Group
          label="The browser comes back"
          value={app.returnPage === null ? 'here' : 'page'}
          onChange={(way) => onChange({ returnPage: way === 'page' ? '' : null })}
        >
          <div className={classes.presets}>
            <Radio
              value="here"
              label="to this machine"
              description="To an address on localhost. A browser on another machine ends there, too: paste its address then."
            />
            <Radio
              value="page"
              label="through a page of ours"
              description="A static page on your own host hands the answer over to the desktop program."
            />
          </div>
        </Radio.Group>
      )}
      {app.returnPage !== null && (
        <TextInput
          label="Return page"
          placeholder="https://your-company.com/baton/return.html"
          type="url"
          spellCheck={false}
          value={app.returnPage}
          error={problems.of('returnPage')}
          onChange={(event) => onChange({ returnPage: event.currentTarget.value })}
        />
      )}
      <Checkbox
        checked={app.invites}
        onChange={(event) => onChange({ invites: event.currentTarget.checked })}
        label="Invite assistants as users from here"
        description="Asks for one scope more. Without it you invite them in HubSpot."
      />
    </>
  );
}
