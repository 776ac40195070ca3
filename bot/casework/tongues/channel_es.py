"""Spanish: what a channel or a person reads of Parley outside of a case."""

SAYINGS = {
    "fair.signed": "Un solo toque, si quiere: ¿fue justo el camino hasta aquí?",
    "fair.fulfilled": "Todo está hecho. Un solo toque, si quiere: visto ahora, ¿fue justo?",
    "fair.private": (
        "Su respuesta queda con su parte y en el registro propio de Parley; nadie más la ve nunca."
    ),
    "fair.thanks": "Gracias. Su respuesta se guarda solo para su parte.",
    "felt.fair": "Justo",
    "felt.mostly": "Bastante justo",
    "felt.not_fair": "No fue justo",
    "clarify.about": "Sobre lo que escribió {who}:",
    "clarify.cleared_up": "Aclarado. Gracias a {both} partes.",
    "clarify.case": "Esto pasó a ser un caso, para que no se pierda nada.",
    "clarify.one": (
        "{who}: una línea suya, por favor. {question} Las líneas de {both} partes aparecen aquí "
        "juntas en cuanto esté la suya."
    ),
    "clarify.many": (
        "{who}: una línea de cada parte, por favor. {question} Las líneas aparecen aquí juntas en "
        "cuanto estén las de {both} partes."
    ),
    "clarify.mean": "¿Qué quiso decir?",
    "clarify.understand": "¿Qué entendió?",
    "clarify.both": "¿Qué se quiso decir y qué se entendió?",
    "clarify.in": "Ya están las líneas de {both} partes. ¿Queda aclarado?",
    "clarify.noted": "{who}: aclarado.",
    "clarify.meant": "{side} quiso decir",
    "clarify.understood": "{side} entendió",
    "pinned.what": "Parley, un programa{by}, no toma partido y sirve a todos aquí por igual.",
    "pinned.by": " a cargo de {host}",
    "pinned.shows": (
        "*My desk* muestra lo que tiene pendiente, lo que su parte contó en privado y sus "
        "compromisos."
    ),
    "pinned.seen": (
        "Lo que abre lo ve solo usted. Nada de lo que escriba se guarda antes de que lo acepte; "
        "*What is kept*, ahí dentro, dice dónde y quién podría leerlo."
    ),
    "pinned.title": "My desk: lo que tiene pendiente en Parley",
    "ways.ask": "¿En qué puedo ayudar con esto?",
    "ways.more": "¿O se trata de otra cosa?",
    "ways.private": "Lo que una parte cuenta en privado nunca llega a la otra.",
    "list.none": (
        "No hay ningún caso abierto en este canal. *Raise an issue* en My desk empieza uno, o una "
        "mención de Parley en un hilo."
    ),
    "list.case": "•  Caso {number}, {title}: {stage}",
    "list.count.one": "1 caso abierto",
    "list.count.many": "{count} casos abiertos",
    "list.page": "Página {number} de {pages}",
    "written": "Lo que escribió, para copiarlo:",
    "help": "Lo que Parley puede hacer",
    "help.unknown": "Parley todavía no conoce «{verb}». Conoce esto:",
    "help.no_text": (
        "Diga qué texto hay que mirar, por ejemplo `/parley tradeoffs pago a 60 días en lugar de "
        "30`. Parley también conoce esto:"
    ),
    "help.raise": "`/parley raise QUÉ`  escribir un asunto, para que todos trabajen en él",
    "help.list": "`/parley list`  los casos abiertos de este canal",
    "help.case": "`/parley case 3`  abrir lo que puede hacer ahora en el caso 3",
    "help.tradeoffs": (
        "`/parley tradeoffs TEXTO`  intercambios para los puntos de un texto, solo para usted"
    ),
    "help.digest": "`/parley digest`  esta semana en este canal",
    "help.mine": "`/parley digest mine`  su propia semana, en todos los canales",
    "help.settings": (
        "`/parley settings`  cuándo se les cuenta qué a usted y a este canal, días libres, el emoji"
    ),
    "help.shortcuts": (
        "En cualquier mensaje, en Más acciones: Just clarify, Raise an issue, Suggest trade-offs. "
        "O mencióneme en un hilo."
    ),
}
