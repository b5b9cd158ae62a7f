import { formatMoment } from './date-format.ts';
import type { Language, SentMail, WordedKind } from './mail-types.ts';
import type { ProspectBehaviour } from './prospects.ts';
import type { Random } from './random.ts';
import { PHRASES, WORDINGS } from './words/mail-phrases.ts';

const DAY = 24 * 3_600_000;

/** What a reply says, in the prospect's language, before any mail program wraps it. */
export interface ReplyWording {
  readonly body: string;
  /** Who signs it: the person, or a colleague who answers for somebody gone. */
  readonly signer: string;
  readonly colleague: { readonly name: string; readonly address: string };
  /** The day the text speaks of, ISO date: a return, a meeting or "ask me again"; null: none. */
  readonly namedDay: string | null;
  readonly ticket: string;
}

const COLLEAGUES: Readonly<Record<Language, readonly string[]>> = {
  en: ['Ana Brooks', 'Priya Nair', 'Hannah Cole', 'Ruth Okafor'],
  de: ['Sabine Vogt', 'Katrin Lorenz', 'Miriam Adler'],
  fr: ['Camille Roux', 'Élodie Marchand', 'Inès Faure'],
  es: ['Lucía Romero', 'Carmen Vidal', 'Paula Ibáñez'],
  pt: ['Beatriz Moura', 'Larissa Prado', 'Inês Tavares'],
  it: ['Giulia Ferri', 'Chiara Galli', 'Elena Ricci'],
  nl: ['Sanne Visser', 'Femke de Boer', 'Lotte Kuiper'],
};

/** The part of a mailbox name that a person's name gives: lower case, without accents. */
export function mailboxName(name: string): string {
  return name
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll('ø', 'o')
    .replaceAll('ł', 'l')
    .replaceAll('ı', 'i')
    .replaceAll(/[^a-z0-9]+/g, '.')
    .replaceAll(/^\.|\.$/g, '');
}

/** The domain of an address; a reserved one where the address has none. */
export function domainOf(address: string): string {
  const domain = address.split('@').at(-1) ?? '';
  return /^[a-z0-9-]+(\.[a-z0-9-]+)+$/i.test(domain) ? domain : 'mail.example';
}

/** Replaces `{name}` by its value; a name that is not known stays, so that a test can see it. */
export function fill(template: string, values: Readonly<Record<string, string>>): string {
  return template.replaceAll(/\{([a-zA-Z]+)\}/g, (whole, name: string) => values[name] ?? whole);
}

function businessDayFrom(time: number): number {
  const weekday = new Date(time).getUTCDay();
  return weekday === 6 ? time + 2 * DAY : weekday === 0 ? time + DAY : time;
}

function namedDayFor(kind: WordedKind, wording: string, at: number, random: Random): number {
  if (kind === 'connect-later') {
    if (!wording.includes('{month}')) return businessDayFrom(at + random.between(14, 60) * DAY);
    const from = new Date(at);
    return Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + random.between(2, 4), 1);
  }
  if (kind === 'out-of-office') return businessDayFrom(at + random.between(3, 18) * DAY);
  return businessDayFrom(at + random.between(1, 6) * DAY);
}

/** One of the kind's wordings with names and dates filled in. `at` is the moment of answering, ms. */
export function wordReply(
  behaviour: ProspectBehaviour,
  kind: WordedKind,
  original: SentMail,
  at: number,
  random: Random,
): ReplyWording {
  const { language } = behaviour;
  const phrases = PHRASES[language];
  const template = random.pick(WORDINGS[language][kind]);
  const day = namedDayFor(kind, template, at, random);
  const numeric = language !== 'en' && random.chance(0.3);
  const show = (time: number, options: Intl.DateTimeFormatOptions): string =>
    formatMoment(phrases.locale, options, time);
  const long: Intl.DateTimeFormatOptions = numeric
    ? { day: '2-digit', month: '2-digit', year: 'numeric' }
    : { day: 'numeric', month: 'long', year: 'numeric' };
  const colleague = random.pick(COLLEAGUES[language]);
  const colleagueEmail = `${mailboxName(colleague)}@${domainOf(behaviour.address)}`;
  const ticket = String(random.between(10_000, 999_999));
  const assistantName = original.from.name.trim();
  const body = fill(template, {
    assistant: assistantName === '' ? original.from.address : (assistantName.split(/\s+/)[0] ?? ''),
    weekday: show(day, { weekday: 'long' }),
    time: `${random.between(9, 16)}:${random.pick(['00', '15', '30'])}`,
    date: show(day, long),
    dateBefore: show(day - DAY, long),
    month: show(day, { month: 'long' }),
    phone: behaviour.phone,
    colleague,
    colleagueEmail,
    company: behaviour.company,
    self: behaviour.name,
    ticket,
  });
  const namesDay = /\{(date|month|weekday)\}/.test(template);
  return {
    body,
    signer: template.includes('{self}') ? colleague : behaviour.name,
    colleague: { name: colleague, address: colleagueEmail },
    namedDay: namesDay ? new Date(day).toISOString().slice(0, 10) : null,
    ticket,
  };
}
