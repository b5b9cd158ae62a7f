import type { Wordings } from '../mail-types.ts';

export const PORTUGUESE: Wordings = {
  'agreed-to-meet': [
    'Olá {assistant},\n\ncombinado, {weekday} às {time} está ótimo para mim. Pode enviar o convite.',
    'Bom dia, podemos conversar no dia {date} às {time}. Meu telefone é {phone}.',
    'Vamos marcar uma reunião. Tenho disponibilidade na {weekday} à tarde.',
  ],
  interested: [
    'Temos interesse. Por favor, envie uma proposta.',
    'Olá {assistant}, queremos avançar. Quais são os próximos passos?',
    'Chegou em boa hora, estamos avaliando fornecedores. Pode mandar um orçamento para 20 usuários?',
  ],
  'more-info': [
    'Quanto custa, e existe prazo mínimo de contrato?',
    'Obrigado pelo contato. Pode me dar mais informações sobre a integração com os nossos sistemas?',
  ],
  brochure: [
    'Pode me enviar a brochura, por favor?',
    'Vocês têm um catálogo ou uma apresentação da empresa em PDF para eu compartilhar com a equipe?',
  ],
  'connect-later': [
    'Agora não é um bom momento. Por favor, volte a me contatar em {date}.',
    'O orçamento deste ano está fechado. Fale comigo novamente em {month}.',
  ],
  referred: [
    'Não sou responsável por este assunto. Por favor, escreva para {colleague}, {colleagueEmail}.',
    'A pessoa certa na {company} é {colleague} ({colleagueEmail}).',
  ],
  stop: [
    'Não tenho interesse, obrigado. Por favor, não me escreva mais.',
    'Não sou a pessoa certa, peço que pare de enviar e-mails.',
  ],
  'moved-out': [
    '{self} não trabalha mais na {company}.',
    'Bom dia, {self} saiu da empresa no mês passado. Esta caixa será encerrada em breve.',
  ],
  retired: [
    'Estou aposentado desde o ano passado e já não posso ajudar.',
    '{self} aposentou-se. Obrigado por todos estes anos de parceria.',
  ],
  unsubscribe: [
    'Por favor, remova o meu e-mail da sua lista.',
    'Quero cancelar a inscrição. Não desejo receber mais estes e-mails.',
  ],
  'out-of-office': [
    'Obrigado pela mensagem. Estou fora do escritório até {dateBefore} e volto em {date}. Em caso de urgência: {colleagueEmail}.',
    'Estou de férias. Retorno no dia {date} e responderei nessa altura.',
  ],
  'out-of-office-undated': [
    'No momento estou fora do escritório, sem acesso ao e-mail. Para urgências, contate {colleague}, {colleagueEmail}.',
    'Estou de licença médica e não posso responder à sua mensagem.',
  ],
  ticket: [
    'Recebemos a sua solicitação. O número do seu chamado é {ticket}. Esta é uma mensagem automática.',
    'Obrigado por contatar o suporte da {company}. O seu pedido #{ticket} foi registrado.',
  ],
  neutral: ['Obrigado, encaminhei internamente.', 'Recebido. Vou falar com a equipe.'],
};
