import type { ConceptTable } from '../concept-table.ts';

export const FR: ConceptTable = {
  common:
    'le la les un une des du de et est ne pas je nous vous il elle on ce cette ces pour avec sur dans par que qui au aux en mon ma mes notre nos votre vos me moi ai avons avez sont suis merci bonjour si mais plus bien être avoir fait c j l d n s qu y à se son sa ou très',
  not: 'ne pas n non jamais aucun aucune ni sans rien nullement guère inutile plutôt_que pas_besoin plus_jamais',
  noMore:
    'ne_plus plus_de n_est_plus ne_suis_plus ne_fait_plus ne_fais_plus ne_travaille_plus cessé désormais n_ai_plus ne_veux_plus de_ne_plus',
  i: 'je j me moi mon ma mes m',
  we: 'nous notre nos on',
  you: 'vous votre vos tu ton te toi',
  they: 'il elle m mme mlle monsieur madame son sa leur elle_a il_a',
  meet: 'rencontr* rendez_vous rdv réunion entretien café échange échanger voir_en point entrevue déjeuner visio_conférence de_vive_voix se_voir nous_voir recevoir rencontre',
  talk: 'appel appels appeler appelez appelle téléphone téléphoner parler parlons discuter rappel_tel visio teams zoom s_appeler joindre_au coup_de_fil bigophone échangeons entretenir discutons discussion',
  demo: 'démo démonstration démonstrations montrer montrez présenter_votre en_direct faire_voir',
  book: 'invitation créneau créneaux agenda calendrier réserver réservé caler planifier fixer fixons convenons convenir bloquer bloquez confirm* accepté programmer organiser organisons disponibilités',
  visit: 'passez passer_nous salon stand locaux sur_place dans_nos_locaux venir venez rendre_visite',
  weekday: 'lundi mardi mercredi jeudi vendredi samedi dimanche',
  dayPart:
    'aujourd_hui demain après_demain matin matinée après_midi soir midi ce_soir 00h 0h 00h00 0h00 heures',
  near: 'semaine_prochaine cette_semaine semaine_suivante semaine_du prochaine_semaine courant_de_semaine',
  fit: 'convient conviendrait convienne ça_marche parfait possible c_est_bon me_va nous_va ça_va arrange arrangerait va_bien ok_pour d_accord_pour nickel',
  free: 'disponible disponibles dispo dispos libre libres minutes quart_d_heure demi_heure une_heure temps_pour joignable accorder consacrer',
  yes: 'oui volontiers d_accord avec_plaisir bien_sûr ok entendu certainement pourquoi_pas ça_roule allons_y parfait ravi ravie heureux enchanté absolument banco partant partante partants carrément je_veux_bien',
  interest:
    'intéressé intéressée intéressés intéressées intérêt intéresse intéresserait intéressent preneur preneurs curieux curieuse',
  interesting:
    'intéressant intéressante prometteur séduisant super génial pertinent plaît top bonne_idée séduit',
  go: 'prochaine_étape prochaines_étapes avancer aller_plus_loin démarrer démarrage commencer poursuivre quelle_est_la_suite on_y_va procéder lancer se_lancer souscrire aller_de_l_avant concrétiser collaborer passer_à_l étapes travailler_avec_vous mettre_en_route vous_suivre donner_suite_favorable inscrire nous_inscrire donner_son_feu feu_vert',
  offer:
    'devis offre offres proposition contrat commande bon_de_commande chiffrage proposition_commerciale chiffrée facture bon_pour_accord appel_d_offres conditions_commerciales',
  try: 'essai essayer tester test pilote version_d_essai accès période_d_essai expérimenter expérimentation à_l_essai',
  buy: 'acheter commander signer achat validé signe acquérir prendre_la valide budget_validé',
  want: 'voudrais voudrions souhaite souhaitons aimerais aimerions veux voulons besoin cherchons cherche désirons exactement_ce recherchons il_nous_faut recherche correspond',
  price:
    'coûte coûter prix tarif tarifs tarification combien coût coûts budget_à_prévoir ordre_de_prix tarifaire* grille_tarifaire cher remise abonnement par_mois par_utilisateur',
  info: 'informations information infos renseignements renseignement détails détail préciser précisions précision en_savoir_plus dire_plus m_en_dire expliquer expliquez clarifier davantage questions question éclaircissements approfondir plus_d_info complément* comprendre',
  ask: 'quel quelle quels quelles comment est_ce_que est_ce avez_vous où pourquoi quoi y_a_t_il proposez_vous peut_on pouvez_vous faut_il combien_de c_est_quoi',
  refs: 'références référence clients témoignages cas_clients retours secteur exemples_de étude_de_cas cas_d_usage',
  tech: 'compatible compatibilité intégr* hébergé hébergées hébergement données_sont sécurité cloud serveur* api sage sap fonctionnalités fonctionne engagement_de engagement durée mise_en_place déploiement installation différence support maintenance langues garantie délais délai formation paramétrage certifi* rgpd_compatible conforme interface logiciel techniques résiliation stockées',
  brochure:
    'brochure* plaquette* documentation doc docs catalogue* fiche fiches fiche_technique fiche_produit présentation pdf dépliant* flyer prospectus livre_blanc livret support_de_présentation slides dossier document documents support_écrit plaquettes powerpoint diaporama book argumentaire quelque_chose_à_lire notice',
  send: 'envoy* transmett* transmettre adresser_votre faire_parvenir faire_passer communiquer adressez_moi faites_moi_parvenir faites_moi_passer partager partagez par_mail par_courriel par_e par_écrit expédier adressez_nous balancez',
  read: 'lire lirai regarder regarderai jeter_un_oeil jeter_un consulter prendre_connaissance étudier_tout diffuser parcourir feuilleter à_tête_reposée',
  later:
    'plus_tard ultérieurement l_année_prochaine année_prochaine an_prochain mois_prochain trimestre semestre avenir mois semaines six_mois autre_fois prochainement dans_quelques d_ici l_an_prochain t1 t2 t3 t4 deuxième_semestre second_semestre ans année_suivante exercice',
  season:
    'printemps été_prochain l_été automne hiver pâques noël rentrée janvier février mars avril mai juin juillet août septembre octobre novembre décembre vacances_d_été cet_été cet_automne 0000',
  again:
    'recontact* rappelez rappeler relanc* revenez revenir_vers reprendre_contact reprenons recontacter de_nouveau à_nouveau reparler en_reparle reparlerons retenter reprendre refaire_le faites_moi_signe réessayez repassez recontactez_nous rappelez_moi revoyons remettre reporter recaler ressortir me_rappeler',
  now: 'maintenant actuellement pour_le_moment pour_l_instant cette_année en_ce_moment à_ce_stade aujourd_hui_non ce_trimestre ce_mois présentement dans_l_immédiat à_l_heure',
  budget: 'budget budgets budgétaire fonds trésorerie moyens crédits enveloppe gelé gel',
  busy: 'débordé débordée débordés occupé occupée clôture priorité priorités charge_de_travail pas_le_temps surchargé déménagement inventaire tête_sous bourre fusion restructuration rush moment_est planning_chargé pleine plein_audit bilan sous_l_eau',
  until:
    'jusqu* après à_partir dès avant d_ici_là début mi fin courant une_fois_que lorsque quand_nous pas_avant échéance arrive_à_échéance expire renouvellement prendra_fin ensuite une_fois',
  early:
    'trop_tôt pas_encore bon_moment mauvais_moment mauvais_timing prématuré moment_opportun tôt pas_le_moment moment_mal',
  maybe:
    'peut_être éventuellement sans_doute à_voir on_verra pas_sûr pas_certain ça_dépend probablement pas_sûre',
  away: 'congé congés vacances absent absente déplacement maternité arrêt_maladie congé_parental absence voyage',
  colleague:
    'collègue* confrère chef directeur directrice responsable_informatique dsi daf pdg dg assistante patron patronne associé* gérant gérante supérieur* n+0 rssi drh manager mari épouse femme acheteur acheteuse',
  responsible:
    'responsable_de en_charge s_occupe s_en_occupe m_en_occupe gère gèrent charge_de bon_interlocuteur interlocuteur interlocutrice bonne_personne mauvais_interlocuteur compétent* décideur décide habilité* référent* pilote_ce bonne_adresse de_mon_ressort mon_domaine responsable mauvaise_personne mon_périmètre chargée_de chargé_de suit_ces suit_ce décisionnaire décision_revient concerné_par',
  contact:
    'contact* contactez adressez_vous voyez_avec voir_avec écrire_à écrivez_à prenez_contact joindre tournez_vous rapproch* essayez_plutôt s_adresser mets_en_copie en_copie passez_par solliciter adresser_à lui_écrire la_joindre le_joindre parlez_en parlez_à demandez mettre_en_relation passer_par auprès_de écrivez',
  department:
    'service_achats achats service_informatique siège direction direction_générale comptabilité service département ressources_humaines rh informatique standard holding groupe maison_mère marketing technique logistique',
  forwarded:
    'transmets transféré transmis transfère fait_suivre fais_suivre relayé fait_passer_votre redirige passé_votre',
  stop: 'arrêt* cessez cesser stop laissez_moi fichez_moi la_paix harcel* harcèlement ça_suffit ne_m_écrivez ne_plus_me ne_plus_m ne_plus_nous tranquille inutile_de_relancer ne_me_contactez importun* assez foutez_moi lâchez_moi insister insistez combien_de_fois basta',
  already:
    'déjà actuel actuelle équipé équipés en_place couvert dotés pourvu pourvus outillés habituel engagés_avec fidèles',
  supplier: 'prestataire* fournisseur* solution* partenaire outil logiciel_de agence système concurrent',
  content:
    'satisfait* contents content donne_satisfaction convient_très satisfaction heureux_avec ça_marche_bien',
  relevant:
    'concerne concernés concernée pertinent_pour besoin_de aucun_besoin utile utilité correspond_pas pas_pour_nous intérêt_pour adapté d_actualité cible ne_correspond répond_pas',
  decline:
    'non_merci décline ne_donnerons suite refuse pas_donner_suite déclinons passer_notre_tour décidé_de_ne refusons renonc* sans_moi très_peu_pour écarté désolé_mais je_passe nous_passons pas_du_tout ça_ne_m_intéresse rester_là',
  spam: 'spam spams pub publicité indésirable* démarchage signaler cnil bloquer plainte non_sollicité* harcèlement illégal prospection intempestif',
  inHouse:
    'en_interne_tout tout_en_interne nous_mêmes solution_maison maison développé_en_interne faisons_tout par_nos_soins',
  luck: 'bonne_continuation bonne_chance bon_courage succès au_revoir bonne_route adieu réussite',
  left: 'quitté quitter parti partie départ démissionn* licenci* plus_chez ne_travaille_plus plus_partie plus_en_poste plus_dans plus_à_l dernier_jour décédé plus_parmi plus_ici s_en_est viré rupture_conventionnelle remercié plus_salarié plus_au_sein effectifs nouvelles_aventures vers_d_autres démissionner',
  company:
    'entreprise société maison boîte chez_nous structure cabinet établissement employeur groupe mairie étude',
  work: 'travaille travailler employé employée salarié poste fonction* emploi collaborateur en_poste travaillait occupait',
  changed:
    'changé nouveau_poste nouvel_employeur autre_entreprise nouvelles_fonctions nouvelle_entreprise rejoint autres_horizons reconversion ailleurs nouvel_emploi nouvelle_aventure changement',
  former: 'ancien ancienne ex précédent précédente prédécesseur adresse_personnelle adresse_perso',
  successor: 'successeur remplacé remplace remplaçant* repris reprend succède succédé remplacée a_repris',
  update: 'mettre_à_jour vos_fichiers boîte_mail messagerie vos_contacts mise_à_jour mettez_à_jour',
  retired:
    'retraite retraité retraitée retraités pension cessé_mon_activité cessé_son cessation plus_d_activité petits_enfants préretraite honoraire pot_de_départ fermé_son raccroché raccroche',
  unsubscribe:
    'désabonn* désinscri* désinscrire désinscription unsubscribe désinscrivez désabonnement se_désinscrire opt_out',
  list: 'liste listes liste_de_diffusion base_de_données fichier fichiers newsletter base diffusion mailing mailings crm répertoire carnet',
  remove:
    'retirer retirez supprimer supprimez suppression enlever enlevez effacer effacez rayer rayez ôter sortir_de sortez_moi virez supprimée radier radiez ôtez effacement',
  data: 'mes_données mes_coordonnées données_personnelles mon_adresse coordonnées mon_mail rgpd article nos_coordonnées cette_adresse nos_données vie_privée à_caractère_personnel',
  object: 'oppose opposition consentement retire_mon révoque autorisation droit_d droit mise_en_demeure',
  advert:
    'publicité* publicitaire* sollicitation* sollicités emails mails messages courriels prospection_commerciale e_mails démarchages pubs',
  receive: 'recevoir reçoive figurer être_contacté recevons reçois',
  who: 'qui_êtes qui_est qui_es on_se_connaît se_connaît vous_êtes_qui connaissons',
  whence:
    'comment_avez_vous_eu d_où où_avez_vous comment_avez_vous_obtenu comment_avez_vous_trouvé mon_contact eu_mon obtenu trouvé_mon procuré par_quel',
  think: 'réfléchi* réflexion réfléchis y_réfléchir digérer y_penser penser pèse',
  discuss:
    'en_interne parle_à parle_avec j_en_parle associé reviens_vers reviendrai reviendrons étudions étudie équipe vous_tiens vous_dirai vous_redis consulter_mon consulte discuter_avec_mon discuterai voir_avec_mon évaluons tiendrai tiens_au recontacterai',
  got: 'bien_reçu reçu pris_note noté je_note c_est_noté lu_votre prends_note lu conservé compris garde_votre',
  broken:
    'lien ne_marche_pas ne_fonctionne pièce_jointe m_était destiné erreur trompé faute mon_prénom mon_nom orthographe ouvrir confusion s_écrit m_appelle mail_vide prénom destinataire',
  robot:
    'robot automatique automatisé ia machine humain vraie_personne envoi_en_masse mail_de_masse chatgpt intelligence_artificielle mail_type personne_réelle',
  met: 'croisés croisé rencontrés au_salon vus se_connaît_déjà votre_collègue déjà_parlé déjà_eu déjà_échangé déjà_rencontrés eu_au_téléphone',
  thanks: 'merci remercie remerciements remercions mercis',
  greet:
    'bonne_journée bon_week bonne_année meilleurs_voeux bonnes_fêtes également félicitations haha à_vous_aussi joyeux bon_weekend pareillement sacrée dimanche_soir relance_un',
  sorry: 'désolé désolée malheureusement regrette hélas navré navrée pardon excuse*',
  but: 'mais cependant toutefois par_contre en_revanche néanmoins sinon',
};
