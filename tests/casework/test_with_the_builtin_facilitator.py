"""Whole cases in the built-in facilitator's own words: no model, no network, and it all works."""

import pytest

from bot.casework.membership import Actor
from bot.casework.packages import usual_wishes
from bot.casework.rate_terms import finish_rating
from bot.facilitator import builtin_facilitator, load_library
from bot.mediation.caucus import Ratings, Wish
from bot.mediation.issues import IssueKind
from bot.mediation.stages import Stage
from bot.mediation.terms import Term
from tests.casework.world import ANNA, BEN, World, memory_world

ISSUES = {
    IssueKind.LATE_DELIVERY: (
        "Late deliveries in May",
        "OTIF was 95 % in May, the target is 98 %. We count order lines by appointment date.",
        "We count orders by delivery date, and there we are at 97 %.",
    ),
    IssueKind.PRICE: (
        "Resin price",
        "The resin index rose, so we need 6 % more from 1 July.",
        "6 % is too much for us; 2 % is in the budget, payment is 60 days.",
    ),
    IssueKind.FORECAST: (
        "Forecast changes",
        "The forecast changed three times inside two weeks.",
        "The market moves, we need a frozen window of two weeks at most.",
    ),
    IssueKind.OTHER: (
        "Something else",
        "We do not get answers to our mails.",
        "We did not see any mails.",
    ),
}


@pytest.fixture
def world() -> World:
    return memory_world(words=builtin_facilitator(load_library(None)))


def rate_what_can_be_won(world: World, case_id: str, by: Actor) -> None:
    """What matters most to a side is what it could still win, and of equals another to each side;
    where nobody knows the usual wish, it is for more."""
    case = world.case(case_id)
    assert case.agenda is not None
    side = next(s for s in case.sides if s.team_id == by.team)
    known = usual_wishes(case.agenda, side)
    wishes = {t.key: known.get(t.key, Wish.MORE) for t in case.agenda.terms}

    def room(term: Term) -> int:
        today = term.today or 0
        return len(term.options) - 1 - today if wishes[term.key] is Wish.MORE else today

    in_order = case.agenda.terms if by is ANNA else case.agenda.terms[::-1]
    ranked = sorted(in_order, key=room, reverse=True)
    ratings = Ratings(matters=tuple(t.key for t in ranked[:2]), wishes=wishes)
    with world.store() as uow:
        caucus = uow.caucuses.get(case_id, side.id)
        uow.caucuses.save(caucus.with_ratings(ratings, by=by.person))
        uow.commit()
    world.act(finish_rating, case_id, by=by)


@pytest.mark.parametrize("kind", list(ISSUES))
def test_from_raised_to_agreed_in_its_words(world: World, kind: IssueKind) -> None:
    title, annas, bens = ISSUES[kind]
    case = world.raise_case(title=title, happened=annas, kind=kind)
    world.tell(case, ANNA, happened=annas, wants="A plan that works.", private="canary-a")
    world.tell(case, BEN, happened=bens, wants="A plan that works for us too.", private="canary-b")
    framed = world.case(case.id)
    assert framed.stage is Stage.CONFIRMING
    assert framed.common is not None
    assert framed.common.question
    assert [s.side for s in framed.common.said] == [s.id for s in framed.sides]
    for person in (ANNA, BEN):
        world.confirm(case, person)
    world.bargain(case, ANNA)
    agenda = world.case(case.id).agenda
    assert agenda is not None
    assert 3 <= len(agenda.terms) <= 6
    for person in (ANNA, BEN):
        world.agree_terms(case, person)
    for person in (ANNA, BEN):
        rate_what_can_be_won(world, case.id, person)
    proposed = world.case(case.id)
    assert proposed.stage is Stage.PROPOSED
    assert proposed.round is not None
    for offer in proposed.round.offers:
        assert set(offer.reasons.gives) == set(offer.reasons.gets) == proposed.side_ids
    for person in (ANNA, BEN):
        world.answer(case, person, 0)
    for person in (ANNA, BEN):
        world.sign(case, person)
    agreed = world.case(case.id)
    assert agreed.stage is Stage.AGREED
    assert "canary" not in repr((agreed, world.room.shown, world.texts(case.id)))


@pytest.mark.parametrize("kind", list(ISSUES))
def test_a_correction_is_worded_into_the_rest(world: World, kind: IssueKind) -> None:
    title, annas, bens = ISSUES[kind]
    case = world.raise_case(title=title, happened=annas, kind=kind)
    world.tell(case, ANNA, happened=annas, wants="A plan.")
    world.tell(case, BEN, happened=bens, wants="A plan.")
    world.confirm(case, ANNA, account="It was three orders, not two.", wants="A call.")
    world.confirm(case, BEN)
    framed = world.case(case.id)
    assert framed.stage is Stage.FRAMED
    assert framed.common is not None
    assert framed.common.about(world.side(ANNA).id).account == "It was three orders, not two."
    assert not framed.common.by_model


@pytest.mark.parametrize(
    "text",
    [
        "🙂" * 200,
        "متى تصل الطلبات؟ " * 40,
        "x" * 20_000,
        "<!channel> <@U123> *bold* `code`",
        "\u200b.",
        "98",
    ],
    ids=["emoji", "right to left", "long", "markup", "nearly nothing", "a number"],
)
def test_no_text_stops_a_case(world: World, text: str) -> None:
    case = world.raise_case(title=text[:150], happened=text, kind=IssueKind.OTHER)
    for person in (ANNA, BEN):
        world.tell(case, person, happened=text, wants=text)
    for person in (ANNA, BEN):
        world.confirm(case, person)
    assert world.case(case.id).stage is Stage.FRAMED
    world.bargain(case, BEN)
    assert world.case(case.id).agenda is not None


@pytest.mark.parametrize("kind", list(IssueKind))
def test_every_kind_of_issue_finds_terms(world: World, kind: IssueKind) -> None:
    case = world.raise_case(kind=kind)
    for person in (ANNA, BEN):
        world.tell(case, person)
    for person in (ANNA, BEN):
        world.confirm(case, person)
    world.bargain(case, ANNA)
    agenda = world.case(case.id).agenda
    assert agenda is not None
    assert all(len(t.options) >= 2 for t in agenda.terms)
