"""A file of scenarios is read whole, or refused with the path of the fault."""

from pathlib import Path
from typing import Any

import pytest

from bench.__main__ import main
from bench.scenarios import MalformedScenario, read_scenarios
from tests.bench.made import entry, scenario, written

SHIPPED = Path(__file__).parents[2] / "bench" / "scenarios"
PARTIES: list[dict[str, Any]] = entry()["parties"]


def with_party(**changes: Any) -> dict[str, Any]:
    return entry(parties=[PARTIES[0], {**PARTIES[1], **changes}])


@pytest.mark.parametrize(
    ("file", "count"),
    [("anac_two_party.json", 26), ("anac_three_party.json", 19), ("casino.json", 300)],
)
def test_the_shipped_files_are_read(file: str, count: int) -> None:
    found = read_scenarios(SHIPPED / file)
    assert len(found) == count
    for one in found:
        for side in one.worths:
            assert sum(max(term) for term in side) == pytest.approx(1, abs=0.01)
            assert min(min(term) for term in side) >= 0


def test_a_scenario_keeps_what_the_file_says(tmp_path: Path) -> None:
    found = scenario(tmp_path, human_deal=[2, 3, 1], forbidden=[[[0, 2], [1, 3]]])
    assert found.options == (3, 4, 2)
    assert found.walk_aways == (0.1, 0.1)
    assert found.human_deal == (2, 3, 1)
    assert found.problem.forbidden == (frozenset({(0, 2), (1, 3)}),)
    assert not found.problem.allows((2, 3, 0))
    assert found.problem.disagreement == (0.1, 0.1)


@pytest.mark.parametrize("absent", [None, "left out"])
def test_a_deal_may_be_missing_or_null(tmp_path: Path, absent: str | None) -> None:
    changes = {"human_deal": None} if absent is None else {}
    assert scenario(tmp_path, **changes).human_deal is None


@pytest.mark.parametrize(
    ("broken", "path"),
    [
        ("text", r"\$\[0\]: an object"),
        (entry(terms=[]), r"\$\[0\]\.terms: at least one"),
        (entry(terms="x"), r"\$\[0\]\.terms: a list"),
        (entry(terms=[{"name": "x"}]), r"\$\[0\]\.terms\[0\]\.options: is missing"),
        (entry(terms=[{"name": "x", "options": []}]), r"\.terms\[0\]\.options: at least one"),
        (entry(name=3), r"\$\[0\]\.name: a text"),
        ({"terms": [{"options": ["a"]}], "parties": PARTIES}, r"\$\[0\]\."),
        (entry(parties=PARTIES[:1]), r"\$\[0\]\.parties: 2 to 6"),
        (entry(parties=PARTIES * 4), r"\$\[0\]\.parties: 2 to 6 parties are needed, not 8"),
        (with_party(worth=[[0, 1]]), r"\$\[0\]\.parties\[1\]\.worth: 1 terms"),
        (with_party(worth=[[0], [0] * 4, [0] * 2]), r"parties\[1\]\.worth\[0\]: 1 worths"),
        (with_party(worth=[[0, 0, "x"], [0] * 4, [0] * 2]), r"worth\[0\]\[2\]: a number"),
        (with_party(worth=[[0, 0, True], [0] * 4, [0] * 2]), r"worth\[0\]\[2\]: a number"),
        (with_party(worth=[[0, 0, 1e13], [0] * 4, [0] * 2]), r"worth\[0\]\[2\]: a finite"),
        (with_party(worth=[[0, 0, float("nan")], [0] * 4, [0] * 2]), r"worth\[0\]\[2\]: a finite"),
        (with_party(worth=[[0, 0, 10**400], [0] * 4, [0] * 2]), r"worth\[0\]\[2\]: a finite"),
        (with_party(worth=[[0.5, 0.3, -3], [0.4] * 4, [0.1, 0]]), r"worth\[0\]\[2\]: .* not -3"),
        (with_party(worth=[[0.5, 0.3, 0.2], [0.5] * 4, [0, 0]]), r"worth\[0\]\[2\]: .* not 0\.2"),
        (with_party(worth=[[7.0, 0, 0], [0] * 4, [0] * 2]), r"parties\[1\]\.worth: .* not 7"),
        (with_party(worth=[[0] * 3, [0] * 4, [0] * 2]), r"parties\[1\]\.worth: .* 1, not 0"),
        (with_party(name=None), r"\$\[0\]\.parties\[1\]\.name: a text"),
        (
            entry(parties=[{"worth": PARTIES[0]["worth"], "walk_away": 0}, PARTIES[1]]),
            r"\$\[0\]\.parties\[0\]\.name: is missing",
        ),
        (entry(terms=[{"options": ["a"]}]), r"\$\[0\]\.terms\[0\]\.name: is missing"),
        (entry(terms=[{"name": "x", "options": ["a", 5]}]), r"terms\[0\]\.options\[1\]: a text"),
        (entry(forbidden=False), r"\$\[0\]\.forbidden: a list"),
        (entry(forbidden=0), r"\$\[0\]\.forbidden: a list"),
        (entry(forbidden=""), r"\$\[0\]\.forbidden: a list"),
        (with_party(walk_away=None), r"\$\[0\]\.parties\[1\]\.walk_away: a number"),
        (entry(human_deal=[0]), r"\$\[0\]\.human_deal: one option"),
        (entry(human_deal=[0, 0, 2]), r"\$\[0\]\.human_deal\[2\]: an index from 0 to 1"),
        (entry(human_deal=[0, 0, 0.0]), r"\$\[0\]\.human_deal\[2\]: an index"),
        (entry(forbidden=[[]]), r"\$\[0\]\.forbidden\[0\]: at least one"),
        (entry(forbidden=[[[0]]]), r"\$\[0\]\.forbidden\[0\]\[0\]: a term index"),
        (entry(forbidden=[[[3, 0]]]), r"\$\[0\]\.forbidden\[0\]\[0\]\[0\]: an index"),
        (entry(forbidden=[[[0, 3]]]), r"\$\[0\]\.forbidden\[0\]\[0\]\[1\]: an index"),
    ],
)
def test_what_is_malformed_is_refused_with_its_path(
    tmp_path: Path, broken: object, path: str
) -> None:
    with pytest.raises(MalformedScenario, match=path):
        read_scenarios(written(tmp_path, broken))


