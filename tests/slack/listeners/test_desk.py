"""My desk through its buttons, and what stands on it; what is kept, and consent taken back."""

import logging
from typing import Any

import pytest

from bot.casework.membership import Actor
from bot.casework.my_desk import Desk
from bot.casework.name_people import NamePeople, name_people
from bot.mediation.people import ChannelId, Person, PersonId
from bot.mediation.stages import Stage
from bot.slack.views import actions as names
from bot.slack.views.private.desk_view import desk_view
from bot.slack.views.private.told_view import PAGE
from tests.casework.world import ALEX, ANNA, BEN, CHANNEL, GUEST, PEOPLE, STRANGER
from tests.slack.listeners.front import Front
from tests.slack.shown import buttons, read, value_of


def desk(front: Front, by: Actor = ANNA) -> dict[str, Any]:
    assert front.click(by, names.DESK, "desk").acknowledged
    return front.opened()


def on(view: dict[str, Any]) -> dict[str, Any]:
    """The view as a payload has it that comes from a button on it."""
    return {**view, "id": "V1", "hash": "1.a"}


def test_the_desk_is_the_same_for_both_sides(front: Front) -> None:
    front.world.raise_case()
    annas, bens = desk(front, ANNA), desk(front, BEN)
    assert buttons(annas) == buttons(bens)
    assert annas["callback_id"] == names.DESK_VIEW


def test_a_guest_and_a_stranger_are_told_why_they_have_none(front: Front) -> None:
    front.world.room.members[CHANNEL] = [*PEOPLE, Person(STRANGER.person, "Sam", STRANGER.team)]
    front.world.learn()
    assert "as a guest you are on neither side" in read(desk(front, GUEST))
    assert "you are on neither side here" in read(desk(front, STRANGER))


def test_what_opens_from_the_desk_is_laid_over_it(front: Front) -> None:
    case = front.world.raise_case()
    shown = desk(front)
    front.click(ANNA, names.OPEN, case.id, view=on(shown))
    assert front.pushed()["callback_id"] == names.TELL_FORM
    front.click(ANNA, names.TOLD, "told", view=on(shown))
    assert front.pushed()["callback_id"] == names.TOLD_VIEW
    front.click(ANNA, names.RAISE, value_of(shown, "Raise an issue"), view=on(shown))
    assert front.pushed()["callback_id"] == names.WAITING


def test_a_promise_marked_as_done_on_the_desk_is_gone_from_it(front: Front) -> None:
    case = front.world.case_at(Stage.AGREED)
    shown = desk(front)
    before = buttons(shown).count("Mark as done")
    assert before
    assert case.agreement is not None
    front.click(ANNA, names.DONE, value_of(shown, "Mark as done"), view=on(shown))
    assert buttons(front.turned()).count("Mark as done") == before - 1


def test_a_side_names_its_people_and_the_other_confirms_its_guest(front: Front) -> None:
    front.world.opened(front.world.raise_case(), BEN)
    front.click(BEN, names.PEOPLE, front.world.partnership.id)
    form = front.opened()
    answer = front.submit(BEN, form, speaks=[BEN.person, GUEST.person], signs=[BEN.person])
    assert answer.body == {}
    shown = desk(front, ANNA)
    assert f"<@{GUEST.person}>" in read(shown)
    front.click(ANNA, names.NAMED, value_of(shown, "Confirm them"), view=on(shown))
    assert "Confirm them" not in buttons(front.turned())
    held = front.world.partnership.side_of(GUEST.person)
    assert held is not None
    assert held.name == "Borealis"


def test_the_people_form_says_what_is_missing_at_its_field(front: Front) -> None:
    front.world.raise_case()
    front.click(ANNA, names.PEOPLE, front.world.partnership.id)
    answer = front.submit(ANNA, front.opened(), speaks=[BEN.person], signs=[ANNA.person])
    assert "is with Borealis" in answer.body["errors"]["speaks"]


