import { activityProcedures } from './activity.ts';
import { assistantProcedures } from './assistants.ts';
import { attentionProcedures } from './attention.ts';
import { connectionProcedures } from './connections.ts';
import { dataProcedures } from './data.ts';
import { healthProcedures } from './health.ts';
import { api } from './implement.ts';
import { mailboxProcedures } from './mailboxes.ts';
import { leadProcedures } from './leads.ts';
import { scheduleProcedures } from './schedules.ts';
import { senderProcedures } from './senders.ts';
import { systemProcedures } from './system.ts';

/** Every procedure of the contract, for any transport. */
export const router = api.router({
  system: systemProcedures,
  connections: connectionProcedures,
  assistants: assistantProcedures,
  schedules: scheduleProcedures,
  leads: leadProcedures,
  activity: activityProcedures,
  attention: attentionProcedures,
  data: dataProcedures,
  senders: senderProcedures,
  health: healthProcedures,
  mailboxes: mailboxProcedures,
});
