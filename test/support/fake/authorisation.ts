import { implement } from '@orpc/server';
import type { AskedScope, AttemptView } from '#contract/authorisation.ts';
import type { AppView, ConnectionView } from '#contract/connections.ts';
import { contract } from '#contract/contract.ts';
import type { PushEvent } from '#contract/system.ts';
import { DAY, MINUTE, NOW } from './world.ts';

const os = implement(contract);

const SCOPES = [
  [
    'crm.objects.contacts.read',
    'reading',
    'Read the contacts assigned to an assistant, with their owner history.',
  ],
  [
    'crm.objects.contacts.write',
    'writing',
    'Write the status, leave notes and tasks, log e-mails, hand the contact back.',
  ],
  ['crm.objects.owners.read', 'reading', 'Find the assistants and the previous owners among the users.'],
  [
    'crm.schemas.contacts.write',
    'writing',
    'Create the fields Context, Schedule and Lead Connection Status.',
  ],
  [
    'settings.users.write',
    'inviting',
    'Invite an assistant as a user from here. Without it you invite her in HubSpot.',
  ],
] as const;

const asked = (): AskedScope[] =>
  SCOPES.map(([scope, feature, purpose]) => ({ scope, purpose, required: feature === 'reading' }));

/** A connection's app; the scopes of these features are not granted. */
export function makeApp(...lacking: readonly string[]): AppView {
  return {
    clientId: '0b1c2d3e-4711-4f00-8a55-0123456789ab',
    returnPage: null,
    grantedAt: NOW - 12 * DAY,
    scopes: SCOPES.map(([scope, feature, purpose]) => ({
      scope,
      purpose,
      feature,
      isGranted: !lacking.includes(feature),
      isNeeded: feature !== 'inviting',
    })),
  };
}

const CONFIRM: Extract<AttemptView['stage'], { kind: 'confirm' }> = {
  kind: 'confirm',
  accountId: '8812345',
  user: 'robin@northwind.example',
  actsAs: 'person',
  identities: [
    {
      actsAs: 'person',
      sentence:
        'In HubSpot’s history writes stand under robin@northwind.example, beside what this person does there.',
      warning: null,
    },
    {
      actsAs: 'integration',
      sentence:
        'In HubSpot’s history writes stand under robin@northwind.example: a user of its own tells them from what people do there.',
      warning:
        'robin@northwind.example owns 212 contacts, so writes and this person’s own work cannot be told apart. Choose an integration user: create a user who owns nothing in HubSpot under Settings → Users & Teams, log in as that user, and authorise again.',
    },
  ],
  timeZone: 'Europe/Berlin',
  accountKind: 'STANDARD',
  missing: [],
  isOther: false,
  takenBy: null,
};

/** An attempt that waits for the browser. */
function makeAttempt(change: Partial<AttemptView> = {}): AttemptView {
  return {
    connectionId: null,
    url: 'https://app.hubspot.com/oauth/authorize?client_id=0b1c2d3e&state=made-up',
    redirectUrl: 'http://localhost:27431/oauth/return',
    isListening: true,
    viaPage: false,
    expiresAt: NOW + 9 * MINUTE,
    asked: asked().filter(({ scope }) => scope !== 'settings.users.write'),
    stage: { kind: 'waiting', remark: null },
    ...change,
  };
}

/** Consents of a made-up HubSpot: every address that is pasted is its answer, unless it says `denied`; `other` comes from another account. */
export function fakeAuthorisation(world: {
  readonly confirmed: (connectionId: string | null) => ConnectionView;
  readonly push: (topics: PushEvent['topics']) => void;
}) {
  let attempt: AttemptView | null = null;
  const move = (next: AttemptView | null): void => {
    attempt = next;
    world.push(['connections']);
  };
  return {
    plan: os.authorisation.plan.handler(({ input }) => ({
      scopes: asked().filter(
        ({ scope }) =>
          (!input.readOnly || !scope.endsWith('contacts.write')) &&
          (input.invites || scope !== 'settings.users.write'),
      ),
      redirectUrls: [27_431, 27_432, 27_433].map((port) => `http://localhost:${port}/oauth/return`),
    })),
    attempt: os.authorisation.attempt.handler(() => attempt),
    begin: os.authorisation.begin.handler(({ input, errors }) => {
      if (input.clientId.trim() === '') {
        throw errors.INVALID_INPUT({
          data: {
            problems: [{ field: 'clientId', sentence: 'Client ID: copy it from the app in HubSpot.' }],
          },
        });
      }
      const made = makeAttempt({
        viaPage: input.returnPage !== null,
        isListening: input.returnPage === null,
      });
      move(made);
      return made;
    }),
    beginAgain: os.authorisation.beginAgain.handler(({ input }) => {
      const made = makeAttempt({ connectionId: input.id });
      move(made);
      return made;
    }),
    paste: os.authorisation.paste.handler(({ input }) => {
      if (attempt === null) return null;
      const sentence = 'The access was not allowed in HubSpot, so nothing was connected.';
      move({
        ...attempt,
        stage: input.address.includes('denied')
          ? { kind: 'refused', sentence }
          : { ...CONFIRM, isOther: input.address.includes('other') },
      });
      return attempt;
    }),
    cancel: os.authorisation.cancel.handler(() => {
      move(null);
      return { done: true as const };
    }),
    confirm: os.authorisation.confirm.handler(({ input }) => {
      const view = world.confirmed(input.as === 'asked' ? (attempt?.connectionId ?? null) : null);
      move(null);
      return view;
    }),
  };
}
