import { addressesIn, fold } from './fold.ts';
import { enhancedStatusIn } from './delivery-fields.ts';
import type { MailFields } from './mail-report.ts';
import { calmed } from './calmed.ts';
import { wordPattern } from './word-pattern.ts';

/** A mail as far as it takes to see whether a mail server wrote it. */
export interface Notice {
  readonly headers: MailFields;
  readonly subject: string;
  readonly text: string;
  readonly fromAddress: string;
}

const DAEMON =
  /^(?:mailer-?_?daemon|mail-?daemon|postmaster|post\.?master|mdaemon|bounces?|double-bounce|mail-?delivery|delivery|mail-?system|mailsystem|smtpd?|uucp|mmdf|majordomo|mta|mail-?admin\w*|mail-?error|mail-?gateway|mailgate|antispam|microsoftexchange\w*|undeliverable|system-?attendant|imap|qmail\w*|mail|mailerdaemon_\w+)(?:[+._-].*)?(?:@|$)/i;
const DAEMON_NAME =
  /mail(?:er)? ?(?:delivery|administrator|router|gateway|daemon|server)|mail delivery|delivery (?:sub)?system|mailer-daemon|post ?master|(?:system|network) administrator|system-?administrator|systemadministrator|microsoft (?:outlook|exchange)|internet mail|mail ?system|administrateur syst|administrador del sistema|delivery (?:status|service|report)|undeliver|returned mail/i;
const REPLY =
  /^(?:re|aw|antw|sv|res|rif|vs|odp|tr|fwd?|wg|rv|enc|doorst|vb|ynt|回复|答复|转发|返信)\s*(?:\[\d+\])?\s*[:：]/i;

const SUBJECTS = wordPattern([
  'undeliver\\p{L}*|unzustellbar|nicht zustellbar|non remis|non distribuable|non livre|no entregado|no se pudo entregar|nao entregue|onbestelbaar|kan inte levereras|kan ikke leveres|olevererbart|ej levererat|nie można dostarczyć|niedostarczaln\\p{L}*|nedoručiteln\\p{L}*|teslim edilemedi|recapito non riuscito|mancata consegna|toimittamaton',
  '(?:mail )?deliver[ey]?y? ?(?:status|failure|failed|problem|error|report|notification|has failed|incomplete|delayed|delay|subsystem|system|unsuccessful)|failed delivery|delivery (?:to|of) .{0,80}(?:failed|delayed)',
  'mail(?:er)? ?(?:delivery|error|system error|could not be delivered|not delivered|undeliverable|failure|returned|bounced|status)|bounce(?:d)?[ :\\]]|\\[bounce\\]',
  "return(?:ed|ing)? (?:mail|message|e-?mail|to sender)|failure (?:notice|notification|delivery)|failed (?:mail|message|delivery)|non[- ]?deliver\\p{L}*|nondeliver\\p{L}*|could not (?:send|deliver)|unable to deliver|cannot deliver|can't deliver",
  '(?:message|e-?mail|mail|your message|your mail) .{0,40}(?:not (?:be )?(?:delivered|sent)|undeliver\\p{L}*|delayed|rejected|bounced|blocked|failed)|warning: (?:message|could not|mail)|delayed (?:mail|delivery)|delivery delay',
  'rejected:|user unknown|unknown user|sorry, your mail|problem (?:delivering|sending)|notification: ?(?:failure|delivery)|dsn:|ndn:|ndr',
  '(?:nachricht|mail|zustell\\p{L}*|e-?mail) .{0,40}(?:nicht zugestellt|verzogert|fehlgeschlagen|fehler|zuruck|abgelehnt)|zustellung|zustellfehler|benachrichtigung zum (?:ubermittlungs|zustell)\\p{L}*|fehlerhafte zustellung',
  "echec (?:de )?(?:la )?(?:remise|distribution|livraison)|notification d'etat de remise|remise differee|message non (?:remis|delivre)|avis de non[- ]?(?:remise|distribution)|courrier non",
  'notificacion .{0,20}estado de (?:la )?entrega|error (?:de|en la) entrega|mensaje (?:no entregado|devuelto|rechazado)|correo (?:no entregado|devuelto)|fallo (?:de|en la) entrega|entrega fallida|entrega retrasada',
  'nao foi possivel entregar|falha (?:na|de) entrega|notificacao .{0,20}(?:entrega|status)|mensagem (?:nao entregue|devolvida)|erro .{0,20}entrega',
  'messaggio non (?:consegnat|recapitat)\\p{L}*|notifica .{0,40}(?:recapito|consegna)|impossibile (?:consegnare|recapitare)|mancat[ao] (?:recapito|consegna)|avviso di mancata|errore (?:di|nella) consegna',
  'bezorging|niet (?:bezorgd|afgeleverd)|leveransstatus|leveringsstatus|leverans .{0,20}misslyckad\\p{L}*|levering .{0,20}mislykk\\p{L}*|status dostarczania|niedoreczon\\p{L}*|zwrot(?: wiadomości)?|toimitustila|toimitus .{0,20}epaonnistui',
  'недостав\\p{L}*|не доставлен\\p{L}*|сообщение не|уведомление о (?:состоянии|статусе) доставки|возвра(?:т|щен)\\p{L}*|ошибка доставки|delivery status',
  '退信|系统退信|无法(?:投递|送达|传递)|投递失败|被退回|未送达|传递状态|郵件(?:無法|傳遞|退回)|無法傳遞',
  '配信(?:不能|できません|エラー|状態|失敗)|送信(?:できません|エラー|失敗)|メール(?:エラー|システムエラー|を?配信|が?届|を?送信できません)|未配信|不達|エラーメール|宛先不明|返信メール',
  '배달(?:되지| 못한| 실패| 상태)|반송|전송 ?실패|발송 ?실패|수신 ?실패',
  '(?:delayed|verzogert|retarde|retardee|remise differee|retrasad[oa]|atrasad[oa]|ritardat[oa]|in ritardo|vertraagd|fordrojt|fordrojd|forsinket|opoznion\\p{L}*|zpozden\\p{L}*|viivastyn\\p{L}*|отложен\\p{L}*|задержан\\p{L}*|延迟|遅延|지연)\\s*[:：]',
  'teslimat (?:durumu|basarisiz)|iletilemedi|gonderilemedi',
]);

