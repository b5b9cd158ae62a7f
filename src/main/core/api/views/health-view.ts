import type {
  AdminsView,
  DifferenceView,
  FieldRuleView,
  InterruptedLead,
  SourceView,
} from '#contract/health.ts';
import { POLICY_FIELDS } from '#contract/names.ts';
import type { CoreContext } from '../../context.ts';
import { remedyOf, type WatchedField } from '../../domain/fields/drift.ts';
import { differenceSentence, REMEDY_WORDS } from '../../domain/fields/drift-words.ts';
import { sourcesOf, whatToCheck } from '../../flows/health/watch-sources.ts';
import { noticeSender } from '../../flows/notices/tell-admins.ts';
import { countBlocked } from '../../outbox/release-blocked.ts';
import type { KnownDifference } from '../../ports/store/health.ts';
import type { Connection } from '../../ports/store/rows.ts';
import { leadName } from './lead-view.ts';

/** Who is told of failures, and through whom. */
export function adminsView(core: CoreContext): AdminsView {
  const senders = core.store.connections.all().map((connection) => noticeSender(core, connection.id));
  const anyone = senders.length === 0 ? noticeSender(core, '') : null;
  const sender = [...senders, anyone].find((each) => each !== null && each !== undefined);
  return { addresses: [...core.store.health.admins()], sender: sender?.name ?? null };
}

export function interruptedViews(core: CoreContext, connectionId: string): InterruptedLead[] {
  return core.store.health.interrupted(connectionId).flatMap(({ leadId, dueAt }) => {
    const lead = core.store.leads.byId(leadId);
    if (lead === null) return [];
    const assistantName = core.store.assistants.byId(lead.assistantId)?.name ?? '';
    return [{ leadId, name: leadName(lead), email: lead.email, assistantName, dueAt }];
  });
}

export function sourceViews(core: CoreContext, connection: Connection): SourceView[] {
  return sourcesOf(core, connection).map(({ source, of, rhythm }) => ({
    source,
    of,
    ...rhythm,
    check: whatToCheck(source),
  }));
}

/** What differs, options of one property together. */
export function differenceViews(core: CoreContext, connection: Connection): DifferenceView[] {
  const { watched, differences } = core.store.health.fieldWatch(connection.id);
  const groups = new Map<string, [KnownDifference, ...KnownDifference[]]>();
  for (const difference of differences) {
    const id = `${difference.key}/${difference.kind}`;
    const group = groups.get(id);
    if (group === undefined) groups.set(id, [difference]);
    else group.push(difference);
  }
  return [...groups.values()].flatMap((group) => {
    const field = watched.find((each) => each.key === group[0].key);
    return field === undefined ? [] : [differenceView(core, connection, field, group)];
  });
}

function differenceView(
  core: CoreContext,
  connection: Connection,
  field: WatchedField,
  group: readonly [KnownDifference, ...KnownDifference[]],
): DifferenceView {
  const [{ key, kind, property, since }] = group;
  const { remedy, keeps } = remedyOf(group[0], field.isOurs);
  const several = kind === 'option' && group.length > 1;
  const blocks = kind === 'gone' || kind === 'type' || kind === 'option';
  return {
    key,
    kind,
    property,
    since,
    sentence: differenceSentence(group, field.label, field.isOurs),
    button: remedy === null ? null : `${REMEDY_WORDS[remedy]}${several ? 's' : ''}`,
    keeps,
    held: blocks ? countBlocked(core, connection.id, key) : 0,
  };
}

const LABELS = { connectionStatus: 'Lead Connection Status', contactStatus: 'Lead Status' } as const;

/** The rule of each property that we write; the CRM's own status goes by its provider's name. */
export function ruleViews(
  core: CoreContext,
  connection: Connection,
  contactStatusProperty: string | null,
): FieldRuleView[] {
  return POLICY_FIELDS.map((field) => ({
    field,
    label: LABELS[field],
    property: field === 'contactStatus' ? contactStatusProperty : connection.fieldNames[field],
    policy: core.store.health.fieldRule(connection.id, field),
  }));
}
