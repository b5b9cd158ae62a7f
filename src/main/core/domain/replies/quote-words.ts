/** How mail programs mark what is not the writer's own: folded, as parts of regular expressions. */

/** "On 3 March Ana wrote:" and its kin; the line begins with the first and ends with the second. */
export const ATTRIBUTION_STARTS =
  'on|am|le|el|em|il|op|a|den|em seg|em ter|em qua|em qui|em sex|il giorno|quoting|citando';
export const ATTRIBUTION_ENDS =
  'wrote|writes|schrieb|schrieb am|a ecrit|ecrit|ecrivait|escribio|escribio lo siguiente|escreveu|ha scritto|scrisse|schreef|het volgende geschreven|heeft geschreven|geschreven|skrev';
/** "Ana <ana@acme.example> schrieb am 3. März:" */
export const ATTRIBUTION_AFTER_NAME =
  'schrieb am|schrieb|wrote on|wrote|a ecrit le|a ecrit|escribio el|escribio|escreveu em|escreveu|ha scritto il|ha scritto|schreef op|schreef';

export const ORIGINAL_MESSAGE =
  "original message|original appointment|ursprungliche nachricht|originalnachricht|message d'origine|message original|mensaje original|mensagem original|messaggio originale|oorspronkelijk bericht|forwarded message|weitergeleitete nachricht|message transfere|mensaje reenviado|mensagem encaminhada|messaggio inoltrato|doorgestuurd bericht|begin forwarded message|debut du message (?:reexpedie|transfere)|anfang der weitergeleiteten nachricht";

/** The lines of a header block above a quotation: at least a sender and one more. */
export const FROM_LABELS = 'from|von|de|da|van|expediteur|remitente|mittente|absender';
export const OTHER_LABELS =
  'sent|date|to|cc|subject|gesendet|datum|an|betreff|envoye|a|objet|enviado|enviada|enviado el|enviada em|fecha|para|asunto|data|assunto|inviato|oggetto|verzonden|aan|onderwerp|destinataire|destinatario|kopie|copie|reply-to';

/** A phone or an app puts its name under what was written. */
export const DEVICE_LINES =
  'sent from (?:my|mail|outlook|yahoo|samsung|proton|an? )|sent (?:with|via|using) |get outlook for|von (?:meinem|meiner) .*(?:gesendet|geschickt)|(?:gesendet|diese nachricht wurde) (?:von|mit|uber|vom) |envoye (?:de|depuis|a partir|avec) |telecharg\\p{L}* outlook|obtenez outlook|enviado (?:desde|do|de|a partir|pelo|com) (?:mi|meu|o|mail|outlook|iphone|android|el|yahoo|samsung)|obtener outlook|obter o outlook|inviato (?:da|dal|con) |ottieni outlook|verzonden (?:vanaf|met|vanuit|via) |verstuurd (?:vanaf|met|vanuit) |download outlook|outlook fur (?:ios|android)|outlook voor';

/** Closings after which only the signature comes. */
export const SIGN_OFFS =
  '(?:(?:with )?(?:kind|best|warm|kindest|warmest|many|all the best|with best|with kind) )?regards|(?:all the )?best(?: wishes)?|kind regards|sincerely(?: yours)?|yours (?:sincerely|truly|faithfully)|respectfully|cheers|cordially|br|rgds|mit (?:freundlichen|besten|herzlichen|lieben|freundlichem|vielen) (?:grussen|gruss|grusse)|(?:freundliche|beste|viele|liebe|herzliche|schone) grusse?|(?:besten|lieben|freundlichen|schonen|herzlichen) gruss|mfg|vg|lg|hochachtungsvoll|(?:bien )?cordialement|(?:bien )?a vous|sinceres salutations|salutations(?: distinguees)?|bien cordialement|respectueusement|(?:un )?(?:cordial )?saludos?(?: cordiales)?|(?:un )?(?:cordial |afectuoso )?saludo|atentamente|(?:muy )?cordialmente|(?:com os )?(?:melhores |meus )?cumprimentos|atenciosamente|abracos?|att|cordiais cumprimentos|(?:cordiali|distinti|i migliori|cari) saluti|cordialmente|un saluto|saluti|(?:met )?(?:vriendelijke|hartelijke|beste) (?:groeten?|groet)|groeten?|hoogachtend|mvg';

/** "Thanks, Ana": a closing only when nothing but a name follows. */
export const THANKS =
  "(?:many )?thanks(?: a lot| so much| again| in advance)?|thank you(?: very much| so much| again)?|thx|danke(?: schon| sehr)?|vielen dank|besten dank|merci(?: beaucoup| d'avance)?|(?:muchas )?gracias|(?:muito )?obrigad[oa]|grazie(?: mille)?|bedankt|dank (?:u|je)(?: wel)?";

/** Small print and banners that companies put above or below a mail. */
export const SMALL_PRINT =
  'confidential|disclaimer|intended (?:only |solely )?for|intended recipient|caution: ?(?:this|external)|external (?:e-?mail|sender)|\\[external\\]|think before you click|vertraulich|ausschliesslich fur den adressaten|nicht der (?:richtige|beabsichtigte|vorgesehene) (?:adressat|empfanger)|confidentiel|destinataire(?:s)? (?:prevu|indique|exclusif)|confidencial|destinatario (?:indicado|previsto)|riservat[oaei]|vertrouwelijk|uitsluitend bestemd|registered office|company registration|handelsregister|geschaftsfuhrer|amtsgericht|consider the environment|before printing this|denken sie an die umwelt';
