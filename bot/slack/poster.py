"""Messages that Parley keeps in a channel: each stands there once, and shows the newest state.

Slack has no call for that. So the intent is written down first, the key goes with the message
as metadata, and where the answer never came the channel is searched before anything is posted
again. One process posts a key at a time; see `queues`.
"""

import logging
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any, Final

from slack_sdk import WebClient
from slack_sdk.web import SlackResponse

from bot.casework.ports import Sent, Store
from bot.casework.room import RoomUnavailable
from bot.mediation.people import ChannelId, PersonId
from bot.slack.blocks import Rendered
from bot.slack.client import calling, unrepeated
from bot.slack.limits import faults_of_message, fitted_message
from bot.slack.pace import Pace
from bot.slack.queues import Queue, Queues, Wish

EVENT_TYPE: Final = "parley"
NO_THREAD: Final = "thread_not_found"
"""What Slack says when the message that a thread hangs on was deleted before any reply."""

GONE: Final = frozenset({"message_not_found", "cant_update_message", "edit_window_closed"})
"""What Slack says of a message that cannot be brought up to date any more."""

BLOCKS_REFUSED: Final = "invalid_blocks"
"""What Slack says of blocks that it does not take, and of a picture that is not ready yet."""

PAGE: Final = 200
PAGES: Final = 10
"""How far a search goes back: Slack may give less than a full page, never more."""

_log = logging.getLogger(__name__)


class Poster:
    """Posts and updates. Every call may be repeated; no database session is open during one.

    Raises RoomUnavailable where Slack does not take a call, Conflict where the database is busy.
    """

    def __init__(
        self, client: WebClient, store: Store, pace: Pace, *, queues: Queues | None = None
    ) -> None:
        self._client = client
        self._posting = unrepeated(client)
        self._store = store
        self._pace = pace
        self._queues = queues or Queues()

    def keep(
        self,
        key: str,
        channel: ChannelId,
        thread_ts: str | None,
        rendered: Rendered,
        revision: int,
    ) -> str:
        """The ts of the message of this key, which now shows this revision or a newer one."""
        with self._queues.at(key, Wish(revision, rendered)) as queue:
            sent = self._find(key)
            if sent is not None and sent.ts is None:
                sent = self._settled(sent)
            if sent is None or sent.ts is None:
                return self._post(key, channel, thread_ts or None, queue)
            if queue.newest.revision <= sent.revision:
                return sent.ts
            return self._update(sent, sent.ts, queue)

    def once(self, key: str, channel: ChannelId, thread_ts: str | None, rendered: Rendered) -> str:
        """The ts of a message that is posted once under its key, and never changed."""
        return self.keep(key, channel, thread_ts, rendered, 0)

    def ephemeral(
        self,
        channel: ChannelId,
        person: PersonId,
        rendered: Rendered,
        *,
        thread_ts: str | None = None,
    ) -> None:
        """Words for one person's eyes, gone after a reload. Slack does not promise them."""
        _calling(
            self._posting.chat_postEphemeral,
            "ephemeral",
            rendered,
            channel=channel,
            user=person,
            thread_ts=thread_ts or None,
        )

    def _post(self, key: str, channel: ChannelId, thread_ts: str | None, queue: Queue) -> str:
        """In its thread; in the channel itself where the thread is gone."""
        try:
            return self._post_at(key, channel, thread_ts, queue)
        except RoomUnavailable as fault:
            if thread_ts is None or fault.code != NO_THREAD:
                raise
            _log.info("the thread of message %s is gone; it stands in the channel", key)
            return self._post_at(key, channel, None, queue)

    def _post_at(self, key: str, channel: ChannelId, thread_ts: str | None, queue: Queue) -> str:
        with self._pace.turn(channel):
            wish = queue.newest
            intent = Sent(key, channel, thread_ts, None, wish.revision)
            self._put(intent)
            answer = _calling(
                self._posting.chat_postMessage,
                key,
                wish.rendered,
                channel=channel,
                thread_ts=thread_ts,
                metadata=stamp(key),
                unfurl_links=False,
                unfurl_media=False,
            )
        ts = str(answer["ts"])
        self._put(replace(intent, ts=ts))
        return ts

    def _update(self, sent: Sent, ts: str, queue: Queue) -> str:
        wish = queue.newest
        try:
            _calling(
                self._client.chat_update,
                sent.key,
                wish.rendered,
                channel=sent.channel,
                ts=ts,
                metadata=stamp(sent.key),
            )
        except RoomUnavailable as fault:
            if fault.code not in GONE:
                raise
            _log.info("message %s is gone from its channel; it is posted anew", sent.key)
            return self._post(sent.key, sent.channel, sent.thread_ts, queue)
        self._put(replace(sent, revision=wish.revision))
        return ts

    def _settled(self, intent: Sent) -> Sent:
        """The intent with its ts, where the message stands in the channel after all."""
        ts = next((str(m["ts"]) for m in self._recent(intent) if _key_of(m) == intent.key), None)
        if ts is None:
            return intent
        found = replace(intent, ts=ts)
        self._put(found)
        return found

    def _recent(self, intent: Sent) -> Iterator[Mapping[str, Any]]:
        """Messages where the intent's would stand: its thread, or the channel, newest first."""
        cursor = ""
        for _ in range(PAGES):
            try:
                page = self._page(intent, cursor)
            except RoomUnavailable as fault:
                if not fault.permanent:
                    raise
                _log.warning("cannot look for message %s: %s", intent.key, fault.code)
                return
            yield from page.get("messages", ())
            cursor = (page.get("response_metadata") or {}).get("next_cursor") or ""
            if not cursor:
                return

    def _page(self, intent: Sent, cursor: str) -> Mapping[str, Any]:
        wanted: dict[str, Any] = {"channel": intent.channel, "limit": PAGE}
        wanted |= {"include_all_metadata": True, "cursor": cursor or None}
        if intent.thread_ts:
            return calling(self._client.conversations_replies, ts=intent.thread_ts, **wanted)
        return calling(self._client.conversations_history, **wanted)

    def _find(self, key: str) -> Sent | None:
        with self._store() as uow:
            return uow.outbox.find(key)

    def _put(self, sent: Sent) -> None:
        with self._store() as uow:
            uow.outbox.put(sent)
            uow.commit()


