"""My desk: the pinned button opens it for everybody, whichever organisation they belong to."""

import re
from collections.abc import Callable
from datetime import datetime

from slack_bolt import Ack, App

from bot.casework.authority import Action, turned_away
from bot.casework.ledger import Going
from bot.casework.membership import Actor, place_of
from bot.casework.my_desk import my_desk
from bot.casework.name_people import confirm_named, name_people
from bot.casework.next_step import Step, open_case
from bot.casework.own_answers import open_answer, own_answers, readers_instead
from bot.casework.ports import Job, Json, UnitOfWork
from bot.casework.take_pulse import take_pulse
from bot.mediation.people import ChannelId, PartnershipId, PersonId, WorkspaceKey
from bot.mediation.refusals import MovedOn, Refusal
from bot.slack.blocks import View
from bot.slack.listeners.answering import answer_click, answer_form, saving
from bot.slack.listeners.reception import Asked, Reception
from bot.slack.payloads import Body, Click, Submission
from bot.slack.views import actions as names
from bot.slack.views.private import people_form
from bot.slack.views.private.desk_view import desk_view
from bot.slack.views.private.step import step_form
from bot.slack.views.private.told_view import told_view

Looking = Callable[[UnitOfWork, datetime], View]

NO_DESK = (
    "You are on no side that Parley knows yet. Write `/parley list` in the channel that you share "
    "with the other side."
)


def register(app: App, reception: Reception) -> None:
    def do(action: str, act: Callable[[Reception, Click], None]) -> None:
        def pressed(ack: Ack, body: Body) -> None:
            answer_click(reception, ack, body, lambda found: act(reception, found))

        app.action(re.compile(f"{re.escape(action)}(\\.|$)"))(pressed)

    do(names.DESK, open_desk)
    do(names.TOLD, _show_told)
    do(names.CHANGE, _change)
    do(names.PEOPLE, _open_people)
    do(names.NAMED, _confirm_named)
    do(names.PULSE, _take_pulse)

    @app.view(names.PEOPLE_FORM)
    def named(ack: Ack, body: Body) -> None:
        answer_form(reception, ack, body, saving(reception, _name))


def renew_desk(reception: Reception, pressed: Click, page: int | None = None) -> None:
    """The desk as it stands now, where the button that was pressed stands on it."""
    shown = pressed.modal
    if shown is None or shown.callback != names.DESK_VIEW:
        return
    channel = ChannelId(shown.word("channel"))
    held = shown.word("page")
    number = page if page is not None else int(held) if held.isdecimal() else 0
    look = _desk(reception, pressed.actor, channel, number)
    reception.turn(shown.id, reception.read(look))


def _desk(reception: Reception, actor: Actor, channel: ChannelId, page: int) -> Looking:
    def look(uow: UnitOfWork, now: datetime) -> View:
        found = my_desk(reception.workspace, actor, uow=uow, now=now)
        if not found.sides:
            _turn_away(uow, reception.workspace, channel, actor)
        return desk_view(found, channel, page)

    return look


def _turn_away(uow: UnitOfWork, workspace: WorkspaceKey, channel: ChannelId, actor: Actor) -> None:
    """Raise the refusal that says why somebody has no desk here."""
    if not channel:
        raise Refusal(NO_DESK)
    partnership = uow.partnerships.of_channel(workspace, channel)
    if partnership is None:
        raise MovedOn("Parley is still reading this channel. Please press that once more.")
    place = place_of(uow, partnership, actor, channel=channel)
    raise turned_away(Action.LOOK, place.kind, partnership)


def open_desk(reception: Reception, pressed: Click) -> None:
    """The desk of whoever pressed it, in the channel where they did."""
    channel = pressed.origin.channel
    reception.present(Asked.by(pressed), _desk(reception, pressed.actor, channel, 0))


def open_own_desk(reception: Reception, actor: Actor, trigger: str) -> None:
    """The desk of somebody who is in no channel at the moment."""
    reception.present(Asked(actor, trigger, None), _desk(reception, actor, ChannelId(""), 0))


def _show_told(reception: Reception, pressed: Click) -> None:
    def look(uow: UnitOfWork, now: datetime) -> View:
        found = own_answers(reception.workspace, pressed.actor, uow=uow)
        instead = readers_instead(reception.workspace, pressed.actor, uow=uow)
        return told_view(found, instead, page)

    page = int(pressed.value) if pressed.value.isdecimal() else 0
    if pressed.modal is not None and pressed.modal.callback == names.TOLD_VIEW:
        reception.turn(pressed.modal.id, reception.read(look))
    else:
        reception.present(Asked.by(pressed), look)


def _change(reception: Reception, pressed: Click) -> None:
    case_id, _, step = pressed.value.partition(":")
    if step not in set(Step):
        return

    def look(uow: UnitOfWork, now: datetime) -> View:
        opened = open_case(case_id, pressed.actor, uow=uow, now=now)
        return step_form(open_answer(opened, Step(step)), pressed.actor.person)

    reception.present(Asked.by(pressed), look)


def _open_people(reception: Reception, pressed: Click) -> None:
    def look(uow: UnitOfWork, now: datetime) -> View:
        desk = my_desk(reception.workspace, pressed.actor, uow=uow, now=now)
        own = next((s for s in desk.sides if s.partnership == pressed.value), None)
        if own is None:
            raise MovedOn("You are on no side here any more. A colleague can go on.")
        return people_form.people_form(own)

    reception.present(Asked.by(pressed), look)


def _name(sent: Submission, uow: UnitOfWork, now: datetime) -> None:
    name_people(people_form.read(sent.view), sent.actor, uow=uow, now=now)


def _confirm_named(reception: Reception, pressed: Click) -> None:
    partnership, _, person = pressed.value.partition(":")
    reception.commit(
        pressed.claim,
        lambda uow, now: confirm_named(
            PartnershipId(partnership), PersonId(person), pressed.actor, uow=uow, now=now
        ),
    )
    renew_desk(reception, pressed)


def _take_pulse(reception: Reception, pressed: Click) -> None:
    partnership, _, going = pressed.value.partition(":")
    if going not in set(Going):
        return

    def work(uow: UnitOfWork, now: datetime) -> None:
        take_pulse(PartnershipId(partnership), Going(going), pressed.actor, uow=uow, now=now)
        if pressed.modal is None:
            who: dict[str, Json] = {"person": pressed.actor.person, "team": pressed.actor.team}
            key = f"show-home:{pressed.actor.person}:{pressed.claim}"
            uow.enqueue(Job("show_home", key, {**who, "page": 0}))

    reception.commit(pressed.claim, work)
    renew_desk(reception, pressed)
