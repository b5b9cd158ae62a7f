import type { HandBackView } from '#contract/sending.ts';
import type { FieldProblem } from '#contract/common.ts';
import type { CoreContext } from '../context.ts';
import { userName } from '../domain/crm/previous-owner.ts';
import type { HandBackRule } from '../domain/crm/hand-back-rule.ts';
import { readPatterns } from '../domain/leads/exclusions.ts';
import { isKnownZone } from '../domain/schedules/local-time.ts';
import { simulateFromNow } from '../flows/nurture/simulate.ts';
import { turnOf } from '../hand-back-facts.ts';
import type { Connection } from '../ports/store/rows.ts';
import { auditConnection } from '../setting-audit.ts';
import { CHANGED_MEANWHILE, invalid, notFound, refused, refuseProblems } from './failures.ts';
import { api } from './implement.ts';
import { simulationView } from './views/simulation-view.ts';

/** Entries of a list sent at once. */
const PAGE = 200;

export const sendingProcedures = {
  exclusions: api.sending.exclusions.handler(({ context: { core }, input }) => {
    const { sending } = core.context.store;
    const rows = sending.exclusions(input.search, input.after, PAGE + 1);
    return {
      rows: rows.slice(0, PAGE),
      more: rows.length > PAGE,
      total: sending.countExclusions(input.search),
    };
  }),
  exclude: api.sending.exclude.handler(({ context: { core }, input }) => {
    const { store, clock, push } = core.context;
    const { patterns, errors } = readPatterns(input.list);
    refuseProblems(errors.map(({ field, message }) => ({ field, sentence: message })));
    if (patterns.length === 0) {
      throw invalid([
        { field: 'list', sentence: 'List: enter an address such as ana@acme.com or a domain.' },
      ]);
    }
    const known = store.sending.excludedAmong(patterns).length;
    const at = clock.now();
    store.commit({ exclude: patterns.map((pattern) => ({ pattern, at })) });
    push(['data']);
    return { added: patterns.length - known, known };
  }),
  include: api.sending.include.handler(({ context: { core }, input }) => {
    core.context.store.commit({ removeExclusions: [input.pattern] });
    core.context.push(['data']);
    return { done: true as const };
  }),
  handBack: api.sending.handBack.handler(({ context: { core }, input }) =>
    handBackView(core.context, known(core.context, input.connectionId)),
  ),
  setHandBack: api.sending.setHandBack.handler(({ context: { core, role = 'admin' }, input }) => {
    const { context } = core;
    const connection = known(context, input.connectionId);
    const { rule, longTermScheduleId, version } = input;
    refuseProblems([
      ...ruleProblems(context, connection, rule),
      ...scheduleProblems(context, longTermScheduleId),
    ]);
    const next: Connection = { ...connection, handBackRule: rule, longTermScheduleId, version };
    const settingChanges = auditConnection(context, connection, next, role);
    if (!context.store.commit({ connections: [next], settingChanges }).ok) throw refused(CHANGED_MEANWHILE);
    context.push(['connections']);
    return handBackView(context, known(context, connection.id));
  }),
  setAway: api.sending.setAway.handler(({ context: { core }, input }) => {
    const { context } = core;
    const { connectionId, ownerId, until, deputyOwnerId } = input;
    const connection = known(context, connectionId);
    const now = context.clock.now();
    refuseProblems([
      ...ownerProblems(context, connection, 'ownerId', 'Who', [ownerId]),
      ...(deputyOwnerId === null
        ? []
        : ownerProblems(context, connection, 'deputyOwnerId', 'Deputy', [deputyOwnerId])),
      ...(deputyOwnerId === ownerId
        ? [{ field: 'deputyOwnerId', sentence: 'Deputy: choose somebody else than the person who is away.' }]
        : []),
      ...(until <= now ? [{ field: 'until', sentence: 'Until: choose a day that is still to come.' }] : []),
    ]);
    const before = context.store.sending
      .ownersAway(connectionId)
      .find((each) => each.ownerId === ownerId && each.until > now);
    const since = before?.since ?? now;
    context.store.commit({ ownersAway: [{ connectionId, ownerId, since, until, deputyOwnerId }] });
    context.push(['connections', 'leads']);
    context.wake();
    return handBackView(context, connection);
  }),
  endAway: api.sending.endAway.handler(({ context: { core }, input }) => {
    const { context } = core;
    const connection = known(context, input.connectionId);
    const now = context.clock.now();
    const absence = context.store.sending
      .ownersAway(connection.id)
      .find((each) => each.ownerId === input.ownerId && each.until > now);
    // It is kept until the day it ended: hours of absence count for nobody.
    if (absence !== undefined) context.store.commit({ ownersAway: [{ ...absence, until: now }] });
    context.push(['connections', 'leads']);
    context.wake();
    return handBackView(context, connection);
  }),
  countries: api.sending.countries.handler(({ context: { core } }) => [...core.context.holidays.countries()]),
  simulate: api.sending.simulate.handler(async ({ context: { core }, input }) => {
    if (!isKnownZone(input.timeZone)) {
      throw invalid([{ field: 'timeZone', sentence: 'Time zone: choose one such as Europe/Berlin.' }]);
    }
    return simulationView(core.context, await simulateFromNow(core.context, input.days), input.timeZone);
  }),
};

