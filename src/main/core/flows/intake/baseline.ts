import type { CoreContext } from '../../context.ts';
import type { Instant } from '../../domain/time.ts';
import type { CrmGateway } from '../../ports/crm-gateway.ts';
import type { AssistantLink, Connection } from '../../ports/store/rows.ts';
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
  if (link.ownerId === null || link.baseline !== null) return link;
  const owned = await countOwned(core, connection, gateway, link, link.ownerId);
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

async function countOwned(
  core: CoreContext,
  connection: Connection,
  gateway: CrmGateway,
  link: AssistantLink,
  ownerId: string,
): Promise<{ total: number; upTo: Instant | null } | null> {
  if (connection.assignment === 'owner') {
    const query = {
      kind: 'since',
      ownerIds: [ownerId],
      since: null,
      order: 'newest-first',
      offset: 0,
    } as const;
    const owned = await gateway.findAssigned(query);
    return { total: owned.total, upTo: owned.hits[0]?.assignedAt ?? null };
  }
  const property = connection.fieldNames.assistant;
  const assistant = core.store.assistants.byId(link.assistantId);
  if (property === null || assistant === null) return null;
  const query = { property, values: [assistant.name], modifiedSince: null, afterRecordId: null };
  const owned = await gateway.findByProperty(query);
  // Every record of the baseline had its field set before this moment.
  return { total: owned.total, upTo: owned.total === 0 ? null : core.clock.now() };
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
