"""What each level's form asks of a simulated person, and how many taps that takes.

The quick form takes at most 20 taps: one for each of the terms that matter most, up to five for
either/or questions, and what is left for the order of options. Where a person likes options in
the order in which they stand, or against it, one tap says so; else the person taps options, best
first, with one tap more to say that some, or all that are left, are alike. Every term is given one
tap before any is given a second, those that matter most first.
"""

from collections.abc import Mapping
from typing import Literal

from bench.people import Person
from bot.bargaining.answers import Answers, Groups

Level = Literal["full", "ranks", "quick", "ratings", "taps", "settlement"]

MOST_TAPS = 20
NAMED = 3
EITHER_OR = 5


def filled_in(person: Person, options: tuple[int, ...], level: Level) -> tuple[Answers, int]:
    """A person's answers to a level's form, and the taps of it that count."""
    if level in ("ratings", "taps"):
        return (
            Answers(
                options,
                importance=person.importance(),
                stars=person.stars(),
                no_deal=person.walk_away,
            ),
            0,
        )
    if level == "ranks":
        orders = person.option_orders()
        return Answers(
            options, matters=person.term_order(), orders=orders, no_deal=person.walk_away
        ), 0
    return quick_form(person, options)


def quick_form(person: Person, options: tuple[int, ...]) -> tuple[Answers, int]:
    ranked = [t for group in person.term_order() for t in group]
    named = ranked[:NAMED] if len(options) > 1 else []
    by_importance = named + [t for t in range(len(options)) if t not in named]
    wanted = person.option_orders()
    taps = _spread(
        {t: _needed(wanted[t], options[t]) for t in by_importance},
        MOST_TAPS - EITHER_OR - len(named),
    )
    directions = {t: d for t, n in taps.items() if n and (d := _told_at_once(wanted[t], n))}
    orders = {t: _best(wanted[t], n) for t, n in taps.items() if t not in directions and n}
    answers = Answers(
        options,
        matters=tuple(named),
        directions=directions,
        orders=orders,
        no_deal=person.walk_away,
    )
    return answers, len(named) + sum(taps.values())


def _needed(order: Groups, options: int) -> int:
    """The taps that tell a term's whole order."""
    if options == 1:
        return 0
    if _direction(order) and len(order) == options:
        return 1
    *better, last = order
    return sum(len(g) + (len(g) > 1) for g in better) + (len(last) > 1)


def _told_at_once(order: Groups, taps: int) -> int:
    """The direction that one tap tells, 0 where the taps tell more or there is none."""
    options = sum(len(group) for group in order)
    whole = taps >= _needed(order, options)
    return 0 if whole and len(order) < options else _direction(order)


def _direction(order: Groups) -> int:
    """1 where later options are never worse, -1 where earlier ones are not, 0 otherwise."""
    flat = [o for group in order for o in group]
    levels = {o: -place for place, group in enumerate(order) for o in group}
    values = [levels[o] for o in sorted(flat)]
    if len(order) < 2:
        return 0
    if values == sorted(values):
        return 1
    return -1 if values == sorted(values, reverse=True) else 0


def _best(order: Groups, taps: int) -> Groups:
    """What so many taps tell: the whole order, or the best options one by one."""
    options = [o for group in order for o in group]
    if taps >= _needed(order, len(options)):
        return order
    return tuple((o,) for o in options[:taps])


def _spread(needed: Mapping[int, int], budget: int) -> dict[int, int]:
    """Taps per term: one for each as far as they go, then whole orders, first terms first."""
    taps = dict.fromkeys(needed, 0)
    for most in (1, max(needed.values(), default=0)):
        for term, need in needed.items():
            more = min(min(need, most) - taps[term], budget)
            taps[term] += more
            budget -= more
    return taps