function known(core: CoreContext, id: string): Connection {
  const connection = core.store.connections.byId(id);
  if (connection === null) throw notFound('This connection was removed.');
  return connection;
}

function handBackView(core: CoreContext, connection: Connection): HandBackView {
  const { store, clock } = core;
  const now = clock.now();
  const nameOf = (id: string): string => {
    const user = store.users.byId(connection.id, id);
    return user === null ? `User ${id}` : userName(user);
  };
  const { handBackRule: rule } = connection;
  const turns = rule.kind === 'round-robin' ? rule.ownerIds : [];
  return {
    connectionId: connection.id,
    version: connection.version,
    rule: rule.kind === 'round-robin' ? { ...rule, ownerIds: [...rule.ownerIds] } : rule,
    nextOwnerId: turns[turnOf(store, connection.id) % Math.max(1, turns.length)] ?? null,
    longTermScheduleId: connection.longTermScheduleId,
    absences: store.sending
      .ownersAway(connection.id)
      .filter((each) => each.until > now)
      .map(({ ownerId, since, until, deputyOwnerId }) => ({
        ownerId,
        name: nameOf(ownerId),
        since,
        until,
        deputyOwnerId,
        deputyName: deputyOwnerId === null ? null : nameOf(deputyOwnerId),
      })),
  };
}

function ruleProblems(
  core: CoreContext,
  connection: Connection,
  rule: HandBackRule,
): readonly FieldProblem[] {
  if (rule.kind === 'fixed') return [];
  const ids = rule.kind === 'round-robin' ? rule.ownerIds : Object.values(rule.owners);
  if (ids.length === 0) {
    const sentence =
      rule.kind === 'round-robin'
        ? 'By turn: choose at least one person.'
        : 'By country: choose an owner for at least one country.';
    return [{ field: 'rule', sentence }];
  }
  return ownerProblems(core, connection, 'rule', rule.kind === 'round-robin' ? 'By turn' : 'By country', ids);
}

function ownerProblems(
  core: CoreContext,
  connection: Connection,
  field: string,
  label: string,
  ids: readonly string[],
): readonly FieldProblem[] {
  const assistants = core.store.assistants.links(connection.id).map((link) => link.ownerId);
  return ids.flatMap((id) => {
    const user = core.store.users.byId(connection.id, id);
    if (user === null || assistants.includes(id)) {
      return [{ field, sentence: `${label}: choose a person of the CRM's list of users.` }];
    }
    return user.active
      ? []
      : [{ field, sentence: `${label}: ${userName(user)} is not active any more; choose somebody else.` }];
  });
}

function scheduleProblems(core: CoreContext, id: string | null): readonly FieldProblem[] {
  const schedule = id === null ? null : core.store.schedules.byId(id);
  return id === null || (schedule !== null && !schedule.deleted)
    ? []
    : [{ field: 'longTermScheduleId', sentence: 'Long-term schedule: choose one of the list.' }];
}