const OPENERS = wordPattern([
  "this is the (?:\\S+ ){0,4}(?:program|system|daemon|mail (?:system|server|transfer))|i'm afraid i (?:wasn't|was not) able|i'm sorry to have to inform you|i am sorry to (?:have to )?inform|hi!? this is the",
  '(?:this (?:message|e-?mail|mail|report|is an)|the following) .{0,40}(?:created|generated|sent|automatically) .{0,60}(?:mail (?:delivery|system|server|transfer)|delivery|by the (?:mail|server)|software|postmaster|mail system)|automatically[- ]generated (?:delivery|message from)',
  "(?:a|your|the|this|following) (?:e-?mail |mail )?(?:message|e-?mail|mail|letter)s? .{0,160}(?:could ?n[o']t be|cannot be|can't be|can not be|was not|wasn't|has not been|hasn't been|were not|not been|not be|is not|did not) .{0,30}(?:delivered|sent|reach|processed|accepted|forwarded|received|transmitted|relayed)",
  "(?:could not|cannot|couldn't|can't|unable to|failed to|not able to|were unable to|failure to) (?:be )?(?:deliver|send|complete delivery|transmit|process|relay)\\p{L}*",
  '(?:message|mail|delivery|e-?mail) .{0,80}(?:undeliverable|undelivered|returned to (?:you|sender)|being returned|bounced|has failed|failed permanently|failed|delayed|rejected by|was rejected|has been rejected|blocked by)',
  'delivery (?:to|of|for|attempt|status|failure|has|report|incomplete|was)|(?:undeliverable|undelivered|non-delivered) (?:mail|to|information|message)|did not reach the following',
  "(?:the )?following (?:e-?mail )?(?:address(?:es)?|recipients?|users?|destination)\\b|(?:these|one or more) recipients|recipients? (?:did not|of this message|were|was|address(?:es)? that)|list of recipients|trouble delivering|problem (?:delivering|with)|wasn't delivered",
  'transcript of (?:the )?(?:session|attempts)|original message (?:was received|follows)|failure reasons|returned message|diagnostic information|action:? (?:failed|delayed)|final-recipient|technical details of|response from the remote|remote host said|remote server|smtp error|host .{0,80} said',
  'user unknown|unknown user|mailbox (?:is )?full|over quota|host unknown|quota exceeded|account is disabled',
  '(?:konnte|kann|wurde|wird|konnten|ist) .{0,80}(?:nicht|verzogert) .{0,40}(?:zugestellt|zustellbar|ubermittelt|gesendet|versendet|zustellen|ausgeliefert)|unzustellbar|nicht zustellbar|fehler bei der (?:nachrichten)?(?:zustellung|ubermittlung)',
  "(?:n'a|n'ont|ne|pas) .{0,40}(?:pas )?(?:pu )?(?:etre )?(?:remis|delivr|distribu|envoy|achemin|livr)\\p{L}*|echec de la remise|impossible de (?:remettre|delivrer|livrer|distribuer|transmettre)",
  '(?:no|nao|non|imposible|impossivel|impossibile) .{0,40}(?:entrega|entregue|entregar|entregado|enviar|enviado|recapitat|consegnat|recapitare|consegnare|inviare)\\p{L}*|error .{0,20}entrega',
  '(?:zustellung|remise|livraison|entrega|recapito|consegna|bezorging|leverans|levering|доставк\\p{L}*) .{0,100}(?:verzogert|fehlgeschlagen|retard|retras|atras|ritard|vertraag|fordroj|forsink|задерж|mislykk|misslyck|fallid|fallit)\\p{L}*',
  'niet (?:worden )?(?:bezorgd|afgeleverd|verzonden|verstuurd)|(?:inte|ikke|ikkje) .{0,30}(?:levere\\p{L}*|skicka\\p{L}*|sende\\p{L}*)|nie (?:mogla |mogło |moze )?.{0,30}(?:dostarczon\\p{L}*|doreczon\\p{L}*)|nelze doručit|nebyla? (?:doruč|odesl)\\p{L}*|ei voitu (?:toimittaa|lahettaa)',
  'не (?:может|могло|было|удалось|смог\\p{L}*|удается) .{0,40}(?:доставлен|доставить|отправ)\\p{L}*|не доставлен|автоматически сервером|невозможно доставить|teslim edilem\\p{L}*|iletilem\\p{L}*',
  '退回|退信|无法(?:投递|送达|发送|传递|到达)|投递失败|未能(?:投递|送达)|不存在|無法(?:傳遞|寄送|送達)',
  '(?:配信|送信|配達|送達|お届け|届ける)(?:する)?(?:こと)?(?:が|は|を)?(?:でき(?:ません|なかった|ませんでした)|不能|エラー|失敗)|届き?ません|届かなかった|送れませんでした|エラーメール',
  '(?:배달|전달|전송|발송)(?:되지|하지|할 수|이? ?실패)|반송',
]);

