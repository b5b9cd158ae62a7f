import { AUTO } from './sample.ts';
import type { SampleTable } from './sample.ts';

export const FR: SampleTable = {
  AgreedToMeet: {
    known: ['Mardi à 10h me convient.', "D'accord pour un rendez-vous, je suis disponible jeudi après-midi."],
    heldOut: ['Appelez-moi demain vers 11 h.', 'Avec plaisir, on peut se voir mercredi à 14h ?'],
  },
  InterestedToProceed: {
    known: ['Nous sommes intéressés, envoyez-nous une offre.', "Pouvez-vous m'envoyer un devis ?"],
    heldOut: [
      'Cela nous intéresse beaucoup.',
      'Je souhaite aller plus loin, quelles sont les prochaines étapes ?',
    ],
  },
  SeekingMoreInfo: {
    known: ['Combien ça coûte ?', "Pouvez-vous m'en dire plus sur votre solution ?"],
    heldOut: ['Quels sont vos tarifs ?', "J'aimerais avoir plus d'informations sur l'intégration."],
  },
  BrochureSent: {
    known: ['Merci de m’envoyer votre brochure.'],
    heldOut: [
      'Avez-vous une plaquette ou une présentation de votre société ?',
      "Envoyez-moi de la documentation, s'il vous plaît.",
    ],
  },
  ConnectLater: {
    known: [
      { text: 'Recontactez-moi en janvier.', until: '2027-01-01' },
      { text: 'Pas le moment, revenez vers moi dans deux mois.', until: '2027-01-20' },
    ],
    heldOut: [
      { text: "Ce n'est pas une priorité cette année, rappelez-moi le 12 mars.", until: '2027-03-12' },
      'Peut-être plus tard.',
    ],
  },
  ReferredSomeone: {
    known: ['Veuillez contacter ma collègue Camille Roux, camille.roux@usine.example.'],
    heldOut: [
      'Je ne suis pas la bonne personne, adressez-vous à notre directeur des achats.',
      "C'est Monsieur Faure qui s'en occupe : faure@usine.example",
    ],
  },
  AskedToStop: {
    known: ['Pas intéressé, merci.', 'Merci de ne plus me contacter.'],
    heldOut: [
      'Cela ne nous intéresse pas.',
      "Nous n'avons pas besoin de ce service.",
      "Arrêtez de m'écrire.",
    ],
  },
  MovedOut: {
    known: ['Monsieur Petit ne travaille plus chez nous.'],
    heldOut: ["J'ai quitté l'entreprise en juin.", 'Mme Girard ne fait plus partie de la société.'],
  },
  Retired: {
    known: ['Je suis à la retraite depuis mars.'],
    heldOut: ['M. Blanc a pris sa retraite.'],
  },
  Unsubscribed: {
    known: ['Désinscrivez-moi de votre liste.', 'Désabonnement'],
    heldOut: [
      'Veuillez me retirer de votre liste de diffusion.',
      'Merci de supprimer mon adresse de vos fichiers.',
    ],
  },
  OutOfOffice: {
    known: [
      {
        subject: 'Réponse automatique : Bonjour',
        text: 'Je suis absent du bureau jusqu’au 30 novembre.',
        until: '2026-11-30',
      },
    ],
    heldOut: [
      {
        subject: "Message d'absence",
        headers: AUTO,
        text: 'Je suis en congés du 21 décembre au 4 janvier inclus. En cas d’urgence, contactez ma collègue.',
        until: '2027-01-04',
      },
      {
        subject: 'Re: Bonjour',
        headers: AUTO,
        text: 'Je serai de retour le lundi 7 décembre.',
        until: '2026-12-07',
      },
    ],
  },
  SupportAutoResponse: {
    known: [
      {
        subject: 'Accusé de réception',
        headers: AUTO,
        text: 'Nous avons bien reçu votre demande. Votre ticket porte le numéro 8841.',
      },
    ],
    heldOut: [
      {
        subject: '[Ticket#2026112] Bonjour',
        headers: AUTO,
        text: 'Votre message a bien été enregistré, notre équipe vous répondra dans les meilleurs délais.',
      },
    ],
  },
  Other: {
    known: ['Merci pour votre message.', 'Qui êtes-vous ?'],
    heldOut: [
      'Je vais en parler à mon équipe.',
      "D'où avez-vous mon adresse ?",
      'Je ne souhaite pas de rendez-vous.',
    ],
  },
};
