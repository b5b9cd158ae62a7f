import type { BounceClass } from '../leads/lead-event.ts';
import { addressesIn, fold } from './fold.ts';

/** What a delivery report says (RFC 3464). */
export interface Bounce {
  readonly class: BounceClass;
  /** Enhanced status code such as `5.1.1`; null where none is given. */
  readonly status: string | null;
  /** Whose mail came back, lower case; null where it is not said. */
  readonly recipient: string | null;
}

const DAEMONS =
  /^(?:mailer-daemon|mail-daemon|postmaster|mailerdaemon|mdaemon|bounces?|mail-delivery|maildelivery)(?:[+._-].*)?@/i;
const SUBJECTS =
  /^(?:undeliver|delivery (?:status|failure|has failed|incomplete|delayed)|mail delivery|returned mail|failure notice|message not delivered|nondeliverable|non remis|unzustellbar|nicht zugestellt|mail (?:system )?error|delayed mail|warning: (?:message|could not)|message delayed|rejected:|no se puede entregar|no entregado|nao foi possivel entregar|falha na entrega|mancato recapito|impossibile consegnare|onbestelbaar|niet bezorgd|echec de (?:la )?remise|zustellung|benachrichtung zum|notification d'etat|automatic reply: undeliverable)/;

const HARD_WORDS =
  /user unknown|unknown user|no such user|does(?: not|n't) exist|mailbox (?:unavailable|not found)|address (?:rejected|not found|could(?: not|n't) be found)|recipient (?:rejected|not found|address rejected)|account (?:that you tried to reach does not exist|has been disabled|is disabled)|invalid (?:recipient|address|mailbox)|no mailbox here|domain (?:not found|name not found|does not exist)|host or domain name not found|wasn't found|couldn't be found|unrouteable address|existiert nicht|unbekannt(?:er)? (?:empfanger|benutzer)|nicht gefunden|n'existe pas|introuvable|no existe|nao existe|non esiste|bestaat niet|not accepted here/;
const DELAY_WORDS =
  /will (?:retry|be retried|keep trying|continue to (?:try|attempt))|has been delayed|delivery is delayed|not yet been delivered|temporary problem|gmail will retry|wird verzogert|noch nicht zugestellt|erneut versucht|delayed 4|sera retardee?|se reintentara|verra ritentat/;
const SOFT_WORDS =
  /mailbox (?:is )?full|over ?quota|quota exceeded|insufficient (?:system )?(?:storage|resources)|try again later|temporar(?:y|ily)|greylist|graylist|connection timed out|too many (?:connections|messages|recipients)|server busy|postfach (?:ist )?voll|boite (?:aux lettres )?pleine|buzon lleno|caixa (?:de correio )?cheia|casella piena|mailbox vol|rate limit/;

/**
 * Reads a delivery report; null when the mail is none. It counts as one only by its type, its sender or a
 * header of mail servers: a person who quotes a report is a person. Class by the status code (5.x.x hard,
 * 4.x.x soft, a warning delayed), else by the SMTP reply, else by words, else `unknown`.
 */
export function readBounce(mail: {
  readonly headers: Readonly<Record<string, string>>;
  readonly subject: string;
  readonly text: string;
  readonly fromAddress: string;
}): Bounce | null {
  if (!isDeliveryReport(mail)) return null;
  const text = mail.text.replaceAll('\r\n', '\n');
  // Gmail's bold heading is the same whatever the reason.
  const folded = fold(text).replaceAll(/^[ \t]*\*\*.*\*\*[ \t]*$/gm, '');
  const status =
    /^[ \t]*status[ \t]*:[ \t]*([245]\.\d{1,3}\.\d{1,3})/im.exec(text)?.[1] ??
    /(?:^|[\s(#[<:])([45]\.\d{1,3}\.\d{1,3})(?=[\s)\]>:;,]|$)/m.exec(text)?.[1] ??
    null;
  return { class: bounceClass(folded, status, mail), status, recipient: failedRecipient(mail, text) };
}

function isDeliveryReport(mail: {
  readonly headers: Readonly<Record<string, string>>;
  readonly subject: string;
  readonly text: string;
  readonly fromAddress: string;
}): boolean {
  const type = (mail.headers['content-type'] ?? '').toLowerCase();
  if (type.includes('multipart/report') && /report-type="?delivery-status/.test(type)) return true;
  if (mail.headers['x-failed-recipients'] !== undefined) return true;
  if (DAEMONS.test(mail.fromAddress.trim())) {
    return (
      SUBJECTS.test(fold(mail.subject)) ||
      /\b[45]\.\d{1,3}\.\d{1,3}\b|\b[45]\d\d[ -]/.test(mail.text) ||
      HARD_WORDS.test(fold(mail.text))
    );
  }
  return (
    /^[ \t]*final-recipient[ \t]*:/im.test(mail.text) &&
    /^[ \t]*action[ \t]*:[ \t]*(?:failed|delayed)/im.test(mail.text) &&
    SUBJECTS.test(fold(mail.subject))
  );
}

function bounceClass(text: string, status: string | null, mail: { readonly subject: string }): BounceClass {
  const action = /^[ \t]*action[ \t]*:[ \t]*(\w+)/m.exec(text)?.[1];
  if (action === 'delayed') return 'delayed';
  const subject = fold(mail.subject);
  if (
    action === undefined &&
    (/delay|verzoger|warning: (?:message|could not)|incomplete/.test(subject) || DELAY_WORDS.test(text))
  ) {
    return 'delayed';
  }
  if (status !== null) return status.startsWith('5') ? 'hard' : status.startsWith('4') ? 'soft' : 'unknown';
  const code = /(?:^|[\s:;(<])([45])\d\d(?=[ -])/m.exec(text)?.[1];
  if (code !== undefined) return code === '5' ? 'hard' : 'soft';
  if (SOFT_WORDS.test(text)) return 'soft';
  if (HARD_WORDS.test(text)) return 'hard';
  return 'unknown';
}

function failedRecipient(
  mail: { readonly headers: Readonly<Record<string, string>>; readonly fromAddress: string },
  text: string,
): string | null {
  const given =
    /^[ \t]*(?:final|original)-recipient[ \t]*:[ \t]*(?:rfc822[ \t]*;)?[ \t]*<?([^\s<>;]+@[^\s<>;]+?)>?[ \t]*$/im.exec(
      text,
    )?.[1] ?? mail.headers['x-failed-recipients']?.split(',')[0]?.trim();
  if (given !== undefined && given !== '') return given.toLowerCase();
  // Addresses of mail servers themselves are no recipients.
  return (
    addressesIn(text).find(
      (address) => !DAEMONS.test(address) && address !== mail.fromAddress.toLowerCase(),
    ) ?? null
  );
}
