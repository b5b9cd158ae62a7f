import type { CoreContext } from '../../context.ts';
import type { Draft } from '../../domain/drafts/draft.ts';
import { whyWithdrawn, withdrawn } from '../../domain/drafts/withdraw.ts';
import { exclusionInWords } from '../../domain/leads/exclusions.ts';
import type { Lead } from '../../domain/leads/lead.ts';
import { excludedBy } from '../../gather-facts.ts';
import type { Store } from '../../ports/store/store.ts';
import type { Instant } from '../../domain/time.ts';

/** Drafts looked at before other work gets its turn. */
const ROUND = 200;

/** The draft that ends with what just happened to its lead, for the same commit. */
export function endedWith(store: Store, before: Lead, after: Lead, now: Instant): readonly Draft[] {
  const draft = store.drafts.openOf(before.id);
  if (draft === null) return [];
  const answered = after.lastReplyAt !== before.lastReplyAt;
  const because = whyWithdrawn(draft, after) ?? (answered ? 'The lead answered after it was written.' : null);
  return because === null ? [] : [withdrawn(draft, because, now)];
}

/** Why a draft must not go out, asked of everything that would stop its mail; null: it may. */
export function whyNotSent(store: Store, draft: Draft): string | null {
  const lead = store.leads.byId(draft.leadId);
  if (lead === null) return 'The lead no longer exists.';
  if (store.suppressions.among(lead.addresses).size > 0) return 'The person must not be written to.';
  const excluded = excludedBy(store, lead.addresses);
  return excluded === null ? whyWithdrawn(draft, lead) : exclusionInWords(excluded);
}

/** The open drafts of these leads end, because what they were written from changed; new ones are written. */
export function draftsOutdated(store: Store, leads: readonly Lead[], now: Instant): readonly Draft[] {
  return leads.flatMap((lead) => {
    const draft = store.drafts.openOf(lead.id);
    return draft === null
      ? []
      : [withdrawn(draft, 'The schedule was changed: the message is written again.', now)];
  });
}

/** Ends every open draft. */
export function withdrawAll({ store, clock }: CoreContext, because: string): void {
  for (;;) {
    const drafts = store.drafts.open('', ROUND);
    if (drafts.length === 0) return;
    store.commit({ drafts: drafts.map((draft) => withdrawn(draft, because, clock.now())) });
  }
}

/** Ends drafts that something else than their own lead's events stops: a suppressed address, the list *Never write to*. */
export async function sweepDrafts(core: CoreContext): Promise<void> {
  const { store } = core;
  for (let after = ''; ;) {
    const drafts = store.drafts.open(after, ROUND);
    for (const draft of drafts) {
      const because = whyNotSent(store, draft);
      if (because === null) continue;
      store.commit({ drafts: [withdrawn(draft, because, core.clock.now())] });
      core.push(['leads', 'attention'], [draft.leadId]);
      core.wake();
    }
    if (drafts.length < ROUND) return;
    after = drafts.at(-1)?.id ?? after;
    await new Promise((resolve) => setImmediate(resolve));
  }
}
