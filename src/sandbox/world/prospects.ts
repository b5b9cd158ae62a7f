import type { Language, ReplyKind } from './mail-types.ts';
import { LANGUAGES, REPLY_KINDS } from './mail-types.ts';
import type { Random } from './random.ts';
import { randomFor } from './random.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** What is known about the person behind an address; everything missing is made up from the address. */
export interface ProspectProfile {
  readonly name?: string;
  readonly company?: string;
  readonly title?: string;
  readonly phone?: string;
  readonly language?: Language;
}

/** What a prospect comes to in the end; `silent` reads, or does not, and never answers. */
export type Outcome = ReplyKind | 'silent';

/** One answer that a prospect gives. */
export interface PlannedReply {
  /** The number of the mail (1 is the first this address gets) that brings the answer on. */
  readonly onMail: number;
  readonly kind: ReplyKind;
  /** Milliseconds on the world's clock after that mail was accepted. */
  readonly delayMs: number;
}

/** All that a prospect will do, known from the seed and the address alone. */
export interface ProspectBehaviour {
  readonly address: string;
  readonly outcome: Outcome;
  /** In the order of `onMail`; the last one is the outcome, one before it may be automatic. */
  readonly replies: readonly PlannedReply[];
  /** A mail filter opens every mail within three minutes of its arrival, long before the person does. */
  readonly scanner: boolean;
  /** Chance that the person opens a mail, per mail; how often at most; chance of a click. */
  readonly opens: { readonly chance: number; readonly most: number; readonly clickChance: number };
  readonly language: Language;
  readonly name: string;
  readonly company: string;
  readonly title: string;
  readonly phone: string;
  /** How the person answers: mail program, whether quoting, and from which address. */
  readonly style: {
    readonly program: 'gmail' | 'outlook' | 'apple' | 'thunderbird' | 'phone';
    readonly quotes: boolean;
    readonly from: 'own' | 'second-address' | 'colleague';
  };
}

/** Shares of the outcomes, 0 to 1. `hot` is shared by agreed-to-meet and interested; what is missing is silent. */
export type ProspectMix = Readonly<Partial<Record<Outcome | 'hot', number>>>;

export const DEFAULT_MIX: ProspectMix = {
  hot: 0.15,
  'more-info': 0.08,
  neutral: 0.05,
  brochure: 0.04,
  'connect-later': 0.06,
  referred: 0.04,
  stop: 0.06,
  'moved-out': 0.03,
  retired: 0.02,
  unsubscribe: 0.05,
  'out-of-office': 0.05,
  'out-of-office-undated': 0.02,
  ticket: 0.03,
  'hard-bounce': 0.03,
  'soft-bounce': 0.02,
  'unexplained-bounce': 0.01,
};

const MIX_NAMES: ReadonlySet<string> = new Set([...REPLY_KINDS, 'silent', 'hot']);

/** The sentence that says what is wrong with a mix; null: nothing is. */
export function mixProblem(mix: Readonly<Record<string, unknown>>): string | null {
  let sum = 0;
  for (const [name, share] of Object.entries(mix)) {
    if (!MIX_NAMES.has(name)) return `There is no kind of prospect named "${name}" for the mix.`;
    if (typeof share !== 'number' || !(share >= 0 && share <= 1)) {
      return `The share of "${name}" in the mix must be a number from 0 to 1.`;
    }
    sum += share;
  }
  return sum > 1.000001 ? `The shares of the mix add up to ${sum.toFixed(3)}; give at most 1.` : null;
}

function outcomeFrom(mix: ProspectMix, random: Random): Outcome {
  const point = random.next();
  const hotKind = random.chance(0.6) ? 'agreed-to-meet' : 'interested';
  let reached = mix.hot ?? 0;
  if (point < reached) return hotKind;
  for (const kind of REPLY_KINDS) {
    reached += mix[kind] ?? 0;
    if (point < reached) return kind;
  }
  return 'silent';
}

