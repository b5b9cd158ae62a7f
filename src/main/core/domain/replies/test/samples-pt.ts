import { AUTO } from './sample.ts';
import type { SampleTable } from './sample.ts';

export const PT: SampleTable = {
  AgreedToMeet: {
    known: ['Terça-feira às 10h está bem para mim.'],
    heldOut: ['Podemos marcar uma reunião na quinta à tarde.', 'Combinado, ligue-me amanhã.'],
  },
  InterestedToProceed: {
    known: ['Temos interesse, por favor envie uma proposta.'],
    heldOut: ['Estamos interessados. Quais são os próximos passos?', 'Pode preparar um orçamento para nós?'],
  },
  SeekingMoreInfo: {
    known: ['Quanto custa?'],
    heldOut: ['Gostaria de saber mais sobre como funciona.', 'Qual é o preço por utilizador?'],
  },
  BrochureSent: {
    known: ['Por favor, envie-me a sua brochura.'],
    heldOut: ['Tem um catálogo ou uma apresentação da empresa?'],
  },
  ConnectLater: {
    known: [{ text: 'Volte a contactar-me em janeiro.', until: '2027-01-01' }],
    heldOut: [
      { text: 'Agora não é boa altura, fale comigo daqui a dois meses.', until: '2027-01-20' },
      'Talvez mais tarde, neste momento não temos orçamento.',
    ],
  },
  ReferredSomeone: {
    known: ['Por favor, contacte a minha colega Beatriz: beatriz@fabrica.example'],
    heldOut: ['Não sou a pessoa certa, fale com o nosso diretor de compras.'],
  },
  AskedToStop: {
    known: ['Não tenho interesse, obrigado.'],
    heldOut: ['Não estamos interessados.', 'Por favor, pare de me enviar mensagens.'],
  },
  MovedOut: {
    known: ['O João já não trabalha aqui.'],
    heldOut: ['Saí da empresa em junho.', 'Ela não faz mais parte da equipe.'],
  },
  Retired: {
    known: ['Estou reformado desde março.'],
    heldOut: ['O Sr. Prado aposentou-se.'],
  },
  Unsubscribed: {
    known: ['Quero cancelar a subscrição.'],
    heldOut: ['Remova-me da sua lista, por favor.', 'Descadastrar'],
  },
  OutOfOffice: {
    known: [
      {
        subject: 'Resposta automática: Olá',
        text: 'Estou fora do escritório até 30 de novembro.',
        until: '2026-11-30',
      },
    ],
    heldOut: [
      {
        subject: 'Ausência',
        headers: AUTO,
        text: 'Estarei de férias de 21 de dezembro a 4 de janeiro. Responderei quando regressar.',
        until: '2027-01-04',
      },
    ],
  },
  SupportAutoResponse: {
    known: [
      { subject: 'Pedido recebido', headers: AUTO, text: 'O seu pedido foi registado com o número 9912.' },
    ],
    heldOut: [
      {
        subject: 'Recebemos a sua mensagem',
        headers: AUTO,
        text: 'Obrigado pelo contacto. Recebemos a sua mensagem e responderemos o mais breve possível.',
      },
    ],
  },
  Other: {
    known: ['Obrigado pela mensagem.'],
    heldOut: ['Vou falar com a minha equipa.', 'Quem é você?'],
  },
};
