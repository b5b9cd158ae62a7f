import { AUTO } from './sample.ts';
import type { SampleTable } from './sample.ts';

export const ES: SampleTable = {
  AgreedToMeet: {
    known: ['El martes a las 10 me viene bien.', 'De acuerdo, hablemos el jueves por la tarde.'],
    heldOut: ['Podemos reunirnos mañana a las 11.', 'Perfecto, llámame el miércoles.'],
  },
  InterestedToProceed: {
    known: ['Estamos interesados, envíenos una oferta.', 'Por favor, prepare un presupuesto.'],
    heldOut: [
      'Nos interesa mucho. ¿Cuáles son los próximos pasos?',
      'Quiero seguir adelante, mándeme una propuesta.',
    ],
  },
  SeekingMoreInfo: {
    known: ['¿Cuánto cuesta?', '¿Puede darme más información sobre el servicio?'],
    heldOut: ['¿Qué precio tiene al mes?', 'Me gustaría saber más sobre cómo funciona.'],
  },
  BrochureSent: {
    known: ['Por favor, envíeme su folleto.'],
    heldOut: ['¿Tienen un catálogo o una presentación de la empresa?', 'Mándeme el dossier, por favor.'],
  },
  ConnectLater: {
    known: [
      { text: 'Escríbame de nuevo en enero.', until: '2027-01-01' },
      { text: 'Ahora no es buen momento, contácteme dentro de dos meses.', until: '2027-01-20' },
    ],
    heldOut: [
      { text: 'Vuelva a contactarme el próximo año.', until: '2027-01-01' },
      'Quizás más adelante, ahora mismo no tenemos presupuesto.',
    ],
  },
  ReferredSomeone: {
    known: ['Póngase en contacto con mi compañera Lucía, lucia@fabrica.example.'],
    heldOut: [
      'No soy la persona adecuada, hable con nuestro jefe de compras.',
      'De eso se encarga Carmen Vidal: cvidal@fabrica.example',
    ],
  },
  AskedToStop: {
    known: ['No me interesa, gracias.', 'Por favor, deje de escribirme.'],
    heldOut: ['No estamos interesados.', 'No lo necesitamos, ya tenemos proveedor.', 'No me contacte más.'],
  },
  MovedOut: {
    known: ['El señor Gómez ya no trabaja aquí.'],
    heldOut: ['He dejado la empresa.', 'Ya no formo parte de la compañía.'],
  },
  Retired: {
    known: ['Estoy jubilado desde marzo.'],
    heldOut: ['El señor Ruiz se ha jubilado.'],
  },
  Unsubscribed: {
    known: ['Quiero darme de baja.', 'Dar de baja'],
    heldOut: ['Por favor, elimíneme de su lista de correo.', 'Solicito la baja y que borren mis datos.'],
  },
  OutOfOffice: {
    known: [
      {
        subject: 'Respuesta automática: Hola',
        text: 'Estaré fuera de la oficina hasta el 30 de noviembre.',
        until: '2026-11-30',
      },
    ],
    heldOut: [
      {
        subject: 'Fuera de la oficina',
        headers: AUTO,
        text: 'Estoy de vacaciones del 21 de diciembre al 4 de enero. Para urgencias, escriba a soporte@fabrica.example.',
        until: '2027-01-04',
      },
    ],
  },
  SupportAutoResponse: {
    known: [
      {
        subject: 'Hemos recibido su solicitud',
        headers: AUTO,
        text: 'Su solicitud ha sido registrada con el número de ticket 5521.',
      },
    ],
    heldOut: [
      {
        subject: 'Acuse de recibo',
        headers: AUTO,
        text: 'Gracias por contactar con nosotros. Hemos recibido su mensaje y le responderemos lo antes posible.',
      },
    ],
  },
  Other: {
    known: ['Gracias por su mensaje.', '¿De dónde ha sacado mi correo?'],
    heldOut: ['Lo comentaré con mi equipo.', 'No quiero reunirme.', 'Recibido, lo leo luego.'],
  },
};
