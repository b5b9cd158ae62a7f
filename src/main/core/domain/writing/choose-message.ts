import type { Tone } from '#contract/names.ts';
import { fillPhrase, type PhraseValues } from './phrase.ts';
import type { ToneMessage, ToneMessages } from './tone-messages.ts';

/** Where a message stands. */
export interface Place {
  /** 0-based: how many were written before. */
  readonly index: number;
  /** Messages of the schedule. */
  readonly of: number;
}

/** Longest subject; longer ones are cut by many mail programs. */
export const SUBJECT_LENGTH = 78;

/** The words of a tone for a place in a schedule: the first, the last, and in between in turn. */
export function chooseMessage(
  tones: Readonly<Record<Tone, ToneMessages>>,
  tone: Tone,
  place: Place,
): ToneMessage {
  const { first, later, last } = tones[tone];
  if (place.index <= 0) return first;
  if (place.index >= place.of - 1) return last;
  const message = later[(place.index - 1) % later.length];
  if (message === undefined) throw new Error(`The tone ${tone} has no follow-up.`);
  return message;
}

/**
 * The subject of a first message: one of the tone's, always the same for the same lead and run, and another one that is
 * short enough where that one is too long. A context that is too long by itself is cut after a word.
 */
export function chooseSubject(subjects: readonly string[], values: PhraseValues, seed: string): string {
  const start = hashOf(seed) % subjects.length;
  const inTurn = [...subjects.slice(start), ...subjects.slice(0, start)];
  const bare = { ...values, company: '' };
  const filled = [
    ...inTurn.map((each) => oneLine(fillPhrase(each, values).text)),
    ...inTurn.map((each) => oneLine(fillPhrase(each, bare).text)),
  ];
  return (
    filled.find((each) => each.length <= SUBJECT_LENGTH) ?? cut(oneLine(fillPhrase('{Context}', values).text))
  );
}

/** One line of text: nothing of a value can begin a new header, and spaces are single. */
export function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

function cut(text: string): string {
  const room = text.slice(0, SUBJECT_LENGTH - 1);
  const end = room.lastIndexOf(' ');
  return `${(end > SUBJECT_LENGTH / 2 ? room.slice(0, end) : room).replace(/[\s.,;:–-]+$/, '')}…`;
}

/** Spreads leads over a few choices. */
function hashOf(text: string): number {
  let hash = 7;
  for (let at = 0; at < text.length; at += 1) {
    hash = (hash * 31 + text.charCodeAt(at)) % 1_000_003;
  }
  return hash;
}
