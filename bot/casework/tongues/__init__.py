"""What Parley says by itself, and of a case, in each language that has modules here."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence, Sized
from dataclasses import dataclass, fields
from datetime import date
from typing import Final

from bot.casework.tongues import (
    case_en,
    case_es,
    channel_en,
    channel_es,
    count_en,
    count_es,
    desk_en,
    desk_es,
    en,
    es,
    form_en,
    form_es,
    thread_en,
    thread_es,
)
from bot.mediation.both_or_all import both_or_all
from bot.mediation.issues import IssueKind
from bot.mediation.stages import Stage


@dataclass(frozen=True, slots=True)
class Tongue:
    """One language. weekdays: from Monday on. steps: what a case at a stage waits for.

    kinds: all kinds of issue but the one that says nothing about a cause.
    """

    code: str
    name: str
    weekdays: tuple[str, ...]
    months: tuple[str, ...]
    steps: Mapping[Stage, str]
    kinds: Mapping[IssueKind, str]
    sayings: Mapping[str, str]

    def say(self, key: str, **values: object) -> str:
        """The sentence with these values in it. Raises KeyError for one that is not there."""
        return self.sayings[key].format(**values)

    def of(self, sides: Sized, key: str, /, **values: object) -> str:
        """The sentence with its words for so many sides, and with these values in it."""
        return both_or_all(self.sayings[key], sides, self.code, **values)

    def count(self, key: str, count: int, **values: object) -> str:
        """The sentence for one, or the one for many."""
        return self.say(f"{key}.{'one' if count == 1 else 'many'}", count=count, **values)

    def day(self, day: date) -> str:
        """4 Dec."""
        return f"{day.day} {self.months[day.month - 1]}"

    def full_day(self, day: date) -> str:
        """4 Dec 2026."""
        return f"{self.day(day)} {day.year}"

    def listed(self, parts: Sequence[str]) -> str:
        """A, B and C."""
        if len(parts) < 2:
            return "".join(parts)
        last = parts[-1]
        and_ = self.say("and.before_i" if _BEFORE_I.match(last) else "and")
        return f"{', '.join(parts[:-1])}{and_}{last}"

    def weekday(self, day: date) -> str:
        """Fri 4 Dec."""
        return f"{self.weekdays[day.weekday()]} {self.day(day)}"


_BEFORE_I = re.compile(r"\W*h?[ií](?![aeoáéó])", re.IGNORECASE)
"""The sound before which Spanish says e instead of y."""


def _tongue(words: object, *more: Mapping[str, str]) -> Tongue:
    found = {field.name: getattr(words, field.name.upper()) for field in fields(Tongue)}
    sayings = {key: said for part in (found["sayings"], *more) for key, said in part.items()}
    return Tongue(**found | {"sayings": sayings})


TONGUES: Final[Mapping[str, Tongue]] = {
    t.code: t
    for t in (
        _tongue(
            en,
            case_en.SAYINGS,
            thread_en.SAYINGS,
            channel_en.SAYINGS,
            count_en.SAYINGS,
            desk_en.SAYINGS,
            form_en.SAYINGS,
        ),
        _tongue(
            es,
            case_es.SAYINGS,
            thread_es.SAYINGS,
            channel_es.SAYINGS,
            count_es.SAYINGS,
            desk_es.SAYINGS,
            form_es.SAYINGS,
        ),
    )
}


def tongue(language: str) -> Tongue:
    """By a code like "es"; English for one that has no words here."""
    return TONGUES.get(language, TONGUES["en"])


def language_of(locales: Sequence[str]) -> str:
    """The one that most of these locales ("es-MX") speak, English where that cannot be said."""
    spoken = Counter(code for locale in locales if (code := locale[:2].casefold()) in TONGUES)
    most = max(spoken.values(), default=0)
    first = [code for code, count in spoken.items() if count == most]
    return first[0] if len(first) == 1 and most * 2 > len(locales) else "en"
