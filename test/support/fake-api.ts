import { EventPublisher, implement } from '@orpc/server';
import type { z } from 'zod';
import type { PushEvent, noticeView } from '#contract/system.ts';
import { contract } from '#contract/contract.ts';
import type { LeaseView } from '#contract/connections.ts';
import type { BulkResult, LeadAction, LeadFilterInput, LeadTarget } from '#contract/leads.ts';
import type { LeadState, Role } from '#contract/names.ts';
import { LEAD_STATES } from '#contract/names.ts';
import { makeActivity, makeOverview } from './fake/activity.ts';
import { fakeAuthorisation } from './fake/authorisation.ts';
import { fakeAttention } from './fake/attention.ts';
import { fakeConnections } from './fake/connection-procedures.ts';
import { makeConnections } from './fake/connections.ts';
import { fakeHeld, fakeSystem, fakeUndo, fakeWhy } from './fake/controls.ts';
import { fakeData } from './fake/data.ts';
import { fakeDrafts } from './fake/drafts.ts';
import { fakeLanguageModels } from './fake/language-models.ts';
import { fakeHealth } from './fake/health.ts';
import { fakeHumanMail, fakePlannedMessages } from './fake/human-mail.ts';
import { fakeBeside } from './fake/beside.ts';
import { fakeNotices } from './fake/notices.ts';
import { fakeImports } from './fake/imports.ts';
import { fakeResponses } from './fake/responses.ts';
import { fakeSenders } from './fake/senders.ts';
import { fakeTeaching } from './fake/teaching.ts';
import { fakeSending } from './fake/sending.ts';
import { fakeUpdates } from './fake/updates.ts';
import { makeDetail, refusal } from './fake/lead-detail.ts';
import { compareBy, makeLeads, matches } from './fake/leads.ts';
import type { FakeLead } from './fake/leads.ts';
import { fakeRemarks } from './fake/remarks.ts';
import { fakeMailboxes } from './fake/mailboxes.ts';
import { fakePreview } from './fake/preview.ts';
import { fakeSchedules } from './fake/schedules.ts';
import { DAY, NOW, makeAssistants, makeSchedules } from './fake/world.ts';

type NoticeView = z.infer<typeof noticeView>;

interface FakeApiOptions {
  /** How many leads there are; 0 for the empty screens. */
  readonly leads: number;
  readonly writes?: number;
  /** Show the demo's clock. */
  readonly demo?: boolean;
  /** Every reading procedure fails with this sentence. */
  readonly failWith?: string;
  /** Which machine works on the account, seen from this one. */
  readonly lease?: LeaseView;
  /** As whom the window works. */
  readonly role?: Role;
}

const BECOMES: Partial<Record<LeadAction, LeadState>> = {
  'mark-hot': 'Hot',
  'mark-responded': 'Responded',
  'mark-cold': 'Cold',
  'mark-moved-out': 'DeActivated',
  'mark-deactivated': 'DeActivated',
  unsubscribe: 'UnSubscribed',
  restart: 'Cold',
};

/**
 * The contract over made-up data in memory, for looking at the screens and for tests of the screens alone. It
 * has no rules of the product: only shapes.
 */
