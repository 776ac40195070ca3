"""The questions after telling: each with its reason, none to be answered, nothing private in it."""

from bot.casework.asking import FollowUp, Part
from bot.slack.limits import fitted_view
from bot.slack.payloads.values import open_view
from bot.slack.views.private.more_form import REASON_STAYS, more_form, read
from tests.slack.shown import read as shown_in
from tests.slack.views.typing import state_of

ASKED = (
    FollowUp("How do you count OTIF?", "By line or by order.", Part.HAPPENED),
    FollowUp("On which day?", "The same days for both.", Part.HAPPENED),
    FollowUp("Why?", "It stays with you.", Part.WHY),
)


def test_every_question_stands_with_its_reason_and_can_be_left() -> None:
    view = more_form("c1", 2, ASKED, why_shared=False)
    assert fitted_view(view) == view
    told = shown_in(view)
    boxes = [b for b in view["blocks"] if b["type"] == "input"]
    assert len(boxes) == len(ASKED)
    assert all(b["optional"] for b in boxes)
    assert all(q.text in told and q.reason in told for q in ASKED)
    assert view["close"]["text"] == "Leave it"


def test_it_says_whether_the_reason_stays() -> None:
    assert REASON_STAYS in shown_in(more_form("c1", 2, ASKED, why_shared=False))
    assert REASON_STAYS not in shown_in(more_form("c1", 2, ASKED, why_shared=True))
    assert REASON_STAYS not in shown_in(more_form("c1", 2, ASKED[:2], why_shared=False))


def test_answers_come_back_by_the_part_that_they_belong_to() -> None:
    view = more_form("c1", 2, ASKED, why_shared=True)
    state = state_of(view, **{"happened-0": "By line.", "why-2": "Shelves."})
    found = read(open_view({**view, "id": "V1", "state": {"values": state}}))
    assert (found.case_id, found.revision, found.why_shared) == ("c1", 2, True)
    assert found.said_of(Part.HAPPENED) == "By line."
    assert found.said_of(Part.WHY) == "Shelves."
    assert "Shelves" not in repr(found)
