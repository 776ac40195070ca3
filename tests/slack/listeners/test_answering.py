"""Forms and clicks are answered once: saved, given back filled in, or told why not."""

from typing import Any

from bot.casework.membership import Actor
from bot.casework.shown import Origin, RaiseForm
from bot.mediation.issues import Intake, IssueKind
from bot.mediation.stages import Stage
from bot.slack.listeners.answering import FIRST_KEPT, TO_COPY
from bot.slack.listeners.reception import LATE
from bot.slack.views import actions as names
from bot.slack.views.private.notices import KEPT
from bot.slack.views.private.raise_form import raise_form
from tests.casework.world import ALEX, ANNA, BEN, GUEST, STRANGER
from tests.slack.listeners.front import Front
from tests.slack.shown import read


def _tell_form(front: Front, by: Actor = ANNA) -> tuple[str, dict[str, Any]]:
    case = front.world.raise_case()
    assert front.click(by, names.OPEN, case.id).acknowledged
    return case.id, front.opened()


def test_a_form_is_saved_before_slack_hears_that_it_was(front: Front) -> None:
    case_id, view = _tell_form(front)
    answer = front.submit(ANNA, view, happened="Two late.", wants="A plan.", private="We can wait.")
    assert (answer.status, answer.body) == (200, {})
    case = front.world.case(case_id)
    assert [s.happened for s in case.statements] == ["Two late."]


def test_an_empty_answer_is_said_beside_its_field_and_saves_nothing(front: Front) -> None:
    case_id, view = _tell_form(front)
    answer = front.submit(ANNA, view, happened="Two late.", wants="  ")
    assert answer.body["response_action"] == "errors"
    assert set(answer.body["errors"]) == {"wants"}
    assert front.world.case(case_id).statements == ()


def test_the_same_form_sent_twice_counts_once(front: Front) -> None:
    case_id, view = _tell_form(front)
    for _ in range(2):
        assert front.submit(ANNA, view, happened="Two late.", wants="A plan.").acknowledged
    texts = front.world.texts(case_id)
    assert texts.count("Acme told its side.") == 1


def test_words_added_after_an_acknowledgement_that_was_lost_are_not_lost_with_it(
    front: Front,
) -> None:
    case_id, view = _tell_form(front)
    front.submit(ANNA, view, happened="Two late.", wants="A plan.")
    more = front.submit(ANNA, view, happened="Two late, and one short.", wants="A plan.")
    back = more.body["view"]
    assert FIRST_KEPT in read(back["blocks"][0])
    assert "Two late, and one short." in read(back)
    assert front.submit(ANNA, back, hash="2.b").body == {}
    assert [s.happened for s in front.world.case(case_id).statements] == [
        "Two late, and one short."
    ]


def test_a_case_whose_form_was_sent_again_with_other_words_is_raised_once(front: Front) -> None:
    case = front.world.raise_case()
    sides = front.world.case(case.id).sides
    origin = Origin(case.channel, "300.1", "300.1")
    intake = Intake("Late again", "Two trucks.", IssueKind.LATE_DELIVERY)
    view = raise_form(RaiseForm(origin, intake, sides))
    assert front.submit(ANNA, view, title="Late again").body == {}
    again = front.submit(ANNA, view, title="Late for the third time")
    assert TO_COPY in read(again.body["view"]["blocks"][0])
    assert "Late for the third time" in read(again.body["view"])
    with front.world.store() as uow:
        titles = [c.issue.title for c in uow.cases.of_channel(case.workspace, case.channel)]
    assert "Late for the third time" not in titles
    assert titles.count("Late again") == 1


