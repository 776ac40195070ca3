"""What kind of issue a text is about, by its words and the library's cues, and how urgent it is."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from bot.facilitator.builtin.voice import Voice
from bot.facilitator.reading.phrase import any_of, found, places
from bot.facilitator.reading.turns import spans, turns_in
from bot.facilitator.reading.weights import heard, load_weights, words_of
from bot.mediation.issues import IssueKind, Urgency

_KIND_CUE, _TERM_CUE = 2.0, 1.0
_PAID_LATE = 4.0
"""What a turn says in which the money is late: "late" alone is of a delivery."""

_WEAK = frozenset({IssueKind.COMMUNICATION, IssueKind.OTHER})
"""Kinds that many texts touch on: they count half, so that the matter itself comes first."""


_RULES = 0.5
"""The weight of what the cues say, beside what all words say; each in shares of 1."""

_FEW = 3
"""So many words are heard half."""

_CLEAR = 0.3
"""Below this nothing is clear enough to be named, and people say themselves what it is about."""


def kind_of(weighed: Sequence[tuple[str, float]], voice: Voice) -> IssueKind:
    """The kind that most points to; `weighed` pairs each text with its weight.

    The library's cues are added to what the words were learned to mean: a thread that holds no
    cue, of a trade that no list knows, has words all the same.
    """
    pointed = _pointed(weighed, voice)
    of_all = sum(pointed.values()) + 1
    learned = _learned([text for text, _ in sorted(weighed, key=lambda w: -w[1])])
    scores = {
        kind: learned.get(kind, 0.0) + _RULES * pointed.get(kind, 0.0) / of_all
        for kind in IssueKind
    }
    best = _best(scores)
    return best if best is not None and scores[best] >= _CLEAR else IssueKind.OTHER


def _learned(texts: Sequence[str]) -> Mapping[IssueKind, float]:
    """By the words of the heaviest text and of all together, half each; nothing without words."""
    if not any(words_of(text) for text in texts):
        return {}
    weights = load_weights("kind")
    read = [(weights.shares({"": t}), heard(t, _FEW)) for t in (texts[0], " ".join(texts))]
    return {
        IssueKind(k): sum(shares[k] * says for shares, says in read) / 2 for k in weights.labels
    }


def _pointed(weighed: Sequence[tuple[str, float]], voice: Voice) -> Mapping[IssueKind, float]:
    """How much cues point to each kind.

    Where no cue stands in any text, or the most of them are said in passing, the turns of phrase
    help to decide, and words of recognition.
    """
    scores = {kind: _score(kind, weighed, voice) for kind in voice.library.cues}
    if paid_late := sum(w for t, w in weighed if any(spans(p, t) for p in voice.lexicon.paid_late)):
        total, _ = scores[IssueKind.PAYMENT]
        scores[IssueKind.PAYMENT] = (total + paid_late * _PAID_LATE, True)
    totals = {kind: total for kind, (total, _) in scores.items()}
    best = _best(totals)
    if best is not None and scores[best][1]:
        return totals
    turned = _turned(weighed, voice)
    return {kind: total + turned.get(kind, 0.0) for kind, total in totals.items()}


def _best(scores: Mapping[IssueKind, float]) -> IssueKind | None:
    best = max(scores, key=lambda k: (scores[k], -list(IssueKind).index(k)), default=None)
    return best if best is not None and scores[best] > 0 else None


def _turned(weighed: Sequence[tuple[str, float]], voice: Voice) -> Mapping[IssueKind, float]:
    scores: dict[IssueKind, float] = defaultdict(float)
    for text, weight in weighed:
        for key, count in turns_in(text, voice.lexicon.turns).items():
            if entry := voice.library.entries.get(key):
                scores[entry.kind] += count * weight
        scores[IssueKind.COMMUNICATION] += weight * len(found(voice.lexicon.recognition, text))
    return scores


def _score(
    kind: IssueKind, weighed: Sequence[tuple[str, float]], voice: Voice
) -> tuple[float, bool]:
    """How much the texts point to a kind, and whether a word does that is not said in passing."""
    library = voice.library
    cues = {c: _worth(c, _KIND_CUE, voice) for c in library.cues[kind]}
    named = {
        cue: _worth(cue, _TERM_CUE * (1 + 0.5 * cue.count(" ")), voice)
        for entry in library.of_kind(kind)
        for cue in entry.cues
        if kind is not IssueKind.OTHER  # its terms fit any issue
    }
    # A word for the kind and for a term of it ("MOQ", "exclusivity") says most.
    cues = {c: cues.get(c, 0.0) + named.get(c, 0.0) for c in (*cues, *named)}
    found_at = {
        cue: sum(weight * min(len(places(cue, text)), 3) for text, weight in weighed)
        for cue in cues
    }
    total = sum(cues[cue] * often for cue, often in found_at.items())
    is_strong = any(often and c not in voice.lexicon.in_passing for c, often in found_at.items())
    return total * (0.5 if kind in _WEAK else 1.0), is_strong


def _worth(cue: str, worth: float, voice: Voice) -> float:
    """Words of paying and of telling stand in disputes of every kind: they count half."""
    return worth * (0.5 if cue in voice.lexicon.in_passing else 1.0)


def urgency_of(text: str, voice: Voice) -> Urgency:
    matters = [span for phrase in voice.lexicon.not_urgent for span in places(phrase, text)]
    if any(
        not any(start <= at < end for start, end in matters)
        for word in found(voice.lexicon.urgent, text)
        for at, _ in places(word, text)
    ):
        return Urgency.URGENT
    return Urgency.LOW if any_of(voice.lexicon.low, text) else Urgency.NORMAL
