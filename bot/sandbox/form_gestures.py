"""What a person does in modals and on Home: fill in, press, submit, close."""

from base64 import b64decode
from typing import Any

from bot.sandbox import interactions, limits
from bot.sandbox.deliveries import Answer
from bot.sandbox.entities import View
from bot.sandbox.forms import action_of, entry, find, press_of, sends_actions, unfinished
from bot.sandbox.gestures import TROUBLE, deliver
from bot.sandbox.refusals import NoAnswer, PersonRefused, SlackRefusal
from bot.sandbox.shapes import file_json
from bot.sandbox.state import PRESSED, elements, initial, state_values
from bot.sandbox.web_api.files import attach
from bot.sandbox.web_api.views import change, show
from bot.sandbox.workspace import Workspace

JSON = dict[str, Any]


def open_modal(workspace: Workspace, user: str) -> View:
    """The modal on top of this person's screen. Raises PersonRefused when there is none."""
    view = workspace.world.top_modal(user)
    if view is None:
        raise PersonRefused("No form is open on this screen.")
    return view


def home(workspace: Workspace, user: str) -> View:
    view_id = workspace.world.homes.get(user)
    if view_id is None:
        raise PersonRefused("Home has nothing on it yet.")
    return workspace.world.views[view_id]


def _state(view: View) -> JSON:
    return state_values(view.definition["blocks"], view.entered)


async def act_on_view(
    workspace: Workspace, user: str, view: View, *, target: JSON, value: Any
) -> bool:
    """Press a button or fill in a field. Returns whether anything changed or was pressed."""
    block, element = find(view.definition["blocks"], target["block_id"], target["action_id"])
    if element["type"] in PRESSED:
        await _tell(workspace, user, view, press_of(block, element, str(value)))
        return True
    key = (block["block_id"], element["action_id"])
    if element["type"] == "file_input":
        held = _attached(workspace, user, element, value)
    else:
        held = entry(element, value)
    if held == (view.entered.get(key) or initial(element)):
        return False
    errors = {b: e for b, e in view.errors.items() if b != key[0]}
    changed = {**view.entered, key: held}
    filled = workspace.world.change_view(view.id, entered=changed, errors=errors)
    if sends_actions(block):
        await _tell(workspace, user, filled, action_of(block, element, held))
    return True


def _attached(workspace: Workspace, user: str, element: JSON, value: Any) -> JSON:
    """Upload what a person put into a form; the client looks at endings, number and size."""
    chosen = [(str(one["name"]), b64decode(one["data"])) for one in value]
    if len(chosen) > element.get("max_files", limits.FILES_IN_FORM):
        raise PersonRefused("That is more files than this takes.")
    for name, data in chosen:
        ending = name.rpartition(".")[2].casefold()
        if ending not in element.get("filetypes", [ending]):
            raise PersonRefused(f"A file that ends in .{ending} cannot be attached here.")
        if len(data) > limits.FORM_FILE_BYTES:
            raise PersonRefused("That file is larger than 10 MB.")
    stored = [attach(workspace, user, name, data) for name, data in chosen]
    return {"type": "file_input", "files": [file_json(workspace.world, f) for f in stored]}


async def _tell(workspace: Workspace, user: str, view: View, action: JSON) -> None:
    trigger = workspace.trigger(user)
    payload = interactions.view_block_actions(
        workspace.world, user, view, action, state=_state(view), trigger=trigger
    )
    await deliver(workspace, "interactive", payload, answered=False, otherwise=TROUBLE)


async def submit(workspace: Workspace, user: str) -> dict[str, str]:
    """Send the open form. Returns what is wrong, by block_id; nothing when it was taken.

    Raises NoAnswer when the app did not take it: the form stays open, filled in as it was.
    """
    view = open_modal(workspace, user)
    if not view.definition.get("submit"):
        raise PersonRefused("This screen has nothing to submit.")
    faults = unfinished(view)
    if not faults:
        payload = interactions.view_submission(
            workspace.world,
            user,
            view,
            state=_state(view),
            response_urls=_response_urls(workspace, user, view),
            trigger=workspace.trigger(user),
        )
        given = await deliver(workspace, "interactive", payload, answered=True, otherwise=TROUBLE)
        faults = _obey(workspace, user, view, given)
    if faults:
        workspace.world.change_view(view.id, errors=faults)
    return faults


def _response_urls(workspace: Workspace, user: str, view: View) -> list[JSON]:
    urls = []
    values = _state(view)
    for block, element in elements(view.definition["blocks"]):
        if element.get("response_url_enabled"):
            held = values[block["block_id"]][element["action_id"]]
            channel = held.get("selected_conversation") or held.get("selected_channel")
            url = workspace.response_url(user, channel, kind="app", about=None)
            ids = {"block_id": block["block_id"], "action_id": element["action_id"]}
            urls.append(ids | {"channel_id": channel, "response_url": url})
    return urls


def _obey(workspace: Workspace, user: str, view: View, answer: Answer) -> dict[str, str]:
    """Do what the acknowledgement of a submission asks for. Raises NoAnswer if it cannot be."""
    try:
        return _follow(workspace, user, view, answer or {})
    except SlackRefusal as refusal:
        reason = "; ".join((refusal.code, *refusal.messages))
        raise NoAnswer(f"{TROUBLE} ({reason})") from None


def _follow(workspace: Workspace, user: str, view: View, answer: JSON) -> dict[str, str]:
    match answer.get("response_action"):
        case None:
            workspace.world.close_views(user, [view.id])
        case "clear":
            workspace.world.close_views(user, list(workspace.world.modals.get(user, [])))
        case "update":
            change(workspace, view, answer.get("view"))
        case "push":
            show(workspace, user, answer.get("view"), on_top=True)
        case "errors":
            return _errors(view, answer.get("errors"))
        case other:
            raise SlackRefusal("invalid_response_action", str(other))
    return {}


def _errors(view: View, errors: Any) -> dict[str, str]:
    """The app's messages per block. Slack takes them only for input blocks of this view."""
    inputs = [b["block_id"] for b in view.definition["blocks"] if b["type"] == "input"]
    if not isinstance(errors, dict) or not errors or any(b not in inputs for b in errors):
        raise SlackRefusal("invalid_errors", f"errors for {errors}, inputs are {inputs}")
    return {str(block): str(message) for block, message in errors.items()}


def close(workspace: Workspace, user: str, *, everything: bool = False) -> None:
    """Close the modal on top by its button, or all of them by the cross.

    With clear_on_close the whole stack goes. The app is told of views with notify_on_close.
    """
    top = open_modal(workspace, user)
    world = workspace.world
    stack = [world.views[v] for v in world.modals.get(user, [])]
    whole = everything or bool(top.definition.get("clear_on_close"))
    workspace.close_modals(user, reversed(stack) if whole else [top], cleared=whole)