def test_a_colleague_who_was_slower_gets_the_form_back_and_can_send_it_again(front: Front) -> None:
    case_id, view = _tell_form(front)
    front.submit(ANNA, view, happened="Two late.", wants="A plan.")
    late = front.submit(ALEX, view, happened="Three late.", wants="A truck.", hash="2.b")
    assert late.body["response_action"] == "update"
    back = late.body["view"]
    assert back["blocks"][0]["block_id"] == KEPT
    assert "A colleague has told your side's story" in read(back["blocks"][0])
    again = front.submit(ALEX, back, hash="3.c")
    assert again.body == {}
    told = front.world.case(case_id).statements
    assert [(s.happened, s.by) for s in told] == [("Three late.", ALEX.person)]


def test_a_form_of_a_case_that_moved_on_comes_back_with_its_words(front: Front) -> None:
    case_id, view = _tell_form(front)
    case = front.world.case(case_id)
    front.world.tell(case, ANNA)
    front.world.tell(case, BEN)
    answer = front.submit(ALEX, view, happened="Typed for minutes.", wants="A plan.")
    assert answer.body["response_action"] == "update"
    assert "This case has moved on" in read(answer.body["view"])
    assert "Typed for minutes." in read(answer.body["view"])


def test_a_listener_that_fails_before_the_commit_is_not_acknowledged(front: Front) -> None:
    case_id, view = _tell_form(front)
    with front.away(1):
        failed = front.submit(ANNA, view, happened="Two late.", wants="A plan.")
    assert not failed.acknowledged
    assert front.world.case(case_id).statements == ()
    assert front.submit(ANNA, view, happened="Two late.", wants="A plan.").acknowledged
    assert len(front.world.case(case_id).statements) == 1


def test_a_click_on_an_old_button_opens_the_present_step(front: Front) -> None:
    case = front.world.case_at(Stage.AGENDA)
    front.click(BEN, names.OPEN, case.id)
    assert front.opened()["callback_id"] == names.AGENDA_FORM


def test_a_verdict_that_comes_too_late_is_said_in_a_modal(front: Front) -> None:
    case = front.world.case_at(Stage.RATING)
    assert front.click(BEN, names.SETTLES, case.id).acknowledged
    assert "This case has moved on" in read(front.opened())


def test_the_same_press_counts_once(front: Front) -> None:
    case = front.world.case_at(Stage.FRAMED)
    front.click(BEN, names.SETTLES, case.id, at=77)
    front.click(BEN, names.SETTLES, case.id, at=77)
    said = [t for t in front.world.texts(case.id) if t.endswith("says that this settles it.")]
    assert len(said) == 1


def test_a_guest_that_nobody_named_is_told_kindly(front: Front) -> None:
    case = front.world.raise_case()
    front.click(GUEST, names.OPEN, case.id)
    assert "you are on neither side here" in read(front.opened())


def test_somebody_not_met_yet_is_looked_up_and_asked_to_press_again(front: Front) -> None:
    case = front.world.raise_case()
    front.world.run_jobs()
    front.click(STRANGER, names.OPEN, case.id)
    assert "seeing which side you are on" in read(front.opened())
    assert [j.name for j in front.world.waiting] == ["learn_people"]


def test_a_modal_that_slack_would_not_open_is_said_in_the_channel(front: Front) -> None:
    case = front.world.raise_case()
    front.world.run_jobs()
    front.slack.refuse("views.open", "expired_trigger_id")
    assert front.click(ANNA, names.OPEN, case.id).acknowledged
    job = front.world.waiting[-1]
    assert (job.name, job.args["text"]) == ("tell", LATE)


def test_a_case_that_does_not_exist_is_a_sentence(front: Front) -> None:
    front.click(ANNA, names.OPEN, "nothing")
    assert read(front.opened()).strip()


def test_what_no_listener_knows_is_acknowledged(front: Front) -> None:
    view = {"type": "modal", "callback_id": "older", "blocks": [], "private_metadata": ""}
    assert front.click(ANNA, "older.button", "x").acknowledged
    assert front.submit(ANNA, view).acknowledged
    assert front.close(ANNA, view).acknowledged
    assert front.event("E9", type="team_renamed").acknowledged