def _calling(
    method: Callable[..., SlackResponse], key: str, rendered: Rendered, **arguments: Any
) -> dict[str, Any]:
    """Slack's answer to a message; in plainer blocks where it does not take the newer ones."""
    try:
        return calling(method, **arguments, **_arguments(key, rendered))
    except RoomUnavailable as fault:
        if fault.code != BLOCKS_REFUSED or not rendered.plainer:
            raise
        _log.info("message %s is shown in plainer blocks", key)
        plainer = Rendered(rendered.text, rendered.plainer)
        return calling(method, **arguments, **_arguments(key, plainer))


def stamp(key: str) -> dict[str, Any]:
    """What goes with a message for programs alone, so that it is found again."""
    return {"event_type": EVENT_TYPE, "event_payload": {"key": key}}


def _key_of(message: Mapping[str, Any]) -> str | None:
    held = message.get("metadata") or {}
    if held.get("event_type") != EVENT_TYPE:
        return None
    payload = held.get("event_payload") or {}
    return str(payload.get("key", ""))


def _arguments(key: str, rendered: Rendered) -> dict[str, Any]:
    """Text and blocks as Slack takes them. Names the places that had to be shortened."""
    faults = faults_of_message(rendered.text, rendered.blocks)
    if faults:
        _log.warning("message %s was made to fit: %s", key, "; ".join(faults[:5]))
    text, blocks = fitted_message(rendered.text, rendered.blocks)
    return {"text": text, "blocks": blocks}
