"""From what was sent in to results side by side: every usual definition on the same figures.

What is typed comes as texts by the name of its field; what cannot be read is refused under that
name.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime

from bot.mediation.facts import detention, index_price, lateness, otif
from bot.mediation.facts.counts import Calculator, Reckoned, Result
from bot.mediation.facts.days import LIKE, DayOrder, read_moments
from bot.mediation.facts.figures import figure
from bot.mediation.facts.rows import read_lines
from bot.mediation.facts.stays import as_month, read_series, read_stays
from bot.mediation.refusals import Unclear

Typed = Mapping[str, str]
_COUNT = re.compile(r"(\d[\d., ]*?)\s*(?:of|de|/|out of)\s*(\d[\d.,]*)\b\s*(.{0,80})", re.I)
MOST_COUNTS = 12


def reckon(calculator: Calculator, typed: Typed, table: str | None) -> Reckoned:
    """The results for what was typed and, where there is one, a table's text.

    Raises Unclear with the field's name ("rows" for the table) and what to change.
    """
    return _WAYS[calculator](typed, table)


def _otif(typed: Typed, table: str | None) -> Reckoned:
    text = table if table is not None else typed.get("rows", "")
    if not text.strip():
        raise Unclear("rows", "Attach a CSV file, paste its rows here, or write counts.")
    if table is None and (counts := _counts(text)):
        return Reckoned(counts)
    lines = read_lines(text, order=_order(typed))
    found = otif.every(lines)
    return Reckoned(tuple(map(_otif_result, found)), len(lines))


def _otif_result(found: otif.Otif) -> Result:
    left_out = "" if found.with_exclusions else ", excluded ones left out"
    share = "–" if found.share is None else f"{100 * found.share:.1f} %"
    return Result(f"{found.counted} by {found.day}{left_out}", share, found.formula)


def _counts(text: str) -> tuple[Result, ...]:
    """Counts that were typed, one a line: "619 of 660 order lines by appointment date"."""
    lines = [" ".join(line.split()) for line in text.splitlines() if line.strip()]
    found = [_COUNT.fullmatch(line) for line in lines]
    if not all(found) or len(lines) > MOST_COUNTS:
        return ()
    return tuple(_counted(match, line) for match, line in zip(found, lines, strict=True) if match)


def _counted(match: re.Match[str], line: str) -> Result:
    met, of = figure(match[1]), figure(match[2])
    if met is None or not of or met > of:
        raise Unclear("rows", f"“{line[:60]}”: the first number has to be a part of the second.")
    share = f"{100 * met / of:.1f} %"
    return Result(match[3] or "as typed", share, f"{line} = {share}")


def _detention(typed: Typed, table: str | None) -> Reckoned:
    free = _number(typed, "free", 0.0, 1_000.0)
    rate = _number(typed, "rate", 0.0, 1_000_000.0)
    step = int(_number(typed, "step", 1.0, 1_440.0, usual="30"))
    stays = read_stays(table, order=_order(typed)) if table is not None else (_stay(typed),)
    results = []
    for runs_from in detention.RunsFrom:
        charges = [
            found[runs_from]
            for stay in stays
            if runs_from in (found := _charges(stay, free=free, rate=rate, step=step))
        ]
        if charges:
            results.append(_detention_result(runs_from, charges, len(stays), rate))
    return Reckoned(tuple(results), len(stays) if table is not None else 0)


def _charges(
    stay: detention.Stay, *, free: float, rate: float, step: int
) -> dict[detention.RunsFrom, detention.Charge]:
    return detention.every(stay, free_hours=free, rate=rate, step_minutes=step)


def _detention_result(
    runs_from: detention.RunsFrom, charges: Sequence[detention.Charge], of: int, rate: float
) -> Result:
    hours = sum(c.charged for c in charges)
    amount = sum(c.amount for c in charges)
    value = f"{hours:g} h, {amount:,.2f}"
    if of == 1:
        return Result(f"from {runs_from}", value, f"{charges[0].formula} = {amount:,.2f}")
    known = "" if len(charges) == of else f" (noted for {len(charges)} of {of} stays)"
    formula = (
        f"{len(charges)} stays from {runs_from}{known}: {hours:g} h × {rate:g} = {amount:,.2f}"
    )
    return Result(f"from {runs_from}", value, formula)


def _stay(typed: Typed) -> detention.Stay:
    fields = ("arrived", "left", "appointment", "docked")
    read = read_moments([typed.get(f, "").strip() for f in fields], _order(typed))
    found: dict[str, datetime | None] = {}
    for field in fields:
        text = typed.get(field, "").strip()
        found[field] = read.get(text)
        if (text or field in {"arrived", "left"}) and found[field] is None:
            raise Unclear(field, "Write the day and the time, like 2026-11-03 08:10.")
    arrived, left = found["arrived"], found["left"]
    assert arrived is not None
    assert left is not None
    if left < arrived:
        raise Unclear("left", "This is before the arrival. Please check the two times.")
    return detention.Stay(arrived, left, found["appointment"], found["docked"])


def _index(typed: Typed, table: str | None) -> Reckoned:
    share = _number(typed, "share", 0.0, 100.0) / 100
    passed = _number(typed, "passed", 0.0, 100.0, usual="100") / 100
    band = _number(typed, "band", 0.0, 100.0, usual="0") / 100
    cap = _number(typed, "cap", 0.0, 1_000.0) / 100 if typed.get("cap", "").strip() else None
    lag = int(_number(typed, "lag", 0.0, 24.0, usual="0"))
    series = read_series(table, order=_order(typed)) if table is not None else {}

    def changed(*, only_beyond: bool, back: int) -> tuple[str, index_price.PriceChange]:
        clause = index_price.IndexClause(share, passed, band, only_beyond, cap, cap, back)
        if table is None:
            base, current = _value(typed, "then"), _value(typed, "now")
            return f"{base:g} to {current:g}", index_price.change(base, current, clause)
        then, now = as_month(typed.get("then", "")), as_month(typed.get("now", ""))
        found = index_price.change_for(now, then, series, clause)
        taken = index_price.back(now, back)
        return f"{series[then]:g} to {series[taken]:g}", found

    ways: list[tuple[str, bool, int]] = [("the whole change of the index counts", False, 0)]
    if band:
        ways.append(("only what lies beyond the dead band counts", True, 0))
    if lag and table is not None:
        late = "month" if lag == 1 else "months"
        ways += [(f"{name}, {lag} {late} back", beyond, lag) for name, beyond, _ in tuple(ways)]
    results = []
    for name, beyond, back in ways:
        values, found = changed(only_beyond=beyond, back=back)
        formula = f"index {values}: {found.formula}"
        results.append(Result(name, f"{100 * found.change:+.2f} %", formula))
    return Reckoned(tuple(results), len(series))


def _value(typed: Typed, field: str) -> float:
    value = figure(typed.get(field, ""))
    if value is None or value <= 0:
        raise Unclear(field, "Write the index value, above zero, like 104.2.")
    return value


def _lateness(typed: Typed, table: str | None) -> Reckoned:
    if table is not None:
        raise Unclear("due", "Days late are counted from two dates. Please choose both.")
    due, happened = _day(typed, "due"), _day(typed, "happened")
    found = lateness.days_late(due, happened)
    dates = f"from {due:%d %b %Y} to {happened:%d %b %Y}"
    return Reckoned(
        (
            Result("calendar days", _days(found.calendar), f"{dates} = {_days(found.calendar)}"),
            Result(
                "working days, Monday to Friday",
                _days(found.working),
                f"{dates}, Monday to Friday = {_days(found.working)}",
            ),
        )
    )


def _days(count: int) -> str:
    days = "day" if abs(count) == 1 else "days"
    return f"{abs(count)} {days} early" if count < 0 else f"{count} {days} late"


def _day(typed: Typed, field: str) -> date:
    text = typed.get(field, "").strip()
    moment = read_moments([text], _order(typed)).get(text)
    if moment is None:
        raise Unclear(field, f"Choose a {LIKE}.")
    return moment.date()


def _number(typed: Typed, field: str, least: float, most: float, *, usual: str = "") -> float:
    text = typed.get(field, "").replace("%", "").strip() or usual
    value = figure(text)
    if value is None or not least <= value <= most:
        raise Unclear(field, f"Write a number from {least:g} to {most:g}.")
    return value


def _order(typed: Typed) -> DayOrder | None:
    said = typed.get("dates", "")
    return DayOrder(said) if said in set(DayOrder) else None


_WAYS: Mapping[Calculator, Callable[[Typed, str | None], Reckoned]] = {
    Calculator.OTIF: _otif,
    Calculator.INDEX_PRICE: _index,
    Calculator.DETENTION: _detention,
    Calculator.LATENESS: _lateness,
}