def test_somebody_of_no_side_gets_no_people_form(front: Front) -> None:
    front.click(GUEST, names.PEOPLE, front.world.partnership.id)
    assert "You are on no side here" in read(front.opened())


def test_what_a_side_told_is_read_by_it_alone(front: Front) -> None:
    case = front.world.raise_case()
    front.world.tell(case, ANNA, private="Pallets are short.")
    front.click(ALEX, names.TOLD, "told")
    assert "Pallets are short." in read(front.opened())
    front.click(BEN, names.TOLD, "told")
    assert "Pallets" not in read(front.opened())
    assert "told nothing in private" in read(front.opened())


def test_what_a_colleague_told_is_said_on_the_desk_of_their_side_alone(front: Front) -> None:
    case = front.world.raise_case()
    front.world.tell(case, ANNA, private="Pallets are short.")
    said = read(desk(front, ALEX))
    assert f"The story told in case {case.number} by <@{ANNA.person}>" in said
    assert "Pallets" not in said
    assert "The story told" not in read(desk(front, ANNA))
    assert "The story told" not in read(desk(front, BEN))


def test_whom_the_side_did_not_name_reads_who_does_and_is_asked_for_nothing(front: Front) -> None:
    case = front.world.raise_case()
    front.world.tell(case, ANNA, private="Pallets are short.")
    asked = NamePeople(front.world.partnership.id, [ANNA.person], [ANNA.person])
    front.world.act(name_people, asked, by=ANNA)
    later = front.world.raise_case()
    front.click(ALEX, names.TOLD, "told")
    said = read(front.opened())
    assert f"Acme has named <@{ANNA.person}> to read and change what it tells" in said
    assert "told nothing" not in said
    assert "Pallets" not in said
    shown = desk(front, ALEX)
    assert "Tell your side" not in buttons(shown)
    assert f"Case {later.number}" in read(shown), "it goes on, and can be looked at"
    assert "Tell your side" in buttons(desk(front, ANNA))


def test_the_desk_promises_no_way_that_the_external_person_does_not_have(front: Front) -> None:
    front.world.raise_case()
    said = read(desk(front, BEN))
    assert "More actions" not in said
    assert "write to it here" not in said
    assert "Mention Parley in a thread" in said


def test_everybody_reads_what_is_kept_and_who_runs_it(front: Front) -> None:
    case = front.world.raise_case()
    for by in (ANNA, BEN, GUEST):
        front.click(by, names.KEPT, case.id)
        said = read(front.opened())
        assert "administrators" in said
        assert "Neither of you holds the key" in said
        assert "No language model is asked" in said
    assert "Take our consent back" not in buttons(front.opened()), "a guest has none to take back"


def test_consent_is_taken_back_from_there(front: Front) -> None:
    case = front.world.raise_case()
    front.world.tell(case, BEN, private="Our press was down.")
    front.click(BEN, names.KEPT, case.id)
    shown = front.opened()
    front.click(BEN, names.LEAVE, value_of(shown, "Take our consent back"), view=on(shown))
    assert "erased" in read(front.turned())
    assert front.world.case(case.id).stage is Stage.WITHDRAWN
    assert front.world.caucus(case, front.world.side(BEN).id).private is None


@pytest.mark.parametrize("stage", [Stage.RATING, Stage.SIGNING, Stage.AGREED])
def test_from_the_desk_it_is_taken_back_case_by_case_at_any_stage(
    front: Front, stage: Stage
) -> None:
    case = front.world.case_at(stage)
    other = front.world.raise_case()
    front.click(BEN, names.KEPT, "desk")
    shown = front.opened()
    assert buttons(shown).count("Take our consent back") == 2
    front.click(BEN, names.LEAVE, case.id, view=on(shown))
    assert front.world.side(BEN).id in front.world.case(case.id).left
    assert front.world.case(other.id).left == frozenset()
    front.click(BEN, names.KEPT, case.id)
    assert "Take our consent back" not in buttons(front.opened()), "it is taken back once"
    if stage is not Stage.AGREED:
        assert "Take part again" not in buttons(front.opened()), "such a case has ended"
        return
    shown = front.opened()
    front.click(BEN, f"{names.LEAVE}.back", case.id, view=on(shown))
    assert front.world.case(case.id).left == frozenset()
    assert "You take part again" in read(front.turned())


