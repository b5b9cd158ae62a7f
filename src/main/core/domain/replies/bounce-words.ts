import { wordPattern } from './word-pattern.ts';

/** Why a mail server gives a mail back, as far as its words tell. */
export type BounceReason =
  | 'sender'
  | 'full'
  | 'too-big'
  | 'paused'
  | 'gone'
  | 'refused'
  | 'perhaps-refused'
  | 'later'
  | 'perhaps-gone';

const USER =
  '(?:user|recipient|mailbox|mail ?box|account|e-?mail address|address|addressee|person|username|user name|user id|inbox|destination|spectator|adressat|empfanger|member|customer|subscriber|mail account|id)';
const MISSING =
  "(?<!\\p{L})(?:unknown|not found|was not found|not known|not recogni[sz]ed|not exist(?:ing|ent)?|does ?n[o']t exists?|did not exist|do not exist|non-?existent|no longer exists?|no longer valid|no longer (?:active|available|in use|on (?:this )?server)|not listed|invalid|not valid|is ?n[o']t valid|incorrect|not present|not here|not local|not defined|undefined|not available here|doesn't have|can(?:no|')t be found|couldn't be found|could not be found|not be found|not registered|is wrong|not our customer|not hosted here|not a valid)";
const GONE =
  '(?<!\\p{L})(?:disabled|deactivated|de-activated|inactive|not active|inactivated|suspended|closed|terminated|cancel+ed|discontinued|deleted|removed|expired|blocked by the administrator|locked|frozen|dormant|archived|unactivated|has moved|retired)';

/** The sender, his domain or his server is what they dislike: it says nothing about the recipient. */
const SENDER = [
  "sender(?:'s)? (?:e-?mail )?(?:address|domain|id|policy|verif\\p{L}*|callout|ip|rejected|denied|blocked|refused)",
  'sender\\p{L}* .{0,60}(?:rejected|denied|blocked|refused|blacklisted|not allowed|could not be verified|does not exist|invalid)',
  '(?:domain|address) of (?:the )?sender',
  'invalid sender',
  'bad ?mail ?from|client host (?:rejected|not allowed)|cannot find your (?:reverse )?host ?name|mail not accepted from|connections? (?:not accepted )?from your',
  'unrout?eable sender',
  'bad sender',
  'verification failed for',
  'mail from .{0,80}(?:rejected|denied|refused|not allowed)',
  'return(?:ed)? (?:address|mail) (?:is )?(?:not|rejected)',
  'from address .{0,60}(?:rejected|invalid|not)',
  'emetteur invalide',
  'your (?:domain|ip|host|server|address|e-?mail) .{0,60}(?:blacklist|block ?list|not allowed|rejected|denied)',
  'reverse dns|ptr record|rdns|helo|ehlo .{0,40}reject',
  'spf|dkim|dmarc|authentication (?:required|failed|failure|information)|not authenticated|unauthenticated',
];

