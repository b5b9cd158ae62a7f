import type { CoreContext } from '../../context.ts';
import type { ImportPerson, LeadImport } from '../../ports/store/imports.ts';
import type { OutboxDraft } from '../../ports/store/rows.ts';

/**
 * The mail that tells whoever wrote with an assistant in copy what she does now: once for each mail. It is marked as
 * written by a program, so that nothing answers it.
 */
export function acknowledge(
  core: CoreContext,
  batch: LeadImport,
  people: readonly ImportPerson[],
): readonly OutboxDraft[] {
  const { thread, connectionId, assistantId } = batch;
  const assistant = assistantId === null ? null : core.store.assistants.byId(assistantId);
  if (thread === null || connectionId === null || assistant === null) return [];
  const domain = assistant.email.split('@')[1] ?? 'baton.invalid';
  const key = `notice-mail:${batch.id}`;
  return [
    {
      key,
      connectionId,
      leadId: null,
      recordId: null,
      journalId: null,
      effect: {
        kind: 'notice-mail',
        incidentKey: batch.id,
        assistantId: assistant.id,
        messageId: `<${core.ids.next()}@${domain}>`,
        to: thread.from,
        subject: `Re: ${thread.subject}`,
        text: wordsOf(assistant.name, people),
      },
      lane: key,
      priority: 0,
      createdAt: core.clock.now(),
    },
  ];
}

function wordsOf(name: string, people: readonly ImportPerson[]): string {
  const going = people.filter(({ verdict }) => verdict === 'add');
  const left = people.filter(({ verdict }) => verdict !== 'add');
  const parts = [
    ...(going.length === 0
      ? []
      : [
          `I go on from here with:\n${going.map(({ email }) => `- ${email}`).join('\n')}`,
          'Your mail counts as the first message. The second follows in its thread if nobody answers, and answers to me come back to you.',
        ]),
    ...(left.length === 0
      ? []
      : [`I do not write to:\n${left.map(({ email, reason }) => `- ${email}: ${reason}`).join('\n')}`]),
    `-- \n${name}`,
  ];
  return `${parts.join('\n\n')}\n`;
}
