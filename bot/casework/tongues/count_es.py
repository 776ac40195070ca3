"""Spanish: the form to count something together."""

SAYINGS = {
    "counting": "Contar juntos",
    "counting.send": "Contar",
    "counting.public": (
        "Todos aquí ven cada manera usual de contar, con su fórmula, lo que quedó fuera o se "
        "supuso y por qué, quién dio las cifras, y el nombre y la huella del archivo. Las filas "
        "se quedan con usted."
    ),
    "counting.otif": "A tiempo y completo",
    "counting.index_price": "Precio según índice",
    "counting.detention": "Tiempo de espera",
    "counting.lateness": "Días de retraso",
    "counting.instead": "Otro archivo en lugar de {name}, que se conserva",
    "counting.lines": "Un CSV de líneas de pedido",
    "counting.columns": (
        "Una fila por línea de pedido, con una fila de encabezados: pedido, fecha de entrega, "
        "llegada, cantidad pedida, cantidad entregada; también línea, cita y motivo (por qué una "
        "línea no debe contar), si los hay. En español, inglés o alemán."
    ),
    "counting.rows": "O las filas, o recuentos",
    "counting.paste": (
        "Pegue las filas con sus encabezados, o escriba un recuento por línea, como “619 de 660 "
        "líneas de pedido por fecha de cita”."
    ),
    "counting.stays": "Un CSV de estancias",
    "counting.stay_columns": "Encabezados: llegada, salida; también cita y muelle.",
    "counting.arrived": "Llegada a la puerta",
    "counting.left": "Salida",
    "counting.appointment": "Cita",
    "counting.docked": "En el muelle",
    "counting.free": "Horas libres",
    "counting.rate": "Tarifa por hora",
    "counting.step": "Se cuenta en pasos de, minutos",
    "counting.then": "Índice entonces",
    "counting.then_like": "104,2, o 2026-01 con un archivo",
    "counting.now": "Índice ahora",
    "counting.now_like": "110,8, o 2026-10 con un archivo",
    "counting.share": "Parte del precio que es material, %",
    "counting.passed": "Del cambio, se traslada, %",
    "counting.band": "Banda muerta, %",
    "counting.cap": "Tope, %",
    "counting.no_cap": "ninguno",
    "counting.lag": "Desfase, meses (con un archivo)",
    "counting.series": "Un CSV del índice",
    "counting.series_columns": "Encabezados: mes, índice.",
    "counting.due": "Acordado para",
    "counting.happened": "Ocurrió el",
    "counting.dates": "Cómo se escriben fechas como 03/04/2026",
    "counting.day_first": "Primero el día: 31/12/2026",
    "counting.month_first": "Primero el mes: 12/31/2026",
    "counting.unsure": "Solo hace falta si las cifras mismas no lo muestran.",
}
