"""Each message stands in its channel once, and shows the newest state."""

import logging
import threading
from pathlib import Path
from typing import Any

import pytest
from slack_sdk import WebClient

from bot.casework.ports import Sent
from bot.casework.room import RoomUnavailable
from bot.mediation.people import ChannelId, PersonId
from bot.slack.blocks import Rendered, section
from bot.slack.newer_blocks import table
from bot.slack.pace import Pace
from bot.slack.poster import EVENT_TYPE, Poster
from bot.slack.queues import Queues
from bot.slack.text import Mrkdwn
from tests.slack.clocks import Stopwatch
from tests.slack.loopback import Arguments, Loopback, Reply
from tests.slack.stores import CountingStore, fresh_store

C1 = ChannelId("C1")
CARD = "card:case-1"


def shown(revision: int) -> Rendered:
    return Rendered(f"Revision {revision}", (section(Mrkdwn(f"*Revision {revision}*")),))


def stamped(ts: str, key: str = CARD, event_type: str = EVENT_TYPE) -> dict[str, Any]:
    metadata = {"event_type": event_type, "event_payload": {"key": key}}
    return {"ts": ts, "text": "A case", "metadata": metadata}


@pytest.fixture
def store(tmp_path: Path) -> CountingStore:
    return fresh_store(tmp_path)


@pytest.fixture
def poster(client: WebClient, store: CountingStore, slack: Loopback) -> Poster:
    slack.answer("chat.postMessage", {"ok": True, "ts": "10.1"}, {"ok": True, "ts": "20.2"})
    slack.answer("chat.update", {"ok": True})
    slack.answer("conversations.history", {"ok": True, "messages": []})
    slack.answer("conversations.replies", {"ok": True, "messages": []})
    return Poster(client, store, Pace(0))


def held(store: CountingStore, key: str = CARD) -> Sent | None:
    with store() as uow:
        return uow.outbox.find(key)


def remember(store: CountingStore, sent: Sent) -> None:
    with store() as uow:
        uow.outbox.put(sent)
        uow.commit()


