import type { NoticeEvent } from '#contract/names.ts';
import type { JournalDraft } from '../leads/decision.ts';
import { leadName } from '../leads/lead-words.ts';
import type { Lead } from '../leads/lead.ts';
import { DAY, type Duration } from '../time.ts';

export { NOTICE_EVENTS } from '#contract/names.ts';
export type { NoticeEvent } from '#contract/names.ts';

/** Who is told of what, and when. */
export interface NoticeSettings {
  /** My address; empty: none. */
  readonly me: string;
  /** `each`: at once · `daily`: one digest at the hour of the zone. */
  readonly rhythm: 'each' | 'daily';
  readonly hour: number;
  readonly timeZone: string;
  readonly rows: Readonly<
    Record<NoticeEvent, { readonly app: boolean; readonly me: boolean; readonly copyTo: readonly string[] }>
  >;
}

/** The same of the same lead is not told again for so long. */
export const TOLD_ONCE_IN: Duration = 180 * DAY;

/** Something that people may be told of. */
export interface News {
  readonly event: NoticeEvent;
  /** A sentence or two. */
  readonly text: string;
}

/**
 * What of a line of the journal people may be told of: a new state, a brochure that was asked for, people who were
 * named, a meeting that was called off. A level that returns after a lead was at risk is no news.
 */
export function newsOf(
  lead: Pick<Lead, 'firstName' | 'lastName' | 'email' | 'recordId'>,
  entry: JournalDraft,
): readonly News[] {
  const name = leadName(lead);
  const said = repliedOf(entry);
  const quote = said === null || said.text === '' ? '' : ` “${said.text}”`;
  const news: News[] = [];
  const isNews = entry.to !== entry.from && !(entry.from === 'LeadAtRisk' && said === null);
  if (isNews && entry.to === 'Hot') news.push({ event: 'hot', text: `${name} is Hot.${quote}` });
  if (isNews && entry.to === 'Responded') news.push({ event: 'responded', text: `${name} replied.${quote}` });
  if (entry.event === 'meeting-cancelled' && !isNews) news.push({ event: 'responded', text: entry.rule });
  if (isNews && entry.to === 'LeadAtRisk') {
    const text = `${name} is at risk: for 24 hours no person has reached out.`;
    news.push({ event: 'at-risk', text });
  }
  if (isNews && entry.to === 'DeActivated') {
    news.push({ event: 'deactivated', text: `${name} is DeActivated. ${entry.rule}` });
  }
  if (said?.intent === 'BrochureSent') {
    news.push({ event: 'brochure', text: `${name} asks for a brochure.${quote}` });
  }
  if (said !== null && said.proposed.length > 0) {
    const text = `${name} named ${said.proposed.join(' and ')}: approve or dismiss under Responses.`;
    news.push({ event: 'proposed-lead', text });
  }
  return news;
}

/** Whom to mail of an event: me and the copies, each address once, lower case. */
export function recipientsOf(settings: NoticeSettings, event: NoticeEvent): readonly string[] {
  const { me, copyTo } = settings.rows[event];
  const all = [...(me ? [settings.me] : []), ...copyTo].map((address) => address.trim().toLowerCase());
  return [...new Set(all.filter((address) => address !== ''))];
}

function repliedOf({ event, data }: JournalDraft) {
  if (event !== 'replied' || typeof data !== 'object' || data === null) return null;
  const proposed = 'proposed' in data && Array.isArray(data.proposed) ? data.proposed.map(String) : [];
  const text = 'text' in data && typeof data.text === 'string' ? data.text : '';
  return { intent: 'intent' in data ? data.intent : null, text, proposed };
}
