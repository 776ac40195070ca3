"""Who told too little is asked what would help, in the same form; who told enough is not."""

from bot.sandbox.play.hands import Hands
from bot.slack.views.private.more_form import INTRO, TITLE
from tests.flow.house import Place

COUNTS = "How do you count OTIF?"


def _tell(place: Place, happened: str) -> None:
    place.opens(place.tomas, "Tell your side")
    place.tomas.fill("What happened, as you saw it", happened)
    place.tomas.fill("What would you like to come of this", "Keep the target as it is.")
    assert place.tomas.submit() == {}


def test_a_question_comes_in_the_form_and_its_answer_joins_what_was_told(place: Place) -> None:
    place.raised()
    _tell(place, "OTIF in October was 97 %.")
    form = place.tomas.form()
    assert form.title == TITLE
    assert INTRO in form.text
    place.tomas.fill(COUNTS, "By order line and appointment date.")
    assert place.tomas.submit() == {}
    place.at_work()[0].tell()
    part = place.opens(place.tomas, "Check your part")
    assert "By order line and appointment date." in str(part.value("How your side saw it"))


def test_one_tap_leaves_the_questions_and_the_case_goes_on_without(place: Place) -> None:
    place.raised()
    _tell(place, "OTIF in October was 97 %.")
    assert place.tomas.form().title == TITLE
    place.tomas.close()
    place.at_work()[0].tell()
    place.sees_button(place.tomas, "Check your part")
    assert place.count(COUNTS) == 0


def test_a_played_case_leaves_the_questions_that_its_file_has_no_answers_for(place: Place) -> None:
    place.raised()
    maria, tomas = place.at_work()
    tomas.side = tomas.side.model_copy(update={"happened": "OTIF in October was 97 %."})
    maria.tell()
    tomas.tell()
    assert any(note.kind == "tap" and note.text == "Leave it" for note in tomas.notes)
    assert not any(note.text == "Leave it" for note in maria.notes)
    assert place.tomas.modal() is None


def test_who_told_enough_is_asked_nothing(place: Place) -> None:
    place.raised()
    place.both(Hands.tell)
    assert place.maria.modal() is None
    assert place.tomas.modal() is None
