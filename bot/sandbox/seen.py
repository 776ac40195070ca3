"""What one person has before the eyes: messages, a form, and their buttons and fields."""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from typing import Any

from bot.sandbox.reading import Control
from bot.sandbox.refusals import PersonRefused
from bot.sandbox.state import PRESSED

JSON = dict[str, Any]


def _control(raw: JSON) -> Control:
    lists = {"options": tuple(raw["options"]), "value": tuple(raw["value"])}
    return Control(**{f.name: raw[f.name] for f in fields(Control)} | lists)


@dataclass(frozen=True, slots=True)
class SeenMessage:
    """One message as its reader sees it. `notification` is what a phone would show of it."""

    ts: str
    channel: str
    author: str
    author_id: str
    text: str
    notification: str
    thread_ts: str
    ephemeral: bool
    edited: bool
    reactions: tuple[str, ...]
    controls: tuple[Control, ...]

    @classmethod
    def parse(cls, raw: JSON) -> "SeenMessage":
        controls = tuple(_control(c) for c in raw["controls"])
        return cls(**raw | {"controls": controls, "reactions": tuple(raw["reactions"])})

    @property
    def buttons(self) -> tuple[str, ...]:
        return tuple(c.label for c in self.controls if c.kind in PRESSED)


@dataclass(frozen=True, slots=True)
class Screen:
    """A channel or thread, oldest message first."""

    messages: tuple[SeenMessage, ...]

    @property
    def text(self) -> str:
        return "\n".join(f"{m.author}: {m.text}" for m in self.messages)

    @property
    def buttons(self) -> tuple[str, ...]:
        return tuple(label for m in self.messages for label in m.buttons)

    def find(self, text: str) -> SeenMessage:
        """The newest message that has this text in it. Raises PersonRefused."""
        for message in reversed(self.messages):
            if text in message.text:
                return message
        raise PersonRefused(f"No message on the screen says “{text}”.")

    def with_button(self, label: str) -> SeenMessage:
        """The newest message with this button or field. Raises PersonRefused."""
        for message in reversed(self.messages):
            if any(c.label == label for c in message.controls):
                return message
        there = ", ".join(dict.fromkeys(self.buttons)) or "none"
        raise PersonRefused(f"No “{label}” on the screen. The buttons there: {there}.")


@dataclass(frozen=True, slots=True)
class Form:
    """A modal, or Home, as read. `errors` are told by the label of their field."""

    id: str
    title: str
    text: str
    submit: str
    close: str
    controls: tuple[Control, ...]
    errors: dict[str, str]

    @classmethod
    def parse(cls, raw: JSON) -> "Form":
        controls = tuple(_control(c) for c in raw["controls"])
        return cls(**raw | {"controls": controls, "errors": by_label(raw["errors"], controls)})

    @property
    def fields(self) -> tuple[Control, ...]:
        return tuple(c for c in self.controls if c.kind not in PRESSED)

    @property
    def labels(self) -> tuple[str, ...]:
        return tuple(c.label for c in self.fields)

    @property
    def buttons(self) -> tuple[str, ...]:
        return tuple(c.label for c in self.controls if c.kind in PRESSED)

    def field(self, label: str) -> Control:
        """The field with this label. Raises PersonRefused."""
        return the_one(self.fields, label)

    def value(self, label: str) -> str:
        """What a field holds, several things joined by commas, "" when empty."""
        return ", ".join(self.field(label).value)


def by_label(errors: JSON, controls: Iterable[Control]) -> dict[str, str]:
    """Errors by block_id, told by the label of the block's field."""
    labels = {c.block_id: c.label for c in controls}
    return {labels.get(block, block): message for block, message in errors.items()}


def the_one(controls: Iterable[Control], label: str, which: int | None = None) -> Control:
    """The only control with this label, or with `which` that one of several, from the top, from 0.

    Raises PersonRefused when there is none, or several to choose from.
    """
    listed = list(controls)
    found = [c for c in listed if c.label == label]
    if which is not None and which < len(found):
        return found[which]
    if len(found) == 1:
        return found[0]
    there = ", ".join(c.label for c in listed) or "none"
    if found:
        raise PersonRefused(f"There are {len(found)} called “{label}” there.")
    raise PersonRefused(f"There is no “{label}” there, only: {there}.")
