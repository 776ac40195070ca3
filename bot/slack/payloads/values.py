"""What stands in a form that came back."""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import wraps
from typing import Any, ParamSpec, TypeVar

from bot.mediation.people import PersonId
from bot.mediation.refusals import Refusal

Body = Mapping[str, Any]
P = ParamSpec("P")
T = TypeVar("T")

_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
"""A zero, and half an emoji that a client cut in two: no database takes either."""

OLD_FORM = "Parley cannot read this form any more. Please open it once more from the case."
_UNREADABLE = (KeyError, ValueError, TypeError, IndexError, AttributeError)


class NotUnderstood(Exception):
    """A payload in a shape that Slack does not document. Nothing was done."""


def reads_payload(parse: Callable[P, T]) -> Callable[P, T]:
    """A reader of payloads raises NotUnderstood for one in another shape, and nothing else."""

    @wraps(parse)
    def read(*args: P.args, **kwargs: P.kwargs) -> T:
        try:
            return parse(*args, **kwargs)
        except _UNREADABLE as fault:
            # Not the fault's own words: they may quote what stood there.
            raise NotUnderstood(f"{parse.__name__}: {type(fault).__name__}") from fault

    return read


def reads_form(parse: Callable[P, T]) -> Callable[P, T]:
    """A reader of forms refuses one that it did not make, such as an older version's."""

    @wraps(parse)
    def read(*args: P.args, **kwargs: P.kwargs) -> T:
        try:
            return parse(*args, **kwargs)
        except _UNREADABLE as fault:
            raise Refusal(OLD_FORM) from fault

    return read


@dataclass(frozen=True, slots=True)
class Values:
    """What stands in a form's fields, by block id. Fields that were not shown are empty."""

    state: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)

    def text(self, key: str) -> str:
        return text_in(self._of(key).get("value"))

    def choice(self, key: str) -> str:
        return text_in((self._of(key).get("selected_option") or {}).get("value"))

    def choices(self, key: str) -> tuple[str, ...]:
        chosen = self._of(key).get("selected_options") or ()
        return tuple(text_in(option.get("value")) for option in chosen)

    def person(self, key: str) -> PersonId:
        return PersonId(text_in(self._of(key).get("selected_user")))

    def people(self, key: str) -> tuple[PersonId, ...]:
        return tuple(PersonId(text_in(u)) for u in self._of(key).get("selected_users") or ())

    def day(self, key: str) -> date | None:
        held = self._of(key).get("selected_date")
        return date.fromisoformat(held) if held else None

    def file(self, key: str) -> tuple[str, str] | None:
        """Id and name of the file that was attached, None where none was."""
        held = next(iter(self._of(key).get("files") or ()), None)
        return (text_in(held["id"]), text_in(held.get("name"))) if held else None

    @reads_form
    def typed(self) -> tuple[str, ...]:
        """Everything that was typed in, field by field."""
        boxes = (held for fields in self.state.values() for held in fields.values())
        return tuple(t for held in boxes if (t := text_in(held.get("value"))))

    def __contains__(self, key: str) -> bool:
        return key in self.state

    def _of(self, key: str) -> Mapping[str, Any]:
        return next(iter(self.state.get(key, {}).values()), {})


def text_in(held: Any) -> str:
    """Text that can be stored, "" where nothing stands. Raises TypeError for anything else."""
    if held is None:
        return ""
    if not isinstance(held, str):
        raise TypeError(f"{type(held).__name__} where a text belongs")
    return _UNSTORABLE.sub("\ufffd", held)


@dataclass(frozen=True, slots=True)
class OpenView:
    """A modal as the person has it before them: what it says, and what stands in its fields."""

    id: str
    hash: str
    callback: str
    about: Mapping[str, Any]
    values: Values
    title: str = ""
    submit: str = ""
    close: str = ""
    tells_when_closed: bool = False
    blocks: tuple[Mapping[str, Any], ...] = ()

    def word(self, name: str) -> str:
        """Something that the form was opened with, "" where it was not."""
        return str(self.about.get(name, ""))


def open_view(view: Body) -> OpenView:
    """Raises KeyError, TypeError or AttributeError for what is no view of ours."""
    state = (view.get("state") or {}).get("values") or {}
    for fields in state.values():
        for held in fields.values():
            held.items()
    return OpenView(
        id=text_in(view["id"]),
        hash=text_in(view.get("hash")),
        callback=text_in(view.get("callback_id")),
        about=_about(text_in(view.get("private_metadata"))),
        values=Values(state),
        title=_label(view.get("title")),
        submit=_label(view.get("submit")),
        close=_label(view.get("close")),
        tells_when_closed=bool(view.get("notify_on_close")),
        blocks=tuple(block for block in view.get("blocks") or () if isinstance(block, Mapping)),
    )


def _label(part: Mapping[str, Any] | None) -> str:
    return text_in(part.get("text")) if part else ""


def _about(metadata: str) -> Mapping[str, Any]:
    """What the form was opened with; nothing where it is not of our making."""
    try:
        found = json.loads(metadata or "{}")
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}
