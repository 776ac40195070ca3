"""Spanish."""

MONTHS = ("ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sep", "oct", "nov", "dic")
_COLUMNS = {
    "column.order": "el número de pedido (“pedido”)",
    "column.due": "el día acordado (“fecha de entrega”)",
    "column.arrived": "cuándo llegó (“llegada”)",
    "column.ordered": "la cantidad pedida (“cantidad pedida”)",
    "column.delivered": "la cantidad entregada (“cantidad entregada”)",
    "column.left": "cuándo salió (“salida”)",
    "column.line": "la línea (“línea”)",
    "column.appointment": "la cita (“cita”)",
    "column.exclusion": "por qué una fila no debe contar (“motivo”)",
    "column.docked": "cuándo llegó al muelle (“muelle”)",
    "column.day": "el día (“día”)",
    "column.month": "el mes (“mes”)",
    "column.index": "el índice (“índice”)",
}
_FILES = {
    "too_large": "El archivo pasa de 10 MB. Envíe una parte, por favor.",
    "no_csv": "Esto no es un archivo CSV, termine como termine su nombre. Guarde la hoja como CSV "
    "y envíela otra vez.",
    "no_text": "Esto no es un archivo de texto. Guarde la hoja como CSV y envíela otra vez.",
    "empty": "Este archivo no contiene nada. Mire, por favor, si es el que quería enviar.",
    "no_rows": "Hace falta una fila de encabezados y al menos una fila debajo.",
    "many_rows": "Hay más de {most} filas. Envíe una parte, por favor.",
    "endless": "La línea {line} es demasiado larga para ser una fila de una tabla.",
    "long_cell": "Línea {line}: una celda es demasiado larga para leerla.",
    "quotes": "Línea {line}: unas comillas no se cierran, o están en medio de una celda.",
    "wide": "La línea {line} tiene {cells} celdas y los encabezados {headings}: un signo dentro de "
    "un número o de un texto parte una de ellas. Guarde el archivo con punto y coma entre las "
    "celdas, o esa celda entre comillas, y envíelo otra vez.",
    "missing": "Los encabezados son {found}. Todavía falta: {missing}. Ponga ese encabezado a una "
    "columna, o añádala, y envíelo otra vez.",
    "no_headings": "Aquí no se entiende ninguna fila de encabezados; la primera fila dice {found}. "
    "Escriba encima qué es cada columna y envíelo otra vez. Hace falta: {missing}.",
    "twice": "El encabezado “{heading}” está sobre dos columnas distintas. Cambie el nombre de una "
    "de ellas y envíelo otra vez.",
}
_CELLS = {
    "at": "Línea {line}, columna “{column}”: {what}",
    "formula": "aquí hay una fórmula. Guarde el archivo con sus valores y envíelo otra vez.",
    "no_day": "“{text}” no es una fecha, como 2026-11-03.",
    "serial": "“{text}” es un día como lo guarda una hoja de cálculo. Muestre esa columna como "
    "fechas, guárdela otra vez como CSV y envíela.",
    "clock_only": "“{text}” no lleva día. Escriba los dos en una celda, como 2026-11-03 22:10.",
    "no_quantity": "“{text}” no es una cantidad, como 120.",
    "below_zero": "“{text}” no es la cantidad de una entrega, porque está por debajo de cero. "
    "Quite las devoluciones y los abonos y envíelo otra vez.",
    "no_index": "“{text}” no es un valor del índice mayor que cero, como 104,2.",
    "date_missing": "aquí falta una fecha. Póngala, o quite la fila, y envíelo otra vez.",
    "quantity_missing": "aquí falta una cantidad. Póngala, o quite la fila, y envíelo otra vez.",
    "time_missing": "aquí falta una hora. Póngala, o quite la fila, y envíelo otra vez.",
    "month_missing": "aquí falta un mes. Póngalo, o quite la fila, y envíelo otra vez.",
    "row_alone": "aquí falta una fecha. Si esta fila es una suma, quítela, o escriba “Total” en "
    "ella.",
    "order_missing": "esta celda está vacía. Las celdas combinadas pierden su texto en un CSV: "
    "rellénelas en cada fila y envíelo otra vez.",
    "month_twice": "este mes está dos veces en el archivo, con otro valor. Deje uno y "
    "envíelo otra vez.",
    "before_arrival": "esto es antes de la llegada. Revise las dos horas, por favor.",
    "not_within": "esto no está entre la llegada y la salida. Revise las horas, por favor.",
}
_DAYS = {
    "two_ways": "“{text}” puede leerse de dos maneras. Elija qué va primero, el día o el mes.",
    "both_ways": "“{day}” pone primero el día y “{month}” el mes. Escríbalo todo de una manera, "
    "por favor.",
    "other_way": "“{text}” no puede leerse así. Elija la otra manera.",
    "zones": "“{with_zone}” dice su zona horaria y “{without}” no. Escríbalo todo de una manera, "
    "por favor.",
}
_TYPED = {
    "nothing": "Adjunte un archivo CSV, pegue aquí sus filas o escriba recuentos.",
    "counts": "Pegue las filas con sus encabezados, o escriba un recuento por línea en cifras, "
    "como “619 de 660 líneas de pedido por fecha de cita”.",
    "many_counts": "Escriba como mucho {most} recuentos, por favor.",
    "no_part": "“{text}”: el primer número tiene que ser una parte del segundo.",
    "file_or_times": "Hay un archivo adjunto. Elija una de las dos cosas, por favor: el archivo o "
    "las horas aquí.",
    "moment": "Escriba el día y la hora, como 2026-11-03 08:10.",
    "left_before": "Esto es antes de la llegada. Revise las dos horas, por favor.",
    "docked_outside": "Esto no está entre la llegada y la salida. Revíselo, por favor.",
    "number": "Escriba un número de {least} a {most}.",
    "figure_two_ways": "“{text}” puede leerse de dos maneras. Escriba {thousands}, o {fraction}.",
    "whole": "Escriba un número entero de {least} a {most}.",
    "index_value": "Escriba el valor del índice, mayor que cero, como 104,2.",
    "index_month": "“{text}” no es un mes. Escríbalo como 2026-03.",
    "no_month": "El índice no tiene valor para {month}. Va de {first} a {last}.",
    "lag_alone": "Un desfase necesita el índice mes a mes. Adjúntelo como CSV, o deje esto vacío.",
    "two_dates": "Los días de retraso se cuentan entre dos fechas. Elija las dos, por favor.",
    "choose_day": "Elija una fecha, como 2026-11-03.",
}
_RESULTS = {
    "order lines": "líneas de pedido",
    "orders": "pedidos",
    "delivery date": "fecha de entrega",
    "appointment date": "fecha de cita",
    "otif.way": "{counted} por {day}{left_out}{once}",
    "otif.left_out": ", sin las excluidas",
    "otif.once": ", las filas idénticas una vez",
    "otif.formula": "{met} de {of} {way} = {share}",
    "otif.none": "no hay {counted} que contar",
    "none": "",
    "text": "{text}",
    "as_typed": "como se escribió",
    "equals": "{left} = {right}",
    "arrival at the gate": "la llegada a la puerta",
    "the appointment": "la cita",
    "the later of arrival and appointment": "lo último de llegada y cita",
    "docking": "el atraque en el muelle",
    "stay.from": "desde {start}{once}",
    "stay.once": ", las filas idénticas una vez",
    "stay.value": "{hours} h, {amount}",
    "stay.formula": "{waited} h desde {start} − {free} h libres, en pasos de {step} min = {hours} "
    "h × {rate}",
    "stays.formula.one": "1 estancia desde {start}{once}{known}, menos {free} h libres, en pasos "
    "de {step} min: {hours} h × {rate} = {amount}",
    "stays.formula.many": "{count} estancias desde {start}{once}{known}, menos {free} h libres "
    "cada una, en pasos de {step} min: {hours} h × {rate} = {amount}",
    "stays.known": " (anotado en {count} de {of} estancias)",
    "index.whole": "cuenta todo el cambio del índice",
    "index.beyond": "cuenta solo lo que pasa de la banda muerta",
    "index.back.one": "{way}, 1 mes atrás",
    "index.back.many": "{way}, {count} meses atrás",
    "index.formula": "índice de {base} a {current}: {change}",
    "index.change": "{moved} × {share} de material × {passed} trasladado = {result}{held}",
    "index.moved": "{change} del índice",
    "index.within": "{change} del índice, dentro de ± {band}, cuenta como 0 %",
    "index.past": "{change} del índice más allá de ± {band}",
    "index.held": ", limitado a {held}",
    "days.calendar": "días naturales",
    "days.working": "días laborables, de lunes a viernes",
    "days.formula": "del {due} al {happened} = {days}",
    "days.formula.working": "del {due} al {happened}, de lunes a viernes = {days}",
    "days.late.one": "1 día de retraso",
    "days.late.many": "{count} días de retraso",
    "days.early.one": "1 día de adelanto",
    "days.early.many": "{count} días de adelanto",
}
_NOTES = {
    "note.line.one": "línea {lines}",
    "note.line.many": "líneas {lines}",
    "note.more": "{lines} y {count} más",
    "note.above.one": "1 fila sobre los encabezados queda fuera.",
    "note.above.many": "{count} filas sobre los encabezados quedan fuera.",
    "note.totals.one": "1 fila resume otras y queda fuera ({where}).",
    "note.totals.many": "{count} filas resumen otras y quedan fuera ({where}).",
    "note.remarks.one": "1 fila es una nota y queda fuera ({where}).",
    "note.remarks.many": "{count} filas son notas y quedan fuera ({where}).",
    "note.again.one": "1 fila repite los encabezados y queda fuera ({where}).",
    "note.again.many": "{count} filas repiten los encabezados y quedan fuera ({where}).",
    "note.same.one": "1 fila es igual a otra anterior en todas sus celdas ({where}). Cada fila "
    "cuenta; al lado está lo que resulta si las idénticas cuentan una vez. ¿Qué se quiere decir?",
    "note.same.many": "{count} filas son iguales a otra anterior en todas sus celdas ({where}). "
    "Cada fila cuenta; al lado está lo que resulta si las idénticas cuentan una vez. ¿Qué se "
    "quiere decir?",
    "note.parts.one": "1 línea de pedido está en varias filas distintas ({where}), como en una "
    "entrega parcial. Cada fila cuenta por sí sola.",
    "note.parts.many": "{count} líneas de pedido están en varias filas distintas ({where}), como "
    "en entregas parciales. Cada fila cuenta por sí sola.",
    "note.carried.one": "1 fila no tiene número de pedido ({where}) y cuenta con el de arriba.",
    "note.carried.many": "{count} filas no tienen número de pedido ({where}) y cuentan con el de "
    "arriba.",
    "note.shortened": "Una hoja de cálculo acortó números de pedido como “{text}”; pedidos "
    "distintos pueden contar como uno. Ayuda mostrar esa columna como texto antes de guardar.",
    "note.not_due.one": "1 fila vence después del {day} y no ha llegado; queda fuera ({where}).",
    "note.not_due.many": "{count} filas vencen después del {day} y no han llegado; quedan fuera "
    "({where}).",
    "note.nothing.one": "1 fila no pide nada y queda fuera ({where}).",
    "note.nothing.many": "{count} filas no piden nada y quedan fuera ({where}).",
    "note.not_come.one": "1 fila no tiene fecha de llegada y cuenta como no llegada ({where}).",
    "note.not_come.many": "{count} filas no tienen fecha de llegada y cuentan como no llegadas "
    "({where}).",
    "note.unknown.one": "1 fila no tiene cantidad entregada y cuenta como 0 ({where}).",
    "note.unknown.many": "{count} filas no tienen cantidad entregada y cuentan como 0 ({where}).",
    "note.no_booking": "No hay citas anotadas, así que se cuenta solo por fecha de entrega.",
    "note.some_booked.one": "1 de {of} filas no tiene cita; ahí cuenta la fecha de entrega.",
    "note.some_booked.many": "{count} de {of} filas no tienen cita; ahí cuenta la fecha de "
    "entrega.",
    "note.met": "A tiempo es ese día o antes; completo es al menos lo pedido.",
    "note.excluded.one": "1 fila está marcada para excluirla: {reasons}.",
    "note.excluded.many": "{count} filas están marcadas para excluirlas: {reasons}.",
    "note.reason": "{text} ({count})",
    "note.others": "otros ({count})",
    "note.far.one": "1 fila tiene sus días a más de un año uno de otro ({where}). ¿Fue así?",
    "note.far.many": "{count} filas tienen sus días a más de un año uno de otro ({where}). ¿Fue "
    "así?",
    "note.either": "Para {what} se lee “{chosen}”; también hay “{other}”.",
    "note.unread.one": "1 columna no se lee: {columns}.",
    "note.unread.many": "{count} columnas no se leen: {columns}.",
    "note.day_shown": "“{text}” se lee como {day}, porque “{proof}” solo puede leerse de una "
    "manera.",
    "note.day_told": "“{text}” se lee como {day}, como se eligió.",
    "note.offsets": "Las horas están en zonas distintas; cada día cuenta como está escrito.",
    "note.thousand": "“{text}” se lee como {figure}.",
    "note.clocks.one": "En 1 estancia cambia la hora en Europa o Norteamérica ({where}); sus horas "
    "son las del reloj. Con la zona, como 08:10+01:00, son exactas.",
    "note.clocks.many": "En {count} estancias cambia la hora en Europa o Norteamérica ({where}); "
    "sus horas son las del reloj. Con la zona, como 08:10+01:00, son exactas.",
    "note.clock": "Durante esta estancia cambia la hora en Europa o Norteamérica; las horas son "
    "las del reloj. Con la zona, como 08:10+01:00, son exactas.",
    "note.long.one": "1 estancia dura más de una semana ({where}). ¿Fue así?",
    "note.long.many": "{count} estancias duran más de una semana ({where}). ¿Fue así?",
    "note.long_alone": "Esta estancia dura más de una semana. ¿Fue así?",
    "note.midnight.one": "1 estancia pasa de medianoche ({where}): la hora menor es del día "
    "siguiente.",
    "note.midnight.many": "{count} estancias pasan de medianoche ({where}): la hora menor es del "
    "día siguiente.",
}
WORDS = {**_COLUMNS, **_FILES, **_CELLS, **_DAYS, **_TYPED, **_RESULTS, **_NOTES}
