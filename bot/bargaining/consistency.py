"""Answers of one side that do not go together: what to ask it again, kindly, and it alone.

Nothing here says that somebody misreports. People mistap, mean two things by one word, or rate
for effect; a friendly second look costs one tap.
"""

from dataclasses import dataclass
from enum import StrEnum

from bot.bargaining.answers import Answers, Compared
from bot.bargaining.belief import believe, likelihood
from bot.bargaining.dominance import Floats

UNLIKELY = 0.05
"""A tap that the other answers made less likely than this is asked about again."""

APART = 2
"""Points of importance by which a term named later has to lead to be asked about."""

STARS_APART = 2
"""Stars by which an option liked less has to lead one liked more to be asked about."""

FEW = 3
"""Options from which on a term can be rated all or nothing."""


class Kind(StrEnum):
    ORDER = "order and importance differ"
    STARS = "the order of a term's options and their stars differ"
    TAP = "a tap differs from the other answers"
    ALL_OR_NOTHING = "only the best option counts"


@dataclass(frozen=True, slots=True)
class Recheck:
    """One thing to ask again. terms: those concerned. tap: the either/or answer, where it is one.

    surprise: how far off it is, from 0 to 1, to ask about the most surprising first.
    """

    kind: Kind
    terms: tuple[int, ...]
    surprise: float
    tap: Compared | None = None


def rechecks(answers: Answers) -> tuple[Recheck, ...]:
    """What does not go together, most surprising first; none for answers that do."""
    found = [*_orders(answers), *_stars(answers), *_taps(answers), *_all_or_nothing(answers)]
    return tuple(sorted(found, key=lambda r: (-r.surprise, r.kind, r.terms)))


def _orders(answers: Answers) -> list[Recheck]:
    """Terms named as mattering more with clearly less importance."""
    place = {t: i for i, group in enumerate(answers.ranking) for t in group}
    said = answers.importance
    return [
        Recheck(Kind.ORDER, (first, second), (said[second] - said[first]) / 10)
        for first in place
        for second in place
        if place[first] < place[second]
        and first in said
        and second in said
        and said[second] - said[first] >= APART
    ]


def _stars(answers: Answers) -> list[Recheck]:
    """Terms whose stars clearly favour options that their order, or direction, puts below."""
    found = []
    for term, options in enumerate(answers.options):
        groups = answers.order_of(term) or ()
        place = {o: i for i, group in enumerate(groups) for o in group}
        said = {o: s for o in range(options) if (s := answers.stars.get((term, o))) is not None}
        # What an order does not name comes below all that it names, and is not told apart.
        last = len(groups)
        apart = max(
            (
                said[worse] - said[better]
                for better in said
                for worse in said
                if place.get(better, last) < place.get(worse, last)
            ),
            default=0,
        )
        if apart >= STARS_APART:
            found.append(Recheck(Kind.STARS, (term,), apart / 4))
    return found


def _taps(answers: Answers) -> list[Recheck]:
    """Taps that all other answers together make unlikely.

    How likely the others make a tap is the harmonic mean of its likelihood over what fits all
    answers, itself included: its conditional predictive ordinate (Geisser, Eddy, 1979; Gelfand,
    Dey, Chang, 1992). Likelihoods lie within 0.02 and 0.98, so that the mean is steady.
    """
    if not answers.compared:
        return []
    found = []
    belief = believe(answers)
    for tap in answers.compared:
        chance: Floats = likelihood(belief.gap(tap.first, tap.second), tap.preference)
        expected = 1 / float(belief.chances @ (1 / chance))
        if tap.preference != 0 and expected < UNLIKELY:
            second = tap.second or tap.first
            terms = tuple(t for t, o in enumerate(tap.first) if o != second[t])
            found.append(Recheck(Kind.TAP, terms, 1 - expected, tap))
    return found


def _all_or_nothing(answers: Answers) -> list[Recheck]:
    """Terms whose best option has all stars and every other none, where most terms are so."""
    rated = [
        t
        for t, n in enumerate(answers.options)
        if n >= FEW and all((t, o) in answers.stars for o in range(n))
    ]
    steep = [
        t for t in rated if _is_steep([answers.stars[t, o] for o in range(answers.options[t])])
    ]
    if len(steep) < 2 or 2 * len(steep) <= len(rated):
        return []
    return [Recheck(Kind.ALL_OR_NOTHING, tuple(steep), len(steep) / len(rated) / 2)]


def _is_steep(stars: list[int]) -> bool:
    return stars.count(5) == 1 and stars.count(1) == len(stars) - 1
