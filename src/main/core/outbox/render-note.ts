import { DateTime } from 'luxon';
import type { NoteContent, OwnerNote } from '../domain/leads/effect.ts';
import type { LeadState } from '../domain/leads/lead.ts';
import { escapeHtml } from '../domain/writing/mail-layout.ts';

/** What the words of a note need besides its content. */
export interface NoteWorld {
  /** Link to the lead in the app; null when there is no lead. */
  readonly leadUrl: string | null;
  /** The label of the Lead Connection Status property in this CRM. */
  readonly statusLabel: string;
}

/** The HTML of a note. Every value is escaped. */
export function renderNote(note: NoteContent, world: NoteWorld): string {
  switch (note.about) {
    case 'taken':
      return paragraphs([...takenWords(note), ...linkWords(world.leadUrl)]);
    case 'refused':
      return paragraphs([...refusedWords(note, world), ownerWords(note.ownerNote)]);
    case 'handed-back':
      return paragraphs([...handBackWords(note), ownerWords(note.ownerNote), ...linkWords(world.leadUrl)]);
    case 'long-term':
      return paragraphs([...longTermWords(note), ...linkWords(world.leadUrl)]);
    case 'person':
      return paragraphs(note.text.split(/\n+/).map(escapeHtml));
  }
}

type Taken = Extract<NoteContent, { about: 'taken' }>;

function takenWords(note: Taken): string[] {
  const hello = note.restarted
    ? `Thanks. I have restarted my work on this contact. ${bold(note.assistantName)}`
    : `Thanks. I will start working on this. ${bold(note.assistantName)}`;
  return [hello, nextWords(note), scheduleWords(note)];
}

function nextWords(note: Taken): string {
  if (note.hold === 'no-context') {
    return 'I have no context yet, neither on the record nor by default: give me one in Baton and I will begin.';
  }
  if (note.hold === 'no-capacity')
    return 'I am at my limit of leads at the moment and will begin as soon as I can.';
  if (note.hold === 'bounce-guard') {
    return 'The address is risky, and too many of our mails bounced in the last 7 days, so I hold it back. I look again every day for 15 days and begin when fewer bounce.';
  }
  if (note.nextFollowUpAt === null) return 'No message is planned.';
  return `The next message will go out around ${bold(timeWords(note.nextFollowUpAt, note.timeZone))}.`;
}

function timeWords(at: number, timeZone: string): string {
  const when = DateTime.fromMillis(at, { zone: timeZone }).setLocale('en');
  return `${when.toFormat('cccc, d LLLL yyyy, HH:mm')} (${timeZone})`;
}

function longTermWords(note: Extract<NoteContent, { about: 'long-term' }>): string[] {
  return [
    `All messages went out and no reply came. ${bold(note.assistantName)} keeps this contact and goes on with the long-term schedule ${bold(note.scheduleName)}.`,
    `The next message will go out around ${bold(timeWords(note.nextFollowUpAt, note.timeZone))}.`,
  ];
}

function scheduleWords(note: Taken): string {
  const name = bold(note.scheduleName);
  if (note.unknownSchedule !== null) {
    return `The record names the schedule ${bold(note.unknownSchedule)}, which I do not know, so I use my own: ${name}.`;
  }
  return note.scheduleSource === 'record' ? `Schedule, from the record: ${name}.` : `Schedule: ${name}.`;
}

function refusedWords(note: Extract<NoteContent, { about: 'refused' }>, world: NoteWorld): string[] {
  const label = bold(world.statusLabel);
  if (note.because === 'erased') {
    return [
      `${bold(note.assistantName)} does not write to this contact: the person was erased at their own wish.`,
      'That holds for every assistant and every schedule, whatever the status says.',
    ];
  }
  if (note.because === 'excluded') {
    return [
      `${bold(note.assistantName)} does not write to this contact: ${bold(note.status)} is on the list “Never write to” in Baton.`,
      'Take it off that list and assign the contact again if you want it worked on.',
    ];
  }
  if (note.because === 'suppressed') {
    return [
      `${bold(note.assistantName)} does not write to this contact: the person unsubscribed or opted out of e-mail.`,
      'That holds for every assistant and every schedule, whatever the status says.',
    ];
  }
  return [
    `${bold(note.assistantName)} has not started on this contact: ${label} is already ${bold(note.status)}, so it was worked on before.`,
    `If you want it worked on again, clear ${label} and assign the contact again.`,
  ];
}

function handBackWords(note: Extract<NoteContent, { about: 'handed-back' }>): string[] {
  const state = note.reason === null ? bold(note.state) : `${bold(note.state)} (${escapeHtml(note.reason)})`;
  const words = [`${bold(note.assistantName)} hands this contact back as ${state}.`];
  if (note.replyQuote !== null && note.replyQuote.trim() !== '') {
    words.push(`Their words: “${escapeHtml(cut(note.replyQuote.trim(), 600))}”`);
  }
  words.push(`Next: ${nextStep(note.state)}`);
  return words;
}

/** What the owner would do now, by state. */
function nextStep(state: LeadState): string {
  switch (state) {
    case 'Hot':
      return 'answer today and fix the meeting.';
    case 'Responded':
      return 'read the reply and answer it in person.';
    case 'LeadAtRisk':
      return 'nobody has answered yet; reach out now.';
    case 'UnSubscribed':
      return 'nothing by e-mail: the person does not want any more of it.';
    case 'DeActivated':
      return 'check the address or find another person at the company.';
    case 'Processed':
      return 'no reply came; try a call, or another time.';
    case 'New':
    case 'Pending':
    case 'Cold':
    case 'Engaged':
    case 'Warm':
    case 'OutOfOffice':
      return 'take it from here; follow-up has ended.';
  }
}

function ownerWords(note: OwnerNote): string {
  switch (note.kind) {
    case 'previous':
      return 'The record is assigned back to its previous owner.';
    case 'chosen':
      return 'The record is assigned to the person chosen for it in Baton.';
    case 'deputy':
      return `Its previous owner, ${bold(note.previousOwner)}, is away until ${note.until}, so it goes to their deputy.`;
    case 'fallback-no-previous':
      return `It had no previous owner, so it goes to ${substituteWords(note.by)}.`;
    case 'fallback-previous-deactivated':
      return `Its previous owner, ${bold(note.previousOwner)}, is no longer active, so it goes to ${substituteWords(note.by)}.`;
    case 'fallback-previous-away':
      return `Its previous owner, ${bold(note.previousOwner)}, is away until ${note.until} and has named no deputy, so it goes to ${substituteWords(note.by)}.`;
    case 'unassigned-no-previous':
      return 'It had no previous owner and no default owner is set, so it is left unassigned.';
    case 'unassigned-previous-deactivated':
      return `Its previous owner, ${bold(note.previousOwner)}, is no longer active and no default owner is set, so it is left unassigned.`;
  }
}

function substituteWords(by: 'turn' | 'country' | undefined): string {
  if (by === 'turn') return 'whose turn it is';
  return by === 'country' ? "the owner for the contact's country" : 'the default owner';
}

function linkWords(url: string | null): string[] {
  return url === null ? [] : [`<a href="${escapeHtml(url)}">Open the lead in Baton</a>`];
}

function paragraphs(words: readonly string[]): string {
  return words.map((word) => `<p>${word}</p>`).join('');
}

function bold(text: string): string {
  return `<strong>${escapeHtml(text)}</strong>`;
}

function cut(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1)}…`;
}
