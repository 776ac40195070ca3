"""What comes round, what people have set, and what each side thought of an agreement."""

import json
from datetime import datetime
from typing import TypeVar

from sqlalchemy import delete, or_, select, update
from sqlalchemy.engine import CursorResult
from sqlmodel import Session, col

from bot.casework.ledger import FairnessAnswer, Moment, Pulse
from bot.casework.schedule import Due, Round
from bot.mediation.people import SideId, WorkspaceKey
from storage.codec import decode, encode
from storage.tables import DueRow, FairnessRow, PreferenceRow, PulseRow

T = TypeVar("T")


class SqlSchedule:
    def __init__(self, session: Session) -> None:
        self._session = session

    def due(self, workspace: WorkspaceKey, now: datetime, limit: int) -> tuple[Due, ...]:
        wanted = (
            select(DueRow)
            .where(
                col(DueRow.workspace) == workspace,
                or_(col(DueRow.at) <= now, col(DueRow.since) > now),
            )
            .order_by(col(DueRow.at), col(DueRow.round), col(DueRow.subject))
            .limit(limit)
        )
        return tuple(map(_due, self._session.scalars(wanted)))

    def all(self, workspace: WorkspaceKey) -> tuple[Due, ...]:
        wanted = select(DueRow).where(col(DueRow.workspace) == workspace)
        order = col(DueRow.round), col(DueRow.subject)
        return tuple(map(_due, self._session.scalars(wanted.order_by(*order))))

    def find(self, workspace: WorkspaceKey, what: Round, subject: str) -> Due | None:
        row = self._session.get(DueRow, (workspace, what.value, subject))
        return _due(row) if row else None

    def plan(self, due: Due) -> None:
        if self.find(due.workspace, due.round, due.subject) is None:
            self._session.add(
                DueRow(
                    workspace=due.workspace,
                    round=due.round.value,
                    subject=due.subject,
                    since=due.since,
                    at=due.at,
                )
            )
            self._session.flush()

    def claim(self, due: Due, *, following: Due | None) -> bool:
        this = (
            col(DueRow.workspace) == due.workspace,
            col(DueRow.round) == due.round.value,
            col(DueRow.subject) == due.subject,
            col(DueRow.at) == due.at,
            col(DueRow.since) == due.since,
        )
        if following is None:
            done = self._session.execute(delete(DueRow).where(*this))
        else:
            new = {"since": following.since, "at": following.at}
            done = self._session.execute(update(DueRow).where(*this).values(**new))
        assert isinstance(done, CursorResult)
        self._session.expire_all()
        return done.rowcount == 1


class SqlPreferences:
    def __init__(self, session: Session) -> None:
        self._session = session

    def get(self, workspace: WorkspaceKey, scope: str, kind: type[T]) -> T | None:
        row = self._session.get(PreferenceRow, (workspace, scope, kind.__name__))
        return decode(kind, row.state) if row else None

    def keep(self, workspace: WorkspaceKey, scope: str, value: object) -> None:
        kind = type(value).__name__
        row = PreferenceRow(workspace=workspace, scope=scope, kind=kind, state=encode(value))
        self._session.merge(row)
        self._session.flush()


class SqlLedger:
    def __init__(self, session: Session) -> None:
        self._session = session

    def felt(self, case_id: str, side: SideId, moment: Moment) -> FairnessAnswer | None:
        row = self._session.get(FairnessRow, (case_id, side, moment.value))
        return decode(FairnessAnswer, json.loads(row.told)) if row else None

    def record(self, answer: FairnessAnswer) -> None:
        told = json.dumps(encode(answer, encrypted=True))
        self._session.merge(
            FairnessRow(
                case_id=answer.case_id, side=answer.side, moment=answer.moment.value, told=told
            )
        )
        self._session.flush()

    def pulses(self, side: SideId) -> tuple[Pulse, ...]:
        wanted = select(PulseRow).where(col(PulseRow.side) == side)
        rows = self._session.scalars(wanted.order_by(col(PulseRow.month).desc()))
        return tuple(decode(Pulse, json.loads(row.told)) for row in rows)

    def feel(self, pulse: Pulse) -> None:
        told = json.dumps(encode(pulse, encrypted=True))
        self._session.merge(PulseRow(side=pulse.side, month=pulse.month, told=told))
        self._session.flush()


def _due(row: DueRow) -> Due:
    return Due(WorkspaceKey(row.workspace), Round(row.round), row.subject, row.since, row.at)
