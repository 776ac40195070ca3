"""The workspace at work: changes its world, and tells the app what happened."""

import asyncio
import contextlib
import uuid
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from bot.sandbox import events
from bot.sandbox.call_faults import CallFaults
from bot.sandbox.deliveries import Deliveries
from bot.sandbox.entities import Channel, Message, Ping, ResponseUrl, View
from bot.sandbox.interactions import view_closed
from bot.sandbox.mrkdwn import pinged, pinged_in_blocks
from bot.sandbox.options import AppManifest, Options
from bot.sandbox.refusals import NotAcknowledged
from bot.sandbox.socket_mode import Tickets
from bot.sandbox.state import Key, state_values
from bot.sandbox.world import BOT_USER, World

JSON = dict[str, Any]
SUBSCRIPTIONS = {"im": "message.im", "group": "message.groups", "channel": "message.channels"}


class Workspace:
    """The world, the line to the app, and the switches. Lives on one event loop."""

    def __init__(self, world: World, options: Options, manifest: AppManifest) -> None:
        self.world = world
        self.options = options
        self.manifest = manifest
        self.deliveries = Deliveries(options, changed=self.changed)
        self.tickets = Tickets()
        self.faults = CallFaults()
        self.address = ""
        self.last_posts: dict[str, float] = {}
        self._entered: dict[tuple[str, str, str], dict[Key, JSON]] = {}
        self.version = 0
        self._news = asyncio.Event()
        self._tasks: set[asyncio.Task[None]] = set()

    # News for those who wait to see something

    def changed(self) -> None:
        self.version += 1
        self._news.set()
        self._news = asyncio.Event()

    async def wait_for_news(self, since: int, seconds: float) -> int:
        """Return the version as soon as it is above `since`, at the latest after `seconds`."""
        if self.version <= since:
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._news.wait(), seconds)
        return self.version

    # Messages

    def say(self, message: Message) -> Message:
        """Put a new message up, note whom it notifies, and tell the app."""
        kept = self.world.keep(message)
        if kept.ephemeral:
            return kept
        self._note_pings(kept, before=None)
        channel = self.world.channel(kept.channel)
        self._tell(events.message_event(self.world, kept), kept.user, channel)
        if BOT_USER in pinged(kept.text) and kept.user != BOT_USER and not channel.is_direct:
            # Slack sends a mention under the team of the app, whoever wrote it.
            self._tell(events.app_mention_event(self.world, kept), BOT_USER, channel)
        return kept

    def edit(self, before: Message, after: Message) -> Message:
        kept = self.world.keep(after)
        self._note_pings(kept, before=before)
        changed = events.message_changed_event(self.world, before, kept)
        self._tell(changed, kept.user, self.world.channel(kept.channel))
        return kept

    def delete(self, message: Message) -> None:
        del self.world.messages[message.channel, message.ts]
        if message.ephemeral:
            return
        deleted = events.message_deleted_event(self.world, message)
        self._tell(deleted, message.user, self.world.channel(message.channel))

    def react(self, user: str, reaction: str, message: Message) -> None:
        reactions = (*message.reactions, (reaction, user))
        self.world.keep(replace(message, reactions=reactions))
        event = events.reaction_added_event(self.world, user, reaction, message)
        self._tell(event, user, self.world.channel(message.channel))

    def take_back(self, user: str, reaction: str, message: Message) -> None:
        left = tuple(r for r in message.reactions if r != (reaction, user))
        self.world.keep(replace(message, reactions=left))
        event = events.reaction_removed_event(self.world, user, reaction, message)
        self._tell(event, user, self.world.channel(message.channel))

    def _note_pings(self, message: Message, *, before: Message | None) -> None:
        already = _named(before) if before else {}
        new = [who for who in _named(message) if who not in already]
        self.world.pings += [Ping(message.channel, message.ts, message.user, who) for who in new]

    # Channels

    def join(self, channel: Channel, user: str) -> Channel:
        if user in channel.members:
            return channel
        joined = replace(channel, members=(*channel.members, user))
        self.world.channels[channel.id] = joined
        event = events.membership_event(self.world, "member_joined_channel", user, joined)
        self._tell(event, user, joined)
        return joined

    def leave(self, channel: Channel, user: str) -> Channel:
        """Take somebody out of a channel; the app learns it even when it is the one to go."""
        left = replace(channel, members=tuple(m for m in channel.members if m != user))
        event = events.membership_event(self.world, "member_left_channel", user, channel)
        self._tell(event, user, channel)
        self.world.channels[channel.id] = left
        return left

    def share(self, channel: Channel, team: str) -> Channel:
        shared = replace(channel, teams=(*channel.teams, team))
        self.world.channels[channel.id] = shared
        event = events.channel_shared_event(self.world, shared, team)
        self._tell(event, BOT_USER, shared)
        return shared

    def archive(self, channel: Channel, by: str) -> Channel:
        archived = replace(channel, archived=True)
        self.world.channels[channel.id] = archived
        event = events.channel_archive_event(self.world, channel, by)
        self._tell(event, by, archived)
        return archived

    def unarchive(self, channel: Channel, by: str) -> Channel:
        opened = replace(channel, archived=False)
        self.world.channels[channel.id] = opened
        event = events.channel_unarchive_event(self.world, channel, by)
        self._tell(event, by, opened)
        return opened

    def unshare(self, channel: Channel, team: str) -> Channel:
        """An organisation leaves a channel, and its people with it."""
        stay = tuple(m for m in channel.members if self.world.member(m).team_id != team)
        teams = tuple(t for t in channel.teams if t != team)
        left = replace(channel, teams=teams, members=stay)
        self.world.channels[channel.id] = left
        event = events.channel_unshared_event(self.world, left, team)
        self._tell(event, BOT_USER, left)
        return left

    def delete_channel(self, channel: Channel, by: str) -> None:
        """The channel is gone with all that was said in it: channel_not_found from now on."""
        self._tell(events.channel_deleted_event(self.world, channel, by), by, channel)
        del self.world.channels[channel.id]
        kept = {at: m for at, m in self.world.messages.items() if m.channel != channel.id}
        self.world.messages = kept

    def home_opened(self, user: str, tab: str) -> None:
        channel = self.world.direct_channel(user)
        event = events.app_home_opened_event(self.world, user, channel, tab)
        self._tell(event, user, channel)

    def _tell(self, event: JSON, actor: str, channel: Channel) -> None:
        """Send an event, when the app is in the channel and has subscribed to its kind."""
        kind = SUBSCRIPTIONS[channel.kind] if event["type"] == "message" else event["type"]
        if BOT_USER not in channel.members or not self.manifest.wants(kind):
            return
        team = self.world.member(actor).team_id
        shared = channel.is_ext_shared
        callback = events.event_callback(self.world, event, team=team, ext_shared=shared)
        self.deliveries.tell(callback)

    # Interactions

    def trigger(self, user: str) -> str:
        return self.world.new_trigger(user, self.options.trigger_seconds)

    def response_url(self, user: str, channel: str, *, kind: str, about: Message | None) -> str:
        """A new address for answers. `kind` is the path that Slack uses: actions, commands, app."""
        address = ResponseUrl(
            self.world.new_id("R"),
            channel,
            user,
            message_ts=about.ts if about else "",
            thread_ts=about.thread_ts if about else "",
            expires=self.world.clock() + self.options.response_url_seconds,
        )
        return f"{self.address}/{kind}/{self.world.host.id}/{self.world.new_response_url(address)}"

    def entered_in(self, user: str, message: Message) -> dict[Key, JSON]:
        """What one person has chosen under a message, kept on that person's screen alone."""
        return self._entered.setdefault((user, message.channel, message.ts), {})

    def close_modals(self, user: str, views: Iterable[View], *, cleared: bool) -> None:
        """Close views, and tell the app of those that asked to be told."""
        for view in list(views):
            state = state_values(view.definition["blocks"], view.entered)
            if view.definition.get("notify_on_close"):
                body = view_closed(self.world, user, view, state=state, cleared=cleared)
                self._send(body)
            self.world.close_views(user, [view.id])

    def _send(self, body: JSON) -> None:
        task = asyncio.get_running_loop().create_task(self._send_quietly(body))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _send_quietly(self, body: JSON) -> None:
        try:
            await self.deliveries.ask("interactive", body)
        except NotAcknowledged:
            return  # nobody waits for it: the modal is gone from the screen

    def new_client_msg_id(self) -> str:
        return str(uuid.uuid4())


def _named(message: Message) -> dict[str, None]:
    return dict.fromkeys((*pinged(message.text), *pinged_in_blocks(message.blocks)))
