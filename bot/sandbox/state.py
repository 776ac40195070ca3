"""What a form holds: `state.values` as Slack sends it, from the blocks and what was entered."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

JSON = dict[str, Any]
Key = tuple[str, str]

# kind: (the key of its value in the state, the element's own key for what is preset)
VALUES: Mapping[str, tuple[str, str]] = {
    "plain_text_input": ("value", "initial_value"),
    "number_input": ("value", "initial_value"),
    "email_text_input": ("value", "initial_value"),
    "url_text_input": ("value", "initial_value"),
    "rich_text_input": ("rich_text_value", "initial_value"),
    "checkboxes": ("selected_options", "initial_options"),
    "radio_buttons": ("selected_option", "initial_option"),
    "static_select": ("selected_option", "initial_option"),
    "external_select": ("selected_option", "initial_option"),
    "users_select": ("selected_user", "initial_user"),
    "conversations_select": ("selected_conversation", "initial_conversation"),
    "channels_select": ("selected_channel", "initial_channel"),
    "multi_static_select": ("selected_options", "initial_options"),
    "multi_external_select": ("selected_options", "initial_options"),
    "multi_users_select": ("selected_users", "initial_users"),
    "multi_conversations_select": ("selected_conversations", "initial_conversations"),
    "multi_channels_select": ("selected_channels", "initial_channels"),
    "datepicker": ("selected_date", "initial_date"),
    "timepicker": ("selected_time", "initial_time"),
    "datetimepicker": ("selected_date_time", "initial_date_time"),
    "file_input": ("files", "initial_files"),
}
PRESSED = ("button", "overflow", "feedback_buttons", "icon_button")
LISTS = {key for key, _ in VALUES.values() if key.endswith("s")}
TEXTS = ("plain_text_input", "number_input", "email_text_input", "url_text_input")


def elements(blocks: Any) -> Iterator[tuple[JSON, JSON]]:
    """Every interactive element, with the block it stands in, in reading order."""
    for block in blocks:
        for element in _inside(block):
            if "action_id" in element:
                yield block, element
        if block["type"] == "carousel":
            yield from elements(block["elements"])


def _inside(block: JSON) -> Iterator[JSON]:
    inside = [block.get("element"), block.get("accessory"), *(block.get("elements") or ())]
    inside += block.get("actions") or ()
    yield from (element for element in inside if isinstance(element, dict))


def initial(element: JSON) -> JSON:
    """The state of an element that nobody has touched."""
    key, preset = VALUES[element["type"]]
    value = element.get(preset, [] if key in LISTS else None)
    return {"type": element["type"], key: value}


def state_values(blocks: Any, entered: Mapping[Key, JSON]) -> JSON:
    """The `state.values` of a form: block_id, then action_id, then the value."""
    values: JSON = {}
    for block, element in elements(blocks):
        if element["type"] in VALUES:
            key = (block["block_id"], element["action_id"])
            held = entered.get(key) or initial(element)
            values.setdefault(key[0], {})[key[1]] = held
    return values


def carried_over(before: Any, entered: Mapping[Key, JSON], after: Any) -> dict[Key, JSON]:
    """What stays in a form when the app updates it: every field that kept both its ids.

    Slack keeps what such a field held, typed or preset, and ignores a new preset value.
    """
    old = {(b["block_id"], e["action_id"]): e for b, e in elements(before) if e["type"] in VALUES}
    kept: dict[Key, JSON] = {}
    for block, element in elements(after):
        key = (block["block_id"], element["action_id"])
        if key in old and old[key]["type"] == element["type"]:
            kept[key] = entered.get(key) or initial(old[key])
    return kept


def completed(blocks: Any, *, serial: Callable[[], str]) -> list[JSON]:
    """Blocks as Slack stores them: every block and element with an id, texts with defaults.

    `serial` is called for each id that is missing.
    """
    done = [_with_defaults(block) for block in blocks]
    for block in done:
        if "block_id" not in block:
            block["block_id"] = serial()
        if block["type"] == "input":
            block.setdefault("optional", False)
            block.setdefault("dispatch_action", False)
        for element in _inside(block):
            if "action_id" not in element and _needs_action_id(element):
                element["action_id"] = serial()
        if block["type"] == "carousel":
            block["elements"] = completed(block["elements"], serial=serial)
    return done


def _needs_action_id(element: JSON) -> bool:
    return element["type"] in VALUES or element["type"] in PRESSED


def _with_defaults(value: Any) -> Any:
    if isinstance(value, list):
        return [_with_defaults(entry) for entry in value]
    if not isinstance(value, dict):
        return value
    copy = {key: _with_defaults(entry) for key, entry in value.items()}
    if copy.get("type") == "plain_text" and "text" in copy:
        copy.setdefault("emoji", True)
    if copy.get("type") == "mrkdwn":
        copy.setdefault("verbatim", False)
    return copy
