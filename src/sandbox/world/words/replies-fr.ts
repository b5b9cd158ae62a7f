import type { Wordings } from '../mail-types.ts';

export const FRENCH: Wordings = {
  'agreed-to-meet': [
    'Bonjour {assistant},\n\nvolontiers, {weekday} à {time} me convient. Envoyez-moi une invitation.',
    'Bonjour,\n\nappelons-nous le {date} à {time}, je suis joignable au {phone}.',
    'D’accord pour un rendez-vous {weekday} vers {time}.',
  ],
  interested: [
    'Votre solution nous intéresse. Merci de nous envoyer une offre.',
    'Bonjour, nous sommes intéressés et souhaitons avancer. Quelles sont les prochaines étapes ?',
    'Cela tombe bien, nous cherchons un prestataire. Pouvez-vous nous transmettre un devis pour 30 postes ?',
  ],
  'more-info': [
    'Bonjour, quel est le prix, et y a-t-il une durée d’engagement ?',
    'Merci pour votre message. Pourriez-vous me donner plus d’informations sur l’intégration avec nos outils ?',
  ],
  brochure: [
    'Pouvez-vous m’envoyer votre brochure, s’il vous plaît ?',
    'Avez-vous une plaquette ou une présentation de votre société que je puisse partager en interne ?',
  ],
  'connect-later': [
    'Ce n’est pas le bon moment. Merci de me recontacter le {date}.',
    'Notre budget est bouclé. Revenez vers moi en {month}.',
  ],
  referred: [
    'Je ne m’occupe pas de ce sujet. Merci d’écrire à {colleague}, {colleagueEmail}.',
    'La bonne personne chez {company} est {colleague} ({colleagueEmail}).',
  ],
  stop: [
    'Pas intéressé, merci de ne plus me contacter.',
    'Bonjour, je ne suis pas le bon interlocuteur. Merci d’arrêter vos relances.',
  ],
  'moved-out': [
    '{self} a quitté l’entreprise.',
    'Bonjour, {self} ne travaille plus chez {company} depuis le mois dernier.',
  ],
  retired: [
    'Je suis à la retraite depuis le printemps et ne peux plus vous aider.',
    '{self} a pris sa retraite. Merci pour ces années de collaboration.',
  ],
  unsubscribe: [
    'Merci de me désinscrire de votre liste de diffusion.',
    'Désabonnez-moi immédiatement, je n’ai jamais demandé à recevoir ces courriels.',
  ],
  'out-of-office': [
    'Bonjour, je suis absent du bureau jusqu’au {dateBefore} inclus et de retour le {date}. En cas d’urgence, contactez {colleague} ({colleagueEmail}).',
    'Je suis actuellement en congés. Je serai de retour le {date} et vous répondrai à ce moment-là.',
  ],
  'out-of-office-undated': [
    'Bonjour, je suis actuellement absent et n’ai pas accès à ma messagerie. Pour toute urgence : {colleagueEmail}.',
    'Je suis en arrêt maladie et ne peux pas répondre à vos messages.',
  ],
  ticket: [
    'Nous avons bien reçu votre demande. Votre numéro de ticket est le {ticket}. Ceci est un message automatique.',
    'Votre demande a été enregistrée sous la référence #{ticket}. Notre équipe support reviendra vers vous sous 24 heures.',
  ],
  neutral: ['Merci, j’ai transmis en interne.', 'Bien reçu. Nous en parlerons en réunion d’équipe.'],
};
