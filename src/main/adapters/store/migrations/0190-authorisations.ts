import type { Migration } from './migration.ts';

/** Connections that were authorised through an app of the team: which app, by whom, with which scopes. No token. */
export const authorisations: Migration = {
  version: 190,
  slug: 'authorisations',
  sql: `
CREATE TABLE authorisation (
  connection_id TEXT NOT NULL PRIMARY KEY REFERENCES connection (id) ON DELETE CASCADE,
  client_id TEXT NOT NULL,
  return_page TEXT,
  scopes TEXT NOT NULL,
  granted_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
`,
};