export function createFakeApi({
  leads: count,
  writes = 2_400,
  demo = false,
  failWith,
  lease,
  role = 'admin',
}: FakeApiOptions) {
  const empty = count === 0;
  const leads = makeLeads(count);
  const byId = new Map(leads.map((lead) => [lead.id, lead]));
  let rows = makeActivity(leads, empty ? 0 : writes);
  const schedules = makeSchedules();
  const assistants = empty ? [] : makeAssistants();
  const connections = empty ? [] : makeConnections(assistants);
  for (const connection of connections) connection.lease = lease ?? connection.lease;
  let serial = 0;
  const notices: NoticeView[] = [];
  const changes = new EventPublisher<{ change: PushEvent }>();
  const push = (topics: PushEvent['topics'], leadIds: string[] = []): void =>
    changes.publish('change', { topics, leadIds });

  let sorted: { key: string; rows: FakeLead[] } = { key: '', rows: [] };
  function query(
    filter: LeadFilterInput,
    by: Parameters<typeof compareBy>[0],
    descending: boolean,
  ): FakeLead[] {
    const key = JSON.stringify([filter, by, descending]);
    if (sorted.key !== key) {
      const found = leads.filter((lead) => matches(lead, filter)).toSorted(compareBy(by));
      sorted = { key, rows: descending ? found.toReversed() : found };
    }
    return sorted.rows;
  }

  function targets(target: LeadTarget): readonly FakeLead[] {
    return target.kind === 'ids'
      ? target.ids.flatMap((id) => byId.get(id) ?? [])
      : query(target.filter, 'name', false);
  }

  function act(action: LeadAction, targets: readonly FakeLead[], until: string | null): BulkResult {
    const skipped: BulkResult['skipped'] = [];
    let done = 0;
    for (const lead of targets) {
      const because = refusal(lead, action);
      if (because !== '') {
        if (skipped.length < 200) skipped.push({ id: lead.id, name: lead.name, because });
        continue;
      }
      done++;
      lead.state = BECOMES[action] ?? lead.state;
      if (action === 'stop') Object.assign(lead, { followUp: 'Stopped', nextFollowUpAt: null });
      if (action === 'continue') Object.assign(lead, { followUp: 'Scheduled', nextFollowUpAt: NOW + DAY });
      if (action === 'pause') lead.pausedUntil = until;
      if (action === 'hand-back') lead.custody = 'HandingBack';
    }
    sorted = { key: '', rows: [] };
    push(['leads', 'activity'], targets.length < 50 ? targets.map((lead) => lead.id) : []);
    return { done, skipped };
  }

  function settleByHand(id: number, command: string): void {
    const after =
      command === 'retry'
        ? { status: 'waiting' as const, reason: null }
        : { status: 'cancelled' as const, reason: 'Given up by a person.' };
    rows = rows.map((row) => (row.id === id ? { ...row, ...after } : row));
    attention.solve(`outbox/${id}`);
  }
  const health = fakeHealth({ empty, push });
  const attention = fakeAttention({ empty, rows, settled: settleByHand, push });

  const os = implement(contract).use(({ next, path, errors }) => {
    if (failWith !== undefined && path[0] !== 'system')
      throw errors.REFUSED({ data: { sentence: failWith } });
    return next();
  });

  const router = os.router({
    system: {
      ...fakeSystem({ rows: () => rows, demo, role, push }),
      changes: os.system.changes.handler(async function* ({ signal }) {
        yield* changes.subscribe('change', signal ? { signal } : {});
      }),
      notices: os.system.notices.handler(() => notices),
    },
    updates: fakeUpdates(),
    leads: {
      page: os.leads.page.handler(({ input }) => {
        const found = query(input.filter, input.sort.by, input.sort.descending);
        return { rows: found.slice(input.offset, input.offset + input.limit), total: found.length };
      }),
      counts: os.leads.counts.handler(({ input }) => {
        const byState = Object.fromEntries(LEAD_STATES.map((state) => [state, 0])) as Record<
          LeadState,
          number
        >;
        let total = 0;
        for (const lead of leads) {
          if (!matches(lead, input.filter)) continue;
          byState[lead.state]++;
          total++;
        }
        return { byState, total };
      }),
      get: os.leads.get.handler(({ input, errors }) => {
        const lead = byId.get(input.id);
        if (!lead) throw errors.NOT_FOUND({ data: { sentence: 'This lead is not here any more.' } });
        return makeDetail(lead);
      }),
      act: os.leads.act.handler(({ input }) => act(input.action, targets(input.target), input.until ?? null)),
      ...fakeRemarks({ leads, targets, push }),
      addNote: os.leads.addNote.handler(({ input, errors }) => {
        if (input.text.trim() === '') {
          throw errors.INVALID_INPUT({
            data: { problems: [{ field: 'text', sentence: 'Note: write a few words.' }] },
          });
        }
        push(['leads', 'activity'], [input.id]);
        return { done: true as const };
      }),
    },
    data: fakeData({ empty, push }),
    imports: fakeImports({ empty, push }),
    health: health.procedures,
    senders: fakeSenders,
    humanMail: fakeHumanMail(byId, push),
    plannedMessages: fakePlannedMessages(byId, push),
    drafts: fakeDrafts(leads, push),
    languageModels: fakeLanguageModels(),
    responses: { ...fakeResponses(leads, push), ...fakeBeside(leads, push) },
    teaching: fakeTeaching({ empty, push }),
    notices: fakeNotices({ empty }),
    sending: fakeSending({ empty, push }),
    attention: attention.procedures,
    activity: {
      ...fakeUndo({ rows: () => rows, push }),
      ...fakeWhy({ rows: () => rows }),
      ...fakeHeld({ rows: () => rows, push }),
      page: os.activity.page.handler(({ input: { filter, before, limit } }) => {
        const search = filter.search?.toLowerCase();
        const found = rows.filter(
          (row) =>
            (!filter.connectionId || row.connectionId === filter.connectionId) &&
            (!filter.leadId || row.leadId === filter.leadId) &&
            (!filter.kinds || filter.kinds.includes(row.what)) &&
            (!filter.status || filter.status.includes(row.status)) &&
            (!search || `${row.recordName} ${row.summary}`.toLowerCase().includes(search)),
        );
        const from = before === null ? found : found.filter((row) => row.id < before);
        return { rows: from.slice(0, limit), total: found.length };
      }),
      retry: os.activity.retry.handler(({ input }) => {
        settleByHand(input.id, 'retry');
        push(['activity', 'attention']);
        return { done: true as const };
      }),
      dismiss: os.activity.dismiss.handler(({ input }) => {
        settleByHand(input.id, 'give-up');
        push(['activity', 'attention']);
        return { done: true as const };
      }),
      overview: os.activity.overview.handler(() => makeOverview(leads, rows)),
    },
    assistants: {
      list: os.assistants.list.handler(() => assistants),
      get: os.assistants.get.handler(({ input, errors }) => {
        const found = assistants.find(({ id }) => id === input.id);
        if (!found) throw errors.NOT_FOUND({ data: { sentence: 'This assistant is not here any more.' } });
        return found;
      }),
      blank: os.assistants.blank.handler(() => ({
        ...makeAssistants()[0]!,
        name: '',
        title: '',
        email: '',
        userName: '',
        context: '',
        moreInformation: '',
        signature: '',
        leadSource: '',
        brochureUrl: null,
        calendarUrl: null,
      })),
      create: os.assistants.create.handler(({ input, errors }) => {
        const problems = [
          ...(input.name.trim() === ''
            ? [{ field: 'name', sentence: 'Name: give the assistant a name.' }]
            : []),
          ...(input.email.includes('@')
            ? []
            : [{ field: 'email', sentence: 'E-mail address: give an address such as lena@example.com.' }]),
        ];
        if (problems.length > 0) throw errors.INVALID_INPUT({ data: { problems } });
        const made = {
          ...input,
          id: `as-${++serial + 100}`,
          version: 1,
          createdAt: NOW,
          activeLeads: 0,
          sentToday: 0,
          scheduleName: schedules.find(({ id }) => id === input.defaultScheduleId)?.name ?? 'Recommended',
        };
        assistants.push(made);
        push(['assistants', 'connections']);
        return made;
      }),
      update: os.assistants.update.handler(({ input, errors }) => {
        const found = assistants.find(({ id }) => id === input.id);
        if (!found) throw errors.NOT_FOUND({ data: { sentence: 'This assistant is not here any more.' } });
        Object.assign(found, input, { version: found.version + 1 });
        push(['assistants']);
        return found;
      }),
      remove: os.assistants.remove.handler(({ input, errors }) => {
        const index = assistants.findIndex(({ id }) => id === input.id);
        const found = assistants[index];
        if (found && found.activeLeads > 0) {
          const sentence = `${found.name} still holds ${found.activeLeads} leads. Hand them back first.`;
          throw errors.REFUSED({ data: { sentence } });
        }
        if (found) assistants.splice(index, 1);
        push(['assistants', 'connections']);
        return { done: true as const };
      }),
      checkNurture: os.assistants.checkNurture.handler(({ input }) =>
        input.nurture.flatMap((fact, line) =>
          fact.includes('https://')
            ? []
            : [{ line, sentence: `Fact ${line + 1}: add one link that begins with https://.` }],
        ),
      ),
      preview: os.assistants.preview.handler(({ input }) =>
        fakePreview(input, schedules.find(({ id }) => id === input.defaultScheduleId)?.steps ?? [], input),
      ),
    },
    mailboxes: fakeMailboxes({ assistants, push }),
    schedules: fakeSchedules({ schedules, push }),
    authorisation: fakeAuthorisation({
      push,
      confirmed: (id) => {
        if (id !== null) return connectionOf(id);
        const made = {
          ...makeConnections(assistants)[0]!,
          id: `con-${++serial + 100}`,
          accountId: '8812345',
        };
        connections.push(made);
        return made;
      },
    }),
    connections: fakeConnections({
      connections,
      assistants,
      schedules,
      push,
      baselineAnswered: () => attention.solve('baseline'),
    }),
  });

  function connectionOf(id: string) {
    return connections.find((connection) => connection.id === id) ?? connections[0]!;
  }

  /** The program has something to say about a lead. */
  function notice(text: string, leadId: string): void {
    notices.push({ id: `n-${notices.length + 1}`, topic: 'hot', text, leadId, at: NOW });
    push(['notices']);
  }

  return { router, push, notice, leads, interrupt: health.interrupt };
}

export type FakeApi = ReturnType<typeof createFakeApi>;
