"""What the language model cost: see `bot.casework.usage.UsageLog`."""

import logging
from datetime import UTC, date, datetime, time, timedelta

from sqlalchemy import Engine, func
from sqlalchemy.exc import OperationalError
from sqlmodel import Session, col, select

from bot.casework.preferences import Helpful
from bot.casework.usage import ModelCall, Outcome, Spent
from storage.codec import decode
from storage.tables import ModelCallRow, PreferenceRow

log = logging.getLogger(__name__)


class SqlUsageLog:
    """Writes in transactions of its own: a call has cost what it cost, whatever came of it."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def record(self, call: ModelCall) -> None:
        """Keep one call. A database that is busy loses the record, never the answer."""
        try:
            with Session(self._engine) as session:
                session.add(
                    ModelCallRow(
                        at=call.at,
                        call=call.call,
                        model=call.model,
                        attempt=call.attempt,
                        outcome=call.outcome.value,
                        prompt_tokens=call.prompt_tokens,
                        answer_tokens=call.answer_tokens,
                        seconds=call.seconds,
                    )
                )
                session.commit()
        except OperationalError:
            log.warning("a model call was not written down: the database was busy")

    def spent_on(self, day: date) -> tuple[Spent, ...]:
        """What each model took in the calls that began on this day, UTC."""
        model = col(ModelCallRow.model)
        asked = func.sum(col(ModelCallRow.prompt_tokens))
        answered = func.sum(col(ModelCallRow.answer_tokens))
        start = datetime.combine(day, time(), UTC)
        wanted = (
            select(model, asked, answered)
            .where(col(ModelCallRow.at) >= start, col(ModelCallRow.at) < start + timedelta(days=1))
            .group_by(model)
            .order_by(model)
        )
        with Session(self._engine) as session:
            return tuple(Spent(m, int(a or 0), int(b or 0)) for m, a, b in session.exec(wanted))

    def helpful(self) -> Helpful:
        """How suggestions were found, in all workspaces together."""
        rows = select(PreferenceRow).where(col(PreferenceRow.kind) == Helpful.__name__)
        with Session(self._engine) as session:
            found = [decode(Helpful, row.state) for row in session.exec(rows)]
        return Helpful(sum(h.helped for h in found), sum(h.missed for h in found))

    def since(self, moment: datetime) -> tuple[ModelCall, ...]:
        """Every call from this moment on, oldest first."""
        wanted = (
            select(ModelCallRow)
            .where(col(ModelCallRow.at) >= moment)
            .order_by(col(ModelCallRow.at), col(ModelCallRow.id))
        )
        with Session(self._engine) as session:
            return tuple(
                ModelCall(
                    at=row.at,
                    call=row.call,
                    model=row.model,
                    attempt=row.attempt,
                    outcome=Outcome(row.outcome),
                    prompt_tokens=row.prompt_tokens,
                    answer_tokens=row.answer_tokens,
                    seconds=row.seconds,
                )
                for row in session.scalars(wanted)
            )
