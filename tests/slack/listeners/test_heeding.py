"""What a facilitator keeps out of goes no further, and nothing that was typed is lost."""

from dataclasses import replace

import pytest

from bot.mediation.concerns import Concern
from bot.mediation.people import ChannelId, PartnershipId, SideId
from bot.slack.listeners.answering import HEARD
from bot.slack.views import actions as names
from tests.casework.fakes import ScriptedFacilitator
from tests.casework.world import ANNA, BEN
from tests.slack.listeners.front import Front
from tests.slack.shown import read

WORDS = {
    Concern.THREAT: "or else",
    Concern.HARASSMENT: "that fool",
    Concern.SAFETY: "was hurt",
    Concern.COMPETITION: "their rival charges",
}


@pytest.fixture
def watched(front: Front) -> Front:
    assert isinstance(front.world.words, ScriptedFacilitator)
    front.world.words.keeps_out = WORDS
    return front


@pytest.mark.parametrize("field", ["happened", "wants", "why", "private"])
@pytest.mark.parametrize("concern", Concern)
def test_a_text_in_any_field_comes_back_filled_in_and_nothing_is_kept(
    watched: Front, concern: Concern, field: str
) -> None:
    case = watched.world.raise_case()
    watched.click(ANNA, names.OPEN, case.id)
    typed = {"happened": "Late.", "wants": "A plan.", field: f"Late, {WORDS[concern]}."}
    answer = watched.submit(ANNA, watched.opened(), **typed)
    assert answer.body["response_action"] == "update"
    shown = read(answer.body["view"])
    assert "Please speak with " in shown
    assert f"Late, {WORDS[concern]}." in shown
    assert watched.world.case(case.id).statements == ()


@pytest.mark.parametrize("concern", Concern)
def test_only_a_matter_of_safety_goes_on_when_it_is_sent_once_more(
    watched: Front, concern: Concern
) -> None:
    case = watched.world.raise_case()
    watched.click(ANNA, names.OPEN, case.id)
    typed = {"happened": f"Late, {WORDS[concern]}.", "wants": "A plan."}
    back = watched.submit(ANNA, watched.opened(), **typed).body["view"]
    again = watched.submit(ANNA, back, hash="2.b")
    assert (again.body == {}) is (concern is Concern.SAFETY)
    told = [s.happened for s in watched.world.case(case.id).statements]
    assert told == ([typed["happened"]] if concern is Concern.SAFETY else [])


def test_safety_said_again_carries_nothing_else_along(watched: Front) -> None:
    case = watched.world.raise_case()
    watched.click(ANNA, names.OPEN, case.id)
    typed = {"happened": "He was hurt, and their rival charges less.", "wants": "A plan."}
    back = watched.submit(ANNA, watched.opened(), **typed).body["view"]
    again = watched.submit(ANNA, back, hash="2.b")
    assert again.body["response_action"] == "update"
    assert watched.world.case(case.id).statements == ()


def test_without_the_passage_the_rest_goes_on(watched: Front) -> None:
    case = watched.world.raise_case()
    watched.click(ANNA, names.OPEN, case.id)
    typed = {"happened": "Late, or else.", "wants": "A plan."}
    back = watched.submit(ANNA, watched.opened(), **typed).body["view"]
    assert watched.submit(ANNA, back, hash="2.b", happened="Late.").body == {}
    assert [s.happened for s in watched.world.case(case.id).statements] == ["Late."]


def test_the_form_that_came_back_holds_no_words_in_its_metadata(watched: Front) -> None:
    case = watched.world.raise_case()
    watched.click(ANNA, names.OPEN, case.id)
    typed = {"happened": "Late.", "wants": "A plan.", "private": "or else, we said"}
    view = watched.submit(ANNA, watched.opened(), **typed).body["view"]
    assert HEARD in view["private_metadata"]
    assert "or else" not in view["private_metadata"]


def in_doubt(front: Front, concern: Concern) -> str:
    """Words that may well be one, in a form that ANNA has open."""
    assert isinstance(front.world.words, ScriptedFacilitator)
    front.world.words.suspects = {concern: "accidents happen"}
    case = front.world.raise_case()
    front.click(ANNA, names.OPEN, case.id)
    return case.id


