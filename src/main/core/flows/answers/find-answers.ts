import type { CoreContext } from '../../context.ts';
import type { Lead } from '../../domain/leads/lead.ts';
import type { LeadEvent } from '../../domain/leads/lead-event.ts';
import type { Instant } from '../../domain/time.ts';
import { ACTIVITY_KINDS, type CrmGateway, type RecordActivity } from '../../ports/crm-gateway.ts';

type Answer = Extract<LeadEvent, { type: 'owner-answered' }>;

/**
 * Which of the leads a person reached out to, as the CRM shows it: a mail sent, a call, a meeting or a message that
 * came after the lead's words and that no assistant made. Read through associations, never through a search.
 * @throws CrmError
 */
export async function findAnswers(
  core: CoreContext,
  gateway: CrmGateway,
  leads: readonly Lead[],
): Promise<ReadonlyMap<string, Answer>> {
  if (leads.length === 0) return new Map();
  const recordIds = [...new Set(leads.map((lead) => lead.recordId))];
  const activities = await gateway.readActivities(recordIds, ACTIVITY_KINDS);
  const assistants = new Set(core.store.assistants.all().map(({ email }) => email.toLowerCase()));
  const found = new Map<string, Answer>();
  for (const lead of leads) {
    const since = lead.answerAwaitedSince ?? lead.lastReplyAt;
    const answer =
      since === null ? undefined : answerOf(activities.get(lead.recordId), since, lead, assistants);
    if (answer !== undefined) {
      found.set(lead.id, { type: 'owner-answered', at: answer.at, seen: answer.kind });
    }
  }
  return found;
}

function answerOf(
  activities: readonly RecordActivity[] | undefined,
  since: Instant,
  lead: Lead,
  assistants: ReadonlySet<string>,
): RecordActivity | undefined {
  return activities?.find(
    (each) =>
      each.at > since &&
      !each.isVoid &&
      !(each.kind === 'email' && each.direction === 'incoming') &&
      !assistants.has(each.from) &&
      !lead.addresses.includes(each.from),
  );
}