const FULL = [
  '(?:over|exceed\\p{L}*|beyond|above|reached|violat\\p{L}*|out of|past|passed|used up|maximum) .{0,40}quota',
  'quota .{0,40}(?:exceed|reached|full|violation|over|used)',
  '(?:over|no|disk|mailbox|user|mail|disc|storage) ?quota',
  'overquota|over_quota|mailboxfull|mailbox_full|quotaexceeded|quota\\.exceeded',
  "(?:mail ?box|mail ?folder|inbox|maildir|account|mail ?drop|postbox|mail file|mail spool) .{0,80}(?:is |'s )?(?:too )?full(?!y)",
  '(?:full|overfull) (?:mail ?box|inbox|mail ?folder)',
  "(?:as )?their mailbox is full|mailbox full|'mailbox full|box is full",
  '(?:mailbox|mailbox size|storage|size|disk space|space|message|messages) .{0,40}(?:limit|allocation|maximum|capacity) .{0,20}(?:exceeded|reached)',
  'exceed\\p{L}* (?:the |its |their |his |of )?(?:\\S+ ){0,3}(?:storage|mailbox|disk|space|allotted|allocat\\p{L}*|local limit|capacity|inbox|maximum allowed)',
  '(?:not enough|insufficient|no|lack of|out of) (?:\\S+ ){0,3}(?:space|storage|room)(?: |\\.|,|$)',
  'space has been used up|too many messages (?:on|in) (?:the|this|his|their) (?:server|mailbox|recipient)',
  'too much (?:mail )?data|mailbox .{0,30}too large|has too many messages',
  'over (?:the )?(?:allowed|storage|disk|size|space|maximum|mailbox|message) (?:limit|quota|size|allowance)',
  'disk full|file ?system full|dead\\.letter|mailbox .{0,20}over (?:its )?limit',
  'number of messages .{0,60}exceeded',
  '(?:postfach|mailbox|speicherplatz|speicher|quota) .{0,40}(?:voll|uberschritten|erschopft|uberfullt)',
  'boite (?:aux lettres |de reception |du destinataire |mail )?(?:est )?(?:pleine|saturee)|quota .{0,30}(?:depasse|atteint)',
  '(?:buzon|bandeja|cuenta) .{0,40}(?:lleno|llena|excedido)|(?:caixa|cota) .{0,40}(?:cheia|excedid\\p{L}*|lotada)|casella .{0,40}piena',
  'postvak .{0,30}vol|mailbox is vol|innboks .{0,20}full|skrzynka .{0,40}(?:pelna|przepelniona)',
  'ящик .{0,40}(?:переполнен|заполнен)|превышен\\p{L}* .{0,30}(?:квот|лимит|размер)|переполнен\\p{L}*',
  '(?:邮箱|信箱|收件箱|容量|空间).{0,20}(?:已满|满|不足|超过)',
  '(?:メールボックス|受信箱|受信容量|容量|ディスク).{0,20}(?:いっぱい|一杯|超過|超え|オーバー|不足)',
  '메일함.{0,20}(?:가득|초과)|용량.{0,10}초과',
];

const TOO_BIG = [
  '(?:message|mail|e-?mail|msg|content|attachment) .{0,60}(?:too (?:big|large|long)|size limit|maximum size|exceeds (?:the )?(?:\\S+ ){0,4}(?:size|limit|maximum))',
  '(?:size|length) .{0,40}exceed',
  'exceed\\p{L}* .{0,40}(?:size|message limit|length)',
  'size limit|message size|mail size|maximum message|too large|too big for',
  'nachricht .{0,30}zu gross|message trop (?:gros|volumineux)|mensaje .{0,30}demasiado grande|messaggio .{0,30}troppo grande',
];

/** An address that exists, and is out of order for a while. */
const PAUSED = [
  '(?:temporar(?:il)?y|temporarly) (?:disabled|locked|suspended|unavailable|inactive|blocked|closed|rejected|deferred|refused|over)',
  '(?:disabled|locked|suspended|unavailable|inactive|blocked) temporar',
  'host not found,? try again|verification (?:in progress|failed temporarily)|could not (?:currently )?(?:be )?verif\\p{L}*|gr[ae]y ?list',
  'receiving mail (?:at a rate|too quickly)|user is receiving|unverified address: (?:host \\S+ )?(?:connection|connect|timed|unknown error|address verif)',
];

