import { plainPattern } from './word-pattern.ts';

/** How mail programs mark what is not the writer's own: folded, as parts of regular expressions. */

/** "… wrote", in the line above a quotation. */
export const WROTE = [
  'wrote|writes|has written|schrieb|schreibt|hat geschrieben|geschrieben|a ecrit|ecrit|ecrivait|escribio|escribe|ha escrito|escreveu|escreve|ha scritto|scrisse|scrive|schreef|schrijft|heeft geschreven|het volgende geschreven',
  'skrev|skriver|har skrevet|kirjoitti|kirjoittaa|pisze|napisal(?:a|\\(a\\)|/a)?|napsal(?:a|\\(a\\)|/a)?|pise|irta|a scris|napisao|je napisao(?:/la)?|написал(?:а|\\(а\\)|\\(a\\))?|пишет|писал(?:а|\\(а\\))?|написав|пише',
  'sunu yazdi|yazdi|yaziyor|写道|寫道|写到|寫到|のメッセージ|さんは書きました|は書きました|が書きました|書きました|さんからのメッセージ|님이 작성|작성|đã viết|da viet|menulis|εγραψε|כתב(?:ה)?|كتب',
]
  .map(plainPattern)
  .join('|');

/** A line between dashes above the mail that is answered or forwarded. */
export const ORIGINAL_MESSAGE = [
  "original (?:message|appointment|mail|e-?mail)|original|begin forwarded message|forwarded (?:message|by .{1,60})|ursprungliche (?:nachricht|mail|e-?mail)|original-?nachricht|originalnachricht|weitergeleitete nachricht|anfang der weitergeleiteten (?:nachricht|e-?mail)|message (?:d'origine|original|initial|transfere|origine)|debut du message (?:reexpedie|transfere)|courriel original",
  'mensaje (?:original|reenviado)|inicio del mensaje reenviado|mensagem (?:original|encaminhada|reencaminhada)|messaggio (?:originale|inoltrato)|inizio messaggio inoltrato|oorspronkelijk(?:e)? (?:bericht|e-?mail)|doorgestuurd bericht|origineel bericht',
  'wiadomosc oryginalna|oryginalna wiadomosc|wiadomosc przekazana|przekazana wiadomosc|ursprungligt meddelande|originalmeddelande|vidarebefordrat meddelande|oprindelig (?:meddelelse|besked|mail)|videresendt (?:meddelelse|besked|melding)|opprinnelig (?:melding|meddelelse|e-?post)|alkuperainen viesti|valitetty viesti|puvodni zprava|preposlana zprava|povodna sprava|eredeti uzenet',
  'исходное (?:сообщение|письмо)|оригинальное сообщение|пересылаемое сообщение|пересланное сообщение|переадресованное сообщение|исходное сообщение|ozgun ileti|orijinal (?:mesaj|ileti)|iletilen ileti|yonlendirilen ileti',
  '元のメッセージ|オリジナルメッセージ|転送(?:された)?メッセージ|原始(?:邮件|郵件|信息|信件|消息)|邮件原件|郵件原件|回复的原邮件|原邮件|转发的?(?:邮件|信息|消息)|轉寄的?郵件|원본 ?메(?:시지|일)|전달된 메시지|mensaje original',
]
  .map(plainPattern)
  .join('|');

