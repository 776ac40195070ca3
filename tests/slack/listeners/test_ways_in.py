"""Every way in opens a form at once, or answers with a button that does."""

import json
from dataclasses import replace
from typing import Any

import pytest

from bot.casework.find_case import open_case_of
from bot.casework.list_cases import PAGE
from bot.casework.membership import Actor
from bot.casework.ports import Sent
from bot.casework.preferences import Helpful
from bot.casework.shown import Origin, RaiseForm, Saved, TradesShown
from bot.mediation.people import ChannelId
from bot.mediation.stages import Stage
from bot.mediation.terms import Trade
from bot.slack.limits import faults_of_message, faults_of_view
from bot.slack.listeners.reception import LATE
from bot.slack.newer_blocks import NO, YES
from bot.slack.views import actions as names
from bot.slack.views.private.home import CHOOSE
from bot.slack.views.private.notices import saved
from bot.slack.views.private.raise_form import raise_form
from bot.slack.views.private.trades_view import trades_view
from bot.slack.views.shared.messages import More
from tests.casework.fakes import ScriptedFacilitator
from tests.casework.world import ALEX, ANNA, BEN, CHANNEL, GUEST, IN_THREAD, STRANGER, WORKSPACE
from tests.slack.listeners.front import Front
from tests.slack.shown import buttons, read, value_of


@pytest.mark.parametrize(
    ("callback", "job"),
    [
        ("raise_issue", "prepare_raise"),
        ("clarify", "prepare_clarify"),
        ("tradeoffs", "prepare_trades"),
    ],
)
def test_a_shortcut_opens_a_form_that_a_job_fills(front: Front, callback: str, job: str) -> None:
    assert front.shortcut(ANNA, callback).acknowledged
    assert front.opened()["callback_id"] == names.WAITING
    made = front.world.waiting[-1]
    assert made.name == job
    assert made.args["view"] == "V1"
    assert (made.args["channel"], made.args["message_ts"]) == (CHANNEL, "100.1")


@pytest.mark.parametrize("by", [ANNA, GUEST, ALEX], ids=["own side", "guest", "outsider"])
@pytest.mark.parametrize(
    ("callback", "comes"),
    [
        ("raise_issue", "Parley fills this in from the message; nobody sees it before you send it"),
        ("clarify", "The form for your one line opens here; nobody sees it before you send it"),
        ("tradeoffs", "Parley looks for trades in this text; you alone will see them"),
    ],
)
def test_everybody_reads_in_the_first_second_what_comes_and_who_will_see_it(
    front: Front, by: Actor, callback: str, comes: str
) -> None:
    assert front.shortcut(by, callback).acknowledged
    assert read(front.opened()).endswith(f"One moment… {comes}.")


def test_a_form_that_was_not_opened_is_not_filled(front: Front) -> None:
    front.slack.refuse("views.open", "expired_trigger_id")
    front.shortcut(ANNA, "raise_issue")
    assert "prepare_raise" not in [j.name for j in front.world.waiting]


def test_a_mention_is_answered_once_about_the_thread_it_is_in(front: Front) -> None:
    mention = {"type": "app_mention", "user": ANNA.person, "ts": "102.1", "thread_ts": "100.1"}
    for _ in range(2):
        assert front.event("E1", text="<@U0PARLEY> help", **mention).acknowledged
    jobs = [j for j in front.world.waiting if j.name == "offer_ways_in"]
    assert len(jobs) == 1
    assert jobs[0].args["message_ts"] == "100.1"


@pytest.mark.parametrize("action", [names.RAISE, names.CLARIFY, names.TRADES])
def test_the_buttons_of_a_mention_open_the_same_forms(front: Front, action: str) -> None:
    assert front.click(BEN, action, json.dumps([CHANNEL, "100.1", "100.1"])).acknowledged
    assert front.opened()["callback_id"] == names.WAITING
    assert front.world.waiting[-1].args["thread_ts"] == "100.1"


