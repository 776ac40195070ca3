"""A case's buttons and forms do what they say, page by page where a form goes on."""

from dataclasses import replace

import pytest

from bot.casework.ledger import Felt, Moment
from bot.casework.membership import Actor
from bot.casework.shown import ClarifyForm, RaiseForm
from bot.mediation.agreement import Progress
from bot.mediation.clarification import Outcome
from bot.mediation.stages import Stage
from bot.slack.blocks import View
from bot.slack.views import actions as names
from bot.slack.views.private.clarify_form import clarify_form
from bot.slack.views.private.raise_form import raise_form
from bot.slack.views.private.rating_form import fine_form, rating_form
from bot.slack.views.shared.case_card import case_card
from tests.casework.world import ALEX, ANNA, BEN, CHANNEL, GUEST, IN_THREAD, STRANGER, WORKSPACE
from tests.slack.listeners.front import Front
from tests.slack.shown import buttons, read, value_of
from tests.slack.views.typing import state_of


def test_a_case_is_raised_from_the_form(front: Front) -> None:
    front.shortcut(ANNA, "raise_issue")
    front.world.run_jobs()
    form = front.world.room.modals["V1"]
    assert isinstance(form, RaiseForm)
    view = raise_form(form)
    answer = front.submit(ANNA, view, title="Late in May", role="We buy, or our goods are carried")
    assert answer.body == {}
    with front.world.store() as uow:
        cases = uow.cases.of_channel(WORKSPACE, CHANNEL)
    assert [c.issue.title for c in cases] == ["Late in May"]


def test_rating_goes_on_with_questions_until_they_no_longer_pay(front: Front) -> None:
    case = front.world.case_at(Stage.RATING)
    front.click(ANNA, names.OPEN, case.id)
    first = front.submit(ANNA, front.opened(), matters_1=_first_term(front, case.id))
    assert first.body["response_action"] == "update"
    view = first.body["view"]
    for _ in range(6):
        if "This one" not in buttons(view):
            break
        value = value_of(view, "This one")
        front.click(ANNA, names.QUESTION + ".1", value, view={**view, "id": "V1"})
        view = front.turned()
    else:
        raise AssertionError("more questions than promised")
    assert "Your answers are kept" in read(view)
    assert front.world.side(ANNA).id in front.world.case(case.id).rated


def test_a_closed_question_means_that_is_enough(front: Front) -> None:
    case = front.world.case_at(Stage.RATING)
    front.click(ANNA, names.OPEN, case.id)
    answer = front.submit(ANNA, front.opened(), matters_1=_first_term(front, case.id))
    assert front.world.case(case.id).rated == frozenset()
    assert front.close(ANNA, answer.body["view"]).acknowledged
    assert front.world.case(case.id).rated == {front.world.side(ANNA).id}


def _pulling_apart(front: Front, case_id: str) -> View:
    """The page that follows a form whose order and points pull apart."""
    agenda = front.world.case(case_id).agenda
    assert agenda is not None
    first, second = agenda.terms[0], agenda.terms[1]
    view = fine_form(front.world.opened(front.world.case(case_id), ANNA))
    points = {f"importance-{first.key}": "3", f"importance-{second.key}": "9"}
    answer = front.submit(ANNA, view, matters_1=first.name, matters_2=second.name, **points)
    page: View = answer.body["view"]
    assert buttons(page) == ["Keep it as it is", "Look again"]
    return page


def _press(front: Front, page: View, label: str, by: Actor = ANNA) -> View:
    action = {"Keep it as it is": ".keep", "Look again": ".again"}[label]
    value = value_of(page, label)
    front.click(by, names.LOOK + action, value, view={**page, "id": "V1"})
    return front.turned()


def test_answers_kept_as_they_are_are_followed_by_the_questions(front: Front) -> None:
    case = front.world.case_at(Stage.RATING)
    following = _press(front, _pulling_apart(front, case.id), "Keep it as it is")
    assert "This one" in buttons(following)


def test_looked_at_again_the_form_has_all_that_was_said(front: Front) -> None:
    case = front.world.case_at(Stage.RATING)
    form = _press(front, _pulling_apart(front, case.id), "Look again")
    held = front.world.caucus(case, front.world.side(ANNA).id).ratings
    assert held is not None
    points = {key: state_of(form)[f"importance-{key}"] for key in held.importance}
    chosen = {k: next(iter(v.values()))["selected_option"]["value"] for k, v in points.items()}
    assert chosen == {key: str(points) for key, points in held.importance.items()}
    answer = front.submit(ANNA, form, hash="2.b")
    assert "Look again" not in buttons(answer.body["view"]), "it is asked once"


