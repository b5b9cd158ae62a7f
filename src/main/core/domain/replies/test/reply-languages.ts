/** What mail programs put around a reply in one language. Names and addresses are invented. */
export interface ReplyLanguage {
  readonly language: string;
  /** What the person writes; two paragraphs. */
  readonly own: readonly [string, string];
  /** Above a quotation: of Gmail, of Apple or Thunderbird, each in one line. */
  readonly attributions: readonly string[];
  /** The header block of Outlook. */
  readonly block: string;
  readonly separator: string;
  readonly phone: string;
  readonly signOff: string;
}

const WHO = 'Lisa Us <lisa@us.example>';
const labels = (from: string, sent: string, to: string, subject: string) =>
  `${from}: ${WHO}\n${sent}: 17.11.2026 10:00\n${to}: Tom Berg <tom@acme.example>\n${subject}: Cyber security`;

export const REPLY_LANGUAGES: readonly ReplyLanguage[] = [
  {
    language: 'en',
    own: ['Thanks for your mail.', 'Tuesday at ten would work for me.'],
    attributions: [
      `On Tue, Nov 17, 2026 at 10:00 AM ${WHO} wrote:`,
      'On 17/11/2026 10:00, Lisa Us wrote:',
      `On Tuesday, November 17th, 2026 at 10:00, ${WHO} wrote:`,
    ],
    block: labels('From', 'Sent', 'To', 'Subject'),
    separator: '-----Original Message-----',
    phone: 'Sent from my iPhone',
    signOff: 'Kind regards',
  },
  {
    language: 'de',
    own: ['Danke für Ihre Mail.', 'Dienstag um zehn würde mir passen.'],
    attributions: [
      `Am Di., 17. Nov. 2026 um 10:00 Uhr schrieb ${WHO}:`,
      'Am 17.11.26 um 10:00 schrieb Lisa Us:',
      `${WHO} schrieb am Di., 17. Nov. 2026, 10:00:`,
    ],
    block: labels('Von', 'Gesendet', 'An', 'Betreff'),
    separator: '-----Ursprüngliche Nachricht-----',
    phone: 'Von meinem iPhone gesendet',
    signOff: 'Mit freundlichen Grüßen',
  },
  {
    language: 'fr',
    own: ['Merci pour votre message.', 'Mardi à dix heures me conviendrait.'],
    attributions: [
      `Le mar. 17 nov. 2026 à 10:00, ${WHO} a écrit :`,
      'Le 17/11/2026 à 10:00, Lisa Us a écrit :',
    ],
    block: labels('De', 'Envoyé', 'À', 'Objet'),
    separator: "-----Message d'origine-----",
    phone: 'Envoyé de mon iPhone',
    signOff: 'Cordialement',
  },
  {
    language: 'es',
    own: ['Gracias por su mensaje.', 'El martes a las diez me viene bien.'],
    attributions: [
      'El mar, 17 nov 2026 a las 10:00, Lisa Us (<lisa@us.example>) escribió:',
      'El 17/11/26 a las 10:00, Lisa Us escribió:',
    ],
    block: labels('De', 'Enviado el', 'Para', 'Asunto'),
    separator: '-----Mensaje original-----',
    phone: 'Enviado desde mi iPhone',
    signOff: 'Un saludo',
  },
  {
    language: 'pt',
    own: ['Obrigado pela mensagem.', 'Terça às dez seria bom para mim.'],
    attributions: [
      `Em ter., 17 de nov. de 2026 às 10:00, ${WHO} escreveu:`,
      `${WHO} escreveu no dia terça, 17/11/2026 à(s) 10:00:`,
    ],
    block: labels('De', 'Enviada em', 'Para', 'Assunto'),
    separator: '-----Mensagem original-----',
    phone: 'Enviado do meu iPhone',
    signOff: 'Atenciosamente',
  },
  {
    language: 'it',
    own: ['Grazie per il messaggio.', 'Martedì alle dieci per me va bene.'],
    attributions: [
      `Il giorno mar 17 nov 2026 alle ore 10:00 ${WHO} ha scritto:`,
      'Il 17/11/2026 10:00, Lisa Us ha scritto:',
    ],
    block: labels('Da', 'Inviato', 'A', 'Oggetto'),
    separator: '-----Messaggio originale-----',
    phone: 'Inviato da iPhone',
    signOff: 'Cordiali saluti',
  },
  {
    language: 'nl',
    own: ['Bedankt voor uw bericht.', 'Dinsdag om tien uur komt mij goed uit.'],
    attributions: [`Op di 17 nov 2026 om 10:00 schreef ${WHO}:`, 'Op 17-11-2026 om 10:00 schreef Lisa Us:'],
    block: labels('Van', 'Verzonden', 'Aan', 'Onderwerp'),
    separator: '-----Oorspronkelijk bericht-----',
    phone: 'Verstuurd vanaf mijn iPhone',
    signOff: 'Met vriendelijke groet',
  },
  {
    language: 'pl',
    own: ['Dziękuję za wiadomość.', 'Wtorek o dziesiątej mi odpowiada.'],
    attributions: [
      `wt., 17 lis 2026 o 10:00 ${WHO} napisał(a):`,
      'W dniu 17.11.2026 o 10:00, Lisa Us pisze:',
    ],
    block: labels('Od', 'Wysłano', 'Do', 'Temat'),
    separator: '-----Wiadomość oryginalna-----',
    phone: "Wysłane z iPhone'a",
    signOff: 'Pozdrawiam',
  },
  {
    language: 'sv',
    own: ['Tack för ditt mejl.', 'Tisdag klockan tio passar mig.'],
    attributions: [`Den tis 17 nov. 2026 kl 10:00 skrev ${WHO}:`, 'Den 2026-11-17 kl. 10:00, skrev Lisa Us:'],
    block: labels('Från', 'Skickat', 'Till', 'Ämne'),
    separator: '-----Ursprungligt meddelande-----',
    phone: 'Skickat från min iPhone',
    signOff: 'Med vänliga hälsningar',
  },
  {
    language: 'da',
    own: ['Tak for din mail.', 'Tirsdag klokken ti passer mig fint.'],
    attributions: [`Den tirs. 17. nov. 2026 kl. 10.00 skrev ${WHO}:`],
    block: labels('Fra', 'Sendt', 'Til', 'Emne'),
    separator: '-----Oprindelig meddelelse-----',
    phone: 'Sendt fra min iPhone',
    signOff: 'Med venlig hilsen',
  },
  {
    language: 'nb',
    own: ['Takk for e-posten.', 'Tirsdag klokken ti passer for meg.'],
    attributions: [`tir. 17. nov. 2026 kl. 10:00 skrev ${WHO}:`],
    block: labels('Fra', 'Sendt', 'Til', 'Emne'),
    separator: '-----Opprinnelig melding-----',
    phone: 'Sendt fra min iPhone',
    signOff: 'Med vennlig hilsen',
  },
  {
    language: 'fi',
    own: ['Kiitos viestistäsi.', 'Tiistai kello kymmenen sopii minulle.'],
    attributions: [
      'ti 17. marrask. 2026 klo 10.00 Lisa Us (lisa@us.example) kirjoitti:',
      'Lisa Us kirjoitti 17.11.2026 klo 10.00:',
    ],
    block: labels('Lähettäjä', 'Lähetetty', 'Vastaanottaja', 'Aihe'),
    separator: '-----Alkuperäinen viesti-----',
    phone: 'Lähetetty iPhonesta',
    signOff: 'Ystävällisin terveisin',
  },
  {
    language: 'cs',
    own: ['Děkuji za zprávu.', 'Úterý v deset se mi hodí.'],
    attributions: [
      `út 17. 11. 2026 v 10:00 odesílatel ${WHO} napsal:`,
      'Dne 17. 11. 26 v 10:00 Lisa Us napsal(a):',
    ],
    block: labels('Od', 'Odesláno', 'Komu', 'Předmět'),
    separator: '-----Původní zpráva-----',
    phone: 'Odesláno z iPhonu',
    signOff: 'S pozdravem',
  },
  {
    language: 'ru',
    own: ['Спасибо за письмо.', 'Вторник в десять мне подходит.'],
    attributions: [
      `вт, 17 нояб. 2026 г. в 10:00, ${WHO}:`,
      '17.11.2026 10:00, Lisa Us пишет:',
      `Вторник, 17 ноября 2026, 10:00 +03:00 от ${WHO}:`,
    ],
    block: labels('От', 'Отправлено', 'Кому', 'Тема'),
    separator: '-----Исходное сообщение-----',
    phone: 'Отправлено с iPhone',
    signOff: 'С уважением',
  },
  {
    language: 'ja',
    own: ['メールありがとうございます。', '火曜日の10時でお願いします。'],
    attributions: [`2026年11月17日(火) 10:00 ${WHO}:`, 'On 2026/11/17 10:00, Lisa Us wrote:'],
    block: labels('差出人', '送信日時', '宛先', '件名'),
    separator: '-----元のメッセージ-----',
    phone: 'iPhoneから送信',
    signOff: '敬具',
  },
  {
    language: 'zh',
    own: ['谢谢您的邮件。', '星期二上午十点可以。'],
    attributions: [
      `${WHO} 于2026年11月17日周二 10:00写道：`,
      '在 2026-11-17 10:00:00，"Lisa Us" <lisa@us.example> 写道：',
    ],
    block: labels('发件人', '发送时间', '收件人', '主题'),
    separator: '------------------ 原始邮件 ------------------',
    phone: '发自我的 iPhone',
    signOff: '此致',
  },
  {
    language: 'tr',
    own: ['Mesajınız için teşekkürler.', 'Salı saat on benim için uygun.'],
    attributions: [
      `${WHO}, 17 Kas 2026 Sal, 10:00 tarihinde şunu yazdı:`,
      '17.11.2026 10:00 tarihinde Lisa Us yazdı:',
    ],
    block: labels('Kimden', 'Gönderildi', 'Kime', 'Konu'),
    separator: '-----Özgün İleti-----',
    phone: "iPhone'umdan gönderildi",
    signOff: 'Saygılarımla',
  },
];