/** True where no mailbox can be: not an address at all, a domain that never resolves, or a name kept for this. */
export function cannotExist(address: string): boolean {
  if (!/^[^\s@"<>(),;:]+@[a-z0-9-]+(\.[a-z0-9-]+)+$/i.test(address)) return true;
  return (
    /\.\.|^\.|\.@/.test(address) ||
    /\.invalid$/i.test(address) ||
    /^(no-such-user|bounce)[@+.-]/i.test(address)
  );
}

function delayOf(kind: ReplyKind, random: Random): number {
  switch (kind) {
    case 'hard-bounce':
    case 'unexplained-bounce':
      return random.between(10, 240) * 1000;
    case 'soft-bounce':
      return random.between(4 * 60, 26 * 60) * MINUTE;
    case 'out-of-office':
    case 'out-of-office-undated':
    case 'ticket':
      return random.between(5, 90) * 1000;
    default:
      // Most people answer within hours, some after a night or two: even over the logarithm.
      return Math.round(20 * MINUTE * Math.exp(random.next() * Math.log((44 * HOUR) / (20 * MINUTE))));
  }
}

const ANSWERED_MAIL = [1, 1, 1, 1, 1, 2, 2, 2, 3, 3, 4, 5] as const;

function repliesFor(outcome: Outcome, mix: ProspectMix, random: Random): PlannedReply[] {
  const plan = (onMail: number, kind: ReplyKind): PlannedReply => ({
    onMail,
    kind,
    delayMs: delayOf(kind, random),
  });
  switch (outcome) {
    case 'silent':
      return [];
    case 'hard-bounce':
    case 'unexplained-bounce':
      return [plan(1, outcome)];
    case 'soft-bounce':
      return [plan(random.between(1, 2), outcome)];
    case 'ticket':
      // A desk acknowledges every mail of the first few.
      return [plan(1, outcome), plan(2, outcome)];
    case 'out-of-office':
    case 'out-of-office-undated':
      return [plan(random.between(1, 2), outcome)];
    case 'connect-later':
      return [plan(random.pick(ANSWERED_MAIL), outcome)];
    default: {
      const onMail = random.pick(ANSWERED_MAIL);
      const awayFirst = onMail > 1 && (mix['out-of-office'] ?? 0) > 0 && random.chance(0.12);
      return awayFirst ? [plan(onMail - 1, 'out-of-office'), plan(onMail, outcome)] : [plan(onMail, outcome)];
    }
  }
}

const titleCase = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

function nameFrom(address: string): string {
  const local = address.split('@')[0] ?? address;
  return local
    .split(/[._+-]+/)
    .filter((part) => part !== '')
    .map(titleCase)
    .join(' ');
}

function companyFrom(address: string): string {
  const domain = address.split('@')[1] ?? '';
  return titleCase(domain.split('.').at(-2) ?? domain).replaceAll('-', ' ') || 'our company';
}

const TITLES = ['Head of Operations', 'Managing Director', 'Procurement Manager', 'IT Lead', 'COO'] as const;
const PROGRAMS = [
  'gmail',
  'gmail',
  'outlook',
  'outlook',
  'outlook',
  'apple',
  'thunderbird',
  'phone',
] as const;

export interface ProspectOptions {
  readonly seed: number;
  readonly mix?: ProspectMix;
  /** Who is behind an address, where somebody knows it (the seeded portal does). */
  readonly profileOf?: (address: string) => ProspectProfile | undefined;
}

/** What a prospect will do. The same seed, mix and address always give the same answer. */
export function decideBehaviour(
  address: string,
  options: ProspectOptions,
  forced?: Outcome,
): ProspectBehaviour {
  const key = address.trim().toLowerCase();
  const random = randomFor(`prospect/${options.seed}/${key}`);
  const mix = options.mix ?? DEFAULT_MIX;
  const drawn = outcomeFrom(mix, random);
  const outcome = forced ?? (cannotExist(key) ? 'hard-bounce' : drawn);
  const profile = options.profileOf?.(key) ?? {};
  const attention = random.next();
  const level = attention < 0.35 ? 0 : attention < 0.75 ? 1 : 2;
  const fromRoll = random.next();
  return {
    address: key,
    outcome,
    replies: repliesFor(outcome, mix, random),
    scanner: random.chance(0.15),
    opens: {
      chance: [0, 0.5, 0.9][level] ?? 0,
      most: [0, 1, 3][level] ?? 0,
      clickChance: [0, 0.02, 0.12][level] ?? 0,
    },
    language: profile.language ?? random.pick([...LANGUAGES, 'en', 'en', 'en'] as const),
    name: profile.name ?? nameFrom(key),
    company: profile.company ?? companyFrom(key),
    title: profile.title ?? random.pick(TITLES),
    phone: profile.phone ?? `+44 1632 960${random.between(100, 999)}`,
    style: {
      program: random.pick(PROGRAMS),
      quotes: random.chance(0.85),
      from: fromRoll < 0.05 ? 'second-address' : fromRoll < 0.08 ? 'colleague' : 'own',
    },
  };
}
