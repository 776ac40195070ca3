"""Tell your side: what may be read is in the case, the rest with that side alone."""

from dataclasses import replace

import pytest

from bot.casework.consent import WORDING, record_consent
from bot.casework.membership import Actor
from bot.casework.tell_side import TellSide, tell_side
from bot.mediation.caucus import PrivateText
from bot.mediation.refusals import MovedOn, NotFound, Outsider, Overtaken, Unclear
from bot.mediation.stages import Stage
from tests.casework.world import ALEX, ANNA, BEN, GUEST, World


def test_what_happened_and_what_it_wants_can_be_read_by_all(world: World) -> None:
    told = world.tell(world.raise_case(), ANNA, happened=" Late again. ", wants=" A plan. ")
    statement = told.statement_of(world.side(ANNA).id)
    assert statement is not None
    assert (statement.happened, statement.wants, statement.why) == ("Late again.", "A plan.", "")
    assert statement.by == ANNA.person
    assert world.room.cards[told.id].statements == (statement,)


def test_the_reason_is_shared_where_its_box_is_ticked_and_nowhere_else(world: World) -> None:
    case = world.raise_case()
    shared = world.tell(case, ANNA, why="We lost a customer.", why_shared=True)
    kept = world.tell(case, BEN, why="Our boiler is old.", why_shared=False)
    whys = {s.side: s.why for s in kept.statements}
    assert whys == {world.side(ANNA).id: "We lost a customer.", world.side(BEN).id: ""}
    assert world.caucus(shared, world.side(ANNA).id).why is None
    private = PrivateText("Our boiler is old.", owner=world.side(BEN).id)
    assert world.caucus(kept, world.side(BEN).id).why == private


def test_anything_private_goes_to_that_sides_caucus(world: World) -> None:
    case = world.tell(world.raise_case(), BEN, private="We could take 45 days.")
    held = world.caucus(case, world.side(BEN).id)
    assert held.private == PrivateText("We could take 45 days.", owner=world.side(BEN).id)
    assert held.told_by == BEN.person
    assert world.caucus(case, world.side(ANNA).id).private is None


def test_telling_again_takes_the_place_of_what_was_told(world: World) -> None:
    case = world.raise_case()
    world.tell(case, ANNA, private="first thought")
    told = world.tell(case, ANNA, happened="Said better.", private="")
    assert [s.happened for s in told.statements] == ["Said better."]
    assert world.caucus(case, world.side(ANNA).id).private is None


@pytest.mark.parametrize("anew", [{"private": "second"}, {"why": "Another reason."}, {}])
@pytest.mark.parametrize("by", [ANNA, ALEX], ids=["the same", "a colleague"])
def test_what_is_told_anew_in_private_alone_leaves_no_trace(
    world: World, anew: dict[str, str], by: Actor
) -> None:
    told = world.tell(world.raise_case(), ANNA, happened="Late.", wants="A plan.", private="first")
    before = world.traces(told)
    again = world.tell(told, by, happened="Late. ", wants="A plan.", **anew)
    assert world.traces(again) == before
    assert world.caucus(told, world.side(ANNA).id).revision == 2
    assert world.traces(world.tell(told, by, happened="Later.", wants="A plan.")) != before


@pytest.mark.parametrize("field", ["happened", "wants"])
def test_an_empty_answer_is_asked_for_and_nothing_is_kept(world: World, field: str) -> None:
    case = world.raise_case()
    with pytest.raises(Unclear) as refused:
        world.tell(case, ANNA, private="kept?", **{field: "  \n "})
    assert refused.value.field == field
    assert world.caucus(case, world.side(ANNA).id).revision == 0
    assert world.case(case.id).statements == ()


