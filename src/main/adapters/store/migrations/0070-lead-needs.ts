import type { Migration } from './migration.ts';

/** What leads need of a person, found without looking at every lead. */
export const leadNeeds: Migration = {
  version: 70,
  slug: 'lead-needs',
  sql: `
CREATE INDEX lead_without_context ON lead (assistant_id, created_at)
  WHERE state = 'New' AND custody = 'Held' AND hold = 'no-context';
CREATE INDEX lead_without_date ON lead (assistant_id, updated_at)
  WHERE paused_without_date = 1 AND custody = 'Held';
CREATE INDEX mail_unsure ON mail (lead_id, at)
  WHERE direction = 'incoming' AND confidence < 0.7 AND intent IN ('AgreedToMeet', 'InterestedToProceed', 'Unsubscribed');
`,
};
