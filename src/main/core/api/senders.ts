import { GUARD_SPAN, HOLDS_FROM } from '../domain/leads/bounce-guard.ts';
import { judgeSender } from '../domain/sender-health/judge-sender.ts';
import { providerOf } from '../domain/sender-health/providers.ts';
import { lookUpSender } from '../flows/sender-health/look-up-sender.ts';
import { invalid, notFound } from './failures.ts';
import { api } from './implement.ts';

/** RFC 6376: a selector is one or more DNS labels. */
const SELECTOR = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*$/i;

export const senderProcedures = {
  health: api.senders.health.handler(async ({ context: { core }, input }) => {
    const { store, dns, clock } = core.context;
    const assistant = store.assistants.byId(input.assistantId);
    if (assistant === null) throw notFound('This assistant was removed.');
    const selector = input.selector?.trim() || null;
    if (selector !== null && !SELECTOR.test(selector)) {
      const sentence = 'DKIM selector: enter the name before ._domainkey, such as "mail2026".';
      throw invalid([{ field: 'selector', sentence }]);
    }
    const provider = providerOf(store.mailboxes.ofAssistant(assistant.id)?.preset ?? null, selector);
    const found = await lookUpSender(dns, assistant.email, provider);
    const now = clock.now();
    return {
      domain: found.domain,
      at: now,
      checks: [...judgeSender(found, provider)],
      bounces: { ...store.sending.bouncesSince(now - GUARD_SPAN), guardAt: HOLDS_FROM },
    };
  }),
};
