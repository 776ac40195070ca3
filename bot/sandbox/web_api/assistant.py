"""assistant.threads: what the app is at, and what could be asked first, alone with it."""

from collections.abc import Mapping
from typing import Any

from bot.sandbox import limits
from bot.sandbox.entities import Channel
from bot.sandbox.refusals import SlackRefusal
from bot.sandbox.web_api.calls import JSON, Arguments, Method
from bot.sandbox.workspace import Workspace


def set_status(workspace: Workspace, call: Arguments) -> JSON:
    """Shown beside the app's name until it answers in that thread. Raises SlackRefusal."""
    channel, thread = _conversation(workspace, call), call.required("thread_ts")
    workspace.world.statuses.append((channel.id, thread, call.text("status")))
    return {}


def set_suggested_prompts(workspace: Workspace, call: Arguments) -> JSON:
    """At most four, with a title to press and the message that it sends. Raises SlackRefusal."""
    channel = _conversation(workspace, call)
    given = call.structure("prompts")
    if not isinstance(given, list) or not 0 < len(given) <= limits.PROMPTS:
        raise SlackRefusal("invalid_arguments", f"[ERROR] prompts: 1 to {limits.PROMPTS} are taken")
    workspace.world.prompts[channel.id] = [_prompt(one) for one in given]
    return {}


def _prompt(given: Any) -> tuple[str, str]:
    held = given if isinstance(given, dict) else {}
    title, message = str(held.get("title") or ""), str(held.get("message") or "")
    if not title or not message:
        raise SlackRefusal("invalid_arguments", "[ERROR] prompts: title and message are needed")
    return title, message


def _conversation(workspace: Workspace, call: Arguments) -> Channel:
    if not workspace.manifest.may("assistant:write"):
        raise SlackRefusal("missing_scope", extra={"needed": "assistant:write"})
    channel = workspace.world.open_channel(call.required("channel_id"))
    if not channel.is_direct:
        raise SlackRefusal("channel_not_supported")
    return channel


METHODS: Mapping[str, Method] = {
    "assistant.threads.setStatus": set_status,
    "assistant.threads.setSuggestedPrompts": set_suggested_prompts,
}
