"""The answer to a mention: one a thread, under what was said last."""

import logging
from dataclasses import dataclass

from slack_sdk import WebClient

from bot.casework.ports import Sent, Store
from bot.casework.room import RoomUnavailable
from bot.casework.shown import Origin
from bot.casework.tongues import tongue
from bot.mediation.case import Case
from bot.slack.client import calling
from bot.slack.poster import Poster
from bot.slack.views.shared.messages import ways_in

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Offers:
    client: WebClient
    poster: Poster
    store: Store

    def offer(self, key: str, origin: Origin, case: Case | None, language: str) -> None:
        """Once under its key; an earlier answer in the same thread is taken away."""
        thread = origin.thread_ts or origin.message_ts
        place = f"ways-in-of:{origin.channel}:{thread}"
        with self.store() as uow:
            before = uow.outbox.find(place)
        ts = self.poster.once(key, origin.channel, thread, ways_in(origin, case, tongue(language)))
        if before is not None and before.ts and float(before.ts) >= float(ts):
            return
        with self.store() as uow:
            uow.outbox.put(Sent(place, origin.channel, thread, ts, 0))
            uow.commit()
        if before is not None and before.ts:
            self._take_away(origin, before.ts)

    def _take_away(self, origin: Origin, ts: str) -> None:
        try:
            calling(self.client.chat_delete, channel=origin.channel, ts=ts)
        except RoomUnavailable as fault:
            if not fault.permanent:
                raise
            _log.info("an earlier answer in %s stays: %s", origin.channel, fault.code)
