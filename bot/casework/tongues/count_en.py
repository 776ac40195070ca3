"""English: the form to count something together."""

SAYINGS = {
    "counting": "Count it together",
    "counting.send": "Count",
    "counting.public": (
        "Everybody here sees each usual way to count, with its formula, what was left out or "
        "assumed and why, who gave the figures, and the file's name and fingerprint. The rows "
        "stay with you."
    ),
    "counting.otif": "On time in full",
    "counting.index_price": "A price by an index",
    "counting.detention": "Waiting time",
    "counting.lateness": "Days late",
    "counting.instead": "Another file in place of {name}, which is kept",
    "counting.lines": "A CSV of order lines",
    "counting.columns": (
        "One row for each order line, with a row of headings: order, due, arrived, ordered, "
        "delivered; also line, appointment and exclusion (why a line should not count), where "
        "there are. English, Spanish or German."
    ),
    "counting.rows": "Or the rows, or counts",
    "counting.paste": (
        "Paste the rows with their headings, or write one count a line, such as “619 of 660 order "
        "lines by appointment date”."
    ),
    "counting.stays": "A CSV of stays",
    "counting.stay_columns": "Headings: arrived, left; also appointment and docked.",
    "counting.arrived": "Arrived at the gate",
    "counting.left": "Left",
    "counting.appointment": "Appointment",
    "counting.docked": "At the dock",
    "counting.free": "Free hours",
    "counting.rate": "Rate an hour",
    "counting.step": "Counted in steps of, minutes",
    "counting.then": "Index then",
    "counting.then_like": "104.2, or 2026-01 with a file",
    "counting.now": "Index now",
    "counting.now_like": "110.8, or 2026-10 with a file",
    "counting.share": "Share of the price that is material, %",
    "counting.passed": "Of the change, passed on, %",
    "counting.band": "Dead band, %",
    "counting.cap": "Cap, %",
    "counting.no_cap": "none",
    "counting.lag": "Lag, months (with a file)",
    "counting.series": "A CSV of the index",
    "counting.series_columns": "Headings: month, index.",
    "counting.due": "Agreed for",
    "counting.happened": "Happened on",
    "counting.dates": "How dates such as 03/04/2026 are written",
    "counting.day_first": "The day first: 31/12/2026",
    "counting.month_first": "The month first: 12/31/2026",
    "counting.unsure": "Needed only where the figures themselves do not show it.",
}
