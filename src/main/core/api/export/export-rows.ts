import type { ExportTopic } from '#contract/data.ts';
import type { CoreContext } from '../../context.ts';
import type { Instant } from '../../domain/time.ts';
import type { ActivityFilter } from '../../ports/store/store.ts';
import { isoTime } from '../../time-words.ts';
import { LeadViews } from '../views/lead-view.ts';
import { activityRow } from '../views/outbox-view.ts';
import type { ExportRow, ExportTable } from './to-text.ts';

const ROUND = 500;

/** Everything of one topic, read in rounds. */
export function exportRows(core: CoreContext, topic: ExportTopic): ExportTable {
  switch (topic) {
    case 'leads':
      return { columns: LEAD_COLUMNS, rounds: () => leads(core) };
    case 'schedules':
      return { columns: SCHEDULE_COLUMNS, rounds: () => schedules(core) };
    case 'assistants':
      return { columns: ASSISTANT_COLUMNS, rounds: () => assistants(core) };
    case 'suppressions':
      return { columns: SUPPRESSION_COLUMNS, rounds: () => suppressions(core) };
    case 'activity':
      return activityTable(core, {});
  }
}

const LEAD_COLUMNS = [
  'id',
  'connection',
  'recordId',
  'recordUrl',
  'firstName',
  'lastName',
  'email',
  'allAddresses',
  'company',
  'country',
  'state',
  'reason',
  'custody',
  'followUp',
  'assistant',
  'schedule',
  'context',
  'sent',
  'of',
  'nextFollowUpAt',
  'pausedUntil',
  'lastSentAt',
  'lastReplyAt',
  'previousOwner',
  'tags',
  'assignedAt',
  'updatedAt',
] as const;

function* leads(core: CoreContext): Iterable<readonly ExportRow[]> {
  // Oldest first: what is taken up meanwhile comes after, and moves nothing.
  for (let offset = 0; ; offset += ROUND) {
    const views = new LeadViews(core);
    const page = core.store.leads.page({}, { by: 'created', descending: false }, offset, ROUND).leads;
    yield page.map((lead) => {
      const row = views.row(lead);
      return {
        id: lead.id,
        connection: views.connection(lead.connectionId)?.name ?? '',
        recordId: lead.recordId,
        recordUrl: row.recordUrl,
        firstName: lead.firstName,
        lastName: lead.lastName,
        email: lead.email,
        allAddresses: lead.addresses.join('; '),
        company: lead.company,
        country: lead.country,
        state: lead.state,
        reason: lead.reason,
        custody: lead.custody,
        followUp: lead.followUp,
        assistant: row.assistantName,
        schedule: row.scheduleName,
        context: lead.context,
        sent: row.sent,
        of: row.of,
        nextFollowUpAt: time(lead.nextFollowUpAt),
        pausedUntil: lead.pausedUntil,
        lastSentAt: time(lead.lastSentAt),
        lastReplyAt: time(lead.lastReplyAt),
        previousOwner: row.previousOwnerName,
        tags: row.tags.join('; '),
        assignedAt: time(lead.assignedAt),
        updatedAt: time(lead.updatedAt),
      };
    });
    if (page.length < ROUND) return;
  }
}

const SCHEDULE_COLUMNS = [
  'id',
  'name',
  'builtIn',
  'crmValue',
  'step',
  'gapDays',
  'tone',
  'subject',
  'body',
] as const;

/** One row a step. */
function* schedules(core: CoreContext): Iterable<readonly ExportRow[]> {
  yield core.store.schedules.all().flatMap((schedule) =>
    schedule.steps.map(({ gapDays, message }, index) => ({
      id: schedule.id,
      name: schedule.name,
      builtIn: schedule.builtIn,
      crmValue: schedule.crmValue,
      step: index + 1,
      gapDays,
      tone: message.kind === 'assistant' ? message.tone : null,
      subject: message.kind === 'template' ? message.subject : null,
      body: message.kind === 'template' ? message.body : null,
    })),
  );
}

const ASSISTANT_COLUMNS = [
  'id',
  'name',
  'title',
  'email',
  'userName',
  'context',
  'moreInformation',
  'signature',
  'leadSource',
  'brochureUrl',
  'calendarUrl',
  'bcc',
  'defaultSchedule',
  'timeZone',
  'dailyLimit',
  'activeLimit',
  'createdAt',
] as const;

function* assistants(core: CoreContext): Iterable<readonly ExportRow[]> {
  yield core.store.assistants.all().map((assistant) => ({
    id: assistant.id,
    name: assistant.name,
    title: assistant.title,
    email: assistant.email,
    userName: assistant.userName,
    context: assistant.context,
    moreInformation: assistant.moreInformation,
    signature: assistant.signature,
    leadSource: assistant.leadSource,
    brochureUrl: assistant.brochureUrl,
    calendarUrl: assistant.calendarUrl,
    bcc: assistant.bcc,
    defaultSchedule: core.store.schedules.byId(assistant.defaultScheduleId)?.name ?? '',
    timeZone: assistant.rules.timeZone,
    dailyLimit: assistant.rules.dailyLimit,
    activeLimit: assistant.activeLimit,
    createdAt: time(assistant.createdAt),
  }));
}

const SUPPRESSION_COLUMNS = ['address', 'reason', 'at'] as const;

function* suppressions(core: CoreContext): Iterable<readonly ExportRow[]> {
  for (let after = ''; ;) {
    const page = core.store.suppressions.page(after, ROUND);
    yield page.map((row) => ({ address: row.address, reason: row.reason, at: time(row.at) }));
    if (page.length < ROUND) return;
    after = page.at(-1)?.address ?? '';
  }
}

const ACTIVITY_COLUMNS = [
  'id',
  'at',
  'settledAt',
  'connection',
  'identity',
  'recordId',
  'recordName',
  'recordUrl',
  'what',
  'summary',
  'before',
  'after',
  'status',
  'attempts',
  'reason',
  'why',
] as const;

/** Writes and mails, newest first, as the filter of the Activity screen chooses them. */
export function activityTable(core: CoreContext, filter: ActivityFilter): ExportTable {
  return { columns: ACTIVITY_COLUMNS, rounds: () => activity(core, filter) };
}

function* activity(core: CoreContext, filter: ActivityFilter): Iterable<readonly ExportRow[]> {
  for (let before: number | null = null; ;) {
    const views = new LeadViews(core);
    const { rows } = core.store.outbox.page(filter, before, ROUND);
    yield rows.map((stored) => {
      const row = activityRow(core, views, stored);
      const values = (which: 'before' | 'after') =>
        row.changes.map((change) => `${change.field}: ${change[which]}`).join('; ');
      return {
        id: row.id,
        at: time(row.at),
        settledAt: time(row.settledAt),
        connection: row.connectionName,
        identity: row.identity,
        recordId: row.recordId,
        recordName: row.recordName,
        recordUrl: row.recordUrl,
        what: row.what,
        summary: row.summary,
        before: values('before'),
        after: values('after'),
        status: row.status,
        attempts: row.attempts,
        reason: row.reason,
        why: row.why,
      };
    });
    if (rows.length < ROUND) return;
    before = rows.at(-1)?.id ?? null;
  }
}

function time(at: Instant | null): string | null {
  return at === null ? null : isoTime(at);
}
