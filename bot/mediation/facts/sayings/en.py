"""English."""

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_COLUMNS = {
    "column.order": "the order number (“order”)",
    "column.due": "the day that was agreed (“due”)",
    "column.arrived": "when it came (“arrived”)",
    "column.ordered": "the quantity ordered (“ordered”)",
    "column.delivered": "the quantity delivered (“delivered”)",
    "column.left": "when it left (“left”)",
    "column.line": "the line (“line”)",
    "column.appointment": "the appointment (“appointment”)",
    "column.exclusion": "why a row should not count (“exclusion”)",
    "column.docked": "when it reached the dock (“docked”)",
    "column.day": "the day (“day”)",
    "column.month": "the month (“month”)",
    "column.index": "the index (“index”)",
}
_FILES = {
    "too_large": "The file is larger than 10 MB. Please send a part of it.",
    "no_csv": "This is no CSV file, whatever its name ends in. Save the sheet as CSV and send it "
    "again.",
    "no_text": "This is no text file. Save the sheet as CSV and send it again.",
    "empty": "Nothing stands in this file. Please look whether it is the right one.",
    "no_rows": "This needs a row of headings and at least one row below it.",
    "many_rows": "This has more than {most} rows. Please send a part of it.",
    "endless": "Line {line} is too long to be a row of a table.",
    "long_cell": "Line {line}: one cell is too long to read.",
    "quotes": "Line {line}: a quotation mark is not closed, or stands in the middle of a cell.",
    "wide": "Line {line} has {cells} cells and the headings {headings}: a mark inside a number or "
    "a text divides one of them. Save the file with semicolons between the cells, or that cell in "
    "quotation marks, and send it again.",
    "missing": "The headings here are {found}. Still missing: {missing}. Give a column that "
    "heading, or add it, and send this again.",
    "no_headings": "No row of headings is understood here; the first row reads {found}. Please "
    "write above it which column is what, and send this again. Needed: {missing}.",
    "twice": "The heading “{heading}” stands above two columns that differ. Please name one of "
    "them otherwise and send this again.",
}
_CELLS = {
    "at": "Line {line}, column “{column}”: {what}",
    "formula": "a formula stands here. Save the file with its values and send it again.",
    "no_day": "“{text}” is no date, like 2026-11-03.",
    "serial": "“{text}” is a day as a spreadsheet keeps it. Show that column as dates, save it as "
    "CSV again and send it.",
    "clock_only": "“{text}” has no day. Write both in one cell, like 2026-11-03 22:10.",
    "no_quantity": "“{text}” is no quantity, like 120.",
    "below_zero": "“{text}” is no quantity of a delivery, because it is below zero. Leave returns "
    "and credits out and send it again.",
    "no_index": "“{text}” is no index value above zero, like 104.2.",
    "date_missing": "a date is missing here. Fill it in, or leave the row out, and send it again.",
    "quantity_missing": "a quantity is missing here. Fill it in, or leave the row out, and send "
    "it again.",
    "time_missing": "a time is missing here. Fill it in, or leave the row out, and send it again.",
    "month_missing": "a month is missing here. Fill it in, or leave the row out, and send it "
    "again.",
    "row_alone": "a date is missing here. If this row is a sum, take it out, or write “Total” in "
    "it.",
    "order_missing": "this cell is empty. Merged cells lose their text in a CSV: fill it in on "
    "every row and send it again.",
    "month_twice": "this month stands in the file twice, with another value. Leave one of them and "
    "send it again.",
    "before_arrival": "this is before the arrival. Please check the two times.",
    "not_within": "this is not between the arrival and the departure. Please check the times.",
}
_DAYS = {
    "two_ways": "“{text}” can be read two ways. Choose what comes first, day or month.",
    "both_ways": "“{day}” puts the day first, “{month}” the month. Please write all in one way.",
    "other_way": "“{text}” cannot be read that way. Choose the other one.",
    "zones": "“{with_zone}” names its time zone and “{without}” does not. Please write all in one "
    "way.",
}
_TYPED = {
    "nothing": "Attach a CSV file, paste its rows here, or write counts.",
    "counts": "Paste the rows with their headings, or write one count a line in figures, such as "
    "“619 of 660 order lines by appointment date”.",
    "many_counts": "Please write at most {most} counts.",
    "no_part": "“{text}”: the first number has to be a part of the second.",
    "file_or_times": "A file is attached. Please give one of the two: the file, or the times here.",
    "moment": "Write the day and the time, like 2026-11-03 08:10.",
    "left_before": "This is before the arrival. Please check the two times.",
    "docked_outside": "This is not between the arrival and the departure. Please check it.",
    "number": "Write a number from {least} to {most}.",
    "figure_two_ways": "“{text}” can be read two ways. Write {thousands}, or {fraction}.",
    "whole": "Write a whole number from {least} to {most}.",
    "index_value": "Write the index value, above zero, like 104.2.",
    "index_month": "“{text}” is no month. Write it like 2026-03.",
    "no_month": "The index has no value for {month}. It goes from {first} to {last}.",
    "lag_alone": "A lag needs the index month by month. Attach it as a CSV, or leave this empty.",
    "two_dates": "Days late are counted from two dates. Please choose both.",
    "choose_day": "Choose a date, like 2026-11-03.",
}
_RESULTS = {
    "order lines": "order lines",
    "orders": "orders",
    "delivery date": "delivery date",
    "appointment date": "appointment date",
    "otif.way": "{counted} by {day}{left_out}{once}",
    "otif.left_out": ", excluded ones left out",
    "otif.once": ", identical rows once",
    "otif.formula": "{met} of {of} {way} = {share}",
    "otif.none": "no {counted} to count",
    "none": "",
    "text": "{text}",
    "as_typed": "as typed",
    "equals": "{left} = {right}",
    "arrival at the gate": "arrival at the gate",
    "the appointment": "the appointment",
    "the later of arrival and appointment": "the later of arrival and appointment",
    "docking": "docking",
    "stay.from": "from {start}{once}",
    "stay.once": ", identical rows once",
    "stay.value": "{hours} h, {amount}",
    "stay.formula": "{waited} h from {start} − {free} h free, in steps of {step} min = {hours} h × "
    "{rate}",
    "stays.formula.one": "1 stay from {start}{once}{known}, less {free} h free, in steps of "
    "{step} min: {hours} h × {rate} = {amount}",
    "stays.formula.many": "{count} stays from {start}{once}{known}, less {free} h free each, in "
    "steps of {step} min: {hours} h × {rate} = {amount}",
    "stays.known": " (noted for {count} of {of} stays)",
    "index.whole": "the whole change of the index counts",
    "index.beyond": "only what lies beyond the dead band counts",
    "index.back.one": "{way}, 1 month back",
    "index.back.many": "{way}, {count} months back",
    "index.formula": "index {base} to {current}: {change}",
    "index.change": "{moved} × {share} material × {passed} passed on = {result}{held}",
    "index.moved": "{change} index",
    "index.within": "{change} index, within ± {band}, counts as 0 %",
    "index.past": "{change} of the index beyond ± {band}",
    "index.held": ", held at {held}",
    "days.calendar": "calendar days",
    "days.working": "working days, Monday to Friday",
    "days.formula": "from {due} to {happened} = {days}",
    "days.formula.working": "from {due} to {happened}, Monday to Friday = {days}",
    "days.late.one": "1 day late",
    "days.late.many": "{count} days late",
    "days.early.one": "1 day early",
    "days.early.many": "{count} days early",
}
_NOTES = {
    "note.line.one": "line {lines}",
    "note.line.many": "lines {lines}",
    "note.more": "{lines} and {count} more",
    "note.above.one": "1 row above the headings is left out.",
    "note.above.many": "{count} rows above the headings are left out.",
    "note.totals.one": "1 row sums up others and is left out ({where}).",
    "note.totals.many": "{count} rows sum up others and are left out ({where}).",
    "note.remarks.one": "1 row is a remark and is left out ({where}).",
    "note.remarks.many": "{count} rows are remarks and are left out ({where}).",
    "note.again.one": "1 row repeats the headings and is left out ({where}).",
    "note.again.many": "{count} rows repeat the headings and are left out ({where}).",
    "note.same.one": "1 row is the same as an earlier one in every cell ({where}). Each row "
    "counts; beside it stands what comes of it if identical rows count once. Which one is meant?",
    "note.same.many": "{count} rows are the same as an earlier one in every cell ({where}). Each "
    "row counts; beside it stands what comes of it if identical rows count once. Which one is "
    "meant?",
    "note.parts.one": "1 order line stands in several rows that differ ({where}), as with a part "
    "delivery. Each row counts by itself.",
    "note.parts.many": "{count} order lines stand in several rows that differ ({where}), as with "
    "part deliveries. Each row counts by itself.",
    "note.carried.one": "1 row has no order number ({where}) and counts to the order above it.",
    "note.carried.many": "{count} rows have no order number ({where}) and count to the order above "
    "them.",
    "note.shortened": "Order numbers such as “{text}” were shortened by a spreadsheet; different "
    "orders may count as one. Showing that column as text before saving helps.",
    "note.not_due.one": "1 row is due only after {day} and has not come; it is left out ({where}).",
    "note.not_due.many": "{count} rows are due only after {day} and have not come; they are left "
    "out ({where}).",
    "note.nothing.one": "1 row orders nothing and is left out ({where}).",
    "note.nothing.many": "{count} rows order nothing and are left out ({where}).",
    "note.not_come.one": "1 row has no day of arrival and counts as not come ({where}).",
    "note.not_come.many": "{count} rows have no day of arrival and count as not come ({where}).",
    "note.unknown.one": "1 row has no quantity delivered and counts as 0 ({where}).",
    "note.unknown.many": "{count} rows have no quantity delivered and count as 0 ({where}).",
    "note.no_booking": "No appointments are noted, so it is counted by delivery date alone.",
    "note.some_booked.one": "1 of {of} rows has no appointment; there the delivery date counts.",
    "note.some_booked.many": "{count} of {of} rows have no appointment; there the delivery date "
    "counts.",
    "note.met": "On time is on the day or before it; in full is at least what was ordered.",
    "note.excluded.one": "1 row is marked to be excluded: {reasons}.",
    "note.excluded.many": "{count} rows are marked to be excluded: {reasons}.",
    "note.reason": "{text} ({count})",
    "note.others": "others ({count})",
    "note.far.one": "1 row has its days more than a year apart ({where}). Is that as it was?",
    "note.far.many": "{count} rows have their days more than a year apart ({where}). Is that as it "
    "was?",
    "note.either": "For {what}, “{chosen}” is read; there is also “{other}”.",
    "note.unread.one": "1 column is not read: {columns}.",
    "note.unread.many": "{count} columns are not read: {columns}.",
    "note.day_shown": "“{text}” is read as {day}, because “{proof}” can be read one way only.",
    "note.day_told": "“{text}” is read as {day}, as was chosen.",
    "note.offsets": "Times are in different zones; each day counts as it is written.",
    "note.thousand": "“{text}” is read as {figure}.",
    "note.clocks.one": "1 stay lies over a change of the clocks in Europe or North America "
    "({where}); its hours are by the clock. With the zone, like 08:10+01:00, they are exact.",
    "note.clocks.many": "{count} stays lie over a change of the clocks in Europe or North America "
    "({where}); their hours are by the clock. With the zone, like 08:10+01:00, they are exact.",
    "note.clock": "The clocks change in Europe or North America during this stay; the hours are by "
    "the clock. With the zone, like 08:10+01:00, they are exact.",
    "note.long.one": "1 stay is longer than a week ({where}). Is that as it was?",
    "note.long.many": "{count} stays are longer than a week ({where}). Is that as it was?",
    "note.long_alone": "This stay is longer than a week. Is that as it was?",
    "note.midnight.one": "1 stay goes past midnight ({where}): the earlier time is the next day's.",
    "note.midnight.many": "{count} stays go past midnight ({where}): the earlier time is the next "
    "day's.",
}
WORDS = {**_COLUMNS, **_FILES, **_CELLS, **_DAYS, **_TYPED, **_RESULTS, **_NOTES}