class TestPosting:
    def test_a_message_carries_its_key_where_only_programs_see_it(
        self, poster: Poster, slack: Loopback
    ) -> None:
        assert poster.keep(CARD, C1, "1.0", shown(1), 1) == "10.1"
        [sent] = slack.calls_to("chat.postMessage")
        assert sent["metadata"] == {"event_type": "parley", "event_payload": {"key": CARD}}
        assert (sent["channel"], sent["thread_ts"], sent["text"]) == ("C1", "1.0", "Revision 1")
        assert sent["blocks"][0]["text"]["text"] == "*Revision 1*"
        assert sent["unfurl_links"] is False

    def test_what_slack_does_not_take_is_said_in_plainer_blocks(
        self, poster: Poster, slack: Loopback
    ) -> None:
        refused = {"ok": False, "error": "invalid_blocks"}
        slack.answer("chat.postMessage", refused, {"ok": True, "ts": "10.1"})
        newer = Rendered("Both", (table([["A"], ["1"]]),), shown(1).blocks)
        assert poster.keep(CARD, C1, "1.0", newer, 1) == "10.1"
        first, second = slack.calls_to("chat.postMessage")
        assert first["blocks"][0]["type"] == "table"
        assert second["blocks"][0]["text"]["text"] == "*Revision 1*"

    def test_what_has_no_plainer_form_is_refused(self, poster: Poster, slack: Loopback) -> None:
        slack.answer("chat.postMessage", {"ok": False, "error": "invalid_blocks"})
        with pytest.raises(RoomUnavailable):
            poster.keep(CARD, C1, "1.0", shown(1), 1)
        assert len(slack.calls_to("chat.postMessage")) == 1

    def test_outside_a_thread_none_is_named(self, poster: Poster, slack: Loopback) -> None:
        poster.keep(CARD, C1, "", shown(1), 1)
        assert "thread_ts" not in slack.calls_to("chat.postMessage")[0]

    def test_where_the_thread_is_gone_it_stands_in_the_channel(
        self, poster: Poster, slack: Loopback, store: CountingStore
    ) -> None:
        gone = {"ok": False, "error": "thread_not_found"}
        slack.answer("chat.postMessage", gone, {"ok": True, "ts": "10.1"})
        assert poster.keep(CARD, C1, "1.0", shown(1), 1) == "10.1"
        sent = slack.calls_to("chat.postMessage")
        assert [call.get("thread_ts") for call in sent] == ["1.0", None]
        assert held(store) == Sent(CARD, C1, None, "10.1", 1)

    def test_its_ts_is_kept(self, poster: Poster, store: CountingStore) -> None:
        poster.keep(CARD, C1, "1.0", shown(1), 4)
        assert held(store) == Sent(CARD, C1, "1.0", "10.1", 4)

    def test_the_intent_is_on_disk_before_slack_is_asked(
        self, poster: Poster, slack: Loopback, store: CountingStore
    ) -> None:
        seen: list[Sent | None] = []

        def look(_: Arguments) -> dict[str, Any]:
            seen.append(held(store))
            return {"ok": True, "ts": "10.1"}

        slack.answer("chat.postMessage", look)
        poster.keep(CARD, C1, None, shown(1), 1)
        assert seen == [Sent(CARD, C1, None, None, 1)]

    def test_no_transaction_is_open_while_slack_is_asked(
        self, poster: Poster, slack: Loopback, store: CountingStore
    ) -> None:
        opened: list[int] = []

        def look(_: Arguments) -> dict[str, Any]:
            opened.append(store.opened)
            return {"ok": True, "ts": "10.1", "messages": []}

        for method in ("chat.postMessage", "chat.update", "conversations.history"):
            slack.answer(method, look)
        remember(store, Sent(CARD, C1, None, None, 1))
        poster.keep(CARD, C1, None, shown(1), 1)
        poster.keep(CARD, C1, None, shown(2), 2)
        assert opened == [0, 0, 0]

    def test_what_slack_would_refuse_is_shortened_and_said_without_the_text(
        self, poster: Poster, slack: Loopback, caplog: pytest.LogCaptureFixture
    ) -> None:
        long = Rendered("A case", (section(Mrkdwn("secret " * 1_000)),))
        with caplog.at_level(logging.WARNING):
            poster.keep(CARD, C1, None, long, 1)
        text = slack.calls_to("chat.postMessage")[0]["blocks"][0]["text"]["text"]
        assert len(text) <= 3_000
        assert "blocks[0].text.text" in caplog.text
        assert "secret" not in caplog.text


class TestBringingUpToDate:
    def test_a_newer_revision_changes_the_message_in_its_place(
        self, poster: Poster, slack: Loopback, store: CountingStore
    ) -> None:
        poster.keep(CARD, C1, None, shown(1), 1)
        assert poster.keep(CARD, C1, None, shown(2), 2) == "10.1"
        [update] = slack.calls_to("chat.update")
        assert (update["ts"], update["text"]) == ("10.1", "Revision 2")
        assert held(store) == Sent(CARD, C1, None, "10.1", 2)

    @pytest.mark.parametrize("revision", [1, 2])
    def test_the_same_or_an_older_one_changes_nothing(
        self, poster: Poster, slack: Loopback, revision: int
    ) -> None:
        poster.keep(CARD, C1, None, shown(2), 2)
        assert poster.keep(CARD, C1, None, shown(revision), revision) == "10.1"
        assert slack.methods() == ["chat.postMessage"]

    def test_once_is_once(self, poster: Poster, slack: Loopback) -> None:
        first = poster.once("note:1", C1, "1.0", shown(1))
        assert poster.once("note:1", C1, "1.0", shown(2)) == first
        assert slack.methods() == ["chat.postMessage"]

    @pytest.mark.parametrize("code", ["message_not_found", "cant_update_message"])
    def test_a_message_that_somebody_deleted_is_posted_anew(
        self, poster: Poster, slack: Loopback, store: CountingStore, code: str
    ) -> None:
        poster.keep(CARD, C1, None, shown(1), 1)
        slack.refuse("chat.update", code)
        assert poster.keep(CARD, C1, None, shown(2), 2) == "20.2"
        assert held(store) == Sent(CARD, C1, None, "20.2", 2)

    def test_a_channel_that_is_gone_is_said_and_nothing_is_posted(
        self, poster: Poster, slack: Loopback, store: CountingStore
    ) -> None:
        poster.keep(CARD, C1, None, shown(1), 1)
        slack.refuse("chat.update", "is_archived")
        with pytest.raises(RoomUnavailable, match="is_archived"):
            poster.keep(CARD, C1, None, shown(2), 2)
        assert held(store) == Sent(CARD, C1, None, "10.1", 1)
        assert len(slack.calls_to("chat.postMessage")) == 1


