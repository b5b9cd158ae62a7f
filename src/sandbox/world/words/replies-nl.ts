import type { Wordings } from '../mail-types.ts';

export const DUTCH: Wordings = {
  'agreed-to-meet': [
    'Hallo {assistant},\n\nprima, {weekday} om {time} uur schikt mij. Stuur maar een uitnodiging.',
    'Laten we bellen op {date} om {time} uur. Mijn nummer is {phone}.',
    'Goed idee, laten we een afspraak maken voor {weekday} middag.',
  ],
  interested: [
    'Dit is interessant voor ons. Stuur ons graag een offerte.',
    'Hallo {assistant}, wij willen graag verder. Wat zijn de volgende stappen?',
    'Komt goed uit, wij zijn leveranciers aan het vergelijken. Kunt u een voorstel sturen voor 15 gebruikers?',
  ],
  'more-info': [
    'Wat kost het, en is er een minimale looptijd?',
    'Bedankt voor uw mail. Kunt u mij meer informatie geven over de koppeling met onze systemen?',
  ],
  brochure: [
    'Kunt u mij uw brochure sturen?',
    'Heeft u een bedrijfsprofiel of folder als pdf die ik intern kan delen?',
  ],
  'connect-later': [
    'Het komt nu niet uit. Neem op {date} weer contact met mij op.',
    'Ons budget is voor dit jaar vergeven. Vraag het me in {month} nog eens.',
  ],
  referred: [
    'Daar ga ik niet over. Schrijf alstublieft naar {colleague}, {colleagueEmail}.',
    'De juiste persoon bij {company} is {colleague} ({colleagueEmail}).',
  ],
  stop: [
    'Geen interesse, bedankt. Stuur mij alstublieft geen mails meer.',
    'Ik ben niet de juiste persoon, wilt u stoppen met mailen?',
  ],
  'moved-out': [
    '{self} heeft het bedrijf verlaten.',
    'Goedendag, {self} werkt niet meer bij {company}. Deze mailbox wordt binnenkort gesloten.',
  ],
  retired: [
    'Ik ben sinds de zomer met pensioen en kan u niet meer helpen.',
    '{self} is met pensioen gegaan. Dank voor de jarenlange samenwerking.',
  ],
  unsubscribe: [
    'Graag afmelden voor deze mailinglijst.',
    'Schrijf mij uit, ik wil deze mails niet meer ontvangen.',
  ],
  'out-of-office': [
    'Bedankt voor uw bericht. Ik ben tot en met {dateBefore} niet op kantoor en op {date} weer bereikbaar. Bij spoed: {colleagueEmail}.',
    'Ik ben met vakantie. Op {date} ben ik terug en beantwoord ik uw mail.',
  ],
  'out-of-office-undated': [
    'Ik ben momenteel afwezig en heb geen toegang tot mijn e-mail. Neem bij spoed contact op met {colleague}, {colleagueEmail}.',
    'Ik ben ziek en kan uw bericht niet beantwoorden.',
  ],
  ticket: [
    'Wij hebben uw aanvraag ontvangen. Uw ticketnummer is {ticket}. Dit is een automatisch bericht.',
    'Bedankt voor uw bericht aan de support van {company}. Uw melding is geregistreerd onder #{ticket}.',
  ],
  neutral: ['Bedankt, ik heb het intern doorgestuurd.', 'Genoteerd. Ik bespreek het met het team.'],
};
