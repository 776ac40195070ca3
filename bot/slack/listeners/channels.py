"""What happens in the channels: messages of a case's thread are kept, newcomers are met."""

from datetime import datetime

from slack_bolt import App

from bot.casework.ports import Job, UnitOfWork
from bot.mediation.issues import Message
from bot.slack.listeners.desk import Desk, Repeated
from bot.slack.payloads import Body, Moved, moved, said
from bot.slack.reading import as_read, mentioned


def register(app: App, desk: Desk) -> None:
    @app.event("message")
    def message(body: Body) -> None:
        _keep(desk, body)

    @app.event("member_joined_channel")
    def joined(body: Body) -> None:
        _meet(desk, moved(body))

    @app.event("member_left_channel")
    def left(body: Body) -> None:
        _meet(desk, moved(body))

    @app.event("channel_shared")
    def shared(body: Body) -> None:
        _meet(desk, moved(body))

    @app.event("channel_unshared")
    def unshared(body: Body) -> None:
        _meet(desk, moved(body))


def _keep(desk: Desk, body: Body) -> None:
    """Keep a message of a thread that is on record already; every other one ends here."""
    found = said(body)
    if found.by_bot or found.subtype not in {"", "file_share"} or not found.thread_ts:
        return

    def work(uow: UnitOfWork, now: datetime) -> None:
        if not uow.conversation.of_thread(found.channel, found.thread_ts):
            return
        held = {p: uow.directory.person(p) for p in mentioned(found.text)}
        names = {p: person.name for p, person in held.items() if person}
        author = uow.directory.person(found.person)
        uow.conversation.record(
            Message(
                channel=found.channel,
                ts=found.ts,
                author=found.person,
                text=as_read(found.text, names),
                files=found.files,
                author_name=author.name if author else "",
            ),
            found.thread_ts,
        )

    try:
        desk.commit(f"message:{found.channel}:{found.ts}", work)
    except Repeated:
        return


def _meet(desk: Desk, found: Moved) -> None:
    """Who is in the channel has changed, so it is read again."""

    def work(uow: UnitOfWork, now: datetime) -> None:
        key = f"learn-channel:{found.channel}:{found.event_id}"
        uow.enqueue(Job("learn_channel", key, {"channel": found.channel}))

    try:
        desk.commit(f"event:{found.event_id}", work)
    except Repeated:
        return
