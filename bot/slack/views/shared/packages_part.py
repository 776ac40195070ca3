"""The menu on the card: what each package says, what each side gives and gets."""

from bot.mediation.case import Case
from bot.mediation.people import SideId
from bot.mediation.proposals import EXPECTED_NASH, NASH, NEAREST_TO_NASH, Offer, Round
from bot.mediation.terms import Agenda
from bot.slack.blocks import Block, context, divider, section
from bot.slack.newer_blocks import NOTHING_THERE, table
from bot.slack.text import Mrkdwn, bold, lines, people
from bot.slack.views.shared.balance_part import LETTERS, OF_THE_MOST, balance_of, balance_picture

TRADES = 3
"""Differences to package A that are named; the whole packages stand beside each other."""


def packages(case: Case, picture: str = "") -> list[Block]:
    """The open round as a table, with what each side gets and how even it is below.

    picture: the file that shows the balance, where it stands in Slack.
    """
    if case.round is None or case.agenda is None:
        return []
    blocks = [
        _side_by_side(case, case.agenda, case.round),
        *_gains_are(case),
        *balance_picture(case, picture),
    ]
    alike = _last_alike(case.round)
    for number, offer in enumerate(case.round.offers):
        told = _reasons(case, offer, lasting=not alike)
        traded = _against(case.agenda, case.round, number)
        blocks.append(section(lines(_heading(number), traded, told, _uneven(case, offer))))
    return [*blocks, _closing(case, case.round)]


def packages_in_words(case: Case, picture: str = "") -> list[Block]:
    """The same without a table."""
    if case.round is None or case.agenda is None:
        return []
    blocks: list[Block] = []
    alike = _last_alike(case.round)
    for number, offer in enumerate(case.round.offers):
        told = _reasons(case, offer, lasting=not alike)
        traded = _against(case.agenda, case.round, number)
        blocks.append(section(lines(package(case.agenda, offer, number), traded)))
        blocks.append(section(lines(told, balance(case, offer), _uneven(case, offer))))
        blocks.append(divider())
    return [*blocks, *balance_picture(case, picture), _closing(case, case.round)]


def _side_by_side(case: Case, agenda: Agenda, menu: Round) -> Block:
    """Each term today and in every package, what changes in bold; then what each side gains."""
    headings = [f"Package {LETTERS[n]}" for n in range(len(menu.offers))]
    rows = [["Term", "Today", *headings]]
    changed: set[tuple[int, int]] = set()
    for place, term in enumerate(agenda.terms):
        today = "not fixed" if term.today is None else term.options[term.today]
        chosen = [offer.package[place] for offer in menu.offers]
        changed |= {(len(rows), n) for n, held in enumerate(chosen, 2) if held != term.today}
        rows.append([term.name, today, *(term.options[held] for held in chosen)])
    found = balance_of(case)
    if found is not None:
        for side, shares in zip(found.sides, zip(*found.shares, strict=True), strict=True):
            rows.append([f"{side} gains", NOTHING_THERE, *(f"about {n} %" for n in shares)])
    return table(rows, bold=changed)


def _closing(case: Case, menu: Round) -> Block:
    """What is true of every package, said once."""
    once = [_lasting_of_all(case, menu.offers[0])] if _last_alike(menu) else []
    return context(*(line for line in once if line), _how(case, menu))


def _gains_are(case: Case) -> list[Block]:
    """What the table's last rows are a part of."""
    said = Mrkdwn(f"What a side gains is told {OF_THE_MOST}, rounded to tens.")
    return [context(said)] if balance_of(case) is not None else []


def _last_alike(menu: Round) -> bool:
    return len({tuple(sorted(o.reasons.lasts.items())) for o in menu.offers}) == 1


def _heading(number: int) -> Mrkdwn:
    return bold(Mrkdwn(f"Package {LETTERS[number]}"))


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
    return lines(_heading(number), *changed, stays)


def _against(agenda: Agenda, menu: Round, number: int) -> Mrkdwn:
    """What a package trades against package A, in one line; A itself, nothing."""
    first, offer = menu.offers[0], menu.offers[number]
    if not number:
        return Mrkdwn("")
    changes = [
        f"{people(t.name, 60)} {people(t.options[here], 40)} instead of "
        f"{people(t.options[there], 40)}"
        for t, there, here in zip(agenda.terms, first.package, offer.package, strict=True)
        if there != here
    ]
    more = f"; {len(changes) - TRADES} more" if len(changes) > TRADES else ""
    return Mrkdwn(f"_Against A: {'; '.join(changes[:TRADES])}{more}._")


def _reasons(case: Case, offer: Offer, *, lasting: bool) -> Mrkdwn:
    """What each side gets. Of two sides, what one gets is what the other gives.

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
    return lines(*parts, _goals(offer))


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
    return lines("_Of the most that each could gain here:_", *bars)


def _uneven(case: Case, offer: Offer) -> Mrkdwn:
    if not offer.betters_all:
        return Mrkdwn("_About as good as today's terms for at least one side._")
    if not offer.uneven:
        return Mrkdwn("")
    than = "the other here; both are" if len(case.sides) == 2 else "another here; all are"
    return Mrkdwn(f"_One side gains more than {than} better off than today._")


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
    two, count = len(case.sides) == 2, len(menu.offers)
    both = "both sides" if two else "every side"
    one = "This package leaves" if count == 1 else f"Each of these {count} packages leaves"
    if all(offer.betters_all for offer in menu.offers):
        good = f"{one} {both} better off than today's terms, by what each said, and none can "
    else:
        these = "this package cannot" if count == 1 else "none of these packages can"
        good = f"By what each said in private, {these} "
    return Mrkdwn(
        f"{good}be bettered for one side without costing {'the other' if two else 'another'}. "
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
