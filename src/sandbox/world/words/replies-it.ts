import type { Wordings } from '../mail-types.ts';

export const ITALIAN: Wordings = {
  'agreed-to-meet': [
    'Buongiorno {assistant},\n\nva bene, {weekday} alle {time} per me è perfetto. Mi mandi un invito.',
    'Sentiamoci il {date} alle {time}, mi trova al {phone}.',
    'D’accordo, fissiamo un incontro per {weekday} pomeriggio.',
  ],
  interested: [
    'Siamo interessati. Ci mandi un’offerta, per favore.',
    'Buongiorno, vorremmo procedere. Quali sono i prossimi passi?',
    'Arriva al momento giusto: cerchiamo un fornitore. Può inviarci un preventivo per 35 utenti?',
  ],
  'more-info': [
    'Quanto costa, e c’è una durata minima?',
    'Grazie per la mail. Può darmi maggiori informazioni sull’integrazione con i nostri sistemi?',
  ],
  brochure: [
    'Mi può mandare la vostra brochure, per cortesia?',
    'Avete un catalogo o una presentazione aziendale in PDF da condividere con i colleghi?',
  ],
  'connect-later': [
    'Non è il momento giusto. Mi ricontatti il {date}, per favore.',
    'Il budget di quest’anno è chiuso. Mi riscriva a {month}.',
  ],
  referred: [
    'Non me ne occupo io. Scriva per favore a {colleague}, {colleagueEmail}.',
    'La persona giusta in {company} è {colleague} ({colleagueEmail}).',
  ],
  stop: [
    'Non sono interessato, grazie. Non mi scriva più, per favore.',
    'Non sono la persona giusta, la prego di non inviarmi altre mail.',
  ],
  'moved-out': [
    '{self} non lavora più in {company}.',
    'Buongiorno, {self} ha lasciato l’azienda il mese scorso.',
  ],
  retired: [
    'Sono in pensione da quest’estate e non posso più esserle d’aiuto.',
    '{self} è andato in pensione. Grazie per la collaborazione di tutti questi anni.',
  ],
  unsubscribe: [
    'Cancellatemi dalla vostra mailing list.',
    'Vorrei disiscrivermi: non ho mai chiesto di ricevere queste mail.',
  ],
  'out-of-office': [
    'Grazie per il messaggio. Sono fuori ufficio fino al {dateBefore} e rientrerò il {date}. Per urgenze: {colleagueEmail}.',
    'Sono in ferie. Sarò di ritorno il {date} e risponderò allora.',
  ],
  'out-of-office-undated': [
    'Al momento sono fuori ufficio e non ho accesso alla posta. Per urgenze contattare {colleague}, {colleagueEmail}.',
    'Sono in malattia e non posso rispondere alla sua mail.',
  ],
  ticket: [
    'Abbiamo ricevuto la sua richiesta. Il numero del ticket è {ticket}. Questo è un messaggio automatico.',
    'Grazie per aver contattato l’assistenza di {company}. La pratica #{ticket} è stata registrata.',
  ],
  neutral: ['Grazie, ho inoltrato internamente.', 'Ricevuto. Ne parlerò con il team.'],
};
