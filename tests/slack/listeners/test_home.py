"""Parley's own page, what is written to it, and what happens to messages."""

from typing import Any

import pytest

from bot.casework.follow_message import DELETED
from bot.casework.preferences import Emoji
from bot.mediation.issues import Message
from bot.mediation.stages import Stage
from bot.slack.views import actions as names
from tests.casework.world import ANNA, BEN, CHANNEL, IN_THREAD, WORKSPACE
from tests.slack.listeners.front import Front


def _jobs(front: Front, name: str) -> list[Any]:
    return [j for j in front.world.waiting if j.name == name]


def test_home_shows_what_waits_for_this_person(front: Front) -> None:
    case = front.world.case_at(Stage.PROPOSED)
    front.event("E1", type="app_home_opened", user=ANNA.person, tab="home")
    front.world.run_jobs()
    desk = front.world.room.homes[ANNA.person]
    assert [w.case.id for w in desk.waiting] == [case.id]


def test_in_the_conversation_with_parley_first_questions_stand_ready(front: Front) -> None:
    for _ in range(2):
        front.event(
            "E1", type="app_home_opened", user=ANNA.person, tab="messages", channel="D0ANNA"
        )
    assert _jobs(front, "show_home") == []
    front.world.run_jobs()
    assert front.world.room.prompted == ["D0ANNA"]


def test_pages_are_turned(front: Front) -> None:
    front.click(ANNA, names.PAGE + ".older", "1", view={"id": "V1", "type": "home", "blocks": []})
    assert _jobs(front, "show_home")[0].args["page"] == 1


def test_an_issue_is_raised_from_anywhere_by_choosing_a_channel(front: Front) -> None:
    front.deliver(
        {
            "type": "shortcut",
            "callback_id": "raise_issue_anywhere",
            "trigger_id": "1.2.3",
            "user": {"id": ANNA.person, "team_id": ANNA.team},
        }
    )
    where = front.opened()
    assert where["blocks"][-1]["elements"][0]["type"] == "conversations_select"
    front.click(ANNA, names.WHERE, CHANNEL, view={**where, "id": "V1"})
    assert front.turned()["callback_id"] == names.WAITING
    assert _jobs(front, "prepare_raise")[0].args["channel"] == CHANNEL
    front.click(ANNA, names.RAISE_ANYWHERE, "home", view={"id": "V9", "type": "home", "blocks": []})
    assert front.opened()["blocks"][-1]["elements"][0]["type"] == "conversations_select"


def test_what_is_written_to_parley_alone_is_answered_once_and_stands_in_no_job(
    front: Front,
) -> None:
    said = {"type": "message", "channel_type": "im", "user": ANNA.person, "ts": "7.1"}
    for event_id in ("E1", "E2"):
        front.event(event_id, text="payment days", user_team=ANNA.team, **said)
    jobs = _jobs(front, "answer_direct")
    assert len(jobs) == 1
    assert "payment days" not in str(jobs[0].args)
    front.world.room.threads[CHANNEL, "7.1"] = [
        Message(CHANNEL, "7.1", ANNA.person, "payment days")
    ]
    front.world.run_jobs()
    assert list(front.world.room.answers) == [f"direct:{CHANNEL}:7.1"]


def test_the_agreed_emoji_shows_its_giver_the_ways_in(front: Front) -> None:
    item = {"type": "message", "channel": CHANNEL, "ts": "100.1"}
    front.event("E1", type="reaction_added", user=BEN.person, reaction="scales", item=item)
    front.event("E2", type="reaction_added", user=BEN.person, reaction="tada", item=item)
    jobs = _jobs(front, "offer_ways_in")
    assert [(j.args["to"], j.args["message_ts"]) for j in jobs] == [(BEN.person, "100.1")]


def test_the_agreed_emoji_counts_in_every_tone_of_skin(front: Front) -> None:
    with front.world.store() as uow:
        uow.preferences.keep(WORKSPACE, WORKSPACE, Emoji(frozenset({"wave"})))
        uow.commit()
    item = {"type": "message", "channel": CHANNEL, "ts": "100.1"}
    reaction = "wave::skin-tone-4"
    front.event("E1", type="reaction_added", user=BEN.person, reaction=reaction, item=item)
    assert len(_jobs(front, "offer_ways_in")) == 1


