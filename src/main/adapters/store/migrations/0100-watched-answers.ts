import type { Migration } from './migration.ts';

/**
 * Until when a person is to answer a lead, and how often the owner was reminded; why a follow-up is paused; the
 * reminders of each assistant, the company-level stop of each connection, and leads by the domain of an address.
 */
export const watchedAnswers: Migration = {
  version: 100,
  slug: 'watched-answers',
  sql: `
ALTER TABLE lead ADD COLUMN answer_awaited_since INTEGER;
ALTER TABLE lead ADD COLUMN next_risk_at INTEGER;
ALTER TABLE lead ADD COLUMN risk_reminders INTEGER NOT NULL DEFAULT 0;
ALTER TABLE lead ADD COLUMN paused_because TEXT;
CREATE INDEX lead_at_risk ON lead (connection_id, next_risk_at) WHERE next_risk_at IS NOT NULL;
CREATE INDEX lead_awaiting_answer ON lead (connection_id, id) WHERE answer_awaited_since IS NOT NULL;
CREATE INDEX lead_paused_because ON lead (assistant_id, updated_at) WHERE paused_because IS NOT NULL;
CREATE INDEX lead_address_domain ON lead_address (substr(address, instr(address, '@') + 1));

ALTER TABLE assistant ADD COLUMN risk_reminder_days INTEGER NOT NULL DEFAULT 3;
ALTER TABLE assistant ADD COLUMN risk_reminder_times INTEGER NOT NULL DEFAULT 5;
ALTER TABLE connection ADD COLUMN stop_company INTEGER NOT NULL DEFAULT 0;
`,
};
