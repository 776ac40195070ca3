"""What happens in the channels: messages of a case's thread are kept, newcomers are met."""

from dataclasses import replace
from datetime import datetime

from slack_bolt import App

from bot.casework.consent import may_keep
from bot.casework.follow_message import Changed, follow_message
from bot.casework.ports import Job, UnitOfWork
from bot.casework.set_habits import emoji_of
from bot.mediation.issues import Message
from bot.mediation.people import PersonId
from bot.slack.listeners.home import answer_direct
from bot.slack.listeners.reception import Reception, Repeated
from bot.slack.payloads import Body, Moved, Reacted, Said, changed, moved, reacted, said
from bot.slack.reading import as_read, mentioned


def register(app: App, reception: Reception) -> None:
    @app.event("message")
    def message(body: Body) -> None:
        _hear(reception, body)

    @app.event("reaction_added")
    def reaction(body: Body) -> None:
        _react(reception, reacted(body))

    @app.event("member_joined_channel")
    def joined(body: Body) -> None:
        found = moved(body)
        _meet(reception, found)
        if found.is_parley:
            _come_back(reception, found)

    @app.event("channel_unarchive")
    def opened_again(body: Body) -> None:
        _come_back(reception, moved(body))

    @app.event("group_unarchive")
    def private_one_opened_again(body: Body) -> None:
        _come_back(reception, moved(body))

    @app.event("member_left_channel")
    def left(body: Body) -> None:
        _meet(reception, moved(body))

    @app.event("channel_shared")
    def shared(body: Body) -> None:
        _follow_sharing(reception, moved(body))

    @app.event("channel_unshared")
    def unshared(body: Body) -> None:
        _follow_sharing(reception, moved(body))


def _follow_sharing(reception: Reception, found: Moved) -> None:
    """An organisation came to the channel or left it: its people and its cases are looked at."""
    _meet(reception, found)

    def work(uow: UnitOfWork, now: datetime) -> None:
        key = f"follow-sharing:{found.channel}:{found.event_id}"
        uow.enqueue(Job("follow_sharing", key, {"channel": found.channel}))

    try:
        reception.commit(f"sharing:{found.event_id}", work)
    except Repeated:
        return


def _hear(reception: Reception, body: Body) -> None:
    """What was said to Parley alone is answered; a change is followed; the rest may be kept."""
    change = changed(body)
    found = said(body)
    if change is not None:
        _follow(reception, change, found.event_id)
    elif found.direct and found.is_talk:
        answer_direct(reception, found)
    else:
        _keep(reception, found)


def _follow(reception: Reception, change: Changed, event_id: str) -> None:
    def work(uow: UnitOfWork, now: datetime) -> None:
        def read(text: str) -> str:
            return as_read(text, _names(uow, text))

        told = replace(change, before=read(change.before))
        if change.text is None:
            # Should the message itself be told of only now, it counts as heard, and is not kept.
            uow.claim(f"message:{change.channel}:{change.ts}")
        else:
            told = replace(told, text=read(change.text))
        follow_message(told, reception.workspace, uow=uow, now=now)

    try:
        reception.commit(f"event:{event_id}", work)
    except Repeated:
        return


def _names(uow: UnitOfWork, text: str) -> dict[PersonId, str]:
    held = {p: uow.directory.person(p) for p in mentioned(text)}
    return {p: person.name for p, person in held.items() if person}


def _keep(reception: Reception, found: Said) -> None:
    """Keep what somebody who agreed to it wrote in a case's thread; every other one ends here."""
    if not found.is_talk or not found.thread_ts:
        return

    def work(uow: UnitOfWork, now: datetime) -> None:
        place = (found.channel, found.thread_ts)
        if not may_keep(uow, reception.workspace, *place, found.person):
            return
        author = uow.directory.person(found.person)
        uow.conversation.record(
            Message(
                channel=found.channel,
                ts=found.ts,
                author=found.person,
                text=as_read(found.text, _names(uow, found.text)),
                files=found.files,
                author_name=author.name if author else "",
            ),
            found.thread_ts,
        )

    try:
        reception.commit(f"message:{found.channel}:{found.ts}", work)
    except Repeated:
        return


def _react(reception: Reception, found: Reacted) -> None:
    """The agreed emoji on a message shows its giver the ways in, and nobody else."""
    if not found.origin.channel:
        return
    with reception.store.reading() as uow:
        if found.emoji not in emoji_of(uow, reception.workspace).names:
            return

    def work(uow: UnitOfWork, now: datetime) -> None:
        origin = found.origin
        # Of this very reaction: its answer is gone after a reload, and may be asked for again.
        key = f"ways-in:{origin.channel}:{origin.message_ts}:{found.person}:{found.event_id}"
        args = {"key": key, "channel": origin.channel, "message_ts": origin.message_ts}
        uow.enqueue(Job("offer_ways_in", key, {**args, "to": found.person}))

    try:
        reception.commit(f"event:{found.event_id}", work)
    except Repeated:
        return


def _meet(reception: Reception, found: Moved) -> None:
    """Who is in the channel has changed, so it is read again."""

    def work(uow: UnitOfWork, now: datetime) -> None:
        key = f"learn-channel:{found.channel}:{found.event_id}"
        uow.enqueue(Job("learn_channel", key, {"channel": found.channel}))

    try:
        reception.commit(f"event:{found.event_id}", work)
    except Repeated:
        return


def _come_back(reception: Reception, found: Moved) -> None:
    """The channel is open to Parley again: what happened meanwhile is shown there."""

    def work(uow: UnitOfWork, now: datetime) -> None:
        key = f"reopen:{found.channel}:{found.event_id}"
        uow.enqueue(Job("reopen", key, {"channel": found.channel}))

    try:
        reception.commit(f"back:{found.event_id}", work)
    except Repeated:
        return
