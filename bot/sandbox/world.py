"""The state of the workspace: who is there, what was said, what is open on whose screen."""

import itertools
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from bot.sandbox.entities import (
    Channel,
    Member,
    Message,
    Organisation,
    Ping,
    ResponseUrl,
    StoredFile,
    Trigger,
    View,
)
from bot.sandbox.refusals import SlackRefusal

APP_ID = "A0PARLEY001"
BOT_USER = "U0PARLEY001"
BOT_ID = "B0PARLEY001"


class World:
    """One workspace with its neighbours. `clock` gives seconds since 1970.

    Nothing here is sent anywhere: the workspace around it tells the app what happened.
    """

    def __init__(self, *, clock: Callable[[], float], host: Organisation) -> None:
        self.clock = clock
        self.host = host
        self.organisations: dict[str, Organisation] = {host.id: host}
        self.members: dict[str, Member] = {}
        self.channels: dict[str, Channel] = {}
        self.messages: dict[tuple[str, str], Message] = {}
        self.modals: dict[str, list[str]] = {}
        self.homes: dict[str, str] = {}
        self.views: dict[str, View] = {}
        self.triggers: dict[str, Trigger] = {}
        self.response_urls: dict[str, ResponseUrl] = {}
        self.files: dict[str, StoredFile] = {}
        self.pings: list[Ping] = []
        self.pins: dict[str, list[str]] = {}
        self.statuses: list[tuple[str, str, str]] = []
        self.prompts: dict[str, list[tuple[str, str]]] = {}
        self._serials = itertools.count(1)
        self._last_ts = 0
        bot = Member(BOT_USER, host.id, "parley", "Parley", bot_id=BOT_ID)
        self.members[bot.id] = bot

    def new_id(self, prefix: str) -> str:
        """An id in Slack's form, unique here and the same from run to run."""
        return f"{prefix}0{next(self._serials):09d}"

    def next_ts(self) -> str:
        """A message time: later than every one before, in microseconds, as Slack writes it."""
        self._last_ts = max(int(self.clock() * 1_000_000), self._last_ts + 1)
        return f"{self._last_ts // 1_000_000}.{self._last_ts % 1_000_000:06d}"

    # People and places

    def organisation(self, team_id: str) -> Organisation:
        if team_id not in self.organisations:
            raise SlackRefusal("team_not_found")
        return self.organisations[team_id]

    def member(self, user_id: str) -> Member:
        if user_id not in self.members:
            raise SlackRefusal("user_not_found")
        return self.members[user_id]

    def is_external(self, user_id: str) -> bool:
        return self.member(user_id).team_id != self.host.id

    def channel(self, channel_id: str) -> Channel:
        if channel_id not in self.channels:
            raise SlackRefusal("channel_not_found")
        return self.channels[channel_id]

    def open_channel(self, channel_id: str) -> Channel:
        """A channel that the app can write to. Raises SlackRefusal otherwise."""
        channel = self.channel(channel_id)
        if BOT_USER not in channel.members:
            raise SlackRefusal("channel_not_found" if channel.private else "not_in_channel")
        if channel.archived:
            raise SlackRefusal("is_archived")
        return channel

    def direct_channel(self, user_id: str) -> Channel:
        """The conversation of the app with one person of the host's workspace, opened if new."""
        member = self.member(user_id)
        if member.is_bot:
            raise SlackRefusal("cannot_dm_bot")
        if member.deleted:
            raise SlackRefusal("user_disabled")
        if self.is_external(user_id):
            raise SlackRefusal("user_not_visible")
        for channel in self.channels.values():
            if channel.direct_with == user_id:
                return channel
        direct = Channel(
            self.new_id("D"),
            "directmessage",
            self.host.id,
            (self.host.id,),
            members=(BOT_USER, user_id),
            private=True,
            direct_with=user_id,
            created=int(self.clock()),
        )
        self.channels[direct.id] = direct
        return direct

    # Messages

    def keep(self, message: Message) -> Message:
        self.messages[message.channel, message.ts] = message
        return message

    def message(self, channel: str, ts: str) -> Message:
        """A message that everybody in the channel sees. Raises SlackRefusal."""
        found = self.messages.get((channel, ts))
        if found is None or found.ephemeral:
            raise SlackRefusal("message_not_found")
        return found

    def in_channel(self, channel: str, *, reader: str = "") -> Iterator[Message]:
        """The messages of a channel, oldest first, with the ephemeral ones of `reader` only."""
        # Times only go up and an edit stays in its place, so this is already their order.
        for message in list(self.messages.values()):
            if message.channel == channel and message.seen_by in ("", reader):
                yield message

    def replies(self, channel: str, root: str) -> list[Message]:
        return [m for m in self.in_channel(channel) if m.thread_ts == root and m.ts != root]

    # Views

    def top_modal(self, user_id: str) -> View | None:
        stack = self.modals.get(user_id, [])
        return self.views[stack[-1]] if stack else None

    def put_view(self, view: View) -> View:
        self.views[view.id] = view
        return view

    def change_view(self, view_id: str, **changes: Any) -> View:
        return self.put_view(replace(self.views[view_id], **changes))

    def close_views(self, user_id: str, view_ids: list[str]) -> None:
        stack = self.modals.get(user_id, [])
        self.modals[user_id] = [v for v in stack if v not in view_ids]
        for view_id in view_ids:
            self.views.pop(view_id, None)

    # Triggers and addresses for answers

    def new_trigger(self, user_id: str, seconds: float) -> str:
        serial = next(self._serials)
        trigger = Trigger(f"{serial}.{BOT_ID}.{serial:032x}", user_id, self.clock() + seconds)
        self.triggers[trigger.id] = trigger
        return trigger.id

    def use_trigger(self, trigger_id: str) -> Trigger:
        """Spend a trigger: once only, and within its time. Raises SlackRefusal."""
        trigger = self.triggers.get(trigger_id)
        if trigger is None:
            raise SlackRefusal("invalid_trigger_id" if trigger_id else "invalid_arguments")
        if trigger.used:
            raise SlackRefusal("exchanged_trigger_id")
        if self.clock() > trigger.expires:
            raise SlackRefusal("expired_trigger_id")
        self.triggers[trigger_id] = replace(trigger, used=True)
        return trigger

    def new_response_url(self, address: ResponseUrl) -> str:
        self.response_urls[address.id] = address
        return address.id
