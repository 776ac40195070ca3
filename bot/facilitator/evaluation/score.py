"""Score one case: what was found against its key, and how it was said."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from bot.casework.words import Facilitator
from bot.facilitator.builtin.title import MAX_TITLE
from bot.facilitator.evaluation.suite import Found, KeyedCase
from bot.facilitator.evaluation.tone import blaming, judging, pointing
from bot.facilitator.model.sources import numbers_in
from bot.facilitator.reading.sentences import ELLIPSIS, folded, plain
from bot.mediation.statements import Brief, CommonStatement


@dataclass(frozen=True, slots=True)
class Hits:
    """found, of: facts that a sentence holds, facts there are. fitting: sentences with one."""

    found: int
    of: int
    fitting: int
    sentences: int

    def __add__(self, other: "Hits") -> "Hits":
        return Hits(
            self.found + other.found,
            self.of + other.of,
            self.fitting + other.fitting,
            self.sentences + other.sentences,
        )

    @property
    def recall(self) -> float | None:
        return self.found / self.of if self.of else None

    @property
    def precision(self) -> float | None:
        return self.fitting / self.sentences if self.sentences else None


NOTHING = Hits(0, 0, 0, 0)
_QUOTED = re.compile(r"“([^”]+)”")


@dataclass(frozen=True, slots=True)
class Score:
    """One case. quoted: whether its quotations stand in the texts.

    by_model: whether a language model's answers were used throughout.
    """

    case: str
    kind: bool
    gap: bool
    title: bool
    agreed: Hits
    disputed: Hits
    understood: Hits
    terms: Hits
    grounded: bool
    quoted: bool
    symmetric: bool
    blame: int
    affirmed: int
    by_model: bool


def score(case: KeyedCase, facilitator: Facilitator) -> Score:
    """Plays the case through the facilitator."""
    intake = facilitator.intake(case.messages, raised_from=case.messages[0].ts)
    framed = facilitator.frame(case.brief)
    common = framed.value
    terms = facilitator.suggest_terms(case.brief, common)
    keys = [t.key for t in terms.value.terms]
    mirrored = facilitator.frame(_swapped(case.brief)).value
    return Score(
        case=case.id,
        kind=intake.value.kind is case.kind,
        gap=common.gap is case.gap,
        title=0 < len(intake.value.title) <= MAX_TITLE,
        agreed=_keyed(common.agreed, case.agreed, case),
        disputed=_keyed(common.disputed, case.disputed, case),
        understood=_keyed(common.understood_differently, case.understood, case),
        terms=Hits(sum(k in keys for k in case.terms), len(case.terms), 0, 0),
        grounded=_is_grounded(common, case),
        quoted=quotes_stand([intake.value.title, *said_by_parley(common)], _texts(case)),
        symmetric=_mirrors(common, mirrored),
        blame=blaming([intake.value.title, *said_by_parley(common)])
        + pointing([intake.value.title, *said_for_both(common)]),
        affirmed=judging([intake.value.title, *said_for_both(common)]),
        by_model=intake.by_model and framed.by_model and terms.by_model,
    )


def _keyed(sentences: Sequence[str], key: Found, case: KeyedCase) -> Hits:
    return hits(sentences, key) if case.is_keyed else NOTHING


def quotes_stand(sentences: Iterable[str], texts: Iterable[str]) -> bool:
    """Whether every passage in quotation marks stands in a text, letter for letter but for spaces.

    A capital at its start and an ellipsis where it was cut belong to the sentence around it.
    """
    known = [folded(plain(t)) for t in texts]
    passages = [p for s in sentences for p in _QUOTED.findall(s)]
    return all(any(_stands(folded(p), text) for text in known) for p in passages)


def _stands(passage: str, text: str) -> bool:
    passage = passage.removesuffix(ELLIPSIS)
    return passage in text or passage[:1].lower() + passage[1:] in text


def hits(sentences: Sequence[str], key: Found) -> Hits:
    """A fact is found where one sentence holds all of its words, whatever their case."""

    def holds(sentence: str, words: Sequence[str]) -> bool:
        return all(w.casefold() in sentence.casefold() for w in words)

    return Hits(
        found=sum(any(holds(s, words) for s in sentences) for words in key),
        of=len(key),
        fitting=sum(any(holds(s, words) for words in key) for s in sentences),
        sentences=len(sentences),
    )


def said_for_both(common: CommonStatement) -> tuple[str, ...]:
    """The sentences of a statement that are in nobody's name."""
    shared = (*common.agreed, *common.disputed, *common.understood_differently)
    return (*shared, common.question, common.would_settle)


def said_by_parley(common: CommonStatement) -> tuple[str, ...]:
    """Every sentence of a statement, those about one side included."""
    about = (t for s in common.said for t in (s.account, s.wants, s.needs))
    return (*said_for_both(common), *about)


def _texts(case: KeyedCase) -> tuple[str, ...]:
    written = [t for s in case.brief.statements for t in (s.happened, s.wants, s.why)]
    return (*written, *case.brief.sources)


def _is_grounded(common: CommonStatement, case: KeyedCase) -> bool:
    """Whether every number of the statement stands in a text."""
    names = [name for _, name, _ in case.brief.sides]
    known = numbers_in([*_texts(case), *names])
    return numbers_in(said_by_parley(common)) <= known


def _swapped(brief: Brief) -> Brief:
    return replace(
        brief, sides=tuple(reversed(brief.sides)), statements=tuple(reversed(brief.statements))
    )


def _mirrors(one: CommonStatement, other: CommonStatement) -> bool:
    """Whether the same things are said, in the same words, whoever comes first."""

    def bag(common: CommonStatement) -> list[list[str]]:
        shared = (*common.agreed, *common.disputed, *common.understood_differently)
        return sorted(sorted(re.findall(r"\w+", s.casefold())) for s in shared)

    same_parts = all(one.about(s.side) == other.about(s.side) for s in one.said)
    return one.gap is other.gap and same_parts and bag(one) == bag(other)
