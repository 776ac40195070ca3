"""Cases, and what each side told about them in private."""

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import func, select, update
from sqlalchemy.engine import CursorResult
from sqlmodel import Session, col

from bot.casework.ports import Conflict
from bot.mediation.case import Case
from bot.mediation.caucus import Caucus
from bot.mediation.people import ChannelId, PartnershipId, SideId, WorkspaceKey
from bot.mediation.refusals import NotFound
from bot.mediation.stages import ENDS, Stage
from storage.codec import decode, encode
from storage.stores.decoded import Decoded
from storage.tables import CaseRow, CaucusRow

AT_ONCE = 500
"""Cases read by one statement; databases bound how many names one may hold."""

_IS_OPEN = col(CaseRow.stage).not_in([end.value for end in ENDS])


class SqlCases:
    """decoded: what was read before, for a session that only ever sees what was committed."""

    def __init__(self, session: Session, decoded: Decoded | None = None) -> None:
        self._session = session
        self._decoded = decoded

    def get(self, case_id: str) -> Case:
        row = self._session.get(CaseRow, case_id)
        if row is None:
            raise NotFound("Parley has no such case any more.")
        return decode(Case, row.state)

    def held(self, case_id: str) -> Case:
        # SQLite has no row locks and needs none: our transactions there are immediate.
        wanted = select(CaseRow).where(col(CaseRow.id) == case_id).with_for_update()
        row = self._session.scalars(wanted.execution_options(populate_existing=True)).first()
        if row is None:
            raise NotFound("Parley has no such case any more.")
        return decode(Case, row.state)

    def numbered(self, workspace: WorkspaceKey, number: int) -> Case:
        wanted = select(CaseRow).where(
            col(CaseRow.workspace) == workspace, col(CaseRow.number) == number
        )
        row = self._session.scalars(wanted).first()
        if row is None:
            raise NotFound(f"There is no case {number} here.")
        return decode(Case, row.state)

    def next_number(self, workspace: WorkspaceKey) -> int:
        newest = select(func.max(CaseRow.number)).where(col(CaseRow.workspace) == workspace)
        return (self._session.scalar(newest) or 0) + 1

    def add(self, case: Case) -> None:
        self._session.add(CaseRow(**_columns(case)))
        self._session.flush()

    def save(self, case: Case) -> Case:
        newer = replace(case, version=case.version + 1)
        change = (
            update(CaseRow)
            .where(col(CaseRow.id) == case.id, col(CaseRow.version) == case.version)
            .values(**_columns(newer))
        )
        require_one(self._session.execute(change), f"case {case.number}")
        return newer

    def of_channel(self, workspace: WorkspaceKey, channel: ChannelId) -> tuple[Case, ...]:
        return self._all(col(CaseRow.workspace) == workspace, col(CaseRow.channel) == channel)

    def open_under(
        self, workspace: WorkspaceKey, channel: ChannelId, thread_ts: str
    ) -> tuple[Case, ...]:
        return self._all(
            col(CaseRow.workspace) == workspace,
            col(CaseRow.channel) == channel,
            _IS_OPEN,
            col(CaseRow.state)["thread_ts"].as_string().in_([thread_ts, ""]),
        )

    def count_open(self, workspace: WorkspaceKey, channel: ChannelId) -> int:
        here = (col(CaseRow.workspace) == workspace, col(CaseRow.channel) == channel, _IS_OPEN)
        return self._session.scalar(select(func.count()).select_from(CaseRow).where(*here)) or 0

    def open_of_channel(
        self, workspace: WorkspaceKey, channel: ChannelId, *, start: int, most: int
    ) -> tuple[Case, ...]:
        here = (col(CaseRow.workspace) == workspace, col(CaseRow.channel) == channel, _IS_OPEN)
        newest = col(CaseRow.number).desc()
        wanted = select(CaseRow).where(*here).order_by(newest).offset(start).limit(most)
        return tuple(decode(Case, row.state) for row in self._session.scalars(wanted))

    def of_partnership(self, partnership: PartnershipId) -> tuple[Case, ...]:
        return self._all(col(CaseRow.partnership) == partnership)

    def open_of_partnership(self, partnership: PartnershipId) -> tuple[Case, ...]:
        return self._all(col(CaseRow.partnership) == partnership, _IS_OPEN)

    def fulfilled_since(self, partnership: PartnershipId, moment: datetime) -> tuple[Case, ...]:
        # A stored time carries its zone: as text it may sort some hours off, never a whole day.
        roughly = (moment.astimezone(UTC) - timedelta(days=1)).date().isoformat()
        found = self._all(
            col(CaseRow.partnership) == partnership,
            col(CaseRow.stage) == Stage.FULFILLED.value,
            col(CaseRow.state)["moved_at"].as_string() >= roughly,
        )
        return tuple(c for c in found if c.moved_at is not None and c.moved_at >= moment)

    def count_at(
        self, partnership: PartnershipId, stages: Collection[Stage]
    ) -> Mapping[ChannelId, int]:
        channel, at = col(CaseRow.channel), col(CaseRow.stage).in_([s.value for s in stages])
        found = select(channel, func.count()).where(col(CaseRow.partnership) == partnership, at)
        rows = self._session.execute(found.group_by(channel))
        return {ChannelId(name): count for name, count in rows}

    def at_stages(self, *stages: Stage) -> tuple[Case, ...]:
        return self._all(col(CaseRow.stage).in_([stage.value for stage in stages]))

    def answerable_before(self, now: datetime) -> tuple[str, ...]:
        due = select(col(CaseRow.id)).where(
            col(CaseRow.stage) == Stage.PROPOSED.value, col(CaseRow.answer_by) <= now
        )
        return tuple(self._session.scalars(due))

    def _all(self, *conditions: Any) -> tuple[Case, ...]:
        by_number = col(CaseRow.number)
        if self._decoded is None:
            wanted = select(CaseRow).where(*conditions).order_by(by_number)
            return tuple(decode(Case, row.state) for row in self._session.scalars(wanted))
        names = select(col(CaseRow.id), col(CaseRow.version)).where(*conditions).order_by(by_number)
        return self._read(tuple((name, held) for name, held in self._session.execute(names)))

    def _read(self, wanted: Sequence[tuple[str, int]]) -> tuple[Case, ...]:
        """These cases at these versions; from the database only those not read before."""
        assert self._decoded is not None
        found = {name: self._decoded.get(name, version) for name, version in wanted}
        missing = [name for name, case in found.items() if case is None]
        for start in range(0, len(missing), AT_ONCE):
            some = select(CaseRow).where(col(CaseRow.id).in_(missing[start : start + AT_ONCE]))
            for row in self._session.scalars(some):
                found[row.id] = case = decode(Case, row.state)
                self._decoded.put(case)
        return tuple(case for case in found.values() if case is not None)