def test_trade_offs_of_a_case_know_their_case(front: Front) -> None:
    case = front.world.case_at(Stage.PROPOSED)
    front.click(ANNA, names.TRADES, f"case:{case.id}")
    assert front.world.waiting[-1].args["case"] == case.id
    front.world.run_jobs()
    assert front.world.room.modals


def _told(answer: Any) -> str:
    return read(answer.body["blocks"])


def test_the_command_answers_what_it_can_at_once(front: Front) -> None:
    assert "no open case" in _told(front.command(ANNA, "list"))
    assert "A quiet week" in _told(front.command(ANNA, "digest"))
    case = front.world.raise_case()
    assert f"Case {case.number}" in _told(front.command(ANNA, "list"))
    assert "/parley raise" in _told(front.command(ANNA, ""))
    assert "does not know “dance”" in _told(front.command(ANNA, "dance now"))


def test_alone_with_parley_the_digest_is_ones_own_week(front: Front) -> None:
    assert _told(front.command(ANNA, "digest", "D7")).startswith("Nothing waits for you.")
    case = front.world.raise_case()
    alone = _told(front.command(ANNA, "digest", "D7"))
    assert f"Borealis, case {case.number}, Late in May" in alone
    assert _told(front.command(ANNA, "digest mine")) == alone


def test_a_channel_without_a_partnership_has_no_week(front: Front) -> None:
    told = front.command(ANNA, "digest", "C404").body["text"]
    assert "follows no partnership" in told
    assert "/parley digest mine" in told


def test_the_command_opens_a_case_by_its_number(front: Front) -> None:
    case = front.world.raise_case()
    assert front.command(ANNA, f"case {case.number}").acknowledged
    assert front.opened()["callback_id"] == names.TELL_FORM
    assert "Say which case" in front.command(ANNA, "case one").body["text"]
    assert front.command(ANNA, "case 99").body["text"]


@pytest.mark.parametrize("typed", ["case #{}", "case {} please", "case  {}.", "CASE # {}"])
def test_a_number_is_understood_as_people_write_it(front: Front, typed: str) -> None:
    case = front.world.raise_case()
    assert front.command(ANNA, typed.format(case.number)).acknowledged
    assert front.opened()["callback_id"] == names.TELL_FORM


@pytest.mark.parametrize("typed", ["3.5", "3rd", "three", "-3", "٣"])
def test_what_is_no_number_is_asked_for_again(front: Front, typed: str) -> None:
    assert "Say which case" in front.command(ANNA, f"case {typed}").body["text"]


@pytest.mark.parametrize("verb", ["tradeoffs", "trade-offs", "Tradeoff"])
def test_trade_offs_without_a_text_ask_for_one(front: Front, verb: str) -> None:
    assert front.command(ANNA, f"{verb} payment days").acknowledged
    assert front.opened()["title"]["text"] == "Trade-offs"
    assert _told(front.command(ANNA, verb)).startswith("Say which text to look at")


def test_alone_with_parley_an_issue_is_raised_in_a_channel_that_is_chosen(front: Front) -> None:
    assert front.command(ANNA, "raise Late trucks again", "D7").acknowledged
    where = front.opened()
    assert where["blocks"][-1]["elements"][0]["action_id"] == names.WHERE
    assert front.world.waiting == []
    front.click(ANNA, names.WHERE, CHANNEL, view={**where, "id": "V1"})
    made = front.world.waiting[-1]
    assert (made.args["channel"], made.args["typed"]) == (CHANNEL, "Late trucks again")


def test_alone_with_parley_settings_ask_of_which_channel(front: Front) -> None:
    assert front.command(ANNA, "settings", "D7").acknowledged
    assert front.opened()["blocks"][-1]["elements"][0]["action_id"] == names.SETTINGS_WHERE


def test_alone_with_parley_the_list_is_ones_own_desk(front: Front) -> None:
    case = front.world.raise_case()
    assert front.command(ANNA, "list", "D7").acknowledged
    desk = front.opened()
    assert f"Case {case.number}" in read(desk)
    assert value_of(desk, "Settings") == CHOOSE
    front.click(ANNA, names.RAISE_ANYWHERE, "desk", view={**desk, "id": "V1"})
    assert front.pushed()["blocks"][-1]["elements"][0]["action_id"] == names.WHERE
    front.click(ANNA, names.SETTINGS, CHOOSE, view={**desk, "id": "V1"})
    assert front.pushed()["blocks"][-1]["elements"][0]["action_id"] == names.SETTINGS_WHERE


