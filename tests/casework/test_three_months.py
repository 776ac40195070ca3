"""Three months of two partnerships in three zones: what lands, when, with whom, in which words.

One run passes the end of a year and autumn's changes of the clock, the other spring's.
"""

from collections import Counter
from datetime import date, datetime

import pytest

from bot.casework.letters import Letter
from tests.casework.expected import (
    FIRST,
    MOST,
    WEEK,
    Calendar,
    Owed,
    notices,
    picture,
    short,
    week_of_channel,
    week_of_person,
)
from tests.casework.quarter import MEMBERS, PEOPLE, SIDES, ZONES, Quarter

AUTUMN, SPRING = date(2026, 10, 12), date(2027, 2, 22)
OFF = {
    AUTUMN: frozenset({date(2026, 12, 25), date(2026, 12, 28), date(2027, 1, 1)}),
    SPRING: frozenset({date(2027, 3, 26), date(2027, 3, 29), date(2027, 5, 6)}),
}
HOME = ("UHANS", "UHOPE")
NONE: frozenset[date] = frozenset()


@pytest.fixture(scope="module", params=[(AUTUMN, 1), (AUTUMN, 2), (SPRING, 3), (SPRING, 4)])
def quarter(request: pytest.FixtureRequest) -> Quarter:
    start, seed = request.param
    return Quarter(start, seed, OFF[start]).pass_by()


def of_person(quarter: Quarter, person: str) -> Calendar:
    return Calendar(PEOPLE[person][1], quarter.off if person == "UHANS" else NONE)


def of_channel(quarter: Quarter, channel: str) -> Calendar:
    return Calendar(ZONES[channel], quarter.off if channel == "C1" else NONE)


def weeks_of(quarter: Quarter, person: str) -> list[datetime]:
    return of_person(quarter, person).mondays(quarter.start, quarter.end)


def was_in_week(quarter: Quarter, owed: Owed, at: datetime) -> bool:
    """Whether the day before was that of its owner's week, which named it as due."""
    own = of_person(quarter, owed.owner)
    before = own.nine(own.before(own.day(at), 1))
    span = owed.span_at(before)
    return before in weeks_of(quarter, owed.owner) and span is not None and span.due >= own.day(at)


def told(quarter: Quarter) -> list[tuple[str, datetime, str]]:
    """Every line of every reminder: to whom, when, in which words."""
    room = quarter.room
    letters = [(k, to, letter) for k, (to, letter) in room.letters.items()]
    letters += [(k, to, letter) for k, (_, to, letter) in room.calls.items()]
    return [
        (to, room.at[key], line.text)
        for key, to, letter in letters
        if key.startswith("reminders:")
        for line in letter.lines
    ]


def test_every_reminder_lands_at_nine_with_its_owner_once_in_the_right_words(
    quarter: Quarter,
) -> None:
    """Those of the day of one's own week stand in that week, and nowhere else; what it said to be
    due is not announced again on the next day."""
    expected = [
        (o.owner, at, words)
        for o in quarter.owed
        for at, rank, _, words in notices(o, of_person(quarter, o.owner))
        if at.date() < quarter.end
        if o.owner not in HOME or at not in weeks_of(quarter, o.owner)
        if o.owner not in HOME or rank != FIRST or not was_in_week(quarter, o, at)
    ]
    assert len(expected) > 25
    assert Counter(told(quarter)) == Counter(expected)


def test_a_person_has_one_message_a_day_and_a_channel(quarter: Quarter) -> None:
    room = quarter.room
    keys = [*room.letters, *room.calls]
    days = [(k.split(":")[1], k.split(":")[3:], room.at[k].date()) for k in keys]
    assert len(keys) > 20
    assert max(Counter(map(str, days)).values()) == 1


def test_the_own_organisation_is_written_to_and_others_are_called_in_their_channel(
    quarter: Quarter,
) -> None:
    room = quarter.room
    assert {to for to, _ in room.letters.values()} <= set(HOME)
    for channel, to, letter in room.calls.values():
        assert to in {"UBEN", "UKEN", "UNED"}
        assert to in MEMBERS[channel]
        assert all(f"Promise {channel}/" in line.text for line in letter.lines)


