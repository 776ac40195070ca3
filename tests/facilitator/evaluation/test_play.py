"""`parley eval` scores a facilitator and writes a table and a plot."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.cli import app
from bot.facilitator.evaluation import as_markdown, load_cases, play, write_report
from tests.facilitator.model.server import serving

CASES = load_cases()


def test_the_built_in_facilitator_holds_its_level() -> None:
    measures = play("builtin", CASES).measures()
    grounded = ("numbers grounded", "quotations grounded")
    for always in (*grounded, "symmetric", "free of blame", "free of verdicts"):
        assert measures[always] == 1.0
    assert measures["kind of gap"] >= 0.9
    assert measures["kind of issue"] >= 0.75
    assert measures["understood differently, recall"] >= 0.85
    assert measures["disputed facts, precision"] >= 0.8


PLAIN = ("sixty_against_thirty", "late_against_on_time", "leaking_lids", "six_more_against_three")


@pytest.mark.parametrize("name", PLAIN)
def test_a_plain_conflict_is_told_and_nothing_else(name: str) -> None:
    (found,) = play("builtin", [c for c in CASES if c.id == name]).scores
    assert (found.kind, found.gap, found.symmetric, found.grounded) == (True,) * 4
    for hits in (found.agreed, found.disputed):
        assert (hits.found, hits.fitting) == (hits.of, hits.sentences)
    assert found.terms.found == found.terms.of


def test_a_model_that_is_not_there_scores_as_the_built_in_one_and_its_calls_are_counted() -> None:
    with serving() as server:
        server.fails(500)
        found = play("scripted", CASES[:3], base_url=server.url, api_key="made-up")
    own = play("builtin", CASES[:3])
    assert found.measures() == own.measures()
    assert found.calls == 4 * 3
    assert not any(s.by_model for s in found.scores)


def test_the_report_is_a_table_and_a_plot(tmp_path: Path) -> None:
    table, plot = write_report(play("builtin", CASES[:4]), tmp_path / "new")
    text = table.read_text(encoding="utf-8")
    assert "| kind of gap | " in text
    assert all(f"| {c.id} |" in text for c in CASES[:4])
    assert plot.name in text
    assert plot.read_bytes().startswith(b"\x89PNG")


def test_the_table_says_how_many_calls_it_took() -> None:
    assert "4 cases, 0 calls to a language model, 0 tokens." in as_markdown(
        play("builtin", CASES[:4])
    )


def test_the_command_prints_the_table_and_names_the_files(tmp_path: Path) -> None:
    result = CliRunner().invoke(app, ["eval", "--model", "builtin", "--out", str(tmp_path)])
    assert result.exit_code == 0, result.output
    assert "| kind of gap |" in result.output
    assert (tmp_path / "words-builtin.md").is_file()


def test_the_command_says_what_to_do_where_there_are_no_cases(tmp_path: Path) -> None:
    result = CliRunner().invoke(app, ["eval", "--model", "builtin", "--cases", str(tmp_path)])
    assert result.exit_code == 1
    assert "no case files" in result.output