def test_alone_with_parley_who_is_on_no_side_is_told_where_to_ask(front: Front) -> None:
    assert "You are on no side" in front.command(STRANGER, "list", "D7").body["text"]


def test_the_command_raises_what_was_typed(front: Front) -> None:
    assert front.command(ANNA, "raise Late trucks again").acknowledged
    assert front.world.waiting[-1].args["typed"] == "Late trucks again"


LONG = "The pallets came wet & the labels were gone. " * 100


@pytest.mark.parametrize("channel", [CHANNEL, "D7"], ids=["channel", "alone"])
@pytest.mark.parametrize("verb", ["raise", "tradeoffs"])
def test_what_was_typed_comes_back_where_no_form_opens(
    front: Front, verb: str, channel: str
) -> None:
    front.slack.refuse("views.open", "expired_trigger_id")
    answer = front.command(ANNA, f"{verb} payment days\nand labels", channel)
    assert answer.acknowledged
    assert "Please send it once more" in answer.body["text"]
    assert "payment days\n>and labels" in _told(answer)
    assert front.world.waiting == [], "it stands in no job"


def test_what_was_typed_stands_below_the_sentence_where_no_form_comes(front: Front) -> None:
    front.command(GUEST, "raise Late trucks again")
    front.world.run_jobs()
    told = front.world.room.modals["V1"]
    assert isinstance(told, Saved)
    assert read(saved(told)).endswith("What you wrote, to copy:\n>Late trucks again")


def test_a_word_and_what_follows_it_may_stand_on_lines_of_their_own(front: Front) -> None:
    assert front.command(ANNA, "raise\nLate trucks again").acknowledged
    assert front.world.waiting[-1].args["typed"] == "Late trucks again"


def test_words_that_are_no_command_come_back_whole(front: Front) -> None:
    body = front.command(ANNA, LONG).body
    assert "does not know “the”" in read(body["blocks"])
    assert faults_of_message(body["text"], body["blocks"]) == ()
    told = "".join(b["text"]["text"] for b in body["blocks"][2:])
    assert told.count("came wet &amp;") == 100
    assert "to copy" not in _told(front.command(ANNA, "dance"))


def test_alone_with_parley_a_long_text_is_carried_as_far_as_it_goes_and_stands_there_whole(
    front: Front,
) -> None:
    front.command(ANNA, f"raise {LONG}", "D7")
    where = front.opened()
    assert faults_of_view(where) == ()
    carried = json.loads(where["private_metadata"])["typed"]
    assert len(carried) > 2_000
    assert LONG.startswith(carried)
    assert read(where).count("came wet") == 100


def test_who_pressed_it_nowhere_is_told_alone_when_no_form_opens(front: Front) -> None:
    front.slack.refuse("views.open", "expired_trigger_id")
    home = {"id": "V9", "type": "home", "blocks": []}
    payload: dict[str, Any] = {"type": "block_actions", "view": home, "trigger_id": "1.2.3"}
    pressed = {"type": "button", "action_id": names.RAISE_ANYWHERE, "value": "home"}
    payload["actions"] = [{**pressed, "block_id": "b", "action_ts": "1.1"}]
    front.deliver({**payload, "user": {"id": ANNA.person, "team_id": ANNA.team}})
    front.world.run_jobs()
    assert list(front.world.room.said_alone.values()) == [(ANNA.person, LATE)]


def test_trades_for_what_was_typed_come_at_once_and_leave_no_trace(front: Front) -> None:
    assert front.command(ANNA, "tradeoffs payment days").acknowledged
    assert front.opened()["title"]["text"] == "Trade-offs"
    assert front.world.waiting == []


