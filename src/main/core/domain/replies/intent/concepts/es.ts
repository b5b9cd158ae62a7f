import type { ConceptTable } from '../concept-table.ts';

export const ES: ConceptTable = {
  common:
    'el la los las un una unos de del y es no que en por para con su sus lo le les me mi mis nos se ya pero muy más hola gracias si al como está estoy estamos son soy somos tengo tenemos hay he ha han o usted ustedes este esta esto eso a yo te tu qué ese nuestra nuestro porque cuando',
  not: 'no ni nunca jamás ningún ninguna ninguno sin nada tampoco nadie imposible en_lugar_de',
  noMore: 'ya_no no_más nunca_más dejar_de deje_de dejen_de no_me_escriba_más más_correos dejó_de',
  i: 'yo me mi mis conmigo mí estoy tengo soy',
  we: 'nos nosotros nuestro nuestra nuestros nuestras estamos tenemos somos',
  you: 'usted ustedes le les su sus tu te tú vosotros os vuestro vuestra',
  they: 'él ella señor señora sr sra doña don dr dra su',
  meet: 'reunión reuniones reunirnos reunir reunamos cita café quedar quedamos vernos encuentro entrevista vemos recibirle recibirla recibirles encontrarnos nos_vemos en_persona cara_a_cara juntarnos juntamos platicar reunámonos veámonos',
  talk: 'llamada llamar llámame llámeme llamen llame llamo hablar hablamos hablemos conversar charlar charla videollamada zoom teams teléfono telefonear comentarlo llamadita conversación platiquemos márcame conferencia marcame',
  demo: 'demo demostración demostraciones enséñeme enseñar mostrar muéstreme mostrarnos presentación_en_vivo en_vivo en_directo ver_cómo_funciona muéstrenos',
  book: 'invitación convocatoria agenda agendar agendamos agendemos calendario reservar reservado hueco cita_para programar programemos apunto confirm* aceptado fijar concertar fijamos coordinar coordinemos anotado bloqueo aparta conéctame conectamos',
  visit:
    'pásese pasarse venir venga stand feria oficina oficinas visit* nuestras_oficinas acérquese instalaciones',
  weekday: 'lunes martes miércoles jueves viernes sábado domingo',
  dayPart: 'hoy mañana pasado_mañana tarde mediodía noche por_la_mañana por_la_tarde horas hs media',
  near: 'próxima_semana esta_semana semana_que_viene semana_del semana_próxima semana_entrante',
  fit: 'viene_bien me_va_bien conviene perfecto posible sirve encaja me_cuadra vendría_bien estaría_bien queda_bien parece_bien va_perfecto puedo_el cuadra acomoda',
  free: 'disponible disponibles disponibilidad libre libres minutos rato ratito media_hora hora_libre tiempo_el tengo_tiempo tengo_un',
  yes: 'sí si claro vale de_acuerdo con_gusto por_supuesto encantado encantada ok perfecto adelante desde_luego cómo_no con_mucho_gusto sale órale venga dale hecho conforme va',
  interest: 'interesa interesado interesada interesados interesadas interés interesaría interesan interese',
  interesting:
    'interesante prometedor genial suena_bien me_gusta pinta_bien buena_pinta excelente estupendo atractivo bien_pensado',
  go: 'próximos_pasos siguiente_paso siguientes_pasos avanzar seguir_adelante empezar comenzar arrancar adelante cómo_procedemos proceder iniciar cuenten_con apuntamos apúntenos apúntame contratar continuar ponernos_en_marcha dar_el_paso nos_sumamos poner_en_marcha con_ustedes trabajar_con darnos_de_alta alta luz_verde convenció',
  offer:
    'presupuesto oferta propuesta cotización cotizar cotícenos contrato pedido factura proforma orden_de_compra cotizacion licitación precontrato condiciones_comerciales',
  try: 'probar probarlo prueba piloto demo_cuenta acceso_de_prueba periodo_de_prueba testear ensayo cuenta_de_prueba',
  buy: 'comprar contratarlo firmar firmo pedir compra aprobado adquirir suscrib* hacer_el_pedido encargar firmamos transferencia anticipo pagar pago',
  want: 'quiero queremos quisiera quisiéramos gustaría necesito necesitamos buscamos buscando buscábamos deseamos justo_lo requerimos hace_falta deseo',
  price:
    'cuesta cuestan precio precios tarifa tarifas cuánto coste costes costo costos vale_la cuota mensualidad caro descuento por_usuario al_mes',
  info: 'información informaciones info detalles detalle más_datos aclarar explicar explique explíqueme concretar ampliar saber_más conocer_más más_sobre dudas preguntas pregunta especificaciones profundizar consultas en_qué_consiste detalladamente',
  ask: 'qué cuál cuáles cómo dónde por_qué tienen ofrecen es_posible se_puede hay cuánto_tiempo incluye funciona quién_más pueden podría',
  refs: 'referencias clientes casos_de_éxito casos sector experiencia empresas_similares testimonios',
  tech: 'compatible compatibilidad integr* sap datos_se guardan alojados servidor* nube seguridad api implantar implantarlo implementación implementar permanencia plazo plazos instalación diferencia diferencian soporte idiomas garantía mantenimiento funcional* técnica técnicas certifica* cumple licencias entrega formación almacenan servidores hosting migración',
  brochure:
    'folleto* catálogo* dossier ficha fichas ficha_técnica presentación documentación brochure pdf perfil perfil_de_la díptico tríptico material materiales dosier diapositivas prospecto documento documentos resumen whitepaper libro_blanco powerpoint algo_por_escrito carpeta portafolio ppt flyer memoria algo_para_leer',
  send: 'enví* envi* mánd* mand* remit* pás* hacer_llegar háganos_llegar hágame_llegar compart* adjunt* por_correo por_mail por_escrito facilit* reenví* pase_por',
  read: 'leer leerlo mirar miro ver_con_calma echar_un_vistazo echo_un revisar revisaré vistazo con_calma estudiar ojear lo_miro hojear repaso',
  later:
    'más_adelante próximo_año año_que_viene el_año_próximo próximo_mes mes_que_viene trimestre semestre futuro meses semanas otro_momento en_otra_ocasión dentro_de luego_más después más_tarde otra_vez_será segundo_semestre años q1 q2 q3 q4 ejercicio luego luego_vemos',
  season:
    'primavera verano otoño invierno semana_santa navidad navidades enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre reyes 0000',
  again:
    'vuelva_a vuelvan volver_a retom* recuérd* recuerd* de_nuevo otra_vez contácteme_en escríbame_en búsquen* búsqu* recontact* nuevamente hablamos_a_la hablamos_en vuelva_en vuelve_en insista_en retomemos posponer aplazar intente inténtelo nuevo reconectar volvemos_a vuelvas volvamos dé_un_toque da_un_toque un_toque',
  now: 'ahora ahorita actualmente en_este_momento por_el_momento este_año hoy_por_hoy por_ahora de_momento este_trimestre este_mes actualidad justo_ahora',
  budget:
    'presupuestado presupuestos presupuestaria partida fondos dinero sin_presupuesto hay_presupuesto congelado recursos',
  busy: 'ocupado ocupada ocupados liado liada liados hasta_arriba cierre prioridad prioridades mudanza auditoría carga_de_trabajo saturado saturados sin_tiempo buen_momento temporada_alta fusión desbordado desbordados a_tope mucho_trabajo inventario metidos ajetreados',
  until:
    'hasta después_de a_partir a_partir_de una_vez_que cuando_terminemos antes_de principios mediados finales a_la_vuelta al_volver desde vence caduca vencimiento renovación pasado_el tras pasadas entonces',
  early:
    'pronto temprano todavía_no aún_no buen_momento mal_momento mejor_momento prematuro no_es_momento el_momento',
  maybe:
    'quizás quizá tal_vez a_lo_mejor puede_ser posiblemente igual depende no_estoy_seguro ya_veremos no_sé veremos',
  away: 'vacaciones baja_maternal baja_médica de_viaje viaje fuera_de_la permiso ausente excedencia fuera baja_por',
  colleague:
    'compañer* colega jefe jefa director directora gerente responsable_de encargado_de socio socia asistente cto ceo cfo hermano esposo esposa coordinador* mi_jefe comprador* superior administrador',
  responsible:
    'encargado encargada encarga encargan responsable lleva_estos lo_lleva lo_llevo llevo lleva ocupa ocupo persona_indicada persona_adecuada persona_correcta decide decisión interlocutor* indicado gestiona quien_decide me_corresponde le_corresponde persona_equivocada corresponde mi_área mi_departamento competencia ve_estos ve_eso a_cargo maneja',
  contact:
    'habl*_con contacte con_mi diríj* dirig* escriba_a escriban_a póngase_en_contacto ponerse_en_contacto comuníquese pruebe_con pregunte consulte_con en_copia acuda contactar contacto escribir_a dirigirse contáct* comunicarse localizar busque_a le_copio copio hable háblalo habla háblelo tratarlo escribe_a escribale escríbale',
  department:
    'compras departamento sede central oficina_central sistemas contabilidad recursos_humanos rrhh informática administración dirección finanzas marketing gerencia adquisiciones matriz operaciones logística',
  forwarded:
    'he_pasado pasado_su reenviado reenvié trasladado paso_su derivado derivo traslado remitido pasé',
  stop: 'basta dejen_de deje_de deja_de parar paren no_me_escriba no_me_escriban no_me_contacte déjeme en_paz molest* acoso stop insist* no_vuelva cesen pare dejar_de_escribir no_me_llame dejadme déjenme no_contactar abst* abstenerse hartos harto harta llamadas_no respete',
  already:
    'ya_tenemos ya_contamos actual cubierto cubiertos ya_trabajamos ya_disponemos existente habitual ya_usamos cubiertas ya_utilizamos cubierta',
  supplier: 'proveedor* solución herramienta sistema agencia prestador software empresa_que distribuidor',
  content:
    'contentos contento satisfechos satisfecho nos_va_bien conformes nos_funciona encantados_con felices bien_atendidos',
  relevant:
    'aplica aplicable relevante necesitamos_nada necesidad sirve_para encaja_con utilidad para_nosotros útil corresponde_a cabida lo_necesitamos requerimos_de necesario',
  decline:
    'no_gracias declin* rechaz* paso decidido_no descartado hemos_decidido desestim* agradezco_pero prescindir seguir_sin no_vamos descartamos no_procede renunci*',
  spam: 'spam basura publicidad_no denuncia denunci* bloque* no_solicitad* correo_basura abogado ilegal aepd molestia pesados pesado pesada',
  inHouse:
    'internamente_todo todo_internamente propio propia nosotros_mismos desarrollo_propio en_casa por_nuestra_cuenta lo_hacemos equipo_propio solución_propia',
  luck: 'suerte éxito éxitos mucha_suerte adiós que_les_vaya que_le_vaya un_saludo',
  left: 'dejé_la dejado_la dejó_la marchó marché se_fue me_fui salió renunci* renunciado despid* despedido ya_no_trabaja ya_no_está ya_no_formo causó_baja falleció cesado desvinculado fuera_de_la_empresa último_día abandonó ya_no_pertenece desvinculó ya_no_presta ya_no_soy plantilla',
  company:
    'empresa compañía firma organización casa sociedad negocio grupo despacho institución entidad taller gestoría',
  work: 'trabaja trabajo trabajaba trabajar empleado empleada puesto cargo empleo funciones labora laboral laborando',
  changed:
    'cambié cambiado nuevo_trabajo otro_trabajo otra_empresa nueva_empresa nuevo_puesto otra_compañía otros_retos nuevos_retos nuevos_proyectos cambio_de_trabajo competencia nueva_etapa incorporó',
  former: 'antiguo antigua anterior ex exdirector correo_personal predecesor',
  successor:
    'sucesor sucesora sustituye sustituto sustituta reemplaz* ha_tomado relevo ocupa_su en_su_lugar sustituido ocupa_ahora asumió releva asumido',
  update: 'actualice actualicen sus_datos sus_registros buzón actualizar bandeja sus_archivos',
  retired:
    'jubil* retirado retirada retiró retiro pensionista prejubil* pensionado cerró cesado_mi nietos emérito retirarme colgué colgado colgó guantes la_bata',
  unsubscribe:
    'darme_de_baja baja bajas dar_de_baja me_doy_de_baja cancelar_suscripción desuscrib* suscripción unsubscribe anular_la_suscripción cancelar_la desuscripción denme_de_baja dese_de',
  list: 'lista listas lista_de_correo base_de_datos base boletín newsletter registros mailing listado fichero ficheros archivos difusión distribución contactos',
  remove:
    'elimin* borr* quit* sáqu* sáqueme sacar bórr* retir*_mi suprim* supresión dar_de_baja_mi tachar sáquen* excluir exclúy*',
  data: 'mis_datos datos_personales mi_correo mi_dirección rgpd protección_de_datos nuestros_datos lopd mi_email nuestra_dirección mi_nombre artículo privacidad arco mi_información',
  object:
    'opongo oposición consentimiento revoco retiro_mi autorización derecho solicito ejercer ejerzo autorizado',
  advert:
    'publicidad promoc* promociones comercial correos mensajes emails mails comunicaciones anuncios ofertas_comerciales envíos',
  receive: 'recibir recibiendo recibo que_me_llegue seguir_recibiendo lleguen me_llegan',
  who: 'quién_es quién_eres quiénes nos_conocemos le_conozco te_conozco con_quién de_parte',
  whence:
    'de_dónde cómo_consiguió cómo_ha_conseguido ha_sacado han_sacado han_conseguido obtuvo sacado_mi cómo_tiene cómo_obtuv* quién_le_dio',
  think: 'pensar pensaré pensarlo pensamos reflexion* pienso meditar medito vueltas valorarlo valorar',
  discuss:
    'internamente comento comentaré consultar consultarlo con_mi_socio con_mi_jefe con_el_equipo le_digo le_diré estudiando evaluando les_aviso le_aviso valorando me_pondré analizando revisarlo_con hablarlo_con le_cuento le_confirmo ya_le te_digo te_aviso',
  got: 'recibido anotado tomo_nota tomamos_nota leído enterado entendido acuso enterada lo_tendré lo_guardo queda_anotado',
  broken:
    'enlace no_funciona_el adjunto no_abre abrir equivoc* error me_llamo mi_nombre_es era_para_mí para_mí confusión mi_apellido se_escribe vacío link acento hilo no_carga destinatario',
  robot:
    'robot automático automatizado ia máquina persona_real humano correo_masivo masivo bot chatgpt inteligencia_artificial envío_masivo plantilla',
  met: 'vimos nos_conocimos en_la_feria su_compañero ya_hablamos ya_hemos_hablado coincidimos su_compañera ya_me_contactó ya_nos_vimos hablamos_ya',
  thanks: 'gracias agradezco agradecido agradecida agradecemos',
  greet:
    'buen_fin igualmente feliz felices_fiestas feliz_año jaja enhorabuena buen_día felicidades lindo_día buena_semana jajaja',
  sorry:
    'lo_siento lamento lamentablemente desgraciadamente disculp* por_desgracia perdón perdone lamentamos sentimos',
  but: 'pero sin_embargo aunque sino no_obstante eso_sí en_cambio',
};
