import type { Wordings } from '../mail-types.ts';

export const GERMAN: Wordings = {
  'agreed-to-meet': [
    'Hallo {assistant},\n\ngerne, {weekday} um {time} Uhr passt mir gut. Schicken Sie mir bitte eine Einladung.',
    'Guten Tag,\n\nlassen Sie uns telefonieren. Ich hätte am {date} um {time} Uhr Zeit, erreichbar unter {phone}.',
    'Ein kurzes Treffen ist in Ordnung. Wie wäre es mit {weekday}, {time} Uhr?',
  ],
  interested: [
    'Das klingt spannend. Bitte senden Sie uns ein Angebot.',
    'Guten Tag {assistant},\n\nwir haben Interesse und möchten den nächsten Schritt gehen. Was brauchen Sie dafür von uns?',
    'Passt gut, wir suchen gerade eine Lösung. Schicken Sie mir bitte ein konkretes Angebot für 60 Arbeitsplätze.',
  ],
  'more-info': [
    'Was kostet das pro Monat, und wie lange ist die Mindestlaufzeit?',
    'Vielen Dank. Können Sie mir mehr Informationen dazu geben, wie sich das in unsere Systeme einbinden lässt?',
  ],
  brochure: [
    'Bitte senden Sie mir Ihre Broschüre zu.',
    'Haben Sie ein Firmenprofil oder einen Prospekt als PDF? Den würde ich intern weitergeben.',
  ],
  'connect-later': [
    'Im Moment passt es leider nicht. Bitte melden Sie sich am {date} noch einmal.',
    'Unser Budget ist für dieses Jahr verplant. Fragen Sie mich im {month} wieder.',
  ],
  referred: [
    'Dafür bin ich nicht zuständig. Bitte wenden Sie sich an {colleague}, {colleagueEmail}.',
    'Der richtige Ansprechpartner bei {company} ist {colleague} ({colleagueEmail}).',
  ],
  stop: [
    'Kein Interesse. Bitte schreiben Sie mir nicht mehr.',
    'Guten Tag, ich bin nicht der richtige Ansprechpartner. Bitte sehen Sie von weiteren E-Mails ab.',
  ],
  'moved-out': [
    '{self} hat das Unternehmen verlassen.',
    'Guten Tag, {self} arbeitet nicht mehr bei {company}. Das Postfach wird demnächst geschlossen.',
  ],
  retired: [
    'Ich bin seit dem Sommer im Ruhestand und kann Ihnen daher nicht mehr weiterhelfen.',
    '{self} ist in Rente gegangen. Vielen Dank für die gute Zusammenarbeit.',
  ],
  unsubscribe: [
    'Bitte melden Sie mich von diesem Verteiler ab.',
    'Abmelden. Ich möchte keine weiteren Mails von Ihnen erhalten, bitte löschen Sie meine Adresse aus Ihrem Verteiler.',
  ],
  'out-of-office': [
    'Vielen Dank für Ihre Nachricht. Ich bin bis einschließlich {dateBefore} nicht im Büro und ab dem {date} wieder erreichbar. In dringenden Fällen wenden Sie sich bitte an {colleagueEmail}.',
    'Ich bin im Urlaub und am {date} wieder zurück. Ihre E-Mail wird nicht weitergeleitet.',
  ],
  'out-of-office-undated': [
    'Ich bin derzeit nicht im Haus und habe keinen Zugriff auf meine E-Mails. Vertretung: {colleague}, {colleagueEmail}.',
    'Vielen Dank für Ihre Nachricht. Ich bin krankheitsbedingt abwesend. Ihre E-Mail wird nicht bearbeitet.',
  ],
  ticket: [
    'Vielen Dank für Ihre Anfrage. Ihre Ticketnummer lautet {ticket}. Diese Nachricht wurde automatisch erstellt.',
    'Wir haben Ihre Nachricht erhalten und unter dem Vorgang #{ticket} erfasst. Unser Support meldet sich bei Ihnen.',
  ],
  neutral: ['Danke, ich habe es intern weitergegeben.', 'Zur Kenntnis genommen. Wir besprechen das im Team.'],
};