/** The address is no good, and will not be tomorrow. */
const GONE_FOR_GOOD = [
  `(?:no|unknown|invalid|nonexistent|non-existent|non existent|bad|wrong|illegal|inactive|disabled|unrecogni[sz]ed|unrout?eable|unresolvable|undefined|expired|deleted|obsolete|unknown/invalid|invalid/inactive|not a known|not a valid|no valid|no known|no matching|no active) (?:local |virtual |e-?mail |mail |domain |final |such )?(?:${USER}s?|local[- ]part|recipients?|mail domain|domain|mailboxes|host|users?)(?! (?:verif|table|quota|limit))`,
  'no such (?:local |virtual |e-?mail |mail )?(?:user|person|recipient|address|mailbox|account|domain|host|alias|id|name|object|customer|subscriber|directory)',
  `${USER}s? ?(?:<[^<>]{0,100}>|\\S+@\\S+|"[^"]{0,80}"|'[^']{0,80}'|\\S{1,60})? ?(?:\\([^()]{0,80}\\) )?(?:\\S+ ){0,4}?(?:is |was |are |were |has been |have been |is currently |currently |has |had been )?(?:\\S+ ){0,1}?${MISSING}`,
  `${USER}s? ?(?:<[^<>]{0,100}>|\\S+@\\S+|'[^']{0,80}'|that you tried to reach|you are trying to (?:reach|contact))? ?(?:\\S+ ){0,2}?(?:is |was |has been |have been |is currently |been )?(?:a )?(?:\\S+ ){0,1}?${GONE}(?! (?:temporar|for exceed|because (?:it|they) exceed))`,
  `(?:<[^<>]{1,100}>|\\S+@\\S+)[:;,.]? (?:\\S+ ){0,2}?(?:is |was |has |are )?(?:${MISSING}|unknown)`,
  "(?:isn't|is not|are not|not) (?:a |an )?(?:known|valid|existing|active|legal|recogni[sz]ed|local|currently valid) (?:e-?mail )?(?:user|address|mailbox|recipient|account|person|domain)",
  "(?:does|do|did|has|have) ?n(?:o|')t (?:have|exist|appear|seem to exist) (?:\\S+ ){0,3}(?:account|mailbox|address|user)",
  "doesn't have an? \\S+ account|don't have (?:an? )?(?:account|mailbox|user) (?:by|with|under) that",
  'nobody (?:here )?(?:by|with) that name|no one (?:here )?(?:by|with|at) (?:that|this)|no account by that name|no mailbox (?:here )?by that name|by that name (?:here|is)',
  "there is no (?:such )?(?:one|user|account|mailbox|person|address)|we (?:do not|don't) (?:know|have) (?:\\S+ ){0,3}(?:user|address|mailbox|recipient)",
  'missing home directory|badrcptto|resolver\\.adr\\.(?:recip|exrecip|ambig)\\p{L}*notfound|recip(?:ient)?notfound|resolver\\.adr\\.(?:ex)?recip\\p{L}*|not in (?:our|the|my) (?:\\S+ ){0,2}(?:directory|database|list of (?:users|recipients))',
  'not listed in (?:the )?(?:public |domino )?(?:name|directory|address)|in (?:public )?name (?:&|and) address book|not unique\\. several matches',
  '(?:user|recipient|address) .{0,60}(?:not listed|no match(?:es)? found)|address (?:lookup|look-up) failed|alias .{0,20}not (?:found|exist)',
  '(?:all|no valid|some) recipients? (?:address(?:es)? )?(?:rejected|refused)? ?:? ?(?:unknown|invalid|do(?:es)? not exist|not exist)|no valid recipients?',
  "addresses were unknown|unknown or illegal alias|illegal alias|can ?n[o']t (?:find|locate) (?:the )?(?:user|recipient|mailbox|account)|cannot resolve (?:recipient|address)",
  'unable to (?:find|locate|resolve|look ?up) (?:the )?(?:\\S+ )?(?:user|recipient|mailbox|account|address|domain|host)',
  'could not (?:find|locate) (?:the )?(?:user|recipient|mailbox|e-?mail account)',
  '(?:e-?mail|mail) name is not found|not a mail(?:box)? (?:user|account)|no mail ?box|mailbox is unavailable: no|no existe|there is no mailbox',
  'address rejected: (?:user|unknown|no|invalid|undeliverable|not|access denied)|recipient rejected: (?:unknown|no |invalid)|recipient address rejected: (?:access denied|undeliverable)|address rejected\\.? ?(?:\\S+@\\S+)?$|#?5\\.1\\.0 address rejected',
  '(?:moved|changed) (?:to )?(?:a )?(?:new )?(?:address|permanently)|user has moved|has been replaced by|no longer (?:works|employed|with|accepts? (?:mail|e-?mail)|a valid|on server|at this|use[sd]? this)|has left (?:the|our)|address (?:is )?no longer',
  'left the (?:company|organi[sz]ation)|user (?:gone|left)|is gone|dead (?:address|domain|mailbox)',
  'suspend(?:ed)? (?:the )?(?:service|account|user)|user (?:is )?suspended|mailbox unavailable or access denied|mailbox (?:currently )?suspended|recipient suspend|account .{0,30}(?:locked|on hold)',
  "(?:host|domain|server)(?: name)?(?: or domain name)? ?(?:<[^<>]{0,100}>|\"[^\"]{0,80}\"|'[^']{0,80}'|[\\w.-]+\\.[\\w-]+)?:? ?(?:is |was )?(?:unknown|not found|does ?n[o']t exist|not exist|invalid|not known|non-?existent|must exist|no longer exists?|has expired)(?!.{0,60}(?:try again|temporar))",
  '(?:unknown|invalid|bad|no such|nonexistent) (?:mail )?(?:host|domain|hostname|destination host|domain name)',
  "host(?:name)? unknown|name or service not known|nxdomain|non-?existent domain|no matches to nameserver query|domain .{0,80}(?:couldn't|could not|cannot|can't|not) be (?:found|resolved)|infodomainnonexistent",
  "no (?:mx|a|dns|mail exchanger?|mail server) (?:or a )?records?|no mail (?:server|exchanger|hosts?) (?:for|found)|null ?mx|does not accept (?:any )?mail(?: \\(nullmx\\))?$|domain .{0,60}(?:does not|doesn't) accept (?:any )?mail|does not receive (?:any )?mail|no smtp service|service provider .{0,20}no longer",
  '(?:mx|relevant mx) records? .{0,40}(?:non-?existent|invalid|does not exist)|unrout?eable|cannot route|no route to domain|domain .{0,40}(?:no longer|not) (?:hosted|served|configured|local|handled|exist)|mail domain .{0,60}unknown|no (?:dns )?information (?:was )?found about (?:the )?(?:host|domain)|illegal host',
  // German
  '(?:empfanger|benutzer|adresse|postfach|konto|mailbox|e-?mail-?adresse|domain|domane|teilnehmer)\\S* .{0,80}(?:unbekannt|nicht gefunden|existiert nicht|nicht bekannt|nicht vorhanden|ungultig|nicht mehr (?:gultig|vorhanden|aktiv)|deaktiviert|gesperrt|gibt es nicht|konnte nicht gefunden)',
  '(?:unbekannte[rsn]?|ungultige[rsn]?) (?:empfanger|benutzer|adress|e-?mail|domain)',
  // French
  "(?:destinataire|adresse|utilisateur|boite|compte|domaine)\\S* .{0,80}(?:inconnue?|introuvable|n'existe (?:pas|plus)|invalide|non trouvee?|desactivee?|pas (?:ete )?trouve|suspendue?)",
  // Spanish, Portuguese, Italian
  '(?:destinatari[oa]|direccion|usuario|buzon|cuenta|dominio|endereco|caixa|conta|utente|indirizzo|casella|utilizador)\\S* .{0,80}(?:no existe|desconocid[oa]|no (?:se )?(?:ha )?(?:sido )?encontrad[oa]|inexistente|invalid[oa]|nao existe|nao (?:foi )?encontrad[oa]|desconhecid[oa]|non esiste|sconosciut[oa]|non (?:e stat[oa] )?trovat[oa]|inesistente|non valid[oa]|desativad[oa]|desactivad[oa]|disabilitat[oa]|nao localizad[oa])',
  'no existe (?:dicha persona|ese usuario|la cuenta|el usuario|el buzon)',
  // Dutch, Scandinavian, Finnish, Polish, Czech
  '(?:ontvanger|adres|gebruiker|postvak|e-?mailadres|mottagare\\p{L}*|adress\\p{L}*|modtager\\p{L}*|mottaker\\p{L}*|vastaanottaja\\p{L}*|adresat\\p{L}*|odbiorca|odbiorcy|uzytkownik\\p{L}*|prijemc\\p{L}*|skrzynka|konto)\\S* .{0,80}(?:onbekend|niet gevonden|bestaat niet|okand|hittades inte|finns inte|findes ikke|ikke fundet|finnes ikke|ble ikke funnet|ei loydy\\p{L}*|tuntematon|nie istnieje|nieznan\\p{L}*|nie znaleziono|neexistuje|nebyl\\p{L}* nalezen\\p{L}*|neznam\\p{L}*)',
  // Russian, Turkish
  '(?:пользовател|получател|адрес|ящик|домен|аккаунт|учетн)\\p{L}* .{0,80}(?:не существует|не найден|неизвест|недействител|заблокирован|отключен|удален|не зарегистрирован)',
  '(?:alici|kullanici|adres|posta kutusu|hesap)\\S* .{0,60}(?:bulunamadi|mevcut degil|bilinmiyor|gecersiz|yok)',
  // Chinese, Japanese, Korean
  '(?:用户|用戶|收件人|邮箱|郵箱|地址|账号|帐号|信箱|域名|帳號).{0,30}(?:不存在|未找到|找不到|无效|無效|被禁用|已停用|冻结|注销|被冻结|不正确|有误)|查无此|无此用户|没有此用户|不存在该用户|找不到收件人',
  '(?:宛先|あて先|送信先|受信者|アドレス|ユーザー?|ユーザ|メールアドレス|ドメイン|アカウント).{0,40}(?:存在し(?:ない|ません)|見つかり?(?:ません|ませんでした|らない)|不明|無効|間違|該当(?:が)?(?:ありません|なし)|ございません)',
  '(?:받는 ?사람|수신자|사용자|주소|계정|도메인).{0,40}(?:없습니다|존재하지|찾을 수 없|알 수 없|잘못)|없는 (?:사용자|계정|주소)',
];

