"""Three months of two partnerships in three zones: what lands, when, with whom, in which words.

One run passes the end of a year and autumn's changes of the clock, the other spring's.
"""

from collections import Counter
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from tests.casework.quarter import MEMBERS, PEOPLE, ZONES, Quarter

AUTUMN, SPRING = date(2026, 10, 12), date(2027, 2, 22)
OFF = {
    AUTUMN: frozenset({date(2026, 12, 25), date(2026, 12, 28), date(2027, 1, 1)}),
    SPRING: frozenset({date(2027, 3, 26), date(2027, 3, 29), date(2027, 5, 6)}),
}


@pytest.fixture(scope="module", params=[(AUTUMN, 1), (AUTUMN, 2), (SPRING, 3), (SPRING, 4)])
def quarter(request: pytest.FixtureRequest) -> Quarter:
    start, seed = request.param
    return Quarter(start, seed, OFF[start]).pass_by()


def told(quarter: Quarter) -> list[tuple[str, datetime, str]]:
    """Every line of every reminder: to whom, when, up to the case's number."""
    room = quarter.room
    letters = [(k, to, letter) for k, (to, letter) in room.letters.items()]
    letters += [(k, to, letter) for k, (_, to, letter) in room.calls.items()]
    return [
        (to, room.at[key], line.text.split(" (case")[0])
        for key, to, letter in letters
        if key.startswith("reminders:")
        for line in letter.lines
    ]


def test_every_reminder_lands_at_nine_with_its_owner_once_in_the_right_words(
    quarter: Quarter,
) -> None:
    expected = quarter.expected_reminders()
    assert len(expected) > 25
    assert Counter(told(quarter)) == Counter(expected)


def test_a_person_has_one_message_a_day_and_a_channel(quarter: Quarter) -> None:
    room = quarter.room
    keys = [k for k in (*room.letters, *room.calls) if k.startswith("reminders:")]
    assert len(keys) == len({(k.split(":")[1], room.at[k].date()) for k in keys})


def test_the_own_organisation_is_written_to_and_others_are_called_in_their_channel(
    quarter: Quarter,
) -> None:
    room = quarter.room
    assert {to for to, _ in room.letters.values()} <= {"UHANS", "UHOPE"}
    for channel, to, letter in room.calls.values():
        assert to in {"UBEN", "UKEN", "UNED"}
        assert to in MEMBERS[channel]
        assert all(f"Promise {channel}/" in line.text for line in letter.lines)


def test_what_stays_open_is_passed_on_once_to_who_signed_for_each_side(quarter: Quarter) -> None:
    notes = {k: n for k, n in quarter.room.notes.items() if ":passed-on-" in k}
    found = Counter(
        (note.channel, quarter.room.at[key], what.split(": ")[1].rsplit(", by", 1)[0])
        for key, note in notes.items()
        for what in note.text.splitlines()[1:]
    )
    expected = quarter.expected_passed_on()
    assert expected
    assert found == Counter(expected)
    for note in notes.values():
        assert len(note.mentions) == 2
        assert set(note.mentions) <= set(MEMBERS[note.channel])


def test_each_review_comes_up_on_its_day(quarter: Quarter) -> None:
    notes = quarter.room.notes.values()
    found = [(n.channel, quarter.room.at[n.key]) for n in notes if ":review-" in n.key]
    assert Counter(found) == Counter(quarter.expected_reviews())


def test_digests_come_on_mondays_at_nine_where_the_channel_is_once_a_week(
    quarter: Quarter,
) -> None:
    room = quarter.room
    for key, digest in room.digests.items():
        local = room.at[key].astimezone(ZoneInfo(ZONES[digest.channel]))
        moved = quarter.off and digest.channel == "C1" and local.weekday() == 1
        assert (local.hour, local.minute) == (9, 0)
        assert local.weekday() == 0 or (moved and _yesterday(local.date()) in quarter.off)
        assert key == f"digest:{digest.channel}:{local:%G-W%V}"
    for channel in MEMBERS:
        weeks = sorted(k for k in room.digests if f":{channel}:" in k)
        assert len(weeks) >= 9, weeks
    by_channel = Counter(d.channel for d in room.digests.values())
    assert len(by_channel) == 2


def test_a_weeks_digest_speaks_of_its_own_channel_alone(quarter: Quarter) -> None:
    for digest in quarter.room.digests.values():
        other = "C2" if digest.channel == "C1" else "C1"
        assert not any(f"Promise {other}/" in line.text for line in digest.lines)
        assert len(digest.lines) <= 7


def test_my_week_comes_on_mondays_at_nine_where_the_person_is(quarter: Quarter) -> None:
    room = quarter.room
    weeks = [key for key in room.letters if key.startswith("my-week:")]
    assert weeks
    for key in weeks:
        to, letter = room.letters[key]
        local = room.at[key].astimezone(ZoneInfo(PEOPLE[to][1]))
        moved = to == "UHANS" and local.weekday() == 1 and _yesterday(local.date()) in quarter.off
        assert local.hour == 9
        assert local.weekday() == 0 or moved
        assert 1 <= len(letter.lines) <= 7
        assert key.endswith(f"{local:%G-W%V}")


def _yesterday(day: date) -> date:
    return date.fromordinal(day.toordinal() - 1)
