"""The form to count, as Slack meets it: opened, turned, sent once, given back at its field."""

from typing import Any

from bot.casework.shown import CountForm
from bot.mediation.case import Case
from bot.mediation.issues import GapKind
from bot.mediation.stages import Stage
from bot.slack.views import actions as names
from tests.casework.fakes import ScriptedFacilitator
from tests.casework.world import ANNA, BEN
from tests.slack.listeners.front import Front
from tests.slack.shown import read

COUNT = "619 of 660 order lines by appointment date"


def framed(front: Front) -> Case:
    front.world.words = ScriptedFacilitator(gap=GapKind.FACT)
    return front.world.case_at(Stage.FRAMED)


def form(front: Front, case: Case) -> dict[str, Any]:
    assert front.click(ANNA, names.COUNT, case.id).acknowledged
    return front.opened()


def test_typed_counts_close_the_form_and_stand_once(front: Front) -> None:
    case = framed(front)
    view = form(front, case)
    for _ in range(2):
        answer = front.submit(ANNA, view, rows=COUNT)
        assert answer.acknowledged
    assert len(front.world.case(case.id).counts) == 1


def test_what_cannot_be_counted_is_said_at_its_field(front: Front) -> None:
    view = form(front, framed(front))
    answer = front.submit(ANNA, view, rows="7 of 5 lines")
    assert "part of the second" in answer.body["errors"]["rows"]


def test_a_file_leaves_a_sign_that_it_is_being_read(front: Front) -> None:
    case = framed(front)
    view = form(front, case)
    front.world.room.files["F1"] = b"order\nA\n"
    answer = front.submit(ANNA, view, file=[{"id": "F1", "name": "a.csv"}])
    assert "One moment…" in read(answer.body["view"]["blocks"])
    front.world.run_jobs()
    back = front.world.room.modals["V1"]
    assert isinstance(back, CountForm)
    assert "Still missing: the day that was agreed" in back.sentence


def test_the_form_turns_to_another_thing_to_count(front: Front) -> None:
    case = framed(front)
    view = {**form(front, case), "id": "V1", "hash": "1.a"}
    front.click(ANNA, f"{names.COUNT}.lateness", f"{case.id}:lateness", view=view)
    assert front.turned()["title"]["text"] == "Days late"


def test_a_case_that_moved_on_says_so(front: Front) -> None:
    case = framed(front)
    front.world.bargain(case, BEN)
    front.click(ANNA, names.COUNT, case.id)
    assert "nothing to count" in read(front.opened()["blocks"])
