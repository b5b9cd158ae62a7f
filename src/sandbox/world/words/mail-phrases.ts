import type { Language, Wordings } from '../mail-types.ts';
import { DUTCH } from './replies-nl.ts';
import { ENGLISH } from './replies-en.ts';
import { FRENCH } from './replies-fr.ts';
import { GERMAN } from './replies-de.ts';
import { ITALIAN } from './replies-it.ts';
import { PORTUGUESE } from './replies-pt.ts';
import { SPANISH } from './replies-es.ts';

export const WORDINGS: Readonly<Record<Language, Wordings>> = {
  en: ENGLISH,
  de: GERMAN,
  fr: FRENCH,
  es: SPANISH,
  pt: PORTUGUESE,
  it: ITALIAN,
  nl: DUTCH,
};

/** How mail programs speak a language around the text that a person writes. */
export interface MailPhrases {
  /** For Intl, e.g. `de-DE`. */
  readonly locale: string;
  readonly greetings: readonly string[];
  readonly closings: readonly string[];
  readonly phoneSignature: string;
  /** The line above a quotation: `{date}`, `{time}`, `{who}`. */
  readonly attribution: string;
  /** Outlook's header block above a quotation, in order: from, sent, to, subject. */
  readonly quoteLabels: readonly [string, string, string, string];
  readonly replyPrefix: string;
  readonly autoReplyPrefix: string;
  readonly ticketSubject: string;
  readonly undeliverablePrefix: string;
  readonly confidentiality: string;
}

export const PHRASES: Readonly<Record<Language, MailPhrases>> = {
  en: {
    locale: 'en-GB',
    greetings: ['Hi {assistant},', 'Hello,', 'Dear {assistant},'],
    closings: ['Best regards', 'Kind regards', 'Thanks', 'Cheers'],
    phoneSignature: 'Sent from my iPhone',
    attribution: 'On {date} at {time}, {who} wrote:',
    quoteLabels: ['From', 'Sent', 'To', 'Subject'],
    replyPrefix: 'Re: ',
    autoReplyPrefix: 'Automatic reply: ',
    ticketSubject: '[Ticket #{ticket}] We have received your request',
    undeliverablePrefix: 'Undeliverable: ',
    confidentiality:
      'This e-mail may contain confidential information. If you are not the intended recipient, please delete it.',
  },
  de: {
    locale: 'de-DE',
    greetings: ['Guten Tag,', 'Hallo {assistant},', 'Sehr geehrte Damen und Herren,'],
    closings: ['Mit freundlichen Grüßen', 'Viele Grüße', 'Beste Grüße'],
    phoneSignature: 'Von meinem iPhone gesendet',
    attribution: 'Am {date} um {time} Uhr schrieb {who}:',
    quoteLabels: ['Von', 'Gesendet', 'An', 'Betreff'],
    replyPrefix: 'AW: ',
    autoReplyPrefix: 'Automatische Antwort: ',
    ticketSubject: '[Ticket {ticket}] Ihre Anfrage ist bei uns eingegangen',
    undeliverablePrefix: 'Unzustellbar: ',
    confidentiality:
      'Diese E-Mail kann vertrauliche Informationen enthalten. Wenn Sie nicht der richtige Empfänger sind, löschen Sie sie bitte.',
  },
  fr: {
    locale: 'fr-FR',
    greetings: ['Bonjour,', 'Bonjour {assistant},'],
    closings: ['Cordialement', 'Bien à vous', 'Bonne journée'],
    phoneSignature: 'Envoyé de mon iPhone',
    attribution: 'Le {date} à {time}, {who} a écrit :',
    quoteLabels: ['De', 'Envoyé', 'À', 'Objet'],
    replyPrefix: 'RE: ',
    autoReplyPrefix: 'Réponse automatique : ',
    ticketSubject: '[Ticket n° {ticket}] Votre demande a bien été reçue',
    undeliverablePrefix: 'Non remis : ',
    confidentiality:
      'Ce message peut contenir des informations confidentielles. Si vous n’en êtes pas le destinataire, merci de le supprimer.',
  },
  es: {
    locale: 'es-ES',
    greetings: ['Hola:', 'Buenos días:', 'Hola {assistant}:'],
    closings: ['Un saludo', 'Saludos cordiales', 'Gracias'],
    phoneSignature: 'Enviado desde mi iPhone',
    attribution: 'El {date} a las {time}, {who} escribió:',
    quoteLabels: ['De', 'Enviado', 'Para', 'Asunto'],
    replyPrefix: 'RE: ',
    autoReplyPrefix: 'Respuesta automática: ',
    ticketSubject: '[Ticket #{ticket}] Hemos recibido su solicitud',
    undeliverablePrefix: 'No se puede entregar: ',
    confidentiality:
      'Este mensaje puede contener información confidencial. Si no es usted el destinatario, elimínelo, por favor.',
  },
  pt: {
    locale: 'pt-BR',
    greetings: ['Olá,', 'Bom dia,', 'Olá {assistant},'],
    closings: ['Atenciosamente', 'Abraços', 'Obrigado'],
    phoneSignature: 'Enviado do meu iPhone',
    attribution: 'Em {date} às {time}, {who} escreveu:',
    quoteLabels: ['De', 'Enviada em', 'Para', 'Assunto'],
    replyPrefix: 'RES: ',
    autoReplyPrefix: 'Resposta automática: ',
    ticketSubject: '[Chamado {ticket}] Recebemos a sua solicitação',
    undeliverablePrefix: 'Não entregue: ',
    confidentiality:
      'Esta mensagem pode conter informações confidenciais. Se você não é o destinatário, por favor apague-a.',
  },
  it: {
    locale: 'it-IT',
    greetings: ['Buongiorno,', 'Salve,', 'Buongiorno {assistant},'],
    closings: ['Cordiali saluti', 'Un saluto', 'Grazie'],
    phoneSignature: 'Inviato da iPhone',
    attribution: 'Il giorno {date} alle ore {time} {who} ha scritto:',
    quoteLabels: ['Da', 'Inviato', 'A', 'Oggetto'],
    replyPrefix: 'R: ',
    autoReplyPrefix: 'Risposta automatica: ',
    ticketSubject: '[Ticket {ticket}] Abbiamo ricevuto la sua richiesta',
    undeliverablePrefix: 'Non recapitabile: ',
    confidentiality:
      'Questo messaggio può contenere informazioni riservate. Se non siete i destinatari, vi preghiamo di eliminarlo.',
  },
  nl: {
    locale: 'nl-NL',
    greetings: ['Beste {assistant},', 'Hallo,', 'Goedendag,'],
    closings: ['Met vriendelijke groet', 'Groeten', 'Hartelijke groet'],
    phoneSignature: 'Verstuurd vanaf mijn iPhone',
    attribution: 'Op {date} om {time} schreef {who}:',
    quoteLabels: ['Van', 'Verzonden', 'Aan', 'Onderwerp'],
    replyPrefix: 'RE: ',
    autoReplyPrefix: 'Automatisch antwoord: ',
    ticketSubject: '[Ticket {ticket}] Wij hebben uw aanvraag ontvangen',
    undeliverablePrefix: 'Onbestelbaar: ',
    confidentiality:
      'Dit bericht kan vertrouwelijke informatie bevatten. Bent u niet de bedoelde ontvanger, verwijder het dan.',
  },
};
