"""conversations: channels, their members and what was said in them."""

from collections.abc import Mapping

from bot.sandbox.entities import Channel, Message
from bot.sandbox.refusals import SlackRefusal
from bot.sandbox.shapes import message_json
from bot.sandbox.web_api.calls import JSON, Arguments, Method, page
from bot.sandbox.workspace import Workspace
from bot.sandbox.world import BOT_USER


def channel_json(workspace: Workspace, channel: Channel) -> JSON:
    """A channel as conversations.info tells it, with what marks it as shared."""
    own = workspace.world.host.id

    def told(team: str) -> str:
        """Slack names a partner on a grid by the grid, and its people by their workspace."""
        return workspace.world.organisation(team).grid or team

    if channel.is_direct:
        return {
            "id": channel.id,
            "created": channel.created,
            "is_im": True,
            "is_org_shared": False,
            "user": channel.direct_with,
            "context_team_id": workspace.world.host.id,
        }
    return {
        "id": channel.id,
        "name": channel.name,
        "name_normalized": channel.name,
        "created": channel.created,
        "creator": BOT_USER,
        "context_team_id": workspace.world.host.id,
        "is_channel": True,
        "is_group": False,
        "is_im": False,
        "is_mpim": False,
        "is_private": channel.private,
        "is_archived": channel.archived,
        "is_general": False,
        "is_member": BOT_USER in channel.members,
        "is_shared": channel.is_ext_shared,
        "is_ext_shared": channel.is_ext_shared,
        "is_org_shared": False,
        "is_pending_ext_shared": False,
        "pending_shared": [],
        "shared_team_ids": [told(t) for t in channel.teams],
        "internal_team_ids": [own],
        "connected_team_ids": [told(t) for t in channel.teams if t != own],
        **({"conversation_host_id": channel.host} if channel.is_ext_shared else {}),
        "num_members": len(channel.members),
        "topic": {"value": "", "creator": "", "last_set": 0},
        "purpose": {"value": "", "creator": "", "last_set": 0},
    }


def _visible(workspace: Workspace, channel_id: str) -> Channel:
    channel = workspace.world.channel(channel_id)
    if channel.private and BOT_USER not in channel.members:
        raise SlackRefusal("channel_not_found")
    return channel


def _readable(workspace: Workspace, channel_id: str) -> Channel:
    channel = _visible(workspace, channel_id)
    if BOT_USER not in channel.members:
        raise SlackRefusal("not_in_channel")
    return channel


def info(workspace: Workspace, call: Arguments) -> JSON:
    channel = _visible(workspace, call.required("channel"))
    return {"channel": channel_json(workspace, channel)}


def members(workspace: Workspace, call: Arguments) -> JSON:
    channel = _visible(workspace, call.required("channel"))
    listed: list[JSON] = [{"id": m} for m in channel.members]
    found, cursor = page(listed, call, default=100)
    return {"members": [m["id"] for m in found], "response_metadata": {"next_cursor": cursor}}


def listing(workspace: Workspace, call: Arguments) -> JSON:
    channels = [
        channel_json(workspace, c)
        for c in workspace.world.channels.values()
        if not c.is_direct and not (c.private and BOT_USER not in c.members)
        if not (c.archived and call.flag("exclude_archived"))
    ]
    found, cursor = page(channels, call, default=100)
    return {"channels": found, "response_metadata": {"next_cursor": cursor}}


def told(workspace: Workspace, message: Message, *, metadata: bool) -> JSON:
    """A message as history and replies give it: a thread's root tells of its replies."""
    body = message_json(workspace.world, message)
    replies = workspace.world.replies(message.channel, message.ts)
    if replies:
        body |= {
            "thread_ts": message.ts,
            "reply_count": len(replies),
            "reply_users": list(dict.fromkeys(r.user for r in replies)),
            "latest_reply": replies[-1].ts,
        }
    if metadata and message.metadata is not None:
        body["metadata"] = message.metadata
    if message.reactions:
        names = dict.fromkeys(name for name, _ in message.reactions)
        body["reactions"] = [_reaction(message, name) for name in names]
    return body


def _reaction(message: Message, name: str) -> JSON:
    users = [user for reaction, user in message.reactions if reaction == name]
    return {"name": name, "users": users, "count": len(users)}


def _moment(call: Arguments, name: str, default: float) -> float:
    try:
        return float(call.text(name) or default)
    except ValueError:
        raise SlackRefusal(f"invalid_ts_{name}") from None


def _between(found: list[Message], call: Arguments) -> list[Message]:
    oldest, latest = _moment(call, "oldest", 0.0), _moment(call, "latest", 1e12)
    inclusive = call.flag("inclusive")
    return [
        m
        for m in found
        if oldest < float(m.ts) < latest or (inclusive and float(m.ts) in (oldest, latest))
    ]


def history(workspace: Workspace, call: Arguments) -> JSON:
    """Newest first, without the replies in threads."""
    channel = _readable(workspace, call.required("channel"))
    top = [
        m
        for m in workspace.world.in_channel(channel.id)
        if m.thread_ts in ("", m.ts) or m.broadcast
    ]
    metadata = call.flag("include_all_metadata")
    found = [told(workspace, m, metadata=metadata) for m in reversed(_between(top, call))]
    return _messages(found, call, default=100)


def replies(workspace: Workspace, call: Arguments) -> JSON:
    """Oldest first, beginning with the root; of a reply's ts, that reply alone.

    Raises SlackRefusal thread_not_found.
    """
    channel = _readable(workspace, call.required("channel"))
    root = workspace.world.messages.get((channel.id, call.required("ts")))
    if root is None or root.ephemeral:
        raise SlackRefusal("thread_not_found")
    thread = workspace.world.replies(channel.id, root.ts)
    metadata = call.flag("include_all_metadata")
    found = [told(workspace, m, metadata=metadata) for m in (root, *_between(thread, call))]
    return _messages(found, call, default=1_000)


def _messages(found: list[JSON], call: Arguments, *, default: int) -> JSON:
    shown, cursor = page(found, call, default=default)
    return {
        "messages": shown,
        "has_more": bool(cursor),
        "response_metadata": {"next_cursor": cursor},
    }


def opening(workspace: Workspace, call: Arguments) -> JSON:
    """A direct message. People of other organisations cannot be written to: user_not_visible."""
    users = call.names("users")
    if call.text("channel"):
        channel = workspace.world.channel(call.text("channel"))
    elif len(users) == 1:
        channel = workspace.world.direct_channel(users[0])
    else:
        raise SlackRefusal("method_not_supported_for_channel_type" if users else "no_users")
    whole = call.flag("return_im")
    return {"channel": channel_json(workspace, channel) if whole else {"id": channel.id}}


def join(workspace: Workspace, call: Arguments) -> JSON:
    channel = workspace.world.channel(call.required("channel"))
    if channel.archived:
        raise SlackRefusal("is_archived")
    if channel.private:
        raise SlackRefusal("method_not_supported_for_channel_type")
    return {"channel": channel_json(workspace, workspace.join(channel, BOT_USER))}


METHODS: Mapping[str, Method] = {
    "conversations.info": info,
    "conversations.members": members,
    "conversations.list": listing,
    "conversations.history": history,
    "conversations.replies": replies,
    "conversations.open": opening,
    "conversations.join": join,
}
