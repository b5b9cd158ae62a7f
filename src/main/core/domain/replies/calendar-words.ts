/**
 * Words of the calendar in all languages at once, folded (lower case, no accents), as parts of regular
 * expressions. One table serves all, because no name means different days or months in two of them;
 * abbreviations that are common words of another language ("out", "set", "ago") are left out.
 */

/** January first. */
export const MONTHS: readonly string[] = [
  'january|januar|januari|janvier|janeiro|janner|janv|jan|enero|gennaio',
  'february|februar|februari|fevrier|febrero|fevereiro|febbraio|feber|fevr|feb',
  'march|marz|maerz|mars|marzo|marco|maart|mar|mrt',
  'april|aprile|avril|abril|apr|avr|abr',
  'may|mai|mayo|maio|maggio|mei',
  'june|juni|juin|junio|junho|giugno|jun',
  'july|juli|juillet|julio|julho|luglio|juil|jul',
  'august|augustus|agosto|aout|aug',
  'september|septembre|septiembre|setiembre|setembro|settembre|sept|sep',
  'october|oktober|octobre|octubre|outubro|ottobre|oct|okt',
  'november|novembre|noviembre|novembro|nov',
  'december|dezember|decembre|diciembre|dezembro|dicembre|dec|dez|dic',
];

/** Monday first. Portuguese numbers its days: those need "-feira" or a preposition that goes with a day. */
export const WEEKDAYS: readonly string[] = [
  'monday|montag|lundi|lunes|lunedi|maandag|segunda-feira|(?<=(?:na|ate|proxima) )segunda',
  'tuesday|tues|dienstag|mardi|martes|martedi|dinsdag|terca-feira|(?<=(?:na|ate|proxima) )terca',
  'wednesday|mittwoch|mercredi|miercoles|mercoledi|woensdag|quarta-feira|(?<=(?:na|ate|proxima) )quarta',
  'thursday|thurs|donnerstag|jeudi|jueves|giovedi|donderdag|quinta-feira|(?<=(?:na|ate|proxima) )quinta',
  'friday|freitag|vendredi|viernes|venerdi|vrijdag|sexta-feira|(?<=(?:na|ate|proxima) )sexta',
  'saturday|samstag|sonnabend|samedi|sabado|sabato|zaterdag',
  'sunday|sonntag|dimanche|domingo|domenica|zondag',
];

/** Numbers as words, for "in two weeks"; one first. */
export const NUMBERS: readonly string[] = [
  'a|one|an|einer|einem|ein|une|un|una|um|uma|een',
  'two|zwei|deux|dos|dois|duas|due|twee|a couple of|couple|un par de|un paio di',
  'three|drei|trois|tres|tre|drie|a few|few|einigen|ein paar|een paar|paar|quelques|unos|unas|alguns|algumas|qualche|enkele',
  'four|vier|quatre|cuatro|quatro|quattro',
  'five|funf|cinq|cinco|cinque|vijf',
  'six|sechs|seis|sei|zes',
  'seven|sieben|sept|siete|sete|sette|zeven',
  'eight|acht|huit|ocho|oito|otto',
  'nine|neun|neuf|nueve|nove|negen',
  'ten|zehn|dix|diez|dez|dieci|tien',
  'eleven|elf|onze|once|undici',
  'twelve|zwolf|douze|doce|doze|dodici|twaalf',
];

export type Unit = 'day' | 'week' | 'month' | 'quarter' | 'year';

export const UNITS: Readonly<Record<Unit, string>> = {
  day: 'days?|tage?n?|jours?|dias?|giorn[oi]|dag(?:en)?',
  week: 'weeks?|wochen?|semaines?|semanas?|settiman[ae]|weken',
  month: 'months?|monate?n?s?|mois|mes(?:es)?|mes[ei]|maand(?:en)?',
  quarter: 'quarters?|quartale?s?|trimestres?|trimestr[ei]|kwarta(?:al|len)',
  year: 'years?|jahre?n?s?|ans?|annees?|anos?|ann[oi]|jaar|jaren',
};

/** Before a length of time that is to pass. */
export const IN = "in|within|after|innerhalb von|nach|dans|d'ici|dentro de|em|daqui a|tra|fra|over|na|en";

/** Before or after a unit: the next one. */
export const NEXT =
  'next|coming|following|nachste[nrsm]?|kommende[nrsm]?|prochaine?|proxim[oa]|prossim[oa]|volgende?|komende?|que viene|que vem|suivante?|que entra';

/** Before the name of a month alone: a time, not a plain mention. */
export const AT_MONTH =
  "in|im|ab|bis|en|em|a|ad|au|until|till|til|by|around|from|from the|hasta|ate|fino a|jusqu'en|jusqu'au mois de|a partir de|a partir del?|vanaf|tot|next|this coming|de|for|sometime in|again in|courant|nachsten|mese di|mes de|before|vor|per|vers|hacia|rond";

/** Before the name of a month: not before it is over. */
export const AFTER_MONTH = 'after|nach|nach dem|apres|despues de|depois de|apos|dopo|na';

export const BEGINNING =
  "(?:beginning|start) of|early(?: in)?|anfang|beginn|debut|(?:principios|inicios|comienzos|inicio|principio|comeco) de|(?:all')?inizio(?: di)?|begin";

export const MIDDLE = 'middle of|mid|mitte|mi|(?:mediados|meados) de|meta(?: di)?|half|medio|midden';

export const END =
  'end of|late(?: in)?|ende|fin(?: de)?|(?:finales|fines|fim|final) de|fine(?: di)?|einde?(?: van)?|la fin';

/** Words that say when somebody is there again, or how long not. */
export const RETURN_CUES = [
  'back|returns?|returning|until|till|til|through|thru|to|from|inclusive',
  'zuruck|wieder|bis|ab|vom|ruckkehr|einschliesslich',
  "jusqu'?(?:au|a|en)?|jusque|retour|reviens|reviendrai|au|du|inclus",
  'hasta|vuelta|vuelvo|volvere|regreso|regresare|reincorpor\\p{L}*|al|del|a partir',
  'ate|volta|volto|voltarei|regresso|regressarei|retorno|retornarei',
  'fino|rientro|rientrero|torno|tornero|ritorno|dal',
  'tot|terug|weer|vanaf|van',
].join('|');
