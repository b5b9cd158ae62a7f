import { activity } from './activity.ts';
import { assistants } from './assistants.ts';
import { attention } from './attention.ts';
import { authorisation } from './authorisation.ts';
import { connections } from './connections.ts';
import { data } from './data.ts';
import { drafts } from './drafts.ts';
import { health } from './health.ts';
import { humanMail } from './human-mail.ts';
import { imports } from './imports.ts';
import { languageModels } from './language-models.ts';
import { leads } from './leads.ts';
import { mailboxes } from './mailboxes.ts';
import { notices } from './notices.ts';
import { plannedMessages } from './planned-messages.ts';
import { responses } from './responses.ts';
import { schedules } from './schedules.ts';
import { senders } from './senders.ts';
import { sending } from './sending.ts';
import { system } from './system.ts';
import { teaching } from './teaching.ts';
import { updates } from './updates.ts';

/** Everything the screens may ask of the core: one typed list for every host and transport. */
export const contract = {
  system,
  connections,
  authorisation,
  assistants,
  schedules,
  leads,
  imports,
  responses,
  activity,
  attention,
  data,
  drafts,
  languageModels,
  health,
  humanMail,
  plannedMessages,
  mailboxes,
  senders,
  sending,
  teaching,
  notices,
  updates,
};
export type Contract = typeof contract;
