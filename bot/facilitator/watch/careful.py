"""What is certain and what is in doubt, by lists and by likeness together."""

from collections.abc import Sequence

from bot.casework.asking import Seen, Stop
from bot.facilitator.watch.likeness import Likeness
from bot.facilitator.watch.look import WordWatch
from bot.mediation.concerns import Concern

UNLIKE = 3.0
"""With less of a leaning, a text is not at all like what a pattern takes it for. Of 55 sentences
held out that patterns are right about, 2 have less; of 49 harmless ones, written near to the
patterns, that these take amiss, 39."""


class CarefulWatch:
    """Certain is a set phrase, or a pattern in a text that is like what is kept out. The rest of
    what a list or the likeness finds is in doubt."""

    def __init__(self) -> None:
        self.lists = WordWatch()
        self._likeness = Likeness()

    def look(
        self,
        text: str,
        *,
        person: str,
        sides: Sequence[str] = (),
        passed: frozenset[Concern] = frozenset(),
    ) -> Stop | None:
        for stop in self.lists.stops(text, person=person, sides=sides, passed=passed):
            if not stop.in_doubt or self._likeness.leaning(text, sides) >= UNLIKE:
                return Stop(stop.concern, stop.sentence, stop.words)
        return None

    def suspect(
        self, text: str, *, sides: Sequence[str], passed: frozenset[Concern] = frozenset()
    ) -> Seen | None:
        if likely := self._likeness.suspect(text, sides=sides, passed=passed):
            return likely
        listed = self.lists.look(text, person="", sides=sides, passed=passed)
        return Seen(listed.concern, listed.words) if listed else None