class TestAfterACrash:
    """The intent is there, and nobody knows whether the message is."""

    def test_the_message_is_found_by_its_key_and_not_posted_again(
        self, poster: Poster, slack: Loopback, store: CountingStore
    ) -> None:
        remember(store, Sent(CARD, C1, None, None, 3))
        others = [stamped("7.0", "card:other"), stamped("8.0", event_type="another_app")]
        slack.answer(
            "conversations.history",
            {"ok": True, "messages": [*others, {"ts": "9.0"}, stamped("9.9")]},
        )
        assert poster.keep(CARD, C1, None, shown(3), 3) == "9.9"
        assert slack.methods() == ["conversations.history"]
        assert slack.calls[0].arguments["include_all_metadata"] in (True, "1")
        assert held(store) == Sent(CARD, C1, None, "9.9", 3)

    def test_in_a_thread_the_thread_is_searched_page_by_page(
        self, poster: Poster, slack: Loopback, store: CountingStore
    ) -> None:
        remember(store, Sent(CARD, C1, "1.0", None, 1))
        more = {"next_cursor": "page-2"}
        slack.answer(
            "conversations.replies",
            {"ok": True, "messages": [{"ts": "1.0"}], "response_metadata": more},
            {"ok": True, "messages": [stamped("9.9")]},
        )
        assert poster.keep(CARD, C1, "1.0", shown(1), 1) == "9.9"
        first, second = slack.calls_to("conversations.replies")
        assert (first["ts"], second["cursor"]) == ("1.0", "page-2")

    def test_a_message_found_at_an_older_revision_is_brought_up_to_date(
        self, poster: Poster, slack: Loopback, store: CountingStore
    ) -> None:
        remember(store, Sent(CARD, C1, None, None, 1))
        slack.answer("conversations.history", {"ok": True, "messages": [stamped("9.9")]})
        assert poster.keep(CARD, C1, None, shown(2), 2) == "9.9"
        assert slack.methods() == ["conversations.history", "chat.update"]

    def test_what_is_not_found_is_posted(
        self, poster: Poster, slack: Loopback, store: CountingStore
    ) -> None:
        remember(store, Sent(CARD, C1, None, None, 1))
        assert poster.keep(CARD, C1, None, shown(1), 1) == "10.1"
        assert slack.methods() == ["conversations.history", "chat.postMessage"]

    def test_the_search_ends(self, poster: Poster, slack: Loopback, store: CountingStore) -> None:
        remember(store, Sent(CARD, C1, None, None, 1))
        endless = {"ok": True, "messages": [], "response_metadata": {"next_cursor": "more"}}
        slack.answer("conversations.history", endless)
        assert poster.keep(CARD, C1, None, shown(1), 1) == "10.1"
        assert len(slack.calls_to("conversations.history")) == 10

    def test_without_the_right_to_search_the_message_is_posted(
        self, poster: Poster, slack: Loopback, store: CountingStore
    ) -> None:
        remember(store, Sent(CARD, C1, None, None, 1))
        slack.refuse("conversations.history", "missing_scope")
        assert poster.keep(CARD, C1, None, shown(1), 1) == "10.1"

    def test_while_slack_cannot_be_searched_nothing_is_posted(
        self, poster: Poster, slack: Loopback, store: CountingStore
    ) -> None:
        remember(store, Sent(CARD, C1, None, None, 1))
        slack.refuse("conversations.history", "internal_error")
        with pytest.raises(RoomUnavailable) as raised:
            poster.keep(CARD, C1, None, shown(1), 1)
        assert not raised.value.permanent
        assert slack.calls_to("chat.postMessage") == []

    def test_an_answer_that_never_came_leads_to_a_search(
        self, poster: Poster, slack: Loopback
    ) -> None:
        slack.answer("chat.postMessage", Reply("", 503), {"ok": True, "ts": "20.2"})
        slack.answer("conversations.history", {"ok": True, "messages": [stamped("10.1")]})
        with pytest.raises(RoomUnavailable):
            poster.keep(CARD, C1, None, shown(1), 1)
        assert poster.keep(CARD, C1, None, shown(1), 1) == "10.1"
        assert slack.methods() == ["chat.postMessage", "conversations.history"]