/** They will not have this mail: for where it comes from, what is in it, how many there are. */
const REFUSED = [
  'spam(?!\\p{L}*[.@])|junk mail|bulk mail|unsolicited|phish|virus|malware|infected|trojan',
  'blacklist|black list|block ?list|denylist|rbl|dnsbl|spamhaus|spamcop|reputation',
  '(?:due to|by|of|for|against|our|local|security|mail|content|site|message|violates?|violation of) (?:\\S+ ){0,3}polic(?:y|ies)|policy (?:reject|violation|reasons?|restrict)|administrative prohibition|administratively (?:denied|prohibited)',
  'content (?:filter|reject|not accept)|message content|banned (?:file|content|attachment)|bad content|blocked (?:by|using|because|for|due)|filtered|firewall|classified as',
  'relay|rcpthosts',
  'rate limit|ratelimit|too many (?:connections|messages|recipients|mails|emails|sessions|concurrent|errors|invalid)|throttl|too fast|unusual rate',
  'user (?:reject|refuse)s?|refuses? to receive|only accept(?:s|ing)? mail from|you have been blocked|recipient preferences|user rules|members[- ]only|not a member|moderat',
  '(?:nachricht|mail) .{0,60}abgelehnt|indesirable|спам|拒收|垃圾邮件|迷惑メール|受信拒否|スパム',
];

