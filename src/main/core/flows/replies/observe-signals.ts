import { applyEvent } from '../../apply-event.ts';
import type { CoreContext } from '../../context.ts';
import type { CrmRecord, RecordSignals } from '../../domain/leads/facts.ts';
import { measuresEngagement } from '../../measures-engagement.ts';
import { isActive, type Lead } from '../../domain/leads/lead.ts';
import type { Instant } from '../../domain/time.ts';
import type { CrmGateway, RecordActivity, RecordRead } from '../../ports/crm-gateway.ts';

/** What of each record's sums was looked at closely before, so that a look is paid for once; forgotten at a stop. */
const looked = new WeakMap<CoreContext, Map<string, string>>();

/**
 * What leads did that shows in the CRM alone: a meeting that was booked after our mail, and, where nothing of our own
 * measures them, opens and clicks of our mails. The sums on the record are the hint; the activities are the truth.
 * @throws CrmError
 */
export async function observeSignals(
  core: CoreContext,
  gateway: CrmGateway,
  leadIds: readonly string[],
  reads: ReadonlyMap<string, RecordRead>,
): Promise<void> {
  const seen = looked.get(core) ?? new Map<string, string>();
  looked.set(core, seen);
  const measures = measuresEngagement(core);
  const hints = leadIds.flatMap((id) => {
    const lead = core.store.leads.byId(id);
    const read = lead === null ? undefined : reads.get(lead.recordId);
    if (lead === null || read === undefined || read.kind === 'gone') return [];
    const hint = hintOf(lead, read.record, measures);
    return hint === null || seen.get(lead.id) === hint ? [] : [{ lead, hint, record: read.record }];
  });
  if (hints.length === 0) return;
  const kinds = measures ? (['meeting'] as const) : (['meeting', 'email'] as const);
  const activities = await gateway.readActivities(
    hints.map(({ lead }) => lead.recordId),
    kinds,
  );
  for (const { lead, hint, record } of hints) {
    const ofRecord = activities.get(lead.recordId) ?? [];
    if (!measures) countTouches(core, lead, ofRecord, record.signals);
    noteMeeting(core, lead, ofRecord);
    seen.set(lead.id, hint);
  }
}

/** What to look at: sums that are newer than the lead's assignment; null: nothing. */
function hintOf(lead: Lead, { signals }: CrmRecord, measures: boolean): string | null {
  if (signals === undefined || lead.custody !== 'Held' || !isActive(lead.state) || lead.lastSentAt === null)
    return null;
  const { meetingAt, bookedFor, mailOpenedAt, mailClickedAt } = signals;
  const all = measures ? [meetingAt, bookedFor] : [meetingAt, bookedFor, mailOpenedAt, mailClickedAt];
  const news = all.map((at) => (at !== null && at > lead.assignedAt ? at : null));
  return news.every((at) => at === null) ? null : news.join('/');
}

/** The first meeting that came into the CRM after the first mail of this run and was not called off. */
function noteMeeting(core: CoreContext, lead: Lead, activities: readonly RecordActivity[]): void {
  const mails = core.store.mails.ofLead(lead.id);
  const sent = mails.flatMap((mail) =>
    mail.sentAt !== null && (mail.run === lead.run || lead.thread.includes(mail.messageId))
      ? [mail.sentAt]
      : [],
  );
  const first = Math.min(...sent);
  const meeting = activities.find((each) => each.kind === 'meeting' && !each.isVoid && each.at >= first);
  if (meeting === undefined) return;
  applyEvent(core, lead.id, { type: 'meeting-booked', at: meeting.at, startsAt: meeting.startsAt });
}

/** As many opens and clicks as the CRM counted on our own logged mails beyond those that are counted already. */
function countTouches(
  core: CoreContext,
  lead: Lead,
  activities: readonly RecordActivity[],
  signals: RecordSignals | undefined,
): void {
  const assistant = core.store.assistants.byId(lead.assistantId);
  const ours = activities.filter(
    (each) =>
      each.kind === 'email' &&
      each.from === assistant?.email.toLowerCase() &&
      each.at >= lead.assignedAt &&
      each.opens + each.clicks > 0,
  );
  const sentAt = ours.at(-1)?.at;
  if (sentAt === undefined) return;
  const touch = (type: 'opened' | 'clicked', counted: number, before: number, at: Instant | null): void => {
    for (let nth = before; nth < counted; nth += 1)
      applyEvent(core, lead.id, { type, sentAt, at: at ?? core.clock.now() });
  };
  const sum = (pick: (each: RecordActivity) => number): number =>
    ours.reduce((total, each) => total + pick(each), 0);
  touch(
    'opened',
    sum((each) => each.opens),
    lead.opens,
    signals?.mailOpenedAt ?? null,
  );
  touch(
    'clicked',
    sum((each) => each.clicks),
    lead.clicks,
    signals?.mailClickedAt ?? null,
  );
}
