"""What a model costs is written down, and counted by the day."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from sqlalchemy import Engine
from sqlmodel import Session

from bot.casework.preferences import Helpful
from bot.casework.usage import ModelCall, Outcome, Spent
from bot.mediation.people import WorkspaceKey
from storage.stores.follow_up import SqlPreferences
from storage.stores.usage import SqlUsageLog

NOON = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)


def call(at: datetime, tokens: int = 100, outcome: Outcome = Outcome.USED) -> ModelCall:
    return ModelCall(at, "frame", "gpt-5-mini", 1, outcome, tokens, 20, 1.5)


def test_calls_come_back_as_they_were_written(engine: Engine) -> None:
    log = SqlUsageLog(engine)
    calls = (call(NOON), call(NOON + timedelta(hours=1), outcome=Outcome.SLOW))
    for one in calls:
        log.record(one)
    assert log.since(NOON) == calls
    assert log.since(NOON + timedelta(minutes=1)) == calls[1:]


def test_a_days_tokens_are_those_of_the_day_in_utc(engine: Engine) -> None:
    log = SqlUsageLog(engine)
    midnight = datetime(2026, 11, 25, tzinfo=UTC)
    for at in (midnight - timedelta(seconds=1), midnight, NOON):
        log.record(call(at))
    log.record(replace(call(NOON), model="another"))
    assert log.spent_on(date(2026, 11, 24)) == (
        Spent("another", 100, 20),
        Spent("gpt-5-mini", 200, 40),
    )
    assert log.spent_on(date(2026, 11, 25)) == (Spent("gpt-5-mini", 100, 20),)
    assert log.spent_on(date(2026, 11, 26)) == ()


def test_what_was_found_helpful_is_counted_over_all_workspaces(engine: Engine) -> None:
    assert SqlUsageLog(engine).helpful() == Helpful()
    with Session(engine) as session:
        for place, held in (("T1", Helpful(2, 1)), ("T2", Helpful(3, 0))):
            SqlPreferences(session).keep(WorkspaceKey(place), place, held)
        session.commit()
    assert SqlUsageLog(engine).helpful() == Helpful(5, 1)