/** The lines of a header block above a quotation: a sender and at least two more. */
export const FROM_LABELS = plainPattern(
  'from|von|de|da|van|expediteur|remitente|remetente|mittente|absender|afzender|od|od kogo|nadawca|fran|fra|avsandare|lahettaja|odesilatel|от|от кого|отправитель|kimden|gonderen|差出人|送信者|发件人|寄件者|寄件人|發件人|보낸 ?사람|발신|feladom?|felado|de la|від|από|מאת',
);
export const OTHER_LABELS = [
  'sent|date|to|cc|bcc|subject|reply-to|importance|attachments|gesendet|datum|an|betreff|kopie|wichtigkeit|envoye|envoye le|date d.envoi|a|objet|destinataire|copie',
  'enviado|enviada|enviado el|enviado em|enviada em|fecha|para|asunto|assunto|data|inviato|oggetto|destinatario|verzonden|aan|onderwerp',
  'wyslano|wyslane|data wyslania|do|do kogo|temat|dw|kopia|skickat|till|amne|datum|sendt|til|emne|dato|kopi|lahetetty|vastaanottaja|aihe|pvm|paivamaara|kopio|odeslano|komu|predmet|datum|kopie|отправлено|дата|кому|тема|копия|gonderildi|gonderilme tarihi|gonderme tarihi|tarih|kime|konu|bilgi',
  '送信日時|日時|送信日|宛先|件名|日付|发送时间|发送日期|日期|时间|收件人|抄送|主题|主題|寄件日期|傳送時間|收件者|收信人|副本|날짜|보낸 ?날짜|받는 ?사람|제목|참조',
]
  .map(plainPattern)
  .join('|');

/** A phone or an app puts its name under what was written. */
export const DEVICE_LINES = [
  'sent from (?:my(?! .{0,60} (?:is|are|was|will) )|mail|outlook|yahoo|samsung|proton|an? |the |aol|gmail|blackberry|iphone|ipad|android|mobile)|sent (?:with|via|using) |get outlook for|get bluemail|download outlook|outlook for (?:ios|android)|sent on the|composed (?:on|with)|please excuse (?:my |any )?(?:brevity|typos)|typed on a|via (?:iphone|newton mail)',
  'von (?:meinem|meiner|unterwegs) .{0,60}(?:gesendet|geschickt|gesandt)|(?:gesendet|diese nachricht wurde) (?:von|mit|uber|vom|aus) |outlook fur (?:ios|android)|outlook fur ios|holen sie sich outlook',
  'envoye (?:de|depuis|a partir|avec|par|via) |telecharg\\p{L}* outlook|obtenez outlook|enviado (?:desde|do|de|a partir|pelo|com|por|via) (?:(?:mi|meu|minha|o|mail|outlook|iphone|ipad|android|el|yahoo|samsung|um|un|dispositivo|telefone|gmail)(?: |$))|obtener outlook|obter o outlook|outlook para (?:ios|android)|inviato (?:da|dal|con|tramite) |ottieni outlook|outlook per (?:ios|android)',
  'verzonden (?:vanaf|met|vanuit|via) |verstuurd (?:vanaf|met|vanuit|via) |outlook voor|download outlook|wyslan[eoy] z |pobierz (?:aplikacje )?outlook|skickat (?:fran|via|med) |skaffa outlook|hamta outlook|sendt (?:fra|via|med) |hent outlook|skaff deg outlook|lahetetty (?:iphone|ipad|android|samsung|omasta|\\p{L}*laitteesta|puhelimesta|\\p{L}+sta\\b)|hanki outlook',
  'odeslano z |ziskejte outlook|stahnout outlook|отправлено (?:с |из |через )|получите outlook|скачать outlook|iphone.?umdan gonderildi|ipad.?imden gonderildi|\\S+(?:imden|umdan|imdan|tan|den|dan) gonderildi|outlook.u edinin',
  '(?:私の)?(?:iphone|ipad|android|スマートフォン|スマホ)から送信|.{0,30}から送信(?:されました)?$|发自我的|发自.{0,20}(?:iphone|ipad|手机|邮箱|邮件|客户端)|來自我的|从我的.{0,20}发送|从.{0,20}发送$|나의 .{0,20}에서 보냄|내 .{0,20}에서 보냄|.{0,20}에서 보냄$|获取 ?outlook',
]
  .map(plainPattern)
  .join('|');

