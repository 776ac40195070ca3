"""One more promise by taps and one form: from the card, from the text to sign, from the desk."""

import json
from dataclasses import replace

from bot.casework.add_promise import add_promise
from bot.mediation.agreement import Agreement
from bot.mediation.case import Case
from bot.mediation.rhythm import Every
from bot.mediation.stages import Stage
from bot.slack.views import actions as names
from bot.slack.views.shared.case_card import case_card
from tests.casework.test_add_promise import WHAT, wish
from tests.casework.world import ANNA, BEN
from tests.slack.listeners.front import Front
from tests.slack.shown import buttons, read


def agreement_of(front: Front, case: Case) -> Agreement:
    found = front.world.case(case.id).agreement
    assert found is not None
    return found


def test_the_card_has_the_way_to_add_one_while_it_is_signed_and_after(front: Front) -> None:
    for stage in (Stage.SIGNING, Stage.AGREED):
        case = front.world.case_at(stage)
        assert "Add a promise" in buttons(case_card(front.world.case(case.id)).blocks)
    fresh = front.world.case_at(Stage.RATING)
    assert "Add a promise" not in buttons(case_card(front.world.case(fresh.id)).blocks)


def test_two_fields_are_typed_and_the_rest_is_filled_in(front: Front) -> None:
    case = front.world.case_at(Stage.SIGNING)
    front.click(BEN, names.PROMISE, case.id)
    form = front.opened()
    answer = front.submit(BEN, form, what=WHAT, every="Every week")
    promise = agreement_of(front, case).commitments[-1]
    assert (promise.what, promise.every, promise.owner) == (WHAT, Every.WEEK, BEN.person)
    assert promise.until is not None
    assert promise.due.weekday() == front.world.clock.now().weekday()
    assert answer.body["view"]["callback_id"] == names.SIGN_FORM
    assert "Leave this one out" in buttons(answer.body["view"])


def test_what_stood_in_the_text_to_sign_is_there_again(front: Front) -> None:
    case = front.world.case_at(Stage.SIGNING)
    front.click(BEN, names.OPEN, case.id)
    own = next(
        c for c in agreement_of(front, case).commitments if c.side == front.world.side(BEN).id
    )
    shown = {**front.opened(), "id": "V1"}
    state = {f"due-{own.key}": {"x": {"type": "datepicker", "selected_date": "2027-03-04"}}}
    view = {**shown, "state": {"values": state}}
    front.click(BEN, names.PROMISE, case.id, view=view)
    answer = front.submit(BEN, front.turned(), what=WHAT)
    back = answer.body["view"]
    due = next(b for b in back["blocks"] if b.get("block_id") == f"due-{own.key}")
    assert due["element"]["initial_date"] == "2027-03-04"
    assert json.loads(back["private_metadata"])["version"] == agreement_of(front, case).version


def test_one_is_left_out_where_it_is_signed(front: Front) -> None:
    case = front.world.case_at(Stage.SIGNING)
    front.world.act(add_promise, wish(front.world, case), by=BEN)
    key = agreement_of(front, case).commitments[-1].key
    front.click(BEN, names.OPEN, case.id)
    view = {**front.opened(), "id": "V1"}
    assert "every week until" in read(view)
    front.click(BEN, names.PROMISE_LEAVE, f"{case.id}:{key}", view=view)
    assert agreement_of(front, case).commitment(key) is None
    assert "Leave this one out" not in buttons(front.turned())


def test_after_the_signatures_the_card_asks_the_other_side(front: Front) -> None:
    case = front.world.case_at(Stage.AGREED)
    front.click(BEN, names.PROMISE, case.id)
    answer = front.submit(BEN, front.opened(), what=WHAT)
    assert "Take it back" in buttons(answer.body["view"])
    card = case_card(front.world.case(case.id))
    assert "Agree to it" in buttons(card.blocks)
    assert "It holds once the other side agrees." in read(card.blocks)
    (offer,) = agreement_of(front, case).offered
    front.click(ANNA, names.PROMISE_AGREE, f"{case.id}:{offer.key}")
    assert agreement_of(front, case).commitment(offer.key) == replace(offer, agreed_by=ANNA.person)


def test_from_the_desk_an_offer_is_agreed_to_and_goes(front: Front) -> None:
    case = front.world.case_at(Stage.AGREED)
    front.world.act(add_promise, wish(front.world, case), by=BEN)
    (offer,) = agreement_of(front, case).offered
    front.click(ANNA, names.DESK, "desk")
    desk = {**front.opened(), "id": "V1"}
    assert f"offers one more promise: {WHAT}" in read(desk)
    assert "every week until" in read(desk)
    assert "Here by noon" in read(desk)
    front.click(ANNA, names.PROMISE_AGREE, f"{case.id}:{offer.key}", view=desk)
    assert "offers one more promise" not in read(front.turned())


def test_a_day_or_a_word_that_is_missing_is_asked_for_in_the_form(front: Front) -> None:
    case = front.world.case_at(Stage.SIGNING)
    front.click(BEN, names.PROMISE, case.id)
    form = front.opened()
    assert set(front.submit(BEN, form, what=" ").body["errors"]) == {"what"}
    gone = {**form, "blocks": [b for b in form["blocks"] if b.get("block_id") != "until"]}
    refused = front.submit(BEN, gone, what=WHAT, every="Every week", hash="2")
    assert "last day" in json.dumps(refused.body)