const WILL_RETRY = wordPattern([
  '(?:will|going to|shall) (?:be )?(?:retr(?:y|ied)|keep trying|continue|attempt(?:ed)? (?:again|further)|try again|be attempted)|delivery attempts will continue|still (?:being )?(?:trying|tried|attempted|in the (?:mail )?queue)|keeps? trying',
  "warning (?:message )?only|this is (?:only |just )?a warning|do (?:not|n't) need to (?:resend|send)|no need to resend|not (?:necessary|required) to resend|no action is required",
  '(?:has|have|is|was|been|being|be) (?:temporarily )?delayed|delivery .{0,20}delayed|delayed (?:mail|delivery|message)|not (?:yet )?been delivered yet|not yet (?:been )?delivered|delivery incomplete|could not send message for past|still undelivered|message is delayed|transient (?:non-?fatal )?errors?',
  'wird (?:weiterhin|erneut|weiter) .{0,40}(?:versuch|zugestellt|zuzustellen)|erneut versucht|verzogert|noch nicht zugestellt|sera (?:retente|retarde|differe)\\p{L}*|(?:retardee?|differee?)|nouvelle tentative|tentatives? .{0,30}(?:continu|poursuiv)\\p{L}*',
  'se (?:seguira|volvera|reintentara)|reintent\\p{L}*|retrasad[oa]|(?:ainda nao|atrasad[oa])|continuar[ae] a tentar|ancora (?:stat[oa] )?(?:consegnat|recapitat)|ritard\\p{L}*|verra ritent\\p{L}*|vertraagd|opnieuw geprobeerd|fordrojd|forsinket|opoznion\\p{L}*|повтор\\p{L}* попыт\\p{L}*|задерж\\p{L}*|попытки .{0,30}продолж\\p{L}*|将继续|继续尝试|延迟|遅延|再送|再度|지연',
]);
const GIVEN_UP = wordPattern([
  'giv(?:en|ing|e) up|gave up|will not (?:be )?(?:retr|try|attempt)|not going to try again|no (?:further|more) (?:delivery )?attempts?|could not be delivered for (?:\\d+|more)|in the queue too long|has been (?:deleted|removed|returned)|permanent (?:fatal )?errors?|failed permanently|fatal errors|permanent failure|message expired|expired after|is being returned|delivery has failed|queue(?:\\.expired)|undeliverable',
  'endgultig|definitiv\\p{L}*|permanente?s? fehler|erreur permanente|error permanente|erro permanente|errore permanente',
]);

