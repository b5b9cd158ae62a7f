import { NumberInput, Select, TextInput } from '@mantine/core';
import type { MailAccountDraft } from '#contract/mailboxes.ts';
import classes from './mailbox.module.css';
import { usualPort } from './mailbox-values.ts';

type Server = MailAccountDraft['imap'];

interface ServerFieldsProps {
  readonly protocol: 'imap' | 'smtp';
  readonly server: Server;
  readonly problem: (field: string) => string | undefined;
  readonly onChange: (server: Server) => void;
}

const SECURITIES = [
  { value: 'tls', label: 'TLS' },
  { value: 'starttls', label: 'STARTTLS' },
  { value: 'none', label: 'None (this computer only)' },
];

/** One mail server: its name, port and encryption. */
export function ServerFields({ protocol, server, problem, onChange }: ServerFieldsProps) {
  const name = protocol.toUpperCase();
  const change = (part: Partial<Server>): void => onChange({ ...server, ...part });
  return (
    <fieldset className={classes.server}>
      <legend>{protocol === 'imap' ? 'Reading (IMAP)' : 'Sending (SMTP)'}</legend>
      <TextInput
        label={`${name} server`}
        placeholder={`${protocol}.your-company.com`}
        autoComplete="off"
        spellCheck={false}
        value={server.host}
        error={problem(`${protocol}.host`)}
        onChange={(event) => change({ host: event.currentTarget.value })}
      />
      <Select
        label={`${name} encryption`}
        allowDeselect={false}
        data={SECURITIES}
        value={server.security}
        error={problem(`${protocol}.security`)}
        onChange={(value) => {
          const security = (value ?? 'tls') as Server['security'];
          const isUsual = server.port === usualPort(protocol, server.security);
          change({ security, port: isUsual ? usualPort(protocol, security) : server.port });
        }}
      />
      <NumberInput
        label={`${name} port`}
        min={1}
        max={65_535}
        allowDecimal={false}
        allowNegative={false}
        clampBehavior="none"
        thousandSeparator=""
        hideControls
        value={server.port}
        error={problem(`${protocol}.port`)}
        onChange={(value) => change({ port: Number(value) })}
      />
    </fieldset>
  );
}
