"""The people's own door: what one person sees and does, over HTTP, for tests and for the page."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse

from bot.sandbox import form_gestures, gestures, screens
from bot.sandbox.entities import View
from bot.sandbox.refusals import NoAnswer, PersonRefused, SlackRefusal
from bot.sandbox.workspace import Workspace

JSON = dict[str, Any]
Gesture = Callable[[Workspace, str, JSON], Awaitable[JSON]]


async def _post(workspace: Workspace, user: str, given: JSON) -> JSON:
    message = gestures.post(
        workspace,
        user,
        given["channel"],
        given["text"],
        thread_ts=given.get("thread_ts") or "",
        mentions=tuple(given.get("mentions") or ()),
        to_channel=bool(given.get("to_channel")),
    )
    return {"ts": message.ts}


async def _edit(workspace: Workspace, user: str, given: JSON) -> JSON:
    gestures.edit(workspace, user, given["channel"], given["ts"], given["text"])
    return {}


async def _delete(workspace: Workspace, user: str, given: JSON) -> JSON:
    gestures.delete(workspace, user, given["channel"], given["ts"])
    return {}


async def _react(workspace: Workspace, user: str, given: JSON) -> JSON:
    gestures.react(workspace, user, given["channel"], given["ts"], given["name"])
    return {}


async def _take_back(workspace: Workspace, user: str, given: JSON) -> JSON:
    gestures.take_back(workspace, user, given["channel"], given["ts"], given["name"])
    return {}


async def _command(workspace: Workspace, user: str, given: JSON) -> JSON:
    name, typed = given["name"], given.get("text", "")
    await gestures.command(workspace, user, given["channel"], name=name, typed=typed)
    return {}


async def _message_shortcut(workspace: Workspace, user: str, given: JSON) -> JSON:
    channel, ts = given["channel"], given["ts"]
    await gestures.message_shortcut(workspace, user, channel, ts, name=given["name"])
    return {}


async def _global_shortcut(workspace: Workspace, user: str, given: JSON) -> JSON:
    await gestures.global_shortcut(workspace, user, name=given["name"])
    return {}


async def _act(workspace: Workspace, user: str, given: JSON) -> JSON:
    channel, ts = given["channel"], given["ts"]
    value = given.get("value")
    await gestures.act_on_message(workspace, user, channel, ts, target=given, value=value)
    return {}


def _view(workspace: Workspace, user: str, given: JSON) -> View:
    if given.get("home"):
        return form_gestures.home(workspace, user)
    return form_gestures.open_modal(workspace, user)


async def _enter(workspace: Workspace, user: str, given: JSON) -> JSON:
    view, value = _view(workspace, user, given), given.get("value")
    changed = await form_gestures.act_on_view(workspace, user, view, target=given, value=value)
    return {"changed": changed}


async def _submit(workspace: Workspace, user: str, given: JSON) -> JSON:
    return {"errors": await form_gestures.submit(workspace, user)}


async def _close(workspace: Workspace, user: str, given: JSON) -> JSON:
    form_gestures.close(workspace, user, everything=bool(given.get("everything")))
    return {}


async def _open_home(workspace: Workspace, user: str, given: JSON) -> JSON:
    gestures.open_direct(workspace, user)
    workspace.home_opened(user, given.get("tab", "home"))
    return {}


async def _open_direct(workspace: Workspace, user: str, given: JSON) -> JSON:
    return {"channel": gestures.open_direct(workspace, user).id}


async def _leave(workspace: Workspace, user: str, given: JSON) -> JSON:
    workspace.leave(gestures.place(workspace, user, given["channel"]), user)
    return {}


GESTURES: Mapping[str, Gesture] = {
    "post": _post,
    "edit": _edit,
    "delete": _delete,
    "react": _react,
    "take_back": _take_back,
    "command": _command,
    "message_shortcut": _message_shortcut,
    "global_shortcut": _global_shortcut,
    "act": _act,
    "enter": _enter,
    "submit": _submit,
    "close": _close,
    "open_home": _open_home,
    "open_direct": _open_direct,
    "leave": _leave,
}


def whose(workspace: Workspace, who: str) -> str:
    """A person's id, given the id or the handle. Raises PersonRefused."""
    for member in workspace.world.members.values():
        if who in (member.id, member.handle) and not member.is_bot:
            return member.id
    raise PersonRefused(f"Nobody here is called {who}.")


async def see(request: Request, workspace: Workspace) -> JSONResponse:
    """What a person sees: channels, one channel, the modal, Home, or who that person is."""
    try:
        user = whose(workspace, request.path_params["who"])
        seen = _seen(workspace, user, request.path_params["what"], request.path_params.get("id"))
    except PersonRefused as refusal:
        return JSONResponse({"refused": str(refusal)}, status_code=409)
    return JSONResponse({"version": workspace.version, **seen})


def _seen(workspace: Workspace, user: str, what: str, of: str | None) -> JSON:
    match what:
        case "channel":
            return screens.channel_screen(workspace, user, of or "")
        case "channels":
            return {"channels": screens.channels_seen(workspace, user)}
        case "modal":
            view = workspace.world.top_modal(user)
            return {"view": screens.view_seen(workspace, user, view) if view else None}
        case "home":
            home = workspace.world.homes.get(user)
            view = workspace.world.views[home] if home else None
            return {"view": screens.view_seen(workspace, user, view) if view else None}
        case "profile":
            member = workspace.world.member(user)
            external = workspace.world.is_external(user)
            return {
                "id": member.id,
                "name": member.name,
                "team": member.team_id,
                "external": external,
            }
    raise PersonRefused(f"There is no {what} to look at.")


async def act(request: Request, workspace: Workspace) -> JSONResponse:
    """One gesture of a person. 409 with the sentence Slack shows, 504 when the app is silent."""
    try:
        user = whose(workspace, request.path_params["who"])
        gesture = GESTURES[request.path_params["gesture"]]
        done = await gesture(workspace, user, await request.json())
    except PersonRefused as refusal:
        return JSONResponse({"refused": str(refusal)}, status_code=409)
    except SlackRefusal as refusal:
        reason = "; ".join((refusal.code, *refusal.messages))
        return JSONResponse({"refused": reason}, status_code=409)
    except NoAnswer as silence:
        return JSONResponse({"no_answer": str(silence)}, status_code=504)
    finally:
        workspace.changed()
    return JSONResponse({"version": workspace.version, **done})
