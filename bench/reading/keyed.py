"""The keyed texts that the weights are learned from. What is held out is not among them."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.facilitator.evaluation import load_cases
from bot.facilitator.evaluation.suite import KeyedCase
from bot.facilitator.library import load_library
from bot.facilitator.reading.lexicon import LANGUAGES, load_lexicon
from bot.facilitator.yaml_files import read_yaml
from bot.mediation.issues import IssueKind

_HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Keyed:
    """A thread with both accounts. texts: its words, each as a text that shows the kind."""

    kind: str
    gap: str
    texts: tuple[str, ...]
    told: str
    wished: str


def threads() -> tuple[Keyed, ...]:
    """The cases of the evaluation, and the threads that were written to learn from."""
    rows: list[list[Any]] = read_yaml(_HERE / "threads.yaml")
    return (*map(_of_case, load_cases()), *map(_of_row, rows))


def messages() -> Iterator[tuple[str, str]]:
    """Single messages, and the turns of phrase of the library's terms, each with its kind."""
    for kind, texts in read_yaml(_HERE / "messages.yaml").items():
        yield from ((text, kind) for text in texts)
    entries = load_library().entries
    for language in LANGUAGES:
        for key, turns in load_lexicon(language).turns.items():
            if key in entries and entries[key].kind is not IssueKind.OTHER:
                yield " ".join(turns), entries[key].kind.value


def _of_case(case: KeyedCase) -> Keyed:
    said = case.brief.statements
    texts = [m.text for m in case.messages]
    return Keyed(
        kind=case.kind.value,
        gap=case.gap.value,
        texts=(" ".join(texts), texts[0], *(f"{s.happened} {s.wants} {s.why}" for s in said)),
        told=" ".join(sorted(s.happened for s in said)),
        wished=" ".join(sorted(f"{s.wants} {s.why}" for s in said)),
    )


def _of_row(row: list[Any]) -> Keyed:
    kind, gap, first, second, *said = map(str, row)
    ours, theirs = said[:3], said[3:]
    return Keyed(
        kind=kind,
        gap=gap,
        texts=(f"{first} {second}", first, " ".join(ours), " ".join(theirs)),
        told=" ".join(sorted((ours[0], theirs[0]))),
        wished=" ".join(sorted((" ".join(ours[1:]), " ".join(theirs[1:])))),
    )
