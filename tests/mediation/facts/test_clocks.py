"""Nights in which clocks change are known in Europe and North America."""

from datetime import datetime

import pytest

from bot.mediation.facts.clocks import is_over_a_change


def at(text: str) -> datetime:
    return datetime.fromisoformat(text)


@pytest.mark.parametrize(
    ("start", "end", "is_over"),
    [
        ("2026-10-24 22:00", "2026-10-25 06:00", True),
        ("2026-03-28 22:00", "2026-03-29 06:00", True),
        ("2026-03-07 22:00", "2026-03-08 06:00", True),
        ("2026-10-31 22:00", "2026-11-01 06:00", True),
        ("2025-12-30 08:00", "2026-03-10 08:00", True),
        ("2026-10-25 03:00", "2026-10-25 09:00", False),
        ("2026-10-24 08:00", "2026-10-25 01:00", False),
        ("2026-11-03 22:10", "2026-11-04 01:30", False),
        ("9999-12-30 22:10", "9999-12-31 01:30", False),
    ],
)
def test_a_stay_over_three_at_night_of_such_a_day_is_known(
    start: str, end: str, is_over: bool
) -> None:
    assert is_over_a_change(at(start), at(end)) is is_over
