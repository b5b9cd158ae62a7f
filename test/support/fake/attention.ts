import { implement } from '@orpc/server';
import type { ActivityRow } from '#contract/activity.ts';
import type { AttentionEntry } from '#contract/attention.ts';
import { contract } from '#contract/contract.ts';
import { DAY, HOUR, MINUTE, NOW } from './world.ts';

const NOTHING: Pick<
  AttentionEntry,
  'count' | 'connectionId' | 'leadId' | 'assistantId' | 'outboxId' | 'dismissible'
> = { count: 1, connectionId: 'con-1', leadId: null, assistantId: null, outboxId: null, dismissible: false };

/** What waits for the user in the made-up world. */
function makeEntries(rows: readonly ActivityRow[]): AttentionEntry[] {
  const failed = rows.filter((row) => row.status === 'attention');
  return [
    ...failed.map((row): AttentionEntry => ({
      ...NOTHING,
      id: `write-refused/${row.id}`,
      kind: 'write-refused',
      severity: 'problem',
      title: 'The CRM refused a write',
      cause: `${row.recordName}: the status could not be written. ${row.reason}`,
      since: row.at,
      outboxId: row.id,
      leadId: row.leadId,
      actions: [
        { kind: 'do', label: 'Try again', command: 'retry', confirm: null },
        { kind: 'open', label: 'Open in Activity', to: '/activity', search: { status: 'attention' } },
        {
          kind: 'do',
          label: 'Give up',
          command: 'give-up',
          confirm: 'It is not written, and the record’s other writes go on.',
        },
      ],
    })),
    {
      ...NOTHING,
      id: 'fields-missing/con-1',
      kind: 'fields-missing',
      severity: 'problem',
      title: 'States are not written',
      cause:
        'The portal lacks the option QUALIFIED of Lead Status; Processed is not written until it is there.',
      since: NOW - 3 * HOUR,
      actions: [
        { kind: 'open', label: 'Set up fields', to: '/crm-details/con-1', search: { tab: 'fields' } },
      ],
    },
    {
      ...NOTHING,
      id: 'baseline/con-1',
      kind: 'baseline',
      severity: 'question',
      title: '37 contacts were there before',
      cause: '37 records were already with your assistants when the account was connected.',
      since: NOW - DAY,
      count: 37,
      actions: [
        {
          kind: 'do',
          label: 'Take these 37',
          command: 'take-baseline',
          confirm: 'Your assistants take up 37 contacts: each gets a status, a note and a schedule.',
        },
        { kind: 'do', label: 'Leave them', command: 'leave-baseline', confirm: null },
        { kind: 'open', label: 'Open the connection', to: '/crm-details/con-1', search: {} },
      ],
    },
    {
      ...NOTHING,
      id: 'vault/encrypted-file',
      kind: 'vault',
      severity: 'note',
      title: 'Tokens are in a file',
      cause:
        'This computer has no keychain, so tokens are in an encrypted file whose key lies beside it: whoever can read the data folder can read them.',
      since: NOW - 40 * MINUTE,
      connectionId: null,
      actions: [{ kind: 'open', label: 'See the data folder', to: '/data', search: {} }],
      dismissible: true,
    },
  ];
}

interface Options {
  readonly empty: boolean;
  readonly rows: readonly ActivityRow[];
  /** What a button did to a write. */
  readonly settled: (outboxId: number, command: string) => void;
  readonly push: (topics: ('activity' | 'attention' | 'connections')[]) => void;
}

const os = implement(contract).attention;

/** *Needs attention* over made-up entries: a button takes its entry off the list. */
export function fakeAttention({ empty, rows, settled, push }: Options) {
  let entries = empty ? [] : makeEntries(rows);
  const without = (id: string) => {
    entries = entries.filter((entry) => entry.id !== id);
    push(['activity', 'attention']);
    return { done: true as const };
  };
  const procedures = {
    list: os.list.handler(() => entries),
    act: os.act.handler(({ input, errors }) => {
      const entry = entries.find(({ id }) => id === input.id);
      if (!entry) throw errors.REFUSED({ data: { sentence: 'This no longer waits for you.' } });
      if (entry.outboxId !== null) settled(entry.outboxId, input.command);
      return without(input.id);
    }),
    dismiss: os.dismiss.handler(({ input }) => without(input.id)),
  };
  /** Something else solved it: every entry of a kind, or that of one write (`outbox/<id>`). */
  const solve = (what: string): void => {
    entries = entries.filter((entry) => entry.kind !== what && `outbox/${entry.outboxId}` !== what);
  };
  return { procedures, solve };
}
