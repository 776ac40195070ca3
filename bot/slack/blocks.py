"""Slack's blocks, elements and views, as small builders. Pure, and nothing of Parley in them."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from bot.slack.text import Mrkdwn, plain

Block = dict[str, Any]
Element = dict[str, Any]
View = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Rendered:
    """A message: blocks, and the text that a notification shows alone.

    plainer: the same in blocks that every Slack takes, where `blocks` has newer ones.
    """

    text: str
    blocks: tuple[Block, ...]
    plainer: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True)
class Option:
    """An entry of a menu or a group. `value` is ours, the rest is read by people."""

    label: str
    value: str
    description: str = ""


def header(text: str) -> Block:
    return {"type": "header", "text": _plain(text, 150)}


def section(text: Mrkdwn, *, accessory: Element | None = None, block_id: str = "") -> Block:
    block: Block = {"type": "section", "text": _mrkdwn(text)}
    if accessory:
        block["accessory"] = accessory
    return _with_id(block, block_id)


def fields(*texts: Mrkdwn) -> Block:
    return {"type": "section", "fields": [_mrkdwn(t) for t in texts]}


def context(*texts: Mrkdwn) -> Block:
    return {"type": "context", "elements": [_mrkdwn(t) for t in texts]}


def divider() -> Block:
    return {"type": "divider"}


def actions(*elements: Element, block_id: str = "") -> Block:
    return _with_id({"type": "actions", "elements": list(elements)}, block_id)


def image(file_id: str, alt: str) -> Block:
    """A picture that was uploaded to Slack, with its words for who cannot see it."""
    return {"type": "image", "slack_file": {"id": file_id}, "alt_text": plain(alt, 2_000)}


def button(label: str, action: str, value: str, *, primary: bool = False) -> Element:
    element: Element = {
        "type": "button",
        "text": _plain(label, 75),
        "action_id": action,
        "value": value,
    }
    if primary:
        element["style"] = "primary"
    return element


def text_input(
    label: str,
    key: str,
    *,
    value: str = "",
    hint: str = "",
    placeholder: str = "",
    lines: bool = True,
    optional: bool = False,
    at_most: int = 3_000,
    focus: bool = False,
) -> Block:
    """A box to type in. focus: the cursor stands in it when the form opens."""
    element: Element = {"type": "plain_text_input", "action_id": key, "multiline": lines}
    element["max_length"] = min(at_most, 3_000)
    if focus:
        element["focus_on_load"] = True
    if value:
        element["initial_value"] = value[: element["max_length"]]
    if placeholder:
        element["placeholder"] = _plain(placeholder, 150)
    return _input(label, key, element, hint=hint, optional=optional)


def select(
    label: str,
    key: str,
    options: Sequence[Option],
    *,
    chosen: str = "",
    optional: bool = False,
    hint: str = "",
    placeholder: str = "Choose",
) -> Block:
    element: Element = {
        "type": "static_select",
        "action_id": key,
        "placeholder": _plain(placeholder, 150),
        "options": [_option(o) for o in options],
    }
    initial = [_option(o) for o in options if o.value == chosen]
    if initial:
        element["initial_option"] = initial[0]
    return _input(label, key, element, hint=hint, optional=optional)


def multi_select(
    label: str,
    key: str,
    options: Sequence[Option],
    *,
    chosen: Sequence[str] = (),
    hint: str = "",
    at_most: int = 0,
    placeholder: str = "Choose",
) -> Block:
    element: Element = {
        "type": "multi_static_select",
        "action_id": key,
        "placeholder": _plain(placeholder, 150),
        "options": [_option(o) for o in options],
    }
    by_value = {o.value: o for o in options}
    initial = [_option(by_value[v]) for v in chosen if v in by_value]
    if initial:
        element["initial_options"] = initial
    if at_most:
        element["max_selected_items"] = at_most
    return _input(label, key, element, hint=hint, optional=True)


def radio(
    label: str,
    key: str,
    options: Sequence[Option],
    *,
    chosen: str = "",
    optional: bool = False,
    hint: str = "",
) -> Block:
    element: Element = {
        "type": "radio_buttons",
        "action_id": key,
        "options": [_option(o) for o in options],
    }
    initial = [_option(o) for o in options if o.value == chosen]
    if initial:
        element["initial_option"] = initial[0]
    return _input(label, key, element, hint=hint, optional=optional)


def checkboxes(
    label: str, key: str, options: Sequence[Option], *, chosen: Sequence[str] = (), hint: str = ""
) -> Block:
    element: Element = {
        "type": "checkboxes",
        "action_id": key,
        "options": [_option(o) for o in options],
    }
    initial = [_option(o) for o in options if o.value in chosen]
    if initial:
        element["initial_options"] = initial
    return _input(label, key, element, hint=hint, optional=True)


def file_input(
    label: str, key: str, *, types: Sequence[str], hint: str = "", optional: bool = False
) -> Block:
    """A place to attach one file, in a modal alone. types: endings without their dot."""
    element: Element = {
        "type": "file_input",
        "action_id": key,
        "filetypes": list(types),
        "max_files": 1,
    }
    return _input(label, key, element, hint=hint, optional=optional)


def person_input(label: str, key: str, *, chosen: str = "", hint: str = "") -> Block:
    element: Element = {"type": "users_select", "action_id": key}
    if chosen:
        element["initial_user"] = chosen
    return _input(label, key, element, hint=hint, optional=False)


def people_input(
    label: str, key: str, *, chosen: Sequence[str] = (), hint: str = "", optional: bool = False
) -> Block:
    element: Element = {"type": "multi_users_select", "action_id": key}
    if chosen:
        element["initial_users"] = list(chosen)
    return _input(label, key, element, hint=hint, optional=optional)


def date_input(
    label: str,
    key: str,
    *,
    chosen: date | None = None,
    hint: str = "",
    optional: bool = False,
) -> Block:
    element: Element = {"type": "datepicker", "action_id": key}
    if chosen:
        element["initial_date"] = chosen.isoformat()
    return _input(label, key, element, hint=hint, optional=optional)


def conversation_choice(action: str, placeholder: str) -> Block:
    """A menu of channels that answers at the choice; none is chosen yet, so each one answers."""
    element: Element = {
        "type": "conversations_select",
        "action_id": action,
        "placeholder": _plain(placeholder, 150),
        "filter": {"include": ["public", "private"], "exclude_bot_users": True},
    }
    return actions(element, block_id=action)


def modal(
    title: str,
    blocks: Sequence[Block],
    *,
    callback: str,
    about: dict[str, Any] | None = None,
    submit: str = "",
    close: str = "Close",
    tell_when_closed: bool = False,
) -> View:
    """A modal. `about` comes back with its submission: ids and public words, never private text."""
    view: View = {
        "type": "modal",
        "callback_id": callback,
        "title": _plain(title, 24),
        "close": _plain(close, 24),
        "blocks": list(blocks),
        "private_metadata": json.dumps(about or {}, ensure_ascii=False, separators=(",", ":")),
    }
    if submit:
        view["submit"] = _plain(submit, 24)
    if tell_when_closed:
        view["notify_on_close"] = True
    return view


def _input(label: str, key: str, element: Element, *, hint: str, optional: bool) -> Block:
    block: Block = {
        "type": "input",
        "block_id": key,
        "label": _plain(label, 2_000),
        "element": element,
        "optional": optional,
    }
    if hint:
        block["hint"] = _plain(hint, 2_000)
    return block


def _option(option: Option) -> dict[str, Any]:
    made: dict[str, Any] = {"text": _plain(option.label, 75), "value": option.value[:150]}
    if option.description:
        made["description"] = _plain(option.description, 75)
    return made


def _with_id(block: Block, block_id: str) -> Block:
    if block_id:
        block["block_id"] = block_id
    return block


def _plain(text: str, at_most: int) -> dict[str, Any]:
    return {"type": "plain_text", "text": plain(text, at_most), "emoji": False}


def _mrkdwn(text: Mrkdwn) -> dict[str, Any]:
    return {"type": "mrkdwn", "text": text, "verbatim": True}
