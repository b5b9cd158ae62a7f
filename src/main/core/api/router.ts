import { activityProcedures } from './activity.ts';
import { assistantProcedures } from './assistants.ts';
import { attentionProcedures } from './attention.ts';
import { authorisationProcedures } from './authorisation.ts';
import { connectionProcedures } from './connections.ts';
import { dataProcedures } from './data.ts';
import { draftProcedures } from './drafts.ts';
import { healthProcedures } from './health.ts';
import { humanMailProcedures } from './human-mail.ts';
import { api } from './implement.ts';
import { importProcedures } from './imports.ts';
import { languageModelProcedures } from './language-models.ts';
import { mailboxProcedures } from './mailboxes.ts';
import { leadProcedures } from './leads.ts';
import { plannedMessageProcedures } from './planned-messages.ts';
import { responseProcedures } from './responses.ts';
import { scheduleProcedures } from './schedules.ts';
import { senderProcedures } from './senders.ts';
import { sendingProcedures } from './sending.ts';
import { systemProcedures } from './system.ts';
import { updateProcedures } from './updates.ts';
import { noticeProcedures } from './notices.ts';
import { teachingProcedures } from './teaching.ts';

/** Every procedure of the contract, for any transport. */
export const router = api.router({
  system: systemProcedures,
  connections: connectionProcedures,
  authorisation: authorisationProcedures,
  assistants: assistantProcedures,
  schedules: scheduleProcedures,
  leads: leadProcedures,
  imports: importProcedures,
  responses: responseProcedures,
  activity: activityProcedures,
  attention: attentionProcedures,
  data: dataProcedures,
  drafts: draftProcedures,
  languageModels: languageModelProcedures,
  senders: senderProcedures,
  sending: sendingProcedures,
  teaching: teachingProcedures,
  notices: noticeProcedures,
  updates: updateProcedures,
  health: healthProcedures,
  humanMail: humanMailProcedures,
  plannedMessages: plannedMessageProcedures,
  mailboxes: mailboxProcedures,
});
