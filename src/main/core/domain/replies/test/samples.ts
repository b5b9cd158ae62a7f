import type { ReplyIntent } from '#contract/names.ts';
import { DE } from './samples-de.ts';
import { EN } from './samples-en.ts';
import { ES } from './samples-es.ts';
import { FR } from './samples-fr.ts';
import { IT } from './samples-it.ts';
import { NL } from './samples-nl.ts';
import { PT } from './samples-pt.ts';
import type { Sample, SampleTable } from './sample.ts';

const TABLES: Readonly<Record<string, SampleTable>> = {
  en: EN,
  de: DE,
  fr: FR,
  es: ES,
  pt: PT,
  it: IT,
  nl: NL,
};

/** One labelled reply. */
export interface LabelledReply {
  readonly language: string;
  readonly intent: ReplyIntent;
  readonly heldOut: boolean;
  readonly text: string;
  readonly subject: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly until: string | null;
}

function labelled(language: string, intent: ReplyIntent, heldOut: boolean, sample: Sample): LabelledReply {
  const full = typeof sample === 'string' ? { text: sample } : sample;
  return {
    language,
    intent,
    heldOut,
    text: full.text,
    subject: full.subject ?? 'Re: Cyber security for electric vehicles',
    headers: full.headers ?? {},
    until: full.until ?? null,
  };
}

/** All of them, in every language. */
export const SAMPLES: readonly LabelledReply[] = Object.entries(TABLES).flatMap(([language, table]) =>
  Object.entries(table).flatMap(([intent, { known, heldOut }]) => [
    ...known.map((sample) => labelled(language, intent as ReplyIntent, false, sample)),
    ...heldOut.map((sample) => labelled(language, intent as ReplyIntent, true, sample)),
  ]),
);
