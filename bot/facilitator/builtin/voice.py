"""All that the built-in facilitator needs to read and speak one language."""

from dataclasses import dataclass

from bot.facilitator.builtin.account import AccountReader
from bot.facilitator.builtin.phrases import Phrases, load_phrases
from bot.facilitator.builtin.tone import Calm
from bot.facilitator.library import Library
from bot.facilitator.reading.lexicon import Lexicon, load_lexicon
from bot.facilitator.reading.moments import MomentReader
from bot.facilitator.reading.topics import FigureReader
from bot.facilitator.watch import WordWatch


@dataclass(frozen=True, slots=True)
class Voice:
    """One language: its words, its readers, its sentences, and the library in it."""

    lexicon: Lexicon
    phrases: Phrases
    library: Library
    figures: FigureReader
    accounts: AccountReader
    moments: MomentReader
    calm: Calm
    watch: WordWatch

    @property
    def language(self) -> str:
        return self.lexicon.language


def voice(language: str, library: Library, watch: WordWatch | None = None) -> Voice:
    """Reads the language's files; the library may be in any language."""
    lexicon, spoken = load_lexicon(language), library.in_language(language)
    figures = FigureReader(spoken, lexicon)
    return Voice(
        lexicon=lexicon,
        phrases=load_phrases(language),
        library=spoken,
        figures=figures,
        accounts=AccountReader(figures, lexicon),
        moments=MomentReader(lexicon),
        calm=Calm(lexicon),
        watch=watch or WordWatch(),
    )
