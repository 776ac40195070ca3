"""What was worked out, before it is said in a language."""

from dataclasses import dataclass

from bot.mediation.facts.counts import Reckoned, Result
from bot.mediation.facts.sayings import Number, Saying, say


@dataclass(frozen=True, slots=True)
class Found:
    """One definition's outcome."""

    definition: Saying
    value: Saying | Number
    formula: Saying


@dataclass(frozen=True, slots=True)
class Reckoning:
    """rows: of the table, 0 where figures were typed. notes: left out, assumed or doubled.

    quoted: people's own words in the notes.
    """

    found: tuple[Found, ...]
    rows: int = 0
    notes: tuple[Saying, ...] = ()
    quoted: tuple[str, ...] = ()

    def said(self, language: str) -> Reckoned:
        return Reckoned(
            tuple(
                Result(
                    one.definition.said(language),
                    say("text", text=one.value).said(language),
                    one.formula.said(language),
                )
                for one in self.found
            ),
            self.rows,
            tuple(note.said(language) for note in self.notes),
        )