def test_better_words_for_what_was_typed_come_into_the_same_modal(front: Front) -> None:
    assert isinstance(front.world.words, ScriptedFacilitator)
    front.world.words.by_model = True
    assert front.command(ANNA, "tradeoffs payment days").acknowledged
    assert "Better: " not in read(front.opened())
    front.readers.shutdown(wait=True)
    assert front.slack.calls_to("views.update")[-1]["view_id"] == "V1"
    assert "Better: " in read(front.turned())
    assert front.world.waiting == []


def test_without_a_model_the_first_words_stay(front: Front) -> None:
    assert front.command(ANNA, "tradeoffs payment days").acknowledged
    front.readers.shutdown(wait=True)
    assert front.slack.calls_to("views.update") == []


def test_who_has_not_said_which_end_they_are_on_says_so_for_a_typed_text(front: Front) -> None:
    assert front.command(ANNA, "tradeoffs payment days", "C9").acknowledged
    value = value_of(front.opened(), "We supply")
    view = {**front.opened(), "id": "V1"}
    assert front.click(ANNA, f"{names.TRADES_AS}.provider", value, view=view).acknowledged
    assert "We supply" not in read(front.turned())
    assert "payment days" in read(front.turned())
    assert front.world.waiting == []


def test_a_long_typed_text_is_traded_for_without_that_question(front: Front) -> None:
    assert front.command(ANNA, f"tradeoffs {'payment days ' * 100}", "C9").acknowledged
    assert "We supply" not in buttons(front.opened())


def test_messages_of_a_thread_on_record_are_kept_and_others_are_not(front: Front) -> None:
    front.world.raise_case()
    with front.world.store() as uow:
        uow.conversation.record(front.world.room.threads[CHANNEL, "100.1"][0], "100.1")
        uow.commit()
    said = {"type": "message", "user": ANNA.person, "text": "See <@UBEN>."}
    front.event("E1", ts="103.1", thread_ts="100.1", **said)
    front.event("E2", ts="103.1", thread_ts="100.1", **said)
    front.event("E3", ts="104.1", **said)
    front.event("E4", ts="105.1", thread_ts="99.1", **said)
    front.event("E5", ts="106.1", thread_ts="100.1", bot_id="B1", **said)
    front.event("E6", ts="107.1", thread_ts="100.1", subtype="thread_broadcast", **said)
    front.event("E7", ts="108.1", thread_ts="100.1", subtype="tombstone", **said)
    with front.world.store() as uow:
        kept = uow.conversation.of_thread(CHANNEL, "100.1")
        assert uow.conversation.of_thread(CHANNEL, "99.1") == ()
    assert [m.ts for m in kept][1:] == ["103.1", "107.1"]
    assert {m.text for m in kept[1:]} == {"See @Ben."}
    assert kept[-1].author_name == "Anna"


@pytest.mark.parametrize("kind", ["member_joined_channel", "member_left_channel", "channel_shared"])
def test_a_channel_is_read_again_when_it_changes(front: Front, kind: str) -> None:
    for _ in range(2):
        assert front.event("E1", type=kind, user="UNEW").acknowledged
    assert [j.name for j in front.world.waiting].count("learn_channel") == 1


@pytest.mark.parametrize("by", [ANNA, BEN], ids=["host", "partner"])
@pytest.mark.parametrize(
    ("more", "told"),
    [
        (More.DESK, "What waits for you"),
        (More.CASES, "1 open case"),
        (More.WEEK, "This week in this channel"),
        (More.SETTINGS, "Days off of"),
        (More.HELP, "one private line from each side"),
    ],
)
def test_behind_the_dots_stands_for_everybody_what_commands_give(
    front: Front, by: Actor, more: More, told: str
) -> None:
    front.world.raise_case()
    assert front.click(by, names.MORE, more.value).acknowledged
    shown = front.opened()
    assert faults_of_view(shown) == ()
    assert told in read(shown)