def test_an_organisation_agrees_and_takes_it_back(front: Front) -> None:
    front.world.raise_case()
    front.click(ANNA, names.KEPT, "desk")
    shown = front.opened()
    give = value_of(shown, "Agree for all of us")
    front.click(ANNA, f"{names.STANDING}.give", give, view=on(shown))
    asked = front.turned()
    word = "I may decide this for Acme"
    agreed = front.submit(ANNA, asked, role="Head of buying", entitled=[word]).body["view"]
    who = f"<@{ANNA.person}>, Head of buying, did, on"
    assert f"*Acme* has agreed for all cases of this partnership: {who}" in read(agreed)
    front.click(BEN, names.KEPT, "desk")
    assert who in read(front.opened()), "the other side reads who it was"
    assert buttons(front.opened()).count("Take it back") == 0
    front.click(ANNA, f"{names.STANDING}.back", give, view=on(agreed))
    assert "case by case" in read(front.turned())


def test_messages_are_kept_of_those_who_joined_the_case(front: Front) -> None:
    front.world.raise_case()
    for n, by in enumerate((ANNA, BEN), start=1):
        said = {"user": by.person, "text": "Hm.", "ts": f"200.{n}", "thread_ts": "100.1"}
        front.event(f"E{n}", type="message", **said)
    with front.world.store() as uow:
        authors = [m.author for m in uow.conversation.of_thread(CHANNEL, "100.1")]
    assert authors == [ANNA.person]
    assert PersonId(BEN.person) not in authors


def test_after_a_case_one_question_stands_on_the_desk_and_its_answer_is_read_by_the_other(
    front: Front,
) -> None:
    case = front.world.case_at(Stage.FRAMED)
    for by in (ANNA, BEN):
        front.world.settles(case, by)
    shown = desk(front, BEN)
    assert "should know about how you work?" in read(shown)
    front.click(BEN, names.ABOUT_US, value_of(shown, "Answer"), view=on(shown))
    assert front.submit(BEN, front.pushed(), words="Reach us before noon.").body == {}
    assert "how you work?" not in read(desk(front, BEN))
    front.click(ANNA, names.PARTNER, front.world.partnership.id)
    assert "Reach us before noon." in read(front.opened())


def test_the_pulse_is_one_tap_on_the_desk_and_stays_on_its_own_side(front: Front) -> None:
    shown = desk(front, BEN)
    assert "How is this partnership going?" in read(shown)
    value = value_of(shown, "Not so well")
    front.click(BEN, f"{names.PULSE}.not_well", value, view=on(shown))
    own = read(desk(front, BEN))
    assert "for your side alone: Mar 2026: not so well" in own
    assert "How is this partnership going?" not in own
    assert "for your side alone:" not in read(desk(front, ANNA))
    front.click(ANNA, f"{names.PULSE}.well", value.replace("not_well", "well"))
    assert front.world.waiting[-1].name == "show_home", "on Home it is seen at once too"
    assert "well" not in front.world.waiting[-1].key, "keys of jobs stand in logs"


def test_ones_own_answer_is_shown_and_changed_and_one_passed_over_is_answered_later(
    front: Front,
) -> None:
    case = front.world.case_at(Stage.FRAMED)
    for by in (ANNA, BEN):
        front.world.settles(case, by)
    partnership = front.world.partnership.id
    front.click(BEN, names.ABOUT_US, f"{partnership}:hours")
    assert front.submit(BEN, front.opened(), words="").body == {}
    for button, words in (("Answer", "Nine to five."), ("Change it", "Eight to four.")):
        front.click(BEN, names.PARTNER, partnership)
        shown = front.opened()
        front.click(BEN, f"{names.ABOUT_US}.again", value_of(shown, button), view=on(shown))
        assert front.submit(BEN, front.pushed(), hash=button, words=words).body == {}
    front.click(BEN, names.PARTNER, partnership)
    assert "Eight to four." in read(front.opened())
    assert "Nine to five." not in read(front.opened())