@pytest.mark.parametrize(
    "text", ["", "{", "[" * 100_000, "[" + "9" * 5_000 + "]", '{"name": 1}', "\udcff"]
)
def test_what_is_no_list_of_json_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "broken.json"
    path.write_bytes(text.encode("utf-8", "surrogateescape"))
    with pytest.raises(MalformedScenario, match=r"^\$: "):
        read_scenarios(path)


def test_a_byte_order_mark_and_a_null_for_no_combinations_are_fine(tmp_path: Path) -> None:
    path = written(tmp_path, entry(forbidden=None))
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    (found,) = read_scenarios(path)
    assert found.forbidden == ()


def test_worths_that_somebody_rounded_are_read(tmp_path: Path) -> None:
    rounded = [[0.5, 0.3, 0], [0.398, 0.3, 0.1, 0], [0.1, 0.001]]
    assert read_scenarios(written(tmp_path, with_party(worth=rounded)))


def test_where_there_is_nothing_to_choose_nothing_is_worth_anything(tmp_path: Path) -> None:
    parties = [{"name": n, "worth": [[0]], "walk_away": 0} for n in ("a", "b")]
    only = entry(terms=[{"name": "x", "options": ["one"]}], parties=parties)
    (found,) = read_scenarios(written(tmp_path, only))
    assert found.options == (1,)


@pytest.mark.parametrize(
    ("option", "value", "needed"),
    [
        ("--taps", "x", "a whole number from 0 on is needed"),
        ("--taps", "-1", "a whole number from 0 on is needed"),
        ("--noise", "loud", "a standard deviation from 0 to 10 is needed"),
        ("--noise", "nan", "a standard deviation from 0 to 10 is needed"),
    ],
)
def test_a_number_that_is_none_is_refused_in_words(
    option: str, value: str, needed: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        main(["packages", "--scenarios", "x", "--level", "full", f"{option}={value}"])
    assert needed in capsys.readouterr().err


def test_the_second_scenarios_fault_has_the_second_place(tmp_path: Path) -> None:
    with pytest.raises(MalformedScenario, match=r"^\$\[1\]\.parties"):
        read_scenarios(written(tmp_path, entry(), entry(parties=[])))
