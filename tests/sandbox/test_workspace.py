"""What happens in the workspace is told to the app once, and to whoever waits for news."""

import asyncio
from collections.abc import Coroutine
from dataclasses import replace
from typing import Any

from bot.sandbox.deliveries import Deliveries
from bot.sandbox.entities import Message
from bot.sandbox.opening import MARIA, SHARED, TOMAS, opening_world
from bot.sandbox.options import AppManifest, Options
from bot.sandbox.workspace import Workspace
from bot.sandbox.world import BOT_USER
from tests.sandbox.worlds import Clock, opened

JSON = dict[str, Any]


class SilentLine(Deliveries):
    """Keeps what would be sent."""

    def __init__(self) -> None:
        super().__init__(Options(), changed=lambda: None)
        self.told: list[JSON] = []
        self.asked: list[JSON] = []

    def tell(self, payload: JSON) -> None:
        self.told.append(payload)

    async def ask(self, kind: str, payload: JSON, *, answered: bool = False) -> JSON | None:
        self.asked.append(payload)
        return None

    def types(self) -> list[str]:
        return [body["event"]["type"] for body in self.told]


def workspace(manifest: AppManifest | None = None) -> tuple[Workspace, SilentLine]:
    made = Workspace(opening_world(Clock()), Options(), manifest or AppManifest())
    line = SilentLine()
    made.deliveries = line
    made.address = "http://127.0.0.1:1"
    return made, line


def said(made: Workspace, text: str, user: str = MARIA.id, **more: Any) -> Message:
    return made.say(Message(made.world.next_ts(), SHARED, user, text, **more))


def run(work: Coroutine[Any, Any, None]) -> None:
    asyncio.run(work)


def test_a_message_is_told_once_and_a_mention_twice_with_two_ids() -> None:
    made, line = workspace()
    said(made, "late")
    said(made, f"<@{BOT_USER}> help")
    assert line.types() == ["message", "message", "app_mention"]
    assert len({body["event_id"] for body in line.told}) == 3


def test_an_ephemeral_message_is_told_to_nobody() -> None:
    made, line = workspace()
    said(made, "between us", BOT_USER, seen_by=MARIA.id)
    assert line.told == []


def test_a_mention_of_itself_by_the_app_is_no_mention() -> None:
    made, line = workspace()
    said(made, f"<@{BOT_USER}> is me", BOT_USER)
    assert line.types() == ["message"]


def test_the_kind_of_conversation_decides_which_subscription_counts() -> None:
    made, line = workspace(AppManifest(events=("message.im",), given=True))
    said(made, "in the channel")
    direct = made.world.direct_channel(MARIA.id)
    made.say(Message(made.world.next_ts(), direct.id, MARIA.id, "to you"))
    assert [body["event"]["text"] for body in line.told] == ["to you"]


def test_an_edit_tells_both_texts() -> None:
    made, line = workspace()
    before = said(made, "four days")
    made.edit(before, replace(before, text="three days"))
    event = line.told[-1]["event"]
    assert event["message"]["text"] == "three days"
    assert event["previous_message"]["text"] == "four days"


def test_a_reaction_is_kept_and_told() -> None:
    made, line = workspace()
    message = said(made, "late", TOMAS.id)
    made.react(MARIA.id, "scales", message)
    assert line.types()[-1] == "reaction_added"
    assert made.world.message(SHARED, message.ts).reactions == (("scales", MARIA.id),)


def test_a_reaction_taken_back_is_gone_and_told_and_the_others_stay() -> None:
    made, line = workspace()
    ts = said(made, "late", TOMAS.id).ts
    for user, name in ((MARIA.id, "scales"), (TOMAS.id, "scales"), (MARIA.id, "tada")):
        made.react(user, name, made.world.message(SHARED, ts))
    made.take_back(MARIA.id, "scales", made.world.message(SHARED, ts))
    assert line.types()[-1] == "reaction_removed"
    left = made.world.message(SHARED, ts).reactions
    assert left == (("scales", TOMAS.id), ("tada", MARIA.id))


def test_the_app_learns_that_it_was_removed_and_then_nothing_more() -> None:
    made, line = workspace()
    made.leave(made.world.channel(SHARED), BOT_USER)
    assert line.types() == ["member_left_channel"]
    said(made, "now among ourselves")
    assert line.types() == ["member_left_channel"]


def test_everybody_who_is_notified_is_noted_once_a_message() -> None:
    made, _ = workspace()
    block = {"type": "section", "text": {"type": "mrkdwn", "text": f"<@{MARIA.id}> <!here>"}}
    said(made, f"<@{MARIA.id}>", BOT_USER, blocks=(block,))
    assert [ping.who for ping in made.world.pings] == [MARIA.id, "here"]


def test_an_ephemeral_message_notifies_nobody() -> None:
    made, _ = workspace()
    said(made, f"<@{TOMAS.id}> <!channel>", BOT_USER, seen_by=MARIA.id)
    assert made.world.pings == []


def test_an_edit_notifies_only_whom_it_newly_names() -> None:
    made, _ = workspace()
    before = said(made, f"<@{MARIA.id}>", BOT_USER)
    made.edit(before, replace(before, text=f"<@{MARIA.id}> <@{TOMAS.id}>"))
    assert [ping.who for ping in made.world.pings] == [MARIA.id, TOMAS.id]


def test_an_address_for_answers_remembers_the_message_and_its_thread() -> None:
    made, _ = workspace()
    root = said(made, "late")
    card = said(made, "card", BOT_USER, thread_ts=root.ts)
    url = made.response_url(MARIA.id, SHARED, kind="actions", about=card)
    assert url.startswith(f"http://127.0.0.1:1/actions/{made.world.host.id}/")
    kept = made.world.response_urls[url.rsplit("/", 1)[1]]
    assert (kept.message_ts, kept.thread_ts, kept.user) == (card.ts, root.ts, MARIA.id)


def test_the_app_is_told_of_a_closed_view_that_asked_for_it() -> None:
    async def work() -> None:
        made, line = workspace()
        view = opened(made.world)
        made.close_modals(MARIA.id, [view], cleared=True)
        await asyncio.sleep(0)
        assert [body["type"] for body in line.asked] == ["view_closed"]
        assert line.asked[0]["is_cleared"] is True
        assert made.world.top_modal(MARIA.id) is None

    run(work())


def test_the_app_is_not_told_of_a_closed_view_that_did_not_ask() -> None:
    async def work() -> None:
        made, line = workspace()
        view = opened(made.world)
        quiet = made.world.change_view(
            view.id, definition=view.definition | {"notify_on_close": False}
        )
        made.close_modals(MARIA.id, [quiet], cleared=False)
        await asyncio.sleep(0)
        assert line.asked == []

    run(work())


def test_news_ends_the_wait_and_old_news_is_told_at_once() -> None:
    async def work() -> None:
        made, _ = workspace()
        waiting = asyncio.create_task(made.wait_for_news(made.version, 5.0))
        await asyncio.sleep(0)
        made.changed()
        assert await waiting == made.version == 1
        assert await made.wait_for_news(0, 5.0) == 1

    run(work())


def test_without_news_the_wait_ends_with_its_time() -> None:
    async def work() -> None:
        made, _ = workspace()
        assert await made.wait_for_news(0, 0.01) == 0

    run(work())


def test_choices_under_a_message_are_kept_for_each_person() -> None:
    made, _ = workspace()
    message = said(made, "card", BOT_USER)
    made.entered_in(MARIA.id, message)["b", "a"] = {"type": "datepicker"}
    assert made.entered_in(MARIA.id, message) != {}
    assert made.entered_in(TOMAS.id, message) == {}