/** The same, in words that also stand where an address is no good. */
const PERHAPS_REFUSED = [
  'polic(?:y|ies)|prohibit|not permitted|restrict|not authori[sz]ed|unauthori[sz]ed|permission|attachment|listed (?:at|on|by|in)|suspicious|malicious',
  'block|rejected (?:by|due|because|for)|message rejected|mail rejected|(?:mail|message|delivery) .{0,40}(?:refused|denied|rejected)|gateway|excessive|limit exceeded',
  'tls|certificate|encryption|ssl',
  'loop|too many hops|hop count|8bitmime|smtputf8|utf-?8 address|syntax error|bare lf|line too long|not rfc|rfc ?\\d{3,4}|header|mime|malformed|unrecogni[sz]ed command|out of sequence|protocol error|sequence of commands',
  "not accepting (?:any )?mail|not allowed|access denied|denied|protected by|configuration|config error|mailer error|unable to (?:run|open|write|create)|command died|procmail|pipe|script|killed by signal|(?:cannot|can't|could not) (?:open|create|write)|internal (?:server )?error|system error|local error|write error|input/output|mail server .{0,40}error",
  'verweigert|unerwunscht|rejete|rechazad[oa]|denegad[oa]|rejeitad[oa]|recusad[oa]|rifiutat[oa]|respint[oa]|geweigerd|geblokkeerd|отклонен|запрещен|拒绝|屏蔽|拒否',
];

