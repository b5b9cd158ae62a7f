import type { Wordings } from '../mail-types.ts';

export const SPANISH: Wordings = {
  'agreed-to-meet': [
    'Hola {assistant}:\n\nde acuerdo, el {weekday} a las {time} me viene bien. Mándame la invitación.',
    'Buenos días, podemos hablar el {date} a las {time}. Mi teléfono es {phone}.',
    'Perfecto, agendemos una llamada para el {weekday} por la tarde.',
  ],
  interested: [
    'Nos interesa. Por favor, envíenos una oferta.',
    'Hola {assistant}, queremos seguir adelante. ¿Cuáles son los próximos pasos?',
    'Llega en buen momento: estamos buscando proveedor. ¿Nos puede mandar un presupuesto para 50 usuarios?',
  ],
  'more-info': [
    '¿Cuánto cuesta y qué permanencia tiene?',
    'Gracias por su correo. ¿Me podría dar más información sobre cómo funciona con nuestros sistemas?',
  ],
  brochure: [
    '¿Me puede enviar su folleto, por favor?',
    '¿Tienen un catálogo o un dossier de la empresa en PDF para compartirlo con mi equipo?',
  ],
  'connect-later': [
    'Ahora no es buen momento. Vuelva a contactarme el {date}, por favor.',
    'El presupuesto de este año está cerrado. Escríbame de nuevo en {month}.',
  ],
  referred: [
    'Yo no llevo ese tema. Por favor, escriba a {colleague}, {colleagueEmail}.',
    'La persona indicada en {company} es {colleague} ({colleagueEmail}).',
  ],
  stop: [
    'No me interesa, gracias. Por favor, no me escriba más.',
    'No soy la persona adecuada; le ruego que deje de enviarme correos.',
  ],
  'moved-out': [
    '{self} ya no trabaja en {company}.',
    'Buenos días, {self} dejó la empresa el mes pasado. Este buzón se cerrará pronto.',
  ],
  retired: [
    'Estoy jubilado desde el verano y ya no puedo ayudarle.',
    '{self} se ha jubilado. Gracias por todos estos años.',
  ],
  unsubscribe: [
    'Deme de baja de su lista de correo.',
    'Quiero darme de baja. No he pedido estos correos y no deseo recibir más.',
  ],
  'out-of-office': [
    'Gracias por su mensaje. Estoy fuera de la oficina hasta el {dateBefore} y vuelvo el {date}. Para urgencias: {colleagueEmail}.',
    'Estoy de vacaciones. Regreso el {date} y contestaré entonces.',
  ],
  'out-of-office-undated': [
    'En este momento estoy fuera de la oficina, sin acceso al correo. Para urgencias contacte con {colleague}, {colleagueEmail}.',
    'Estoy de baja médica y no puedo responder a su mensaje.',
  ],
  ticket: [
    'Hemos recibido su solicitud. Su número de ticket es {ticket}. Este es un mensaje automático, por favor no responda.',
    'Gracias por contactar con soporte de {company}. Su caso #{ticket} ha sido registrado.',
  ],
  neutral: ['Gracias, lo he pasado internamente.', 'Recibido. Lo comentaré con el equipo.'],
};
