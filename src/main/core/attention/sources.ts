import type { AttentionSource } from './source.ts';
import { besideReplies } from './sources/beside-replies.ts';
import { bounces } from './sources/bounces.ts';
import { baseline, failing, fieldsMissing } from './sources/connections.ts';
import { backup, damaged, deletedForEver } from './sources/data.ts';
import { drafts } from './sources/drafts.ts';
import { drift, failed, interrupted, silence } from './sources/health.ts';
import { imports } from './sources/imports.ts';
import { leads } from './sources/leads.ts';
import { mailboxes } from './sources/mailboxes.ts';
import { readOnly, standingBy } from './sources/one-hub.ts';
import { reminders } from './sources/reminders.ts';
import { stopped, vault } from './sources/program.ts';
import { writes } from './sources/writes.ts';

/** Everything that can wait for the user; a new kind of thing is a source here, one file a topic. */
export const SOURCES: readonly AttentionSource[] = [
  stopped,
  damaged,
  vault,
  failed,
  failing,
  mailboxes,
  backup,
  fieldsMissing,
  drift,
  interrupted,
  writes,
  silence,
  baseline,
  deletedForEver,
  besideReplies,
  drafts,
  imports,
  leads,
  reminders,
  bounces,
  standingBy,
  readOnly,
];
