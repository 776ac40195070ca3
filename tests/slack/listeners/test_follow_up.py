"""Following up by taps and forms: a promise, a change, a case that goes on, the private answer."""

from dataclasses import replace

import pytest

from bot.casework.follow_up import contest, mark_done
from bot.casework.ledger import Felt, Moment
from bot.mediation.agreement import Commitment, Progress
from bot.mediation.case import Bond, Case
from bot.mediation.stages import Stage
from bot.slack.views import actions as names
from tests.casework.world import ANNA, BEN, CHANNEL, WORKSPACE
from tests.slack.listeners.front import Front
from tests.slack.shown import read


@pytest.fixture
def case(front: Front) -> Case:
    return front.world.case_at(Stage.AGREED)


def promise(front: Front, case: Case) -> Commitment:
    """The first that Borealis owes, as it stands now."""
    agreement = front.world.case(case.id).agreement
    assert agreement is not None
    return next(c for c in agreement.commitments if c.side == front.world.side(BEN).id)


def value(front: Front, case: Case) -> str:
    return f"{case.id}:{promise(front, case).key}"


def in_modal(front: Front, by: object, case: Case) -> dict[str, object]:
    """What the card's second button opens."""
    front.click(by, names.OPEN, case.id)  # type: ignore[arg-type]
    return {**front.opened(), "id": "V1"}


def test_done_with_a_link(front: Front, case: Case) -> None:
    view = in_modal(front, BEN, case)
    front.click(BEN, names.FOLLOW_DONE, value(front, case), view=view)
    answer = front.submit(BEN, front.turned(), evidence="https://example.com/may")
    held = promise(front, case)
    assert (held.progress, held.evidence) == (Progress.DONE, "https://example.com/may")
    assert "https://example.com/may" in read(answer.body["view"])


def test_what_shows_it_is_added_after_it_was_done(front: Front, case: Case) -> None:
    front.world.act(mark_done, case.id, promise(front, case).key, by=BEN)
    view = in_modal(front, BEN, case)
    front.click(BEN, names.FOLLOW_SHOW, value(front, case), view=view)
    form = front.turned()
    assert set(front.submit(BEN, form, evidence=" ").body["errors"]) == {"evidence"}
    answer = front.submit(BEN, form, evidence="https://example.com/may", hash="2")
    held = promise(front, case)
    assert (held.progress, held.evidence) == (Progress.DONE, "https://example.com/may")
    assert "https://example.com/may" in read(answer.body["view"])


def test_what_is_missing_is_said_in_a_form(front: Front, case: Case) -> None:
    front.world.act(mark_done, case.id, promise(front, case).key, by=BEN)
    view = in_modal(front, ANNA, case)
    front.click(ANNA, names.FOLLOW_CONTEST, value(front, case), view=view)
    form = front.turned()
    refused = front.submit(ANNA, form, because="  ")
    assert set(refused.body["errors"]) == {"because"}
    front.submit(ANNA, form, because="Week 20", hash="2")
    assert promise(front, case).contested_because == "Week 20"


def test_confirmed_in_the_modal_it_shows_the_rest_anew(front: Front, case: Case) -> None:
    front.world.act(mark_done, case.id, promise(front, case).key, by=BEN)
    view = in_modal(front, ANNA, case)
    front.click(ANNA, names.CONFIRM, value(front, case), view=view)
    assert promise(front, case).progress is Progress.CONFIRMED
    assert "done and confirmed" in read(front.turned())


def test_a_change_is_asked_for_and_agreed_to(front: Front, case: Case) -> None:
    view = in_modal(front, BEN, case)
    front.click(BEN, names.FOLLOW_CHANGE, value(front, case), view=view)
    answer = front.submit(BEN, front.turned(), due="2026-06-30")
    assert "Take the wish back" in read(answer.body["view"])
    view = in_modal(front, ANNA, case)
    front.click(ANNA, names.FOLLOW_AGREE, value(front, case), view=view)
    assert promise(front, case).due.isoformat() == "2026-06-30"
    assert promise(front, case).change is None


def test_a_rhythm_needs_its_last_day(front: Front, case: Case) -> None:
    view = in_modal(front, BEN, case)
    front.click(BEN, names.FOLLOW_CHANGE, value(front, case), view=view)
    form = front.turned()
    refused = front.submit(BEN, form, every="Every week", due="2026-06-30")
    assert set(refused.body["errors"]) == {"until"}
    front.submit(BEN, form, every="Every week", due="2026-06-30", until="2026-08-01", hash="2")
    change = promise(front, case).change
    assert change is not None
    assert change.until is not None


