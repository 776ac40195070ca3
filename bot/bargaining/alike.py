"""Options of which a side has said the same: as far as is known, none is worth more than another.

A belief is a sample, and by the accident of a sample two such options differ a little. Taken at its
word, that little is a gain, and a package that changes what nobody asked to change betters all.
"""

from bot.bargaining.answers import Answers

Groups = tuple[tuple[int, ...], ...]
"""Per group its options, each as a place among the options of all terms in turn."""


def alike(answers: Answers) -> Groups:
    """Options of one term, two or more together, that nothing said tells apart."""
    found: list[tuple[int, ...]] = []
    start = 0
    for term, count in enumerate(answers.options):
        apart = _told_apart(answers, term)
        groups: dict[object, list[int]] = {}
        for option in range(count):
            if option not in apart:
                groups.setdefault(_said(answers, term, option), []).append(start + option)
        found += [tuple(group) for group in groups.values() if len(group) > 1]
        start += count
    return tuple(found)


def _said(answers: Answers, term: int, option: int) -> int | None:
    """An option's stars, or its place in the order where its term has none; None where unsaid."""
    if any(t == term for t, _ in answers.stars):
        return answers.stars.get((term, option))
    order = answers.order_of(term) or ()
    return next((place for place, group in enumerate(order) if option in group), None)


def _told_apart(answers: Answers, term: int) -> set[int]:
    """Options that a tap sets against others, or against no deal."""
    return {
        package[term]
        for tap in answers.compared
        for package in (tap.first, tap.second)
        if package is not None and (tap.second is None or tap.first[term] != tap.second[term])
    }
