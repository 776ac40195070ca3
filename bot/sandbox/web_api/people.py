"""users: who is in the workspace, and where."""

from collections.abc import Mapping

from bot.sandbox.web_api.calls import JSON, Arguments, Method, page
from bot.sandbox.web_api.conversations import channel_json
from bot.sandbox.web_api.identity import user_json
from bot.sandbox.workspace import Workspace
from bot.sandbox.world import BOT_USER


def users_info(workspace: Workspace, call: Arguments) -> JSON:
    """With the person's language where that is asked for."""
    member = workspace.world.member(call.required("user"))
    spoken = {"locale": member.locale} if call.flag("include_locale") else {}
    return {"user": user_json(workspace, member) | spoken}


def users_list(workspace: Workspace, call: Arguments) -> JSON:
    """The host's own people and guests, and those external ones met in a shared channel."""
    members = [user_json(workspace, m) for m in workspace.world.members.values()]
    found, cursor = page(members, call, default=200)
    return {
        "members": found,
        "cache_ts": int(workspace.world.clock()),
        "response_metadata": {"next_cursor": cursor},
    }


def users_conversations(workspace: Workspace, call: Arguments) -> JSON:
    user = call.text("user") or BOT_USER
    workspace.world.member(user)
    shown = [
        channel_json(workspace, c)
        for c in workspace.world.channels.values()
        if user in c.members and BOT_USER in c.members and not c.is_direct
    ]
    found, cursor = page(shown, call, default=100)
    return {"channels": found, "response_metadata": {"next_cursor": cursor}}


METHODS: Mapping[str, Method] = {
    "users.info": users_info,
    "users.list": users_list,
    "users.conversations": users_conversations,
}
