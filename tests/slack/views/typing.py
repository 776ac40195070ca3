"""A form as Slack sends it back: initial values, and over them what a person entered."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from bot.slack.payloads import OpenView, submission

_STATE = {
    "initial_value": "value",
    "initial_option": "selected_option",
    "initial_options": "selected_options",
    "initial_user": "selected_user",
    "initial_users": "selected_users",
    "initial_date": "selected_date",
}


def sent(view: Mapping[str, Any], **entered: Any) -> OpenView:
    """The view with its state. Dashes in block ids are written as double underscores here."""
    raw = {**view, "id": "V1", "hash": "1.a", "state": {"values": state_of(view, **entered)}}
    return submission({"user": {"id": "U0ANNA", "team_id": "T0NORTH"}, "view": raw}).view


def state_of(view: Mapping[str, Any], **entered: Any) -> dict[str, Any]:
    """What Slack keeps of a form's fields."""
    values: dict[str, dict[str, dict[str, Any]]] = {}
    typed = {key.replace("__", "-"): value for key, value in entered.items()}
    for block in view["blocks"]:
        if block["type"] != "input":
            continue
        element = block["element"]
        held = {
            state: element[initial] for initial, state in _STATE.items() if initial in element
        } or {"value": None}
        if block["block_id"] in typed:
            held = _entered(element, typed.pop(block["block_id"]))
        values[block["block_id"]] = {element["action_id"]: {"type": element["type"], **held}}
    assert not typed, f"not on the form: {list(typed)}"
    return values


def _entered(element: Mapping[str, Any], value: Any) -> dict[str, Any]:
    match element["type"]:
        case "plain_text_input":
            return {"value": value}
        case "static_select" | "radio_buttons":
            return {"selected_option": _option(element, value)}
        case "multi_static_select" | "checkboxes":
            return {"selected_options": [_option(element, v) for v in value]}
        case "users_select":
            return {"selected_user": value}
        case "multi_users_select":
            return {"selected_users": list(value)}
        case "file_input":
            return {"files": list(value)}
        case "datepicker":
            return {"selected_date": value.isoformat() if isinstance(value, date) else value}
        case kind:
            raise AssertionError(f"no person can fill in a {kind}")


def _option(element: Mapping[str, Any], label: str) -> Mapping[str, Any]:
    found = [o for o in element["options"] if o["text"]["text"] == label]
    assert found, f"{label} is not among the options"
    return dict(found[0])
