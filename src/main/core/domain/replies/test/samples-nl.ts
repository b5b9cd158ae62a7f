import { AUTO } from './sample.ts';
import type { SampleTable } from './sample.ts';

export const NL: SampleTable = {
  AgreedToMeet: {
    known: ['Dinsdag om 10 uur komt mij goed uit.'],
    heldOut: [
      'Prima, laten we donderdagmiddag bellen.',
      'Ik wil graag een afspraak maken, woensdag om 14 uur?',
    ],
  },
  InterestedToProceed: {
    known: ['Wij hebben interesse, stuur ons een offerte.'],
    heldOut: [
      'Dit spreekt ons erg aan. Wat zijn de volgende stappen?',
      'Kunt u een offerte maken voor 40 gebruikers?',
    ],
  },
  SeekingMoreInfo: {
    known: ['Wat kost het?'],
    heldOut: ['Kunt u mij meer informatie geven over de koppeling?', 'Hoe werkt dit precies?'],
  },
  BrochureSent: {
    known: ['Stuur mij uw brochure alstublieft.'],
    heldOut: ['Heeft u een folder of bedrijfspresentatie?'],
  },
  ConnectLater: {
    known: [{ text: 'Neem in januari nog eens contact op.', until: '2027-01-01' }],
    heldOut: [
      { text: 'Nu komt het niet uit, over twee maanden graag weer.', until: '2027-01-20' },
      'Misschien later, dit jaar hebben we geen budget.',
    ],
  },
  ReferredSomeone: {
    known: ['Neem contact op met mijn collega Sanne, sanne@fabriek.example.'],
    heldOut: ['Ik ben niet de juiste persoon, u moet bij onze inkoper Lotte Kuiper zijn.'],
  },
  AskedToStop: {
    known: ['Geen interesse, bedankt.'],
    heldOut: ['Wij zijn niet geïnteresseerd.', 'Stop met mailen alstublieft.'],
  },
  MovedOut: {
    known: ['De heer Bakker werkt hier niet meer.'],
    heldOut: ['Ik heb het bedrijf verlaten.', 'Zij is niet meer bij ons in dienst.'],
  },
  Retired: {
    known: ['Ik ben sinds maart met pensioen.'],
    heldOut: ['De heer Smit is gepensioneerd.'],
  },
  Unsubscribed: {
    known: ['Haal mij van uw mailinglijst.'],
    heldOut: ['Graag uitschrijven.', 'Verwijder mijn adres uit uw bestand.'],
  },
  OutOfOffice: {
    known: [
      {
        subject: 'Automatisch antwoord: Hallo',
        text: 'Ik ben afwezig tot 30 november.',
        until: '2026-11-30',
      },
    ],
    heldOut: [
      {
        subject: 'Afwezig',
        headers: AUTO,
        text: 'Ik ben met vakantie van 21 december tot en met 4 januari. Bij spoed kunt u mijn collega bellen.',
        until: '2027-01-04',
      },
    ],
  },
  SupportAutoResponse: {
    known: [
      {
        subject: 'Uw aanvraag is ontvangen',
        headers: AUTO,
        text: 'Uw aanvraag is geregistreerd onder ticketnummer 6120.',
      },
    ],
    heldOut: [
      {
        subject: 'Ontvangstbevestiging',
        headers: AUTO,
        text: 'Bedankt voor uw bericht. We hebben het ontvangen en reageren zo snel mogelijk.',
      },
    ],
  },
  Other: {
    known: ['Bedankt voor uw bericht.'],
    heldOut: ['Ik bespreek het met mijn team.', 'Hoe komt u aan mijn adres?'],
  },
};
