import type { CoreContext } from '../../context.ts';
import { decideAdd, type AddDecision } from '../../domain/import/decide-add.ts';
import type { Judgement, NewPerson } from '../../domain/import/new-person.ts';
import { assistantsOf } from '../../outbox/deliver-adds.ts';
import type { CrmGateway } from '../../ports/crm-gateway.ts';
import type { ImportPerson, LeadImport } from '../../ports/store/imports.ts';
import type { Connection } from '../../ports/store/rows.ts';
import { excludedBy } from '../../gather-facts.ts';
import { judgeHere } from './judge-rows.ts';
import { queueAdds } from './run-imports.ts';

/** One person, and who is to work on them. */
export interface LeadWish extends NewPerson {
  readonly connectionId: string;
  readonly assistantId: string;
  readonly scheduleId: string | null;
}

/** What adding would do. `recordId`: the contact that is there; null: there is none. */
export interface AddLook extends Judgement {
  readonly recordId: string | null;
  /** The owner who would get the record back; null: nobody. */
  readonly ownerId: string | null;
}

/** Looks in the store and in the CRM, and writes nothing. */
export async function lookAtLead(
  core: CoreContext,
  connection: Connection,
  gateway: CrmGateway,
  wish: LeadWish,
): Promise<AddLook> {
  const here = await judgeHere(core, wish, {
    sameAsRow: null,
    excluded: excludedBy(core.store, [wish.email]),
  });
  if (here.verdict !== 'add') return { ...here, recordId: null, ownerId: null };
  const { assistant, others } = assistantsOf(core, connection, wish);
  const record = (await gateway.findByAddress([wish.email], connection.fieldNames)).get(wish.email) ?? null;
  const known = {
    recordId: record?.id ?? null,
    ownerId: record?.ownerId === '' ? null : (record?.ownerId ?? null),
  };
  if (assistant === null) return { ...here, ...known };
  const { assignment, guardOn } = connection;
  const { judgement }: AddDecision = decideAdd({ assistant, others, assignment, guardOn, record });
  return { ...judgement, ...known };
}

/** Hands the person to the outbox; the intake takes the lead as soon as the CRM has it. Answers the import's id. */
export function addLead(core: CoreContext, wish: LeadWish, look: AddLook): string {
  const { connectionId, assistantId, scheduleId, ...person } = wish;
  const batch: LeadImport = {
    id: core.ids.next(),
    source: 'form',
    target: 'leads',
    connectionId,
    assistantId,
    scheduleId,
    context: '',
    name: wish.email,
    format: '',
    columns: [],
    mapping: {},
    status: 'running',
    problem: '',
    thread: null,
    createdAt: core.clock.now(),
    endedAt: null,
  };
  const added: ImportPerson = {
    ...person,
    importId: batch.id,
    row: 1,
    cells: [],
    verdict: look.verdict,
    reason: '',
    looked: true,
    state: 'idle',
    recordId: look.recordId,
    leadId: null,
  };
  queueAdds(core, connectionId, [added], { imports: [batch] });
  return batch.id;
}

/** Why nothing can be given to an assistant in a connection now: a sentence; null: it can. */
export function whyNotAble(core: CoreContext, connection: Connection, assistantId: string): string | null {
  const name = core.store.assistants.byId(assistantId)?.name;
  if (name === undefined) return 'This assistant was removed. Choose another one.';
  const link = core.store.assistants.links(connection.id).find((each) => each.assistantId === assistantId);
  if (connection.assignment === 'property') {
    if (connection.fieldNames.assistant === null)
      return `${connection.name} has no field that names the assistant. Set up the fields on CRM Details first.`;
  } else if (link?.ownerId == null || !link.ownerActive) {
    return `${name} is no user of ${connection.name} yet. Invite her on CRM Details first.`;
  }
  return link?.baseline == null
    ? `What ${name} has in ${connection.name} is being counted. Try again in a minute.`
    : null;
}
