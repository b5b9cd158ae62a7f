import type { ClassifiedMail } from '../classify-reply.ts';

/** A mail of which a machine or a person is the writer, and what is to be made of it. */
export interface AutomaticSample {
  readonly what: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly subject?: string;
  readonly from?: string;
  readonly text: string;
  readonly kind: ClassifiedMail['kind'];
  readonly intent?: ClassifiedMail['intent'];
  /** ISO date; the mails came on Friday, 20 November 2026. */
  readonly until?: string | null;
}

const REPLIED = { 'auto-submitted': 'auto-replied' };
const GENERATED = { 'auto-submitted': 'auto-generated' };
const away = { kind: 'auto-reply', intent: 'OutOfOffice' } as const;
const ticket = { kind: 'ticket', intent: 'SupportAutoResponse' } as const;

/** Machines that answer for somebody who is away. */
export const ABSENCES: readonly AutomaticSample[] = [
  {
    what: 'Exchange in English',
    headers: { ...REPLIED, 'x-auto-response-suppress': 'All' },
    subject: 'Automatic reply: Cyber security',
    text: 'I am out of the office until 30 November. For urgent matters please contact my colleagues.',
    ...away,
    until: '2026-11-30',
  },
  {
    what: 'Exchange without RFC 3834',
    headers: { 'x-auto-response-suppress': 'All', 'x-ms-exchange-inbox-rules-loop': 'tom@acme.example' },
    subject: 'Automatic reply: Cyber security',
    text: 'Back on Monday.',
    ...away,
    until: '2026-11-23',
  },
  {
    what: 'Exchange in German',
    subject: 'Automatische Antwort: Cyber-Sicherheit',
    text: 'Ich bin ab dem 7. Dezember wieder erreichbar.',
    ...away,
    until: '2026-12-07',
  },
  {
    what: 'Exchange in Swedish',
    subject: 'Autosvar: Cybersäkerhet',
    text: 'Jag är på semester och tillbaka den 7 december.',
    ...away,
    until: '2026-12-07',
  },
  {
    what: 'Exchange in Danish',
    subject: 'Automatisk svar: Cybersikkerhed',
    text: 'Jeg holder ferie og er tilbage igen den 7. december.',
    ...away,
    until: '2026-12-07',
  },
  {
    what: 'Exchange in Norwegian',
    headers: REPLIED,
    subject: 'Automatisk svar: Sikkerhet',
    text: 'Jeg er ikke på kontoret. Ved hastesaker ring 555.',
    ...away,
  },
  {
    what: 'Exchange in Finnish',
    subject: 'Automaattinen vastaus: Tietoturva',
    text: 'Olen lomalla.',
    ...away,
  },
  {
    what: 'Exchange in Polish',
    subject: 'Automatyczna odpowiedź: Bezpieczeństwo',
    text: 'Jestem na urlopie do 7 grudnia.',
    ...away,
  },
  {
    what: 'Exchange in Czech',
    subject: 'Automatická odpověď: Bezpečnost',
    text: 'Jsem na dovolené.',
    ...away,
  },
  {
    what: 'Exchange in Russian',
    subject: 'Автоматический ответ: Безопасность',
    text: 'Я в отпуске до 7 декабря.',
    ...away,
  },
  {
    what: 'Yandex in Russian',
    headers: { 'x-autoreply': 'YES' },
    subject: 'Автоответ: Безопасность',
    text: 'Спасибо за письмо.',
    ...away,
  },
  { what: 'Exchange in Turkish', subject: 'Otomatik Yanıt: Güvenlik', text: 'Yıllık izindeyim.', ...away },
  { what: 'Exchange in Chinese', subject: '自动回复: 安全', text: '我正在休假。', ...away },
  { what: 'QQ Mail', subject: '自动回复：您好', text: '您好，邮件已收到。', ...away },
  { what: 'Exchange in Japanese', subject: '自動応答: セキュリティ', text: '休暇中です。', ...away },
  {
    what: 'Exchange in French',
    subject: 'Réponse automatique : Sécurité',
    text: "Je suis absent jusqu'au 30 novembre inclus.",
    ...away,
    until: '2026-11-30',
  },
  {
    what: 'Exchange in Spanish',
    subject: 'Respuesta automática: Seguridad',
    text: 'Estoy de vacaciones. Vuelvo el 7 de diciembre.',
    ...away,
    until: '2026-12-07',
  },
  {
    what: 'Exchange in Italian',
    subject: 'Risposta automatica: Sicurezza',
    text: 'Sono in ferie, rientro il 7 dicembre.',
    ...away,
    until: '2026-12-07',
  },
  {
    what: 'Exchange in Portuguese',
    subject: 'Resposta automática: Segurança',
    text: 'Estou de férias e volto a 7 de dezembro.',
    ...away,
    until: '2026-12-07',
  },
  {
    what: 'Exchange in Dutch',
    subject: 'Automatisch antwoord: Beveiliging',
    text: 'Ik ben afwezig tot 7 december.',
    ...away,
    until: '2026-12-07',
  },
  {
    what: 'Gmail',
    headers: { ...REPLIED, precedence: 'bulk', 'x-autoreply': 'yes' },
    subject: 'On vacation Re: Cyber security',
    text: 'I am travelling and will answer when I am back.',
    ...away,
  },
  {
    what: 'vacation of UNIX',
    headers: { ...REPLIED, precedence: 'bulk' },
    subject: 'Re: Cyber security',
    text: "I'm on holiday and will read your mail when I return.",
    ...away,
  },
  {
    what: 'an old vacation program',
    headers: { precedence: 'junk' },
    subject: 'away from my mail',
    text: 'I will not be reading my mail for a while. I am away from my desk. Your mail will be read when I return.',
    ...away,
  },
  {
    what: 'a program with an empty return path',
    headers: { 'return-path': '<>' },
    subject: 'Out of office',
    text: 'I am out of the office. In urgent cases call my colleague.',
    ...away,
  },
  {
    what: 'Notes',
    headers: { ...GENERATED, preference: 'auto_reply' },
    subject: 'AUTO: Tom Berg is out of the office (returning 07/12/2026)',
    text: 'I am out of the office until 07/12/2026. Note: This is an automated response to your message.',
    ...away,
    until: '2026-12-07',
  },
  {
    what: 'cPanel',
    headers: { 'x-autorespond': 'Cyber security', precedence: 'auto_reply' },
    subject: 'Re: Cyber security',
    text: 'Currently on parental leave.',
    ...away,
  },
  {
    what: 'a rule of Exchange',
    headers: { 'x-ms-exchange-generated-message-source': 'Mailbox Rules Agent' },
    subject: 'Re: Cyber security',
    text: 'I read my mail only twice a week.',
    ...away,
  },
  {
    what: 'a date in the subject alone',
    headers: REPLIED,
    subject: 'Abwesend bis 4. Dezember',
    text: 'Vielen Dank für Ihre Nachricht.',
    ...away,
  },
  {
    what: 'an absence that is over',
    headers: REPLIED,
    subject: 'Automatic reply: Cyber security',
    text: 'I am out of the office until 2 November.',
    ...away,
    until: null,
  },
  {
    what: 'a person who left for good',
    headers: REPLIED,
    subject: 'Automatic reply: Cyber security',
    text: 'Tom Berg has left the company. Please contact ana@acme.example.',
    kind: 'auto-reply',
    intent: 'MovedOut',
  },
  {
    what: 'a longer absence with the new address of nobody',
    headers: REPLIED,
    subject: 'Automatische Antwort: Sicherheit',
    text: 'Ich bin in Elternzeit bis 1. März 2027. Bitte wenden Sie sich an Ana.',
    ...away,
    until: '2027-03-01',
  },
];

