import type { ConceptTable } from '../concept-table.ts';

export const DE: ConceptTable = {
  common:
    'der die das und ist nicht ich wir sie ihr es ein eine einen mit für auf von zu den dem im in bei uns mir mich bitte haben habe hat sind bin wird werden kann können auch noch aber oder wie was danke ihre ihren ihnen nur schon mal an aus nach so als wenn dass sich doch war wurde zum zur ja',
  not: 'nicht kein keine keinen keinem keiner keinerlei nie niemals nein ohne weder kaum nichts null nö ned statt unnötig ungern',
  noMore:
    'nicht_mehr keine_mehr nicht_länger nimmer nie_wieder keine_weiteren keine_weitere nichts_mehr niemals_mehr',
  i: 'ich mir mich mein meine meinen meinem meiner bin hab habe',
  we: 'wir uns unser unsere unseren unserem unserer',
  you: 'sie ihr ihre ihnen ihren du dir dich euch euer eure',
  they: 'er herr herrn frau fr hr kollege kollegin dr seine',
  meet: 'treffen treffe* termin termine terminvorschlag gespräch gespraech gespräche zusammensetzen kennenlernen persönlich_treffen kaffee austausch besprechung meeting meetings unterhalten zusammenkommen persönlich sehen_wir_uns termintechnisch austauschen austauschtermin',
  talk: 'telefonier* telefonat* sprechen reden anruf* anrufen rufen ruf ruft rufe call calls videocall videokonferenz zoom teams telefon klingeln durchklingeln quatschen besprechen plaudern videotermin telko durchwahl schnacken rückruf rueckruf zurückrufen',
  demo: 'demo vorführ* vorfuehr* demonstration zeigen live vorstellen präsentieren präsentation_bei zeigen_sie',
  book: 'einladung termineinladung kalender* gebucht buchen eintragen vereinbaren ausmachen termin_gebucht reservier* festmachen ansetzen zugesagt bestätig* vorschlag eingeplant vormerken blocken einstellen terminlink slot angenommen',
  visit: 'vorbei vorbeikommen besuchen besuch messe stand büro_vorbei vor_ort bei_uns_im hausbesuch',
  weekday: 'montag* dienstag* mittwoch* donnerstag* freitag* samstag* sonntag* sonnabend mo di mi fr do',
  dayPart: 'heute morgen übermorgen vormittag* nachmittag* mittag* abend* früh uhr halb',
  near: 'nächste_woche kommende_woche diese_woche nächster_woche kommenden kommender kw',
  fit: 'passt passen geht ginge klappt recht einrichten möglich ausgehen gut_bei perfekt würde_gehen in_ordnung passend bestens hinhauen wunderbar',
  free: 'zeit frei erreichbar verfügbar luft minuten viertelstunde stündchen halbe_stunde da_bin bereit einplanen',
  yes: 'ja gerne gern klar einverstanden natürlich selbstverständlich ok okay jo jup freue freuen sicher abgemacht meinetwegen machen_wir lassen_sie lass_uns sehr_gern spricht_nichts herzlich_gern',
  interest: 'interesse interessiert interessieren interessent* neugierig interessier*',
  interesting:
    'interessant spannend vielversprechend klingt hört_sich gefällt überzeugt toll super hilfreich überzeugend ansprechend',
  go: 'nächste_schritt* nächsten_schritt* weitermachen wie_geht_es_weiter wie_gehts_weiter weiter_vor loslegen starten anfangen beginnen dabei vorgehen umsetzen beauftrag* mit_ihnen start einsteigen angehen weiterverfolgen vertiefen weitergehen voran zusammenarbeit* zusammenarbeiten Nägel_mit_Köpfen wechseln tauschen',
  offer:
    'angebot angebote kostenvoranschlag vertrag verträge vertragsentwurf auftrag bestellung offerte rechnung auftragsbestätigung ausschreibung vertragsunterlagen lizenzvertrag',
  try: 'test* testen testzugang ausprobier* pilot* probier* probephase erproben zugang_zum demozugang teststellung probezugang',
  buy: 'kaufen bestellen unterschreib* nehmen_wir buchen_wir budget_ist_freigegeben freigegeben abnehmen zuschlag ordern',
  want: 'möchten möchte wollen will würden brauchen benötigen suchen bräuchte bräuchten wünschen gesucht genau_das genau_was wünsche hätte_gern hätten_gern',
  price:
    'kostet kosten preis preise preisliste preislich preislage gebühr* konditionen lizenzkosten teuer günstig zahlt wieviel wie_viel rabatt tarif* euro preisrahmen',
  info: 'informationen infos info details detail angaben mehr_über näher* genauer* erklären erläutern ausführen verstehen erfahren wissen fragen frage weitere_auskünfte konkreter hintergrund einzelheiten vertiefend',
  ask: 'was welche welcher welches wie wo worin worum haben_sie gibt_es können_sie bieten_sie läuft ist_das warum wieso wozu inwiefern ab_wann welchen',
  refs: 'referenz* kunden fallbeispiel* erfahrungen branche anwender vergleichbare praxisbeispiel*',
  tech: 'datev sap schnittstelle* integr* kompatibel unterstütz* daten_gespeichert gespeichert server* cloud sicherheit dsgvo-konform zertifi* mindestlaufzeit laufzeit einführung anbindung anbinden installier* funktion* funktioniert unterscheidet unterschied vorteil technik technisch* lieferzeit garantie wartung sprachen hosting kündigungsfrist enthalten implementier* schulung aufwand',
  brochure:
    'prospekt* broschüre* broschuere* flyer katalog* datenblatt datenblätter unterlagen infomaterial informationsmaterial firmenprofil unternehmensprofil firmenpräsentation unternehmenspräsentation präsentation* pdf produktblatt produktübersicht whitepaper folder material folien foliensatz unternehmensdarstellung übersicht prospektmaterial imagebroschüre infoblatt infobroschüre handout schriftlich* etwas_zum_lesen produktinfo* doku dokumentation factsheet infopaket leporello',
  send: 'schick* senden sende zusenden zuschicken zukommen mailen zumailen schicke übersenden weiterleiten_sie_mir zuleiten sendet lassen_sie_mir rüberschicken per_mail per_post überlassen',
  read: 'ansehen anschauen schaue lesen durchlesen durchsehen in_ruhe einlesen reinschauen durchschauen sichten weiterreichen',
  later:
    'später nächstes_jahr nächsten_jahr kommendes_jahr kommenden_jahr nächstes_quartal quartal halbjahr halben_jahr wochen monaten monate monat zukunft zukünftig ein_andermal irgendwann q1 q2 q3 q4 zu_einem_späteren zweite_hälfte jahreswechsel neuen_jahr neues_jahr jahren ende_des_jahres jahresende jahresanfang',
  season:
    'frühjahr frühling sommer herbst winter ostern weihnachten januar jänner februar märz april mai juni juli august september oktober november dezember pfingsten sommerferien sommerpause 0000',
  again:
    'noch_mal nochmal noch_einmal nochmals wieder erneut melden_sie_sich melde_dich auf_mich_zu auf_uns_zu erinnern erinner* zurückkommen kommen_sie wiedervorlage aufgreifen zurückmelden wieder_melden nachfragen nachhaken anklopfen fragen_sie_mich rühren zurückstellen verschieben vertagen ruhen',
  now: 'jetzt momentan aktuell derzeit zurzeit im_moment zur_zeit gerade dieses_jahr heuer im_augenblick augenblicklich gegenwärtig vorerst grad dieses_quartal',
  budget: 'budget* geld mittel etat haushalt haushaltsmittel ausgabenstopp sparen investitionsstopp',
  busy: 'keine_zeit viel_um_die stress* ausgelastet viel_zu_tun jahresabschluss umzug land_unter schlecht ungünstig kapazität* priorität* eingespannt überlastet hochsaison umstellung fusion inventur umbau hochbetrieb kein_kopf zeitpunkt kopf beschäftigt',
  until:
    'bis ab nach sobald danach erst_nach anfang mitte ende erst_ab erst_im erst vor frühestens wenn_der ausläuft läuft_noch vertragsende dann',
  early:
    'zu_früh noch_nicht ungünstiger_zeitpunkt kein_guter_zeitpunkt falscher_zeitpunkt richtige_zeitpunkt noch_kein verfrüht richtiger_zeitpunkt',
  maybe:
    'vielleicht eventuell evtl möglicherweise mal_sehen unsicher womöglich weiß_nicht schauen_wir unter_umständen kommt_darauf ggf',
  away: 'urlaub elternzeit ferien dienstreise abwesend krank reha sabbatical mutterschutz unterwegs geschäftsreise auszeit',
  colleague:
    'kollege kollegen kollegin kolleginnen chef chefin leiter leiterin vorgesetzte* geschäftsführer geschäftsführerin abteilungsleiter* mann frau assistent* fuhrparkleiter inhaber teamleiter einkäufer* partner vorstand it-leiter bereichsleiter*',
  responsible:
    'zuständig* verantwortlich* ansprechpartner* kümmert betreut verantwortet entscheidet entscheider* richtige richtige_adresse falsche mein_bereich mein_thema meine_baustelle leitet gesprächspartner* obliegt entscheidungsträger macht_bei_uns falscher kümmern in_den_händen entscheiden federführend mein_ressort',
  contact:
    'wenden kontaktieren schreiben_sie richten melden_bei sprechen_sie_mit fragen_sie ansprechen erreichen leiten_sie weiterleiten in_cc in_kopie an_unsere an_unseren an_meine an_meinen an_die an_herrn an_frau adressieren über_unser kontaktdaten setzen_sie cc verweise zentral versuchen_sie_es_bei besser_bei',
  department:
    'einkauf it_abteilung it-abteilung zentrale sekretariat personalabteilung buchhaltung abteilung marketing-abteilung vertrieb hauptverwaltung edv holding konzern muttergesellschaft technik_abteilung fuhrpark geschäftsleitung personal marketing',
  forwarded:
    'weitergeleitet weitergegeben leite_ihre gebe_ich_weiter leite_das leite_es weitergereicht leite weitergabe weitergebe',
  stop: 'aufhören hören_sie_auf hören_sie_bitte unterlassen stopp stop schluss lassen_sie_mich in_ruhe verschonen belästig* genug absehen sehen_sie_von reicht_jetzt einstellen_sie unterlassung hör_auf keine_mails keine_e nicht_mehr_anschreiben nicht_mehr_kontaktieren nerven nervt anschreiben',
  already:
    'bereits schon versorgt jetzigen bestehenden vorhanden eingedeckt bisherigen langjährig* abgedeckt fest_gebunden gut_aufgestellt im_einsatz festgelegt',
  supplier:
    'anbieter lieferant* dienstleister lösung partner system software agentur hausmarke rahmenvertrag produkt',
  content: 'zufrieden läuft_gut bestens_versorgt gut_versorgt glücklich gut_bedient treu',
  relevant:
    'relevant bedarf verwendung brauchen_wir_nicht benötigen_wir_nicht betrifft uninteressant kein_thema nichts_für passend_für sinnvoll für_uns_nicht nutzen irrelevant für_uns_nichts anwendbar einsatz kommt_für bedürfnis',
  decline:
    'verzichten verzichte ablehnen lehnen nein_danke danke_nein dagegen absagen absage entschieden abgelehnt sehen_davon_ab nicht_in_frage winken passe ablehnung abwinken da_wird_nichts lehne_ich',
  spam: 'spam werbung werbemails unerwünscht* belästigung anwalt abmahn* anzeige unaufgefordert* blockier* unverschämt* kaltakquise rechtlich',
  inHouse:
    'intern_gelöst selbst inhouse eigene_lösung eigenentwicklung im_haus_selbst selber eigenes_system hausintern',
  luck: 'alles_gute viel_erfolg erfolg weiterhin viel_glück trotzdem schade tschüss',
  left: 'verlassen ausgeschieden gekündigt gewechselt entlassen kündigung nicht_mehr_bei nicht_mehr_im nicht_mehr_hier nicht_mehr_für nicht_mehr_da weg ausgetreten verstorben letzter_tag letzter_arbeitstag verließ nicht_mehr_tätig gegangen abschied freigestellt raus ausscheiden',
  company:
    'firma unternehmen haus betrieb gmbh ag konzern büro gesellschaft organisation behörde kanzlei praxis',
  work: 'arbeitet arbeite arbeiten tätig beschäftigt angestellt mitarbeiter* stelle position job arbeitsplatz gearbeitet',
  changed:
    'gewechselt neuen_arbeitgeber neuer_arbeitgeber neue_stelle neuen_job job_gewechselt andere_firma anderen_firma wechsel neue_aufgabe neue_herausforderung jobwechsel konkurrenz beruflich_verändert orientiert arbeitgeber',
  former: 'ehemalig* frühere* ex vorgänger private_adresse damals privatadresse vormalig*',
  successor:
    'nachfolger* nachfolge übernommen vertretung neue_ansprechpartnerin neuer_ansprechpartner übernimmt nachgefolgt abgelöst',
  update: 'postfach aktualisieren datenbestand unterlagen_ändern kontaktdaten_ändern',
  retired:
    'rente ruhestand pension* rentner* verrentet altersteilzeit altersrente zur_ruhe ruheständler* emeritiert vorruhestand enkel privatier altenteil berentet ruhestandsregelung austrag wohlverdienten wohlverdienter hut_an_den',
  unsubscribe:
    'abmelden abmeldung abbestell* austragen unsubscribe abgemeldet melde_mich_ab melden_sie_mich_ab abzumelden ausgetragen',
  list: 'verteiler* liste listen mailingliste datenbank newsletter kartei adressliste mailverteiler adressdatei adressbestand kundenkartei system_aus datei',
  remove:
    'nehmen_sie_mich streichen löschen löschung entfernen tragen_sie lösche löscht herausnehmen rausnehmen streicht entfernt raus_aus rausstreichen gelöscht',
  data: 'meine_daten unsere_daten personenbezogen* meine_adresse mailadresse e-mail-adresse kontaktdaten_aus dsgvo datenschutz* art artikel meine_mail speicherung adresse_aus',
  object:
    'widerspreche widersprechen widerspruch widerruf* einwilligung hiermit untersage auskunft zustimmung',
  advert: 'werbung werbezweck* werbliche mails e-mails mail nachrichten zusendung* zuschriften rundmail*',
  receive: 'erhalten bekommen kriegen bekomme erhalte zugeschickt beziehen empfangen',
  who: 'wer_sind wer_ist kennen_wir kenne_ich wer_seid wer_bist wer_schreibt mit_wem',
  whence: 'woher wie_kommen_sie an_meine_adresse meine_mailadresse wie_sind_sie_an',
  think: 'überleg* nachdenken sacken durch_den_kopf bedenkzeit darüber_schlafen gedanken abwägen',
  discuss:
    'intern besprech* bespreche abstimmen rücksprache mit_meinem mit_meiner mit_dem_team prüfen prüfung melde_mich komme_auf_sie beraten klären kläre diskutieren gebe_bescheid bescheid zurückmelden_bei geben_bescheid evaluieren hören_von_uns hören_von_mir sag_ihnen',
  got: 'zur_kenntnis angekommen eingegangen gelesen erhalten_danke notiert verstanden kenntnis abgelegt nehme_das_mal abgespeichert vernommen',
  broken:
    'link funktioniert_nicht anhang öffnen verwechselt verwechslung für_mich_bestimmt falsch_geschrieben mein_name heiße heisse name_ist irrtum leere_mail öffnet tippfehler platzhalter schreibt_man namen anderen_vorgang anderer_vorgang andere_Unterhaltung vertauscht doppel gehört_zu verwechseln falsche_unterhaltung',
  robot:
    'computer mensch roboter bot automatisch automatisiert ki maschine massenmail serienmail serienbrief rundschreiben chatgpt echter massenmailing',
  met: 'getroffen schon_gesprochen auf_der_messe kennen_uns begegnet ihr_kollege ihre_kollegin schon_telefoniert bereits_kontakt mal_gesehen gesehen',
  thanks: 'danke dank vielen_dank besten_dank herzlichen_dank dankeschön merci bedanke bedanken',
  greet:
    'wochenende frohes gutes_neues schönen_tag ebenso gleichfalls weihnachten_auch glückwunsch haha wetter servus',
  sorry: 'leider entschuldig* tut_mir_leid bedaure sorry bedauer* schade',
  but: 'aber jedoch doch allerdings sondern dafür trotzdem lieber',
};
