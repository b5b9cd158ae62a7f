import { activity } from './activity.ts';
import { assistants } from './assistants.ts';
import { attention } from './attention.ts';
import { connections } from './connections.ts';
import { data } from './data.ts';
import { health } from './health.ts';
import { leads } from './leads.ts';
import { mailboxes } from './mailboxes.ts';
import { responses } from './responses.ts';
import { schedules } from './schedules.ts';
import { senders } from './senders.ts';
import { sending } from './sending.ts';
import { system } from './system.ts';

/** Everything the screens may ask of the core: one typed list for every host and transport. */
export const contract = {
  system,
  connections,
  assistants,
  schedules,
  leads,
  responses,
  activity,
  attention,
  data,
  health,
  mailboxes,
  senders,
  sending,
};
export type Contract = typeof contract;
