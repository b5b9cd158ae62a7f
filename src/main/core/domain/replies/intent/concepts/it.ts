import type { ConceptTable } from '../concept-table.ts';

export const IT: ConceptTable = {
  common:
    'il lo la i gli le un una di del della dei e è non che in nel nella per con su suo sua mi mio mia ci nostro nostra si ma molto più buongiorno grazie se come sono siamo ho abbiamo ha anche o lei voi questo questa ciò da dal al alla io vi vostra vostro ne cosa anno nei dell all c sta stato',
  not: 'non né mai nessun nessuno nessuna senza nulla niente neanche nemmeno no impossibile inutile anziché invece_di',
  noMore:
    'non_più mai_più smett* non_lavora_più non_faccio_più non_mi_scriva_più più_mail basta_mail più_parte non_è_più non_sono_più',
  i: 'io mi mio mia me miei mie sono ho',
  we: 'noi ci nostro nostra nostri nostre siamo abbiamo',
  you: 'lei suo sua voi vostro vostra vi tu ti tuo tua vs',
  they: 'lui signor signora sig dott dottor dottoressa ing loro suo avv',
  meet: 'incontr* incontro incontrarci appuntamento riunione vederci vediamoci colloquio caffè riceverla ricevervi ci_vediamo di_persona a_quattrocchi pranzo confronto ritrovarci incontriamoci',
  talk: 'chiami chiamata chiamami chiamate chiamarmi telefonata telefonat* telefono telefonare parlare parliamone parlarne sentirci sentiamoci ci_sentiamo call videochiamata videocall zoom teams chiacchierata colpo_di_telefono due_chiacchiere mi_telefoni telefonarmi sentire conversazione risentirci due_parole chiamarci a_voce',
  demo: 'demo dimostrazione dimostrazioni mostrar* mostrarci far_vedere dal_vivo presentarci ci_mostri',
  book: 'invito agenda calendario slot prenotat* prenotare prenoto fissare fissiamo fissato fissi organizz* confermo conferma confermat* accettato pianific* segnato concordare disponibilità appunto_in calendly',
  visit:
    'passi_a passi_pure passare venire venga trovarci fiera stand nei_nostri_uffici uffici visit* sede_nostra',
  weekday: 'lunedì martedì mercoledì giovedì venerdì sabato domenica lun mar mer gio ven',
  dayPart:
    'oggi domani dopodomani mattina mattino pomeriggio sera stasera mezzogiorno ore mattinata pranzo stamattina',
  near: 'prossima_settimana questa_settimana settimana_prossima settimana_del settimana_entrante',
  fit: 'va_bene andrebbe_bene perfetto possibile mi_va ottimo comodo andrebbe benissimo si_può va_benissimo fa_al_caso riesco_a riesco potrebbe_andare',
  free: 'disponibile disponibili libero libera liberi minuti mezz_ora mezzora ora_libera tempo_per un_ora buco ritaglio un_attimo',
  yes: 'sì si certo volentieri d_accordo con_piacere ok certamente perché_no senz_altro procediamo va_bene assolutamente benissimo affare_fatto molto_volentieri ben_volentieri ci_sto',
  interest:
    'interessa interessato interessata interessati interessate interesse interesserebbe interessano incuriosito incuriosita',
  interesting:
    'interessante promettente ottima_idea mi_piace bello bella_idea sembra_ottimo buona_idea valido convincente piace',
  go: 'prossimi_passi prossimo_passo procedere andare_avanti partire iniziare cominciare proseguire come_si_parte avviare ci_stiamo contate_su aderire come_procediamo procediamo passaggi partiamo con_voi iscriver* attivare attivarci collaborare attiviamo via_libera',
  offer:
    'preventivo preventivi offerta proposta proposta_economica contratto ordine quotazione fattura ordine_di_acquisto gara capitolato preventivarci',
  try: 'provare prova testare test pilota sperimentare versione_di_prova periodo_di_prova accesso_di_prova sperimentazione',
  buy: 'comprare acquistare ordinare firmare firmo acquisto approvato sottoscriv* firma ordino approvata attivateci abbonamento partita_iva',
  want: 'voglio vogliamo vorrei vorremmo bisogno cerchiamo cercavamo desideriamo serve servirebbe proprio_quello necessitiamo cercando desidero ci_occorre esattamente_quello',
  price:
    'costa costano prezzo prezzi tariffa tariffe quanto costo costi listino canone caro sconto per_utente al_mese tariffario',
  info: 'informazioni informazione info dettagli dettaglio più_dati chiarire chiariment* spiegare spieghi spiegarmi preciso saperne_di_più sapere_di_più maggiori approfondi* domande domanda specifiche capire_meglio di_cosa_si_tratta ulteriori delucidazioni spiegazione',
  ask: 'quale quali come dove perché avete c_è è_possibile si_può funziona include cosa che_cosa quanto_tempo chi_altro in_che offrite potete può',
  refs: 'referenze clienti casi_di_successo case_study settore esperienza_nel aziende_simili testimonianze esempi',
  tech: 'compatibile compatibilità integr* sap dati_vengono conservati server cloud sicurezza api attivarlo implement* vincolo durata installazione differenza differenze assistenza lingue garanzia manutenzione funzionalità tecniche tecnica certifica* conforme consegna formazione supporta archiviati hosting disdetta tempi gestionale',
  brochure:
    'brochure* catalogo cataloghi dépliant depliant scheda schede scheda_tecnica presentazione documentazione pdf profilo_aziendale profilo materiale materiali volantino opuscolo documento documenti slide slides whitepaper powerpoint qualcosa_di_scritto fascicolo company_profile flyer riassunto informativo portfolio qualcosa_da_leggere',
  send: 'invi* mand* inoltr* trasmett* far_avere farmi_avere condivid* alleg* spedi* girare girarmi girami per_mail per_iscritto via_mail faccia_avere per_email giri_pure',
  read: 'leggere leggo guardare occhiata dare_un dò_un guarderò con_calma esaminare visionare sfogliare visione studiare_il consultare girare_ai',
  later:
    'più_avanti più_in_là prossimo_anno anno_prossimo l_anno_prossimo prossimo_mese mese_prossimo trimestre semestre futuro mesi settimane altro_momento un_altra_volta tra_qualche fra_qualche tra_un fra_un più_tardi successivamente secondo_semestre anni anno_nuovo q1 q2 q3 q4 dopo',
  season:
    'primavera estate autunno inverno pasqua natale gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre 0000',
  again:
    'ricontatt* riscriv* richiam* risent* riprend* ricord* di_nuovo nuovamente riparl* fatevi_vivi si_faccia_vivo si_faccia_viva faccia_vivo fatti_vivo ritorn* riproponga riaggiorn* rimand* riprov* risentiamoci posticip* aggiorniamoci rifarsi si_rifaccia ripropor* ci_riaggiorniamo',
  now: 'adesso ora attualmente al_momento in_questo_momento quest_anno per_ora per_adesso questo_trimestre questo_mese momentaneamente oggi_come',
  budget: 'budget fondi soldi stanziamento risorse bloccato congelato esaurito',
  busy: 'occupato occupata occupati sommerso sommersa sommersi chiusura bilancio priorità trasloco revisione pieno_di impegnat* carico_di momento_giusto momento_migliore periodo fusione oberat* incasinat* alta_stagione inventario indaffarat* presi',
  until:
    'fino dopo_il a_partire dal da_quando una_volta prima_di inizio metà fine al_ritorno al_rientro scade scadenza dopo_le dopo_la entro rinnovo quando_avremo passato_il finché poi',
  early:
    'presto ancora_no buon_momento momento_sbagliato momento_giusto prematuro non_è_ancora non_è_il_momento',
  maybe:
    'forse magari può_darsi eventualmente dipende non_so possibilmente vedremo probabilmente chissà se_mai',
  away: 'ferie vacanza vacanze congedo viaggio assente maternità fuori_ufficio malattia trasferta',
  colleague:
    'collega colleghi colleghe capo responsabile_it direttore direttrice titolare socio soci assistente cto ceo cfo fratello marito moglie amministratore dirigente coordinator* buyer superiore segretaria',
  responsible:
    'responsabile occupo occupa segue persona_giusta persona_adatta persona_corretta decide decisione decisore interlocutore referente gestisce competenza competente incaricat* chi_decide persona_sbagliata mia_area mio_settore mio_campo spetta si_occupa occuparsene cura se_ne_occupa mano',
  contact:
    'parli_con contatti contattare contattate si_rivolga rivolgersi rivolga rivolgetevi scriva_a scrivere_a scrivete provi_con chieda chiedere senta in_copia contattarlo contattarla metta_in_contatto raggiung* contattar* parlare_con sentire_il passare_da contatto indirizzi indirizzare rivolgiti parla_con faccia_riferimento mettersi_in_contatto',
  department:
    'ufficio_acquisti acquisti ufficio sede_centrale sede amministrazione risorse_umane hr contabilità reparto direzione marketing it ced casa_madre informatico sistemi logistica',
  forwarded:
    'girato inoltrato giro_la inoltro_la passato_la passo_la ho_girato trasmesso inoltrata girata giro inoltro',
  stop: 'smett* basta la_smetta lasci* in_pace non_mi_scriva non_mi_contatti disturb* molest* stop insist* non_scrivetemi piantatela finitela stalking non_chiamatemi non_mi_chiami evitate eviti perseguit* assill* stancato stufo stufa cessare stufato',
  already:
    'abbiamo_già già attuale coperti coperto esistente siamo_a_posto a_posto utilizziamo_già lavoriamo_già consolidato legati',
  supplier: 'fornitore fornitori soluzione strumento sistema agenzia partner software prestatore concorrente',
  content:
    'soddisfatti soddisfatto contenti contento ci_troviamo_bene ci_troviamo funziona_bene trovando felici',
  relevant:
    'fa_per_noi applicabile rilevante bisogno_di ne_abbiamo_bisogno necessità utile utilità pertinente riguarda attinente per_noi interessare_noi adatto esigenza esigenze rientra',
  decline:
    'no_grazie declin* rifiut* passo deciso_di_non rinunci* non_proseguire scartato ringrazio_ma preferiamo_non passiamo non_procedere abbiamo_deciso decliniamo scartat*',
  spam: 'spam pubblicità_non segnal* bloccare non_richiest* avvocato illegale denunc* garante posta_indesiderata seccat* invadent*',
  inHouse:
    'internamente_tutto tutto_internamente in_casa noi_stessi in_proprio soluzione_propria sviluppo_interno da_soli per_conto_nostro risorse_interne gestiamo_internamente',
  luck: 'buona_fortuna successo in_bocca_al saluti addio buon_proseguimento buon_lavoro auguri_per',
  left: 'lasciato lasciai andato_via se_n_è_andato se_ne dimess* dimission* licenziat* non_lavora_più non_è_più non_sono_più non_faccio_più deceduto mancato ultimo_giorno uscito uscita interrotto_il_rapporto cessato non_fa_più trasferito collabora_più lavora_più lavoro_più dato_le_dimissioni dimissioni',
  company: 'azienda società ditta organizzazione impresa gruppo studio compagnia ente casa officina',
  work: 'lavora lavoro lavorava lavorare dipendente impiegat* ruolo posto mansione incarico collabor* impiego posizione organico',
  changed:
    'cambiato nuovo_lavoro altro_lavoro altra_azienda nuova_azienda nuovo_ruolo altra_società nuove_sfide passato_a concorrenza nuova_avventura altri_lidi altrove nuovo_incarico cambio_di',
  former: 'ex precedente vecchio vecchia predecessore mail_personale già_direttore',
  successor:
    'successore sostitui* sostituto al_suo_posto subentrat* rimpiazz* prende_il_posto ha_preso sostituisce subentra suo_posto mio_posto',
  update: 'aggiornate aggiorni i_vostri_dati casella aggiornare vostri_archivi rubrica',
  retired:
    'pensione pensionat* quiescenza pensionamento prepensionamento a_riposo nipoti nipotini cessato_attività cessato_l chiuso_l ritirato appeso chiodo',
  unsubscribe:
    'disiscri* cancell* cancellatemi cancellazione unsubscribe cancellarmi disiscrizione annullare_iscrizione disdire_iscrizione disiscrivermi annulla_iscrizione opt_out cancellami',
  list: 'lista liste mailing_list mailing archivio archivi database newsletter elenco elenchi rubrica indirizzario distribuzione banca_dati contatti',
  remove:
    'togli* toglietemi elimin* rimuov* cancellare rimozione depenn* tolga toglier* levat* levi eliminare escluder* togliermi esclud*',
  data: 'miei_dati dati_personali mio_indirizzo mia_mail gdpr privacy nostri_dati mia_email nostro_indirizzo mio_nominativo regolamento mio_contatto nominativo art',
  object:
    'oppongo opposizione consenso revoco ritiro autorizzazione diritto richiedo chiedo_la diffido autorizzato esercit* diffida',
  advert:
    'pubblicità pubblicitar* promozional* commerciali mail email messaggi comunicazioni promozioni messaggi_di',
  receive: 'ricevere ricevo ricevendo riceverne ricevere_più arrivino arrivano ricevere_altre',
  who: 'chi_è chi_siete chi_sei ci_conosciamo la_conosco vi_conosco con_chi chi_scrive chi_parla ti_conosco',
  whence:
    'dove_ha_preso dove_avete come_ha_avuto come_avete da_chi come_ha_fatto dove_ha_trovato ha_preso_il avuto_il ottenuto chi_vi_ha chi_le_ha preso_il_mio',
  think: 'penserò pensarci rifletter* ci_penso pensare valuterò ragionarci rifletto meditare ci_penseremo',
  discuss:
    'internamente ne_parlo parlerò con_il_mio_socio con_il_mio_capo col_mio_capo le_faccio_sapere faccio_sapere valutando valutazione col_team con_il_team confronto_con vi_faremo_sapere sentire_il_mio mi_confronto farò_sapere le_saprò vi_aggiorno consulto analizzando saprò_dire ti_dico le_dico faremo_sapere confrontarmi',
  got: 'ricevuto ricevuta preso_atto prendo_nota annotato letto capito preso_nota prendo_atto ne_prendo inteso archiviato',
  broken:
    'link non_funziona_il allegato non_si_apre aprire sbagliat* errore mi_chiamo mio_nome era_per_me per_me confusione si_scrive vuota vuoto scambiat* cognome destinatario refuso ha_sbagliato confondo',
  robot:
    'robot automatico automatizzata automatizzato automatica ia macchina persona_vera umano mail_di_massa bot chatgpt intelligenza_artificiale in_serie massiv*',
  met: 'ci_siamo_visti visti_alla alla_fiera già_parlato già_sentiti suo_collega sua_collega ci_siamo_conosciuti conosciuti già_sentito già_visti incontrati',
  thanks: 'grazie ringrazio ringraziamo grato grata ringraziamenti',
  greet:
    'buon_fine altrettanto buon_anno buone_feste auguri haha complimenti buona_giornata buon_natale buona_serata buon_weekend',
  sorry: 'mi_dispiace purtroppo spiacente scus* mi_spiace spiacenti rammarico',
  but: 'ma però tuttavia anche_se bensì invece piuttosto',
};