def test_two_colleagues_at_once_the_second_is_asked_and_nothing_is_lost(world: World) -> None:
    case = world.raise_case()
    asked = TellSide(case.id, "Anna's words", "A plan.", "", False, "Anna's secret", revision=0)
    world.act(tell_side, asked, by=ANNA)
    with pytest.raises(Overtaken, match="kept below"):
        world.act(tell_side, replace(asked, happened="Alex's words"), by=ALEX)
    first = world.case(case.id).statements[0]
    assert (first.by, first.happened) == (ANNA.person, "Anna's words")
    renewed = world.opened(case, ALEX).caucus.revision
    told = world.act(tell_side, replace(asked, happened="Alex's", revision=renewed), by=ALEX)
    assert [s.by for s in told.statements] == [ALEX.person]


def test_once_both_have_spoken_the_statement_is_drafted(world: World) -> None:
    case = world.raise_case()
    world.tell(case, BEN)
    assert world.case(case.id).stage is Stage.CLARIFYING
    world.tell(case, ANNA)
    assert world.case(case.id).stage is Stage.CONFIRMING


def test_who_is_on_no_side_is_told_kindly(world: World) -> None:
    case = world.raise_case()
    with pytest.raises(Outsider, match="you are on neither side"):
        world.tell(case, GUEST)
    with pytest.raises(Outsider):
        world.act(tell_side, TellSide(case.id, "a", "b", "", False, "", 0), by=GUEST)
    assert world.case(case.id).statements == ()


def test_a_case_that_has_moved_on_takes_no_more_accounts(world: World) -> None:
    case = world.case_at(Stage.FRAMED)
    with pytest.raises(MovedOn, match="moved on"):
        world.tell(case, ANNA)


def test_a_case_that_is_not_there_is_said_to_be_gone(world: World) -> None:
    with pytest.raises(NotFound):
        world.act(tell_side, TellSide("nothing", "a", "b", "", False, "", 0), by=ANNA)


def test_who_tells_has_agreed_to_what_the_form_says_once(world: World) -> None:
    case = world.raise_case()
    for _ in range(2):
        world.tell(case, ANNA)
    with world.store() as uow:
        given = uow.consents.given(ANNA.person, case.id)
        assert uow.consents.given(BEN.person, case.id) is None
    assert given is not None
    assert (given.wording, given.given_at) == (WORDING, world.clock.now())


def test_a_changed_wording_is_agreed_to_anew(world: World) -> None:
    with world.store() as uow:
        record_consent(uow, ANNA.person, "c1", now=world.clock.now())
        given = uow.consents.given(ANNA.person, "c1")
        assert given is not None
        uow.consents.record(replace(given, wording="form-0"))
        record_consent(uow, ANNA.person, "c1", now=world.clock.forward(days=1))
        renewed = uow.consents.given(ANNA.person, "c1")
    assert renewed is not None
    assert (renewed.wording, renewed.given_at) == (WORDING, world.clock.now())


def test_the_timeline_says_that_a_side_spoke_and_not_what(world: World) -> None:
    case = world.tell(world.raise_case(), ANNA, private="secret", why="hidden")
    assert world.texts(case.id)[-1] == "Acme told its side."


def test_the_request_prints_nothing_private() -> None:
    asked = TellSide(
        "c1", "h", "w", why="canary-why", why_shared=False, private="canary", revision=0
    )
    assert "canary" not in repr(asked)


def test_what_is_told_anew_before_the_draft_is_there_is_drafted_from_too(world: World) -> None:
    case = world.raise_case()
    for by, words in ((ANNA, "first"), (BEN, "first"), (ANNA, "second")):
        asked = TellSide(
            case.id, words, "A plan.", "", False, "", world.opened(case, by).caucus.revision
        )
        world.commit(tell_side, asked, by=by)
    drafts = [job.key for job in world.waiting if job.name == "draft_statement"]
    assert len(set(drafts)) == 2, "the second telling asks for a draft of its own"
    world.run_jobs()
    common = world.case(case.id).common
    assert common is not None
    assert common.about(world.side(ANNA).id).account == "second"
    assert len([t for t in world.texts(case.id) if "was drafted by" in t]) == 1
