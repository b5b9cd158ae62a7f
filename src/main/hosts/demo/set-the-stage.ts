import type { AssistantDraft } from '#contract/assistants.ts';
import { createRouterClient } from '@orpc/server';
import { router } from '#core/api/router.ts';
import type { Core } from '#core/core.ts';

/** The two assistants of the demo. */
export const DEMO_ASSISTANTS = [
  {
    name: 'Rosie Hart',
    title: 'Business development',
    email: 'rosie.hart@demo.example',
    userName: 'You',
    context: 'cyber security for electric vehicles',
    moreInformation: 'We protect charging points and fleets of more than forty operators.',
  },
  {
    name: 'Miles Okafor',
    title: 'Partnerships',
    email: 'miles.okafor@demo.example',
    userName: 'You',
    context: 'energy storage for logistics sites',
    moreInformation: 'Our systems pay for themselves within four years at most sites.',
  },
] as const;

/** Calls the contract in this process, as the screens do over a socket. */
export function clientOf(core: Core) {
  return createRouterClient(router, { context: { core } });
}

/** What the stage has on it: the connection and the assistants' CRM users. */
export interface Stage {
  readonly connectionId: string;
  readonly assistantIds: readonly string[];
}

/**
 * Does what a new user does: connects with a token, creates two assistants, has them invited, sets the fields up
 * (with the missing contact status) and puts the schedules into the CRM. `firstAtOnce`: how many leads the first
 * assistant has in follow-up at once; null: no limit.
 */
export async function setTheStage(
  core: Core,
  hubSpot: { readonly url: string; readonly token: string; readonly name: string },
  rules: Partial<AssistantDraft['rules']> = {},
  firstAtOnce: number | null = null,
): Promise<Stage> {
  const api = clientOf(core);
  const { id: connectionId } = await api.connections.connect({
    provider: 'hubspot',
    name: hubSpot.name,
    token: hubSpot.token,
    baseUrl: hubSpot.url,
    preset: 'Baton',
  });
  const blank = await api.assistants.blank();
  const assistantIds: string[] = [];
  for (const words of DEMO_ASSISTANTS) {
    const draft = {
      ...blank,
      ...words,
      brochureUrl: 'https://demo.example/brochure.pdf',
      calendarUrl: 'https://demo.example/meet',
      rules: { ...blank.rules, ...rules },
      activeLimit: assistantIds.length === 0 ? firstAtOnce : null,
    };
    const { id } = await api.assistants.create(draft);
    await api.connections.inviteAssistant({ id: connectionId, assistantId: id });
    assistantIds.push(id);
  }
  const fields = await api.connections.setUpFields({ id: connectionId });
  for (const wanted of fields.missingOptions) {
    await api.connections.mapContactStatus({ id: connectionId, wanted, choice: { kind: 'add-option' } });
  }
  await api.connections.syncSchedules({ id: connectionId });
  await api.connections.answerBaseline({ id: connectionId, answer: 'leave' });
  return { connectionId, assistantIds };
}