@pytest.mark.parametrize("concern", Concern)
def test_what_is_in_doubt_is_asked_about_once_and_goes_on_when_it_is_sent_once_more(
    front: Front, concern: Concern
) -> None:
    case_id = in_doubt(front, concern)
    typed = {"happened": "Late, and accidents happen.", "wants": "A plan."}
    answer = front.submit(ANNA, front.opened(), **typed)
    assert answer.body["response_action"] == "update"
    back = answer.body["view"]
    assert f"{concern}: accidents happen" in read(back)
    assert "send_again" in read(back)
    assert front.world.case(case_id).statements == ()
    assert front.submit(ANNA, back, hash="2.b").body == {}
    assert [s.happened for s in front.world.case(case_id).statements] == [typed["happened"]]


def test_sent_once_more_it_carries_nothing_certain_along(front: Front) -> None:
    case_id = in_doubt(front, Concern.THREAT)
    typed = {"happened": "Late, and accidents happen.", "wants": "A plan."}
    back = front.submit(ANNA, front.opened(), **typed).body["view"]
    assert isinstance(front.world.words, ScriptedFacilitator)
    front.world.words.keeps_out = WORDS
    again = front.submit(ANNA, back, hash="2.b", wants="A plan, or else.")
    assert again.body["response_action"] == "update"
    last = front.submit(ANNA, again.body["view"], hash="3.c")
    assert last.body["response_action"] == "update"
    assert front.world.case(case_id).statements == ()


def test_the_companies_of_the_channel_are_known_when_a_text_is_looked_at(front: Front) -> None:
    in_doubt(front, Concern.COMPETITION)
    front.submit(ANNA, front.opened(), happened="Late.", wants="A plan.")
    assert isinstance(front.world.words, ScriptedFacilitator)
    names_known = {s.name for s in front.world.partnership.sides}
    assert ("suspect", names_known) in [
        (h[0], set(h[1])) for h in front.world.words.heard if isinstance(h, tuple)
    ]


def test_what_is_typed_behind_the_command_is_heeded_too(watched: Front) -> None:
    answer = watched.command(ANNA, "tradeoffs their rival charges 5 % less")
    assert "Please speak with " in answer.body["text"]
    assert "views.open" not in [call.method for call in watched.slack.calls]


def test_what_a_side_has_sent_it_is_not_asked_about_again_where_it_checks_its_part(
    front: Front,
) -> None:
    world = front.world
    assert isinstance(world.words, ScriptedFacilitator)
    case = world.raise_case()
    world.tell(case, ANNA, happened="Late, and accidents happen.")
    world.tell(case, BEN)
    world.words.suspects = {Concern.THREAT: "accidents happen"}
    world.words.keeps_out = {Concern.SAFETY: "accidents"}
    front.click(ANNA, names.OPEN, case.id)
    part = world.case(case.id).common
    assert part is not None
    assert "accidents happen" in part.about(world.side(ANNA).id).account
    form = front.opened()
    added = front.submit(ANNA, form, wants="A plan, for accidents happen.")
    assert added.body["response_action"] == "update"
    assert not _has_confirmed(front, case.id)
    assert front.submit(ANNA, form, hash="2.b").body == {}
    assert _has_confirmed(front, case.id)


def _has_confirmed(front: Front, case_id: str) -> bool:
    common = front.world.case(case_id).common
    assert common is not None
    return common.about(front.world.side(ANNA).id).confirmed_by == ANNA.person


def test_the_companies_of_a_form_s_partnership_are_known_where_it_names_no_channel(
    front: Front,
) -> None:
    world = front.world
    assert isinstance(world.words, ScriptedFacilitator)
    world.opened(world.raise_case(), BEN)
    held = world.partnership
    other = replace(
        held,
        id=PartnershipId("P0"),
        sides=tuple(replace(s, id=SideId(f"0{s.id}"), name=f"Other {s.name}") for s in held.sides),
        channels=(ChannelId("C0"),),
        members=(),
        version=0,
    )
    with world.store() as uow:
        uow.partnerships.save(other)
        uow.commit()
    front.click(ANNA, f"{names.GOAL}.new", held.id)
    assert front.submit(ANNA, front.opened(), goal="98 % on time by June").body == {}
    looked = [h[1] for h in world.words.heard if isinstance(h, tuple) and h[0] == "suspect"]
    assert [set(names_known) for names_known in looked] == [{s.name for s in held.sides}]
