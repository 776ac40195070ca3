"""A commitment after the signature: contested, changed by both, coming round."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from bot.mediation.changes import AsSigned, Change
from bot.mediation.commitments import MOST_PAST, Commitment, Past, Progress
from bot.mediation.refusals import MovedOn, NotEntitled
from bot.mediation.rhythm import Every, occurrence
from tests.mediation.parts import ANNA, BEN, BUYER, NOW, SELLER, agreement, commitment

LATER = date(2026, 4, 1)


def wish(**changes: object) -> Change:
    made = Change(SELLER.id, BEN, NOW, "Target: 97 %", LATER)
    return replace(made, **changes)  # type: ignore[arg-type]


def weekly(**changes: object) -> Commitment:
    made = replace(commitment(), every=Every.WEEK, until=date(2026, 4, 6))
    return replace(made, **changes)  # type: ignore[arg-type]


def at(day: date) -> datetime:
    return NOW.replace(year=day.year, month=day.month, day=day.day)


def kept(promise: Commitment, on: date | None = None) -> Commitment:
    now = NOW if on is None else at(on)
    return promise.done(by=BEN, now=now).confirmed(side=BUYER.id, by=ANNA, now=now)


class TestEvidence:
    def test_done_with_a_link_or_without(self) -> None:
        assert commitment().done(by=BEN, now=NOW).evidence == ""
        link = " https://example.com/report "
        assert commitment().done(by=BEN, now=NOW, evidence=link).evidence == link.strip()


class TestContested:
    def test_the_other_side_says_what_is_missing_and_the_owner_does_it_again(self) -> None:
        contested = commitment().done(by=BEN, now=NOW).contested(side=BUYER.id, because="May")
        assert (contested.progress, contested.contested_because) == (Progress.CONTESTED, "May")
        assert contested.is_undone
        again = contested.done(by=BEN, now=NOW)
        assert again.progress is Progress.DONE
        assert again.contested_because == "May", "who confirms sees what was missing"

    def test_who_contested_may_confirm_after_all(self) -> None:
        contested = commitment().done(by=BEN, now=NOW).contested(side=BUYER.id, because="May")
        confirmed = contested.confirmed(side=BUYER.id, by=ANNA, now=NOW)
        assert (confirmed.progress, confirmed.contested_because) == (Progress.CONFIRMED, "")

    def test_nobody_contests_their_own_or_what_nobody_called_done(self) -> None:
        with pytest.raises(NotEntitled):
            commitment().done(by=BEN, now=NOW).contested(side=SELLER.id, because="x")
        with pytest.raises(MovedOn):
            commitment().contested(side=BUYER.id, because="x")
        with pytest.raises(MovedOn):
            kept(commitment()).contested(side=BUYER.id, because="x")

    def test_what_shows_it_can_be_added_until_it_is_confirmed(self) -> None:
        done = commitment().done(by=BEN, now=NOW)
        assert done.shown(" the report ").evidence == "the report"
        for other in (commitment(), kept(commitment())):
            with pytest.raises(MovedOn):
                other.shown("the report")

    def test_what_is_contested_past_its_day_is_overdue(self) -> None:
        contested = commitment().done(by=BEN, now=NOW).contested(side=BUYER.id, because="x")
        assert contested.is_overdue(contested.due + timedelta(days=1))
        assert not contested.is_overdue(contested.due)

    def test_what_is_contested_after_its_day_is_late_from_then_on(self) -> None:
        done, on = commitment().done(by=BEN, now=NOW), commitment().due + timedelta(days=8)
        contested = done.contested(side=BUYER.id, because="x", on=on)
        assert not contested.is_overdue(on)
        assert contested.is_overdue(on + timedelta(days=1))
        assert contested.confirmed(side=BUYER.id, by=ANNA, now=NOW).contested_on is None


class TestChange:
    def test_nothing_holds_before_the_other_side_agrees(self) -> None:
        asked = commitment().asked(wish())
        assert (asked.due, asked.what) == (commitment().due, commitment().what)
        with pytest.raises(NotEntitled, match=r"the others say|to whom it was made"):
            asked.changed(side=SELLER.id)
        agreed = asked.changed(side=BUYER.id)
        assert (agreed.due, agreed.change) == (LATER, None)

    def test_either_side_may_ask_and_either_may_take_it_back(self) -> None:
        asked = commitment().asked(wish(side=BUYER.id, by=ANNA))
        assert asked.changed(side=SELLER.id).due == LATER
        assert asked.unchanged() == commitment()
        with pytest.raises(MovedOn):
            commitment().unchanged()
        with pytest.raises(MovedOn):
            commitment().changed(side=BUYER.id)

    def test_a_newer_wish_takes_the_place_of_an_older_one(self) -> None:
        asked = commitment().asked(wish()).asked(wish(due=date(2026, 5, 1)))
        assert asked.changed(side=BUYER.id).due == date(2026, 5, 1)

    def test_asking_for_what_holds_is_asking_for_nothing(self) -> None:
        with pytest.raises(MovedOn, match="already"):
            commitment().asked(wish(due=commitment().due))

    def test_what_is_kept_is_not_changed_any_more(self) -> None:
        with pytest.raises(MovedOn):
            kept(commitment()).asked(wish())

    def test_the_signed_version_stands_and_the_first_text_is_remembered(self) -> None:
        first = commitment()
        before = agreement(first)
        once = first.asked(wish()).changed(side=BUYER.id)
        twice = once.asked(wish(what="Target: 96 %")).changed(side=BUYER.id)
        assert before.with_commitment(twice).version == before.version
        assert twice.signed_as == AsSigned(first.what, first.due)
        assert (twice.what, twice.due) == ("Target: 96 %", LATER)


class TestRecurring:
    def test_it_opens_again_for_the_next_time(self) -> None:
        following = kept(weekly())
        assert (following.progress, following.due) == (Progress.OPEN, date(2026, 3, 23))
        assert (following.kept, following.done_by, following.evidence) == (1, None, "")
        assert following.confirmed_at == NOW

    def test_after_the_last_time_it_is_kept_for_good(self) -> None:
        promise = weekly()
        for _ in range(3):
            promise = kept(promise)
        assert promise.due == date(2026, 4, 6)
        assert kept(promise).progress is Progress.CONFIRMED

    def test_days_that_passed_before_it_was_confirmed_are_not_owed_twice(self) -> None:
        assert kept(weekly(), on=date(2026, 3, 31)).due == date(2026, 4, 6)
        assert kept(weekly(), on=date(2026, 3, 30)).due == date(2026, 3, 30)

    def test_the_signed_version_stands_however_often_it_comes_round(self) -> None:
        text = agreement(weekly())
        assert text.with_commitment(kept(weekly())).version == text.version

    @pytest.mark.parametrize(
        ("every", "count", "day"),
        [
            (Every.WEEK, 1, date(2027, 2, 7)),
            (Every.TWO_WEEKS, 2, date(2027, 2, 28)),
            (Every.MONTH, 1, date(2027, 2, 28)),
            (Every.MONTH, 2, date(2027, 3, 31)),
            (Every.QUARTER, 1, date(2027, 4, 30)),
            (Every.QUARTER, 4, date(2028, 1, 31)),
        ],
    )
    def test_days_of_the_month_stay_where_the_month_has_them(
        self, every: Every, count: int, day: date
    ) -> None:
        assert occurrence(date(2027, 1, 31), every, count) == day

    def test_done_weeks_late_it_stands_for_the_times_missed_before_anybody_confirms(self) -> None:
        late = date(2026, 3, 20)
        promise = weekly(due=date(2026, 3, 4)).done(by=BEN, now=at(late))
        assert promise.owed_on == date(2026, 3, 25)
        assert not promise.is_overdue(late)
        assert promise.confirmed(side=BUYER.id, by=ANNA, now=at(late)).due == promise.owed_on

    @pytest.mark.parametrize(
        ("first", "days"),
        [
            (date(2027, 1, 29), [(2, 28), (3, 29), (4, 29)]),
            (date(2027, 1, 30), [(2, 28), (3, 30), (4, 30)]),
            (date(2027, 1, 31), [(2, 28), (3, 31), (4, 30)]),
            (date(2028, 1, 31), [(2, 29), (3, 31), (4, 30)]),
        ],
    )
    def test_a_day_that_a_short_month_lacks_comes_back_in_the_next_one(
        self, first: date, days: list[tuple[int, int]]
    ) -> None:
        promise = weekly(due=first, every=Every.MONTH, until=date(2030, 1, 1))
        for month, day in days:
            promise = kept(promise, on=promise.due)
            assert (promise.due.month, promise.due.day) == (month, day)

    def test_the_last_working_day_is_never_a_weekend_day(self) -> None:
        promise = weekly(due=date(2026, 12, 31), every=Every.MONTH_END, until=date(2029, 1, 1))
        found = []
        for _ in range(5):
            promise = kept(promise, on=promise.due)
            found.append(promise.due)
        assert found == [
            date(2027, 1, 29), date(2027, 2, 26), date(2027, 3, 31), date(2027, 4, 30),
            date(2027, 5, 31),
        ]  # fmt: skip

    def test_a_later_day_that_both_agreed_to_is_counted_from(self) -> None:
        short = kept(
            weekly(due=date(2027, 1, 31), every=Every.MONTH, until=date(2030, 1, 1)),
            on=date(2027, 1, 31),
        )
        wished = wish(
            what=short.what, due=date(2027, 3, 15), every=Every.MONTH, until=date(2030, 1, 1)
        )
        moved = short.asked(wished).changed(side=BUYER.id)
        assert kept(moved, on=date(2027, 3, 15)).due == date(2027, 4, 15)

    def test_it_is_owed_again_although_nobody_has_confirmed_the_last_time(self) -> None:
        done = weekly().done(by=BEN, now=NOW)
        monday = date(2026, 3, 23)
        assert (done.is_undone, done.owed_on) == (False, monday)
        assert not done.is_overdue(monday)
        assert done.is_overdue(monday + timedelta(days=1))
        with pytest.raises(MovedOn):
            done.done(by=BEN, now=at(monday - timedelta(days=5)))
        again = done.done(by=BEN, now=at(monday))
        assert (again.due, again.kept, again.past) == (
            monday,
            0,
            (Past(date(2026, 3, 16), NOW, NOW.date()),),
        )

    def test_a_time_that_came_before_the_last_one_was_confirmed_is_still_owed(self) -> None:
        done = weekly().done(by=BEN, now=NOW)
        late = done.confirmed(side=BUYER.id, by=ANNA, now=at(date(2026, 3, 31)))
        assert late.due == date(2026, 3, 23)

    def test_nothing_is_owed_after_the_last_time_or_once_it_is_kept(self) -> None:
        last = weekly(due=date(2026, 4, 6)).done(by=BEN, now=at(date(2026, 4, 6)))
        assert last.owed_on is None
        assert kept(commitment()).owed_on is None
        assert commitment().done(by=BEN, now=NOW).owed_on is None

    def test_when_each_time_was_done_is_remembered_for_a_year(self) -> None:
        promise = weekly(until=date(2030, 1, 1))
        for _ in range(MOST_PAST + 2):
            promise = kept(promise, on=promise.due)
        assert len(promise.past) == MOST_PAST
        assert promise.past[-1].due == promise.due - timedelta(weeks=1)


def test_a_review_date_is_signed_and_its_absence_leaves_old_versions_as_they_were() -> None:
    text = agreement()
    assert replace(text, review_on=LATER).version != text.version
    assert replace(text, fits=frozenset({BUYER.id})).version == text.version
