"""After signing: packages at least as good for every side as the signed one (Raiffa, 1985)."""

from collections.abc import Collection
from dataclasses import replace

from bot.bargaining.fairness import Rule
from bot.bargaining.menu import Menu, Offer, propose_menu
from bot.bargaining.problem import Malformed, Package, Problem

VISIBLE = 1e-6
"""The least gain, as a part of a side's span, that makes a package better and not just equal."""


def improvements(
    problem: Problem, signed: Package, *, size: int = 3, rule: Rule = Rule.NASH
) -> tuple[Offer, ...]:
    """Efficient packages that better the signed one for a side at nobody's cost, the fair first.

    None where the signed package is efficient already. Gains and shares count from what was
    signed, which now holds without a new deal; a walk-away no longer matters below it.
    Raises Malformed, FrontierTooLarge.
    """
    shape = problem.options
    if len(signed) != len(shape) or any(not 0 <= o < n for o, n in zip(signed, shape, strict=True)):
        raise Malformed("signed: one option for each term is needed")
    held = problem.worths_of(signed)
    menu = propose_menu(
        replace(problem, disagreement=held, walk_aways=()), size=size, declined={signed}, rule=rule
    )
    if not isinstance(menu, Menu):
        return ()
    return tuple(offer for offer in menu.offers if _betters(problem, offer, held))


def _betters(problem: Problem, offer: Offer, held: Collection[float]) -> bool:
    spans = [sum(max(term) - min(term) for term in side) for side in problem.worths]
    return any(
        worth > before + VISIBLE * span
        for worth, before, span in zip(offer.worths, held, spans, strict=True)
    )
