import type { Duration } from '../time.ts';
import { MINUTE } from '../time.ts';
import { isUnderWay, planningOf } from './decide-engagement.ts';
import type { Facts } from './facts.ts';
import type { Finding } from './finding.ts';
import { afterAbsence, sendAt } from './follow-up-dates.ts';
import { isActive } from './lead.ts';
import type { Lead } from './lead.ts';
import type { LeadEvent } from './lead-event.ts';
import { leadName } from './lead-words.ts';
import { opinionInWords } from '../replies/intent/second-opinion.ts';
import { REPLY_TABLE, SURE_ENOUGH } from './reply-intents.ts';
import { isSameWriter } from './same-writer.ts';
import type { Trigger } from './trigger.ts';

/** A brochure that was asked for goes out within this time (domain.md section 1, BrochureSent). */
const BROCHURE_WITHIN: Duration = 5 * MINUTE;

type Reply = Extract<LeadEvent, { type: 'replied' }>;
type Bounce = Extract<LeadEvent, { type: 'bounced' }>;

/**
 * A message came. A human one always stops the follow-up at once, also one due this minute, except
 * ConnectLater, which moves it; an automatic one never does (domain.md section 1, reply intents).
 */
export function findReply(lead: Lead, event: Reply, facts: Facts): Finding {
  const found = findMeaning(lead, event, facts);
  const taught = event.taught === undefined ? null : taughtInWords(event.taught, event.intent);
  const writer = REPLY_TABLE[event.intent].human ? writerOf(lead, event) : null;
  const opinion = event.opinion === undefined ? null : opinionInWords(event.opinion);
  const says = [taught, opinion, writer?.says ?? null, proposedInWords(event.proposed ?? [])]
    .filter((each) => each !== null)
    .join(' ');
  return {
    ...found,
    ...(says === '' ? {} : { says }),
    ...(taught === null ? {} : { detail: taught }),
    ...(writer === null ? {} : { patch: { ...found.patch, ...writer.patch } }),
  };
}

/** The rule that a user taught, for the journal and the note on the record (domain.md section 1, Teach your assistant). */
function taughtInWords(term: string, intent: Reply['intent']): string {
  return `The rule that a reply with “${term}” means ${intent}, which was taught, decided.`;
}

/** Who was named waits for a person (domain.md section 1, ReferredSomeone). */
function proposedInWords(people: readonly string[]): string | null {
  if (people.length === 0) return null;
  const are = people.length === 1 ? 'is proposed as a lead' : 'are proposed as leads';
  return `${people.join(' and ')} ${are}: nobody is written to before a person approves.`;
}

/**
 * An answer from an address that we did not know: kept with the lead's own where it is them, so that it is known again
 * and never written to when they do not want to be; a colleague's is not. Null: it is one of their addresses.
 */
function writerOf(
  lead: Lead,
  event: Reply,
): { readonly says: string; readonly patch: Finding['patch'] } | null {
  const address = event.fromAddress.trim().toLowerCase();
  if (address === '' || lead.addresses.includes(address)) return null;
  if (!isSameWriter(lead, { address, name: event.fromName ?? '' })) {
    return {
      says: `${address} answered in the thread of ${leadName(lead)}: somebody else, whose address is not kept as theirs.`,
      patch: {},
    };
  }
  return {
    says: `${leadName(lead)} answered from another address, ${address}: it is kept among theirs.`,
    patch: { addresses: [...lead.addresses, address] },
  };
}

function findMeaning(lead: Lead, event: Reply, facts: Facts): Finding {
  const mail = { mailId: event.mailId, at: event.at };
  if (!REPLY_TABLE[event.intent].human) return { ...findAutomatic(lead, event, facts), mail };
  const name = leadName(lead);
  const human: Omit<Finding, 'trigger'> = {
    mail,
    quote: event.text,
    patch: { lastReplyAt: event.at },
    spokeAt: event.at,
    tell: `${name} wrote: “${event.text}”`,
  };
  const sureOnly = ['Hot', 'UnSubscribed'].includes(REPLY_TABLE[event.intent].to);
  if (sureOnly && event.confidence < SURE_ENOUGH) {
    const percent = (event.confidence * 100).toFixed(0);
    const question =
      event.intent === 'Unsubscribed' ? 'Did they ask to be unsubscribed?' : 'Do they want to go on?';
    if (lead.state === 'UnSubscribed') return { ...human, trigger: 'reply:unsure' };
    return {
      ...human,
      trigger: 'reply:unsure',
      ask: `${name} replied: “${event.text}” ${question} It was read as ${event.intent} with ${percent} % confidence.`,
    };
  }
  if (event.intent === 'Unsubscribed') {
    return { ...human, trigger: 'reply:Unsubscribed', suppress: [event.fromAddress.toLowerCase()] };
  }
  if (event.intent === 'BrochureSent') return findBrochure(lead, event, facts, human);
  if (event.intent === 'ConnectLater') return findLater(lead, event, facts, human);
  if (sureOnly && lead.state === 'LeadAtRisk') {
    return { ...human, trigger: trigger(event), patch: { ...human.patch, stateBefore: 'Hot' } };
  }
  return { ...human, trigger: trigger(event) };
}

/** An absence moves the date; nothing automatic stops the follow-up, and none counts as a reply. */
function findAutomatic(lead: Lead, event: Reply, facts: Facts): Finding {
  if (event.intent !== 'OutOfOffice') return { trigger: trigger(event) };
  if (!isUnderWay(lead) || lead.nextFollowUpAt === null) return { trigger: 'reply:absence-while-off' };
  return {
    trigger: 'reply:OutOfOffice',
    patch: {
      nextFollowUpAt: afterAbsence(planningOf(lead, facts), lead.nextFollowUpAt, event),
      pausedWithoutDate: event.until === null,
    },
  };
}

function findBrochure(lead: Lead, event: Reply, facts: Facts, human: Omit<Finding, 'trigger'>): Finding {
  const link = facts.assistant.brochureUrl;
  if (link === null || !isActive(lead.state) || lead.custody !== 'Held') {
    return { ...human, trigger: 'reply:no-brochure' };
  }
  return {
    ...human,
    trigger: 'reply:BrochureSent',
    first: [
      {
        kind: 'compose-mail',
        purpose: 'brochure',
        leadId: lead.id,
        link,
        inReplyToMailId: event.mailId,
        dueBy: event.at + BROCHURE_WITHIN,
      },
    ],
  };
}

/** Moves the date where a day to come was named and a step is left to send then; else a person answers. */
function findLater(lead: Lead, event: Reply, facts: Facts, human: Omit<Finding, 'trigger'>): Finding {
  const canMove =
    event.until !== null &&
    event.until > event.at &&
    lead.state !== 'New' &&
    isActive(lead.state) &&
    isUnderWay(lead) &&
    lead.nextStep < facts.schedule.steps.length;
  if (!canMove || event.until === null) return { ...human, trigger: 'reply:no-later-date' };
  return {
    ...human,
    trigger: 'reply:ConnectLater',
    patch: {
      ...human.patch,
      followUp: 'Scheduled',
      nextFollowUpAt: sendAt(planningOf(lead, facts), event.until),
      pausedWithoutDate: false,
    },
  };
}

/** A mail came back. Only a bounce that leaves no hope ends the follow-up. */
export function findBounce(event: Bounce): Finding {
  const detail = event.status === null ? '' : `The mail server answered ${event.status}.`;
  return { trigger: `bounce:${event.class}`, mail: { mailId: event.mailId, at: event.at }, detail };
}

function trigger(event: Reply): Trigger {
  return `reply:${event.intent}`;
}