@pytest.mark.parametrize("looks_again", [False, True])
def test_a_second_look_that_is_closed_means_that_is_enough(front: Front, looks_again: bool) -> None:
    case = front.world.case_at(Stage.RATING)
    page = _pulling_apart(front, case.id)
    if looks_again:
        page = _press(front, page, "Look again")
    assert front.world.case(case.id).rated == frozenset()
    assert front.close(ANNA, page).acknowledged
    assert front.world.case(case.id).rated == {front.world.side(ANNA).id}


def test_the_other_sides_second_look_answers_for_nobody(front: Front) -> None:
    case = front.world.case_at(Stage.RATING)
    page = _pulling_apart(front, case.id)
    annas = front.world.caucus(case, front.world.side(ANNA).id)
    told = _press(front, page, "Keep it as it is", by=BEN)
    assert "pull" not in read(told)
    assert front.world.caucus(case, front.world.side(ANNA).id) == annas
    assert front.world.case(case.id).rated == frozenset()


def test_fine_tuning_keeps_what_was_chosen(front: Front) -> None:
    case = front.world.case_at(Stage.RATING)
    opened = front.world.opened(case, ANNA)
    view = rating_form(opened)
    term = _first_term(front, case.id)
    raw = {**view, "id": "V1", "hash": "1", "state": {"values": state_of(view, matters_1=term)}}
    front.click(ANNA, names.FINE_TUNE, case.id, view=raw)
    chosen = state_of(front.turned())["matters_1"]
    assert next(iter(chosen.values()))["selected_option"]["text"]["text"] == term
    assert len(front.turned()["blocks"]) > len(view["blocks"])


def test_terms_are_confirmed_and_changed(front: Front) -> None:
    case = front.world.case_at(Stage.AGENDA)
    front.click(ANNA, names.OPEN, case.id)
    confirm = front.opened()
    front.click(ANNA, names.EDIT_TERMS, case.id, view={**confirm, "id": "V1"})
    editor = front.turned()
    answer = front.submit(ANNA, editor, options__0="a / b", today__0="b")
    assert answer.body == {}
    agenda = front.world.case(case.id).agenda
    assert agenda is not None
    assert (agenda.terms[0].options, agenda.terms[0].today, agenda.edition) == (("a", "b"), 1, 2)
    late = front.submit(BEN, confirm, hash="2.b")
    assert "changed in the meantime" in read(late.body["view"])


def test_an_answer_and_a_signature_are_taken(front: Front) -> None:
    case = front.world.case_at(Stage.PROPOSED)
    for by in (ANNA, BEN):
        front.click(by, names.OPEN, case.id)
        front.submit(by, front.opened(), could_sign=["Package A"], hash=f"h.{by.person}")
    front.world.run_jobs()
    assert front.world.case(case.id).stage is Stage.SIGNING
    for by in (ANNA, BEN):
        front.click(by, names.OPEN, case.id)
        form = front.opened()
        side = front.world.side(by)
        assert f"With *Sign* you say that you may sign this for {side.name}." in read(form)
        felt = {"felt": "Mostly fair"} if by is BEN else {}
        assert front.submit(by, form, hash=f"b.{by.person}", **felt).body in ("", {}, None)
    assert front.world.case(case.id).stage in {Stage.AGREED, Stage.FULFILLED}
    with front.world.store() as uow:
        said = uow.ledger.felt(case.id, front.world.side(BEN).id, Moment.SIGNED)
        assert said is not None
        assert said.felt is Felt.MOSTLY
        assert uow.ledger.felt(case.id, front.world.side(ANNA).id, Moment.SIGNED) is None


def test_who_confirms_the_terms_last_goes_straight_on_to_what_matters(front: Front) -> None:
    case = front.world.case_at(Stage.AGENDA)
    front.click(ANNA, names.OPEN, case.id)
    assert front.submit(ANNA, front.opened(), hash="1").body in ("", {}, None)
    front.click(BEN, names.OPEN, case.id)
    following = front.submit(BEN, front.opened(), hash="2").body["view"]
    assert following["title"]["text"] == "What matters to you"
    assert front.world.case(case.id).stage is Stage.RATING


def test_promises_are_marked_done_by_one_side_and_confirmed_by_the_other(front: Front) -> None:
    case = front.world.case_at(Stage.AGREED)
    assert case.agreement is not None
    promise = case.agreement.commitments[0]
    owing, other = (ANNA, BEN) if promise.side == front.world.side(ANNA).id else (BEN, ANNA)
    value = f"{case.id}:{promise.key}"
    front.click(other, names.DONE, value)
    assert "marks it as done" in read(front.opened())
    front.click(owing, names.DONE, value)
    front.click(other, names.CONFIRM, value)
    agreed = front.world.case(case.id).agreement
    assert agreed is not None
    kept = agreed.commitment(promise.key)
    assert kept is not None
    assert kept.progress is Progress.CONFIRMED