/** Desks and systems that confirm, and what else machines send. */
export const TICKETS: readonly AutomaticSample[] = [
  {
    what: 'Zendesk',
    headers: { ...GENERATED, 'x-zendesk-from-account-id': '1a2b', 'x-auto-response-suppress': 'All' },
    from: 'support@acme.example',
    subject: '[Acme] Request received: Cyber security',
    text: '##- Please type your reply above this line -##\n\nYour request (4711) has been received and is being reviewed by our support staff.',
    ...ticket,
  },
  {
    what: 'Freshdesk',
    headers: { 'x-freshdesk-ticket-id': '4711' },
    from: 'help@acme.example',
    subject: 'Ticket Received - Cyber security',
    text: 'We have received your request and a member of our team will get back to you shortly.',
    ...ticket,
  },
  {
    what: 'Jira Service Management',
    headers: { 'auto-submitted': 'auto-generated', 'x-jira-fingerprint': 'ab' },
    from: 'jira@acme.example',
    subject: 'SUP-12 Cyber security',
    text: 'Just confirming that we got your request. Your request has been received. We are on it.',
    ...ticket,
  },
  {
    what: 'OTRS',
    headers: { 'x-otrs-loop': 'yes', ...GENERATED },
    subject: 'RE: Cyber security [Ticket#2026112010000012]',
    text: 'Vielen Dank für Ihre Anfrage. Ihre Anfrage ist bei uns eingegangen, Ticketnummer 2026112010000012.',
    ...ticket,
  },
  {
    what: 'RT',
    headers: { 'rt-ticket': 'acme #4711', 'rt-originator': 'lisa@us.example' },
    subject: '[acme #4711] AutoReply: Cyber security',
    text: 'This message has been automatically generated in response to the creation of a ticket. There is no need to reply. Your ticket has been assigned an ID of [acme #4711].',
    ...ticket,
  },
  {
    what: 'Salesforce',
    headers: REPLIED,
    from: 'support@acme.example',
    subject: 'Case 00012345: Cyber security',
    text: 'Thank you for contacting us. Your case number is 00012345.',
    ...ticket,
  },
  {
    what: 'ServiceNow',
    headers: { 'x-servicenow-generated': 'true', ...GENERATED },
    from: 'it@acme.example',
    subject: 'Incident INC0012345 opened',
    text: 'Your incident has been created. Reference number INC0012345.',
    ...ticket,
  },
  {
    what: 'Intercom',
    headers: { 'x-intercom-bin': 'x', ...GENERATED },
    from: 'team@acme.example',
    subject: 'Re: Cyber security',
    text: 'Thanks for reaching out to us! We have received your message and will get back to you within a day.',
    ...ticket,
  },
  {
    what: 'a desk without a word of a ticket',
    headers: REPLIED,
    from: 'info@acme.example',
    subject: 'Re: Cyber security',
    text: 'Thank you for writing. Somebody will read it.',
    ...ticket,
  },
  {
    what: 'a desk in French',
    headers: REPLIED,
    from: 'contact@acme.example',
    subject: 'Accusé de réception',
    text: 'Nous avons bien reçu votre demande et vous répondrons dans les meilleurs délais.',
    ...ticket,
  },
  {
    what: 'a read receipt',
    headers: { 'content-type': 'multipart/report; report-type=disposition-notification; boundary=b' },
    subject: 'Read: Cyber security',
    text: 'Your message was read on Friday, 20 November 2026 10:00:00.',
    ...ticket,
  },
  {
    what: 'a report that the mail arrived',
    headers: { 'content-type': 'multipart/report; report-type=delivery-status; boundary=b' },
    from: 'MAILER-DAEMON@mail.us.example',
    subject: 'Successful Mail Delivery Report',
    text: 'Your message was successfully delivered.\n\nFinal-Recipient: rfc822; tom@acme.example\nAction: delivered\nStatus: 2.0.0',
    ...ticket,
  },
  {
    what: 'a challenge',
    headers: { 'return-path': '<>' },
    subject: 'Your message to tom@acme.example',
    text: 'Your message is being held. Please click the link below to confirm that you are a human being, and it will be delivered.',
    ...ticket,
  },
];
