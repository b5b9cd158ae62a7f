import { sql, type RawBuilder } from 'kysely';
import { LEAD_NEEDS, type LeadNeed } from '#core/domain/leads/lead.ts';
import type { LeadNeeding, LeadQueries } from '#core/ports/store/store.ts';
import { compilable, type Statements } from './statements.ts';

/**
 * Leads that need a person, as a query of `no` and `since`; the conditions are those of the indexes, word for word.
 * A reply is no longer in question when a person marked the lead, or a later reply decided.
 */
const NEEDING: Readonly<Record<LeadNeed, RawBuilder<unknown>>> = {
  'no-context': sql`SELECT no, created_at AS since FROM lead
    WHERE state = 'New' AND custody = 'Held' AND hold = 'no-context'`,
  'paused-without-date': sql`SELECT no, updated_at AS since FROM lead
    WHERE paused_without_date = 1 AND custody = 'Held'`,
  'unsure-reply': sql`SELECT lead.no AS no, max(mail.at) AS since FROM mail CROSS JOIN lead ON lead.id = mail.lead_id
    WHERE mail.direction = 'incoming' AND mail.confidence < 0.7
      AND mail.intent IN ('AgreedToMeet', 'InterestedToProceed', 'Unsubscribed')
      AND lead.state = 'Responded' AND mail.at >= coalesce(lead.last_reply_at, 0)
    GROUP BY lead.no`,
  'colleague-replied': sql`SELECT no, updated_at AS since FROM lead
    WHERE paused_because IS NOT NULL AND paused_because = 'colleague-replied' AND custody = 'Held'`,
  'value-missing': sql`SELECT no, updated_at AS since FROM lead
    WHERE paused_because IS NOT NULL AND paused_because = 'value-missing' AND custody = 'Held'`,
  'at-risk': sql`SELECT no, answer_awaited_since AS since FROM lead
    WHERE answer_awaited_since IS NOT NULL AND state = 'LeadAtRisk'`,
  restored: sql`SELECT lead.no AS no, told.at AS since
    FROM (SELECT value ->> 'at' AS at, value -> 'leadIds' AS ids FROM cursor WHERE key = 'restored-leads' AND value <> '') AS told
    CROSS JOIN json_each(told.ids) AS stopped CROSS JOIN lead ON lead.id = stopped.value
    WHERE lead.custody = 'Held' AND lead.follow_up = 'Stopped'`,
};

/** The row numbers of leads that need this, for a condition. */
export function needingNumbers(need: LeadNeed): RawBuilder<unknown> {
  return sql`SELECT no FROM (${NEEDING[need]})`;
}

/** What leads need of a person, by assistant. */
export function leadNeeds(statements: Statements): Pick<LeadQueries, 'needing'> {
  return {
    needing: () =>
      LEAD_NEEDS.flatMap((need): LeadNeeding[] => {
        const query = sql<Omit<LeadNeeding, 'need'>>`
          SELECT lead.connection_id AS connectionId, lead.assistant_id AS assistantId, count(*) AS count,
            min(needing.since) AS since, min(lead.id) AS leadId
          FROM (${NEEDING[need]}) AS needing CROSS JOIN lead ON lead.no = needing.no
          GROUP BY lead.connection_id, lead.assistant_id ORDER BY since`;
        return statements.query((q) => compilable(query, q)).map((row) => ({ need, ...row }));
      }),
  };
}
