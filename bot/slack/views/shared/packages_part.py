"""The menu on the card: what each package says, what each side gives and gets."""

from bot.casework.tongues import Tongue, tongue
from bot.mediation.case import Case
from bot.mediation.people import SideId
from bot.mediation.proposals import EXPECTED_NASH, NASH, NEAREST_TO_NASH, Offer, Round
from bot.mediation.terms import Agenda
from bot.slack.blocks import Block, context, divider, section
from bot.slack.newer_blocks import NOTHING_THERE, table
from bot.slack.text import Mrkdwn, bold, lines, people
from bot.slack.views.shared.balance_part import LETTERS, balance_of, balance_picture

TRADES = 3
"""Differences to package A that are named; the whole packages stand beside each other."""


def packages(case: Case, picture: str = "") -> list[Block]:
    """The open round as a table, with what each side gets and how even it is below.

    picture: the file that shows the balance, where it stands in Slack.
    """
    if case.round is None or case.agenda is None:
        return []
    speaks = tongue(case.language)
    blocks = [
        _side_by_side(case, case.agenda, case.round, speaks),
        *_gains_are(case, speaks),
        *balance_picture(case, picture),
    ]
    alike = _last_alike(case.round)
    for number, offer in enumerate(case.round.offers):
        told = _reasons(case, offer, speaks, lasting=not alike)
        traded = _against(case.agenda, case.round, number, speaks)
        uneven = _uneven(case, offer, speaks)
        blocks.append(section(lines(_heading(number, speaks), traded, told, uneven)))
    return [*blocks, _closing(case, case.round, speaks)]


def packages_in_words(case: Case, picture: str = "") -> list[Block]:
    """The same without a table."""
    if case.round is None or case.agenda is None:
        return []
    speaks = tongue(case.language)
    blocks: list[Block] = []
    alike = _last_alike(case.round)
    for number, offer in enumerate(case.round.offers):
        told = _reasons(case, offer, speaks, lasting=not alike)
        traded = _against(case.agenda, case.round, number, speaks)
        even = balance(case, offer, speaks), _uneven(case, offer, speaks)
        blocks.append(section(lines(package(case.agenda, offer, number, speaks), traded)))
        blocks.append(section(lines(told, *even)))
        blocks.append(divider())
    return [*blocks, *balance_picture(case, picture), _closing(case, case.round, speaks)]


def _side_by_side(case: Case, agenda: Agenda, menu: Round, speaks: Tongue) -> Block:
    """Each term today and in every package, what changes in bold; then what each side gains."""
    headings = [speaks.say("package", letter=LETTERS[n]) for n in range(len(menu.offers))]
    rows = [[speaks.say("package.term"), speaks.say("package.today"), *headings]]
    changed: set[tuple[int, int]] = set()
    for place, term in enumerate(agenda.terms):
        today = speaks.say("package.open") if term.today is None else term.options[term.today]
        chosen = [offer.package[place] for offer in menu.offers]
        changed |= {(len(rows), n) for n, held in enumerate(chosen, 2) if held != term.today}
        rows.append([term.name, today, *(term.options[held] for held in chosen)])
    found = balance_of(case)
    if found is not None:
        for side, shares in zip(found.sides, zip(*found.shares, strict=True), strict=True):
            about = (speaks.say("package.about", share=n) for n in shares)
            rows.append([speaks.say("package.gains", side=side), NOTHING_THERE, *about])
    return table(rows, bold=changed)


def _closing(case: Case, menu: Round, speaks: Tongue) -> Block:
    """What is true of every package, said once."""
    once = [_lasting_of_all(case, menu.offers[0])] if _last_alike(menu) else []
    return context(*(line for line in once if line), _how(case, menu, speaks))


def _gains_are(case: Case, speaks: Tongue) -> list[Block]:
    """What the table's last rows are a part of."""
    said = Mrkdwn(speaks.say("package.gains_are"))
    return [context(said)] if balance_of(case) is not None else []


def _last_alike(menu: Round) -> bool:
    return len({tuple(sorted(o.reasons.lasts.items())) for o in menu.offers}) == 1


def _heading(number: int, speaks: Tongue) -> Mrkdwn:
    return bold(Mrkdwn(speaks.say("package", letter=LETTERS[number])))


def package(agenda: Agenda, offer: Offer, number: int, speaks: Tongue) -> Mrkdwn:
    """Its letter and its terms; what stays as it is today comes last, in one line."""
    changed, kept = [], []
    for term, chosen in zip(agenda.terms, offer.package, strict=True):
        label = people(term.options[chosen], 60)
        if chosen == term.today:
            kept.append(f"{people(term.name, 80)} {label}")
        else:
            held = people(term.options[term.today], 60) if term.today is not None else ""
            before = f" ({speaks.say('package.changed', today=held)})" if held else ""
            changed.append(f"•  {people(term.name, 80)}: *{label}*{before}")
    stays = speaks.say("package.stays", kept=", ".join(kept)) if kept else ""
    return lines(_heading(number, speaks), *changed, stays)


