"""The figures of lists and desks, at a small size."""

from bench.lists import FIRST, LOOKS, Growth, measured


def test_every_look_is_taken_with_few_cases_and_with_many() -> None:
    found = measured(few=2, many=45, repeats=1)
    assert [growth.name for growth in found] == [FIRST, *LOOKS]
    assert all(growth.few > 0 and growth.many > 0 for growth in found)


def test_a_ratio_is_many_against_few() -> None:
    growth = Growth("Home", few=0.02, many=0.05)
    assert growth.ratio == 2.5
    assert str(growth).split() == ["Home", "20.0", "ms", "50.0", "ms", "2.5", "times"]
