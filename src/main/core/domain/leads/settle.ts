import { watchAfter } from './at-risk.ts';
import type { Decision, JournalDraft } from './decision.ts';
import type { Facts } from './facts.ts';
import type { Finding } from './finding.ts';
import { handBackEffects, mayBeWritten, stateNotice, stateTask } from './hand-back.ts';
import type { Effect } from './effect.ts';
import { isActive } from './lead.ts';
import type { DeactivationReason, FollowUp, Lead, LeadState } from './lead.ts';
import type { LeadEvent } from './lead-event.ts';
import { transition } from './transitions.ts';
import type { Transition } from './transition-row.ts';

/**
 * Applies what was found to the lead, by the transition table: state, follow-up and custody, then the effects
 * in the order in which they reach the record: status, mail, task, note, owner (domain.md section 1,
 * assignment rules). Every state change yields one status effect.
 */
export function settle(lead: Lead, event: LeadEvent, facts: Facts, finding: Finding): Decision {
  const answer = transition(lead.state, finding.trigger);
  const after = leadAfter(lead, facts, finding, answer);
  const moved = after.state !== lead.state;
  /** A level that returns is no news: no task and no notice a second time. */
  const news = moved && !(answer.kind === 'moves' && answer.to === 'before');
  const handingBack = after.custody === 'HandingBack' && lead.custody === 'Held';

  const effects: Effect[] = [...(finding.first ?? [])];
  if (moved) effects.push({ kind: 'crm-status', recordId: after.recordId, state: after.state });
  if (finding.mail !== undefined) {
    effects.push({ kind: 'crm-email', recordId: after.recordId, ...finding.mail });
  }
  if (news) effects.push(...stateTask(after, facts, finding));
  if (handingBack) effects.push(...handBackEffects(after, facts, finding));
  effects.push(...(finding.last ?? []));
  effects.push(...notices(after, facts, finding, news, handingBack));

  return {
    lead: after,
    journal: [journalOf(lead, after, event, facts, { answer, says: finding.says })],
    effects: effects.filter((effect) => mayBeWritten(effect, after)),
    suppress:
      after.state === 'UnSubscribed'
        ? union(moved || after.addresses !== lead.addresses ? after.addresses : [], finding.suppress ?? [])
        : [],
  };
}

function leadAfter(lead: Lead, facts: Facts, finding: Finding, answer: Transition): Lead {
  if (answer.kind === 'refused') return lead;
  const patch = finding.patch ?? {};
  const state = stateAfter(lead, answer);
  const custody =
    finding.custody ??
    (answer.kind === 'moves' && answer.handBack === 'yes' && lead.custody === 'Held'
      ? 'HandingBack'
      : lead.custody);
  const off = (answer.kind === 'moves' && answer.sending === 'off') || custody !== 'Held' || !isActive(state);
  const hold = state === 'New' ? (patch.hold ?? lead.hold) : null;
  const merged: Lead = {
    ...lead,
    ...patch,
    state,
    custody,
    reason: state === 'DeActivated' ? reasonAfter(lead, answer) : null,
    stateBefore: stateBeforeAfter(lead, state, patch.stateBefore),
    hold,
    heldSince: hold === 'bounce-guard' ? (patch.heldSince ?? lead.heldSince) : null,
    ...(off ? offPatch(patch.followUp ?? lead.followUp, state) : {}),
  };
  const watched: Lead = {
    ...merged,
    pausedBecause: merged.followUp === 'Paused' ? merged.pausedBecause : null,
    pausedUntil: isRunning(merged.followUp) ? merged.pausedUntil : null,
    ...watchAfter(lead, merged, finding, facts.now),
  };
  return sameLead(lead, watched) ? lead : { ...watched, updatedAt: facts.now };
}

function stateAfter(lead: Lead, answer: Transition): LeadState {
  if (answer.kind !== 'moves' || answer.to === 'same') return lead.state;
  if (answer.to !== 'before') return answer.to;
  return lead.stateBefore ?? (lead.state === 'LeadAtRisk' ? 'Responded' : 'Cold');
}

function reasonAfter(lead: Lead, answer: Transition): DeactivationReason {
  return (answer.kind === 'moves' ? answer.reason : null) ?? lead.reason ?? 'CannotDetermine';
}

/** Remembered through an absence and through being at risk, and at no other time. */
function stateBeforeAfter(
  lead: Lead,
  state: LeadState,
  patched: LeadState | null | undefined,
): LeadState | null {
  if (state !== 'OutOfOffice' && state !== 'LeadAtRisk') return null;
  if (patched !== undefined && patched !== null) return patched;
  return lead.state === state ? lead.stateBefore : lead.state;
}

function offPatch(followUp: FollowUp, state: LeadState): Partial<Lead> {
  const ended: FollowUp = state === 'Processed' || followUp === 'Completed' ? 'Completed' : 'Stopped';
  return { followUp: ended, nextFollowUpAt: null, pausedWithoutDate: false };
}

function isRunning(followUp: FollowUp): boolean {
  return followUp === 'Scheduled' || followUp === 'Waiting';
}

function sameLead(one: Lead, other: Lead): boolean {
  return (Object.keys(other) as (keyof Lead)[]).every((key) => one[key] === other[key]);
}

function journalOf(
  lead: Lead,
  after: Lead,
  event: LeadEvent,
  facts: Facts,
  { answer, says }: { readonly answer: Transition; readonly says: string | undefined },
): JournalDraft {
  const rule = answer.kind === 'refused' ? answer.because : answer.rule;
  return {
    event: event.type,
    data: event,
    from: lead.state,
    to: after.state,
    rule: says === undefined ? rule : `${says} ${rule}`,
    at: 'at' in event ? event.at : facts.now,
  };
}

function notices(
  after: Lead,
  facts: Facts,
  finding: Finding,
  news: boolean,
  handingBack: boolean,
): readonly Effect[] {
  if (finding.ask !== undefined) return [{ kind: 'notice', topic: 'needs-attention', text: finding.ask }];
  const ofState = news || handingBack ? stateNotice(after, facts, finding, handingBack) : [];
  if (ofState.length > 0 || finding.tell === undefined) return ofState;
  const text = `${finding.tell} The lead is ${after.state}.`;
  return [{ kind: 'notice', topic: 'responded', text }];
}

function union(one: readonly string[], other: readonly string[]): readonly string[] {
  return [...new Set([...one, ...other])];
}