class TestAtTheSameTime:
    def test_posts_to_a_channel_keep_the_pace_and_updates_do_not(
        self, client: WebClient, store: CountingStore, slack: Loopback, poster: Poster
    ) -> None:
        watch = Stopwatch()
        paced = Poster(client, store, Pace(1.0, monotonic=watch.monotonic, sleep=watch.sleep))
        for key in ("card:1", "card:2", "card:3"):
            paced.keep(key, C1, None, shown(1), 1)
        assert watch.waited == [1.0, 1.0]
        paced.keep("card:1", C1, None, shown(2), 2)
        paced.keep("card:4", ChannelId("C2"), None, shown(1), 1)
        assert watch.waited == [1.0, 1.0]

    def test_revisions_that_wait_together_are_shown_as_the_newest_alone(
        self, client: WebClient, store: CountingStore, slack: Loopback
    ) -> None:
        queues = Queues()
        poster = Poster(client, store, Pace(0), queues=queues)
        slack.answer("chat.update", {"ok": True})
        others = [
            threading.Thread(target=poster.keep, args=(CARD, C1, None, shown(n), n))
            for n in (4, 2, 3)
        ]

        def all_come(_: Arguments) -> dict[str, Any]:
            for thread in others:
                thread.start()
            while queues.waiting(CARD) < 4:
                threading.Event().wait(0.001)
            return {"ok": True, "ts": "10.1"}

        slack.answer("chat.postMessage", all_come)
        assert poster.keep(CARD, C1, None, shown(1), 1) == "10.1"
        for thread in others:
            thread.join()
        assert [u["text"] for u in slack.calls_to("chat.update")] == ["Revision 4"]
        assert held(store) == Sent(CARD, C1, None, "10.1", 4)

    def test_two_who_want_the_same_message_post_it_once(
        self, poster: Poster, slack: Loopback
    ) -> None:
        slack.answer("chat.postMessage", Reply({"ok": True, "ts": "10.1"}, wait_s=0.05))
        found: list[str] = []
        threads = [
            threading.Thread(target=lambda: found.append(poster.keep(CARD, C1, None, shown(1), 1)))
            for _ in range(4)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert found == ["10.1"] * 4
        assert slack.methods() == ["chat.postMessage"]


class TestForOnePersonsEyes:
    def test_it_goes_to_that_person(self, poster: Poster, slack: Loopback) -> None:
        slack.answer("chat.postEphemeral", {"ok": True})
        poster.ephemeral(C1, PersonId("U1"), shown(1), thread_ts="1.0")
        [sent] = slack.calls_to("chat.postEphemeral")
        assert (sent["channel"], sent["user"], sent["thread_ts"]) == ("C1", "U1", "1.0")
        assert "metadata" not in sent

    def test_who_is_not_in_the_channel_cannot_be_told(
        self, poster: Poster, slack: Loopback
    ) -> None:
        slack.refuse("chat.postEphemeral", "user_not_in_channel")
        with pytest.raises(RoomUnavailable) as raised:
            poster.ephemeral(C1, PersonId("U1"), shown(1))
        assert raised.value.permanent
