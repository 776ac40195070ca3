"""Spanish: what the thread of a case and its channel are told as things move on."""

SAYINGS = {
    "told.confirming": (
        "{Both} partes han contado su versión. Antes de que alguien lea la exposición común, cada "
        "parte comprueba lo que se dice de ella."
    ),
    "told.framed": "La exposición común está lista. ¿Esto lo resuelve, o buscamos un paquete?",
    "told.counted": (
        "Una parte ha contado. Los resultados están en la tarjeta, con sus fórmulas y de dónde "
        "salen las cifras; queda abierto también para {others}."
    ),
    "told.cleared_up": "Aclarado: {both} partes dicen que la exposición lo resuelve. Gracias.",
    "told.agenda": (
        "Estos son los puntos que podrían formar parte de un paquete. Cada parte los comprueba una "
        "vez."
    ),
    "told.agenda_changed": "Los puntos han cambiado. Cada parte los comprueba como están ahora.",
    "told.rating": "Los puntos quedan así. Ahora cada parte dice en privado qué le importa más.",
    "told.round-1": "Hay paquetes sobre la mesa. Cada parte responde en privado.",
    "told.round": (
        "Ningún paquete convino a todas las partes, así que aquí hay otros. Cada parte responde en "
        "privado."
    ),
    "told.round-1.one": "Hay un paquete sobre la mesa. Cada parte responde en privado.",
    "told.round.one": (
        "Ningún paquete convino a todas las partes, así que aquí hay otro. Cada parte responde en "
        "privado."
    ),
    "told.again": (
        "Ningún paquete convino a todas las partes, así que los puntos se abren otra vez. Cada "
        "parte los comprueba y añade lo que falta; después habrá paquetes nuevos."
    ),
    "told.signing": (
        "Todas las partes podrían firmar el mismo paquete. Aquí está el texto para firmar."
    ),
    "told.signing_changed": (
        "El texto para firmar ha cambiado, así que cada parte lo firma como está ahora."
    ),
    "told.agreed": (
        "Firmado por todas las partes. Los compromisos y sus fechas están en la tarjeta."
    ),
    "told.fulfilled": "Todo lo prometido aquí está hecho. Gracias a {both} partes.",
    "told.contested": (
        "Un compromiso se marcó como hecho, y {another} echa algo en falta{promise}. La tarjeta "
        "dice qué es; se puede volver a hacer o convertir en un caso propio."
    ),
    "told.in_promise": " en «{what}»",
    "told.change": (
        "Una parte pide cambiar un compromiso. Lo que pide está en la tarjeta; nada cambia si "
        "{another} no lo acepta."
    ),
    "told.changed": (
        "El cambio de un compromiso está acordado; las palabras y la fecha nuevas están en la "
        "tarjeta."
    ),
    "told.unchanged": "Un compromiso queda como estaba.",
    "told.offered": (
        "Una parte ofrece un compromiso más. Está en la tarjeta y vale en cuanto {another} lo "
        "acepte."
    ),
    "told.joined": "Un compromiso más está acordado; está en la tarjeta.",
    "told.unoffered": "El compromiso que se ofreció ya no está sobre la mesa.",
    "told.review": "Hoy es el día de revisar este acuerdo. ¿Sigue sirviendo?",
    "told.fits": "{Both} partes dicen que el acuerdo sigue sirviendo.",
    "told.no_overlap": (
        "No se encontró ningún paquete que todas las partes pudieran firmar, y siguen las "
        "condiciones de hoy. Con otros puntos puede haberlo: la tarjeta tiene *Take it up again*."
    ),
    "told.no_overlap_found": (
        "No se encontró un paquete que todas las partes pudieran firmar, y sigue lo de hoy. "
        "*My desk* dice en privado si alguno quedó cerca para su parte. Con otros puntos "
        "puede haberlo: la tarjeta tiene *Take it up again*."
    ),
    "told.standstill_proposed": (
        "Una parte propone una tregua. Lo que significa está en la tarjeta, y vale en cuanto la "
        "acepten todas las partes."
    ),
    "told.standstill_agreed": "La tregua está acordada por todas las partes.",
    "told.standstill_until": "Hasta el final del {day}: {what}",
    "told.standstill_left": (
        "La tregua propuesta se deja a un lado. Cualquier parte puede proponer otra."
    ),
    "told.standstill_ended": (
        "La tregua ha terminado. Puede seguir otra, si {both} partes todavía la quieren."
    ),
    "told.left": (
        "Consentimiento retirado en este caso: {gone}. Lo firmado sigue firmado; a nadie de esa "
        "parte se le pregunta ni se le recuerda ya nada aquí."
    ),
    "told.a_side": "una parte",
    "told.back": "Una parte que había retirado su consentimiento vuelve a participar en este caso.",
    "told.withdrawn": "Este caso se retiró. Lo dicho aquí no vale como admisión de {neither}.",
    "told.asks": (
        "¿Algo que deberían saber sobre su forma de trabajar? La pregunta está en My desk."
    ),
    "ended.no_overlap": "No se encontró ningún paquete que todas las partes pudieran firmar.",
    "ended.too_many": (
        "Aquí hay más paquetes de los que se pueden sopesar con exactitud. Plantéelo "
        "otra vez con menos puntos o menos opciones."
    ),
    "ended.cleared_up": "La exposición común lo resolvió.",
    "ended.withdrawn": "{side} lo retiró.",
    "ended.holds": "Todo vale desde ahora.",
    "ended.left": "{side} retiró su consentimiento. Lo dicho aquí sigue sin perjuicio.",
    "ended.fulfilled": "Todo lo prometido está hecho.",
    "people.nobody_yet": (
        "Aquí todos pueden hablar y firmar por su propia parte. La parte que lo quiera más "
        "limitado nombra a sus personas en My desk."
    ),
    "people.everybody": "Por {side} pueden hablar y firmar todos los suyos que están aquí.",
    "people.named": "Por {side}: para hablar, {speaks}; para firmar, {signs}.",
    "people.not_here": "{name} (todavía no está en este canal)",
    "people.nobody": "nadie todavía",
    "ladder": (
        "Esto espera a {side} desde el {day}, y la parte lo dejó arreglado así. ¿Puede ayudar a "
        "que avance?"
    ),
    "handed": (
        "{name} ya no está en este canal. Por {side}, este compromiso sigue ahora con quien nombra "
        "este mensaje: {what}"
    ),
    "handed.somebody": "Quien se comprometió",
    "sharing.renamed": "{now} es el nuevo nombre de {before}; todo lo demás sigue igual.",
    "sharing.gone": (
        "Ya no forma parte de este canal: {gone}. Por eso este caso se conserva como está y "
        "espera. Sigue en cuanto el canal se vuelva a compartir; a nadie se le pasa un plazo por "
        "esto."
    ),
    "sharing.back": (
        "{Both} partes están otra vez en este canal, así que este caso sigue donde estaba."
    ),
    "departed.still": (
        "{name}, a quien {side} había nombrado, ya no está en este canal. Los casos siguen como "
        "están: hay otras personas nombradas por {side}."
    ),
    "departed.nobody": (
        "{name}, a quien {side} había nombrado, ya no está en este canal, y no hay nadie más "
        "nombrado por {side}. Sus casos se conservan como están. Cualquiera de {side} puede "
        "nombrar quién sigue, en «Your side's people», en My desk."
    ),
    "departed.somebody": "Alguien",
    "standing.given": (
        "{side} acepta lo que Parley guarda, para todos los suyos y todos los casos desde ahora: "
        "{name} ({role}) dice que puede decidirlo. Está en «What is kept», en My desk, donde quien "
        "firma por {side} puede retirarlo."
    ),
    "standing.revoked": (
        "{side} ha retirado lo que había aceptado para todos los suyos; lo hizo {name}. Desde "
        "ahora cada persona de {side} acepta por sí misma, caso por caso."
    ),
    "standing.somebody": "alguien de esa parte",
}
