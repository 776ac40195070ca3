"""What matters to one side: three choices, what it can never do, and finer grades on request."""

from bot.casework.next_step import Opened
from bot.casework.packages import usual_wishes
from bot.casework.rate_terms import RateTerms
from bot.casework.tongues import Tongue, tongue
from bot.mediation.caucus import Ratings, Wish
from bot.mediation.refusals import Unclear
from bot.mediation.terms import Agenda, Term
from bot.slack.blocks import (
    Block,
    Option,
    View,
    actions,
    button,
    context,
    divider,
    modal,
    multi_select,
    section,
    select,
)
from bot.slack.payloads import OpenView, reads_form
from bot.slack.text import Mrkdwn, bold, people
from bot.slack.views import actions as names
from bot.slack.views.private.agreeing import agreeing_once

MOST_BLOCKS = 92
"""Slack takes 100; a few stay free."""


def rating_form(opened: Opened) -> View:
    """The quick form."""
    agenda, ratings = _agenda(opened), opened.caucus.ratings or Ratings()
    speaks = tongue(opened.language)
    blocks = [
        context(people(speaks.say("rate.intro"))),
        *_matters(agenda, ratings, speaks),
        _nevers(agenda, ratings, speaks),
        context(_assumed(opened, speaks)),
        actions(button(speaks.say("rate.fine"), names.FINE_TUNE, opened.case.id)),
    ]
    return _form(opened, blocks, speaks, fine=False)


def fine_form(opened: Opened, *, tell_when_closed: bool = False) -> View:
    """The quick form, and for each term its direction, importance and stars per option."""
    agenda, ratings = _agenda(opened), opened.caucus.ratings or Ratings()
    speaks = tongue(opened.language)
    blocks = [
        context(people(speaks.say("rate.intro"))),
        *_matters(agenda, ratings, speaks),
        _nevers(agenda, ratings, speaks),
    ]
    wishes = {**usual_wishes(agenda, opened.side), **ratings.wishes}
    blocks.append(_way_out(agenda, ratings, speaks))
    for term in _by_weight(agenda, ratings):
        part = _fine(term, ratings, wishes.get(term.key), speaks)
        if len(blocks) + len(part) <= MOST_BLOCKS:
            blocks += part
    return _form(opened, blocks, speaks, fine=True, tell_when_closed=tell_when_closed)


@reads_form
def read(view: OpenView, agenda: Agenda) -> RateTerms:
    """The ratings as they stand in the form; what it did not ask is left out."""
    values = view.values
    chosen = [values.choice(f"matters_{n}") for n in (1, 2, 3)]
    nevers = [v.rpartition("|") for v in values.choices("nevers")]
    detailed = frozenset(t.key for t in agenda.terms if f"wish-{t.key}" in values)
    wishes: dict[str, Wish] = {}
    importance: dict[str, int] = {}
    stars: dict[tuple[str, int], int] = {}
    for term in agenda.terms:
        if wish := values.choice(f"wish-{term.key}"):
            wishes[term.key] = Wish(wish)
        if said := values.choice(f"importance-{term.key}"):
            importance[term.key] = int(said)
        for o in range(len(term.options)):
            if star := values.choice(f"stars-{term.key}-{o}"):
                stars[term.key, o] = int(star)
    ratings = Ratings(
        matters=tuple(c for c in chosen if c),
        wishes=wishes,
        nevers=frozenset((key, int(index)) for key, _, index in nevers),
        importance=importance,
        stars=stars,
        way_out=_read_way_out(view),
    )
    return RateTerms(str(view.about["case"]), ratings, int(view.about["revision"]), detailed)


def _read_way_out(view: OpenView) -> dict[str, int]:
    """Raises Unclear where a term is named twice."""
    chosen = [v.rpartition("|") for v in view.values.choices("way_out")]
    found = {key: int(index) for key, _, index in chosen}
    if len(found) != len(chosen):
        raise Unclear("way_out", "Choose one value a term: the one that you would have then.")
    return found


def _form(
    opened: Opened,
    blocks: list[Block],
    speaks: Tongue,
    *,
    fine: bool,
    tell_when_closed: bool = False,
) -> View:
    return modal(
        speaks.say("rate"),
        [*blocks, *agreeing_once(opened.agreed, speaks)],
        callback=names.RATE_FORM,
        about={"case": opened.case.id, "revision": opened.caucus.revision, "fine": fine},
        submit=speaks.say("send"),
        close=speaks.say("close"),
        tell_when_closed=tell_when_closed,
    )


