import { MINUTE } from '../../domain/time.ts';
import type { CoreContext } from '../../context.ts';
import type { Assistant } from '../../ports/store/rows.ts';
import type { MailProblemKind } from '../../ports/mailbox-problem.ts';
import { entry, open, type AttentionSource } from '../source.ts';

/** A failure that may pass by itself is shown when it lasts longer than this. */
const MAY_PASS = MINUTE;

const TITLES: Partial<Record<MailProblemKind, (name: string) => string>> = {
  login: (name) => `${name} cannot log in to her mailbox`,
  'no-password': (name) => `${name} cannot log in to her mailbox`,
  full: (name) => `The mailbox of ${name} is full`,
  certificate: (name) => `The mail server of ${name} is not who it says`,
};

/** Assistants who have no mailbox, or whose mailbox cannot be used. */
export const mailboxes: AttentionSource = (core) => {
  // Where the program brings its own there is nothing to do.
  if (core.mailboxes.setup === undefined) return [];
  return core.store.assistants.all().flatMap((assistant) => {
    const settings = core.store.mailboxes.ofAssistant(assistant.id);
    return settings === null ? [without(core, assistant)] : failing(core, assistant);
  });
};

function without(core: CoreContext, assistant: Assistant) {
  const active = core.store.assistants.activeLeads(assistant.id);
  const waiting =
    active === 0
      ? 'She can write to nobody yet.'
      : `Her messages to ${active} ${active === 1 ? 'lead' : 'leads'} wait, and no answer is read.`;
  return entry(assistant.id, {
    kind: 'no-mailbox',
    severity: active === 0 ? 'note' : 'problem',
    title: `${assistant.name} has no mailbox yet`,
    cause: `${assistant.name} has no mailbox yet. ${waiting}`,
    since: assistant.createdAt,
    assistantId: assistant.id,
    actions: [open('Give her a mailbox', page(assistant))],
  });
}

function failing(core: CoreContext, assistant: Assistant) {
  const trouble = core.mailboxHealth.trouble(assistant.id);
  if (trouble === null) return [];
  const { problem, since, way } = trouble;
  if (problem.isPassing && since + MAY_PASS >= core.clock.now()) return [];
  const held = way === 'reading' ? 'Until it can be read nothing is sent.' : 'Her messages wait.';
  return [
    entry(assistant.id, {
      kind: 'mailbox-failing',
      severity: 'problem',
      title: (TITLES[problem.kind] ?? ((name) => `The mailbox of ${name} cannot be used`))(assistant.name),
      cause: `${assistant.name}: ${problem.message} ${held}`,
      since,
      assistantId: assistant.id,
      actions: [open('Open the mailbox', page(assistant))],
    }),
  ];
}

function page(assistant: Assistant): string {
  return `/assistants/${assistant.id}`;
}