class SqlCaucuses:
    def __init__(self, session: Session) -> None:
        self._session = session

    def get(self, case_id: str, side: SideId) -> Caucus:
        row = self._session.get(CaucusRow, (case_id, side))
        return _told(row) if row else Caucus(case_id, side)

    def of_cases(self, case_ids: Collection[str], side: SideId) -> Mapping[str, Caucus]:
        wanted = tuple(case_ids)
        found: dict[str, Caucus] = {}
        for start in range(0, len(wanted), AT_ONCE):
            some = col(CaucusRow.case_id).in_(wanted[start : start + AT_ONCE])
            rows = select(CaucusRow).where(some, col(CaucusRow.side) == side)
            found |= {row.case_id: _told(row) for row in self._session.scalars(rows)}
        return found

    def save(self, caucus: Caucus) -> None:
        told = json.dumps(encode(caucus, encrypted=True), ensure_ascii=False)
        if (
            caucus.revision == 1
            and self._session.get(CaucusRow, (caucus.case_id, caucus.side)) is None
        ):
            row = CaucusRow(case_id=caucus.case_id, side=caucus.side, revision=1, told=told)
            self._session.add(row)
            self._session.flush()
            return
        change = (
            update(CaucusRow)
            .where(
                col(CaucusRow.case_id) == caucus.case_id,
                col(CaucusRow.side) == caucus.side,
                col(CaucusRow.revision) == caucus.revision - 1,
            )
            .values(revision=caucus.revision, told=told)
        )
        require_one(self._session.execute(change), "what this side told")
        self._session.expire_all()

    def erase(self, case_id: str, side: SideId) -> None:
        row = self._session.get(CaucusRow, (case_id, side))
        if row is not None:
            self._session.delete(row)
            self._session.flush()


def _told(row: CaucusRow) -> Caucus:
    return decode(Caucus, json.loads(row.told))


def _columns(case: Case) -> dict[str, Any]:
    answerable = case.round is not None and not case.round.closed and not case.frozen_for
    open_round = case.round if answerable else None
    return {
        "id": case.id,
        "workspace": case.workspace,
        "number": case.number,
        "partnership": case.partnership,
        "channel": case.channel,
        "stage": case.stage.value,
        "answer_by": open_round.deadline if open_round else None,
        "version": case.version,
        "state": encode(case),
    }


def require_one(result: Any, what: str) -> None:
    """Raise Conflict unless a guarded update met its one row."""
    assert isinstance(result, CursorResult)
    if result.rowcount != 1:
        raise Conflict(f"{what} was saved by somebody else in the meantime")