def test_a_shared_goal_is_proposed_and_agreed_from_the_desk(front: Front) -> None:
    front.world.opened(front.world.raise_case(), BEN)
    partnership = front.world.partnership.id
    front.click(ANNA, f"{names.GOAL}.new", partnership)
    assert front.submit(ANNA, front.opened(), goal="98 % on time by June").body == {}
    front.click(BEN, names.PARTNER, partnership)
    shown = front.opened()
    agree = value_of(shown, "Share this goal")
    front.click(BEN, f"{names.GOAL}.agree", agree, view=on(shown))
    assert "Shared by both" in read(front.turned())
    front.click(ANNA, f"{names.GOAL}.drop", agree, view=on(front.turned()))
    assert "98 %" not in read(front.turned())


def test_who_is_turned_away_stands_in_the_log_by_ids(
    front: Front, caplog: pytest.LogCaptureFixture
) -> None:
    case = front.world.raise_case()
    with caplog.at_level(logging.INFO):
        front.click(GUEST, names.OPEN, case.id)
    assert f"turned away (Outsider): {GUEST.person} of team {GUEST.team}" in caplog.text


def test_who_is_not_known_yet_has_the_desks_channel_read_again(front: Front) -> None:
    case = front.world.raise_case()
    front.click(STRANGER, names.OPEN, case.id, view=on(desk(front)))
    job = front.world.waiting[-1]
    assert (job.name, job.args["channel"]) == ("learn_people", CHANNEL)


def test_what_a_side_told_at_length_is_read_whole_by_whom_it_named_alone(front: Front) -> None:
    case = front.world.raise_case()
    long = "Pallets are short. " * 100 + "The boiler is to be renewed."
    front.world.tell(case, ANNA, private=long)
    front.click(ALEX, names.TOLD, "told")
    shown = front.opened()
    assert "The boiler" not in read(shown)
    front.click(ALEX, names.READ_TOLD, value_of(shown, "Read all"), view=on(shown))
    assert "The boiler is to be renewed." in read(front.pushed())
    front.click(BEN, names.READ_TOLD, case.id)
    assert "boiler" not in read(front.opened())
    front.world.act(
        name_people, NamePeople(front.world.partnership.id, [ANNA.person], [ANNA.person]), by=ANNA
    )
    front.click(ALEX, names.READ_TOLD, case.id)
    assert "boiler" not in read(front.opened())
    front.click(STRANGER, names.READ_TOLD, case.id)
    assert "boiler" not in read(front.opened())


def test_older_cases_of_what_a_side_told_are_a_page_further(front: Front) -> None:
    for _ in range(PAGE + 1):
        front.world.tell(front.world.raise_case(), ANNA)
    front.click(ANNA, names.TOLD, "told")
    shown = front.opened()
    front.click(ANNA, f"{names.TOLD}.older", value_of(shown, "Older"), view=on(shown))
    older = front.turned()
    assert "*Case 1: " in read(older)
    assert "Newer" in buttons(older)
    assert "Older" not in buttons(older)


def test_the_desk_of_a_channel_shows_its_week_and_what_parley_can_do(front: Front) -> None:
    front.world.raise_case()
    shown = desk(front, BEN)
    for label, sees in (("This week", "This week in this channel"), ("Help", "Just clarify")):
        way = value_of(shown, label)
        front.click(BEN, f"{names.MORE}.{way}", way, view=on(shown))
        assert sees in read(front.pushed())


def test_a_desk_outside_of_any_channel_has_no_channels_week() -> None:
    assert "This week" not in buttons(desk_view(Desk(), ChannelId("")))
