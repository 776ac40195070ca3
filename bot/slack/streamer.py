"""Answers in direct conversations: they grow word by word where Slack streams.

A stream ends by itself after some minutes, and some conversations take none. Then the same answer
is brought into the message that has begun, or posted.
"""

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from slack_sdk import WebClient

from bot.casework.ports import Sent, Store
from bot.casework.room import RoomUnavailable
from bot.mediation.people import ChannelId
from bot.slack.client import calling, unrepeated
from bot.slack.limits import fitted_message
from bot.slack.newer_blocks import Streamed
from bot.slack.poster import Poster, stamp

BEGUN, FINISHED, BETTER = 0, 1, 2
THINKING: Final = "is looking…"
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Streamer:
    client: WebClient
    poster: Poster
    store: Store

    def begin(self, channel: ChannelId, thread_ts: str) -> None:
        """Show that an answer is under way. Where Slack has no place for that, nothing is lost."""
        try:
            calling(
                unrepeated(self.client).assistant_threads_setStatus,
                channel_id=channel,
                thread_ts=thread_ts,
                status=THINKING,
            )
        except RoomUnavailable as fault:
            _log.info("no status in %s: %s", channel, fault.code)

    def suggest(self, channel: ChannelId, prompts: Sequence[tuple[str, str]]) -> None:
        """Offer first questions, by title and message. Where Slack takes none, they are typed."""
        offered = [{"title": title, "message": message} for title, message in prompts]
        try:
            calling(
                self.client.assistant_threads_setSuggestedPrompts,
                channel_id=channel,
                prompts=offered,
            )
        except RoomUnavailable as fault:
            if not fault.permanent:
                raise
            _log.info("no prompts in %s: %s", channel, fault.code)

    def answer(self, key: str, channel: ChannelId, thread_ts: str, answer: Streamed) -> None:
        """Once under its key, in this thread: streamed, or as a whole."""
        with self.store() as uow:
            known = uow.outbox.find(key)
        if known is None:
            begun = self._started(Sent(key, channel, thread_ts, None, BEGUN), answer)
            if begun.ts and self._ended(begun, begun.ts, answer):
                return
            self._stop(begun)
        elif known.revision == BEGUN:
            self._stop(known if known.ts else self._found(known, answer))
        self.poster.keep(key, channel, thread_ts, answer.whole, FINISHED)

    def better(self, key: str, channel: ChannelId, thread_ts: str, answer: Streamed) -> None:
        """Bring other words into the answer of this key, once it has been given."""
        self.poster.keep(key, channel, thread_ts, answer.whole, BETTER)

    def _started(self, intent: Sent, answer: Streamed) -> Sent:
        """The stream with its first part; without a ts where Slack does not stream here."""
        self._put(intent)
        try:
            told = calling(
                unrepeated(self.client).chat_startStream,
                channel=intent.channel,
                thread_ts=intent.thread_ts,
                markdown_text=answer.parts[0],
            )
        except RoomUnavailable as fault:
            if not fault.permanent:
                raise
            _log.info("no stream in %s: %s", intent.channel, fault.code)
            return intent
        begun = Sent(intent.key, intent.channel, intent.thread_ts, str(told["ts"]), BEGUN)
        self._put(begun)
        return begun

    def _ended(self, begun: Sent, ts: str, answer: Streamed) -> bool:
        """Whether the rest went into the stream, and the stream came to its end."""
        client = unrepeated(self.client)
        at = {"channel": begun.channel, "ts": ts}
        _, below = fitted_message(answer.whole.text, answer.below)
        try:
            for part in answer.parts[1:]:
                calling(client.chat_appendStream, **at, markdown_text=part)
            calling(client.chat_stopStream, **at, blocks=below, metadata=stamp(begun.key))
        except RoomUnavailable as fault:
            _log.info("a stream in %s broke off: %s", begun.channel, fault.code)
            return False
        self._put(Sent(begun.key, begun.channel, begun.thread_ts, ts, FINISHED))
        return True

    def _stop(self, begun: Sent) -> None:
        """While a message streams, nothing else can be brought into it."""
        if not begun.ts:
            return
        try:
            calling(self.client.chat_stopStream, channel=begun.channel, ts=begun.ts)
        except RoomUnavailable as fault:
            _log.info("a stream in %s has ended: %s", begun.channel, fault.code)

    def _found(self, intent: Sent, answer: Streamed) -> Sent:
        """The intent with its ts, where the answer of a start that never came has begun it.

        A stream carries no key before it ends, so it is known by its first words.
        """
        first = answer.parts[0].strip()
        page = calling(
            self.client.conversations_replies,
            channel=intent.channel,
            ts=intent.thread_ts,
            limit=100,
            include_all_metadata=True,
        )
        for raw in page.get("messages", ()):
            ours = raw.get("bot_id") and not raw.get("metadata")
            if ours and str(raw.get("text", "")).strip().startswith(first):
                found = Sent(intent.key, intent.channel, intent.thread_ts, str(raw["ts"]), BEGUN)
                self._put(found)
                return found
        return intent

    def _put(self, sent: Sent) -> None:
        with self.store() as uow:
            uow.outbox.put(sent)
            uow.commit()
