import type { CoreContext } from '../../context.ts';
import { judgeCopy, type CopyDecision } from '../../domain/import/mail-copy.ts';
import { judgePerson, type NewPerson } from '../../domain/import/new-person.ts';
import { excludedBy } from '../../gather-facts.ts';
import type { IncomingMail } from '../../ports/mailbox.ts';
import type { ImportPerson, LeadImport } from '../../ports/store/imports.ts';
import type { Assistant, Connection } from '../../ports/store/rows.ts';
import { whyReadOnly } from '../../read-only.ts';
import { acknowledge } from './acknowledge.ts';
import { whyNotAble } from './add-lead.ts';
import { knownOf } from './judge-rows.ts';
import { queueAdds } from './run-imports.ts';

/** Providers that say of each mail who sent it, and let no such line of a sender through. */
const VOUCHING: Readonly<Record<string, string>> = {
  gmail: 'google.com',
  'zoho-us': 'zohomail.com',
  'zoho-eu': 'zohomail.eu',
  fastmail: 'messagingengine.com',
};

/**
 * A person of the team wrote to somebody outside with an assistant in copy: each becomes a lead who has got the first
 * message already, and the person is told. Where nobody vouches for the sender a person is asked first. The same mail
 * twice is one.
 */
export function takeCopy(core: CoreContext, assistant: Assistant, mail: IncomingMail): void {
  const decision = judgeCopy(
    { from: mail.from.address, headers: mail.headers },
    {
      assistant: assistant.email,
      team: teamOf(core),
      assistants: new Set(core.store.assistants.all().map(({ email }) => email.toLowerCase())),
      vouchedBy: VOUCHING[core.store.mailboxes.ofAssistant(assistant.id)?.preset ?? ''] ?? null,
    },
  );
  const connection = connectionFor(core, assistant);
  if (decision.what === 'nothing' || connection === null) {
    core.log.info('mail-of-colleague', { assistantId: assistant.id });
    return;
  }
  // The machine that works on the account reads the same mailbox. While the CRM is silent it is not known whether there
  // is another one: then the mail is taken, for it is read only once, and what comes of it waits for the account.
  if (core.leases.state(connection.id).kind === 'standing-by') return;
  const id = `copy-${assistant.id}-${mail.messageId.replaceAll(/[^\w.]/g, '-').slice(-200)}`;
  if (core.store.imports.byId(id) !== null) return;
  take(core, { assistant, connection, mail, id }, decision);
}

interface Copy {
  readonly assistant: Assistant;
  readonly connection: Connection;
  readonly mail: IncomingMail;
  readonly id: string;
}

function take(
  core: CoreContext,
  { assistant, connection, mail, id }: Copy,
  { what, people }: Exclude<CopyDecision, { what: 'nothing' }>,
): void {
  const from = mail.from.address.toLowerCase();
  const problem =
    whyReadOnly(connection) ??
    whyNotAble(core, connection, assistant.id) ??
    (what === 'take' ? '' : askWords(from));
  const batch: LeadImport = {
    id,
    source: 'mail',
    target: 'leads',
    connectionId: connection.id,
    assistantId: assistant.id,
    scheduleId: null,
    context: '',
    name: from,
    format: '',
    columns: [],
    mapping: {},
    status: problem === '' ? 'running' : 'asking',
    problem,
    thread: {
      messageId: mail.messageId,
      references: [...mail.references],
      subject: bare(mail.subject),
      at: mail.receivedAt,
      from,
    },
    createdAt: core.clock.now(),
    endedAt: null,
  };
  const all = people.map((person, at) => personOf(core, id, at + 1, person));
  if (problem === '') {
    const going = all.filter(({ verdict }) => verdict === 'add');
    const rest = all.filter(({ verdict }) => verdict !== 'add');
    queueAdds(core, connection.id, going, {
      imports: [batch],
      importPeople: rest,
      outbox: acknowledge(core, batch, all),
    });
  } else core.store.commit({ imports: [batch], importPeople: all });
  core.push(['imports', 'attention']);
}

function askWords(from: string): string {
  return `The mail server does not vouch for the sender of this mail. Press Start only if ${from} wrote it.`;
}

function personOf(core: CoreContext, importId: string, row: number, person: NewPerson): ImportPerson {
  const excluded = excludedBy(core.store, [person.email]);
  const known = { ...knownOf(core, person), excludedBy: excluded, sameAsRow: null, address: 'good' } as const;
  return {
    ...person,
    ...judgePerson(person, known),
    importId,
    row,
    cells: [],
    looked: true,
    state: 'idle',
    recordId: null,
    leadId: null,
  };
}

/** Users of the CRMs and admins of the app, lower case. */
function teamOf({ store }: CoreContext): ReadonlySet<string> {
  const users = store.connections.all().flatMap(({ id }) => store.users.ofConnection(id));
  const active = users.filter((user) => user.active).map(({ email }) => email);
  return new Set([...active, ...store.health.admins()].map((address) => address.toLowerCase()));
}

/**
 * Where she works: the first connection in which she can be given something, else the first one; an Active one before
 * one that Failed, whose work waits until it is reconnected.
 */
function connectionFor(core: CoreContext, assistant: Assistant): Connection | null {
  const inUse = core.store.connections.all().filter(({ status }) => status !== 'Inactive');
  const active = inUse.filter(({ status }) => status === 'Active');
  const candidates = active.length === 0 ? inUse : active;
  const able = candidates.find((connection) => whyNotAble(core, connection, assistant.id) === null);
  return able ?? candidates[0] ?? null;
}

/** Her messages begin with "Re: " themselves. */
function bare(subject: string): string {
  return subject.replace(/^(\s*(re|aw|sv|antw)\s*:\s*)+/i, '').trim();
}