def test_a_mention_in_the_thread_of_a_case_is_answered_with_it(front: Front) -> None:
    case = front.world.raise_case(by=BEN, origin=IN_THREAD)
    for ts, thread in (("102.1", case.thread_ts), ("103.1", "999.9")):
        mention = {"type": "app_mention", "user": ANNA.person, "ts": ts, "thread_ts": thread}
        front.event(f"E{ts}", text="<@U0PARLEY> status?", **mention)
    front.world.run_jobs()
    offered = front.world.room.offered
    assert offered[f"ways-in:{CHANNEL}:102.1"] == front.world.case(case.id)
    assert offered[f"ways-in:{CHANNEL}:103.1"] is None


def test_the_form_says_which_case_is_open_in_the_thread(front: Front) -> None:
    case = front.world.raise_case(by=BEN, origin=IN_THREAD)
    front.click(ANNA, names.RAISE, json.dumps([CHANNEL, case.thread_ts, case.thread_ts]))
    front.world.run_jobs()
    form = front.world.room.modals["V1"]
    assert isinstance(form, RaiseForm)
    assert form.open_here == case.number
    assert f"Case {case.number} is open in this thread." in read(raise_form(form))
    assert "is open in this thread" not in read(raise_form(replace(form, open_here=0)))


def test_a_thread_under_the_card_of_a_case_is_that_cases_too(front: Front) -> None:
    case = front.world.raise_case(origin=Origin(ChannelId(CHANNEL)))
    with front.world.store() as uow:
        uow.outbox.put(Sent(f"card:{case.id}", ChannelId(CHANNEL), None, "77.7", 0))
        uow.commit()
    with front.world.store() as uow:
        for ts, found in (("77.7", case.id), ("78.7", None)):
            here = open_case_of(Origin(ChannelId(CHANNEL), ts), WORKSPACE, uow)
            assert (here.id if here else None) == found


def _helpful(front: Front) -> Helpful | None:
    with front.world.store() as uow:
        return uow.preferences.get(WORKSPACE, WORKSPACE, Helpful)


def test_whether_trades_help_is_counted_once_a_person_and_answer(front: Front) -> None:
    pressed = ((ANNA, "7.1", YES), (ANNA, "7.1", NO), (ANNA, "8.1", NO), (BEN, "7.1", YES))
    for by, ts, value in pressed:
        front.click(by, names.HELPFUL, value, message={"ts": ts})
    assert _helpful(front) == Helpful(helped=2, missed=1)
    front.click(ANNA, names.HELPFUL, "perhaps", message={"ts": "9.1"})
    assert _helpful(front) == Helpful(helped=2, missed=1)


def test_in_the_modal_thanks_take_the_place_of_the_question(front: Front) -> None:
    trade = Trade("a", "b", "a week", "a month", "We could pay sooner.")
    view = {**trades_view(TradesShown((trade,))), "id": "V7"}
    assert faults_of_view(trades_view(TradesShown((trade,)))) == ()
    front.click(ANNA, f"{names.HELPFUL}.{YES}", YES, view=view)
    shown = front.turned()
    assert faults_of_view(shown) == ()
    assert "Thank you." in read(shown)
    assert "We could pay sooner." in read(shown)
    assert buttons(shown) == []
    assert _helpful(front) == Helpful(helped=1)


def test_a_long_list_is_turned_page_by_page(front: Front) -> None:
    for _ in range(PAGE + 2):
        front.world.raise_case()
    listed = front.command(ANNA, "list").body
    assert f"{PAGE + 2} open cases" in read(listed)
    assert front.click(ANNA, f"{names.LIST}.older", value_of(listed, "Older")).acknowledged
    older = front.opened()
    assert "Case 2, " in read(older)
    assert buttons(older) == ["Newer"]
    on = {**older, "id": "V1", "hash": "1.a"}
    front.click(ANNA, f"{names.LIST}.newer", value_of(older, "Newer"), view=on)
    assert f"Case {PAGE + 2}, " in read(front.turned())


def test_a_list_is_for_who_is_in_its_channel(front: Front) -> None:
    front.world.raise_case()
    asked = {"id": "V1", "hash": "1.a", "callback_id": names.NOTICE, "blocks": []}
    front.click(ANNA, f"{names.LIST}.older", "C0ELSEWHERE:0", view=asked)
    assert "for who is in its channel" in read(front.pushed())
