import type { Migration } from './migration.ts';

/**
 * As whom an app's access works: a person's own account or a user of the integration, and how many contacts that user
 * owned when it was last looked; null: not looked.
 */
export const identity: Migration = {
  version: 220,
  slug: 'identity',
  sql: `
ALTER TABLE authorisation ADD COLUMN acts_as TEXT NOT NULL DEFAULT 'person';
ALTER TABLE authorisation ADD COLUMN own_contacts INTEGER;
`,
};
