import { plainPattern, wordPattern } from './word-pattern.ts';

/** How only a machine begins a subject, folded: no person writes this above his own mail. */
export const MACHINE_SUBJECT = new RegExp(
  `^(?:\\[[^\\]]{0,40}\\] *)?(?:${[
    'automatic (?:reply|response|answer)|auto(?:mated)?[ -]?(?:reply|response|responder|answer)|auto:|out[ -]of[ -](?:the )?office (?:auto ?reply|reply|response|autoreply)|vacation (?:reply|response|autoreply|auto-reply|message)',
    'automatische (?:antwort|abwesenheits\\p{L}*|eingangsbestatigung|reactie)|autoantwort|abwesenheits(?:notiz|meldung|assistent|nachricht)|automatisch antwoord|afwezigheidsbericht',
    'reponse automatique|reponse auto\\b|message automatique|respuesta automatica|mensaje automatico|autorrespuesta|resposta automatica|mensagem automatica|risposta automatica|messaggio automatico|autorisposta|resposta automatica',
    'autosvar|automatiskt? (?:svar|meddelande)|franvaromeddelande|fravaersmelding|fraværsmelding|fraversbesked|automaattinen (?:vastaus|poissaoloviesti)|poissaoloviesti|automaatvastus|automatine atsakymas|automatinis atsakymas|automatiska atbilde',
    'automatyczna odpowiedz|autoodpowiedz|automaticka odpoved|automatikus valasz|raspuns automat|automatski odgovor|samodejni odgovor|otomatik yanit|otomatik cevap|balasan otomatis|tra loi tu dong|αυτοματη απαντηση',
    'автоответ|автоматическ(?:ии|ий) ответ|автоматична вiдповiдь|автоматична відповідь|автоматичен отговор',
    '自动(?:回复|答复|回覆)|自動(?:回覆|回复|応答|返信|送信)|不在(?:通知|のお知らせ|応答)|자동 ?(?:회신|응답|답장)|부재 ?중|رد تلقائي|תשובה אוטומטית|מענה אוטומטי',
  ]
    .map(plainPattern)
    .join('|')})`,
  'u',
);

/** An absence in languages that have no table of phrases, folded. */
export const ABSENCE_ELSEWHERE = wordPattern([
  '(?:ar|arbetar) (?:inte|ej) (?:pa kontoret|i tjanst)|pa semester|franvarande|foraldraledig|(?:ar )?tillbaka (?:pa kontoret|den|igen)|tjanstledig|ledig',
  '(?:er|holder) (?:ikke pa kontoret|pa ferie|ferie|fravaerende)|fravaerende|fravær|pa ferie|barselsorlov|tilbage (?:pa kontoret|den|igen)|tilbake (?:pa kontoret|den|igjen)|permisjon|kontoret igen',
  'poissa|lomalla|vuosilomalla|en ole (?:toimistolla|tavoitettavissa|paikalla)|palaan|tavoitettavissa',
  'nieobecn\\p{L}*|na urlopie|urlop\\p{L}*|poza biurem|wracam|wroce|bede (?:dostepn|z powrotem)\\p{L}*',
  'mimo kancelar|nepritomn\\p{L}*|na dovolene|dovolen\\p{L}*|vratim se|zpet (?:v kancelari|dne)|budu zpet|nejsem v kancelari|mimo kancelariu|som mimo',
  'szabadsag\\p{L}*|nem vagyok az irodaban|hazon kivul|in concediu|absent din birou|nu sunt la birou',
  'в отпуск\\p{L}*|отпуск\\p{L}*|отсутств\\p{L}*|вне офиса|не в офисе|вернусь|командировк\\p{L}*|больничн\\p{L}*|у вiдпустцi|вiдпустк\\p{L}*|отпуска',
  '(?:izinde|izinli|tatilde|ofis disinda|ofiste degil|yillik izin)\\p{L}*|donecegim|donus\\p{L}*',
  '(?:休暇|不在|出張|お休み|休業|席を外し|夏季休|年末年始|留守|外出)',
  '(?:休假|外出|不在办公室|出差|度假|年假|产假|病假|休息|不在公司|外出中|假期)',
  '(?:휴가|부재|출장|휴무|자리를 비)',
]);

/** Senders that are desks, not persons. */
export const DESK =
  /^(?:support|help|help-?desk|service|service-?desk|customer-?(?:service|care|support)|info|contact|kontakt|contacto|no-?reply|do-?not-?reply|ticket|tickets|sales|office|hello|team|kundenservice|kundendienst|kundtjanst|asiakaspalvelu|suporte|soporte|assistenza|klantenservice|billing|admin|it|itsupport|jira|zendesk|notifications?|feedback|care)(?:[+._-].*)?@/i;

/** Somebody is to prove that he is a person before his mail is let through. */
export const CHALLENGE = wordPattern([
  '(?:click|follow|visit|use|reply) .{0,80}(?:confirm|verify|prove|authenticat\\p{L}*) .{0,60}(?:you are|your|that you|e-?mail|message|human|sender|identity)',
  "(?:confirm|verify|prove) .{0,40}(?:you are|that you are|you're) (?:a |not a )?(?:human|real|person|robot|spam\\p{L}*|legitimate)",
  '(?:challenge[- ]response|spam ?arrest|boxbe|tmda|whitelist|approved senders?|allowed senders? list|sender verification|waiting list|pending (?:your )?(?:approval|verification)) .{0,120}(?:click|confirm|verif\\p{L}*|request|deliver\\p{L}*|added|approve)',
  '(?:message|e-?mail|mail) .{0,60}(?:is being held|has been held|on hold|not (?:yet )?been delivered|waiting) .{0,120}(?:verif\\p{L}*|confirm|approve|click)',
  '(?:bestatigen sie|confirmez|confirme|conferma\\p{L}*|bevestig) .{0,80}(?:kein spam|mensch|humain|humano|umano|menselijk|absender|expediteur|remitente|remetente|mittente|afzender)',
]);
