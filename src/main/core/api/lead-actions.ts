import type { ActionChoice, BulkResult, LeadAction, LeadDetail, LeadTarget } from '#contract/leads.ts';
import { applyCommand, tryCommand, type Beside } from '../apply-event.ts';
import type { CoreContext } from '../context.ts';
import { asTag } from '../domain/leads/decide-remarks.ts';
import type { Lead } from '../domain/leads/lead.ts';
import type { LeadCommand } from '../domain/leads/lead-event.ts';
import { FactsMissing } from '../gather-facts.ts';
import { invalid } from './failures.ts';
import { leadName } from './views/lead-view.ts';

const MOST_AT_ONCE = 1_000_000;
/** Leads changed before other work gets a turn. */
const TURN = 200;

/** What a button says to the domain; a choice that is not made yet is null. */
export function commandOf(action: LeadAction, choice: ActionChoice): LeadCommand {
  const { scheduleId, assistantId, until = null, fromStep = null, ownerId = null } = choice;
  switch (action) {
    case 'mark-hot':
      return { type: 'marked', state: 'Hot' };
    case 'mark-responded':
      return { type: 'marked', state: 'Responded' };
    case 'mark-cold':
      return { type: 'marked', state: 'Cold' };
    case 'mark-moved-out':
      return { type: 'marked', state: 'DeActivated', reason: 'MovedOut' };
    case 'mark-deactivated':
      return { type: 'marked', state: 'DeActivated' };
    case 'unsubscribe':
      return { type: 'unsubscribe-pressed' };
    case 'stop':
      return { type: 'stop-pressed' };
    case 'continue':
      return { type: 'continue-pressed' };
    case 'pause':
      return { type: 'pause-pressed', until };
    case 'restart':
      return { type: 'restart-pressed', scheduleId, assistantId };
    case 'hand-back':
      return { type: 'hand-back-pressed' };
    case 'not-at-risk':
      return { type: 'not-at-risk-pressed' };
    case 'change-schedule':
      return { type: 'schedule-chosen', scheduleId, fromStep };
    case 'change-assistant':
      return { type: 'assistant-chosen', assistantId };
    case 'change-owner':
      return { type: 'owner-chosen', ownerId };
  }
}

/** One lead after the other; those for which it makes no sense are skipped, each with the reason. */
export async function actOn(
  core: CoreContext,
  target: LeadTarget,
  command: LeadCommand,
  signal: AbortSignal | undefined,
  beside: (leadId: string) => Beside = () => ({}),
): Promise<BulkResult> {
  const ids = target.kind === 'ids' ? target.ids : core.store.leads.ids(target.filter, MOST_AT_ONCE);
  const skipped: BulkResult['skipped'] = [];
  let done = 0;
  for (const [index, id] of ids.entries()) {
    if (signal?.aborted === true) break;
    if (index % TURN === TURN - 1) await new Promise((resolve) => setImmediate(resolve));
    const result = applyCommand(core, id, command, beside(id));
    if (result === null) skipped.push({ id, name: id, because: 'It is no longer here.' });
    else if ('refused' in result) skipped.push({ id, name: nameOf(core, id), because: result.because });
    else done += 1;
  }
  return { done, skipped };
}

/** Typed tags as they are kept: one that is in use, in any case, is that one. */
export function tagsOf(core: CoreContext, typed: readonly string[]): readonly string[] {
  const used = new Map(core.store.tags.all().map(({ tag }) => [tag.toLowerCase(), tag]));
  const tags = typed.map((each) => {
    const tag = asTag(each);
    if (tag === null) throw invalid([{ field: 'tags', sentence: 'Tag: give it 1 to 40 characters.' }]);
    return used.get(tag.toLowerCase()) ?? tag;
  });
  return [...new Set(tags)];
}

/**
 * Decides without committing: the domain itself says whether a button makes sense. What only lacks a choice does.
 */
export function possibility(
  core: CoreContext,
  lead: Lead,
  action: LeadAction,
): LeadDetail['actions'][number] {
  try {
    const decision = tryCommand(core, lead, commandOf(action, { scheduleId: null, assistantId: null }));
    if (!('refused' in decision) || decision.isIncomplete === true) {
      return { action, possible: true, because: '' };
    }
    return { action, possible: false, because: decision.because };
  } catch (error) {
    if (!(error instanceof FactsMissing)) throw error;
    return { action, possible: false, because: error.message };
  }
}

function nameOf(core: CoreContext, id: string): string {
  const lead = core.store.leads.byId(id);
  return lead === null ? id : leadName(lead);
}
