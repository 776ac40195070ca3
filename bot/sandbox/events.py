"""What the Events API sends, in the shape that Slack documents. Pure: world in, JSON out."""

from dataclasses import replace
from typing import Any

from bot.sandbox.entities import Channel, Member, Message
from bot.sandbox.shapes import message_json, user_profile, view_json
from bot.sandbox.world import APP_ID, BOT_USER, World

JSON = dict[str, Any]
TOKEN = "verification-token"


def event_callback(world: World, event: JSON, *, team: str, ext_shared: bool) -> JSON:
    """The envelope of one event. `team` is the organisation of whoever caused it."""
    return {
        "token": TOKEN,
        "team_id": team,
        "context_team_id": world.host.id,
        "context_enterprise_id": None,
        "api_app_id": APP_ID,
        "event": event,
        "type": "event_callback",
        "event_id": world.new_id("Ev"),
        "event_time": int(world.clock()),
        "authorizations": [
            {
                "enterprise_id": None,
                "team_id": world.host.id,
                "user_id": BOT_USER,
                "is_bot": True,
                "is_enterprise_install": False,
            }
        ],
        "is_ext_shared_channel": ext_shared,
        "event_context": f"4-{event['type']}-{world.host.id}",
    }


def _from_outside(world: World, member: Member) -> JSON:
    if member.team_id == world.host.id:
        return {}
    team = member.team_id
    return {"user_team": team, "source_team": team, "user_profile": user_profile(member)}


def message_event(world: World, message: Message) -> JSON:
    channel = world.channel(message.channel)
    event = message_json(world, message) | {
        "channel": message.channel,
        "event_ts": message.ts,
        "channel_type": channel.kind,
    }
    return event | _from_outside(world, world.member(message.user))


def app_mention_event(world: World, message: Message) -> JSON:
    """A mention. From outside, `team` is the host's and `user_team` the person's.

    One in a reply that went to the channel too is told like any other.
    """
    event = message_json(world, replace(message, broadcast=False)) | {
        "type": "app_mention",
        "channel": message.channel,
        "event_ts": message.ts,
    }
    outside = _from_outside(world, world.member(message.user))
    return event | outside | ({"team": world.host.id} if outside else {})


def message_changed_event(world: World, before: Message, after: Message) -> JSON:
    ts = world.next_ts()
    team = world.member(after.user).team_id
    return {
        "type": "message",
        "subtype": "message_changed",
        "message": message_json(world, after) | {"source_team": team, "user_team": team},
        "previous_message": message_json(world, before),
        "channel": after.channel,
        "hidden": True,
        "ts": ts,
        "event_ts": ts,
        "channel_type": world.channel(after.channel).kind,
    }


def message_deleted_event(world: World, message: Message) -> JSON:
    ts = world.next_ts()
    return {
        "type": "message",
        "subtype": "message_deleted",
        "previous_message": message_json(world, message),
        "channel": message.channel,
        "hidden": True,
        "deleted_ts": message.ts,
        "ts": ts,
        "event_ts": ts,
        "channel_type": world.channel(message.channel).kind,
    }


def membership_event(world: World, kind: str, user: str, channel: Channel) -> JSON:
    """`kind` is member_joined_channel or member_left_channel."""
    return {
        "type": kind,
        "user": user,
        "channel": channel.id,
        "channel_type": "G" if channel.private else "C",
        "team": world.member(user).team_id,
        "event_ts": world.next_ts(),
    }


def app_home_opened_event(world: World, user: str, channel: Channel, tab: str) -> JSON:
    event = {
        "type": "app_home_opened",
        "user": user,
        "channel": channel.id,
        "tab": tab,
        "event_ts": world.next_ts(),
    }
    home = world.homes.get(user)
    return event | {"view": view_json(world, world.views[home])} if home else event


def reaction_added_event(world: World, user: str, reaction: str, message: Message) -> JSON:
    return {
        "type": "reaction_added",
        "user": user,
        "reaction": reaction,
        "item": {"type": "message", "channel": message.channel, "ts": message.ts},
        "item_user": message.user,
        "event_ts": world.next_ts(),
    }


def reaction_removed_event(world: World, user: str, reaction: str, message: Message) -> JSON:
    return reaction_added_event(world, user, reaction, message) | {"type": "reaction_removed"}


def channel_shared_event(world: World, channel: Channel, team: str) -> JSON:
    return {
        "type": "channel_shared",
        "connected_team_id": team,
        "channel": channel.id,
        "event_ts": world.next_ts(),
    }


def channel_unshared_event(world: World, channel: Channel, team: str) -> JSON:
    """`channel` as it is once the organisation has left."""
    return {
        "type": "channel_unshared",
        "previously_connected_team_id": team,
        "channel": channel.id,
        "is_ext_shared": channel.is_ext_shared,
        "event_ts": world.next_ts(),
    }


def _sort(channel: Channel) -> str:
    """What Slack calls a channel in the names of events."""
    return "group" if channel.private else "channel"


def channel_unarchive_event(world: World, channel: Channel, user: str) -> JSON:
    return {
        "type": f"{_sort(channel)}_unarchive",
        "channel": channel.id,
        "user": user,
        "event_ts": world.next_ts(),
    }


def channel_deleted_event(world: World, channel: Channel, user: str) -> JSON:
    return {
        "type": f"{_sort(channel)}_deleted",
        "channel": channel.id,
        "actor_id": user,
        "event_ts": world.next_ts(),
    }


def channel_archive_event(world: World, channel: Channel, user: str) -> JSON:
    return {
        "type": f"{_sort(channel)}_archive",
        "channel": channel.id,
        "user": user,
        "is_moved": 0,
        "event_ts": world.next_ts(),
    }
