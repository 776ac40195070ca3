"""Filling in a form as Slack's client lets a person do it, and no further."""

import re
from typing import Any

from bot.sandbox.entities import View
from bot.sandbox.mrkdwn import unescape
from bot.sandbox.reading import offered
from bot.sandbox.refusals import PersonRefused
from bot.sandbox.state import LISTS, TEXTS, VALUES, elements, initial

JSON = dict[str, Any]
DATES = {
    "datepicker": r"\d{4}-\d{2}-\d{2}",
    "timepicker": r"([01]\d|2[0-3]):[0-5]\d",
    "datetimepicker": r"\d{1,10}",
}
REQUIRED = "Please complete this required field."


def find(blocks: Any, block_id: str, action_id: str) -> tuple[JSON, JSON]:
    """The block and element with these ids. Raises PersonRefused when they are not there."""
    for block, element in elements(blocks):
        if (block["block_id"], element["action_id"]) == (block_id, action_id):
            return block, element
    raise PersonRefused("That is no longer on the screen.")


def entry(element: JSON, value: Any) -> JSON:
    """The state of an element after a person entered `value`: a text, a label, labels, an id.

    Raises PersonRefused for what the client would not take.
    """
    kind = element["type"]
    if kind in TEXTS:
        return {"type": kind, "value": _typed(element, str(value))}
    if kind == "rich_text_input":
        section = {"type": "rich_text_section", "elements": [{"type": "text", "text": str(value)}]}
        return {"type": kind, "rich_text_value": {"type": "rich_text", "elements": [section]}}
    if kind in DATES and not re.fullmatch(DATES[kind], str(value)):
        raise PersonRefused(f"{value} is not something the picker offers.")
    key = VALUES[kind][0]
    if kind == "datetimepicker":
        return {"type": kind, key: int(value)}
    if key == "selected_option":
        return {"type": kind, key: _option(element, str(value))}
    if key == "selected_options":
        labels = [value] if isinstance(value, str) else list(value)
        return {"type": kind, key: [_option(element, str(label)) for label in labels]}
    if key in LISTS:
        return {"type": kind, key: [value] if isinstance(value, str) else list(value)}
    return {"type": kind, key: value}


def _typed(element: JSON, text: str) -> str | None:
    """Typed text. The client stops taking characters at the field's limit."""
    most = element.get("max_length", 3_000)
    if len(text) > most:
        raise PersonRefused(f"The field takes at most {most} characters, and this has {len(text)}.")
    if element["type"] == "plain_text_input" and not element.get("multiline") and "\n" in text:
        raise PersonRefused("This field has one line only.")
    return text or None


def _option(element: JSON, label: str) -> JSON:
    found = [o for o in offered(element) if unescape(o["text"]["text"]) == label]
    if not found:
        choices = ", ".join(unescape(o["text"]["text"]) for o in offered(element))
        raise PersonRefused(f"“{label}” is not among the options: {choices}.")
    return found[0]


def action_of(block: JSON, element: JSON, held: JSON) -> JSON:
    """The entry in `actions` that a choice in `element` sends."""
    action = {"type": element["type"], "action_id": element["action_id"]}
    action |= {"block_id": block["block_id"]} | held
    if "placeholder" in element:
        action["placeholder"] = element["placeholder"]
    return action


def press_of(block: JSON, element: JSON, value: str) -> JSON:
    """The entry in `actions` that a press sends. `value` picks the entry of an overflow menu."""
    action = {"type": element["type"], "action_id": element["action_id"]}
    action["block_id"] = block["block_id"]
    if element["type"] == "overflow":
        chosen = next(o for o in element["options"] if o["value"] == value)
        return action | {"selected_option": chosen}
    if element["type"] == "feedback_buttons":
        return action | {"value": value}
    return action | {k: element[k] for k in ("text", "value", "style", "url") if k in element}


def sends_actions(block: JSON) -> bool:
    """Whether a change in this block is told to the app at once."""
    return block["type"] != "input" or bool(block.get("dispatch_action"))


def unfinished(view: View) -> dict[str, str]:
    """What the client says before it sends a form, by block_id: required and malformed fields."""
    faults: dict[str, str] = {}
    for block, element in elements(view.definition["blocks"]):
        if block["type"] != "input":
            continue
        key = (block["block_id"], element["action_id"])
        held = view.entered.get(key) or initial(element)
        fault = _fault(block, element, held.get(VALUES[element["type"]][0]))
        if fault:
            faults[block["block_id"]] = fault
    return faults


def _fault(block: JSON, element: JSON, value: Any) -> str:
    if value in (None, "", []):
        return "" if block.get("optional") else REQUIRED
    least = element.get("min_length", 0)
    if isinstance(value, str) and len(value) < least:
        return f"Please enter at least {least} characters."
    if element["type"] == "number_input":
        return _number_fault(element, str(value))
    if element["type"] == "email_text_input" and "@" not in str(value):
        return "Enter a valid email address."
    if element["type"] == "url_text_input" and "://" not in str(value):
        return "Enter a valid URL."
    return ""


def _number_fault(element: JSON, value: str) -> str:
    form = r"-?\d+(\.\d+)?" if element["is_decimal_allowed"] else r"-?\d+"
    if not re.fullmatch(form, value):
        return "Please enter a number."
    if "min_value" in element and float(value) < float(element["min_value"]):
        return f"Please enter a number of at least {element['min_value']}."
    if "max_value" in element and float(value) > float(element["max_value"]):
        return f"Please enter a number of at most {element['max_value']}."
    return ""
