"""Messages and modals as one person reads them: plain text, and what can be pressed or filled."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from bot.sandbox.mrkdwn import shown, unescape
from bot.sandbox.state import LISTS, PRESSED, TEXTS, VALUES, elements, initial

JSON = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads: how ids are named to that person, and in which time zone."""

    names: Mapping[str, str]
    zone: str = "UTC"

    def name(self, some_id: str) -> str:
        return self.names.get(some_id, some_id)

    def text(self, text_object: Any) -> str:
        """A text object, or a bare mrkdwn text, as seen."""
        if isinstance(text_object, str):
            return shown(text_object, names=self.name, zone=self.zone)
        if not isinstance(text_object, dict):
            return ""
        if text_object.get("type") == "plain_text":
            return unescape(str(text_object.get("text", "")))
        return shown(str(text_object.get("text", "")), names=self.name, zone=self.zone)


@dataclass(frozen=True, slots=True)
class Control:
    """Something to press or fill. `value` is what it holds now, told as its labels."""

    label: str
    kind: str
    block_id: str
    action_id: str
    options: tuple[str, ...] = ()
    value: tuple[str, ...] = ()
    hint: str = ""
    placeholder: str = ""
    optional: bool = True
    max_length: int = 0
    style: str = ""
    url: str = ""
    asks: str = ""
    focused: bool = False

    def as_json(self) -> JSON:
        return asdict(self)


def lines(blocks: Iterable[JSON], reader: Reader) -> Iterator[str]:
    """The text of blocks, a line for each thing that is read on its own."""
    for block in blocks:
        match block["type"]:
            case "section" | "header" | "alert":
                yield reader.text(block.get("text"))
                yield from (reader.text(one) for one in block.get("fields", ()))
                yield from _alt(block.get("accessory"))
            case "context":
                for one in block["elements"]:
                    yield reader.text(one)
                    yield from _alt(one)
            case "markdown":
                yield reader.text(block["text"])
            case "image":
                yield reader.text(block.get("title"))
                yield from _alt(block)
            case "rich_text":
                yield from _rich(block["elements"], reader)
            case "table" | "data_table":
                yield str(block.get("caption", ""))
                yield from (" | ".join(_cells(row, reader)) for row in block["rows"])
            case "card":
                parts = ("title", "subtitle", "body", "subtext")
                yield from (reader.text(block.get(part)) for part in parts)
            case "carousel":
                yield from lines(block["elements"], reader)
            case "task_card" | "plan":
                yield str(block["title"])


def _alt(element: Any) -> Iterator[str]:
    if isinstance(element, dict) and element.get("type") == "image":
        yield str(element.get("alt_text", ""))


def _cells(row: Iterable[Any], reader: Reader) -> Iterator[str]:
    for cell in row:
        if isinstance(cell, dict) and cell.get("type") == "rich_text":
            yield "".join(_rich(cell["elements"], reader))
        elif isinstance(cell, dict):
            yield unescape(str(cell.get("text", "")))


def _rich(parts: Iterable[JSON], reader: Reader) -> Iterator[str]:
    for part in parts:
        yield "".join(_rich_piece(piece, reader) for piece in part.get("elements", ()))


def _rich_piece(piece: JSON, reader: Reader) -> str:
    match piece.get("type"):
        case "text":
            return str(piece["text"])
        case "user":
            return f"@{reader.name(piece['user_id'])}"
        case "channel":
            return f"#{reader.name(piece['channel_id'])}"
        case "broadcast":
            return f"@{piece['range']}"
        case "emoji":
            return f":{piece['name']}:"
        case "link":
            return str(piece.get("text") or piece["url"])
    return "".join(_rich_piece(inner, reader) for inner in piece.get("elements", ()))


def body_text(text: str, blocks: Iterable[JSON], reader: Reader) -> str:
    """A message's whole text as read: its blocks when it has any, else its text."""
    told = "\n".join(line for line in lines(blocks, reader) if line)
    return told if blocks else reader.text(text)


def controls(
    blocks: Iterable[JSON], entered: Mapping[tuple[str, str], JSON], reader: Reader
) -> Iterator[Control]:
    """Everything on the screen that can be pressed or filled, in reading order."""
    for block, element in elements(list(blocks)):
        if element["type"] in PRESSED:
            yield from _pressed(block, element, reader)
        elif element["type"] in VALUES:
            yield _filled(block, element, entered, reader)


def _pressed(block: JSON, element: JSON, reader: Reader) -> Iterator[Control]:
    place = (element["type"], block["block_id"], element["action_id"])
    asks = reader.text((element.get("confirm") or {}).get("title"))
    if element["type"] == "overflow":
        for one in element["options"]:
            yield Control(reader.text(one["text"]), *place, options=(one["value"],), asks=asks)
        return
    if element["type"] == "feedback_buttons":
        for name in ("positive_button", "negative_button"):
            one = element[name]
            yield Control(reader.text(one["text"]), *place, options=(one["value"],))
        return
    style, url = element.get("style", ""), element.get("url", "")
    yield Control(reader.text(element.get("text")), *place, style=style, url=url, asks=asks)


def _filled(
    block: JSON, element: JSON, entered: Mapping[tuple[str, str], JSON], reader: Reader
) -> Control:
    key = (block["block_id"], element["action_id"])
    held = entered.get(key) or initial(element)
    placeholder = reader.text(element.get("placeholder"))
    heading = reader.text(block.get("label") or block.get("text")) or placeholder
    return Control(
        heading,
        element["type"],
        *key,
        options=tuple(reader.text(o["text"]) for o in offered(element)),
        value=held_labels(held, reader),
        hint=reader.text(block.get("hint")),
        placeholder=placeholder,
        optional=bool(block.get("optional", True)) if block["type"] == "input" else True,
        max_length=int(element.get("max_length", 0)),
        focused=bool(element.get("focus_on_load")),
    )


def offered(element: JSON) -> list[JSON]:
    """The options of a select, radio or checkbox element, groups unfolded."""
    groups = element.get("option_groups") or [element]
    return [option for group in groups for option in group.get("options") or ()]


def held_labels(held: JSON, reader: Reader) -> tuple[str, ...]:
    """What a field holds, as labels: none when it is empty."""
    key = VALUES[held["type"]][0]
    value = held.get(key)
    if value in (None, "", []):
        return ()
    values = value if key in LISTS else [value]
    return tuple(_label(one, held["type"], reader) for one in values)


def _label(value: Any, kind: str, reader: Reader) -> str:
    if isinstance(value, dict) and "text" in value:
        return reader.text(value["text"])
    if kind == "file_input":
        return str(value["name"])
    if kind in TEXTS or "picker" in kind:
        return str(value)
    return reader.name(str(value))