/** Below it stands the mail that came back. */
const RETURNED =
  /^[\s>*]*(?:-{2,}.{0,40}(?:original|returned|unsent|undelivered|copy of|message header|below this line|attached|headers? of|message body|begin message).{0,60}|-+ ?(?:this is a copy of|the header of|headers? of).*|(?:your )?original (?:message|mail|e-?mail)(?: (?:headers?|follows?|text|details|as follows).*)? ?:?|(?:the )?(?:message|mail) headers?(?: follows?| are as follows)?\.? ?:?|the (?:original )?message (?:headers? )?(?:follows|is (?:attached|following)).*|header (?:of|from) (?:the )?original.*|ursprungliche (?:nachricht|kopfzeilen).*|-+ ?ursprungliche.*|en-?tetes de message d'origine.*|encabezados? (?:de(?:l)?) mensaje original.*|intestazioni originali.*|cabecalhos? .{0,20}original.*|message d'origine.*|originalnachrichtenkopf.*|oorspronkelijke berichtkoppen.*|(?:元|オリジナル)の?メッセージ.*|原(?:始)?邮件.*|原文如下.*)\s*$/u;
const HEADER_OF_MAIL =
  /^[\s>|*]*(?:received: (?:from|by)|return-path:|dkim-signature:|mime-version:|x-mailer:)/i;
/** Longer than any notice. */
const MAX_LINES = 400;
const MAX_LENGTH = 20_000;

/**
 * Whether a mail server wrote the mail to say that another one did not arrive. By what it says in the parts for
 * machines or in headers; else its sender, subject and first words must agree: a person who quotes such a mail is
 * a person, and so is a postmaster who writes.
 */
export function isNotice(mail: Notice, hasRecipients: boolean): boolean {
  const type = (mail.headers['content-type'] ?? '').toLowerCase();
  if (/report-type="?delivery-status/.test(type) || mail.headers['x-failed-recipients'] !== undefined)
    return true;
  const subject = fold(mail.subject).trim();
  const isAnswer = REPLY.test(subject);
  const isDaemon = isFromDaemon(mail);
  if (hasRecipients && (isDaemon || (!isAnswer && SUBJECTS.test(subject)))) return true;
  const text = fold(noticeText(mail.text)).replaceAll(/\s+/g, ' ');
  const opens = OPENERS.test(text.slice(0, 1500));
  const aboutMail = !isAnswer && SUBJECTS.test(subject);
  if (isDaemon) return (aboutMail && !isHumanText(text)) || opens || hasCode(text);
  const returnPath = mail.headers['return-path']?.trim();
  const isNobody = returnPath === '<>' || mail.fromAddress.trim() === '';
  return (
    aboutMail && opens && (isNobody || hasCode(text) || addressesIn(text).length > 0) && !isHumanText(text)
  );
}

/** Whether the mail comes from a mail server by its sender. */
export function isFromDaemon(mail: Pick<Notice, 'headers' | 'fromAddress'>): boolean {
  const address = mail.fromAddress.trim().replace(/^<|>$/g, '');
  if (DAEMON.test(address)) return true;
  const name = (mail.headers['from'] ?? '').replace(/<[^<>]*>/, '');
  return DAEMON_NAME.test(fold(name));
}

/** What the mail server itself says, without the mail that it gives back. */
export function noticeText(text: string): string {
  const lines = calmed(text.slice(0, MAX_LENGTH * 4)).split('\n');
  let end = lines.length;
  let written = 0;
  for (const [index, line] of lines.entries()) {
    if (index > MAX_LINES) {
      end = index;
      break;
    }
    const isReturned = line.length < 200 && RETURNED.test(fold(line));
    if (written >= 2 && (isReturned || HEADER_OF_MAIL.test(line))) {
      end = index;
      break;
    }
    if (line.trim() !== '') written += 1;
  }
  return lines.slice(0, end).join('\n').slice(0, MAX_LENGTH);
}

/** Whether it says that the mail will still be tried. */
export function willRetry(subject: string, foldedText: string): boolean {
  if (GIVEN_UP.test(foldedText)) return /warning (?:message )?only/.test(foldedText);
  return (
    WILL_RETRY.test(foldedText) ||
    /delay|verzoger|warning: (?:message|could not)|incomplete|retard|forsink|fordroj|opozn|задерж|遅延|延迟/.test(
      fold(subject),
    )
  );
}

function hasCode(text: string): boolean {
  return enhancedStatusIn(text) !== null || /(?<![\d.])[45]\d\d[ -](?=\S)/.test(text);
}

/** Somebody who greets and signs is no server, whatever he writes about. */
function isHumanText(text: string): boolean {
  return /^(?:dear (?:mr|ms|mrs|dr)\b|hi [a-z]+,|hello [a-z]+,)/.test(text) && !hasCode(text);
}
