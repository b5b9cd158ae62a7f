import { firstTables } from './0001-first-tables.ts';
import { heldWrites } from './0030-held-writes.ts';
import { erasedPeople } from './0040-erased-people.ts';
import { readOnly } from './0050-read-only.ts';
import { health } from './0060-health.ts';
import { heldKinds } from './0071-held-kinds.ts';
import { mailboxes } from './0080-mailboxes.ts';
import { leadNeeds } from './0070-lead-needs.ts';
import { watchedAnswers } from './0100-watched-answers.ts';
import { responses } from './0120-responses.ts';
import { personActions } from './0130-person-actions.ts';
import { sending } from './0090-sending.ts';
import { teaching } from './0180-teaching.ts';
import { toldNotices } from './0181-told-notices.ts';
import { leadImports } from './0170-lead-imports.ts';
import { humanMail } from './0140-human-mail.ts';
import { drafts } from './0160-drafts.ts';
import { writing } from './0150-writing.ts';
import { authorisations } from './0190-authorisations.ts';
import { identity } from './0220-identity.ts';
import { settingChanges } from './0221-setting-changes.ts';
import type { Migration } from './migration.ts';

/** Every migration in order; a static list, so that it works bundled and from source alike. */
export const MIGRATIONS: readonly Migration[] = [
  firstTables,
  heldWrites,
  erasedPeople,
  readOnly,
  health,
  leadNeeds,
  heldKinds,
  mailboxes,
  sending,
  watchedAnswers,
  responses,
  personActions,
  humanMail,
  writing,
  drafts,
  leadImports,
  teaching,
  toldNotices,
  authorisations,
  identity,
  settingChanges,
];
