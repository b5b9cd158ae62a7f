import { mailboxPlan, sentToday } from '../day-plan.ts';
import { GUARD_SPAN, HOLDS_FROM } from '../domain/leads/bounce-guard.ts';
import { judgeSender } from '../domain/sender-health/judge-sender.ts';
import { providerOf } from '../domain/sender-health/providers.ts';
import { DAY } from '../domain/time.ts';
import { lookUpSender } from '../flows/sender-health/look-up-sender.ts';
import { keepSelector, ownSelector } from '../flows/sender-health/own-selector.ts';
import type { CoreContext } from '../context.ts';
import type { Assistant } from '../ports/store/rows.ts';
import { invalid, notFound } from './failures.ts';
import { api } from './implement.ts';

/** RFC 6376: a selector is one or more DNS labels. */
const SELECTOR = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*$/i;
/** Complaints are few: a week says little. */
const COMPLAINT_SPAN = 30 * DAY;

export const senderProcedures = {
  health: api.senders.health.handler(async ({ context: { core }, input }) => {
    const { store, dns, clock } = core.context;
    const assistant = assistantOf(core.context, input.assistantId);
    const selector = ownSelector(store, assistant.id);
    const provider = providerOf(store.mailboxes.ofAssistant(assistant.id)?.preset ?? null, selector);
    const found = await lookUpSender(dns, assistant.email, provider);
    const now = clock.now();
    return {
      domain: found.domain,
      selector,
      at: now,
      checks: [...judgeSender(found, provider)],
      bounces: { ...store.sending.bouncesSince(now - GUARD_SPAN), guardAt: HOLDS_FROM },
      complaints: store.sending.complaintsSince(now - COMPLAINT_SPAN),
      caps: capsOf(core.context, assistant),
    };
  }),
  setSelector: api.senders.setSelector.handler(({ context: { core }, input }) => {
    const assistant = assistantOf(core.context, input.assistantId);
    const selector = input.selector.trim();
    if (selector !== '' && !SELECTOR.test(selector)) {
      const sentence = 'DKIM selector: enter the name before ._domainkey, such as "mail2026".';
      throw invalid([{ field: 'selector', sentence }]);
    }
    keepSelector(core.context, assistant.id, selector);
    return { done: true as const };
  }),
};

function assistantOf({ store }: CoreContext, id: string): Assistant {
  const assistant = store.assistants.byId(id);
  if (assistant === null) throw notFound('This assistant was removed.');
  return assistant;
}

function capsOf({ store, clock }: CoreContext, assistant: Assistant) {
  const { byHer, fromMailbox } = sentToday(store, assistant, clock.now());
  const plan = mailboxPlan(store, assistant, clock.now());
  return {
    sentToday: byHer,
    daily: assistant.rules.dailyLimit,
    mailbox: plan === null ? null : { sentToday: fromMailbox, limit: plan.limit },
  };
}
