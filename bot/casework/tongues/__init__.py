"""What Parley says by itself, week by week, in each language that has a module here."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from typing import Final

from bot.casework.tongues import en, es
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

    def count(self, key: str, count: int, **values: object) -> str:
        """The sentence for one, or the one for many."""
        return self.say(f"{key}.{'one' if count == 1 else 'many'}", count=count, **values)

    def day(self, day: date) -> str:
        """4 Dec."""
        return f"{day.day} {self.months[day.month - 1]}"

    def weekday(self, day: date) -> str:
        """Fri 4 Dec."""
        return f"{self.weekdays[day.weekday()]} {self.day(day)}"


def _tongue(words: object) -> Tongue:
    return Tongue(**{field.name: getattr(words, field.name.upper()) for field in fields(Tongue)})


TONGUES: Final[Mapping[str, Tongue]] = {t.code: t for t in (_tongue(en), _tongue(es))}


def tongue(language: str) -> Tongue:
    """By a code like "es"; English for one that has no words here."""
    return TONGUES.get(language, TONGUES["en"])


def language_of(locales: Sequence[str]) -> str:
    """The one that most of these locales ("es-MX") speak, English where that cannot be said."""
    spoken = Counter(code for locale in locales if (code := locale[:2].casefold()) in TONGUES)
    most = max(spoken.values(), default=0)
    first = [code for code, count in spoken.items() if count == most]
    return first[0] if len(first) == 1 and most * 2 > len(locales) else "en"
