"""What is said about figures, in each language that has a module here."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from bot.mediation.facts.sayings import en, es
from bot.mediation.refusals import Unclear

WORDS: Final[Mapping[str, Mapping[str, str]]] = {"en": en.WORDS, "es": es.WORDS}
MONTHS: Final[Mapping[str, tuple[str, ...]]] = {"en": en.MONTHS, "es": es.MONTHS}
_SWAPPED = str.maketrans(".,", ",.")


class Number(str):
    """A number as English writes it; where its reader writes a comma for the point, so does it."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Saying:
    """A sentence, or a part of one, that every language here has words for.

    A value may be a saying itself, a number or a day; texts stand in it as they are.
    """

    key: str
    values: tuple[tuple[str, object], ...] = ()

    def said(self, language: str) -> str:
        """In this language, in English where it has no words here."""
        words = WORDS.get(language, en.WORDS)
        values = {name: _shown(value, language) for name, value in self.values}
        return words[self._form(words)].format(**values)

    def _form(self, words: Mapping[str, str]) -> str:
        """The words for one, for many, or for whatever number."""
        form = f"{self.key}.{'one' if dict(self.values).get('count') in {1, -1} else 'many'}"
        return form if form in words else self.key


class Unreadable(Unclear):
    """What was sent in cannot be counted; why, in each language."""

    def __init__(self, field: str, why: Saying) -> None:
        super().__init__(field, why.said("en"))
        self.why = why

    def said(self, language: str) -> str:
        return self.why.said(language)


def say(key: str, **values: object) -> Saying:
    return Saying(key, tuple(values.items()))


def refuse(field: str, key: str, **values: object) -> Unreadable:
    """The refusal that stands beside this field."""
    return Unreadable(field, say(key, **values))


def _shown(value: object, language: str) -> str:
    if isinstance(value, Saying):
        return value.said(language)
    if isinstance(value, Number):
        return value.translate(_SWAPPED) if language == "es" else str(value)
    if isinstance(value, date):
        months = MONTHS.get(language, en.MONTHS)
        return f"{value.day} {months[value.month - 1]} {value.year}"
    if isinstance(value, tuple):
        return ", ".join(_shown(part, language) for part in value)
    return str(value)
