"""Facts that can be computed: both sides see the result, the formula and where it comes from.

    table.read_table       rows from a file's text; headings, asides: what is no line of it;
                           days, figures: what stands in its cells
    rows.read_lines        order lines; stays.read_stays, stays.read_series: gate times, an index
    otif.count, otif.every on time in full, by every usual definition, side by side
    caveats.caveats        what was left out, assumed or doubled, with how many rows and which
    index_price.change     a price change from an index
    detention.charge       waiting time at a dock
    lateness.days_late     days between two dates
    reckon.reckon          any of them from what a form or a file gave: found.Reckoning
    sayings                all of it in words, English and Spanish

Pure functions, standard library only. What cannot be read is refused with its line and column.
"""
