"""Scenarios go the bot's own way; what comes out is what the scorer expects."""

import json
from pathlib import Path

import pytest

from bench.__main__ import main
from bench.forms import Level
from bench.packages import Outcome, run
from bench.scenarios import read_scenarios
from bench.score import is_efficient, nash_product, scored, summary
from bot.bargaining.fairness import fair
from tests.bench.made import entry, scenario, written

SHIPPED = Path(__file__).parents[2] / "bench" / "scenarios"
ASKING: tuple[Level, ...] = ("ranks", "quick", "ratings", "taps")


@pytest.mark.parametrize("level", ["full", *ASKING])
def test_every_level_gives_a_menu_the_fair_one_first(tmp_path: Path, level: Level) -> None:
    one = scenario(tmp_path)
    (outcome,) = run([one], level, taps=2, noise=0)
    assert not outcome.no_overlap
    assert 1 <= len(outcome.menu) <= 3
    assert len(outcome.taps) == 2
    assert outcome.ms > 0
    marks = scored(one, outcome)
    assert marks.first is not None
    assert marks.best is not None
    assert 0.5 < marks.first <= marks.best <= 1 + 1e-9


def test_full_information_gives_the_exact_nash_package(tmp_path: Path) -> None:
    one = scenario(tmp_path)
    (outcome,) = run([one], "full", taps=0, noise=0)
    solution = fair(one.problem)
    assert solution is not None
    assert outcome.menu[0] == solution.package
    assert scored(one, outcome).first == pytest.approx(1)


def test_at_most_so_many_taps_are_asked_of_a_side(tmp_path: Path) -> None:
    one = scenario(tmp_path)
    for most in (0, 1, 3):
        (outcome,) = run([one], "taps", taps=most, noise=0)
        assert max(outcome.taps) <= most
    (quick,) = run([one], "quick", taps=9, noise=0)
    assert max(quick.taps) <= 20


def test_forbidden_combinations_are_kept_at_every_level(tmp_path: Path) -> None:
    free = scenario(tmp_path)
    (before,) = run([free], "full", taps=0, noise=0)
    pair = [[t, o] for t, o in enumerate(before.menu[0])][:2]
    tied = scenario(tmp_path, forbidden=[pair])
    for level in ("full", *ASKING):
        (outcome,) = run([tied], level, taps=1, noise=0)
        assert all(tied.problem.allows(package) for package in outcome.menu)


def test_no_overlap_is_said_where_no_package_meets_every_walk_away(tmp_path: Path) -> None:
    parties = [{**p, "walk_away": 0.95} for p in entry()["parties"]]
    one = scenario(tmp_path, parties=parties)
    (outcome,) = run([one], "full", taps=0, noise=0)
    assert outcome.no_overlap
    assert outcome.menu == ()
    marks = scored(one, outcome)
    assert marks.first is None
    assert marks.right_about_overlap


def test_settlement_betters_a_poor_deal_and_leaves_an_efficient_one(tmp_path: Path) -> None:
    poor = scenario(tmp_path, human_deal=[2, 0, 0])
    (outcome,) = run([poor], "settlement", taps=0, noise=0)
    held = poor.problem.worths_of((2, 0, 0))
    assert outcome.menu
    for package in outcome.menu:
        worths = poor.problem.worths_of(package)
        assert all(a >= b - 1e-9 for a, b in zip(worths, held, strict=True))
    good = scenario(tmp_path, human_deal=list(outcome.menu[0]))
    (again,) = run([good], "settlement", taps=0, noise=0)
    assert again.menu == ()
    assert is_efficient(good.problem, outcome.menu[0])


def test_a_deal_that_may_not_stand_counts_only_where_an_allowed_one_betters_it(
    tmp_path: Path,
) -> None:
    """The fair deal is forbidden afterwards: it is no improvable one, though not allowed."""
    plain = scenario(tmp_path)
    (outcome,) = run([plain], "full", taps=0, noise=0)
    deal = outcome.menu[0]
    ruled_out = [[[t, o] for t, o in enumerate(deal)]]
    one = scenario(tmp_path, human_deal=list(deal), forbidden=ruled_out)
    (settled,) = run([one], "settlement", taps=0, noise=0)
    assert settled.menu == ()
    assert not scored(one, settled).improvable
    assert not is_efficient(one.problem, deal)
    poor = scenario(tmp_path, human_deal=[2, 0, 0], forbidden=[[[0, 2], [1, 0], [2, 0]]])
    (bettered,) = run([poor], "settlement", taps=0, noise=0)
    assert bettered.menu
    assert scored(poor, bettered).improvable


