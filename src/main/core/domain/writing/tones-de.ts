import type { Tone } from '#contract/names.ts';
import type { ToneMessages } from './tone-messages.ts';

/**
 * The tones in German, with "Sie". `{context}` stands after a colon or the word "Thema", where no noun changes its
 * ending. The greeting ends with a comma, so the first word is small.
 */
export const GERMAN_TONES: Readonly<Record<Tone, ToneMessages>> = {
  introduction: {
    subjects: ['[{company}: ]{Context}', 'Kurze Vorstellung: {context}', 'Kurzes Gespräch: {context}'],
    first: {
      text: `mein Name ist {assistantName}, und ich möchte Ihnen kurz vorstellen, was wir anbieten: {context}. Gern würde ich erfahren, ob das[ bei {company}] für Sie ein Thema ist, jetzt oder später.

Wenn ja, erkläre ich Ihnen in wenigen Minuten, was wir tun, beantworte Ihre Fragen und überlasse es Ihnen, ob sich ein genauerer Blick lohnt.`,
      ask: 'Hätten Sie diese oder nächste Woche eine Viertelstunde für ein kurzes Gespräch? Nennen Sie mir einen Termin, um den Rest kümmere ich mich.',
    },
    later: [
      {
        text: `in meiner ersten Nachricht habe ich mich und unser Angebot vorgestellt: {context}. Sie war kurz, deshalb hier, worum es in einem ersten Gespräch ginge: wo Sie heute stehen, was Sie gern ändern würden[ bei {company}], und ob wir dafür die Richtigen sind.`,
        ask: 'Darf ich Sie für eine Viertelstunde anrufen? Eine Antwort mit einem passenden Tag genügt.',
      },
      {
        text: `ich bin {assistantName}, und Fragen zum Thema {context} sind bei mir richtig. Vielleicht gab es bisher keinen Anlass zu einer Frage, und das ist völlig in Ordnung.

Sollte[ bei {company}] eine Frage aufkommen, zu den Möglichkeiten, zum Aufwand oder zu den ersten Schritten, finde ich die Antwort für Sie.`,
        ask: 'Wollen wir Ihre Fragen von heute in einem kurzen Gespräch klären? Sagen Sie mir, wann es passt.',
      },
    ],
    last: {
      text: `ich hatte mich mit dem Thema {context} bei Ihnen vorgestellt und hätte gern gehört, was Sie davon halten. Für den Moment lasse ich es dabei bewenden.

Wenn das Thema[ bei {company}] aufkommt, erreicht mich eine Antwort auf diese Nachricht direkt.`,
      ask: 'Möchten Sie doch sprechen, schreiben Sie mir Tag und Uhrzeit, und ich rufe Sie an.',
    },
  },
  gentle: {
    subjects: ['[{company}: ]{Context}', 'Eine Frage zum Thema {context}', 'Zum Thema {context}'],
    first: {
      text: `mein Name ist {assistantName}. Eine Nachricht von jemand Neuem kommt selten im richtigen Moment, deshalb fasse ich mich kurz: Es geht um das Thema {context}, und ich wüsste gern, ob es[ bei {company}] in Ihren Plänen eine Rolle spielt.

Sie müssen nichts vorbereiten und nichts entscheiden. Ein kurzes Gespräch reicht, um zu sehen, ob es Ihnen nützt.`,
      ask: 'Wenn Sie dafür offen sind: Welcher Tag wäre Ihnen für ein kurzes Telefonat recht?',
    },
    later: [
      {
        text: `ich möchte nur sichergehen, dass meine Nachricht zum Thema {context} nicht in einem vollen Postfach untergegangen ist. Das passiert uns allen, und vielleicht kam sie einfach an einem vollen Tag.

Mein Angebot gilt wie zuvor: ein kurzes Gespräch, wann es Ihnen passt, darüber, was es für Sie[ bei {company}] bedeuten könnte.`,
        ask: 'Wenn ein Anruf willkommen ist, nennen Sie mir bitte eine Zeit, die Ihnen passt.',
      },
      {
        text: `ganz ohne Eile bringe ich das Thema {context} noch einmal zur Sprache. Falls Sie meine Nachricht für eine ruhigere Stunde aufgehoben haben: Vielleicht ist sie jetzt da.

Wir können gern mit zehn Minuten beginnen, und Sie entscheiden danach, ob ein längeres Gespräch[ für {company}] sinnvoll ist.`,
        ask: 'Gibt es in der kommenden Woche einen Tag, an dem ich Sie anrufen darf?',
      },
    ],
    last: {
      text: `ich habe Ihnen zum Thema {context} bereits geschrieben und möchte Ihr Postfach nicht weiter füllen. Deshalb lasse ich es vorerst dabei.

Wird das Thema[ bei {company}] später wichtig, ist meine Nachricht noch da, und ich freue mich auch dann, von Ihnen zu hören.`,
      ask: 'Falls jetzt doch ein guter Zeitpunkt ist, genügt mir eine Antwort mit Tag und Uhrzeit.',
    },
  },
  appreciative: {
    subjects: ['[{company}: ]{Context}', 'Eine Minute für: {context}', 'Ihre Sicht auf das Thema {context}'],
    first: {
      text: `danke, dass Sie diese Nachricht öffnen; ich weiß, wie viele jeden Tag eintreffen. Mein Name ist {assistantName}, und ich schreibe Ihnen zum Thema {context}, weil es für Sie[ und {company}] von Nutzen sein könnte.

Was auch immer Sie davon halten: Ich weiß die Minute zu schätzen, die das Lesen kostet. Gern würde ich noch einige nutzen, um zu beantworten, was für Sie zählt.`,
      ask: 'Könnten wir eine Viertelstunde sprechen? Ich richte mich nach Ihrem Kalender.',
    },
    later: [
      {
        text: `vielen Dank für die Zeit, die Sie Nachrichten wie meiner widmen. Sie geht von einem Arbeitstag ab, der ohnehin voll ist, deshalb wiederhole ich nicht, was ich zum Thema {context} geschrieben habe.

Was ich Ihnen anbieten kann, ist ein Gespräch, das bei Ihren Fragen[ und denen von {company}] bleibt und endet, wenn sie beantwortet sind.`,
        ask: 'Darf ich Sie in den nächsten Tagen um eine Viertelstunde bitten? Nennen Sie einfach die Uhrzeit.',
      },
      {
        text: `Ihre Zeit ist mir wichtig, deshalb nur so viel: Ich würde noch immer gern mit Ihnen über das Thema {context} sprechen, und ich käme vorbereitet.

Ihre Sicht hilft mir in jedem Fall. Schon ein kurzes Gespräch zeigt, ob wir Ihnen[ bei {company}] nützen können oder ob das Thema besser auf später wartet.`,
        ask: 'Welcher Tag passt Ihnen für ein kurzes Telefonat?',
      },
    ],
    last: {
      text: `danke für die Geduld, mit der Sie aufgenommen haben, was ich zum Thema {context} geschrieben habe. Ich möchte sie nicht überstrapazieren und lasse es für den Moment dabei.

Wenn ich Ihnen[ oder anderen bei {company}] zu einer anderen Zeit helfen kann, ist es mir eine Freude.`,
      ask: 'Und wenn Sie jetzt darüber sprechen möchten, nennen Sie mir bitte einen Tag, und ich rufe Sie an.',
    },
  },
  hopeful: {
    subjects: ['[{company}: ]{Context}', 'Ein Gespräch zum Thema {context}', '{Context}: auf Ihrer Liste?'],
    first: {
      text: `mein Name ist {assistantName}. Ich schreibe Ihnen zum Thema {context}, in der Hoffnung, dass es auch für Sie[ bei {company}] wichtig ist.

Wenn ja, ist ein kurzes Gespräch gut investierte Zeit: Sie erfahren, was wir können, und ich erfahre, was Sie suchen. Wenn nicht, haben Sie nicht mehr als eine Minute verloren.`,
      ask: 'Welcher Tag in der nächsten Woche wäre gut für ein kurzes Telefonat?',
    },
    later: [
      {
        text: `ich hoffe, diese Zeilen erreichen Sie in einem besseren Moment als meine letzte Nachricht zum Thema {context}. Tage füllen sich schnell, und eine Antwort muss dann warten.

Ich glaube weiterhin, dass sich ein kurzes Gespräch für Sie lohnen kann: Sie sehen, was[ für {company}] möglich ist und was es dafür braucht.`,
        ask: 'Finden wir nächste Woche eine Viertelstunde? Ich freue mich auf Ihren Vorschlag.',
      },
      {
        text: `Pläne ändern sich, und was warten musste, liegt schnell wieder auf dem Tisch. Deshalb schreibe ich Ihnen noch einmal zum Thema {context}.

Ich würde mich freuen, wenn wir einen ersten Schritt gehen, auch einen kleinen. Zehn Minuten genügen, um zu sehen, ob es zu dem passt, was Sie[ bei {company}] vorhaben.`,
        ask: 'Wann würde Ihnen ein Gespräch passen?',
      },
    ],
    last: {
      text: `ich hatte gehofft, dass wir inzwischen über das Thema {context} gesprochen hätten, und halte es noch immer für ein lohnendes Gespräch. Den nächsten Schritt überlasse ich vorerst aber Ihnen.

Bis dahin wünsche ich Ihnen viel Erfolg bei allem, was Sie[ bei {company}] vorhaben.`,
      ask: 'Wenn Sie es aufgreifen möchten, schreiben Sie mir Tag und Uhrzeit, und ich rufe gern an.',
    },
  },
  assertive: {
    subjects: ['[{company}: ]{Context}', 'Fünfzehn Minuten: {context}', 'Eine Entscheidung: {context}'],
    first: {
      text: `ich komme gleich zur Sache. Mein Name ist {assistantName}, und ich möchte mit Ihnen über das Thema {context} sprechen.

Ein erstes Gespräch dauert fünfzehn Minuten. Sie hören, was wir anbieten, Sie fragen, was Sie wissen wollen, und am Ende entscheiden Sie, ob es[ für {company}] einen Grund gibt weiterzumachen.`,
      ask: 'Bitte nennen Sie mir für diese oder nächste Woche einen Termin, der Ihnen passt.',
    },
    later: [
      {
        text: `ich sage es direkt: Sie haben von mir eine Nachricht zum Thema {context}, und mir fehlt noch Ihre Antwort. Ein klares Ja oder Nein hilft uns beiden.

Bei einem Ja brauchen wir nur eine Viertelstunde. Sie fragen, ich antworte, und Sie entscheiden, ob es[ bei {company}] einen genaueren Blick verdient.`,
        ask: 'Bitte nennen Sie mir einen Termin, und ich rufe Sie dann an.',
      },
      {
        text: `ich möchte es Ihnen leicht machen. Das Thema {context} können Sie nach einem Gespräch weit besser beurteilen als nach noch so vielen Nachrichten von mir.

Ich bin vorbereitet, halte mich an fünfzehn Minuten und sage Ihnen offen, wenn es nichts für Sie[ oder für {company}] ist.`,
        ask: 'Welcher Tag passt Ihnen diese Woche? Bitte antworten Sie mit Tag und Uhrzeit.',
      },
    ],
    last: {
      text: `entweder ist jetzt der richtige Zeitpunkt für das Thema {context}, oder er ist es nicht, und beide Antworten sind in Ordnung. Was ich nicht möchte, ist, immer wieder nachzufragen.

Deshalb schließe ich die Sache vorerst ab. Eine Zeile von Ihnen genügt, um sie[ für {company}] wieder zu öffnen.`,
      ask: 'Wenn Sie das Gespräch möchten, antworten Sie mit Tag und Uhrzeit, und es steht fest.',
    },
  },
  cautionary: {
    subjects: ['[{company}: ]{Context}', 'Einen Blick wert: {context}', 'Bevor es liegen bleibt: {context}'],
    first: {
      text: `ich möchte Ihre Zeit nicht ohne Grund in Anspruch nehmen, und ich möchte auch nicht, dass Ihnen etwas Nützliches entgeht. Also kurz: Mein Name ist {assistantName}, und es geht um das Thema {context}.

Bevor Sie es zur Seite legen, sind zehn Minuten vielleicht gut angelegt, um zu prüfen, ob es etwas berührt, das Sie[ bei {company}] vorhaben. Wenn nicht, ist auch das gut zu wissen.`,
      ask: 'Darf ich Sie für diese zehn Minuten anrufen? Eine Uhrzeit, die Ihnen passt, genügt.',
    },
    later: [
      {
        text: `ich möchte nicht lästig sein, und ich möchte nicht, dass das Thema {context} an einer fehlenden Erinnerung scheitert. Daher diese Zeilen.

Offene Fragen melden sich gern dann, wenn am wenigsten Zeit ist. Ein kurzes Gespräch zeigt schon jetzt, ob[ bei {company}] etwas zu tun ist, und wann.`,
        ask: 'Wollen wir sprechen, bevor anderes dazwischenkommt? Bitte nennen Sie einen Tag.',
      },
      {
        text: `vielleicht erreicht Sie zur falschen Zeit, was ich zum Thema {context} schreibe, oder es wird aufgehalten, bevor Sie es sehen. Aus dem Schweigen möchte ich nicht schließen, dass kein Interesse besteht.

Das lässt sich leicht klären: In zehn Minuten wissen wir, ob das Thema[ bei {company}] ohne Nachteil warten kann oder besser bald angegangen wird.`,
        ask: 'Wann darf ich Sie anrufen? Tag und Uhrzeit genügen.',
      },
    ],
    last: {
      text: `eine letzte Nachfrage, damit nichts aus Versehen verloren geht: Ich habe Ihnen zum Thema {context} geschrieben und weiß nicht, ob es für Sie von Interesse war.

Höre ich nichts, gehe ich davon aus, dass der Zeitpunkt[ für {company}] nicht passt, und lasse Sie vorerst in Ruhe.`,
      ask: 'Falls ich mich irre, antworten Sie bitte mit einem Tag, an dem wir sprechen können.',
    },
  },
  curious: {
    subjects: ['[{company}: ]{Context}', 'Eine Frage: {context}', 'Wie gehen Sie damit um: {context}?'],
    first: {
      text: `ich habe eine Frage, die Sie wahrscheinlich in einem Satz beantworten können. Mein Name ist {assistantName}, unser Angebot lautet: {context}. Und ich möchte verstehen, wie Sie heute[ bei {company}] mit diesem Thema umgehen.

Ich frage, weil von der Antwort abhängt, ob wir Ihnen überhaupt nützen können. Ich höre es lieber von Ihnen, als zu raten.`,
      ask: 'Würden Sie es mir in einem kurzen Telefonat erzählen? Mir passt jede Zeit in dieser oder der nächsten Woche.',
    },
    later: [
      {
        text: `darf ich fragen, was Sie dachten, als Sie meine Nachricht zum Thema {context} sahen? Mich interessiert, ob es am Zeitpunkt lag, am Thema oder einfach an einem langen Tag.

Wenn ich das weiß, schreibe ich nur noch, wenn für Sie[ und {company}] etwas darin steckt.`,
        ask: 'Ein kurzes Gespräch würde mir mehr sagen als jede Vermutung: Wann könnten wir sprechen?',
      },
      {
        text: `ich frage mich, ob ich die richtige Frage stelle. Ich schreibe Ihnen zum Thema {context}, während Sie[ bei {company}] vielleicht etwas ganz anderes beschäftigt.

Das würde ich gern hören. Vielleicht zeigt sich, dass wir dabei helfen können, oder dass ich zu einer anderen Zeit wiederkommen sollte.`,
        ask: 'Welcher Tag würde Ihnen für einen kurzen Austausch passen?',
      },
    ],
    last: {
      text: `ich lasse es vorerst dabei. Eine Frage bleibt mir allerdings: Lag es am Zeitpunkt, am Thema {context} selbst oder an der Art, wie ich darüber geschrieben habe?

Jede Antwort hilft mir sehr, und ich richte mich danach. Danke, dass Sie bis hierher gelesen haben[, und alles Gute für {company}].`,
      ask: 'Würden Sie es mir in einer Zeile sagen, oder in einem kurzen Telefonat an einem Tag Ihrer Wahl?',
    },
  },
};
