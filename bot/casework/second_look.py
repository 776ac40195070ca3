"""A friendly question, once and to one side alone, about answers of its own that pull apart.

Nothing waits for it: who keeps everything, or leaves the form, has answered all there is.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.bargaining.consistency import Kind, Recheck, rechecks
from bot.casework.packages import answers_of, way_out
from bot.casework.tongues import Tongue
from bot.mediation.caucus import Preference, Ratings
from bot.mediation.people import Side
from bot.mediation.terms import Agenda

MOST_NAMES = 3

_SAYS: Mapping[Kind, str] = {
    Kind.ORDER: "look.order",
    Kind.STARS: "look.stars",
    Kind.TAP: "look.tap",
    Kind.ALL_OR_NOTHING: "look.all_or_nothing",
}


@dataclass(frozen=True, slots=True)
class Doubt:
    """What to ask, in the reader's language. tap: the either/or answer, where it is about one."""

    sentence: str = field(repr=False)
    tap: Preference | None = field(default=None, repr=False)


def second_look(agenda: Agenda, side: Side, ratings: Ratings, speaks: Tongue) -> Doubt | None:
    """About what pulls apart most; None where the answers go together."""
    found = [
        r for r in rechecks(answers_of(agenda, side, ratings)) if _is_said(r, agenda, side, ratings)
    ]
    if not found:
        return None
    first, last = _names(agenda, found[0], speaks)
    sentence = speaks.say(_SAYS[found[0].kind], first=first, last=last)
    return Doubt(sentence, _tap_of(found[0], ratings))


def _is_said(found: Recheck, agenda: Agenda, side: Side, ratings: Ratings) -> bool:
    """Whether it is the side's own words that pull apart.

    A direction that only the library took for granted contradicts nobody, and the tap that tests
    a way out is there to be answered either way.
    """
    if found.kind is Kind.STARS:
        return agenda.terms[found.terms[0]].key in ratings.wishes
    out = way_out(agenda, side, ratings)
    return found.tap is None or out is None or found.tap.second != out


def _names(agenda: Agenda, found: Recheck, speaks: Tongue) -> tuple[str, str]:
    """For an order the two terms, as they were named; else all in one."""
    names = [f"“{agenda.terms[t].name}”" for t in found.terms[:MOST_NAMES]]
    if found.kind is Kind.ORDER:
        return names[0], names[1]
    return speaks.listed(names), ""


def _tap_of(found: Recheck, ratings: Ratings) -> Preference | None:
    """The answer as it was kept."""
    tap = found.tap
    if tap is None:
        return None
    return next(p for p in ratings.preferences if (p.first, p.second) == (tap.first, tap.second))
