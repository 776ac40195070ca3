"""From what was sent in to results side by side: every usual definition on the same figures.

What is typed comes as texts by the name of its field; what cannot be read is refused under that
name.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from fractions import Fraction

from bot.mediation.facts import detention, index_price, lateness, otif, shown
from bot.mediation.facts.caveats import caveats, usual_reasons
from bot.mediation.facts.clocks import is_over_a_change
from bot.mediation.facts.counts import Calculator
from bot.mediation.facts.days import DayOrder, read_moments
from bot.mediation.facts.figures import figure, taken_for_thousands
from bot.mediation.facts.found import Found, Reckoning
from bot.mediation.facts.rows import read_lines
from bot.mediation.facts.sayings import Number, Saying, refuse, say
from bot.mediation.facts.stays import (
    LONG,
    TIMES,
    Series,
    Stays,
    as_month,
    instants,
    is_within,
    read_series,
    read_stays,
)
from bot.mediation.facts.tally import tally

Typed = Mapping[str, str]


def reckon(
    calculator: Calculator,
    typed: Typed,
    table: str | None,
    *,
    today: date | None = None,
) -> Reckoning:
    """The results for what was typed and, where there is one, a table's text.

    today: orders due later that have not come are left out.
    Raises Unreadable with the field's name ("rows" for the table) and what to change.
    """
    return _WAYS[calculator](typed, table, today)


def check(calculator: Calculator, typed: Typed) -> None:
    """Whether the figures beside a table can be used, before the table is fetched.

    Raises Unreadable with the field's name.
    """
    if calculator is Calculator.DETENTION:
        for name in TIMES:
            if typed.get(name, "").strip():
                raise refuse(name, "file_or_times")
        _rates(typed)
    elif calculator is Calculator.INDEX_PRICE:
        _clause(typed)
        for name in ("then", "now"):
            as_month(typed.get(name, ""), name)
    elif calculator is Calculator.LATENESS:
        raise refuse("due", "two_dates")


def _otif(typed: Typed, table: str | None, today: date | None) -> Reckoning:
    text = table if table is not None else typed.get("rows", "")
    if table is None:
        if not text.strip():
            raise refuse("rows", "nothing")
        if counts := tally(text):
            return counts
    read = read_lines(text, order=_order(typed), today=today)
    found = otif.every(read.lines, read.once)
    return Reckoning(
        tuple(
            Found(one.way, shown.percent(one.met, one.of) if one.of else Number("–"), one.formula)
            for one in found
        ),
        len(read.table.rows),
        caveats(read, today),
        usual_reasons(read),
    )


def _detention(typed: Typed, table: str | None, today: date | None) -> Reckoning:
    rates = free, rate, step = _rates(typed)
    order = _order(typed)
    read = read_stays(table, order=order) if table is not None else _typed_stay(typed, order)
    found = []
    for stays, is_once in ((read.stays, False), (read.once, True)):
        each = [detention.every(s, free_hours=free, rate=rate, step_minutes=step) for s in stays]
        found += [
            _charged(runs_from, charges, len(stays), rates, is_once=is_once)
            for runs_from in detention.RunsFrom
            if (charges := [by[runs_from] for by in each if runs_from in by])
        ]
    return Reckoning(tuple(found), len(read.stays) if table is not None else 0, read.notes)


def _rates(typed: Typed) -> tuple[Fraction, Fraction, int]:
    """Free hours, the rate an hour, and minutes a step."""
    free, rate = _number(typed, "free", 0, 1_000), _number(typed, "rate", 0, 1_000_000)
    return free, rate, int(_number(typed, "step", 1, 1_440, usual="30", whole=True))


def _charged(
    runs_from: detention.RunsFrom,
    charges: Sequence[detention.Charge],
    of: int,
    rates: tuple[Fraction, Fraction, int],
    *,
    is_once: bool,
) -> Found:
    free, rate, step = rates
    hours = shown.figure(sum((c.charged for c in charges), Fraction(0)))
    amount = shown.money(sum((c.amount for c in charges), Fraction(0)))
    once = say("stay.once" if is_once else "none")
    definition = say("stay.from", start=say(runs_from), once=once)
    value = say("stay.value", hours=hours, amount=amount)
    if of == 1:
        return Found(definition, value, say("equals", left=charges[0].formula, right=amount))
    known = say("none" if len(charges) == of else "stays.known", count=len(charges), of=of)
    formula = say(
        "stays.formula",
        count=len(charges),
        start=say(runs_from),
        once=once,
        known=known,
        free=shown.figure(free),
        step=step,
        hours=hours,
        rate=shown.figure(rate),
        amount=amount,
    )
    return Found(definition, value, formula)


def _typed_stay(typed: Typed, order: DayOrder | None) -> Stays:
    texts = [typed.get(name, "").strip() for name in TIMES]
    moments = read_moments(texts, order)
    for name, text in zip(TIMES, texts, strict=True):
        if (text or name in {"arrived", "left"}) and moments.get(text) is None:
            raise refuse(name, "moment")
    arrived, left, appointment, docked = instants(texts, moments)
    assert arrived is not None
    assert left is not None
    if left < arrived:
        raise refuse("left", "left_before")
    stay = detention.Stay(arrived, left, appointment, docked)
    if not is_within(stay):
        raise refuse("docked", "docked_outside")
    notes = [moments.assumed] if moments.assumed else []
    if not moments.zones and is_over_a_change(arrived, left):
        notes.append(say("note.clock"))
    if left - arrived > LONG:
        notes.append(say("note.long_alone"))
    return Stays((stay,), notes=tuple(notes))


def _index(typed: Typed, table: str | None, today: date | None) -> Reckoning:
    told = _clause(typed)
    if told.lag and table is None:
        raise refuse("lag", "lag_alone")
    series = read_series(table, order=_order(typed)) if table is not None else Series({})
    values = _values(typed, series)
    ways = [(say("index.whole"), False, 0)]
    if told.dead_band:
        ways.append((say("index.beyond"), True, 0))
    if lag := told.lag:
        ways += [(say("index.back", way=way, count=lag), beyond, lag) for way, beyond, _ in ways]
    found = []
    for way, beyond, back in ways:
        clause = replace(told, only_beyond=beyond, lag=back)
        base, current, change = values(clause)
        formula = say(
            "index.formula",
            base=shown.figure(base),
            current=shown.figure(current),
            change=change.formula,
        )
        found.append(Found(way, shown.change(change.change), formula))
    return Reckoning(tuple(found), len(series.index), series.notes)


def _clause(typed: Typed) -> index_price.IndexClause:
    cap = _number(typed, "cap", 0, 1_000) / 100 if typed.get("cap", "").strip() else None
    return index_price.IndexClause(
        share=_number(typed, "share", 0, 100) / 100,
        pass_through=_number(typed, "passed", 0, 100, usual="100") / 100,
        dead_band=_number(typed, "band", 0, 100, usual="0") / 100,
        cap=cap,
        floor=cap,
        lag=int(_number(typed, "lag", 0, 24, usual="0", whole=True)),
    )


def _values(
    typed: Typed, series: Series
) -> Callable[[index_price.IndexClause], tuple[float, float, index_price.PriceChange]]:
    """The index then and now, and the price change by a clause: of two values, or two months."""
    if not series.index:
        base, current = _value(typed, "then"), _value(typed, "now")
        return lambda clause: (base, current, index_price.change(base, current, clause))
    then, now = (as_month(typed.get(name, ""), name) for name in ("then", "now"))

    def changed(
        clause: index_price.IndexClause,
    ) -> tuple[float, float, index_price.PriceChange]:
        change = index_price.change_for(now, then, series.index, clause)
        return series.index[then], series.index[index_price.back(now, clause.lag)], change

    return changed


def _value(typed: Typed, field: str) -> float:
    value = _figure(typed.get(field, "").strip(), field)
    if value is None or value <= 0:
        raise refuse(field, "index_value")
    return value


def _lateness(typed: Typed, table: str | None, today: date | None) -> Reckoning:
    if table is not None:
        raise refuse("due", "two_dates")
    due, happened = _day(typed, "due"), _day(typed, "happened")
    late = lateness.days_late(due, happened)
    ways = (("calendar", "days.formula", late.calendar), ("working", _WORKING, late.working))
    return Reckoning(
        tuple(
            Found(
                say(f"days.{name}"),
                _days(count),
                say(formula, due=due, happened=happened, days=_days(count)),
            )
            for name, formula, count in ways
        )
    )


_WORKING = "days.formula.working"


def _days(count: int) -> Saying:
    return say("days.early" if count < 0 else "days.late", count=abs(count))


def _day(typed: Typed, field: str) -> date:
    text = typed.get(field, "").strip()
    day = read_moments([text], _order(typed)).days.get(text)
    if day is None:
        raise refuse(field, "choose_day")
    return day


def _number(
    typed: Typed, field: str, least: int, most: int, *, usual: str = "", whole: bool = False
) -> Fraction:
    text = _UNITS.sub("", typed.get(field, "")).strip() or usual
    value = _figure(text, field)
    if value is None or not least <= value <= most or (whole and value != int(value)):
        raise refuse(field, "whole" if whole else "number", least=least, most=most)
    return shown.exact(value)


_UNITS = re.compile(r"%|[€$£]|\b(?:EUR|USD|GBP)\b", re.I)


def _figure(text: str, field: str) -> float | None:
    """A figure on its own; “61.450” could be more than sixty thousand, or less than a hundred."""
    value = figure(text)
    if value is not None and taken_for_thousands([text]):
        raise refuse(field, "figure_two_ways", text=text, **shown.two_ways(value))
    return value


def _order(typed: Typed) -> DayOrder | None:
    said = typed.get("dates", "")
    return DayOrder(said) if said in set(DayOrder) else None


_WAYS: Mapping[Calculator, Callable[[Typed, str | None, date | None], Reckoning]] = {
    Calculator.OTIF: _otif,
    Calculator.INDEX_PRICE: _index,
    Calculator.DETENTION: _detention,
    Calculator.LATENESS: _lateness,
}