def test_a_scenario_without_a_deal_has_nothing_to_settle(tmp_path: Path) -> None:
    (outcome,) = run([scenario(tmp_path)], "settlement", taps=0, noise=0)
    assert outcome.menu == ()
    assert not outcome.no_overlap


def test_the_same_seed_gives_the_same_menus_under_noise(tmp_path: Path) -> None:
    one = scenario(tmp_path)
    menus = [next(iter(run([one], "taps", taps=2, noise=0.1, seed=s))).menu for s in (4, 4)]
    assert menus[0] == menus[1]


def test_a_package_below_a_walk_away_or_forbidden_scores_nothing(tmp_path: Path) -> None:
    one = scenario(tmp_path, forbidden=[[[0, 1], [1, 1]]])
    assert nash_product(one.problem, (0, 0, 0)) == 0.0
    assert nash_product(one.problem, (1, 1, 0)) == 0.0
    assert nash_product(one.problem, (0, 2, 1)) > 0


def test_the_command_writes_what_the_format_says(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file, out = written(tmp_path, entry(), entry(name="second")), tmp_path / "out.json"
    arguments = ["packages", "--scenarios", str(file), "--level", "taps", "--out", str(out)]
    assert main([*arguments, "--taps", "2", "--noise", "0.05"]) == 0
    written_out = json.loads(out.read_text(encoding="utf-8"))["scenarios"]
    assert [s["name"] for s in written_out] == ["small", "second"]
    for one in written_out:
        assert set(one) == {"name", "level", "menu", "taps", "no_overlap", "ms"}
        assert one["level"] == "taps"
        assert all(len(package) == 3 for package in one["menu"])
        assert all(isinstance(o, int) for package in one["menu"] for o in package)
        assert [isinstance(t, int) for t in one["taps"]] == [True, True]
        assert one["no_overlap"] is False
    printed = capsys.readouterr().out
    for word in ("mean", "10th percentile", "minimum", "efficient", "best of the menu"):
        assert word in printed


def test_a_malformed_file_is_refused_on_the_command_line_with_its_path(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = written(tmp_path, entry(terms=[]))
    assert main(["packages", "--scenarios", str(file), "--level", "full"]) == 2
    assert "$[0].terms" in capsys.readouterr().err
    absent = str(tmp_path / "absent.json")
    assert main(["packages", "--scenarios", absent, "--level", "full"]) == 2


@pytest.mark.parametrize("wrong", [["--taps", "-1"], ["--noise", "-0.1"], ["--level", "some"]])
def test_arguments_that_make_no_sense_are_refused(tmp_path: Path, wrong: list[str]) -> None:
    file = str(written(tmp_path, entry()))
    with pytest.raises(SystemExit):
        main(["packages", "--scenarios", file, "--level", "full", *wrong])


def test_an_empty_file_has_an_empty_summary() -> None:
    assert "0 scenarios" in summary([], [])
    assert summary([], [Outcome("x", "full", (), (0, 0), True, 1.0)])


class TestShippedFiles:
    """What must hold exactly, whatever else is tuned."""

    @pytest.mark.parametrize("file", ["anac_two_party.json", "anac_three_party.json"])
    def test_full_information_is_exact_efficient_and_right_about_overlap(self, file: str) -> None:
        scenarios = read_scenarios(SHIPPED / file)
        outcomes = list(run(scenarios, "full", taps=0, noise=0))
        marks = [scored(s, o) for s, o in zip(scenarios, outcomes, strict=True)]
        assert all(m.right_about_overlap for m in marks)
        ratios = [m.first for m in marks if m.first is not None]
        assert min(ratios) == pytest.approx(1)
        assert all(m.efficient for m, o in zip(marks, outcomes, strict=True) if o.menu)
        assert len(ratios) > 15

    def test_every_improvable_deal_of_people_is_found_and_no_other(self) -> None:
        scenarios = read_scenarios(SHIPPED / "casino.json")
        outcomes = list(run(scenarios, "settlement", taps=0, noise=0))
        marks = [scored(s, o) for s, o in zip(scenarios, outcomes, strict=True)]
        assert [bool(o.menu) for o in outcomes] == [m.improvable for m in marks]
        assert sum(m.improvable for m in marks) == 95

    def test_ratings_lose_little_and_orders_of_people_more(self) -> None:
        scenarios = read_scenarios(SHIPPED / "anac_two_party.json")
        means = {}
        for level in ("ranks", "ratings"):
            outcomes = run(scenarios, level, taps=0, noise=0)
            firsts = [scored(s, o).first for s, o in zip(scenarios, outcomes, strict=True)]
            ratios = [f for f in firsts if f is not None]
            means[level] = sum(ratios) / len(ratios)
        assert means["ratings"] > 0.99
        assert 0.9 < means["ranks"] < means["ratings"]
