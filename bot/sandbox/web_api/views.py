"""views: modals and Home."""

from collections.abc import Mapping
from typing import Any

from bot.sandbox import limits
from bot.sandbox.blocks import Surface
from bot.sandbox.entities import Trigger, View
from bot.sandbox.pictures import check_pictures
from bot.sandbox.refusals import SlackRefusal
from bot.sandbox.shapes import view_json
from bot.sandbox.state import carried_over, completed, elements, state_values
from bot.sandbox.view_rules import check_view
from bot.sandbox.web_api.calls import JSON, Arguments, Method
from bot.sandbox.workspace import Workspace

MODAL_DEFAULTS: JSON = {
    "private_metadata": "",
    "callback_id": "",
    "clear_on_close": False,
    "notify_on_close": False,
    "close": None,
    "submit": None,
}
HOME_DEFAULTS: JSON = {
    "private_metadata": "",
    "callback_id": "",
    "title": None,
    "close": None,
    "submit": None,
    "clear_on_close": False,
    "notify_on_close": False,
}


def defined(workspace: Workspace, view: Any, kind: Surface) -> JSON:
    """A view as Slack stores it. Raises SlackRefusal."""
    check_view(view, kind)
    _check_files(workspace, view["blocks"])
    check_pictures(workspace.world, view["blocks"])
    defaults = HOME_DEFAULTS if kind == "home" else MODAL_DEFAULTS
    blocks = completed(view["blocks"], serial=lambda: workspace.world.new_id("b"))
    whole: JSON = {**defaults, **view, "blocks": blocks}
    for name in ("title", "submit", "close"):
        if whole.get(name):
            whole[name] = {"emoji": True, **whole[name]}
    whole.pop("external_id", None)
    return whole


def _check_files(workspace: Workspace, blocks: Any) -> None:
    """An app that may not read files has no use for a place to attach them."""
    asks = any(element["type"] == "file_input" for _, element in elements(blocks))
    if asks and not workspace.manifest.may("files:read"):
        raise SlackRefusal("invalid_arguments", "[ERROR] file_input needs the scope files:read")


def new_hash(workspace: Workspace) -> str:
    return f"{int(workspace.world.clock())}.{workspace.world.new_id('h')}"


def told(workspace: Workspace, view: View) -> JSON:
    state = state_values(view.definition["blocks"], view.entered)
    return {"view": view_json(workspace.world, view, state)}


def show(workspace: Workspace, user: str, view: Any, *, on_top: bool) -> View:
    """Put a modal on a person's screen: over those open there, or instead of them."""
    world = workspace.world
    definition = defined(workspace, view, "modal")
    external_id = str(view.get("external_id", ""))
    if external_id and any(v.external_id == external_id for v in world.views.values()):
        raise SlackRefusal("duplicate_external_id")
    stack = world.modals.get(user, [])
    if on_top and len(stack) >= limits.MODAL_STACK:
        raise SlackRefusal("push_limit_reached")
    if not on_top:
        world.close_views(user, list(stack))
        stack = []
    view_id = world.new_id("V")
    shown = View(
        view_id,
        user,
        "modal",
        definition,
        new_hash(workspace),
        external_id=external_id,
        previous=stack[-1] if stack else "",
        root=stack[0] if stack else view_id,
    )
    world.modals[user] = [*stack, view_id]
    return world.put_view(shown)


def change(workspace: Workspace, view: View, definition: Any) -> View:
    """Give an open view a new content; fields that keep both their ids keep what they held."""
    kind: Surface = "home" if view.kind == "home" else "modal"
    after = defined(workspace, definition, kind)
    entered = carried_over(view.definition["blocks"], view.entered, after["blocks"])
    return workspace.world.change_view(
        view.id, definition=after, hash=new_hash(workspace), entered=entered, errors={}
    )


def _trigger(workspace: Workspace, call: Arguments) -> Trigger:
    return workspace.world.use_trigger(call.text("trigger_id"))


def open_view(workspace: Workspace, call: Arguments) -> JSON:
    view = call.structure("view")
    check_view(view, "modal")
    trigger = _trigger(workspace, call)
    return told(workspace, show(workspace, trigger.user, view, on_top=False))


def push_view(workspace: Workspace, call: Arguments) -> JSON:
    view = call.structure("view")
    check_view(view, "modal")
    trigger = _trigger(workspace, call)
    return told(workspace, show(workspace, trigger.user, view, on_top=True))


def update_view(workspace: Workspace, call: Arguments) -> JSON:
    """Change an open view, named by view_id or external_id: not_found, hash_conflict."""
    view = _named(workspace, call)
    if "hash" in call and call.text("hash") != view.hash:
        raise SlackRefusal("hash_conflict")
    return told(workspace, change(workspace, view, call.structure("view")))


def _named(workspace: Workspace, call: Arguments) -> View:
    for view in workspace.world.views.values():
        by_id = view.id == call.text("view_id")
        by_external_id = view.external_id and view.external_id == call.text("external_id")
        if by_id or by_external_id:
            return view
    raise SlackRefusal("not_found")


def publish(workspace: Workspace, call: Arguments) -> JSON:
    """Home, for people of the host's workspace. External people have none of this app."""
    world = workspace.world
    user = world.member(call.required("user_id"))
    if world.is_external(user.id) or user.is_bot:
        raise SlackRefusal("user_not_found")
    view = call.structure("view")
    definition = defined(workspace, view, "home")
    current = world.homes.get(user.id)
    if current and "hash" in call and call.text("hash") != world.views[current].hash:
        raise SlackRefusal("hash_conflict")
    if current:
        return told(workspace, change(workspace, world.views[current], view))
    view_id = world.new_id("V")
    home = View(view_id, user.id, "home", definition, new_hash(workspace), root=view_id)
    world.homes[user.id] = view_id
    return told(workspace, world.put_view(home))


METHODS: Mapping[str, Method] = {
    "views.open": open_view,
    "views.push": push_view,
    "views.update": update_view,
    "views.publish": publish,
}
