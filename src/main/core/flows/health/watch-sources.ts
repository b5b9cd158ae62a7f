import type { CoreContext } from '../../context.ts';
import { LOOK_BACK, rhythmOf, type RestDays, type Rhythm } from '../../domain/health/silence.ts';
import { DAY, HOUR, type Duration } from '../../domain/time.ts';
import type { Source } from '../../ports/store/health.ts';
import type { Assistant, Connection } from '../../ports/store/rows.ts';

/** A source of a connection, with its rhythm. */
export interface SourceRhythm {
  readonly source: Source;
  /** A connection's id, for a mailbox an assistant's. */
  readonly subject: string;
  /** The assistant's name for a mailbox; else empty. */
  readonly of: string;
  readonly rhythm: Rhythm;
}

/** How far back events are read: the look back counts from the last one, which may be long ago. */
const READ_BACK = 400 * DAY;

/** Everything that comes in to a connection, and how long it has been silent. */
export function sourcesOf(core: CoreContext, connection: Connection): readonly SourceRhythm[] {
  const linked = new Set(core.store.assistants.links(connection.id).map((link) => link.assistantId));
  const assistants = core.store.assistants.all().filter((each) => linked.has(each.id));
  const rest: RestDays = { zone: connection.timeZone, offDays: commonOffDays(assistants) };
  const mailboxes = assistants.filter((each) => core.mailboxes.of(each) !== null);
  return [
    source(core, 'assignments', connection.id, '', rest),
    source(core, 'records', connection.id, '', rest),
    ...mailboxes.map((each) =>
      source(core, 'mailbox', each.id, each.name, {
        zone: each.rules.timeZone,
        offDays: each.rules.offDays,
      }),
    ),
  ];
}

/**
 * Tells once of each source that has been silent for far longer than it usually is. Judged only of what was looked
 * at since the program began: what came meanwhile is read first.
 */
export function watchSources(core: CoreContext): void {
  const told = new Set(core.store.health.silences().map((each) => `${each.source}/${each.subject}`));
  for (const connection of core.store.connections.all()) {
    if (connection.status !== 'Active') continue;
    for (const each of sourcesOf(core, connection)) {
      const { source: kind, subject, rhythm } = each;
      if (!rhythm.isSilent || rhythm.lastAt === null || !wasLookedAt(core, each)) continue;
      const key = `${kind}/${subject}`;
      if (told.has(key)) continue;
      told.add(key);
      const now = core.clock.now();
      const text = silenceSentence(connection.name, each);
      core.store.commit({
        silences: [{ source: kind, subject, lastAt: rhythm.lastAt, noticedAt: now }],
        notices: [
          { id: `silence/${key}/${rhythm.lastAt}`, topic: 'needs-attention', text, leadId: null, at: now },
        ],
      });
      core.notifier.notify({ topic: 'needs-attention', text, leadId: null });
      core.push(['notices', 'attention', 'connections']);
    }
  }
}

const WHAT: Readonly<Record<Source, string>> = {
  assignments: 'no contact was assigned',
  records: 'no change of a contact was seen',
  mailbox: 'no mail came in',
};

const CHECK: Readonly<Record<Source, string>> = {
  assignments:
    'Check that people still assign contacts to the assistants, that no workflow which does so was switched off, and that the assistants are still active users of the CRM.',
  records: 'Check that the key may still read contacts, and that people still work in this CRM account.',
  mailbox:
    'Check that mail still reaches the address: a forwarding rule, a full mailbox or a changed MX record keeps it away. Send a test mail to it.',
};

/** What to check when a source is silent. */
export function whatToCheck(source: Source): string {
  return CHECK[source];
}

/** One sentence about a silence. */
export function silenceSentence(connectionName: string, { source, of, rhythm }: SourceRhythm): string {
  const where = source === 'mailbox' ? `${of}'s mailbox` : connectionName;
  const usual =
    rhythm.usualGap === null ? '' : `; usually something comes every ${spanWords(rhythm.usualGap)}`;
  const days = Math.round((rhythm.alarmAfter ?? 0) / DAY);
  return `${where}: ${WHAT[source]} for more than ${days} working days${usual}.`;
}

/** `3 hours`, `2 days`. */
function spanWords(span: Duration): string {
  const days = span / DAY;
  if (days >= 2) return `${Math.round(days)} days`;
  const hours = Math.max(1, Math.round(span / HOUR));
  return hours === 1 ? '1 hour' : `${hours} hours`;
}

function source(core: CoreContext, kind: Source, subject: string, of: string, rest: RestDays): SourceRhythm {
  const now = core.clock.now();
  const events = core.store.health.eventsOf(kind, subject, now - READ_BACK - LOOK_BACK);
  return { source: kind, subject, of, rhythm: rhythmOf(events, now, rest) };
}

function wasLookedAt(core: CoreContext, { source: kind, subject }: SourceRhythm): boolean {
  return kind === 'mailbox' ? core.mailboxHealth.lookedAt(subject) !== null : core.lastPolls.has(subject);
}

/** Days on which no assistant works; without any, the weekend. */
function commonOffDays(assistants: readonly Assistant[]): readonly number[] {
  if (assistants.length === 0) return [6, 7];
  return [1, 2, 3, 4, 5, 6, 7].filter((day) => assistants.every((each) => each.rules.offDays.includes(day)));
}
