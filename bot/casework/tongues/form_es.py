"""Spanish: the forms of a case, for whoever fills them in."""

SAYINGS = {
    "close": "Cerrar",
    "numbered": "Caso {number}",
    "done_here": "Aquí su parte ya ha hecho lo suyo.",
    "still_fits": "¿Este acuerdo sigue sirviendo?",
    "send": "Enviar",
    "choose": "Elegir",
    "stored": (
        "Parley guarda esto para el caso, y lo que escriba en su hilo; lo privado, cifrado. Al "
        "enviarlo lo acepta, solo para este caso."
    ),
    "stored.about": "Qué se guarda y quién podría leerlo",
    "raise": "Plantear un asunto",
    "raise.send": "Plantearlo",
    "raise.between": "Entre {sides}. ",
    "raise.reads": ("Todos en este canal pueden leer esto. No vale como admisión de {neither}."),
    "raise.others_words": (
        "Ese mensaje lo escribió otra persona, y sus palabras siguen siendo suyas. Cuente con las "
        "suyas qué pasó."
    ),
    "raise.shortened": "Abreviado donde pone “…”. Todo su mensaje está abajo.",
    "raise.all": "Todo su mensaje",
    "raise.open_here": (
        "El caso {number} está abierto en este hilo. Lo que plantee aquí será un caso aparte."
    ),
    "raise.read": "Leído en su mensaje de {moment}: «{words}»",
    "raise.wanted": "Lo que le gustaría, en su mensaje de {moment}: «{words}»",
    "raise.title": "Título",
    "raise.happened": "Qué pasó",
    "raise.facts": "Qué, cuándo, cuánto. Primero los hechos.",
    "raise.kind": "Tipo de asunto",
    "raise.urgency": "Urgencia",
    "raise.low": "Puede esperar",
    "raise.normal": "Esta semana",
    "raise.urgent": "Hoy",
    "raise.side": "Su parte",
    "raise.customer": "Compramos, o se transporta nuestra mercancía",
    "raise.provider": "Suministramos, o transportamos",
    "raise.other": "Nombre de la otra parte",
    "raise.people": "Quién habla por la otra parte",
    "raise.people_hint": "Pueden contar su versión y firmar por ella.",
    "tell": "Cuente su versión",
    "tell.reads": (
        "Las dos primeras respuestas las leen {both} partes, una vez que haya comprobado cómo "
        "quedan. Todo lo demás queda con su parte si no dice otra cosa."
    ),
    "tell.happened": "Qué pasó, como lo vieron ustedes",
    "tell.wants": "Qué les gustaría que saliera de esto",
    "tell.why": "Por qué les importa",
    "tell.share": "¿Se puede compartir el motivo?",
    "tell.shared": "Sí, se puede compartir",
    "tell.private": "Algo que solo deba saber Parley",
    "tell.never": "Nunca se muestra a {others}, de ninguna forma.",
    "more": "Si quiere",
    "more.intro": (
        "Su versión está contada y el caso sigue como está. Solo usted ve estas preguntas; una "
        "respuesta se une a lo que acaba de enviar, y comprueba cómo queda antes de que otros la "
        "lean."
    ),
    "more.stays": "Su motivo queda con su parte, como han elegido.",
    "more.send": "Añadirlo",
    "more.leave": "Dejarlo así",
    "check": "Compruebe su parte",
    "check.intro": (
        "Esto es lo que la exposición común dirá de su parte. Cambie lo que no sea así; después "
        "pueden leerlo {both} partes."
    ),
    "check.shortened": (
        "Abreviado para que quepa. Todo lo que contaron está en My desk, en «What your side told»."
    ),
    "check.no": "No, queda con nosotros",
    "check.yes": "Sí, puede figurar con nuestro nombre",
    "check.own_words": (
        "El motivo en sí queda con ustedes. Si escriben uno arriba, vale ese en su lugar."
    ),
    "check.in_two": (
        "Lo que hay entre ustedes estará en {languages}; su parte queda en sus propias palabras. "
        "Los puntos que fijen después, y lo que firmen al final, estarán en {main}."
    ),
    "check.account": "Cómo lo vio su parte",
    "check.wants": "Qué le gustaría a su parte",
    "check.needs": "Por qué les importa",
    "check.send": "Es correcto",
    "language.en": "inglés",
    "language.es": "español",
    "terms": "Los puntos",
    "terms.intro": (
        "Podrían formar parte de un paquete, que elige una opción de cada uno. Compruebe lo que "
        "vale hoy; sin acuerdo, sigue así."
    ),
    "terms.label": "{term}, hoy",
    "terms.options": "Opciones: {options}.",
    "terms.open": "Nada fijado, o no lo mismo para {both} partes",
    "terms.is_usual": "Nadie ha dicho el valor de hoy: este es el habitual, compruébenlo.",
    "terms.agreed_in": "Como se acordó en el caso {number}; comprueben que sigue valiendo.",
    "terms.only_one": "Solo se ha nombrado este valor: con «Cambiar los puntos» se añaden otros.",
    "terms.as_written": "En {unit}, como se escribe aquí; no se ha convertido ningún importe.",
    "terms.in_several": (
        "Se nombra en más de una unidad o moneda; estas opciones están en una de ellas, {unit}. No "
        "se ha convertido ningún importe: con «Cambiar los puntos» se añaden otros."
    ),
    "terms.change": "Cambiar los puntos",
    "terms.send": "Son correctos",
    "rate": "Qué les importa",
    "rate.intro": (
        "Solo su parte y Parley ven esto. Cuanto más claro, mejores son los paquetes para ustedes; "
        "siempre es posible quedarse con las condiciones de hoy, o con otra salida mejor que "
        "tengan (véase Afinar)."
    ),
    "rate.first": "Lo que más importa",
    "rate.second": "En segundo lugar",
    "rate.third": "En tercer lugar",
    "rate.never": "Lo que no pueden hacer nunca, si hay algo",
    "rate.nothing": "No se me ocurre nada",
    "rate.fine": "Afinar",
    "rate.say": "Con Afinar se dice en qué sentido les gustaría que fuera cada punto.",
    "rate.taken": "Tomado como lo mejor para ustedes: {best}. ¿No es así? Se cambia con Afinar.",
    "rate.unknown": (
        "Parley no sabe en qué sentido les gustaría que fuera esto: {terms}. También se dice con "
        "Afinar."
    ),
    "rate.way_out": "Sin acuerdo, ¿qué tendrían en lugar de las condiciones de hoy?",
    "rate.no_way_out": "Nada más: siguen las condiciones de hoy",
    "rate.way_out_hint": (
        "Solo si tienen otra salida, como la oferta de otro socio. No se les propone ningún "
        "paquete que valga menos para ustedes; a los demás no les pide nada más."
    ),
    "rate.towards": "Hacia {option}",
    "rate.better": "Mejor para ustedes: {term}",
    "rate.importance": "Importancia, de 0 a 10: {term}",
    "rate.thanks": "Gracias",
    "rate.kept": "Sus respuestas se guardan, solo para su parte.",
    "rate.next": "Los paquetes aparecen en el hilo en cuanto todas las partes hayan respondido.",
    "tap": "Qué preferiría",
    "tap.number": "Pregunta {number} de {at_most} como máximo. Solo Parley ve esto.",
    "tap.one": "Uno",
    "tap.two": "Dos",
    "tap.way_out": "{name}: sin acuerdo, y su otra salida",
    "tap.first": "Este",
    "tap.second": "Ese",
    "tap.either": "Más o menos igual",
    "tap.enough": "Con esto basta",
    "tap.today": "Las condiciones de hoy, sin cambios",
    "tap.no_right": "No hay respuesta correcta; vale lo primero que piense.",
    "tap.same": "Todo lo demás es igual en los dos.",
    "reply": "Responder en privado",
    "reply.intro": (
        "Marque todos los paquetes que podrían firmar. Nadie se entera de quién respondió qué: el "
        "hilo muestra un paquete solo si todas las partes pudieran firmarlo."
    ),
    "reply.so_far": "La respuesta de su parte hasta ahora, lo que podría firmar: {packages}. ",
    "reply.package": "paquete {letter}",
    "reply.none": "ninguno",
    "reply.changeable": "Se puede cambiar hasta que todas las partes hayan respondido.",
    "reply.could": "Podrían firmar",
    "reply.reason": "Si ninguno: qué lo impide",
    "reason.too_much": "Nos pide demasiado",
    "reason.too_little": "Nos aporta poco",
    "reason.never": "Pide algo que no podemos hacer nunca",
    "reason.something_missing": "Falta algo: abrir los puntos otra vez",
    "reason.unsaid": "Prefiero no decirlo",
    "reply.term": "En qué punto",
    "reply.note": "Una nota para su propia parte",
    "sign": "Leer y firmar",
    "sign.send": "Firmar",
    "sign.owner": "Quién se ocupa: {what}",
    "sign.due": "Para cuándo: {what}",
    "sign.rhythm": "A partir de entonces, {rhythm}.",
    "sign.leave": "Dejarlo fuera",
    "sign.promise": "Añadir un compromiso",
    "sign.review": "Revisarlo el",
    "sign.anew": (
        "{Another} ha firmado este texto. Si cambia quién se ocupa o la fecha, o se añade un "
        "compromiso, es un texto nuevo, y se le pediría que lo firmara otra vez."
    ),
    "sign.fair": "¿Fue justo el camino hasta aquí?",
    "sign.elsewhere": "Nuestro firmante no está en Slack",
    "sign.means": "Con *Firmar* dice que puede firmar esto por {side}.",
    "sign.attest": "Atestiguo que esto se firmó por {side}",
    "sign.signature": "Su firma",
    "sign.attesting": (
        "Atestigua que esta persona firmó exactamente este texto por su parte. Todas las partes "
        "ven que se atestiguó, y por quién."
    ),
    "sign.who": "Quién firmó",
    "sign.role": "Su cargo",
    "sign.on": "Firmado el",
    "line": "Solo aclarar",
    "line.shown": (
        "Nadie ve su línea hasta que {others_have} escrito también. Entonces aparecen juntas en el "
        "hilo."
    ),
    "line.stored": (
        "Parley guarda su línea para esto, cifrada hasta que se muestran todas. Al enviarla lo "
        "acepta."
    ),
    "line.ask": "Preguntar",
    "line.add": "Añadir mi línea",
    "line.all": "Todo el mensaje",
    "still": "Una tregua",
    "still.intro": (
        "{Neither} hace esto hasta el final de ese día, para hablar con calma. Vale en cuanto "
        "{others_have} aceptado; todos en el canal pueden leerlo."
    ),
    "still.what": "Qué no hace {neither}",
    "still.until": "Hasta el final del",
    "still.send": "Proponerla",
    "pledge": "Añadir un compromiso",
    "pledge.signing": "Pasa a formar parte del texto que firman {both} partes.",
    "pledge.again": (
        "Pasa a formar parte del texto que firman {both} partes; quien ya lo firmó lo firma otra "
        "vez."
    ),
    "pledge.later": (
        "Se pregunta a {others}, y vale en cuanto lo acepte. Lo firmado queda como está."
    ),
    "pledge.what": "A qué se compromete {side}",
    "pledge.like": "Compartir la previsión de las próximas ocho semanas",
    "pledge.owner": "Quién se ocupa",
    "pledge.due": "Para cuándo, o la primera vez",
    "pledge.often": "Cada cuánto",
    "pledge.once": "Una vez",
    "pledge.until": "Hasta cuándo, si se repite",
    "pledge.measure": "Cómo se puede ver que está hecho",
    "pledge.measure_like": "El archivo está en este canal antes del mediodía",
    "pledge.send": "Añadirlo",
    "show": "Mostrarlo",
    "show.send": "Guardar",
    "show.done": "Hecho",
    "show.mark": "Marcar como hecho",
    "show.what": "Qué lo muestra",
    "show.hint": (
        "Un enlace a un informe o a un mensaje, o una línea. Todos en el canal pueden leerlo."
    ),
    "show.file": "O un archivo",
    "show.file_hint": "Se pone en el hilo del caso, donde todos pueden abrirlo.",
    "miss": "Falta algo",
    "miss.what": "Qué falta",
    "miss.hint": "Una línea, sobre lo que se puede ver. Todos en el canal pueden leerla.",
    "alter": "Pedir un cambio",
    "alter.intro": "Se pregunta a {others}; nada cambia si no lo acepta.",
    "alter.what": "Qué hay que hacer",
    "alter.due": "Para cuándo",
    "alter.send": "Pedirlo",
    "again": "Retomarlo",
    "again.intro": "Un caso nuevo sigue donde terminó este.{signed}",
    "again.signed": " Lo firmado sigue firmado.",
    "again.what": "Qué ha cambiado",
    "again.send": "Retomarlo",
}
