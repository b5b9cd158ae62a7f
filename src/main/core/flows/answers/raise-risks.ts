import { applyEvent } from '../../apply-event.ts';
import type { CoreContext } from '../../context.ts';
import { MINUTE, type Duration, type Instant } from '../../domain/time.ts';
import { observeMailbox } from '../replies/observe-mailbox.ts';
import { findAnswers } from './find-answers.ts';

/** Leads treated at once: one full batch read of their activities. */
const ROUND = 100;

/** How long a connection that could not be read is left alone: nobody is called late on a guess. */
const LOOK_AGAIN: Duration = 5 * MINUTE;

/**
 * Leads whose 24 hours are over, or of which somebody is to be reminded. Right before, the assistant's inbox and the
 * record's activities are read: an answer from a minute ago counts.
 */
export class Risks {
  readonly #core: CoreContext;
  readonly #notBefore = new Map<string, Instant>();

  constructor(core: CoreContext) {
    this.#core = core;
  }

  /** When the next lead is due; connections that cannot be worked on now are left aside. */
  nextAt(now: Instant): Instant | null {
    const times = this.#connections().flatMap((connectionId) => {
      const due = this.#core.store.leads.nextRiskAt(connectionId);
      if (due === null) return [];
      const blocked = this.#core.leases.blockedUntil(connectionId) ?? -Infinity;
      const pause = this.#notBefore.get(connectionId) ?? -Infinity;
      // A clock that was set back must silence nothing.
      return Math.max(due, blocked, pause > now + LOOK_AGAIN ? -Infinity : pause);
    });
    const first = Math.min(...times);
    return first === Infinity ? null : first;
  }

  async raise(): Promise<void> {
    await Promise.all(this.#connections().map((connectionId) => this.#raiseIn(connectionId)));
  }

  #connections(): readonly string[] {
    return this.#core.store.connections.all().flatMap(({ id, status }) => (status === 'Active' ? [id] : []));
  }

  async #raiseIn(connectionId: string): Promise<void> {
    const core = this.#core;
    for (;;) {
      if (
        core.halt.since !== null ||
        core.store.leads.riskDue(connectionId, core.clock.now(), 1).length === 0
      )
        return;
      const done = (await core.leases.holds(connectionId)) && (await this.#round(connectionId));
      if (!done) {
        this.#notBefore.set(connectionId, core.clock.now() + LOOK_AGAIN);
        return;
      }
    }
  }

  /** One round; false: the CRM could not be read. */
  async #round(connectionId: string): Promise<boolean> {
    const core = this.#core;
    await this.#readInboxes(core.store.leads.riskDue(connectionId, core.clock.now(), ROUND));
    // A reply that came in just now may have changed what is due.
    const due = core.store.leads.riskDue(connectionId, core.clock.now(), ROUND);
    const answers = await core.crm.during(connectionId, (gateway) => findAnswers(core, gateway, due));
    if (answers === null) return false;
    for (const lead of due) applyEvent(core, lead.id, answers.get(lead.id) ?? { type: 'owner-silent' });
    return true;
  }

  async #readInboxes(leads: readonly { readonly assistantId: string }[]): Promise<void> {
    const core = this.#core;
    const look = async (assistantId: string): Promise<void> => {
      const assistant = core.store.assistants.byId(assistantId);
      if (assistant === null) return;
      try {
        await observeMailbox(core, assistant);
      } catch (error) {
        // What people did in the CRM is seen all the same.
        if (core.halt.since === null) core.log.error('mailbox-failed', error, { assistantId });
      }
    };
    await Promise.all([...new Set(leads.map((lead) => lead.assistantId))].map(look));
  }
}
