import { entry, open, type AttentionSource } from '../source.ts';

/** Everything is stopped. */
export const stopped: AttentionSource = ({ halt, store }) => {
  if (halt.since === null) return [];
  const { waiting } = store.outbox.counts();
  const waits = waiting === 1 ? '1 write or mail waits.' : `${waiting} writes and mails wait.`;
  return [
    entry('everything', {
      kind: 'stopped',
      severity: 'problem',
      title: 'Everything is stopped',
      cause: `Nothing is read from the CRM, written or sent until you resume. ${waits}`,
      since: halt.since,
      actions: [
        open('See what waits', '/activity', { status: 'waiting' }),
        {
          kind: 'do',
          label: 'Resume',
          command: 'resume',
          confirm: `What is due goes out again, and Baton looks at the CRM and the inboxes. ${waits}`,
        },
      ],
    }),
  ];
};

/** Secrets that cannot be read, or lie where a keychain would be safer. */
export const vault: AttentionSource = ({ vault: kept, crm, store }) => {
  const locked = crm.lockedVault();
  if (locked !== null) {
    return [
      entry('locked', {
        kind: 'vault',
        severity: 'problem',
        title: 'The tokens cannot be read',
        cause: locked.sentence,
        since: locked.since,
        actions: [open('Open CRM Details', '/crm-details')],
      }),
    ];
  }
  const [first] = store.connections.all();
  if (kept.kind !== 'encrypted-file' || kept.warning === null || first === undefined) return [];
  return [
    entry('file', {
      kind: 'vault',
      severity: 'note',
      title: 'Tokens are in a file',
      cause: kept.warning,
      since: first.createdAt,
      actions: [open('Open CRM Details', '/crm-details')],
      dismissible: true,
    }),
  ];
};