def _matters(agenda: Agenda, ratings: Ratings, speaks: Tongue) -> list[Block]:
    options = [Option(t.name, t.key) for t in agenda.terms]
    held = [*ratings.matters, "", "", ""]
    asked = ("rate.first", "rate.second", "rate.third")[: len(agenda.terms)]
    return [
        select(
            speaks.say(key),
            f"matters_{n}",
            options,
            chosen=held[n - 1],
            optional=n > 1,
            placeholder=speaks.say("choose"),
        )
        for n, key in enumerate(asked, start=1)
    ]


def _nevers(agenda: Agenda, ratings: Ratings, speaks: Tongue) -> Block:
    options = [
        Option(f"{t.name}: {label}", f"{t.key}|{i}")
        for t in agenda.terms
        for i, label in enumerate(t.options)
        if i != t.today
    ][:100]
    held = [f"{key}|{index}" for key, index in ratings.nevers]
    return multi_select(
        speaks.say("rate.never"),
        "nevers",
        options,
        chosen=held,
        placeholder=speaks.say("rate.nothing"),
    )


def _way_out(agenda: Agenda, ratings: Ratings, speaks: Tongue) -> Block:
    """What would hold for this side without a deal, where that is not what holds today."""
    options = [
        Option(f"{t.name}: {label}", f"{t.key}|{i}")
        for t in agenda.terms
        for i, label in enumerate(t.options)
        if i != t.today
    ][:100]
    return multi_select(
        speaks.say("rate.way_out"),
        "way_out",
        options,
        chosen=[f"{key}|{index}" for key, index in ratings.way_out.items()],
        placeholder=speaks.say("rate.no_way_out"),
        hint=speaks.say("rate.way_out_hint"),
    )


def _assumed(opened: Opened, speaks: Tongue) -> Mrkdwn:
    """Which way Parley takes each term to be better for this side, and where it cannot know."""
    agenda = _agenda(opened)
    held = opened.caucus.ratings or Ratings()
    wishes = {**usual_wishes(agenda, opened.side), **held.wishes}
    best = [
        f"{people(t.name, 60)}: {people(t.options[-1 if wishes[t.key] is Wish.MORE else 0], 60)}"
        for t in agenda.terms
        if t.key in wishes
    ]
    unknown = [people(t.name, 60) for t in agenda.terms if t.key not in wishes]
    if not best:
        return Mrkdwn(speaks.say("rate.say"))
    taken = speaks.say("rate.taken", best="; ".join(best))
    if not unknown:
        return Mrkdwn(taken)
    return Mrkdwn(f"{taken} {speaks.say('rate.unknown', terms=speaks.listed(unknown))}")


def _fine(term: Term, ratings: Ratings, wish: Wish | None, speaks: Tongue) -> list[Block]:
    t, choose = term.key, speaks.say("choose")
    ways = [
        Option(speaks.say("rate.towards", option=term.options[-1]), Wish.MORE.value),
        Option(speaks.say("rate.towards", option=term.options[0]), Wish.FEWER.value),
    ]
    importance = [Option(f"{n}", str(n)) for n in range(11)]
    said = ratings.importance.get(t)
    blocks = [
        divider(),
        section(bold(people(term.name, 80))),
        select(
            speaks.say("rate.better", term=term.name),
            f"wish-{t}",
            ways,
            chosen=wish or "",
            optional=True,
            placeholder=choose,
        ),
        select(
            speaks.say("rate.importance", term=term.name),
            f"importance-{t}",
            importance,
            chosen="" if said is None else str(said),
            optional=True,
            placeholder=choose,
        ),
    ]
    stars = [Option("★" * n, str(n)) for n in range(5, 0, -1)]
    for o, label in enumerate(term.options):
        held = ratings.stars.get((t, o))
        chosen = "" if held is None else str(held)
        key = f"stars-{t}-{o}"
        blocks.append(select(label, key, stars, chosen=chosen, optional=True, placeholder=choose))
    return blocks


def _by_weight(agenda: Agenda, ratings: Ratings) -> list[Term]:
    """The terms that matter most first, so that they are the ones that fit."""
    order = {key: n for n, key in enumerate(ratings.matters)}
    return sorted(agenda.terms, key=lambda t: order.get(t.key, len(order)))


def _agenda(opened: Opened) -> Agenda:
    assert opened.case.agenda is not None
    return opened.case.agenda
