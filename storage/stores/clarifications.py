"""Clarifications and their private lines."""

import json
from dataclasses import replace

from sqlalchemy import delete, select, update
from sqlmodel import Session, col

from bot.mediation.caucus import PrivateLine
from bot.mediation.clarification import Clarification
from bot.mediation.people import ChannelId, WorkspaceKey
from bot.mediation.refusals import NotFound
from storage.codec import decode, encode
from storage.stores.cases import require_one
from storage.tables import ClarificationRow, PrivateLineRow


class SqlClarifications:
    def __init__(self, session: Session) -> None:
        self._session = session

    def get(self, clarification_id: str) -> Clarification:
        row = self._session.get(ClarificationRow, clarification_id)
        if row is None:
            raise NotFound("Parley has no such clarification any more.")
        return decode(Clarification, row.state)

    def add(self, clarification: Clarification) -> None:
        row = ClarificationRow(
            id=clarification.id,
            workspace=clarification.workspace,
            channel=clarification.channel,
            outcome=clarification.outcome.value,
            version=clarification.version,
            state=encode(clarification),
        )
        self._session.add(row)
        self._session.flush()

    def save(self, clarification: Clarification) -> Clarification:
        newer = replace(clarification, version=clarification.version + 1)
        change = (
            update(ClarificationRow)
            .where(
                col(ClarificationRow.id) == clarification.id,
                col(ClarificationRow.version) == clarification.version,
            )
            .values(version=newer.version, outcome=newer.outcome.value, state=encode(newer))
        )
        require_one(self._session.execute(change), "this clarification")
        return newer

    def of_channel(self, workspace: WorkspaceKey, channel: ChannelId) -> tuple[Clarification, ...]:
        wanted = select(ClarificationRow).where(
            col(ClarificationRow.workspace) == workspace, col(ClarificationRow.channel) == channel
        )
        found = (decode(Clarification, row.state) for row in self._session.scalars(wanted))
        return tuple(sorted(found, key=lambda c: c.opened_at))

    def lines(self, clarification_id: str) -> tuple[PrivateLine, ...]:
        wanted = select(PrivateLineRow).where(
            col(PrivateLineRow.clarification_id) == clarification_id
        )
        rows = self._session.scalars(wanted.order_by(col(PrivateLineRow.side)))
        return tuple(decode(PrivateLine, json.loads(row.told)) for row in rows)

    def add_line(self, line: PrivateLine) -> None:
        told = json.dumps(encode(line, encrypted=True), ensure_ascii=False)
        row = PrivateLineRow(clarification_id=line.clarification_id, side=line.side, told=told)
        self._session.merge(row)
        self._session.flush()

    def forget_lines(self, clarification_id: str) -> None:
        gone = delete(PrivateLineRow).where(
            col(PrivateLineRow.clarification_id) == clarification_id
        )
        self._session.execute(gone)
