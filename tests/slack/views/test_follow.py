"""What one person can do about a signed agreement, and what the card says of it."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.casework.ledger import Moment
from bot.casework.my_desk import Desk
from bot.casework.owed import Promise
from bot.mediation.agreement import Agreement
from bot.mediation.case import Bond, Case, Tie
from bot.mediation.changes import Change
from bot.mediation.commitments import Commitment
from bot.mediation.people import Side
from bot.mediation.rhythm import Every
from bot.mediation.stages import Stage
from bot.slack.limits import faults_of_message, faults_of_view
from bot.slack.views.private.fair_view import fair_message
from bot.slack.views.private.follow_form import (
    change_form,
    contest_form,
    done_form,
    follow_view,
    reopen_form,
)
from bot.slack.views.private.home import home
from bot.slack.views.private.sign_form import sign_form
from bot.slack.views.shared.case_card import case_card
from tests.slack import samples
from tests.slack.samples import BELA, BUYER, NOW, SUPPLIER
from tests.slack.shown import buttons, read

AGREED = samples.case(Stage.AGREED)
ASK, AGAIN = "Ask for a change", "Take it up again"


def agreement_of(case: Case) -> Agreement:
    assert case.agreement is not None
    return case.agreement


PROMISE = next(c for c in agreement_of(AGREED).commitments if c.side == SUPPLIER.id)
DONE = PROMISE.done(by=BELA, now=NOW, evidence="https://example.com/may")
MISSING = DONE.contested(side=BUYER.id, because="Week 20")
WISH = Change(SUPPLIER.id, BELA, NOW, "On-time target: 97 %", date(2027, 1, 8), Every.WEEK)
ASKED = PROMISE.asked(replace(WISH, until=date(2027, 3, 1)))


def with_only(promise: Commitment) -> Case:
    return replace(AGREED, agreement=replace(agreement_of(AGREED), commitments=(promise,)))


def labels(promise: Commitment, side: Side) -> list[str]:
    view = follow_view(samples.opened(with_only(promise), side))
    assert faults_of_view(view) == ()
    return buttons(view)


@pytest.mark.parametrize(
    ("promise", "side", "shown"),
    [
        (PROMISE, SUPPLIER, ["Done, and show it", ASK]),
        (PROMISE, BUYER, [ASK]),
        (DONE, SUPPLIER, ["Show it", ASK]),
        (DONE, BUYER, ["Confirm", "Something is missing", ASK]),
        (MISSING, SUPPLIER, ["Done, and show it", "Make it a case", ASK]),
        (MISSING, BUYER, ["Confirm", "Make it a case", ASK]),
        (ASKED, SUPPLIER, ["Done, and show it", "Take the wish back"]),
        (ASKED, BUYER, ["Agree to the change", "Leave it as it is"]),
        (DONE.confirmed(side=BUYER.id, by=samples.ANNA, now=NOW), BUYER, []),
    ],
)
def test_each_side_is_offered_what_it_can_do(
    promise: Commitment, side: Side, shown: list[str]
) -> None:
    assert labels(promise, side) == [*shown, "Add a promise", AGAIN]


def test_a_case_that_ended_without_an_agreement_can_only_be_taken_up_again() -> None:
    view = follow_view(samples.opened(samples.case(Stage.WITHDRAWN), BUYER))
    assert faults_of_view(view) == ()
    assert buttons(view) == [AGAIN]


def test_whether_it_still_fits_is_asked_from_its_day_on_and_of_each_side_once() -> None:
    day = date(2027, 6, 1)
    held = replace(agreement_of(AGREED), review_on=day)
    opened = samples.opened(replace(AGREED, agreement=held), BUYER)
    fits = replace(held, fits=frozenset({BUYER.id}))
    answered = replace(opened, case=replace(AGREED, agreement=fits), today=day)
    assert "It still fits" not in buttons(follow_view(replace(opened, today=day - timedelta(1))))
    assert "It still fits" in buttons(follow_view(replace(opened, today=day)))
    assert "It still fits" not in buttons(follow_view(answered))
    assert "look at this again on 1 Jun 2027" in read(case_card(opened.case).blocks)


def test_the_card_shows_what_was_shown_what_is_missing_and_what_is_asked_for() -> None:
    told = read(case_card(with_only(MISSING)).blocks)
    assert "_Shown by:_ <https://example.com/may>" in told
    assert "_Seen missing:_ Week 20" in told
    assert "something is missing" in told
    asked = read(case_card(with_only(ASKED)).blocks)
    assert f"_{SUPPLIER.name} asks for:_ On-time target: 97 %, by 8 Jan 2027, every week" in asked


def test_a_changed_day_names_the_signed_one_and_a_rhythm_how_often_it_was_kept() -> None:
    changed = replace(ASKED.changed(side=BUYER.id), kept=3)
    told = read(case_card(with_only(changed)).blocks)
    assert "by 8 Jan 2027 (signed: " in told
    assert "every week until 1 Mar 2027, kept 3×" in told


@pytest.mark.parametrize(
    "evidence", ["<!channel>", "see <https://x.example|here>", "https://x.example/<@U1>"]
)
def test_only_a_plain_link_is_one_and_nothing_pings(evidence: str) -> None:
    told = read(case_card(with_only(replace(DONE, evidence=evidence))).blocks)
    assert "<!" not in told.replace("<!date^", "")
    assert "<https" not in told
    assert "<@U1>" not in told


def test_the_card_names_the_cases_that_it_hangs_together_with() -> None:
    told = {
        Bond.REOPENS: "takes up case 7",
        Bond.REOPENED_AS: "goes on in case 7",
        Bond.CONTESTS: "looks into a promise of case 7",
        Bond.CONTESTED_IN: "a promise is looked into in case 7",
        Bond.RESEMBLES: "like case 7 (fulfilled)",
    }
    for bond in Bond:
        ended = Stage.FULFILLED if bond is Bond.RESEMBLES else None
        shown = case_card(replace(samples.case(), ties=(Tie(bond, "c7", 7, ended=ended),)))
        assert told[bond] in read(shown.blocks)
    ties = tuple(Tie(bond, f"c{n}", n) for n, bond in enumerate(Bond, 7))
    shown = case_card(replace(samples.case(), ties=ties))
    assert faults_of_message(shown.text, list(shown.blocks)) == ()


def test_every_form_is_within_slacks_limits_and_holds_what_stands() -> None:
    long = replace(ASKED, what="x" * 5_000, contested_because="y" * 5_000, evidence="z" * 5_000)
    for promise in (PROMISE, ASKED, long):
        for view in (
            done_form(AGREED, promise),
            contest_form(AGREED, promise),
            change_form(AGREED, promise),
        ):
            assert faults_of_view(view) == ()
    assert faults_of_view(reopen_form(AGREED)) == ()
    assert "nothing changes unless it agrees" in read(change_form(AGREED, PROMISE))


def test_only_where_something_was_signed_does_it_stay_signed() -> None:
    assert "What was signed stays signed." in read(reopen_form(AGREED))
    assert "signed" not in read(reopen_form(samples.case(Stage.NO_OVERLAP)))


def test_the_private_tap_says_who_sees_it() -> None:
    for moment in Moment:
        shown = fair_message("c1", moment)
        assert faults_of_message(shown.text, list(shown.blocks)) == ()
        assert buttons({"blocks": shown.blocks}) == ["Fair", "Mostly fair", "Not fair"]
        assert "nobody else ever sees it" in read({"blocks": shown.blocks})


def test_how_a_promise_is_measured_is_read_where_it_is_signed_and_followed() -> None:
    told = replace(PROMISE, measure="The weekly report says so.")
    line = "_Measured by:_ The weekly report says so."
    for side in (SUPPLIER, BUYER):
        signing = replace(with_only(told), stage=Stage.SIGNING)
        assert line in read(sign_form(samples.opened(signing, side)))
        assert line in read(follow_view(samples.opened(with_only(told), side)))
    assert line in read(case_card(with_only(told)).blocks)
    assert "Measured by" not in read(case_card(with_only(replace(told, measure=""))).blocks)


def test_a_promise_stands_whole_where_it_is_signed_and_on_the_desk() -> None:
    what = "We pack the pallets anew in hall B. " * 13 + "The end."
    told = replace(PROMISE, what=what)
    for side in (SUPPLIER, BUYER):
        signing = replace(with_only(told), stage=Stage.SIGNING)
        assert "The end." in read(sign_form(samples.opened(signing, side)))
    due = Promise(with_only(told), told, mine=True)
    assert "The end." in read(home(Desk(promises=(due,), today=told.due)))


def test_the_card_and_the_desk_name_the_case_that_looks_into_a_promise() -> None:
    held = replace(MISSING, looked_into="c9")
    case = replace(with_only(held), ties=(Tie(Bond.CONTESTED_IN, "c9", 9),))
    assert "_Looked into in:_ case 9" in read(case_card(case).blocks)
    rests = Promise(case, held, mine=True, looked_into=9)
    assert "Case 9 looks into it" in read(home(Desk(promises=(rests,))))
    settled = Promise(case, held, mine=False, looked_into=9)
    assert "Settled in case 9. Confirm it" in read(home(Desk(promises=(settled,))))


def test_what_a_case_looks_into_already_leads_to_that_case_and_makes_no_second_one() -> None:
    opened = samples.opened(with_only(MISSING), BUYER)
    assert "Make it a case" in buttons(follow_view(opened))
    looked_into = replace(opened, looked_into={MISSING.key: "c2"})
    assert "Make it a case" not in buttons(follow_view(looked_into))
    assert "Open its case" in buttons(follow_view(looked_into))
