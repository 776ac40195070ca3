"""The cases cover every kind of gap and half of them are misunderstandings; files are strict."""

from pathlib import Path

import pytest
import yaml

from bot.facilitator.evaluation import CaseFault, load_cases
from bot.facilitator.library import load_library
from bot.mediation.issues import GapKind, IssueKind

CASES = load_cases()


def test_there_are_enough_cases_of_every_sort() -> None:
    assert len(CASES) >= 24
    assert {c.gap for c in CASES} == set(GapKind)
    assert {c.kind for c in CASES} == set(IssueKind)
    misunderstood = [c for c in CASES if c.gap in {GapKind.INTERPRETATION, GapKind.FACT}]
    assert 2 * len(misunderstood) >= len(CASES)
    assert sum(c.language == "es" for c in CASES) >= 3
    for trait in ("rude", "injection", "common_interest"):
        assert sum(trait in c.traits for c in CASES) >= 2


def test_every_case_has_its_own_name_and_terms_of_the_library() -> None:
    assert len({c.id for c in CASES}) == len(CASES)
    known = set(load_library().entries)
    for case in CASES:
        assert set(case.terms) <= known, case.id
        assert len(case.brief.statements) == len(case.brief.sides) == 2


GOOD = {
    "id": "a",
    "kind": "price",
    "gap": "fact",
    "messages": [["Ana", "Hello"]],
    "customer": ["A", "x", "y", ""],
    "provider": ["B", "x", "y", ""],
    "agreed": [],
    "disputed": [],
    "understood": [],
    "terms": [],
}


def write(folder: Path, **changes: object) -> Path:
    fields = {k: v for k, v in {**GOOD, **changes}.items() if v is not None}
    (folder / "own.yaml").write_text(yaml.safe_dump([fields]), encoding="utf-8")
    return folder


def test_a_company_scores_its_own_cases(tmp_path: Path) -> None:
    (case,) = load_cases(write(tmp_path))
    assert (case.id, case.kind, case.gap, case.language) == (
        "a",
        IssueKind.PRICE,
        GapKind.FACT,
        "en",
    )


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"gap": None}, "own.yaml: a: missing or not known: gap"),
        ({"more": 1}, "missing or not known: more"),
        ({"gap": "war"}, "war"),
        ({"kind": "weather"}, "weather"),
    ],
)
def test_a_case_that_is_not_in_order_is_refused(
    tmp_path: Path, change: dict[str, object], says: str
) -> None:
    with pytest.raises(CaseFault, match=says):
        load_cases(write(tmp_path, **change))


def test_a_folder_without_cases_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CaseFault, match="no case files"):
        load_cases(tmp_path)
