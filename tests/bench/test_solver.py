"""Growth, the comparison with NegMAS, and what misreporting does."""

import math
from importlib.util import find_spec
from pathlib import Path

import pytest

from bench import negmas_compared
from bench.growth import draw, grow, peak_memory, random_problem
from bench.misreport import all_or_nothing, effects, honest, sharpened
from bench.packages import people_of
from bench.scenarios import read_scenarios
from tests.bench.made import entry, written


def test_the_same_seed_makes_the_same_problem_of_the_asked_size() -> None:
    one = random_problem(3, 4, 5, seed=2)
    assert one == random_problem(3, 4, 5, seed=2)
    assert one != random_problem(3, 4, 5, seed=3)
    assert one.options == (5,) * 4
    assert one.sides == 3


def test_every_size_is_timed_answered_and_measured() -> None:
    points = list(grow(2, ((2, 3), (4, 3))))
    assert [p.packages for p in points] == [9, 81]
    for point in points:
        assert point.answered == point.tried
        assert point.seconds > 0
        assert 0 < point.memory < 50
        assert "packages" in str(point)


def test_ten_to_the_forty_packages_stay_small_in_memory() -> None:
    assert peak_memory(random_problem(2, 40, 10, seed=1)) < 200


def test_growth_is_drawn_as_a_picture(tmp_path: Path) -> None:
    path = tmp_path / "docs" / "growth.png"
    draw(list(grow(2, ((2, 3), (3, 3)))), path)
    assert path.read_bytes().startswith(b"\x89PNG")


@pytest.mark.skipif(find_spec("negmas") is not None, reason="NegMAS is installed here")
def test_without_negmas_the_comparison_says_how_to_get_it() -> None:
    with pytest.raises(negmas_compared.NotInstalled, match="pip install negmas"):
        next(negmas_compared.compared())


def test_a_row_of_the_comparison_tells_times_and_products() -> None:
    row = negmas_compared.Compared(2, 100, ours=0.001, theirs=0.2, product=1.0)
    assert math.isclose(row.ratio, 200)
    assert "200 times" in str(row)


class TestMisreports:
    def test_false_ratings_differ_from_honest_ones_as_their_names_say(self, tmp_path: Path) -> None:
        (one,) = read_scenarios(written(tmp_path, entry()))
        person = people_of(one, noise=0, seed=1)[0]
        true, sharp, all_in = (
            report(person, one.options) for report in (honest, sharpened, all_or_nothing)
        )
        assert sharp.importance[0] < true.importance[0]
        assert sharp.stars[1, 1] < true.stars[1, 1]
        assert sharp.importance[1] == true.importance[1] == 10
        assert set(all_in.stars.values()) == {1, 5}
        assert all_in.importance == true.importance

    def test_a_walk_away_that_is_a_bar_alone_pays_less_than_one_that_gains_count_from(
        self, tmp_path: Path
    ) -> None:
        """One pie of ten: a reference raised by 0.3 moves the split, a bar at 0.3 does not."""
        pie = {
            "name": "pie",
            "terms": [
                {"name": "cut", "options": [str(k) for k in range(11)]},
                {"name": "name", "options": ["a", "b"]},
            ],
            "parties": [
                {"name": "a", "worth": [[k / 11 for k in range(11)], [0, 1 / 11]], "walk_away": 0},
                {
                    "name": "b",
                    "worth": [[k / 10 for k in range(11)][::-1], [0, 0]],
                    "walk_away": 0,
                },
            ],
        }
        found = {e.what: e for e in effects(read_scenarios(written(tmp_path, pie)))}
        plain = found["walk-away +0.3, gains counted from it"]
        ours = found["walk-away +0.3, a bar alone"]
        assert plain.gains > 0.05
        assert ours.gains == pytest.approx(0)
        assert ours.costs == pytest.approx(0)
        assert len(found) == 8
        assert all("gains" in str(e) for e in found.values())
