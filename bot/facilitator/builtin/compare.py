"""Lay two accounts side by side: what both name, where they differ, what each understood."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations, permutations

from bot.facilitator.builtin.account import Account, reading_of
from bot.facilitator.builtin.differences import (
    Comparison,
    Differs,
    DiffersInDay,
    DiffersInDelay,
    DiffersInFault,
    DiffersInTime,
    ReadsAs,
)
from bot.facilitator.builtin.papers import differing_amounts
from bot.facilitator.library import Entry
from bot.facilitator.reading.events import Dated
from bot.facilitator.reading.levels import Level
from bot.facilitator.reading.lexicon import Contrast
from bot.facilitator.reading.moments import Moment
from bot.facilitator.reading.quantities import ANY_NOUN, GOODS, Quantity
from bot.facilitator.reading.topics import Figure, Standing


def compared(accounts: Sequence[Account], contrasts: Iterable[Contrast]) -> Comparison:
    return Comparison(
        tuple(accounts),
        differing_figures(accounts),
        differing_days(accounts),
        differing_readings(accounts, contrasts),
        differing_lateness(accounts),
        differing_faults(accounts),
        differing_delays(accounts),
        differing_amounts(accounts),
    )


def shared_figures(accounts: Sequence[Account]) -> tuple[Figure, ...]:
    """Figures that every account tells of, as something that happened or was agreed.

    What one side asks for, and what one turns down, is shared by nobody: to quote a wish is
    not to agree to it.
    """
    if len(accounts) < 2:
        return ()
    told = [{f.quantity.measure for f in a.figures} for a in accounts]
    shared: dict[tuple[float, str], Figure] = {}
    for figure in (f for a in accounts for f in a.figures):
        measure = figure.quantity.measure
        pairs = zip(told, accounts, strict=True)
        is_shared = all(measure in t or _counts(figure.quantity, a) for t, a in pairs)
        if is_shared and not _is_open(measure, accounts):
            shared[measure] = max(shared.setdefault(measure, figure), figure, key=_tells)
    return tuple(_as_all_mean_it(f, accounts) for f in shared.values())


def _counts(quantity: Quantity, account: Account) -> bool:
    """Whether an account names the same large count of things, its noun left out."""
    is_of_things = quantity.unit in GOODS or quantity.unit.startswith(ANY_NOUN)
    return is_of_things and quantity.value in account.counts


def _is_open(measure: tuple[float, str], accounts: Sequence[Account]) -> bool:
    """Whether a side asks for this number, or turns it down."""
    named = [f for a in accounts for f in (*a.figures, *a.asked) if f.quantity.measure == measure]
    return any(f.refused or f.standing is Standing.ASKED for f in named)


def _as_all_mean_it(figure: Figure, accounts: Sequence[Account]) -> Figure:
    """Agreed only where every account says so; else it merely happened."""
    measure = figure.quantity.measure
    agreed = all(
        any(f.quantity.measure == measure and f.standing is Standing.AGREED for f in a.figures)
        for a in accounts
    )
    return figure if agreed else replace(figure, standing=Standing.HAPPENED)


def _tells(figure: Figure) -> tuple[bool, bool, int, str]:
    """What decides between two wordings of one number, whoever speaks first."""
    label = figure.quantity.label
    return (figure.entry is not None, figure.standing is Standing.AGREED, len(label), label)


def shared_moments(accounts: Sequence[Account]) -> tuple[Moment, ...]:
    """Days, months and hours that every account names."""
    if len(accounts) < 2:
        return ()
    first, *others = [
        (*a.moments, *(d.moment for d in a.dated if d.moment.is_clock)) for a in accounts
    ]
    named = [{m.key for m in moments} for moments in others]
    shared = {m.key: m for m in first if all(m.key in other for other in named)}
    return tuple(shared.values())


def differing_figures(accounts: Sequence[Account]) -> tuple[Differs, ...]:
    """Where two accounts give different numbers for the same thing, one each."""
    found: list[Differs] = []
    for first, second in combinations(accounts, 2):
        for topic in _topics(first.figures):
            ours, theirs = _about(first.figures, topic), _about(second.figures, topic)
            alone = _alone(ours, _also_named(topic, theirs, second), second)
            other = _alone(theirs, _also_named(topic, ours, first), first)
            if len(alone) == 1 and len(other) == 1:
                entry, standing = alone[0].entry, alone[0].standing
                pair = alone[0].quantity, other[0].quantity
                found.append(Differs(first, second, standing, entry, *pair))
        found += _paper_against_practice(first, second, found)
    return tuple(found)


def _paper_against_practice(
    first: Account, second: Account, found: Sequence[Differs]
) -> Iterator[Differs]:
    """One account names what was agreed, the other how it is done: neither is put above the other.

    Of terms that nobody measures: what was measured is no claim about what holds.
    """
    known = {d.entry.key for d in found if d.entry and d.first is first and d.second is second}
    for entry in {f.entry.key: f.entry for f in first.figures if f.entry}.values():
        if entry.key in known or entry.topic != entry.name:
            continue
        ours, theirs = _only_claim(first, entry), _only_claim(second, entry)
        if ours is None or theirs is None or ours.quantity.unit != theirs.quantity.unit:
            continue
        standings = {ours.standing, theirs.standing}
        differ = ours.quantity.value != theirs.quantity.value
        if differ and standings == {Standing.AGREED, Standing.HAPPENED}:
            pair = ours.quantity, theirs.quantity
            yield Differs(first, second, Standing.AGREED, entry, *pair)


def _only_claim(account: Account, entry: Entry) -> Figure | None:
    """The one value that an account names for a term, as agreed or as it is done."""
    named = [f for f in account.figures if f.entry and f.entry.key == entry.key]
    claims = {f.quantity.measure: f for f in named if f.standing is not Standing.ASKED}
    return next(iter(claims.values())) if len(claims) == 1 else None


def differing_days(accounts: Sequence[Account]) -> tuple[DiffersInDay, ...]:
    """Where two accounts tell of the same event, each with one day or hour, and not the same."""
    return tuple(
        DiffersInDay(first, second, ours.moment, theirs.moment, _both(ours, theirs))
        for first, second in combinations(accounts, 2)
        for ours, theirs in _of_same_event(_told_once(first, second), _told_once(second, first))
        if ours.moment.key != theirs.moment.key
    )


_Event = tuple[bool, str]


def _told_once(account: Account, other: Account) -> Mapping[_Event, Dated]:
    """The events of which an account names one day, or one hour beside those that both name."""
    told: dict[_Event, dict[str, Dated]] = {}
    for dated in account.dated:
        told.setdefault((dated.moment.is_clock, dated.event), {})[dated.moment.key] = dated
    shared = {d.moment.key for d in other.dated}
    own = {
        event: {k: m for k, m in d.items() if k not in shared} if event[0] and len(d) > 1 else d
        for event, d in told.items()
    }
    return {event: next(iter(d.values())) for event, d in own.items() if len(d) == 1}


def _both(ours: Dated, theirs: Dated) -> str:
    return ours.event if ours.event == theirs.event else ""


def _of_same_event(
    ours: Mapping[_Event, Dated], theirs: Mapping[_Event, Dated]
) -> Iterator[tuple[Dated, Dated]]:
    """The same known event, or where one is unknown, one told with a word that both use."""
    for (is_clock, event), one in ours.items():
        for (also_clock, other), another in theirs.items():
            both_known = bool(event and other)
            alike = event == other if both_known else bool(one.words & another.words)
            if is_clock == also_clock and alike:
                yield one, another


def differing_lateness(accounts: Sequence[Account]) -> tuple[DiffersInTime, ...]:
    """Where one account names one time by which it was late, and another was plainly on time."""
    return tuple(
        DiffersInTime(late, other, late.late_by[0])
        for late, other in permutations(accounts, 2)
        if len(late.late_by) == 1 and other.is_on_time
    )


def shared_delay(accounts: Sequence[Account]) -> Quantity | None:
    """The one time by which every account says it was late, in so many words or by its days."""
    told = [{q.measure: q for q in a.late_by} for a in accounts]
    is_shared = len(told) > 1 and all(len(t) == 1 and set(t) == set(told[0]) for t in told)
    return next(iter(told[0].values())) if is_shared else None


def differing_delays(accounts: Sequence[Account]) -> tuple[DiffersInDelay, ...]:
    """Where two accounts name one time each by which it was late, in one unit, not the same."""
    return tuple(
        DiffersInDelay(first, second, first.late_by[0], second.late_by[0])
        for first, second in combinations(accounts, 2)
        if len(first.late_by) == len(second.late_by) == 1
        and first.late_by[0].unit == second.late_by[0].unit
        and first.late_by[0].value != second.late_by[0].value
    )


def differing_faults(accounts: Sequence[Account]) -> tuple[DiffersInFault, ...]:
    """Where one account counts one number of faults, and another has found otherwise."""
    return tuple(
        DiffersInFault(faulty, other, faulty.faulty[0], _rate_of_faults(other))
        for faulty, other in permutations(accounts, 2)
        if len(faulty.faulty) == 1 and (other.is_sound or _rate_of_faults(other))
    )


def _rate_of_faults(account: Account) -> Quantity | None:
    """The one rate of defects that an account tells of without counting any: "120 ppm"."""
    told = [f.quantity for f in account.figures if f.standing is Standing.HAPPENED]
    rates = {q.value: q for q in told if q.unit == "ppm"}
    return next(iter(rates.values())) if len(rates) == 1 and not account.faulty else None


def differing_readings(
    accounts: Sequence[Account], contrasts: Iterable[Contrast]
) -> tuple[ReadsAs, ...]:
    found: list[ReadsAs] = []
    for contrast in contrasts:
        for first, second in combinations(accounts, 2):
            ours, theirs = reading_of(first, contrast), reading_of(second, contrast)
            if ours and theirs and ours != theirs:
                found.append(ReadsAs(contrast, first, second, ours, theirs))
    return tuple(found)


_Topic = tuple[str, str, Standing]


def _topic(figure: Figure) -> _Topic:
    """What may be compared: the same term, or the same counted thing, meant in the same way."""
    if figure.entry is None and figure.fault and figure.quantity.unit in _COUNTED_APART:
        return (f"fault {figure.fault}", figure.quantity.unit, figure.standing)
    if figure.entry is not None:
        held = " as it holds" if _is_term_itself(figure, figure.entry) else ""
        return (f"{figure.entry.key}{held}", figure.quantity.unit, figure.standing)
    part = f"part {figure.polarity}" if figure.quantity.part else f"whole {figure.polarity}"
    return (f"{part} {figure.quantity.unit}", figure.quantity.unit, figure.standing)


def _is_term_itself(figure: Figure, entry: Entry) -> bool:
    """Whether a number is a level of what is measured too: free time is a term, waiting a fact."""
    is_fact = figure.standing is Standing.HAPPENED
    return is_fact and entry.topic != entry.name and figure.level is not Level.NONE


_COUNTED_APART = frozenset({"percent", "eur", "usd", "gbp", "day", "week", "month", "year", "hour"})
"""Units that say too little without a topic: two percentages may be about anything."""


def _topics(figures: Iterable[Figure]) -> tuple[_Topic, ...]:
    return tuple(
        dict.fromkeys(
            _topic(f)
            for f in figures
            if f.entry or f.fault or f.quantity.unit not in _COUNTED_APART
        )
    )


def _about(figures: Iterable[Figure], topic: _Topic) -> tuple[Figure, ...]:
    """One figure for each value of a topic."""
    return tuple({f.quantity.value: f for f in figures if _topic(f) == topic}.values())


def _also_named(topic: _Topic, about: Sequence[Figure], account: Account) -> Sequence[Figure]:
    """What an account names of a topic; of a plain count, whatever it says of the same things."""
    if any(f.entry for f in about):
        return about
    return (*about, *(f for f in account.figures if f.quantity.unit == topic[1] and not f.entry))


def _alone(
    figures: Sequence[Figure], others: Sequence[Figure], account: Account
) -> tuple[Figure, ...]:
    """The figures that the other account does not name as well."""
    taken = {f.quantity.value for f in others}
    return tuple(
        f
        for f in figures
        if f.quantity.value not in taken and not (f.entry is None and _counts(f.quantity, account))
    )