/** Closings after which only the signature comes. */
export const SIGN_OFFS = [
  '(?:(?:with )?(?:kind|best|warm|kindest|warmest|many|all the best|with best|with kind) )?regards|(?:all the )?best(?: wishes)?|kind regards|sincerely(?: yours)?|yours (?:sincerely|truly|faithfully)|respectfully|cheers|cordially|br|rgds|brgds|kr',
  'mit (?:freundlichen|besten|herzlichen|lieben|freundlichem|vielen|sonnigen) (?:grussen|gruss|grusse)|(?:freundliche|beste|viele|liebe|herzliche|schone) grusse?(?: (?:aus|nach) \\p{L}+)?|(?:besten|lieben|freundlichen|schonen|herzlichen) gruss|gruss|grusse|mfg|vg|lg|bg|hochachtungsvoll',
  '(?:bien )?cordialement|(?:bien )?a vous|sinceres salutations|salutations(?: distinguees)?|bien cordialement|respectueusement|cdlt|bonne (?:journee|soiree)|(?:un )?(?:cordial )?saludos?(?: cordiales)?|(?:un )?(?:cordial |afectuoso )?saludo|atentamente|atte|(?:muy )?cordialmente|(?:com os )?(?:melhores |meus )?cumprimentos|atenciosamente|abracos?|abs|att|cordiais cumprimentos|(?:cordiali|distinti|i migliori|cari) saluti|cordialmente|un saluto|saluti',
  '(?:met )?(?:vriendelijke|hartelijke|beste) (?:groeten?|groet)|groeten?|hoogachtend|mvg|(?:serdecznie )?pozdrawiam(?: serdecznie)?|z powazaniem|pozdrowienia|med (?:vanliga|basta) halsning(?:ar|en)?|(?:vanliga |basta )?halsning(?:ar)?|mvh|(?:med )?(?:venlig|bedste|kaerlig|kaer) hilsen|(?:med )?(?:vennlig|beste) hilsen|hilsen|vh|dbh',
  '(?:ystavallisin |parhain )?terveisin|t\\.|yst\\.? terv\\.?|s (?:pozdravem|uctou|pratelskym pozdravem)|hezky den|zdravi|с уважением|с наилучшими пожеланиями|всего доброго|всего хорошего|з повагою|saygilarimla|saygilarimizla|iyi (?:calismalar|gunler)(?: dilerim)?|sevgiler|selamlar|此致|敬礼|祝好|顺颂商祺|順頌商祺|祝商祺|감사합니다|敬具|草々|udvozlettel|cu stima',
]
  .map(plainPattern)
  .join('|');

/** "Thanks, Ana": a closing only when nothing but a name follows. */
export const THANKS = plainPattern(
  "(?:many )?thanks(?: a lot| so much| again| in advance)?|thank you(?: very much| so much| again)?|thx|danke(?: schon| sehr)?|vielen dank|besten dank|merci(?: beaucoup| d'avance)?|(?:muchas )?gracias|(?:muito )?obrigad[oa]|grazie(?: mille)?|bedankt|dank (?:u|je)(?: wel)?|dzieki|dziekuje|tack(?: pa forhand)?|tak|mange tak|takk|kiitos|diky|dekuji|спасибо|tesekkurler|谢谢|謝謝",
);

/** Small print and banners that companies put above or below a mail. */
export const SMALL_PRINT = [
  'confidential|disclaimer|intended (?:only |solely )?for|intended recipient|caution: ?(?:this|external)|external (?:e-?mail|sender)|\\[external\\]|think before you click|registered office|company registration|consider the environment|before printing this|if you (?:have received|are not) (?:this|the)',
  'vertraulich|ausschliesslich fur den adressaten|nicht der (?:richtige|beabsichtigte|vorgesehene) (?:adressat|empfanger)|handelsregister|geschaftsfuhr(?:er|ung)|amtsgericht|denken sie an die umwelt|confidentiel|destinataire(?:s)? (?:prevu|indique|exclusif)|confidencial|destinatario (?:indicado|previsto)|riservat[oaei]|vertrouwelijk|uitsluitend bestemd',
  'poufn\\p{L}* (?:i |informac|charakter|przeznaczon)\\p{L}*|konfidentiell|fortrolig|luottamukselli\\p{L}*|duvern\\p{L}* informac\\p{L}*|конфиденциальн|gizli (?:bilgi|ve)|yasal uyari|このメールは.{0,40}(?:機密|秘密)|本邮件.{0,40}(?:保密|机密)',
]
  .map(plainPattern)
  .join('|');