def test_what_stays_open_is_passed_on_once_to_who_signed_for_each_side(quarter: Quarter) -> None:
    notes = {k: n for k, n in quarter.room.notes.items() if ":passed-on-" in k}
    found = Counter(
        (note.channel, quarter.room.at[key], line)
        for key, note in notes.items()
        for line in note.text.splitlines()[1:]
    )
    expected = Counter(
        (o.channel, at, f"•  {o.side.split('-')[1]}: {o.what}{rest}")
        for o in quarter.owed
        for span in o.spans
        for there in [of_channel(quarter, o.channel)]
        for at in [there.nine(there.near(span.late_from, 3))]
        for rest in [
            f"; something is missing since {short(span.missing)}"
            if span.missing
            else f", by {short(span.due)}"
        ]
        if span.holds(at) and at.date() < quarter.end
    )
    assert expected
    assert any("missing" in line for _, _, line in expected)
    assert found == expected
    for note in notes.values():
        assert len(note.mentions) == 2
        assert set(note.mentions) <= set(MEMBERS[note.channel])


def test_each_review_comes_up_on_its_day(quarter: Quarter) -> None:
    notes = quarter.room.notes.values()
    found = [(n.channel, quarter.room.at[n.key]) for n in notes if ":review-" in n.key]
    expected = []
    for channel, day in quarter.reviews.items():
        assert day is not None
        there = of_channel(quarter, channel)
        expected.append((channel, there.nine(day if there.works(day) else there.near(day, 1))))
    assert Counter(found) == Counter(expected)


def within(lines: list[str]) -> bool:
    return len(lines) <= MOST


@pytest.mark.parametrize("channel", ["C1", "C2"])
def test_each_week_that_has_news_is_told_in_its_channel_once_word_for_word(
    quarter: Quarter, channel: str
) -> None:
    there, room = of_channel(quarter, channel), quarter.room
    expected, since = {}, None
    for at in there.mondays(quarter.start, quarter.end):
        begins = since or at - WEEK
        lines = week_of_channel(channel, quarter.owed, there, at, begins, quarter.from_)
        since = at
        if lines:
            expected[f"digest:{channel}:{there.day(at):%G-W%V}"] = (at, lines)
    found = {k: d for k, d in room.digests.items() if d.channel == channel}
    assert {k: room.at[k] for k in found} == {k: at for k, (at, _) in expected.items()}
    assert sum(map(within, (lines for _, lines in expected.values()))) > 8
    assert any("Thank you." in lines[0] for _, lines in expected.values())
    for key, (_, lines) in expected.items():
        said = [line.text for line in found[key].lines]
        if within(lines):
            assert said == lines
        else:
            assert len(said) == MOST
            assert said[-1] == f"And {len(lines) - MOST + 1} more; `/parley list`."
            assert set(said[:-1]) <= set(lines)


@pytest.mark.parametrize("person", HOME)
def test_everybodys_week_comes_at_nine_where_they_are_once_word_for_word(
    quarter: Quarter, person: str
) -> None:
    own, room = of_person(quarter, person), quarter.room
    channel = next(c for c, members in MEMBERS.items() if person in members)
    others = {f"{channel}-{SIDES[PEOPLE[m][0]]}" for m in MEMBERS[channel] if m not in HOME}
    names = {side: side.split("-")[1] for side in others}
    expected: dict[str, tuple[datetime, list[str], int]] = {}
    for at in weeks_of(quarter, person):
        lines = week_of_person(person, names, quarter.owed, own, at)
        if lines:
            key = f"my-week:{person}:{own.day(at):%G-W%V}"
            expected[key] = (at, lines[:MOST], max(0, len(lines) - MOST))
    found = {k: v for k, (to, v) in room.letters.items() if k.startswith(f"my-week:{person}:")}
    assert len(expected) > 6

    def read(key: str, letter: Letter) -> tuple[datetime, list[str], int]:
        return room.at[key], [line.text for line in letter.lines], letter.more

    assert {k: read(k, v) for k, v in found.items()} == expected


@pytest.mark.parametrize("channel", ["C1", "C2"])
def test_a_picture_comes_on_the_first_monday_of_each_month_in_which_there_is_one(
    quarter: Quarter, channel: str
) -> None:
    there, room = of_channel(quarter, channel), quarter.room
    moments = there.first_mondays(quarter.start, quarter.end)
    expected = {
        f"month:{channel}:{there.day(at):%Y-%m}": (at, *counted)
        for at in moments
        if any(counted := picture(channel, quarter.owed, at))
    }
    found = {
        k: (room.at[k], sum(m.in_time), sum(m.late))
        for k, m in room.months.items()
        if m.channel == channel
    }
    assert len(expected) >= 2
    assert found == expected


def test_every_kind_of_promise_is_in_it(quarter: Quarter) -> None:
    owed = quarter.owed
    assert any(o.recurs and len(o.kept) > 1 for o in owed)
    assert any(s.missing for o in owed for s in o.spans)
    assert any(len({s.due for s in o.spans}) > 1 and not o.recurs for o in owed)