def test_either_side_leaves_it_as_it_is(front: Front, case: Case) -> None:
    view = in_modal(front, BEN, case)
    front.click(BEN, names.FOLLOW_CHANGE, value(front, case), view=view)
    front.submit(BEN, front.turned(), due="2026-06-30")
    view = in_modal(front, ANNA, case)
    front.click(ANNA, names.FOLLOW_DROP, value(front, case), view=view)
    assert promise(front, case).change is None
    front.click(ANNA, names.FOLLOW_AGREE, value(front, case), view=view)
    assert "no longer on the table" in read(front.pushed())


def test_a_contested_promise_becomes_a_case_with_one_tap(front: Front, case: Case) -> None:
    key = promise(front, case).key
    front.world.act(mark_done, case.id, key, by=BEN)
    front.world.act(contest, case.id, key, "Week 20", by=ANNA)
    view = in_modal(front, ANNA, case)
    front.click(ANNA, names.FOLLOW_CASE, value(front, case), view=view)
    assert "It goes on in case 2" in read(front.turned())
    with front.world.store() as uow:
        second = uow.cases.numbered(WORKSPACE, 2)
    assert second.ties[0].bond is Bond.CONTESTS


def test_a_case_that_ended_is_taken_up_from_its_card(front: Front) -> None:
    case = front.world.raise_case()
    front.click(BEN, names.WITHDRAW, case.id)
    front.click(BEN, names.REOPEN, case.id)
    answer = front.submit(BEN, front.opened(), reason="It is late again.")
    assert "case 2" in read(answer.body["view"])
    with front.world.store() as uow:
        assert len(uow.cases.of_channel(WORKSPACE, CHANNEL)) == 2


def test_a_side_says_that_it_still_fits(front: Front, case: Case) -> None:
    assert case.agreement is not None
    today = front.world.clock.now().date()
    with front.world.store() as uow:
        uow.cases.save(replace(case, agreement=replace(case.agreement, review_on=today)))
        uow.commit()
    view = in_modal(front, ANNA, case)
    front.click(ANNA, names.FOLLOW_FITS, case.id, view=view)
    agreement = front.world.case(case.id).agreement
    assert agreement is not None
    assert agreement.fits == {front.world.side(ANNA).id}


class TestWasItFair:
    def test_the_tap_is_kept_and_nothing_else_changes(self, front: Front, case: Case) -> None:
        before, jobs = front.world.case(case.id), len(front.world.waiting)
        said = f"{case.id}:{Moment.SIGNED}:{Felt.MOSTLY}"
        view = {"id": "V1", "type": "modal", "callback_id": names.SIGN_FORM, "blocks": []}
        front.click(ANNA, f"{names.FELT}.mostly", said, view=view)
        assert "kept for your side alone" in read(front.turned())
        with front.world.store() as uow:
            found = uow.ledger.felt(case.id, front.world.side(ANNA).id, Moment.SIGNED)
            assert uow.ledger.felt(case.id, front.world.side(BEN).id, Moment.SIGNED) is None
        assert found is not None
        assert (found.felt, found.by) == (Felt.MOSTLY, ANNA.person)
        assert front.world.case(case.id) == before
        assert len(front.world.waiting) == jobs

    def test_it_can_be_said_once_it_has_come_that_far(self, front: Front, case: Case) -> None:
        said = f"{case.id}:{Moment.FULFILLED}:{Felt.FAIR}"
        front.click(ANNA, f"{names.FELT}.fair", said)
        assert "once the agreement has come that far" in read(front.opened())

    def test_when_all_is_done_who_signed_is_asked_in_private_once(
        self, front: Front, case: Case
    ) -> None:
        assert case.agreement is not None
        for held in case.agreement.commitments:
            owes, other = (ANNA, BEN) if held.side == front.world.side(ANNA).id else (BEN, ANNA)
            front.click(owes, names.DONE, f"{case.id}:{held.key}")
            front.click(other, names.CONFIRM, f"{case.id}:{held.key}")
        front.world.run_jobs()
        assert front.world.case(case.id).stage is Stage.FULFILLED
        assert front.world.room.asked_fair == [
            (case.id, ANNA.person, Moment.FULFILLED),
            (case.id, BEN.person, Moment.FULFILLED),
        ]
