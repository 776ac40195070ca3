"""What kind of issue a text is about, by the library's cues, and how urgent it sounds."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from bot.facilitator.builtin.voice import Voice
from bot.facilitator.reading.phrase import any_of, places
from bot.facilitator.reading.turns import turns_in
from bot.mediation.issues import IssueKind, Urgency

_KIND_CUE, _TERM_CUE = 2.0, 1.0
_WEAK = frozenset({IssueKind.COMMUNICATION, IssueKind.OTHER})
"""Kinds that many texts touch on: they count half, so that the matter itself comes first."""


def kind_of(weighed: Sequence[tuple[str, float]], voice: Voice) -> IssueKind:
    """The kind that most cues point to; `weighed` pairs each text with its weight.

    Where no cue stands in any text, the turns of phrase decide.
    """
    return (
        _best({kind: _score(kind, weighed, voice) for kind in voice.library.cues})
        or _best(_turned(weighed, voice))
        or IssueKind.OTHER
    )


def _best(scores: Mapping[IssueKind, float]) -> IssueKind | None:
    best = max(scores, key=lambda k: (scores[k], -list(IssueKind).index(k)), default=None)
    return best if best is not None and scores[best] > 0 else None


def _turned(weighed: Sequence[tuple[str, float]], voice: Voice) -> Mapping[IssueKind, float]:
    scores: dict[IssueKind, float] = defaultdict(float)
    for text, weight in weighed:
        for key, count in turns_in(text, voice.lexicon.turns).items():
            if entry := voice.library.entries.get(key):
                scores[entry.kind] += count * weight
    return scores


def _score(kind: IssueKind, weighed: Sequence[tuple[str, float]], voice: Voice) -> float:
    library = voice.library
    cues = dict.fromkeys(library.cues[kind], _KIND_CUE)
    for entry in library.of_kind(kind):
        for cue in entry.cues:
            length = 1 + 0.5 * cue.count(" ")
            cues[cue] = max(cues.get(cue, 0.0), _TERM_CUE * length)
    total = sum(
        worth * weight * min(len(places(cue, text)), 3)
        for cue, worth in cues.items()
        for text, weight in weighed
    )
    return total * (0.5 if kind in _WEAK else 1.0)


def urgency_of(text: str, voice: Voice) -> Urgency:
    if any_of(voice.lexicon.urgent, text):
        return Urgency.URGENT
    return Urgency.LOW if any_of(voice.lexicon.low, text) else Urgency.NORMAL
