import type { ConceptTable } from '../concept-table.ts';

export const NL: ConceptTable = {
  common:
    'de het een en is niet ik wij we u jullie zij er van voor met op aan in bij te om dat die dit deze mijn ons onze uw je mij me hebben heb heeft zijn ben wordt worden kan kunnen ook nog maar of als wat bedankt dank graag wel geen naar uit dan al over zou wil door was tot even hier moet',
  not: 'niet geen nooit nee zonder noch nauwelijks niemand niets niks onmogelijk nul nergens ipv',
  noMore: 'niet_meer geen_meer niet_langer nooit_meer stop_met geen_verdere niets_meer hier_niet_meer',
  i: 'ik mij me mijn ben heb m_n mezelf',
  we: 'wij we ons onze hebben onszelf',
  you: 'u uw jullie je jij jouw jou',
  they: 'hij zij meneer mevrouw heer dhr mevr haar hem zijn mw',
  meet: 'afspraak afspraken afspreken ontmoet* gesprek gesprekje koffie bijeenkomst vergadering kennismaken kennismaking kennismakingsgesprek langskomen meeting overleg_op zien_elkaar bespreking samenzitten lunch persoonlijk bakkie bakje',
  talk: 'bellen bel belt gebeld telefoon telefoontje telefonisch praten spreken bespreken call belletje videogesprek videocall zoom teams overleggen_met_u bel_me spreken_elkaar kletsen belafspraak terugbellen_op videobellen sparren doorpraten',
  demo: 'demo demonstratie demonstraties laten_zien toon live tonen voordoen laat_zien',
  book: 'uitnodiging agenda agendaverzoek kalender geboekt boeken inplannen plannen plan ingepland tijdstip reserveren vastleggen prikken bevestig* geaccepteerd prik inschieten voorstel afgesproken slot plek blokkeren',
  visit: 'langs langskomen beurs stand kantoor bezoek bezoeken aanwaaien binnenlopen welkom_op op_locatie',
  weekday: 'maandag* dinsdag* woensdag* donderdag* vrijdag* zaterdag zondag ma di wo vr',
  dayPart:
    'vandaag morgen overmorgen ochtend morgenochtend middag vanmiddag avond vanavond uur half voormiddag namiddag morgenmiddag uurtje',
  near: 'volgende_week deze_week komende_week week_van aankomende_week komende',
  fit: 'prima past schikt goed_uit lukt komt_goed kan_ik_wel uitstekend mogelijk is_goed is_prima gaat_goed schikken perfect akkoord_met komt_uit voor_mij_goed uitkomt uitkomen past_mij passen',
  free: 'tijd vrij beschikbaar bereikbaar minuten minuutjes uurtje half_uur halfuurtje kwartier kwartiertje gaatje plekje ruimte',
  yes: 'ja graag zeker akkoord natuurlijk uiteraard ok oké prima jazeker ja_hoor goed_idee laten_we doen_we met_plezier goed_plan leuk is_goed top deal vooruit afgesproken waarom_niet',
  interest:
    'interesse geïnteresseerd belangstelling interesseert benieuwd geinteresseerd nieuwsgierig interesseren',
  interesting:
    'interessant veelbelovend klinkt_goed klinkt leuk mooi ziet_er_goed spreekt_aan goed_verhaal aantrekkelijk boeiend spreekt',
  go: 'volgende_stap volgende_stappen vervolgstap* verder_met doorgaan starten beginnen aan_de_slag meedoen doen_mee van_start verder_gaan hoe_nu_verder reken_maar inschrijven verder met_jullie instappen opstarten doorpakken met_u_in_zee in_zee vervolg aanmelden samenwerk* voortzetten van_de_partij groen_licht ingestemd',
  offer:
    'offerte offertes aanbieding voorstel_voor aanbod contract overeenkomst bestelling prijsopgave factuur order opdracht kostenraming opdrachtbevestiging bestelformulier inkooporder definitieve_offerte',
  try: 'proberen uitproberen testen proef pilot proefperiode testaccount test_account proefaccount proefversie uittesten proefabonnement',
  buy: 'kopen bestellen tekenen afnemen ondertekenen goedgekeurd aanschaffen aankopen onderteken nemen_het akkoord_budget',
  want: 'willen wil zou zouden graag_willen nodig zoeken zoek wensen precies_wat behoefte op_zoek wens hadden_graag exact_wat',
  price:
    'kost kosten prijs prijzen tarief tarieven hoeveel prijslijst duur goedkoop korting per_gebruiker per_maand licentiekosten prijskaartje abonnement prijsindicatie',
  info: 'informatie info details detail toelichten toelichting uitleggen uitleg meer_over meer_weten specificaties verduidelijk* vragen vraag nadere begrijpen achtergrond gegevens_over inhoudt preciezer weten concreter',
  ask: 'wat welke hoe waar waarom heeft_u hebben_jullie is_het is_er zijn_er kunnen_jullie bieden_jullie werkt_het kan_het zit_er wanneer wie_gebruikt kunt_u',
  refs: 'referenties klanten cases praktijkvoorbeelden sector branche ervaring vergelijkbare klantcases',
  tech: 'compatibel koppeling koppelen koppelt integr* sap exact_online opgeslagen server* cloud beveiliging veiligheid api looptijd invoering implementatie installatie verschil verschilt ondersteun* talen garantie onderhoud functional* technische technisch gecertificeerd levertijd training hosting avg-proof migratie opzegtermijn data_opgeslagen',
  brochure:
    'brochure* folder folders catalogus catalogi factsheet* productblad productbladen presentatie bedrijfspresentatie documentatie pdf bedrijfsprofiel profiel materiaal informatiemateriaal flyer leaflet document documenten whitepaper slides deck overzicht productfolder infomateriaal documentatiemap iets_op_papier infofolder iets_om_te_lezen drukwerk bedrijfsbrochure boekje prospectus sheets foldertje folderje',
  send: 'stuur sturen toesturen zenden mail_maar mailen verstuur opsturen doorsturen_naar_mij bezorg geef_mij per_mail per_post op_papier stuurt sturen_jullie toezenden zend doe_maar doen_toekomen aanleveren gooi foldertje',
  read: 'kijken kijk_ernaar lezen doorlezen lees bekijken rustig kijk_ik doornemen bestuderen erbij_pakken neem_ik_door doorsturen verspreiden',
  later:
    'later volgend_jaar volgende_maand komend_jaar kwartaal half_jaar halfjaar toekomst maanden weken andere_keer ander_moment te_zijner_tijd tzt over_een over_enkele nieuwe_jaar tweede_helft q1 q2 q3 q4 jaren een_andere_keer maand najaar jaarwisseling op_termijn poosje',
  season:
    'voorjaar lente zomer herfst najaar winter pasen kerst januari februari maart april mei juni juli augustus september oktober november december zomervakantie vakantieperiode 0000',
  again:
    'nog_eens nogmaals opnieuw weer terugkomen neem_contact_op neem_weer contact_op herinner* terugbellen bel_maar_terug terug_te_bellen meld_je meldt_u meld_u oppakken oppikken probeer_het kom_terug terug_op hernieuw contact_opnemen nog_een_keer kom_later weer_van_je weer_oppakken benaderen bij_me_terug bij_ons_terug terugkomt uitstellen parkeren nogmaal hoor_ik_graag',
  now: 'nu momenteel op_dit_moment dit_jaar op_het_moment thans vooralsnog voorlopig dit_kwartaal deze_maand even_niet tegenwoordig',
  budget: 'budget budgetten geld middelen begroting bevroren bezuinig* pot potje',
  busy: 'druk drukte jaarafsluiting verhuizing prioriteit prioriteiten geen_tijd capaciteit midden_in handen_vol razend overbelast audit fusie komt_niet_uit komt_nu_niet piekperiode hoogseizoen verbouwing slecht_uit ongelegen volle_agenda tot_over',
  until:
    'tot na vanaf zodra daarna eind begin half medio voordat afloopt loopt_af loopt_nog verloopt eerder_dan pas verlenging tegen_de tegen',
  early:
    'te_vroeg nog_niet goed_moment slecht_moment juiste_moment beste_moment voorbarig nog_geen niet_het_moment verkeerd_moment even_niet',
  maybe:
    'misschien wellicht mogelijk eventueel hangt_ervan weet_niet weet_nog_niet mogelijkerwijs zien_we we_zien_wel wie_weet',
  away: 'vakantie verlof ouderschapsverlof zwangerschapsverlof afwezig ziek op_reis buitenland sabbatical reis',
  colleague:
    'collega collega_s baas manager directeur directrice hoofd assistent* cto ceo cfo compagnon chef leidinggevende teamleider zaakvoerder eigenaar broer man vrouw inkoper bedrijfsleider secretaresse',
  responsible:
    'verantwoordelijk* gaat_hierover gaat_over ga_ik_niet_over juiste_persoon juiste_contactpersoon contactpersoon aanspreekpunt beslist beslisser beheert regelt verkeerde_persoon bevoegd* daar_ga_ik beslissing aangewezen_persoon houdt_zich mijn_afdeling mijn_terrein gaat_daar gaat_erover over_gaat doet_dat_bij behandelt bezig_met beslissingen verkeerde mijn_ding juiste_adres neemt_de eigenaar_is',
  contact:
    'neem_contact_op_met contact_met praat_met bij_mijn schrijven_naar schrijf_naar wenden wendt_u bereiken te_bereiken vraag_het vraag_dit in_cc in_kopie richt benader stuur_dit_naar via u_moet_bij moet_u_bij u_kunt moet_je_bij kunt_u_terecht terecht_bij terecht probeer mail_naar beter_bij spreek_met bel_met contacteer contacteren verwijs aankloppen',
  department:
    'inkoop afdeling inkoopafdeling hoofdkantoor it_afdeling ict administratie personeelszaken hr directie boekhouding marketing holding automatisering secretariaat facilitair logistiek aankoop aankoopdienst',
  forwarded:
    'doorgestuurd doorgezet stuur_ik_door doorgegeven geef_ik_door doorgespeeld stuur_het_door doorgemaild stuur_uw_mail',
  stop: 'stop stoppen ophouden hou_op houd_op hou_eens laat_me met_rust lastig* schrijf_me_niet mail_me_niet bel_me_niet niet_meer_benaderen niet_meer_mailen niet_meer_contacteren genoeg kappen aandringen staak staken verder_geen_contact geen_contact zat geen_mails',
  already:
    'al_een hebben_al reeds huidige voorzien bestaande werken_al gebruiken_al vaste onder_dak goed_voorzien ingevuld eigen_leverancier',
  supplier:
    'leverancier* aanbieder oplossing partner systeem software bureau pakket tool dienstverlener concurrent partij',
  content: 'tevreden blij_met bevalt_goed naar_wens goed_bevalt bevalt naar_tevredenheid trouw',
  relevant:
    'toepassing relevant niet_nodig nodig behoefte_aan nut bruikbaar voor_ons_niet niets_voor niks_voor past_niet_bij sluit_niet aansluit zinvol behoefte meerwaarde toegevoegde van_toepassing',
  decline:
    'nee_bedankt nee_dank bedankt_maar afwijzen afzien zien_ervan af besloten_om besloten_niet slaan_over passen_we laten_we_het_bij bedanken_voor sla_over niet_op_ingaan gaan_hier_niet ingaan haken_af laat_maar nee_hoor',
  spam: 'spam ongevraagd* ongewenst* reclame_mail aangifte klacht blokkeer* blokkeren irritant advocaat illegaal acm opdringerig vervelend*',
  inHouse:
    'zelf intern_geregeld eigen_beheer eigen_systeem in_huis doen_alles_zelf eigen_oplossing zelf_ontwikkeld eigen_team eigen_mensen',
  luck: 'succes veel_succes groeten vaarwel sterkte tot_ziens',
  left: 'weggegaan weg vertrokken vertrek ontslag ontslagen werkt_niet_meer niet_meer_werkzaam werkt_hier_niet niet_meer_bij uit_dienst verlaten opgestapt overleden laatste_dag laatste_werkdag niet_meer_in_dienst afscheid niet_meer_verbonden gestopt_bij werk_niet_meer weggegaan_bij niet_meer_actief ontslag_genomen',
  company:
    'bedrijf firma organisatie onderneming zaak bv kantoor groep werkgever praktijk gemeente stichting bureau',
  work: 'werkt werk werkte werken werkzaam medewerker dienst functie baan rol job werknemer in_dienst',
  changed:
    'gewisseld nieuwe_baan andere_baan andere_werkgever nieuwe_werkgever ander_bedrijf nieuwe_functie overgestapt veranderd nieuwe_uitdaging andere_uitdaging elders concurrentie van_baan',
  former: 'voormalig* vorige oude ex privé-adres privémail voorganger privéadres eerdere',
  successor:
    'opvolger opvolgster opgevolgd vervanger vervangt neemt_waar overgenomen neemt_over opgevolgd_door vervangen neemt_zijn',
  update: 'pas_uw aanpassen uw_gegevens mailbox postbus bijwerken uw_administratie uw_bestand_bij',
  retired:
    'pensioen gepensioneerd* aow vut prepensioen kleinkinderen met_vervroegd rentenieren pensionado zaak_gesloten gestopt_met_werken brugpensioen op_rust pijp_aan oven_uitgezet',
  unsubscribe:
    'afmelden afmelding uitschrijven uitschrijving unsubscribe meld_mij_af meld_me_af schrijf_me_uit schrijf_mij_uit opzeggen uit_te_schrijven schrijf_ons_uit af_te_melden uitgeschreven',
  list: 'lijst lijsten mailinglijst mailinglist bestand database nieuwsbrief verzendlijst maillijst adressenbestand mailingen systeem_uit adresbestand mailing',
  remove:
    'verwijder* haal schrap wis wissen verwijdering streep doorhalen gooi_me wist delete verwijderen weghalen uithalen haal_ons',
  data: 'mijn_gegevens persoonsgegevens mijn_adres mijn_mailadres mijn_e-mailadres avg privacy onze_gegevens ons_adres mijn_data mijn_emailadres dit_adres artikel',
  object:
    'bezwaar toestemming trek_in intrekken hierbij recht_op verzoek verzet sommeer autoriteit verzoek_u',
  advert:
    'reclame marketing commerciële mails e-mails berichten mailtjes aanbiedingen_meer spammail promotie* berichtjes',
  receive: 'ontvangen ontvang krijgen krijg toegestuurd ontvangst_van te_ontvangen',
  who: 'wie_bent wie_is wie_ben kennen_wij kennen_we ken_ik_u met_wie wie_zijn ken_ik_jou',
  whence: 'hoe_komt_u waar_heeft hoe_kom_je mijn_adres_vandaan vandaan hoe_heeft_u aan_mijn hoe_komen_jullie',
  think: 'nadenken denk_erover overdenken bedenktijd laat_bezinken even_over denk_er nadenk bezinken',
  discuss:
    'intern overleg bespreek overleggen met_mijn_compagnon met_mijn_baas met_het_team laat_het_weten laten_het_weten kom_erop kom_hierop kom_bij_u_terug aan_het_bekijken onderzoeken laat_u_weten voorleggen leg_het beoordelen hoort_van hoor_je_van bekijken_het',
  got: 'ontvangen_dank genoteerd gezien gelezen ter_kennisgeving begrepen goed_ontvangen in_goede_orde helder kennisgenomen duidelijk bewaar',
  broken:
    'link werkt_niet bijlage openen vergist vergissing bedoeld naam_is heet verkeerd_geschreven fout lege_mail geopend kan_niet_openen verwisseld spelt schrijf_je_met typefout',
  robot:
    'robot automatisch geautomatiseerd ai computer mens echt_persoon massamail bulkmail bot chatgpt echte_persoon machine',
  met: 'elkaar_gezien ontmoet_op op_de_beurs uw_collega al_gesproken gesproken eerder_contact kennen_elkaar elkaar_al je_collega hebben_elkaar',
  thanks: 'bedankt dank dankjewel dankuwel dank_u dank_je bedankje danku hartelijk_dank',
  greet:
    'fijn_weekend insgelijks prettige fijne_feestdagen gelukkig_nieuwjaar gefeliciteerd haha fijne_dag goed_weekend jij_ook u_ook',
  sorry: 'helaas sorry spijt excuus excuses jammer spijtig het_spijt',
  but: 'maar echter toch wel in_plaats daarentegen liever',
};
