import type { ConceptTable } from '../concept-table.ts';

export const PT: ConceptTable = {
  common:
    'o a os as um uma de do da dos das e é não que em no na nos nas por para com seu sua me meu minha nosso nossa se já mas muito mais olá obrigado obrigada ao como está estou estamos são sou somos tenho temos há tem ou você vocês este esta isto isso eu te eles pelo pela vou foi ser ter lhe',
  not: 'não nem nunca jamais nenhum nenhuma sem nada tampouco ninguém impossível nao n dispenso em_vez_de',
  noMore:
    'já_não não_mais nunca_mais deixe_de deixem_de parem_de pare_de não_me_escreva_mais não_trabalha_mais não_faço_mais deixou_de não_está_mais não_faz_mais',
  i: 'eu me meu minha comigo mim estou tenho sou meus minhas vou',
  we: 'nos nós nosso nossa nossos nossas estamos temos somos gente',
  you: 'você vocês vc vcs lhe seu sua vosso vossa tu te senhor convosco',
  they: 'ele ela senhor senhora sr sra dona dr dra dele dela',
  meet: 'reunião reuniao reuniões reunir encontro encontrar encontrarmo* café conversa conversar conversarmos recebê* receber_vo papo bate papo presencial* cara_a_cara entrevista nos_vemos vermo* nos_encontramos almoço marcar_algo',
  talk: 'ligação ligar ligue liga ligue_me ligue-me chamada call falar falamos falarmos falemos telefone telefonar telefonema telefonemas videochamada videoconferência zoom teams bater_um_papo trocar_uma_ideia telefone-me me_chama whatsapp conversamos meet',
  demo: 'demo demonstração demonstrações mostrar mostre apresentar_o_sistema ao_vivo ver_funcionando mostrem',
  book: 'convite agenda agendar agendamos agendemos calendário reservar reservei marcar marcamos marquei horário slot confirm* aceite aceito combinar combinado combinamos marque marcado agende bloquear agendado',
  visit:
    'passe_no passar_no vir venha stand estande feira escritório instalações visit* nosso_escritório apareça dar_um_salto',
  weekday:
    'segunda terça quarta quinta sexta sábado domingo segunda-feira terça-feira quarta-feira quinta-feira sexta-feira',
  dayPart: 'hoje amanhã depois_de_amanhã manhã tarde noite meio_dia meio-dia 00h 0h horas 00h00 0h00 hora_do',
  near: 'próxima_semana esta_semana semana_que_vem semana_do próxima_seg essa_semana semana_seguinte',
  fit: 'está_bom fica_bem está_ótimo pode_ser convém dá_jeito perfeito possível serve dá_para_mim ótimo funciona_para me_atende funciona_bem fica_bom bom_para está_perfeito tá_bom fica_ótimo dá_certo',
  free: 'disponível disponíveis disponibilidade livre livres minutos minutinhos meia_hora hora_livre tempo_na tenho_tempo vago encaixar',
  yes: 'sim claro de_acordo com_prazer com_gosto com_todo ok certo perfeito pode_ser vamos_lá bora com_certeza beleza fechado combinado topo topamos porque_não sem_problema vamos',
  interest: 'interesse interessa interessado interessada interessados interessadas interessava interessou',
  interesting:
    'interessante promissor legal gostei excelente ótima_ideia bacana parece_bom soa_bem fantástico espetacular parece-me_bem atrativo',
  go: 'próximos_passos próximo_passo avançar seguir_em_frente começar iniciar prosseguir arrancar dar_andamento contratar dar_continuidade conte_comigo contar_conosco contem vamos_em_frente como_procedemos aderir participar podem_avançar tocar tocar_adiante seguimos fechar dar_seguimento convosco inscrever luz_verde',
  offer:
    'orçamento proposta cotação contrato pedido fatura oferta encomenda cotar proforma ordem_de_compra minuta nota_de_encomenda licitação',
  try: 'testar teste testes piloto experimentar experiência_gratuita período_de_teste trial conta_de_teste acesso_de_teste à_experiência',
  buy: 'comprar assinar adquirir encomendar assino compra aprovado subscrever fechar_negócio faturar aprovada pagamento pagar link_de_pagamento',
  want: 'quero queremos gostaria gostaríamos preciso precisamos gostava procuramos procurávamos buscamos desejamos exatamente_o era_isso queria queríamos procurando andamos_à',
  price:
    'custa custam preço preços valor valores quanto custo custos tabela_de_preços caro mensalidade desconto por_usuário por_utilizador por_mês preçário',
  info: 'informações informação infos detalhes detalhe mais_dados esclarecer explicar explique explica concretizar saber_mais conhecer_melhor mais_sobre dúvidas perguntas pergunta especificações aprofundar esclarecimentos entender_melhor perceber_melhor consiste dúvida pormenores',
  ask: 'qual quais como onde por_que porquê têm oferecem é_possível dá_para funciona inclui o_que vocês_têm quanto_tempo quem_mais existe podem poderia',
  refs: 'referências clientes cases casos_de_sucesso setor experiência_no empresas_parecidas testemunhos exemplos',
  tech: 'compatível compatibilidade integr* sap dados_ficam guardados alojados servidor* nuvem segurança api implementar implantação implementação fidelização prazo instalação diferença suporte idiomas garantia manutenção funcionalidades técnicas técnica certifica* lgpd_conforme entrega formação treinamento armazenados hospedagem migração contrato_mínimo',
  brochure:
    'brochura* folheto* catálogo* folder ficha fichas ficha_técnica apresentação documentação brochure pdf perfil_da material materiais portfólio portfolio flyer prospecto documento documentos resumo whitepaper powerpoint algo_por_escrito slides ppt institucional panfleto dossiê dossier encarte algo_para_ler',
  send: 'envi* mand* encaminh* remet* compartilh* partilh* passa_me me_passa faça_chegar por_email por_escrito por_e-mail fazer_chegar disponibiliz* anexe me_envia passe-me',
  read: 'ler leio olhar olhada ver_com_calma dar_uma_olhada analisar_com revisar com_calma estudar vista_de_olhos dou_uma espreitar espreito repassar',
  later:
    'mais_para_a_frente mais_pra_frente mais_tarde próximo_ano ano_que_vem próximo_mês mês_que_vem trimestre semestre futuro meses semanas outro_momento outra_altura daqui_a noutra depois_conversamos próximo_semestre anos q1 q2 q3 q4 outra_hora mais_adiante futuramente',
  season:
    'primavera verão outono inverno páscoa natal janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro carnaval 0000',
  again:
    'volte_a volte voltar_a retom* lembr* de_novo outra_vez novamente contacte-me_em procure-nos procure_me recontact* conversamos_na voltamos_a me_procura procur* volta_a_falar insista retornar_o_contato entre_em_contato_em retorne adiar fale_comigo_em fala_comigo torne_a tente me_chama_em',
  now: 'agora atualmente neste_momento no_momento por_enquanto este_ano de_momento por_agora este_trimestre este_mês nesse_momento para_já',
  budget:
    'verba verbas orçamento_este orçamental fundos dinheiro sem_orçamento congelado recursos sem_verba grana',
  busy: 'ocupado ocupada ocupados atolado atolada fecho fechamento prioridade prioridades mudança auditoria correria cheio_de sem_tempo bom_momento apertado fusão sobrecarregad* muito_trabalho inventário enrolado corrido atarefad* fim_de_ano',
  until:
    'até depois_de a_partir a_partir_de assim_que quando_terminarmos antes_de início meados final fim_de na_volta ao_voltar desde termina vence vencimento renovação após depois_do depois_da depois_das passada aí_sim',
  early:
    'cedo ainda_não bom_momento melhor_altura mau_momento melhor_momento prematuro boa_altura hora_certa não_é_o_momento',
  maybe:
    'talvez quem_sabe porventura pode_ser_que possivelmente depende não_sei eventualmente veremos vamos_ver se_calhar',
  away: 'férias licença viagem ausente licença_maternidade baixa fora_do viajando a_viajar',
  colleague:
    'colega* chefe diretor diretora gerente encarregado sócio sócia assistente cto ceo cfo irmão marido esposa coordenador* patrão comprador* gestor gestora supervisor* administrador',
  responsible:
    'responsável trata trato cuida cuido pessoa_certa pessoa_indicada pessoa_adequada decide decisão decisor interlocutor* gere ocupa encarregado_de quem_decide quem_trata pessoa_errada área_dele minha_área meu_departamento compete toca_essa é_comigo com_ele com_ela à_frente resolve_isso cuidando competência vê_isso esse_assunto',
  contact:
    'fale_com falar_com contacte contactar contate contatar dirija-se dirija escreva_para escrever_para entre_em_contato entrar_em_contato entre_em_contacto tente_com pergunte consulte em_cópia procurar_o contactá* contatá* fala_com copio falar_à copiei manda_para envie_para encaminhe_para remeter_para procure_o procure_a',
  department:
    'compras departamento sede matriz central contabilidade recursos_humanos rh informática ti administração direção direcção financeiro marketing suprimentos setor_de aprovisionamento logística diretoria',
  forwarded:
    'encaminhei reencaminhei passei_o repassei encaminhado transmiti encaminho repasso reencaminhado reencaminho',
  stop: 'parem pare deixem deixe-me me_deixe em_paz chega basta não_me_escreva não_me_contacte não_me_mande molest* incomod* assédio stop insist* não_envie não_enviem cessem não_me_ligue não_entre_em_contato não_volte abstenham* encher farto farta saco',
  already:
    'já_temos já_contamos já_usamos atual coberto já_trabalhamos já_dispomos existente habitual já_utilizamos já_possuímos servidos atendidos fidelizados',
  supplier: 'fornecedor* solução ferramenta sistema agência prestador software parceiro concorrente',
  content:
    'satisfeitos satisfeito contentes contente nos_atende_bem felizes funciona_bem_assim bem_servidos bem_atendidos',
  relevant:
    'aplica aplicável relevante necessidade serve_para encaixa útil para_nós faz_sentido precisamos_de_nada utilidade pertinente enquadra cabe necessário',
  decline:
    'não_obrigado não_obrigada recus* declin* dispens* decidimos_não decidimos passamos descart* agradeço_mas vamos_passar optámos optamos rejeit* não_vamos',
  spam: 'spam lixo publicidade_não denunci* bloque* não_solicitad* advogado ilegal procon chatos chato importun* abuso cnpd',
  inHouse:
    'internamente_tudo tudo_internamente próprio própria nós_mesmos nós_próprios desenvolvimento_próprio em_casa por_conta_própria solução_própria equipa_própria dentro_de_casa aqui_dentro',
  luck: 'boa_sorte sucesso sucessos adeus cumprimentos tudo_de_bom felicidades_para',
  left: 'saí_da saiu deixou_a deixei_a demissão demitid* demiti* desligad* despedid* já_não_trabalha não_trabalha_mais não_está_mais já_não_está faleceu saída último_dia desligou-se rescind* já_não_faz não_pertence abandonou já_não_pertence foi_embora desligamento não_integra já_não_colabora quadro desligada desligado transferiu* transferida',
  company:
    'empresa companhia firma organização casa sociedade negócio grupo escritório_de instituição oficina entidade loja',
  work: 'trabalha trabalho trabalhava trabalhar funcionário funcionária cargo emprego função funções posto colaborador colaboradora',
  changed:
    'mudei mudou novo_emprego outro_emprego outra_empresa nova_empresa novo_cargo outra_companhia novos_desafios novo_trabalho concorrência trocou troquei novos_rumos outros_desafios nova_fase',
  former: 'antigo antiga anterior ex ex-diretor email_pessoal antecessor',
  successor:
    'sucessor sucessora substitui substituto substituta assumiu ficou_no_lugar no_lugar substituiu substituído entrou_no em_seu_lugar veio_substituir lugar_dele lugar_dela quem_assumiu',
  update: 'atualize atualizem seus_dados vosso_registo cadastro_de caixa atualizar caixa_postal registros',
  retired:
    'aposent* reform* reformado reformada reforma pensionista inss jubilado netos encerrei_atividade encerrou fechou inativ* pré-reforma pendurei chuteiras',
  unsubscribe:
    'descadastr* cancelar_inscrição cancelar_a_inscrição cancelem_a cancelar_subscrição desinscrev* unsubscribe sair_dessa sair_desta anular_subscrição remover_inscrição cancelar_assinatura inscrição subscrição cancelamento desinscrição desinscriç*',
  list: 'lista listas lista_de_emails base_de_dados base newsletter cadastro registos mailing banco_de_dados distribuição contatos contactos ficheiros boletim',
  remove:
    'remov* apag* tir* elimin* exclu* retir*_me excluir tira-me tire-me retirem retire risc* deletar delet* retirar',
  data: 'meus_dados dados_pessoais meu_email meu_e-mail meu_endereço rgpd lgpd proteção_de_dados nossos_dados meu_contacto meu_contato nosso_email meu_nome artigo privacidade',
  object:
    'oponho oposição consentimento revogo retiro_o autorização direito solicito exerço autorizei exercer peço_a',
  advert:
    'publicidade promoç* promocionais comerciais emails e-mails mensagens mails comunicações propaganda anúncios marketing',
  receive: 'receber recebendo recebo a_receber continuar_a_receber recebermos',
  who: 'quem_é quem_fala quem_são conhecemo* conhecemos_de conheço_você com_quem nos_conhecemos te_conheço quem_és',
  whence:
    'onde_arranjou de_onde como_conseguiu onde_conseguiu como_obteve meu_email_de arranjaram como_você_tem quem_passou quem_deu quem_lhe_deu como_chegou',
  think: 'pensar pensarei refletir pensar_no ponderar refletindo ponderamos amadurecer',
  discuss:
    'internamente falar_com_o_meu meu_sócio meu_chefe com_a_equipe com_a_equipa digo_algo analisar avaliar avaliando analisando retorno dou_retorno aviso ver_com_o_meu conversar_com_meu em_análise dou_notícias depois_digo levar_para volto_a_falar respondo entraremos_em_contato lhe_digo dou_um_retorno',
  got: 'recebido anotado tomei_nota lido ciente entendido registado recebi ok_recebido registrado fica_registado vou_guardar',
  broken:
    'link não_abre anexo abrir engano enganou erro meu_nome_é chamo-me era_para_mim para_mim confusão se_escreve vazio errado trocou_os veio_vazio não_carrega página destinatário conversa_errada outra_conversa',
  robot:
    'robô robot automático automatizado ia máquina pessoa_de_verdade pessoa_real humano email_em_massa bot chatgpt inteligência_artificial em_massa',
  met: 'nos_conhecemos_na na_feira já_falámos já_falamos seu_colega sua_colega conhecemos_na nos_vimos já_conversámos já_conversamos encontrámos',
  thanks: 'obrigado obrigada agradeço grato grata obg valeu agradecemos agradecido',
  greet:
    'bom_fim igualmente feliz boas_festas bom_ano parabéns haha kkk bom_dia_para boa_semana bom_feriado rs',
  sorry: 'lamento infelizmente desculp* sinto_muito lamentamos peço_desculpa',
  but: 'mas porém contudo embora entretanto no_entanto porem agora',
};
