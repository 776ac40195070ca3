"""The timeline, the messages on record, and what Parley has sent."""

from sqlalchemy import delete, select
from sqlmodel import Session, col

from bot.casework.ports import Ids, Sent
from bot.mediation.issues import Message
from bot.mediation.people import ChannelId, PersonId
from bot.mediation.timeline import Event, Link, link
from storage.tables import MessageRow, SentRow, TimelineLinkRow, TimelineTextRow


class SqlTimeline:
    def __init__(self, session: Session, ids: Ids) -> None:
        self._session = session
        self._ids = ids

    def append(self, event: Event) -> None:
        new = link(event, after=self._last(event.subject), salt=self._ids.salt())
        self._session.add(
            TimelineLinkRow(
                subject=new.subject,
                position=new.position,
                kind=new.kind,
                actor=new.actor,
                at=new.at,
                digest=new.digest,
                previous=new.previous,
                hash=new.hash,
            )
        )
        text = TimelineTextRow(
            subject=new.subject, position=new.position, text=event.text, salt=new.salt
        )
        self._session.add(text)
        self._session.flush()

    def of(self, subject: str) -> tuple[Link, ...]:
        texts = select(TimelineTextRow).where(col(TimelineTextRow.subject) == subject)
        held = {row.position: row for row in self._session.scalars(texts)}
        wanted = (
            select(TimelineLinkRow)
            .where(col(TimelineLinkRow.subject) == subject)
            .order_by(col(TimelineLinkRow.position))
        )
        rows = self._session.scalars(wanted)
        return tuple(_link(row, held.get(row.position)) for row in rows)

    def _last(self, subject: str) -> Link | None:
        newest = (
            select(TimelineLinkRow)
            .where(col(TimelineLinkRow.subject) == subject)
            .order_by(col(TimelineLinkRow.position).desc())
            .limit(1)
        )
        row = self._session.scalars(newest).first()
        return _link(row, None) if row else None

    def erase_text(self, subject: str, position: int) -> None:
        self._session.execute(
            delete(TimelineTextRow).where(
                col(TimelineTextRow.subject) == subject, col(TimelineTextRow.position) == position
            )
        )


class SqlConversation:
    def __init__(self, session: Session) -> None:
        self._session = session

    def of_thread(self, channel: ChannelId, thread_ts: str) -> tuple[Message, ...]:
        wanted = (
            select(MessageRow)
            .where(col(MessageRow.channel) == channel, col(MessageRow.thread_ts) == thread_ts)
            .order_by(col(MessageRow.ts))
        )
        return tuple(
            Message(
                channel=ChannelId(row.channel),
                ts=row.ts,
                author=PersonId(row.author),
                text=row.text,
                files=tuple(row.files),
                author_name=row.author_name,
                edited=row.edited,
            )
            for row in self._session.scalars(wanted)
        )

    def record(self, message: Message, thread_ts: str) -> None:
        self._session.merge(
            MessageRow(
                channel=message.channel,
                ts=message.ts,
                thread_ts=thread_ts,
                author=message.author,
                author_name=message.author_name,
                text=message.text,
                files=list(message.files),
                edited=message.edited,
            )
        )
        self._session.flush()


class SqlOutbox:
    def __init__(self, session: Session) -> None:
        self._session = session

    def find(self, key: str) -> Sent | None:
        row = self._session.get(SentRow, key)
        if row is None:
            return None
        return Sent(row.key, ChannelId(row.channel), row.thread_ts, row.ts, row.revision)

    def put(self, sent: Sent) -> None:
        self._session.merge(
            SentRow(
                key=sent.key,
                channel=sent.channel,
                thread_ts=sent.thread_ts,
                ts=sent.ts,
                revision=sent.revision,
            )
        )
        self._session.flush()


def _link(row: TimelineLinkRow, text: TimelineTextRow | None) -> Link:
    return Link(
        subject=row.subject,
        position=row.position,
        kind=row.kind,
        actor=PersonId(row.actor) if row.actor else None,
        at=row.at,
        salt=text.salt if text else "",
        digest=row.digest,
        previous=row.previous,
        hash=row.hash,
        text=text.text if text else None,
    )
