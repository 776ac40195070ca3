"""What comes round, what people set, and the ledger: every store promises the same."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import text

from bot.casework.ledger import FairnessAnswer, Felt, Going, Moment, Pulse
from bot.casework.ports import Store
from bot.casework.preferences import DaysOff, Emoji, Habits, Part
from bot.casework.schedule import Due, Round
from bot.casework.told import Reminded
from bot.mediation.people import PersonId, WorkspaceKey
from storage import SqlStore
from tests.storage.samples import ANNA, BUYER, SELLER, WORKSPACE
from tests.storage.test_store_contract import made, saving, stocked, store

__all__ = ["made", "stocked", "store"]  # fixtures, which the tests below ask for by name

T0 = datetime(2026, 3, 2, 8, tzinfo=UTC)
HOUR = timedelta(hours=1)
ROW = Due(WORKSPACE, Round.CHANNEL_WEEK, "C1", T0, T0 + HOUR)


def due_at(store: Store, now: datetime, limit: int = 10) -> list[str]:
    with store() as uow:
        return [d.subject for d in uow.schedule.due(WORKSPACE, now, limit)]


class TestSchedule:
    def test_a_row_is_due_from_its_time_on(self, store: Store) -> None:
        with saving(store) as uow:
            uow.schedule.plan(ROW)
        assert due_at(store, ROW.at - timedelta(microseconds=1)) == []
        assert due_at(store, ROW.at) == due_at(store, ROW.at + 99 * HOUR) == ["C1"]

    def test_what_is_planned_stays_as_it_is(self, store: Store) -> None:
        with saving(store) as uow:
            uow.schedule.plan(ROW)
            uow.schedule.plan(replace(ROW, at=ROW.at + HOUR))
        with store() as uow:
            assert uow.schedule.all(WORKSPACE) == (ROW,)
            assert uow.schedule.find(WORKSPACE, ROW.round, "C1") == ROW
            assert uow.schedule.find(WORKSPACE, Round.PERSON_DAY, "C1") is None

    def test_the_longest_waiting_comes_first_and_no_more_than_asked_for(self, store: Store) -> None:
        with saving(store) as uow:
            for n in (3, 1, 2):
                uow.schedule.plan(replace(ROW, subject=f"C{n}", at=T0 + n * HOUR))
        assert due_at(store, T0 + 9 * HOUR) == ["C1", "C2", "C3"]
        assert due_at(store, T0 + 9 * HOUR, limit=2) == ["C1", "C2"]

    def test_the_first_claim_takes_the_row_and_the_second_finds_another(self, store: Store) -> None:
        following = replace(ROW, since=ROW.at, at=ROW.at + 168 * HOUR)
        with saving(store) as uow:
            uow.schedule.plan(ROW)
        with saving(store) as uow:
            assert uow.schedule.claim(ROW, following=following)
            assert not uow.schedule.claim(ROW, following=following)
        with store() as uow:
            assert uow.schedule.all(WORKSPACE) == (following,)

    def test_a_claim_with_nothing_to_follow_ends_the_row(self, store: Store) -> None:
        with saving(store) as uow:
            uow.schedule.plan(ROW)
            assert uow.schedule.claim(ROW, following=None)
        assert due_at(store, T0 + 99 * HOUR) == []

    def test_a_row_from_a_time_that_is_still_to_come_is_found(self, store: Store) -> None:
        ahead = replace(ROW, since=T0 + 900 * HOUR, at=T0 + 999 * HOUR)
        with saving(store) as uow:
            uow.schedule.plan(ahead)
        assert due_at(store, T0) == ["C1"]

    def test_another_workspace_has_rows_of_its_own(self, store: Store) -> None:
        other = WorkspaceKey("T9")
        with saving(store) as uow:
            uow.schedule.plan(replace(ROW, workspace=other))
        assert due_at(store, T0 + 99 * HOUR) == []
        with store() as uow:
            assert len(uow.schedule.due(other, T0 + 99 * HOUR, 10)) == 1


class TestPreferences:
    @pytest.mark.parametrize(
        "value",
        [
            Habits(weekday=4, hour=17, zone="Asia/Tokyo", left_out=frozenset({Part.DUE})),
            DaysOff(frozenset({date(2026, 12, 25), date(2027, 1, 1)})),
            Reminded({"c1:k1:today:2026-12-23": date(2026, 12, 23)}, date(2026, 12, 24)),
            Emoji(frozenset({"scales", "handshake"})),
        ],
    )
    def test_what_is_kept_is_read_again(self, store: Store, value: object) -> None:
        with saving(store) as uow:
            assert uow.preferences.get(WORKSPACE, "C1", type(value)) is None
            uow.preferences.keep(WORKSPACE, "C1", value)
        with saving(store) as uow:
            assert uow.preferences.get(WORKSPACE, "C1", type(value)) == value
            assert uow.preferences.get(WORKSPACE, "C2", type(value)) is None
            uow.preferences.keep(WORKSPACE, "C1", type(value)())
        with store() as uow:
            assert uow.preferences.get(WORKSPACE, "C1", type(value)) == type(value)()

    def test_one_scope_holds_a_value_of_each_kind(self, store: Store) -> None:
        with saving(store) as uow:
            uow.preferences.keep(WORKSPACE, "S1", DaysOff())
            uow.preferences.keep(WORKSPACE, "S1", Emoji())
        with store() as uow:
            assert uow.preferences.get(WORKSPACE, "S1", Emoji) == Emoji()
            assert uow.preferences.get(WORKSPACE, "S1", Habits) is None


class TestLedger:
    ANSWER = FairnessAnswer("c1", BUYER.id, Moment.SIGNED, Felt.NOT_FAIR, ANNA, T0)

    def test_one_answer_a_side_and_moment_and_a_later_one_takes_its_place(
        self, stocked: Store
    ) -> None:
        with saving(stocked) as uow:
            uow.ledger.record(self.ANSWER)
            uow.ledger.record(replace(self.ANSWER, felt=Felt.MOSTLY, by=PersonId("U2")))
        with stocked() as uow:
            found = uow.ledger.felt("c1", BUYER.id, Moment.SIGNED)
            assert found == replace(self.ANSWER, felt=Felt.MOSTLY, by=PersonId("U2"))
            assert uow.ledger.felt("c1", SELLER.id, Moment.SIGNED) is None
            assert uow.ledger.felt("c1", BUYER.id, Moment.FULFILLED) is None
            assert uow.ledger.felt("c2", BUYER.id, Moment.SIGNED) is None

    def test_one_pulse_a_side_and_month_the_newest_first(self, stocked: Store) -> None:
        march, april = date(2026, 3, 1), date(2026, 4, 1)
        first = Pulse(BUYER.id, march, Going.BADLY, ANNA, T0)
        second = replace(first, month=april, going=Going.WELL)
        with saving(stocked) as uow:
            for pulse in (replace(first, going=Going.WELL), first, second):
                uow.ledger.feel(pulse)
        with stocked() as uow:
            assert uow.ledger.pulses(BUYER.id) == (second, first)
            assert uow.ledger.pulses(SELLER.id) == ()
        if isinstance(stocked, SqlStore):
            with stocked.engine.connect() as connection:
                told = str(connection.scalar(text("SELECT told FROM pulse")))
            assert told
            assert "well" not in told
            assert "badly" not in told

    def test_the_answer_stands_encrypted(self, stocked: Store) -> None:
        with saving(stocked) as uow:
            uow.ledger.record(self.ANSWER)
        if not isinstance(stocked, SqlStore):
            return
        with stocked.engine.connect() as connection:
            told = str(connection.scalar(text("SELECT told FROM fairness")))
        assert told
        assert "fair" not in told
