import type { CoreContext } from '../../context.ts';
import type { Instant } from '../../domain/time.ts';
import type { CrmGateway } from '../../ports/crm-gateway.ts';
import type { AssistantLink, Connection } from '../../ports/store/rows.ts';
import { isUnusable } from '../field-setup/watch-fields.ts';
import { cursorKey, FROM_THE_START } from './assignment-cursor.ts';

/** Whether an assignment was there before the assistant was found, and is not acted on unasked. */
export function isBaseline(link: AssistantLink, assignedAt: Instant): boolean {
  const { baseline } = link;
  return (
    baseline !== null && baseline.answer !== 'take' && baseline.upTo !== null && assignedAt <= baseline.upTo
  );
}

/**
 * Counts what an assistant already owned when she was first found in the CRM. Nothing is acted on until the
 * user answers "take these n?" (DESIGN: first connect).
 */
export async function takeBaseline(
  core: CoreContext,
  connection: Connection,
  gateway: CrmGateway,
  link: AssistantLink,
): Promise<AssistantLink> {
  if (link.baseline !== null) return link;
  const owned =
    connection.assignment === 'owner'
      ? await countOwned(gateway, link.ownerId)
      : await countNaming(core, connection, gateway, link.assistantId);
  if (owned === null) return link;
  return {
    ...link,
    baseline: {
      takenAt: core.clock.now(),
      count: owned.total,
      answer: owned.total === 0 ? 'leave' : null,
      upTo: owned.upTo,
    },
  };
}

/**
 * Counts the baselines that are not known yet: where the records are looked through one by one, that takes a while.
 */
export async function countBaselines(
  core: CoreContext,
  connection: Connection,
  gateway: CrmGateway,
): Promise<void> {
  for (const link of core.store.assistants.links(connection.id)) {
    if (link.baseline !== null || (connection.assignment === 'owner' && !link.ownerActive)) continue;
    const { baseline } = await takeBaseline(core, connection, gateway, link);
    const now = linkOf(core, link);
    if (baseline === null || now === null || now.ownerId !== link.ownerId || now.baseline !== null) continue;
    core.store.commit({ links: [{ ...now, baseline }] });
    core.push(['connections', 'attention']);
  }
}

/** The link as it is stored now. */
export function linkOf(
  core: CoreContext,
  { connectionId, assistantId }: Pick<AssistantLink, 'connectionId' | 'assistantId'>,
): AssistantLink | null {
  return core.store.assistants.links(connectionId).find((each) => each.assistantId === assistantId) ?? null;
}

/** What was there, and up to when (CRM time). */
interface Owned {
  readonly total: number;
  readonly upTo: Instant | null;
}

async function countOwned(gateway: CrmGateway, ownerId: string | null): Promise<Owned | null> {
  if (ownerId === null) return null;
  const query = {
    kind: 'since',
    ownerIds: [ownerId],
    since: null,
    order: 'newest-first',
    offset: 0,
  } as const;
  const owned = await gateway.findAssigned(query);
  if (!owned.isWhole) return null;
  return { total: owned.total, upTo: owned.hits[0]?.assignedAt ?? null };
}

/** By property she needs no user of the CRM. Each field was set before its record was last modified. */
async function countNaming(
  core: CoreContext,
  connection: Connection,
  gateway: CrmGateway,
  assistantId: string,
): Promise<Owned | null> {
  const property = connection.fieldNames.assistant;
  const assistant = core.store.assistants.byId(assistantId);
  if (property === null || assistant === null || isUnusable(core, connection.id, 'assistant')) return null;
  let upTo: Instant | null = null;
  let afterRecordId: string | null = null;
  let total: number | null = null;
  for (;;) {
    const query = { property, values: [assistant.name], modifiedSince: null, afterRecordId };
    const page = await gateway.findByProperty(query);
    if (!page.isWhole) return null;
    total ??= page.total;
    for (const hit of page.hits) upTo = Math.max(upTo ?? 0, hit.assignedAt);
    if (page.hits.length < gateway.pageSize) return { total, upTo };
    afterRecordId = page.hits.at(-1)?.recordId ?? null;
  }
}

/**
 * The user's answer for a connection. `take`: the search begins at the start again, and every record of the
 * baseline is taken as if it were assigned now; a stop in between loses nothing.
 */
export function answerBaseline(core: CoreContext, connectionId: string, answer: 'take' | 'leave'): void {
  const answered = core.store.assistants
    .links(connectionId)
    .flatMap((link) =>
      link.baseline === null || link.baseline.answer !== null
        ? []
        : [{ ...link, baseline: { ...link.baseline, answer } }],
    );
  core.store.commit({
    links: answered,
    ...(answer === 'take' ? { cursors: { [cursorKey(connectionId)]: FROM_THE_START } } : {}),
  });
  core.push(['connections', 'attention']);
  core.wake();
}

/**
 * The connection assigns in another way from now on: what is there under the new one is a baseline again, counted
 * at the next look.
 */
export function beginIntakeAnew(core: CoreContext, connectionId: string): void {
  const links = core.store.assistants.links(connectionId).map((link) => ({ ...link, baseline: null }));
  core.store.commit({ links, cursors: { [cursorKey(connectionId)]: FROM_THE_START } });
}
