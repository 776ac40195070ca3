"""Facts that can be computed: both sides see the result, the formula and the rows it came from.

    rows.read_lines        order lines from a CSV text
    otif.count, otif.every on time in full, by every usual definition, side by side
    index_price.change     a price change from an index
    detention.charge       waiting time at a dock
    lateness.days_late     days between two dates

Pure functions, standard library only. What cannot be read is refused with its row and column.
"""
