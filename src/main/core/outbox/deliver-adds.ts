import type { CoreContext } from '../context.ts';
import { decideAdd, type NamedAssistant } from '../domain/import/decide-add.ts';
import type { Judgement } from '../domain/import/new-person.ts';
import type { Effect } from '../domain/leads/effect.ts';
import type { CrmRecord } from '../domain/leads/facts.ts';
import { exclusionInWords } from '../domain/leads/exclusions.ts';
import { excludedBy } from '../gather-facts.ts';
import type { ContactWrite, CrmGateway, PropertiesWrite, WriteOutcome } from '../ports/crm-gateway.ts';
import type { ImportPerson, LeadImport } from '../ports/store/imports.ts';
import type { Connection, OutboxRow, OutboxSettlement } from '../ports/store/rows.ts';
import { assertOwnProperties } from './own-properties.ts';
import { cancelled, delivered, triedAgain } from './settle.ts';
import { settleFailure } from './settle-failure.ts';
import { presentValue } from './wanted-values.ts';

type Values = Readonly<Record<string, string>>;

/** A row with the person it is about. */
interface Wish {
  readonly row: OutboxRow;
  readonly person: ImportPerson;
  readonly batch: LeadImport;
}

/** A wish with what it writes. `record` null: the contact is created. */
interface Planned extends Wish {
  readonly record: CrmRecord | null;
  readonly before: Values;
  readonly after: Values;
}

/** How often a contact is looked for that the CRM says is there. */
const LOOKS = 3;

/**
 * Brings people who were added by hand into the CRM, each once: the contact of the address is looked up first,
 * created only where there is none, and given to the assistant as if a person had assigned it. The intake does the
 * rest. A lost answer needs no other care: the next try finds the contact with her.
 */
export async function deliverAdds(
  core: CoreContext,
  connection: Connection,
  gateway: CrmGateway,
  rows: readonly OutboxRow[],
): Promise<void> {
  const wishes = firstOfEachAddress(rows.flatMap((row) => wishOf(core, row) ?? []));
  const known = await lookUp(connection, gateway, wishes);
  const planned = wishes.flatMap((wish) => plan(core, connection, gateway, wish, known(wish)) ?? []);
  const marked = core.store.outbox.markInFlight(planned.map(({ row }) => row.id));
  const needed = planned.filter(({ row }) => marked.has(row.id));
  const assigned = needed.filter(({ record }) => record !== null);
  const created = needed.filter(({ record }) => record === null);
  await carry(core, connection, assigned, () => gateway.write(assigned.map(propertiesWrite)));
  await carry(core, connection, created, () => gateway.write(created.map(contactWrite)));
  core.push(['imports']);
}

/** The wish of a row; null: it is settled, because nobody is to be added any more. */
function wishOf(core: CoreContext, row: OutboxRow): Wish | null {
  const effect = addOf(row);
  const batch = core.store.imports.byId(effect.importId);
  const person = core.store.imports.person(effect.importId, effect.row);
  if (batch === null || person === null) {
    core.store.commit({ settlements: [cancelled(row, core.clock.now(), 'The person was removed here.')] });
    return null;
  }
  const wish = { row, batch, person };
  const against = whyNot(core, person);
  if (against === null) return wish;
  leave(core, wish, against);
  return null;
}

/** What happened since the look: the person was suppressed or excluded. */
function whyNot(core: CoreContext, { email }: ImportPerson): Judgement | null {
  if (core.store.suppressions.has(email)) {
    return { verdict: 'suppressed', reason: 'The person must not be written to.' };
  }
  const excluded = excludedBy(core.store, [email]);
  return excluded === null ? null : { verdict: 'excluded', reason: exclusionInWords(excluded) };
}

/** Two wishes for one address do not share a round: the second finds what the first made. */
function firstOfEachAddress(wishes: readonly Wish[]): readonly Wish[] {
  const seen = new Set<string>();
  return wishes.filter(({ person: { email } }) => !seen.has(email) && seen.add(email).has(email));
}

/** The contact of each address; one that the CRM named by its id is read by it. */
async function lookUp(
  connection: Connection,
  gateway: CrmGateway,
  wishes: readonly Wish[],
): Promise<(wish: Wish) => CrmRecord | null> {
  const addresses = wishes.map(({ person }) => person.email);
  const byAddress = await gateway.findByAddress(addresses, connection.fieldNames);
  const missing = wishes.filter(({ person }) => !byAddress.has(person.email));
  const named = missing.flatMap(({ person }) => person.recordId ?? []);
  const byId = await gateway.readRecords(named, connection.fieldNames, { history: false });
  const records = new Map(
    byId.flatMap((read) => (read.kind === 'gone' ? [] : [[read.askedId, read.record]])),
  );
  return ({ person }) => byAddress.get(person.email) ?? records.get(person.recordId ?? '') ?? null;
}

