"""The menu on the card: what each package says, what each side gives and gets."""

from bot.mediation.case import Case
from bot.mediation.people import SideId
from bot.mediation.proposals import EXPECTED_NASH, NASH, NEAREST_TO_NASH, Offer, Round
from bot.mediation.terms import Agenda
from bot.slack.blocks import Block, context, divider, section
from bot.slack.text import Mrkdwn, bold, lines, people

LETTERS = "ABCDEF"
TRADES = 3
"""Differences to package A that are named; the whole packages stand beside each other."""


def packages(case: Case) -> list[Block]:
    """Every package of the open round, and by which rule the first was chosen."""
    if case.round is None or case.agenda is None:
        return []
    blocks: list[Block] = []
    alike = len({tuple(sorted(o.reasons.lasts.items())) for o in case.round.offers}) == 1
    for number, offer in enumerate(case.round.offers):
        traded = _against(case.agenda, case.round.offers[0], offer) if number else ""
        blocks.append(section(lines(package(case.agenda, offer, number), traded)))
        blocks.append(section(_reasons(case, offer, lasting=not alike)))
        blocks.append(divider())
    once = [_lasting_of_all(case, case.round.offers[0])] if alike else []
    return [*blocks, context(*(line for line in once if line), _how(case, case.round))]


def package(agenda: Agenda, offer: Offer, number: int) -> Mrkdwn:
    """Its letter and its terms; what stays as it is today comes last, in one line."""
    changed, kept = [], []
    for term, chosen in zip(agenda.terms, offer.package, strict=True):
        label = people(term.options[chosen], 60)
        if chosen == term.today:
            kept.append(f"{people(term.name, 80)} {label}")
        else:
            before = (
                f" (today {people(term.options[term.today], 60)})" if term.today is not None else ""
            )
            changed.append(f"•  {people(term.name, 80)}: *{label}*{before}")
    stays = f"As today: {', '.join(kept)}." if kept else ""
    return lines(bold(Mrkdwn(f"Package {LETTERS[number]}")), *changed, stays)


def _against(agenda: Agenda, first: Offer, offer: Offer) -> Mrkdwn:
    """What a package trades against package A, in one line."""
    changes = [
        f"{people(t.name, 60)} {people(t.options[here], 40)} instead of "
        f"{people(t.options[there], 40)}"
        for t, there, here in zip(agenda.terms, first.package, offer.package, strict=True)
        if there != here
    ]
    more = f"; {len(changes) - TRADES} more" if len(changes) > TRADES else ""
    return Mrkdwn(f"_Against A: {'; '.join(changes[:TRADES])}{more}._")


def _reasons(case: Case, offer: Offer, *, lasting: bool) -> Mrkdwn:
    """What each side gets, and how even it is. Of two sides, what one gets is what one gives.

    lasting: what it serves in time, too; where every package serves the same, that is said once.
    """
    parts = [
        lines(
            f"*{people(s.name, 80)}* gets: {people(offer.reasons.gets.get(s.id, ''), 400)}",
            _lasting(offer, s.id) if lasting else "",
        )
        if len(case.sides) == 2
        else lines(bold(people(s.name, 80)), give_and_get(offer, s.id))
        for s in case.sides
    ]
    return lines(*parts, _goals(offer), balance(case, offer))


def _lasting(offer: Offer, side: SideId) -> Mrkdwn:
    """What it serves in time, in a line of its own; empty where nothing can be said for all."""
    lasts = offer.reasons.lasts.get(side, "")
    return Mrkdwn(f"_{people(lasts, 200)}_") if lasts else Mrkdwn("")


def _lasting_of_all(case: Case, offer: Offer) -> Mrkdwn:
    """What every package serves in time, side by side; empty where nothing can be said for all."""
    told = [f"{people(s.name, 80)}  ·  {_lasting(offer, s.id)}" for s in case.sides]
    return lines(*told) if all(_lasting(offer, s.id) for s in case.sides) else Mrkdwn("")


def _goals(offer: Offer) -> Mrkdwn:
    """The goals that both sides recorded and that this package moves towards."""
    goals = [people(goal, 150) for goal in offer.reasons.goals]
    return Mrkdwn(f"Also serves: {'; '.join(goals)}") if goals else Mrkdwn("")


def balance(case: Case, offer: Offer) -> Mrkdwn:
    """How even it is, by mark and in words; empty where the shares are not known."""
    if set(offer.shares) != case.side_ids:
        return Mrkdwn("")
    bars = [
        f"{people(s.name, 80)} {_bar(offer.shares[s.id])} about {offer.shares[s.id]} %"
        for s in case.sides
    ]
    return lines("_Of the most that each could gain here:_", *bars, _uneven(offer))


def _uneven(offer: Offer) -> Mrkdwn:
    if not offer.betters_all:
        return Mrkdwn("_About as good as today's terms for at least one side._")
    if not offer.uneven:
        return Mrkdwn("")
    return Mrkdwn("_One side gains more than the other here; both are better off than today._")


def _bar(per_cent: int) -> str:
    full = round(per_cent / 10)
    return "▰" * full + "▱" * (10 - full)


def give_and_get(offer: Offer, side: SideId, gives: str = "Gives", gets: str = "Gets") -> Mrkdwn:
    """What a side gives and gets in public words, and what that serves in time."""
    give, get = offer.reasons.gives.get(side, ""), offer.reasons.gets.get(side, "")
    return lines(
        f"_{gives}:_ {people(give, 400)}" if give else "",
        f"_{gets}:_ {people(get, 400)}" if get else "",
        _lasting(offer, side),
    )


def _how(case: Case, menu: Round) -> Mrkdwn:
    """What is true of every package, and why the first is the first, no more than is known."""
    count, both = len(menu.offers), "both sides" if len(case.sides) == 2 else "every side"
    one = "This package leaves" if count == 1 else f"Each of these {count} packages leaves"
    if all(offer.betters_all for offer in menu.offers):
        good = f"{one} {both} better off than today's terms, by what each said, and none can "
    else:
        these = "this package cannot" if count == 1 else "none of these packages can"
        good = f"By what each said in private, {these} "
    return Mrkdwn(
        f"{good}be bettered for one side without costing the other. "
        f"{_lead(menu.offers[0], both)}Round {menu.number} of at most 3."
    )


def _lead(first: Offer, both: str) -> str:
    """Why package A is package A, by the rule's name; empty where nothing is claimed for it."""
    product = f"product of the gains of {both}"
    if NASH in first.rules:
        return f"Package A is the Nash bargaining solution, with the largest {product}. "
    if EXPECTED_NASH in first.rules:
        return f"Package A has the largest expected {product} (Nash), from what each said. "
    if NEAREST_TO_NASH in first.rules:
        return (
            f"Of the packages not shown before, A comes nearest to the largest {product} (Nash). "
        )
    return ""
