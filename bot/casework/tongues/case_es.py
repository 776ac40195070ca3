"""Spanish: what stands on a case's card, and what its thread is told."""

SAYINGS = {
    "case": "Caso {number}: {title}",
    "case.short": "Caso {number}, {title}: {stage}.",
    "at": "a las",
    "kind.other": "Otra cosa",
    "urgency.low": "puede esperar",
    "urgency.normal": "esta semana",
    "urgency.urgent": "hoy",
    "card.urgency": "Urgencia: {urgency}",
    "card.raised": "lo planteó {who}, {day}",
    "card.whose": "Así lo cuenta {who} al plantearlo:",
    "card.until": "Las respuestas se pueden cambiar hasta este momento: {moment}.",
    "card.by_model": (
        "Redactado por un modelo de lenguaje; cada parte confirmó lo que se dice de ella."
    ),
    "card.by_code": (
        "Redactado con las plantillas de Parley; cada parte confirmó lo que se dice de ella."
    ),
    "kept": (
        "Se guarda en {where}, a cargo de {host}, cuyos administradores podrían leerlo. {model} "
        "No se guardan las palabras de nadie antes de que lo acepte."
    ),
    "kept.trial": (
        "*Una prueba:* lo que se dice aquí, también en privado, se escribe además sin cifrar en "
        "los registros."
    ),
    "kept.where": "una base de datos",
    "kept.nobody": "quien instaló Parley",
    "kept.model": "Los textos para todos los redacta {model}{at}.",
    "kept.at": ", en {at}",
    "kept.no_model": "No se consulta ningún modelo de lenguaje.",
    "tie.reopens": "retoma el caso {number}{ended}",
    "tie.reopened_as": "continúa en el caso {number}{ended}",
    "tie.contests": "examina un compromiso del caso {number}{ended}",
    "tie.contested_in": "un compromiso se examina en el caso {number}{ended}",
    "tie.resembles": "parecido al caso {number}{ended}",
    "stage.clarifying": "Escuchando a {both} partes",
    "stage.confirming": "Comprobando la exposición",
    "stage.framed": "Exposición común",
    "stage.agenda": "Eligiendo los puntos",
    "stage.rating": "Escuchando qué importa",
    "stage.proposed": "Paquetes sobre la mesa",
    "stage.signing": "Firma",
    "stage.agreed": "Acordado",
    "stage.fulfilled": "Cumplido",
    "stage.cleared_up": "Aclarado",
    "stage.no_overlap": "Sin paquete posible",
    "stage.withdrawn": "Retirado",
    "stage.escalated": "Pasado a otras personas",
    "way": (
        "{Both} partes han hablado|Exposición comprobada|Puntos acordados|Paquetes respondidos|"
        "Firmado"
    ),
    "next.each": "Ahora: cada parte {does}.",
    "next.some": "Ahora: {who} {does}.",
    "next.tells": "cuenta su versión",
    "next.drafted": "Se está redactando la exposición común.",
    "next.checks": "comprueba lo que se dice de ella",
    "next.finished": "Se está terminando la exposición común.",
    "next.settles": "{who} dice que esto lo resuelve. ",
    "next.framed": "¿Esto lo resuelve, o buscamos un paquete?",
    "next.terms": "comprueba los puntos",
    "next.gathered": "Se están reuniendo los puntos que podrían formar parte de un paquete.",
    "next.packages": "Se están preparando los paquetes.",
    "next.rating": "Cada parte dice en privado qué le importa más. Van llegando respuestas.",
    "next.closed": "Ningún paquete convino a todas las partes; se están preparando otros.",
    "next.proposed": "Cada parte responde en privado. Van llegando respuestas.",
    "next.signs": "firma este texto",
    "next.agreed": "Quien se comprometió lo marca como hecho; {another} lo confirma.",
    "frame.waits": "*Este caso espera.* Falta en este canal: {gone}.",
    "frame.left": "Sin consentimiento aquí, y por eso sin preguntas: {gone}.",
    "frame.card": (
        "Sin perjuicio: lo que se dice aquí no vale como admisión de {neither}. Ningún contrato se "
        "modifica si no lo dice aquí un texto firmado."
    ),
    "frame.language": (
        "Este texto está en español, el idioma en que {both} partes han fijado sus puntos; solo "
        "vale en español."
    ),
    "standstill.usual": "Ni deducciones ni envíos retenidos.",
    "standstill.ended": "*La tregua ha terminado.* Se acordó hasta el final del {day}: {what}",
    "standstill.agreed": (
        "*Tregua acordada por todas las partes.* Hasta el final del {day}: {what}"
    ),
    "standstill.proposed": "*{who} propone una tregua.* Hasta el final del {day}: {what}",
    "terms.title": "Puntos que podrían formar parte de un paquete",
    "terms.tied": "{own}: solo con {other}.",
    "terms.other_than": "{name} distinto de {option}",
    "terms.or": " o ",
    "terms.today": "hoy",
    "terms.usual": "lo habitual, compruébenlo",
    "package": "Paquete {letter}",
    "package.term": "Punto",
    "package.today": "Hoy",
    "package.open": "sin fijar",
    "package.gains": "Gana {side}",
    "package.about": "cerca del {share} %",
    "package.gains_are": (
        "Lo que gana una parte se expresa sobre lo máximo que podría ganar aquí, redondeado a "
        "decenas."
    ),
    "package.balance": "Lo que gana cada parte, sobre lo máximo que podría ganar aquí",
    "package.of_the_most": "Sobre lo máximo que cada una podría ganar aquí:",
    "package.changed": "hoy {today}",
    "package.stays": "Como hoy: {kept}.",
    "package.against": "Frente al A: {changes}.",
    "package.instead": "{term} {here} en lugar de {there}",
    "package.more": "; {count} más",
    "package.gets": "*{side}* recibe: {gets}",
    "package.serves": "También sirve a esto: {goals}",
    "package.no_better": "Más o menos como las condiciones de hoy para al menos una parte.",
    "package.uneven.two": ("Aquí una parte gana más que la otra; las dos quedan mejor que hoy."),
    "package.uneven.more": ("Aquí una parte gana más que otra; todas quedan mejor que hoy."),
    "package.give": "Da",
    "package.get": "Recibe",
    "package.you_give": "Ustedes dan",
    "package.you_get": "Ustedes reciben",
    "how.better.one": (
        "Este paquete deja a {everybody} mejor que las condiciones de hoy, según lo que dijo cada "
        "una, y no se puede mejorar para una parte sin que le cueste {another_one}. "
    ),
    "how.better.many": (
        "Cada uno de estos {count} paquetes deja a {everybody} mejor que las condiciones de hoy, "
        "según lo que dijo cada una, y ninguno se puede mejorar para una parte sin que le cueste "
        "{another_one}. "
    ),
    "how.best.one": (
        "Según lo que cada parte dijo en privado, este paquete no se puede mejorar para una parte "
        "sin que le cueste {another_one}. "
    ),
    "how.best.many": (
        "Según lo que cada parte dijo en privado, ninguno de estos paquetes se puede mejorar para "
        "una parte sin que le cueste {another_one}. "
    ),
    "how.nash": (
        "El paquete A es la solución de negociación de Nash, con el mayor producto de las "
        "ganancias de {everybody}. "
    ),
    "how.expected": (
        "El paquete A tiene el mayor producto esperado de las ganancias de {everybody} (Nash), "
        "según lo que dijo cada una. "
    ),
    "how.nearest": (
        "De los paquetes que no se habían mostrado, el A se acerca más al mayor producto de las "
        "ganancias de {everybody} (Nash). "
    ),
    "how.round": "Ronda {number} de 3 como máximo.",
    "agreed.title": "Lo acordado",
    "agreed.before": "antes: {before}",
    "agreed.as_before": "como antes",
    "agreed.since": "desde ahora",
    "agreed.signed": "Firmado por {who}. ",
    "agreed.unsigned": "Todavía sin firmar. ",
    "agreed.version": "Versión `{version}`.",
    "agreed.for": "{who} en nombre de {side}",
    "agreed.outside": "{who} en nombre de {side}, fuera de Slack el {day}, según atestigua {by}",
    "agreed.review": "{Both} partes lo revisan el {day}.",
    "promise.by": "{who}, para el {day}",
    "promise.signed": "firmado: {day}",
    "promise.open": "pendiente",
    "promise.done": "hecho, por confirmar",
    "promise.contested": "falta algo",
    "promise.confirmed": "hecho y confirmado",
    "promise.measured": "Se mide así:",
    "promise.shown": "Lo muestra:",
    "promise.missing": "Se echa en falta:",
    "promise.looked_into": "_Se examina en:_ caso {number}",
    "promise.wish": "_{who} pide:_ {what}, para el {day}{rhythm}",
    "promise.offers": "{who} ofrece un compromiso más:",
    "promise.holds": "Vale en cuanto {another} lo acepte.",
    "promise.kept": "cumplido {count}×",
    "promise.until": "hasta el {day}",
    "every.week": "cada semana",
    "every.two_weeks": "cada dos semanas",
    "every.month": "cada mes",
    "every.month_end": "el último día laborable del mes",
    "every.quarter": "cada trimestre",
    "passage.happened": "Qué pasó",
    "passage.question": "La pregunta",
    "count": "Contado: {what}",
    "count.otif": "a tiempo y completo",
    "count.index_price": "un cambio de precio según un índice",
    "count.detention": "tiempo de espera",
    "count.lateness": "días de retraso",
    "count.typed": "{side}: lo escribió {who}",
    "count.pasted": "{side}: {rows}, como texto, de {who}",
    "count.given": "{side}: {source}, {rows}, de {who}; SHA-256 {digest}…",
}
