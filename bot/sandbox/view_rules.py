"""Which views Slack opens, and its refusal of all others."""

import json
from collections.abc import Iterator
from typing import Any

from bot.sandbox import limits
from bot.sandbox.blocks import Surface, block_faults
from bot.sandbox.elements import plain
from bot.sandbox.refusals import SlackRefusal
from bot.sandbox.schema import anything, boolean, enum, fault, record, string

SHARED = {
    "private_metadata": string(limits.PRIVATE_METADATA, least=0),
    "callback_id": string(limits.ID_LENGTH, least=0),
    "external_id": string(limits.ID_LENGTH, least=0),
}
MODAL = record(
    {"type": enum("modal"), "title": plain(limits.MODAL_TITLE), "blocks": anything},
    {
        **SHARED,
        "submit": plain(limits.MODAL_TITLE),
        "close": plain(limits.MODAL_TITLE),
        "clear_on_close": boolean,
        "notify_on_close": boolean,
        "submit_disabled": boolean,
    },
)
HOME = record({"type": enum("home"), "blocks": anything}, SHARED)


def view_faults(view: Any, kind: Surface) -> list[str]:
    """Everything that Slack would refuse in this view, all at once."""
    faults = list((HOME if kind == "home" else MODAL)(view, "/view"))
    if isinstance(view, dict):
        faults += block_faults(view.get("blocks"), surface=kind, at="/view/blocks")
    return faults or list(_cross_faults(view, kind))


def _cross_faults(view: dict[str, Any], kind: Surface) -> Iterator[str]:
    asking = [block for block in view["blocks"] if block["type"] == "input"]
    if kind == "modal" and asking and "submit" not in view:
        yield fault("missing required field: submit", "/view")
    if sum(bool(block["element"].get("focus_on_load")) for block in asking) > 1:
        yield fault("only one element may have focus_on_load", "/view/blocks")


def check_view(view: Any, kind: Surface) -> None:
    """Raises SlackRefusal: invalid_arguments with every fault, or view_too_large."""
    faults = view_faults(view, kind)
    if faults:
        raise SlackRefusal("invalid_arguments", *faults)
    if len(json.dumps(view).encode()) > limits.VIEW_BYTES:
        raise SlackRefusal("view_too_large")
