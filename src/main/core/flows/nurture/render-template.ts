import { Liquid, LiquidError } from 'liquidjs';
import { MAIL_VALUES, type MailValue } from '#contract/names.ts';
import { nearestValue, type MailValues } from '../../domain/writing/mail-values.ts';

/** What became of a template. */
export interface Rendered {
  readonly text: string;
  /** What stands in it: `fallback` where the template's own default took the place of a value that is not there. */
  readonly used: readonly { readonly name: MailValue; readonly value: string; readonly fallback: boolean }[];
  /** Values that it names, that are not there and that have no default: the message would have a hole. */
  readonly missing: readonly MailValue[];
}

/** What one rendering has seen so far. */
interface Watch {
  last: MailValue | null;
  readonly values: MailValues;
  readonly used: Map<MailValue, { value: string; fallback: boolean }>;
  readonly missing: Set<MailValue>;
}

/** Rendering is synchronous, so at most one is under way. */
let watch: Watch | null = null;

/** Strict: a name that is not known is an error, never an empty place in a mail. Bounded: a loop cannot run away. */
const liquid = new Liquid({
  strictVariables: true,
  strictFilters: true,
  ownPropertyOnly: true,
  parseLimit: 100_000,
  renderLimit: 2_000,
  memoryLimit: 1_000_000,
  outputEscape: (value: unknown) => {
    const text = asText(value);
    if (watch?.last != null) seen(watch, watch.last, text);
    return text;
  },
});

/** What is wrong with a template: a sentence; null when it can be used. */
export function checkTemplate(template: string): string | null {
  try {
    const parsed = liquid.parse(template);
    for (const [name, ...path] of liquid.globalVariableSegmentsSync(parsed)) {
      const known = MAIL_VALUES.some((each) => each === name);
      if (!known || path.length > 0) return unknownSentence([name, ...path].join('.'));
    }
    // Each branch of the template is tried with values and without.
    for (const value of ['value', '']) {
      liquid.renderSync(parsed, Object.fromEntries(MAIL_VALUES.map((name) => [name, value])));
    }
    return null;
  } catch (error) {
    if (!(error instanceof LiquidError)) throw error;
    const unknown = /undefined variable: ([^,\s]+)/.exec(error.message)?.[1];
    if (unknown !== undefined) return unknownSentence(unknown);
    const [line = ''] = error.message.split('\n');
    return `it cannot be read: ${line.replace(/, (file|line):.*$/, '')}. Mend it, or take it out.`;
  }
}

/**
 * Fills a template of a person by the rule of four: a value that is there stands in it; where it is not there its
 * default does (`{{ company | default: "your company" }}`); with neither the message is incomplete. A name inside a
 * condition that does not hold is no hole.
 */
export function renderTemplate(template: string, values: MailValues): Rendered {
  const current: Watch = { last: null, values, used: new Map(), missing: new Set() };
  watch = current;
  try {
    const text = liquid.parseAndRenderSync(template, watched(current)) as string;
    return {
      text: tidied(text),
      used: Array.from(current.used, ([name, use]) => ({ name, ...use })),
      missing: [...current.missing],
    };
  } finally {
    watch = null;
  }
}

/** The values, remembering which was asked for last. */
function watched(current: Watch): object {
  const scope = {};
  for (const name of MAIL_VALUES) {
    Object.defineProperty(scope, name, {
      enumerable: true,
      get: () => {
        current.last = name;
        return current.values[name];
      },
    });
  }
  return scope;
}

function seen(current: Watch, name: MailValue, text: string): void {
  current.last = null;
  const value = current.values[name];
  if (text.trim() === '') current.missing.add(name);
  else if (!current.used.has(name)) current.used.set(name, { value: text, fallback: value === '' });
}

function asText(value: unknown): string {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

/** What a clause that was left out leaves behind: double spaces and empty lines. */
function tidied(text: string): string {
  return text
    .replaceAll(/[^\S\n]+\n/g, '\n')
    .replaceAll(/(\S)[^\S\n]{2,}/g, '$1 ')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
}

function unknownSentence(name: string): string {
  const nearest = nearestValue(name);
  const help = nearest === null ? `Known are ${MAIL_VALUES.join(', ')}.` : `Did you mean {{ ${nearest} }}?`;
  return `{{ ${name} }} is not known. ${help}`;
}
