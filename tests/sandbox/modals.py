"""Views for the tests: small, valid, with one of everything where that is wanted."""

from typing import Any

JSON = dict[str, Any]


def plain(text: str) -> JSON:
    return {"type": "plain_text", "text": text}


def option(text: str) -> JSON:
    return {"text": plain(text), "value": text.lower()}


def field(label: str, element: JSON, *, block_id: str = "", **more: Any) -> JSON:
    """An input block; its ids come from its label."""
    name = block_id or label.lower().replace(" ", "_")
    whole = {"action_id": "value"} | element
    return {"type": "input", "block_id": name, "label": plain(label), "element": whole} | more


def text_field(label: str, **more: Any) -> JSON:
    return field(label, {"type": "plain_text_input"} | more)


def button(text: str, action_id: str = "", **more: Any) -> JSON:
    return {"type": "button", "text": plain(text), "action_id": action_id or text, **more}


def actions(*elements: JSON, block_id: str = "buttons") -> JSON:
    return {"type": "actions", "block_id": block_id, "elements": list(elements)}


def modal(*blocks: JSON, title: str = "Form", callback_id: str = "form", **more: Any) -> JSON:
    view = {"type": "modal", "title": plain(title), "callback_id": callback_id}
    return view | {"submit": plain("Send"), "blocks": list(blocks)} | more


EVERYTHING = modal(
    {"type": "section", "text": {"type": "mrkdwn", "text": "*Shared* with <@U0TOMAS0001>"}},
    text_field("What happened?", multiline=True),
    field("Days late", {"type": "number_input", "is_decimal_allowed": False}),
    field(
        "Kind",
        {
            "type": "static_select",
            "options": [option("Delivery"), option("Price")],
            "initial_option": option("Delivery"),
        },
    ),
    field("Urgency", {"type": "radio_buttons", "options": [option("Low"), option("High")]}),
    field(
        "Ask", {"type": "checkboxes", "options": [option("Phone"), option("Mail")]}, optional=True
    ),
    field("Who", {"type": "users_select"}),
    field("Others", {"type": "multi_users_select"}, optional=True),
    field("Until", {"type": "datepicker"}),
    field("At", {"type": "timepicker"}, optional=True),
    field("Where", {"type": "conversations_select"}, optional=True),
    actions(button("Fine-tune")),
    title="Everything",
)