/** What to write for a wish; null: it is settled without a write. */
function plan(
  core: CoreContext,
  connection: Connection,
  gateway: CrmGateway,
  wish: Wish,
  record: CrmRecord | null,
): Planned | null {
  const { assistant, others } = assistantsOf(core, connection, wish.batch);
  if (assistant === null) {
    leave(core, wish, { verdict: 'add', reason: 'The assistant is no user of this CRM any more.' });
    return null;
  }
  const { assignment, guardOn } = connection;
  const decision = decideAdd({ assistant, others, assignment, guardOn, record });
  if (decision.what === 'leave') {
    leave(core, wish, decision.judgement);
    return null;
  }
  if (decision.what === 'hers' && record !== null) {
    settle(core, wish, delivered(wish.row, core.clock.now(), { remoteId: record.id }), {
      state: 'added',
      recordId: record.id,
    });
    return null;
  }
  const wanted = wantedOf(core, connection, gateway, wish, assistant);
  assertOwnProperties(connection, gateway, Object.keys(wanted));
  const present = (name: string): string =>
    record === null ? '' : presentValue(connection, gateway, record, name);
  const differing = Object.entries(wanted).filter(([name, value]) => present(name) !== value);
  return {
    ...wish,
    record,
    before: Object.fromEntries(differing.map(([name]) => [name, present(name)])),
    after: Object.fromEntries(differing),
  };
}

/** Her user or her name, and what a person would fill in with the assignment. */
function wantedOf(
  core: CoreContext,
  connection: Connection,
  gateway: CrmGateway,
  { person, batch }: Wish,
  assistant: NamedAssistant,
): Values {
  const { fieldNames } = connection;
  const schedule = batch.scheduleId === null ? null : core.store.schedules.byId(batch.scheduleId);
  const context = person.context === '' ? batch.context : person.context;
  return {
    ...(connection.assignment === 'owner'
      ? { [gateway.ownerProperty]: assistant.ownerId }
      : fieldNames.assistant === null
        ? {}
        : { [fieldNames.assistant]: assistant.name }),
    ...(context === '' || fieldNames.context === null ? {} : { [fieldNames.context]: context }),
    ...(schedule === null || fieldNames.schedule === null
      ? {}
      : { [fieldNames.schedule]: schedule.crmValue }),
  };
}

/** The assistants of a connection as the CRM names them; `assistant` null: she cannot be given anything. */
export function assistantsOf(
  core: CoreContext,
  connection: Connection,
  { assistantId }: Pick<LeadImport, 'assistantId'>,
): { readonly assistant: NamedAssistant | null; readonly others: readonly NamedAssistant[] } {
  const links = core.store.assistants.links(connection.id);
  const named = core.store.assistants.all().map((each) => {
    const link = links.find((one) => one.assistantId === each.id);
    return { id: each.id, name: each.name, ownerId: link?.ownerActive === true ? (link.ownerId ?? '') : '' };
  });
  const hers = named.find((each) => each.id === assistantId) ?? null;
  const isAble = hers !== null && (connection.assignment === 'property' || hers.ownerId !== '');
  return { assistant: isAble ? hers : null, others: named.filter((each) => each.id !== assistantId) };
}

function propertiesWrite({ row, record, after }: Planned): PropertiesWrite {
  return { kind: 'properties', key: row.key, recordId: record?.id ?? '', values: after };
}

function contactWrite({ row, person, after }: Planned): ContactWrite {
  const { email, firstName, lastName, company, country } = person;
  return {
    kind: 'contact',
    key: row.key,
    stock: { email, firstName, lastName, company, country },
    values: after,
  };
}

async function carry(
  core: CoreContext,
  connection: Connection,
  planned: readonly Planned[],
  write: () => Promise<readonly WriteOutcome[]>,
): Promise<void> {
  if (planned.length === 0) return;
  const outcomes = await write();
  planned.forEach((each, index) => settleOutcome(core, connection, each, outcomes[index]));
}

function settleOutcome(
  core: CoreContext,
  connection: Connection,
  planned: Planned,
  outcome: WriteOutcome | undefined,
): void {
  const { row, record, before, after } = planned;
  const now = core.clock.now();
  if (outcome?.kind === 'done') {
    core.snapshots.forget(connection.id, outcome.remoteId);
    settle(core, planned, delivered(row, now, { remoteId: outcome.remoteId, before, after }), {
      verdict: record === null ? 'add' : 'assign',
      state: 'added',
      recordId: outcome.remoteId,
    });
    return;
  }
  const failure = settleFailure(core, connection.id, row, outcome);
  // Somebody created the contact meanwhile, or it has the address as a second one: it is looked up again.
  if (outcome?.kind === 'refused' && outcome.error.kind === 'conflict' && row.attempts < LOOKS) {
    const again = { at: now, uncertain: true, reason: outcome.error.message };
    settle(core, planned, triedAgain(row, again), { recordId: outcome.error.existingId });
    return;
  }
  settle(
    core,
    planned,
    failure,
    failure.status === 'attention' ? { state: 'failed', reason: failure.reason ?? '' } : {},
  );
}

/** The person stays as they are in the CRM, with the reason. */
function leave(core: CoreContext, wish: Wish, { verdict, reason }: Judgement): void {
  settle(core, wish, cancelled(wish.row, core.clock.now(), reason), { verdict, reason, state: 'left' });
}

/** The row and the person are settled together; the person may have become a lead meanwhile. */
function settle(
  core: CoreContext,
  { person }: Wish,
  settlement: OutboxSettlement,
  change: Partial<ImportPerson>,
): void {
  // Whoever was erased meanwhile does not come back.
  const now = core.store.imports.person(person.importId, person.row);
  core.store.commit({
    settlements: [settlement],
    importPeople: now === null ? [] : [{ ...now, ...change }],
  });
}

/** The effect of a row that adds a person. */
export function addOf({ effect }: OutboxRow): Extract<Effect, { kind: 'crm-add' }> {
  if (effect.kind !== 'crm-add') throw new TypeError(`The effect ${effect.kind} adds nobody.`);
  return effect;
}
