import type { Contract } from '#contract/contract.ts';
import type { Role } from '#contract/names.ts';

type Procedures = { readonly [Topic in keyof Contract]?: 'all' | readonly (keyof Contract[Topic])[] };

/**
 * What an admin of the app alone may do: everything that connects, sets up, synchronises, or touches all the data
 * (domain.md section 1: "set-up needs org-admin rights in the app"). The work with leads is everybody's.
 */
const ADMIN_ONLY: Procedures = {
  authorisation: 'all',
  connections: [
    'test',
    'connect',
    'renewToken',
    'disconnect',
    'update',
    'setHold',
    'setReadOnly',
    'takeOver',
    'answerBaseline',
    'inviteAssistant',
    'setUpFields',
    'mapContactStatus',
    'syncSchedules',
  ],
  assistants: ['create', 'remove'],
  mailboxes: ['test', 'save', 'remove'],
  languageModels: ['test', 'save'],
  sending: ['setHandBack'],
  health: ['setAdmins', 'mend', 'keep', 'setRule'],
  data: [
    'backUpNow',
    'restore',
    'goOnEmpty',
    'erasePerson',
    'exportAll',
    'importBegin',
    'importPart',
    'importCheck',
    'importTake',
    'importDrop',
  ],
  // Whoever has the link of an invitation becomes the assistant's user of the CRM.
  responses: ['invitations', 'forwardInvitation'],
  notices: ['save'],
  system: ['setLockAfter'],
  updates: ['setFeed', 'download', 'restart'],
};

/** Why somebody may not call a procedure; null: he may. `path`: its topic and its name. */
export function whyNotAllowed(role: Role, path: readonly string[]): string | null {
  if (role === 'admin') return null;
  const [topic = '', name = ''] = path;
  const reserved: Readonly<Record<string, 'all' | readonly string[]>> = ADMIN_ONLY;
  const ofTopic = Object.hasOwn(reserved, topic) ? reserved[topic] : undefined;
  if (ofTopic === undefined || (ofTopic !== 'all' && !ofTopic.includes(name))) return null;
  return 'Only an admin may do this. Open Baton with the address for admins, or ask whoever runs it.';
}