def _against(agenda: Agenda, menu: Round, number: int, speaks: Tongue) -> Mrkdwn:
    """What a package trades against package A, in one line; A itself, nothing."""
    first, offer = menu.offers[0], menu.offers[number]
    if not number:
        return Mrkdwn("")
    changes = [
        speaks.say(
            "package.instead",
            term=people(t.name, 60),
            here=people(t.options[here], 40),
            there=people(t.options[there], 40),
        )
        for t, there, here in zip(agenda.terms, first.package, offer.package, strict=True)
        if there != here
    ]
    left = len(changes) - TRADES
    more = speaks.say("package.more", count=left) if left > 0 else ""
    said = speaks.say("package.against", changes=f"{'; '.join(changes[:TRADES])}{more}")
    return Mrkdwn(f"_{said}_")


def _reasons(case: Case, offer: Offer, speaks: Tongue, *, lasting: bool) -> Mrkdwn:
    """What each side gets. Of two sides, what one gets is what the other gives.

    lasting: what it serves in time, too; where every package serves the same, that is said once.
    """
    parts = [
        lines(
            speaks.say(
                "package.gets",
                side=people(s.name, 80),
                gets=people(offer.reasons.gets.get(s.id, ""), 400),
            ),
            _lasting(offer, s.id) if lasting else "",
        )
        if len(case.sides) == 2
        else lines(bold(people(s.name, 80)), give_and_get(offer, s.id, speaks))
        for s in case.sides
    ]
    return lines(*parts, _goals(offer, speaks))


def _lasting(offer: Offer, side: SideId) -> Mrkdwn:
    """What it serves in time, in a line of its own; empty where nothing can be said for all."""
    lasts = offer.reasons.lasts.get(side, "")
    return Mrkdwn(f"_{people(lasts, 200)}_") if lasts else Mrkdwn("")


def _lasting_of_all(case: Case, offer: Offer) -> Mrkdwn:
    """What every package serves in time, side by side; empty where nothing can be said for all."""
    told = [f"{people(s.name, 80)}  ·  {_lasting(offer, s.id)}" for s in case.sides]
    return lines(*told) if all(_lasting(offer, s.id) for s in case.sides) else Mrkdwn("")


def _goals(offer: Offer, speaks: Tongue) -> Mrkdwn:
    """The goals that both sides recorded and that this package moves towards."""
    goals = "; ".join(people(goal, 150) for goal in offer.reasons.goals)
    return Mrkdwn(speaks.say("package.serves", goals=goals)) if goals else Mrkdwn("")


def balance(case: Case, offer: Offer, speaks: Tongue) -> Mrkdwn:
    """How even it is, by mark and in words; empty where the shares are not known."""
    if set(offer.shares) != case.side_ids:
        return Mrkdwn("")
    bars = [
        f"{people(s.name, 80)} {_bar(offer.shares[s.id])} "
        f"{speaks.say('package.about', share=offer.shares[s.id])}"
        for s in case.sides
    ]
    return lines(f"_{speaks.say('package.of_the_most')}_", *bars)


def _uneven(case: Case, offer: Offer, speaks: Tongue) -> Mrkdwn:
    if not offer.betters_all:
        return Mrkdwn(f"_{speaks.say('package.no_better')}_")
    if not offer.uneven:
        return Mrkdwn("")
    count = "two" if len(case.sides) == 2 else "more"
    return Mrkdwn(f"_{speaks.say(f'package.uneven.{count}')}_")


def _bar(per_cent: int) -> str:
    full = round(per_cent / 10)
    return "▰" * full + "▱" * (10 - full)


def give_and_get(offer: Offer, side: SideId, speaks: Tongue, *, own: bool = False) -> Mrkdwn:
    """What a side gives and gets in public words, and what that serves in time.

    own: whether that side itself reads it.
    """
    give, get = offer.reasons.gives.get(side, ""), offer.reasons.gets.get(side, "")
    gives, gets = ("you_give", "you_get") if own else ("give", "get")
    return lines(
        f"_{speaks.say(f'package.{gives}')}:_ {people(give, 400)}" if give else "",
        f"_{speaks.say(f'package.{gets}')}:_ {people(get, 400)}" if get else "",
        _lasting(offer, side),
    )


def _how(case: Case, menu: Round, speaks: Tongue) -> Mrkdwn:
    """What is true of every package, and why the first is the first, no more than is known."""
    good = "better" if all(offer.betters_all for offer in menu.offers) else "best"
    count = len(menu.offers)
    key = f"how.{good}.{'one' if count == 1 else 'many'}"
    lead = _lead(menu.offers[0])
    return Mrkdwn(
        speaks.of(case.sides, key, count=count)
        + (speaks.of(case.sides, lead) if lead else "")
        + speaks.say("how.round", number=menu.number)
    )


def _lead(first: Offer) -> str:
    """Why package A is package A, by the rule's name; empty where nothing is claimed for it."""
    if NASH in first.rules:
        return "how.nash"
    if EXPECTED_NASH in first.rules:
        return "how.expected"
    return "how.nearest" if NEAREST_TO_NASH in first.rules else ""
