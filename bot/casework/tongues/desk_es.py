"""Spanish: what one person reads on Home and on My desk."""

SAYINGS = {
    "agree": "Aceptarlo",
    "do.clarifying": "Cuente su versión",
    "do.confirming": "Compruebe su parte",
    "do.agenda": "Compruebe los puntos",
    "do.rating": "Diga qué importa",
    "do.proposed": "Responder en privado",
    "do.signing": "Leer y firmar",
    "desk.waits": "Lo que tiene pendiente",
    "desk.nothing": "No tiene nada pendiente. Un buen momento para un café.",
    "desk.more": "Y {count} más, que aparecen a medida que se hacen estas.",
    "desk.promises": "Compromisos",
    "desk.going_on": "En marcha",
    "desk.alone": "Ahora mismo no está aquí nadie que hable o firme por *{side}*.",
    "desk.alone_waits": "Sus casos esperan hasta que se nombre a alguien.",
    "desk.story": "La versión, contada en el caso {number} por {who}, {moment}",
    "desk.ratings": "Lo que importa, dicho en el caso {number} por {who}, {moment}",
    "desk.answer": "Los paquetes, respondidos en el caso {number} por {who}, {moment}",
    "desk.named": "{by} ha nombrado a {who} por {side}.",
    "desk.confirm_named": "Confírmelo si es así; hasta entonces no pertenece a ninguna parte.",
    "desk.with": "*{side}*, con {others}",
    "desk.speaks": "Habla: {speaks}  ·  Firma: {signs}",
    "desk.nobody": "nadie que esté aquí",
    "desk.all_read": "Todos los de su parte leen lo que contó en privado.",
    "desk.everybody": "Todos los de su parte en el canal pueden hablar y firmar por ella.",
    "desk.mine": "*Usted*: {what}",
    "desk.theirs": "*{who}*: {what}",
    "desk.offers": "*{who}* ofrece un compromiso más: {what}",
    "desk.i_offer": "*Usted* ofrece un compromiso más: {what}",
    "desk.by": "Para el {day}{rhythm}  ·  {others}caso {number}",
    "desk.rests": "El caso {number} lo examina; mientras tanto nadie lo espera aquí.",
    "desk.settled": "Resuelto en el caso {number}. Confírmelo si ahora se cumple.",
    "desk.wish": "*{who}* pide cambiar un compromiso: {what}",
    "desk.wish_to": "_Por:_ {what}, para el {day}  ·  caso {number}",
    "desk.ask": "¿Algo que debería saberse en {others} sobre su forma de trabajar?",
    "desk.ask_them": "¿Algo que deberían saber sobre su forma de trabajar?",
    "topic.hours": "¿Cuándo trabajan y cuándo es mejor localizarles?",
    "topic.realities": "¿Con qué de su día a día conviene contar?",
    "topic.drivers": "¿Por qué les miden, o qué les presiona?",
    "topic.holidays": "¿Qué festivos o semanas de mucho trabajo conviene conocer?",
    "topic.culture": "¿Cómo prefieren que se digan y se decidan las cosas?",
    "desk.ways": (
        "En cualquier mensaje, en Más acciones: *Just clarify*, *Raise an issue*, *Suggest "
        "trade-offs*. O mencione a Parley en un hilo, o escríbale aquí."
    ),
    "desk.ways_in_channel": (
        "Mencione a Parley en un hilo y muestra cómo empezar: *Just clarify*, *Raise an issue*, "
        "*Suggest trade-offs*. My desk sigue fijado en el canal."
    ),
    "pulse": "¿Cómo va esta colaboración?",
    "pulse.private": (
        "Un solo toque al mes, si quiere. Solo lo ve su parte; nadie más lo ve nunca."
    ),
    "pulse.said": "Cómo la vio su parte, solo para su parte: {said}",
    "going.very_well": "Muy bien",
    "going.well": "Bien",
    "going.so_so": "Regular",
    "going.not_well": "No muy bien",
    "going.badly": "Mal",
}
