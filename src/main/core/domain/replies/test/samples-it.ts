import { AUTO } from './sample.ts';
import type { SampleTable } from './sample.ts';

export const IT: SampleTable = {
  AgreedToMeet: {
    known: ['Martedì alle 10 va bene per me.'],
    heldOut: ['Possiamo sentirci giovedì pomeriggio.', "D'accordo, mi chiami domani."],
  },
  InterestedToProceed: {
    known: ["Siamo interessati, ci mandi un'offerta."],
    heldOut: ['La cosa ci interessa molto. Quali sono i prossimi passi?', 'Può prepararci un preventivo?'],
  },
  SeekingMoreInfo: {
    known: ['Quanto costa?'],
    heldOut: ['Vorrei avere maggiori informazioni sul servizio.', 'Quali sono i prezzi?'],
  },
  BrochureSent: {
    known: ['Mi mandi la vostra brochure, per favore.'],
    heldOut: ['Avete un catalogo o una presentazione aziendale?'],
  },
  ConnectLater: {
    known: [{ text: 'Mi ricontatti a gennaio.', until: '2027-01-01' }],
    heldOut: [
      { text: 'Adesso non è il momento, risentiamoci tra due mesi.', until: '2027-01-20' },
      'Magari più avanti, al momento non abbiamo budget.',
    ],
  },
  ReferredSomeone: {
    known: ['Scriva alla mia collega Giulia Ferri, giulia.ferri@fabbrica.example.'],
    heldOut: ['Non sono la persona giusta, si rivolga al nostro ufficio acquisti.'],
  },
  AskedToStop: {
    known: ['Non mi interessa, grazie.'],
    heldOut: ['Non siamo interessati.', 'Per favore non mi scriva più.'],
  },
  MovedOut: {
    known: ['Il signor Conti non lavora più qui.'],
    heldOut: ["Ho lasciato l'azienda.", 'La collega non fa più parte della società.'],
  },
  Retired: {
    known: ['Sono in pensione da marzo.'],
    heldOut: ['Il dottor Galli è andato in pensione.'],
  },
  Unsubscribed: {
    known: ['Cancellatemi dalla lista.'],
    heldOut: ['Vorrei disiscrivermi.', 'Rimuovete il mio indirizzo dalla vostra mailing list.'],
  },
  OutOfOffice: {
    known: [
      {
        subject: 'Risposta automatica: Buongiorno',
        text: 'Sono fuori ufficio fino al 30 novembre.',
        until: '2026-11-30',
      },
    ],
    heldOut: [
      {
        subject: 'Assenza',
        headers: AUTO,
        text: 'Sarò in ferie dal 21 dicembre al 4 gennaio. Risponderò al mio rientro.',
        until: '2027-01-04',
      },
    ],
  },
  SupportAutoResponse: {
    known: [
      {
        subject: 'Richiesta ricevuta',
        headers: AUTO,
        text: 'La sua richiesta è stata registrata con il numero di ticket 3310.',
      },
    ],
    heldOut: [
      {
        subject: 'Conferma di ricezione',
        headers: AUTO,
        text: 'Grazie per averci contattato. Abbiamo ricevuto il suo messaggio e le risponderemo al più presto.',
      },
    ],
  },
  Other: {
    known: ['Grazie del messaggio.'],
    heldOut: ['Ne parlo con i colleghi.', 'Chi vi ha dato il mio indirizzo?'],
  },
};
