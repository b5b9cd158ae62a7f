import { AUTO } from './sample.ts';
import type { SampleTable } from './sample.ts';

export const DE: SampleTable = {
  AgreedToMeet: {
    known: [
      'Dienstag um 10 Uhr passt mir gut.',
      'Gerne können wir telefonieren, am besten am Donnerstagnachmittag.',
    ],
    heldOut: [
      'Ja, lassen Sie uns einen Termin vereinbaren. Mittwoch 14 Uhr?',
      'Einverstanden, rufen Sie mich morgen gegen elf an.',
    ],
  },
  InterestedToProceed: {
    known: ['Wir haben Interesse, bitte schicken Sie uns ein Angebot.', 'Klingt gut, wie geht es weiter?'],
    heldOut: ['Das interessiert uns sehr.', 'Bitte erstellen Sie uns ein Angebot für 50 Arbeitsplätze.'],
  },
  SeekingMoreInfo: {
    known: ['Was kostet das?', 'Können Sie mir mehr Informationen zur Schnittstelle schicken?'],
    heldOut: ['Wie hoch sind die Kosten pro Monat?', 'Wie unterscheidet sich das von anderen Anbietern?'],
  },
  BrochureSent: {
    known: ['Bitte senden Sie mir Ihre Broschüre.', 'Haben Sie einen Prospekt?'],
    heldOut: [
      'Schicken Sie mir gern Unterlagen und ein Firmenprofil.',
      'Gibt es dazu einen Flyer oder ein Datenblatt?',
    ],
  },
  ConnectLater: {
    known: [
      { text: 'Melden Sie sich bitte im Februar noch einmal.', until: '2027-02-01' },
      { text: 'Im Moment passt es nicht, in zwei Monaten gerne wieder.', until: '2027-01-20' },
      'Aktuell kein Bedarf, vielleicht später.',
    ],
    heldOut: [
      { text: 'Bitte kommen Sie nächstes Jahr wieder auf mich zu.', until: '2027-01-01' },
      { text: 'Derzeit haben wir keine Zeit. Ab dem 15.01. können wir darüber reden.', until: '2027-01-15' },
    ],
  },
  ReferredSomeone: {
    known: [
      'Dafür ist meine Kollegin Frau Vogt zuständig: vogt@werk.example',
      'Bitte wenden Sie sich an unseren Einkauf, einkauf@werk.example.',
    ],
    heldOut: [
      'Ich bin nicht der richtige Ansprechpartner, das ist Herr Kramer.',
      'Schreiben Sie bitte an m.adler@werk.example, sie kümmert sich darum.',
    ],
  },
  AskedToStop: {
    known: [
      'Kein Interesse.',
      'Bitte schreiben Sie mir nicht mehr.',
      'Danke, wir haben keinen Bedarf.',
      'Nein, ein Treffen passt uns nicht.',
    ],
    heldOut: [
      'Wir sind nicht interessiert, vielen Dank.',
      'Bitte sehen Sie von weiteren E-Mails ab.',
      'Das ist für uns nicht relevant.',
    ],
  },
  MovedOut: {
    known: ['Herr Lehmann arbeitet nicht mehr bei uns.', 'Ich habe das Unternehmen verlassen.'],
    heldOut: [
      'Frau Kurz ist seit August nicht mehr im Unternehmen.',
      {
        subject: 'Automatische Antwort: Hallo',
        headers: AUTO,
        text: 'Ich bin nicht mehr für die Werk GmbH tätig. Ihre Nachricht wird nicht weitergeleitet.',
      },
    ],
  },
  Retired: {
    known: ['Ich bin seit März im Ruhestand.'],
    heldOut: ['Herr Sommer ist in Rente gegangen.', 'Ich bin inzwischen pensioniert.'],
  },
  Unsubscribed: {
    known: ['Bitte nehmen Sie mich aus dem Verteiler.', 'Abmelden'],
    heldOut: [
      'Bitte tragen Sie mich aus Ihrer Liste aus.',
      'Ich möchte mich abmelden, löschen Sie meine Daten.',
    ],
  },
  OutOfOffice: {
    known: [
      {
        subject: 'Abwesenheitsnotiz',
        text: 'Vielen Dank für Ihre Nachricht. Ich bin bis einschließlich 27.11.2026 nicht im Büro.',
        until: '2026-11-27',
      },
      { subject: 'AW: Hallo', headers: AUTO, text: 'zurück am 3.3.', until: '2027-03-03' },
    ],
    heldOut: [
      {
        subject: 'Automatische Antwort: Termin',
        headers: AUTO,
        text: 'Ich bin im Urlaub und ab dem 7. Dezember wieder erreichbar. In dringenden Fällen wenden Sie sich an Frau Vogt (vogt@werk.example).',
        until: '2026-12-07',
      },
      {
        subject: 'Abwesend: Re: Hallo',
        text: 'Ich befinde mich derzeit in Elternzeit. Ihre E-Mail wird nicht gelesen.',
      },
    ],
  },
  SupportAutoResponse: {
    known: [
      {
        subject: 'Ihre Anfrage [Ticket 7781]',
        headers: AUTO,
        text: 'Ihre Anfrage ist bei uns eingegangen und wird unter der Ticketnummer 7781 bearbeitet.',
      },
    ],
    heldOut: [
      {
        subject: 'Eingangsbestätigung',
        headers: AUTO,
        text: 'Vielen Dank für Ihre E-Mail. Wir haben sie erhalten und melden uns schnellstmöglich bei Ihnen.',
      },
    ],
  },
  Other: {
    known: ['Danke für die Info.', 'Woher haben Sie meine Adresse?'],
    heldOut: [
      'Ich muss das intern besprechen.',
      'Ich habe Ihre Nachricht erhalten und lese sie am Wochenende.',
      'Ob das interessant für uns ist, weiß ich noch nicht.',
    ],
  },
};
