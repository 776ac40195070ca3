"""What stands in a form that came back."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from bot.mediation.people import PersonId

Body = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Values:
    """What stands in a form's fields, by block id. Fields that were not shown are empty."""

    state: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)

    def text(self, key: str) -> str:
        return self._of(key).get("value") or ""

    def choice(self, key: str) -> str:
        held = self._of(key)
        option = held.get("selected_option") or {}
        return option.get("value") or ""

    def choices(self, key: str) -> tuple[str, ...]:
        return tuple(o["value"] for o in self._of(key).get("selected_options") or ())

    def person(self, key: str) -> PersonId:
        return PersonId(self._of(key).get("selected_user") or "")

    def people(self, key: str) -> tuple[PersonId, ...]:
        return tuple(PersonId(u) for u in self._of(key).get("selected_users") or ())

    def day(self, key: str) -> date | None:
        held = self._of(key).get("selected_date")
        return date.fromisoformat(held) if held else None

    def __contains__(self, key: str) -> bool:
        return key in self.state

    def _of(self, key: str) -> Mapping[str, Any]:
        return next(iter(self.state.get(key, {}).values()), {})


@dataclass(frozen=True, slots=True)
class OpenView:
    """A modal as the person has it before them. `raw` is Slack's own description of it."""

    id: str
    hash: str
    callback: str
    about: Mapping[str, Any]
    values: Values
    raw: Mapping[str, Any]


def open_view(view: Body) -> OpenView:
    return OpenView(
        id=view["id"],
        hash=view.get("hash") or "",
        callback=view.get("callback_id") or "",
        about=_about(view.get("private_metadata") or ""),
        values=Values((view.get("state") or {}).get("values") or {}),
        raw=view,
    )


def _about(metadata: str) -> Mapping[str, Any]:
    """What the form was opened with; nothing where it is not of our making."""
    try:
        found = json.loads(metadata or "{}")
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}
