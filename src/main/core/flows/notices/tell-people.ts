import type { CoreContext } from '../../context.ts';
import type { Decision } from '../../domain/leads/decision.ts';
import type { Lead } from '../../domain/leads/lead.ts';
import { digestAt, digestMail, type ToldLine } from '../../domain/notices/digest.ts';
import {
  newsOf,
  recipientsOf,
  TOLD_ONCE_IN,
  type News,
  type NoticeEvent,
  type NoticeSettings,
} from '../../domain/notices/notice-events.ts';
import type { Instant } from '../../domain/time.ts';
import type { Change } from '../../ports/store/change.ts';
import type { OutboxDraft } from '../../ports/store/rows.ts';
import type { ToldNotice } from '../../ports/store/told.ts';
import { noticeMail, noticeSender } from './tell-admins.ts';
import { noticeSettingsOf } from './settings.ts';

/** News of one mail; more go with the next. */
const MOST_IN_A_MAIL = 200;

/** What of a decision people are told of. `isShown`: whether the app shows its notices. */
export interface Telling {
  readonly told: readonly ToldNotice[];
  readonly isShown: boolean;
}

/**
 * Whom a decision concerns beside those who look into the app: part of the same commit, so that it is told once and
 * not forgotten. The same of the same lead is told once in 180 days, and only by the machine that works on the account.
 */
export function tellingOf(core: CoreContext, lead: Lead, decision: Decision): Telling {
  const news = decision.journal.flatMap((entry) => newsOf(decision.lead ?? lead, entry));
  if (news.length === 0) return { told: [], isShown: true };
  const settings = noticeSettingsOf(core);
  const isShown = news.some(({ event }) => settings.rows[event].app);
  const at = core.clock.now();
  const told = news
    .filter(({ event }) => isToBeTold(core, settings, lead, event, at))
    .map(({ event, text }) => ({
      key: `${lead.id}/${event}/${at}`,
      event,
      connectionId: lead.connectionId,
      leadId: lead.id,
      text,
      at,
    }));
  return { told, isShown };
}

function isToBeTold(
  core: CoreContext,
  settings: NoticeSettings,
  { id, connectionId }: Lead,
  event: NoticeEvent,
  now: Instant,
): boolean {
  if (recipientsOf(settings, event).length === 0 || isWithAnother(core, connectionId)) return false;
  const before = core.store.told.lastOf(id, event);
  return before === null || now - before >= TOLD_ONCE_IN;
}

/** Something that concerns no single lead, told once by its key: part of a change. */
export function tellOf(
  core: CoreContext,
  { event, text }: News,
  of: { readonly key: string; readonly connectionId: string },
): Pick<Change, 'told'> {
  if (recipientsOf(noticeSettingsOf(core), event).length === 0 || isWithAnother(core, of.connectionId)) {
    return {};
  }
  return { told: [{ ...of, event, text, leadId: null, at: core.clock.now() }] };
}

/** Another machine works on the account, and tells of it. */
function isWithAnother(core: CoreContext, connectionId: string): boolean {
  const { kind } = core.leases.state(connectionId);
  return kind === 'standing-by' || kind === 'claiming';
}

/** When the next mail is to be made; null: nothing waits that can go. */
export function nextTellingAt(core: CoreContext, now: Instant): Instant | null {
  const waiting = core.store.told.waitingSince();
  if (waiting.length === 0) return null;
  const settings = noticeSettingsOf(core);
  const times = waiting.flatMap(({ connectionId, since }) => {
    if (core.store.connections.byId(connectionId)?.status !== 'Active') return [];
    const blocked = isWithAnother(core, connectionId) ? null : core.leases.blockedUntil(connectionId);
    return [Math.max(momentOf(settings, since), blocked ?? now)];
  });
  return times.length === 0 ? null : Math.min(...times);
}

/**
 * Makes the mails that are due: each news its own, or one digest an address, whatever accounts the news are of. In one
 * commit with the news being done, so that a crash in between tells nobody twice.
 */
export async function tellPeople(core: CoreContext): Promise<void> {
  const settings = noticeSettingsOf(core);
  const ours: ToldNotice[] = [];
  const others: ToldNotice[] = [];
  for (const { connectionId, since } of core.store.told.waitingSince()) {
    if (core.store.connections.byId(connectionId)?.status !== 'Active') continue;
    if (momentOf(settings, since) > core.clock.now()) continue;
    const holds = !isWithAnother(core, connectionId) && (await core.leases.holds(connectionId));
    if (holds) ours.push(...core.store.told.waiting(connectionId, MOST_IN_A_MAIL));
    // The machine that works tells of its own news.
    else if (isWithAnother(core, connectionId)) {
      others.push(...core.store.told.waiting(connectionId, MOST_IN_A_MAIL));
    }
  }
  if (ours.length + others.length === 0) return;
  const at = core.clock.now();
  core.store.commit({
    outbox: mailsOf(core, settings, ours),
    mailed: [...ours, ...others].map(({ key }) => ({ key, at })),
  });
  core.push(['activity', 'notices']);
  core.wake();
}

function momentOf({ rhythm, hour, timeZone }: NoticeSettings, since: Instant): Instant {
  return rhythm === 'each' ? since : digestAt(since, hour, timeZone);
}

function mailsOf(
  core: CoreContext,
  settings: NoticeSettings,
  told: readonly ToldNotice[],
): readonly OutboxDraft[] {
  const bundles = settings.rhythm === 'each' ? told.map((each) => [each]) : [told];
  return bundles.flatMap((bundle) => {
    const all = bundle.flatMap(({ event }) => recipientsOf(settings, event));
    return [...new Set(all)].flatMap((to) => {
      const theirs = bundle.filter(({ event }) => recipientsOf(settings, event).includes(to));
      const [first] = theirs;
      const sender = first === undefined ? null : noticeSender(core, first.connectionId);
      if (first === undefined || sender === null) return [];
      const { subject, text } = digestMail(
        theirs.map((each) => lineOf(core, each)),
        settings.timeZone,
      );
      const news = { connectionId: first.connectionId, incidentKey: `told/${first.key}`, subject, text };
      return [{ ...noticeMail(core, news, sender, to), leadId: theirs.length === 1 ? first.leadId : null }];
    });
  });
}

function lineOf(core: CoreContext, { text, at, leadId }: ToldNotice): ToldLine {
  return { text, at, url: leadId === null ? null : core.host.leadUrl(leadId) };
}