def test_either_side_may_withdraw(front: Front) -> None:
    case = front.world.raise_case()
    front.click(BEN, names.WITHDRAW, case.id)
    assert front.world.case(case.id).stage is Stage.WITHDRAWN


def test_a_clarification_goes_from_two_lines_to_cleared_up(front: Front) -> None:
    front.shortcut(ANNA, "clarify")
    front.world.run_jobs()
    form = clarify_form(_clarify(front))
    assert front.submit(ANNA, form, line="Any order.").body == {}
    with front.world.store() as uow:
        found = uow.clarifications.of_channel(WORKSPACE, CHANNEL)[0]
    front.click(BEN, names.READ_MESSAGE, found.id)
    assert found.about.text in read(front.opened())
    front.click(GUEST, names.READ_MESSAGE, found.id)
    assert found.about.text not in read(front.opened())
    front.click(BEN, names.LINE, found.id)
    assert front.submit(BEN, front.opened(), line="Standard sizes.", hash="2").body == {}
    front.click(ALEX, names.LINE, found.id)
    assert "already shown together" in read(front.opened())
    for by in (ANNA, BEN):
        front.click(by, names.CLEARED, found.id)
    with front.world.store() as uow:
        assert uow.clarifications.get(found.id).outcome is Outcome.CLEARED_UP
    front.click(ANNA, names.MAKE_CASE, found.id)
    assert "already ended" in read(front.opened())


def test_a_clarification_can_become_a_case(front: Front) -> None:
    front.shortcut(ANNA, "clarify")
    front.world.run_jobs()
    front.submit(ANNA, clarify_form(_clarify(front)), line="Any.")
    with front.world.store() as uow:
        found = uow.clarifications.of_channel(WORKSPACE, CHANNEL)[0]
    front.click(BEN, names.MAKE_CASE, found.id)
    job = front.world.waiting[-1]
    assert (job.name, job.args["clarification"]) == ("prepare_raise", found.id)
    assert job.args["message_ts"] == IN_THREAD.message_ts


def _clarify(front: Front) -> ClarifyForm:
    found = front.world.room.modals["V1"]
    assert isinstance(found, ClarifyForm)
    return found


def _first_term(front: Front, case_id: str) -> str:
    agenda = front.world.case(case_id).agenda
    assert agenda is not None
    return agenda.terms[0].name


def test_several_promises_are_marked_and_confirmed_in_one_tap_each(front: Front) -> None:
    case = front.world.case_at(Stage.AGREED)
    assert case.agreement is not None
    ours = front.world.side(ANNA).id
    one = case.agreement.commitments[0]
    several = tuple(replace(one, key=f"{one.key}-{n}", side=ours) for n in range(2))
    agreed = replace(case.agreement, commitments=several)
    with front.world.store() as uow:
        uow.cases.save(replace(case, agreement=agreed))
        uow.commit()
    assert "All of ours are done" in buttons(
        {"blocks": case_card(front.world.case(case.id)).blocks}
    )
    front.click(BEN, names.DONE_ALL, case.id)
    assert "Nothing that" in read(front.opened())
    front.click(ANNA, names.DONE_ALL, case.id, hash="2")
    now = front.world.case(case.id)
    assert now.agreement is not None
    assert {c.progress for c in now.agreement.commitments} == {Progress.DONE}
    labels = buttons({"blocks": case_card(now).blocks})
    assert ("Confirm all of theirs" in labels, "All of ours are done" in labels) == (True, False)
    front.click(ANNA, names.CONFIRM_ALL, case.id, hash="3")
    assert "Nothing waits to be confirmed" in read(front.opened())
    front.click(BEN, names.CONFIRM_ALL, case.id, hash="4")
    assert front.world.case(case.id).stage is Stage.FULFILLED


def test_the_whole_of_a_case_is_read_by_who_is_on_a_side_alone(front: Front) -> None:
    case = front.world.raise_case()
    front.click(BEN, names.READ_CASE, case.id)
    assert case.issue.happened in read(front.opened())
    for outside in (GUEST, STRANGER):
        front.click(outside, names.READ_CASE, case.id)
        assert case.issue.happened not in read(front.opened())


def test_the_whole_of_a_case_holds_nothing_that_was_told_in_private(front: Front) -> None:
    case = front.world.raise_case()
    front.world.tell(case, ANNA, why="Our boiler is old.", private="Pallets are short.")
    front.click(BEN, names.READ_CASE, case.id)
    assert "boiler" not in read(front.opened())
    assert "Pallets" not in read(front.opened())