def test_an_emoji_put_there_anew_shows_the_ways_in_anew(front: Front) -> None:
    item = {"type": "message", "channel": CHANNEL, "ts": "100.1"}
    put = {"type": "reaction_added", "user": BEN.person, "reaction": "scales", "item": item}
    for event_id in ("E1", "E1", "E2"):
        front.event(event_id, **put)
    assert len(_jobs(front, "offer_ways_in")) == 2, "the first answer is gone after a reload"


@pytest.mark.parametrize("kind", ["thread_broadcast", "me_message"])
def test_a_reply_sent_to_the_channel_too_is_answered_like_any_other(
    front: Front, kind: str
) -> None:
    said = {"type": "message", "channel_type": "im", "user": ANNA.person, "ts": "7.2"}
    front.event("E1", text="payment days", subtype=kind, **said)
    assert len(_jobs(front, "answer_direct")) == 1


@pytest.mark.parametrize(
    ("event", "text"),
    [
        (
            {
                "subtype": "message_changed",
                "message": {"ts": "100.1", "user": BEN.person, "text": "Three days, <@UANNA>."},
            },
            "Three days, @Anna.",
        ),
        (
            {
                "subtype": "message_deleted",
                "deleted_ts": "100.1",
                "previous_message": {"ts": "100.1", "user": BEN.person, "text": "Five days."},
            },
            DELETED,
        ),
    ],
)
def test_the_record_follows_a_message_that_changes(
    front: Front, event: dict[str, Any], text: str
) -> None:
    with front.world.store() as uow:
        uow.conversation.record(front.world.room.threads[CHANNEL, "100.1"][0], "100.1")
        uow.commit()
    case = front.world.raise_case(by=BEN, origin=IN_THREAD)
    assert case.issue.sources
    for _ in range(2):
        front.event("E1", type="message", **event)
    assert [m.text for m in front.world.case(case.id).issue.sources] == [text]
    notes = [t for t in front.world.texts(case.id) if t.startswith("A message that this came from")]
    assert len(notes) == 1
    with front.world.store() as uow:
        assert [m.text for m in uow.conversation.of_thread(CHANNEL, "100.1")] == [text]


def test_a_deleted_message_that_is_told_of_only_afterwards_is_not_kept(front: Front) -> None:
    first = front.world.room.threads[CHANNEL, "100.1"][0]
    with front.world.store() as uow:
        uow.conversation.record(first, "100.1")
        uow.commit()
    gone = {"ts": "100.2", "thread_ts": "100.1", "user": BEN.person, "text": "a slip"}
    told = {"subtype": "message_deleted", "deleted_ts": "100.2", "previous_message": gone}
    front.event("E1", type="message", **told)
    front.event("E2", type="message", **gone)
    with front.world.store() as uow:
        assert uow.conversation.of_thread(CHANNEL, "100.1") == (first,)


@pytest.mark.parametrize("kind", ["channel_unarchive", "group_unarchive"])
def test_a_channel_opened_again_is_brought_up_to_date_once(front: Front, kind: str) -> None:
    for _ in range(2):
        front.event("E1", type=kind, user=ANNA.person)
    assert [j.args for j in _jobs(front, "reopen")] == [{"channel": CHANNEL}]


def test_parley_itself_coming_back_does_so_too_and_nobody_else(front: Front) -> None:
    for event_id, person in (("E1", "UPARLEY"), ("E2", str(ANNA.person))):
        front.deliver(
            {
                "type": "event_callback",
                "event_id": event_id,
                "team_id": "T1",
                "authorizations": [{"team_id": "T1", "user_id": "UPARLEY", "is_bot": True}],
                "event": {"type": "member_joined_channel", "user": person, "channel": CHANNEL},
            }
        )
    assert len(_jobs(front, "reopen")) == 1
    assert len(_jobs(front, "learn_channel")) == 2
