"""Spanish."""

from bot.mediation.issues import IssueKind
from bot.mediation.stages import Stage

CODE = "es"
NAME = "Español"
WEEKDAYS = ("lun", "mar", "mié", "jue", "vie", "sáb", "dom")
MONTHS = ("ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sep", "oct", "nov", "dic")
STEPS = {
    Stage.CLARIFYING: "cada parte cuenta su versión",
    Stage.CONFIRMING: "cada parte comprueba lo que se dice de ella",
    Stage.FRAMED: "decir si la exposición común lo resuelve",
    Stage.AGENDA: "comprobar los puntos",
    Stage.RATING: "decir en privado qué importa más",
    Stage.PROPOSED: "responder en privado a los paquetes",
    Stage.SIGNING: "firmar el texto",
}
KINDS = {
    IssueKind.LATE_DELIVERY: "Entregas tardías",
    IssueKind.PRICE: "Precio",
    IssueKind.VOLUME: "Volumen",
    IssueKind.PAYMENT: "Pago",
    IssueKind.FORECAST: "Previsión",
    IssueKind.QUALITY: "Calidad",
    IssueKind.INNOVATION: "Utillaje e innovación",
    IssueKind.DETENTION: "Esperas y demoras",
    IssueKind.EXCLUSIVITY: "Exclusividad y know-how",
    IssueKind.SERVICE_LEVEL: "Nivel de servicio",
    IssueKind.SCOPE: "Cambio de alcance",
    IssueKind.COMMUNICATION: "Comunicación",
}
SAYINGS = {
    "open": "Abrir",
    "done": "Marcar como hecho",
    "confirm": "Confirmar",
    "and": " y ",
    "and.before_i": " e ",
    "open_it": "abrirlo",
    "pointer": "Hay algo para usted en My desk.",
    "look": "Una mirada más",
    "look.alone": "Solo su parte y Parley ven esto. Cualquiera de las dos respuestas está bien.",
    "look.order": (
        "Puso {first} por delante de {last} y dio más puntos a {last}. Las dos cosas pueden ser "
        "ciertas. Si una no es del todo lo que quiere decir, puede cambiarla ahora."
    ),
    "look.stars": (
        "En {first}, sus estrellas y el sentido que le gustaría señalan extremos distintos. "
        "Cuentan sus estrellas. ¿Dicen lo que usted quiere decir?"
    ),
    "look.tap": (
        "Una de sus elecciones entre dos paquetes va en otro sentido que las demás; se distinguen "
        "en {first}. ¿Prefiere dejarla así o elegir otra vez entre esos dos?"
    ),
    "look.all_or_nothing": (
        "En {first} solo su mejor opción tiene más de una estrella. Si la siguiente también le "
        "ayudaría, dele una o dos estrellas más: así cabe mejor un paquete que le guste."
    ),
    "look.keep": "Dejarlo como está",
    "look.again": "Mirarlo otra vez",
    "left": "Y {count} más, en My desk.",
    "remind.one": "Un compromiso suyo",
    "remind.many": "{count} compromisos suyos",
    "remind.before": "Vence el {day}: {what} ({who}, caso {case}).",
    "remind.today": "Vence hoy: {what} ({who}, caso {case}).",
    "remind.overdue": (
        "Venció el {day}: {what} ({who}, caso {case}). Si está hecho, dígalo; si no, pida otra "
        "fecha."
    ),
    "remind.missing": (
        "Falta algo: {what} ({who}, caso {case}). Qué es se ve en la tarjeta; cuando esté, "
        "márquelo otra vez como hecho."
    ),
    "passed_on.one": "Un compromiso sigue pendiente. ¿Pueden verlo juntos? ¿Qué ayudaría?",
    "passed_on.many": (
        "{count} compromisos siguen pendientes. ¿Pueden verlos juntos? ¿Qué ayudaría?"
    ),
    "passed_on.late": "•  {who}: {what}, para el {day}",
    "passed_on.missing": "•  {who}: {what}; falta algo desde el {day}",
    "some_issue": "Un asunto",
    "mine.one": "Su semana: 1 cosa por hacer",
    "mine.many": "Su semana: {count} cosas por hacer",
    "mine.waits": "{who}, caso {case}, {title}: {step}.",
    "mine.late": "Venció el {day}: {what} ({who}, caso {case}).",
    "mine.missing": "Falta algo: {what} ({who}, caso {case}).",
    "mine.due": "Vence el {day}: {what} ({who}, caso {case}).",
    "mine.confirm": "{who} lo ha hecho: {what} (caso {case}).",
    "mine.settled": "{who}, resuelto en el caso {other}: {what} (caso {case}).",
    "mine.offered": "{who} ofrece un compromiso más: {what} (caso {case}).",
    "mine.wished": "{who} pide cambiar: {what} (caso {case}).",
    "mine.quiet": "No tiene nada pendiente. Un buen momento para un café.",
    "week": "Esta semana en este canal",
    "week.on": "La semana de este canal se cuenta aquí otra vez. `/parley settings` dice cuándo.",
    "week.off": (
        "La semana de este canal no se cuenta aquí por ahora. `/parley digest` la muestra en "
        "cualquier momento, y `/parley settings` la trae de vuelta."
    ),
    "week.quiet": "Una semana tranquila: nada nuevo, nada a la espera, nada por vencer.",
    "week.lines.one": "{title}: 1 línea.",
    "week.lines.many": "{title}: {count} líneas.",
    "week.case": "{text} (caso {case})",
    "week.more": "Y {count} más; `/parley list`.",
    "cleared.one": "Un malentendido se aclaró sin abrir un caso.",
    "cleared.many": "{count} malentendidos se aclararon sin abrir un caso.",
    "recurs": "{kind}: {count} veces en tres meses. ¿Ven juntos la causa?",
    "kept.one": "Esta semana se cumplió un compromiso. Gracias.",
    "kept.many": "Esta semana se cumplieron {count} compromisos. Gracias.",
    "overdue": "Venció el {day}: {what}.",
    "missing": "Falta algo: {what}.",
    "due": "Vence el {day}: {what}.",
    "agreed": "Acordado: «{title}».",
    "counted": "Contado para «{title}»; véase su tarjeta.",
    "new": "Nuevo: «{title}»; ahora, {step}.",
    "moved": "«{title}» avanzó; ahora, {step}.",
    "waiting": "«{title}» espera: {step}.",
    "waiting.many": "{count} casos anteriores esperan una respuesta; `/parley list`.",
    "cleared_up": "Aclarado: «{title}».",
    "no_overlap": "Sin paquete posible: «{title}».",
    "withdrawn": "Retirado: «{title}».",
    "month": "Doce semanas en este canal",
    "month.open": "Casos abiertos, por antigüedad",
    "month.done": "Compromisos cumplidos",
    "month.in_time": "a tiempo",
    "month.late": "tarde",
    "month.young": "menos de 2 semanas",
    "month.middle": "de 2 a 6 semanas",
    "month.old": "más de 6 semanas",
    "month.stages": "Casos abiertos, por lo que esperan",
    "month.clarifying": "ser entendidos",
    "month.bargaining": "un paquete",
    "month.signing": "firmas",
    "month.alt": "Casos abiertos en este canal en {weeks} semanas: de {first} a {last}.",
    "month.alt_now": "Por antigüedad, ahora: {by_age}. Esperan: {by_stage}.",
    "month.alt_done": "Compromisos cumplidos: {in_time} a tiempo, {late} tarde.",
    "direct.traded": "Esto se podría intercambiar.",
    "direct.waits": "Esto espera su respuesta:",
    "direct.nothing": "No tiene nada pendiente.",
    "direct.ask": (
        "Cuénteme en una frase de qué se trata, con sus condiciones (un precio, una fecha, días "
        "de pago), y propongo intercambios. O plantee un asunto, para que todos trabajen en "
        "él."
    ),
    "direct.help": (
        "Ayudo por igual a todas las partes de un canal compartido. Cuénteme en una frase de qué "
        "se trata, con sus condiciones, y propongo intercambios solo para usted. Pregunte «¿Qué "
        "tengo pendiente?» para ver sus próximos pasos. En un canal, mencióneme en un hilo: Just "
        "clarify, Raise an issue, Suggest trade-offs."
    ),
    "direct.raise": (
        "Un asunto se plantea en el canal que comparten. El botón pregunta en cuál, "
        "y nadie ve el formulario antes de que lo envíe."
    ),
    "direct.raise_button": "Plantear un asunto",
    "direct.case": "Caso {number}: {title}",
    "trades.title": "Intercambios",
    "trades.none": (
        "Aquí no aparece ningún punto para el que Parley conozca un intercambio. Pruebe con un "
        "mensaje que nombre de qué se trata: un precio, una fecha, una cantidad, días de pago."
    ),
    "trades.rated": "Según lo que su parte ha valorado",
    "trades.which_end": "Diga de qué lado está su parte y se vuelven concretos:",
    "trades.we_buy": "Compramos",
    "trades.we_supply": "Suministramos",
    "direct.only_you": "Solo usted ve esto. Copie lo que sirva y dígalo con sus palabras.",
    "direct.helpful": "Esto ayuda",
    "direct.not_helpful": "Esto no ayuda",
    "direct.counted": "Gracias. Se cuenta sin su nombre.",
    "direct.costs": "Lo que les cuesta:",
    "direct.helps": "Lo que puede ayudar a la otra parte:",
    "count.one_of_two": "Elija una de las dos cosas, por favor: el archivo o las filas aquí.",
    "count.not_fetched": (
        "Slack no ha entregado el archivo esta vez. Envíelo otra vez, o pegue sus filas."
    ),
    "count.not_allowed": (
        "Parley todavía no puede leer archivos en este espacio de trabajo: quien lo instaló añade "
        "files:read a la aplicación. Hasta entonces, pegue las filas o escriba las cifras."
    ),
    "count.again": (
        "{sentence} No se pierde nada: pulse “{button}” en la tarjeta para probar otra vez."
    ),
    "count.done": "Contado: {rows}, {ways} lado a lado.",
    "count.rows.one": "1 fila",
    "count.rows.many": "{count} filas",
    "count.ways.one": "1 definición",
    "count.ways.many": "{count} definiciones",
    "count.kept.one": "Ya está en la tarjeta, para las dos partes; la otra parte puede añadir.",
    "count.kept.many": "Ya está en la tarjeta, para todas las partes; las otras pueden añadir.",
}
