import { implement } from '@orpc/server';
import { contract } from '#contract/contract.ts';
import type {
  AdminsView,
  DifferenceView,
  FieldRuleView,
  InterruptedLead,
  SourceView,
} from '#contract/health.ts';
import type { PushEvent } from '#contract/system.ts';
import { DAY, HOUR, MINUTE, NOW } from './world.ts';

const os = implement(contract);

/** What watches over the made-up connection: one difference of each kind, a silent mailbox, leads to be asked about. */
export function fakeHealth({
  empty,
  push,
}: {
  readonly empty: boolean;
  readonly push: (topics: PushEvent['topics']) => void;
}) {
  let admins: AdminsView = {
    addresses: empty ? [] : ['robin@northwind.example', 'camille@northwind.example'],
    sender: empty ? null : 'Maya Rao',
  };
  let differences: DifferenceView[] = [
    {
      key: 'connectionStatus',
      kind: 'option',
      property: 'lead_connection_status',
      since: NOW - 3 * HOUR,
      sentence:
        'Options are missing in "Lead Connection Status" (lead_connection_status): "Hot", "Responded". Writes of these values wait, all others go on.',
      button: 'Add options',
      keeps: false,
      held: 14,
    },
    {
      key: 'schedule',
      kind: 'label',
      property: 'baton_schedule',
      since: NOW - 2 * DAY,
      sentence:
        '"Baton Schedule" (baton_schedule) is called "Sequence" now. Baton goes by the internal name, so nothing waits.',
      button: 'Restore label',
      keeps: true,
      held: 0,
    },
    {
      key: 'context',
      kind: 'type',
      property: 'baton_context',
      since: NOW - 20 * MINUTE,
      sentence:
        '"Context" (baton_context) is of type number, number now; it was string, textarea. Its writes wait. Baton never changes a type, because values could be lost: change it back in the CRM.',
      button: null,
      keeps: false,
      held: 0,
    },
  ];
  let rules: FieldRuleView[] = [
    {
      field: 'connectionStatus',
      label: 'Lead Connection Status',
      property: 'lead_connection_status',
      policy: 'always',
    },
    {
      field: 'contactStatus',
      label: 'Lead Status',
      property: 'hs_lead_status',
      policy: 'if-ours-was-last',
    },
  ];
  let interrupted: InterruptedLead[] = [];
  const sources: SourceView[] = [
    {
      source: 'assignments',
      of: '',
      lastAt: NOW - 12 * MINUTE,
      usualGap: 3 * HOUR,
      alarmAfter: 2 * DAY,
      isSilent: false,
      check: 'Check that people still assign contacts to the assistants.',
    },
    {
      source: 'records',
      of: '',
      lastAt: null,
      usualGap: null,
      alarmAfter: null,
      isSilent: false,
      check: 'Check that the key may still read contacts.',
    },
    {
      source: 'mailbox',
      of: 'Maya Rao',
      lastAt: NOW - 6 * DAY,
      usualGap: 5 * HOUR,
      alarmAfter: 2 * DAY,
      isSilent: true,
      check:
        'Check that mail still reaches the address: a forwarding rule, a full mailbox or a changed MX record keeps it away. Send a test mail to it.',
    },
  ];
  const without = (key: string, kind: string): DifferenceView[] => {
    differences = differences.filter((each) => each.key !== key || each.kind !== kind);
    push(['connections', 'attention']);
    return differences;
  };
  return {
    /** As after *Reconnect*. */
    interrupt(leads: readonly InterruptedLead[]): void {
      interrupted = [...leads];
    },
    procedures: {
      admins: os.health.admins.handler(() => admins),
      setAdmins: os.health.setAdmins.handler(({ input, errors }) => {
        const wrong = input.addresses.find((address) => !address.includes('@'));
        if (wrong !== undefined) {
          const sentence = `Addresses: "${wrong}" is no e-mail address.`;
          throw errors.INVALID_INPUT({ data: { problems: [{ field: 'addresses', sentence }] } });
        }
        admins = { ...admins, addresses: input.addresses };
        return admins;
      }),
      incident: os.health.incident.handler(() => null),
      tryNow: os.health.tryNow.handler(() => ({ isActive: false })),
      interrupted: os.health.interrupted.handler(() => interrupted),
      answerInterrupted: os.health.answerInterrupted.handler(({ input }) => {
        const continued = input.answer.kind === 'continue' ? interrupted.length : 0;
        interrupted = [];
        push(['connections', 'attention']);
        return { continued, skipped: [] };
      }),
      sources: os.health.sources.handler(() => (empty ? [] : sources)),
      differences: os.health.differences.handler(() => (empty ? [] : differences)),
      mend: os.health.mend.handler(({ input }) => without(input.key, input.kind)),
      keep: os.health.keep.handler(({ input }) => without(input.key, input.kind)),
      rules: os.health.rules.handler(() => rules),
      setRule: os.health.setRule.handler(({ input }) => {
        rules = rules.map((rule) => (rule.field === input.field ? { ...rule, policy: input.policy } : rule));
        return rules;
      }),
    },
  };
}