/** It may work later; or it was tried for long enough. */
const LATER = [
  "time[d]? ?out|timeout|did not respond|no response|not respond|unreachable|not reachable|no route to host|connection (?:refused|lost|reset|closed|dropped|failed|rate|error)|could not connect|unable to connect|cannot connect|can't connect|couldn't (?:connect|establish)|network (?:is )?(?:error|unreachable|down)|lost connection|broken pipe|server (?:is )?(?:down|busy|unavailable|not available)|unavailable at this time",
  'try (?:again|later)|temporar(?:y|ily)|temporarily deferred|deferred|grey ?list|gray ?list|retry|delayed|expired|too long|in (?:the )?queue|giving up on|for (?:more than |over |the past |the last )?\\d+ (?:hours?|days?|minutes?)|not been collected|after \\d+ (?:tries|attempts|retries|days|hours)|attempts? (?:failed|made)|failed \\d+ attempts|undelivered (?:after|for)|(?:number|maximum) of (?:attempts|retries)|could not be delivered (?:for|within|in time)|queue(?:\\.expired| lifetime)',
  'service (?:is )?(?:currently )?(?:unavailable|not available)|system (?:is )?(?:full|down|busy|not accepting)|insufficient (?:system )?resources|resources|out of memory|overload|load|maintenance|dns (?:error|problem|server|failure|query failed|timeout|lookup)|name ?server|servfail|host not found,? try again|lookup failed',
  'vorubergehend|spater (?:erneut|noch ?mal)|zeituberschreitung|temporaire|plus tard|temporal(?:mente)?|mas tarde|temporari[oa]|mais tarde|temporane[oa]|tijdelijk|временно|позже|稍后|暂时|一時的|しばらく|後ほど',
];

/** What servers also say when they mean something else. */
const PERHAPS_GONE = [
  'mailbox (?:is )?(?:currently )?(?:unavailable|not available|inaccessible)|mailbox name (?:not allowed|invalid)|requested action not taken',
  '(?:address|recipient|rcpt|user|destination)s? (?:\\S+ ){0,3}(?:rejected|refused|undeliverable|failed)|rejected (?:the )?(?:following )?(?:recipient|address)|cannot (?:be )?deliver(?:ed)? to (?:this )?(?:recipient|address|user)|wrong|does not exist|not exist|unknown|not found|invalid|inactive|disabled|no longer|undeliverable address|permanently|unable to deliver to',
];

/** In this order: what leaves no doubt first. */
const REASONS: readonly (readonly [reason: BounceReason, pattern: RegExp])[] = [
  ['sender', wordPattern(SENDER)],
  ['full', wordPattern(FULL)],
  ['too-big', wordPattern(TOO_BIG)],
  ['paused', wordPattern(PAUSED)],
  ['gone', wordPattern(GONE_FOR_GOOD)],
  ['refused', wordPattern(REFUSED)],
  ['perhaps-refused', wordPattern(PERHAPS_REFUSED)],
  ['later', wordPattern(LATER)],
  ['perhaps-gone', wordPattern(PERHAPS_GONE)],
];
/** Reasons that outweigh a status code. */
const CLEAR: readonly BounceReason[] = ['sender', 'full', 'too-big', 'paused', 'gone', 'refused'];

/** The reason that a folded text gives in so many words, or null. */
export function clearReason(text: string): BounceReason | null {
  return reasonAmong(CLEAR, text);
}

/** The reason that a folded text hints at, or null. */
export function likelyReason(text: string): BounceReason | null {
  return reasonAmong(['perhaps-refused', 'later', 'perhaps-gone'], text);
}

function reasonAmong(wanted: readonly BounceReason[], text: string): BounceReason | null {
  return REASONS.find(([reason, pattern]) => wanted.includes(reason) && pattern.test(text))?.[0] ?? null;
}
