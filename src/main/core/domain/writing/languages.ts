import type { Language } from '#contract/names.ts';

export { LANGUAGES } from '#contract/names.ts';

/** The fixed words around a message. `{firstName}` and `{link}` are filled in; see `phrase.ts`. */
export interface LanguageWords {
  readonly greeting: string;
  /** Before the signature. */
  readonly closing: string;
  /** Before the one-line fact under the signature. */
  readonly ps: string;
  /** Before the first mail, quoted under a follow-up. `{day}` and `{name}` are filled in. */
  readonly wrote: string;
  readonly bookMeeting: string;
  /** Proposed where a person introduces a colleague; `{name}` and `{first}` of the colleague, else `unnamed`. */
  readonly introduce: { readonly named: string; readonly unnamed: string };
  readonly unsubscribe: {
    /** Where an answer is the only way. */
    readonly byAnswer: string;
    /** Where a link follows. */
    readonly byLink: string;
    readonly link: string;
  };
  readonly brochure: { readonly subject: string; readonly text: string; readonly ask: string };
}

/** Which words an assistant uses, by the language that she is set to. */
export const LANGUAGE_WORDS: Readonly<Record<Language, LanguageWords>> = {
  en: {
    greeting: 'Hello[ {firstName}],',
    closing: 'Best regards,',
    ps: 'PS:',
    wrote: 'On {day}, {name} wrote:',
    bookMeeting: 'Book a meeting',
    introduce: {
      named:
        'thank you for your answer. I would like to introduce my colleague {name}, whom you find in copy. {first} will go on with you from here: just answer to all, and you have us both.',
      unnamed:
        'thank you for your answer. I would like to introduce my colleague, whom you find in copy. They will go on with you from here: just answer to all, and you have us both.',
    },
    unsubscribe: {
      byAnswer: 'If you would rather not hear from me again, just say so in an answer.',
      byLink: 'If you would rather not hear from me again, just say so in an answer, or use this link:',
      link: 'no more mails',
    },
    brochure: {
      subject: 'Our brochure',
      text: 'Thank you for your interest. Here is our brochure: {link}',
      ask: 'If anything is unclear after reading it, just answer this mail.',
    },
  },
  de: {
    greeting: 'Guten Tag[ {firstName}],',
    closing: 'Mit freundlichen Grüßen',
    ps: 'PS:',
    wrote: 'Am {day} schrieb {name}:',
    bookMeeting: 'Termin buchen',
    introduce: {
      named:
        'vielen Dank für Ihre Antwort. Ich möchte Ihnen {name} aus unserem Team vorstellen, Sie finden die Adresse in Kopie. {first} übernimmt von hier an: Antworten Sie einfach an alle, dann erreichen Sie uns beide.',
      unnamed:
        'vielen Dank für Ihre Antwort. Ich möchte Ihnen jemanden aus unserem Team vorstellen, Sie finden die Adresse in Kopie. Von hier an geht es dort weiter: Antworten Sie einfach an alle, dann erreichen Sie uns beide.',
    },
    unsubscribe: {
      byAnswer: 'Wenn Sie keine weiteren E-Mails von mir erhalten möchten, genügt eine kurze Antwort.',
      byLink:
        'Wenn Sie keine weiteren E-Mails von mir erhalten möchten, genügt eine kurze Antwort oder dieser Link:',
      link: 'keine weiteren E-Mails',
    },
    brochure: {
      subject: 'Unsere Broschüre',
      text: 'vielen Dank für Ihr Interesse. Hier ist unsere Broschüre: {link}',
      ask: 'Wenn nach dem Lesen etwas offen ist, antworten Sie einfach auf diese E-Mail.',
    },
  },
  fr: {
    greeting: 'Bonjour[ {firstName}],',
    closing: 'Cordialement,',
    ps: 'P.-S. :',
    wrote: 'Le {day}, {name} a écrit :',
    bookMeeting: 'Réserver un rendez-vous',
    introduce: {
      named:
        'Je vous remercie de votre réponse. J’aimerais vous présenter {name}, de notre équipe, en copie de ce message. {first} prend la suite : répondez simplement à tous, et vous nous joindrez tous les deux.',
      unnamed:
        'Je vous remercie de votre réponse. J’aimerais vous présenter une personne de notre équipe, en copie de ce message, qui prend la suite : répondez simplement à tous, et vous nous joindrez tous les deux.',
    },
    unsubscribe: {
      byAnswer:
        'Si vous ne souhaitez plus recevoir de messages de ma part, il suffit de me répondre en ce sens.',
      byLink:
        'Si vous ne souhaitez plus recevoir de messages de ma part, il suffit de me répondre en ce sens ou d’utiliser ce lien :',
      link: 'ne plus recevoir de messages',
    },
    brochure: {
      subject: 'Notre brochure',
      text: 'Je vous remercie de votre intérêt. Voici notre brochure : {link}',
      ask: 'Si une question subsiste après la lecture, répondez simplement à ce message.',
    },
  },
  es: {
    greeting: 'Hola[ {firstName}]:',
    closing: 'Un cordial saludo,',
    ps: 'P. D.:',
    wrote: 'El {day}, {name} escribió:',
    bookMeeting: 'Reservar una reunión',
    introduce: {
      named:
        'Gracias por su respuesta. Quisiera presentarle a {name}, de nuestro equipo, en copia de este mensaje. {first} seguirá con usted a partir de ahora: responda simplemente a todos y lo leeremos ambos.',
      unnamed:
        'Gracias por su respuesta. Quisiera presentarle a una persona de nuestro equipo, en copia de este mensaje, que seguirá con usted a partir de ahora: responda simplemente a todos y lo leeremos ambos.',
    },
    unsubscribe: {
      byAnswer: 'Si prefiere no recibir más mensajes míos, basta con que me lo diga en una respuesta.',
      byLink:
        'Si prefiere no recibir más mensajes míos, basta con que me lo diga en una respuesta o utilice este enlace:',
      link: 'no recibir más mensajes',
    },
    brochure: {
      subject: 'Nuestro folleto',
      text: 'Gracias por su interés. Aquí tiene nuestro folleto: {link}',
      ask: 'Si le queda alguna duda después de leerlo, responda simplemente a este mensaje.',
    },
  },
  pt: {
    greeting: 'Olá[ {firstName}],',
    closing: 'Com os melhores cumprimentos,',
    ps: 'P.S.:',
    wrote: 'Em {day}, {name} escreveu:',
    bookMeeting: 'Marcar uma reunião',
    introduce: {
      named:
        'Agradeço a sua resposta. Gostaria de lhe apresentar {name}, da nossa equipa, em cópia desta mensagem. {first} continua consigo a partir daqui: basta responder a todos para nos contactar a ambos.',
      unnamed:
        'Agradeço a sua resposta. Gostaria de lhe apresentar uma pessoa da nossa equipa, em cópia desta mensagem, que continua consigo a partir daqui: basta responder a todos para nos contactar a ambos.',
    },
    unsubscribe: {
      byAnswer: 'Se preferir não receber mais mensagens minhas, basta dizê-lo numa resposta.',
      byLink:
        'Se preferir não receber mais mensagens minhas, basta dizê-lo numa resposta ou usar esta ligação:',
      link: 'não receber mais mensagens',
    },
    brochure: {
      subject: 'A nossa brochura',
      text: 'Agradeço o seu interesse. Aqui está a nossa brochura: {link}',
      ask: 'Se ficar alguma dúvida depois da leitura, basta responder a esta mensagem.',
    },
  },
  it: {
    greeting: 'Buongiorno[ {firstName}],',
    closing: 'Cordiali saluti,',
    ps: 'P.S.:',
    wrote: 'Il {day}, {name} ha scritto:',
    bookMeeting: 'Prenota un incontro',
    introduce: {
      named:
        'Grazie per la sua risposta. Vorrei presentarle {name}, del nostro team, in copia a questo messaggio. {first} proseguirà con lei da qui: risponda semplicemente a tutti e ci raggiungerà entrambi.',
      unnamed:
        'Grazie per la sua risposta. Vorrei presentarle una persona del nostro team, in copia a questo messaggio, che proseguirà con lei da qui: risponda semplicemente a tutti e ci raggiungerà entrambi.',
    },
    unsubscribe: {
      byAnswer: 'Se preferisce non ricevere altri messaggi da me, basta dirlo in una risposta.',
      byLink:
        'Se preferisce non ricevere altri messaggi da me, basta dirlo in una risposta o usare questo link:',
      link: 'non ricevere altri messaggi',
    },
    brochure: {
      subject: 'La nostra brochure',
      text: 'Grazie per il suo interesse. Ecco la nostra brochure: {link}',
      ask: 'Se dopo la lettura qualcosa non fosse chiaro, risponda semplicemente a questo messaggio.',
    },
  },
  nl: {
    greeting: 'Goedendag[ {firstName}],',
    closing: 'Met vriendelijke groet,',
    ps: 'PS:',
    wrote: 'Op {day} schreef {name}:',
    bookMeeting: 'Afspraak maken',
    introduce: {
      named:
        'Hartelijk dank voor uw antwoord. Graag stel ik {name} uit ons team aan u voor, die in kopie staat. {first} gaat vanaf hier met u verder: antwoord gewoon aan allen, dan bereikt u ons beiden.',
      unnamed:
        'Hartelijk dank voor uw antwoord. Graag stel ik iemand uit ons team aan u voor, die in kopie staat en vanaf hier met u verdergaat: antwoord gewoon aan allen, dan bereikt u ons beiden.',
    },
    unsubscribe: {
      byAnswer: 'Als u liever geen berichten meer van mij ontvangt, volstaat een kort antwoord.',
      byLink: 'Als u liever geen berichten meer van mij ontvangt, volstaat een kort antwoord of deze link:',
      link: 'geen berichten meer',
    },
    brochure: {
      subject: 'Onze brochure',
      text: 'Hartelijk dank voor uw interesse. Hier vindt u onze brochure: {link}',
      ask: 'Is er na het lezen nog iets onduidelijk, beantwoord dan gewoon dit bericht.',
    },
  },
};
