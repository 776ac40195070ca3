"""How clicks and forms are answered: with thanks, with the form given back, or with a sentence."""

import logging
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from slack_bolt import Ack

from bot.casework.asking import Stop
from bot.casework.heed import SaidAgain, answered_for, ask_about, heed
from bot.casework.membership import Actor, NotYetKnown
from bot.casework.ports import UnitOfWork
from bot.mediation.concerns import Concern
from bot.mediation.people import ChannelId, PartnershipId
from bot.mediation.refusals import NotFound, Outsider, Overtaken, Refusal, Unclear
from bot.slack.blocks import View
from bot.slack.limits import fitted_view
from bot.slack.listeners.reception import NOT_NOW, Reception, Repeated
from bot.slack.payloads import Body, Click, Submission, click, submission
from bot.slack.views.private.notices import given_back, notice

Saving = Callable[[Submission, UnitOfWork, datetime], View | None]
"""Saves a form. What it returns takes the form's place; None closes it."""

Sending = Callable[[Submission], View | None]
"""Does all that sending a form means; what it returns takes the form's place."""

Renewing = Callable[[Submission, UnitOfWork, datetime], Mapping[str, Any]]
"""What a form that was overtaken has to know to be sent once more."""

log = logging.getLogger(__name__)

HEARD = "heard"
"""In a form that came back: the concerns that its writer was told of, or asked about."""

ASKED = "?"
"""After a concern that was in doubt."""

FIRST_KEPT = "What you sent before is kept, without what you have changed since."
TO_REPLACE = "Send this once more to put it in its place, or close it to leave the first."
TO_COPY = "Your changes stand below, to copy; close this to go on."


def saving(reception: Reception, save: Saving) -> Sending:
    """One transaction, once for each time that the form was sent."""

    def send(sent: Submission) -> View | None:
        def work(uow: UnitOfWork, now: datetime) -> View | None:
            uow.claim(sent.contents)
            return save(sent, uow, now)

        return reception.commit(sent.claim, work)

    return send


def answer_form(
    reception: Reception,
    ack: Ack,
    body: Body,
    send: Sending,
    *,
    renew: Renewing | None = None,
    replaces: bool = True,
) -> None:
    """Save a form that was sent. One that cannot be saved comes back filled in.

    So does one that says what a facilitator keeps out of, before anything is kept of it.
    replaces: whether the form, sent once more, takes the place of what was kept of it before.
    """
    sent = submission(body)
    try:
        if (stop := heeded(reception, sent)) is not None:
            _give_back(ack, sent, stop.sentence, {HEARD: _with(stop, sent)})
            return
        following = send(sent)
    except Repeated:
        if reception.has_claimed(sent.contents):
            ack()
        else:  # the acknowledgement was lost, and the person has written on since
            about = _renewed(reception, sent, renew) if renew and replaces else {}
            _give_back(ack, sent, f"{FIRST_KEPT} {TO_REPLACE if about else TO_COPY}", about)
    except Unclear as unclear:
        if unclear.field in sent.view.values:
            ack(response_action="errors", errors={unclear.field: str(unclear)})
        else:
            _give_back(ack, sent, str(unclear))
    except Overtaken as overtaken:
        about = _renewed(reception, sent, renew) if renew else {}
        _give_back(ack, sent, str(overtaken), about)
    except Refusal as refusal:
        _note(refusal, sent.actor)
        if isinstance(refusal, NotYetKnown):
            reception.learn_people(_channel_of(sent.view.about, reception))
        _give_back(ack, sent, str(refusal))
    else:
        _close(ack, following)


def _close(ack: Ack, following: View | None) -> None:
    """The form goes, or what follows takes its place."""
    if following is None:
        ack()
    else:
        ack(response_action="update", view=fitted_view(following))


def heeded(reception: Reception, sent: Submission) -> Stop | None:
    """What Parley keeps out of, or has to ask about, in anything that was typed into a form."""
    typed = tuple(sent.view.values.typed())
    if not typed:
        return None
    again, watch, workspace = _said_again(sent), reception.facilitator, reception.workspace
    channel = _channel_of(sent.view.about, reception)
    with reception.store.reading() as uow:
        known = answered_for(str(sent.view.about.get("case", "")), sent.actor, uow=uow)
        typed = tuple(t for t in typed if t.strip() not in known)
        return heed(
            typed, sent.actor, channel, workspace=workspace, uow=uow, watch=watch, said_again=again
        ) or ask_about(
            typed, sent.actor, channel, workspace=workspace, uow=uow, watch=watch, said_again=again
        )


def _said_again(sent: Submission) -> SaidAgain:
    """The concerns that this form was given back for before."""
    held = _heard(sent)
    return SaidAgain(
        frozenset(c for c in Concern if c in held),
        frozenset(c for c in Concern if f"{c}{ASKED}" in held),
    )


def _with(stop: Stop, sent: Submission) -> list[str]:
    """What this form is given back for now, and was before."""
    return sorted({*_heard(sent), f"{stop.concern}{ASKED}" if stop.in_doubt else stop.concern})


def _heard(sent: Submission) -> set[str]:
    return {str(c) for c in sent.view.about.get(HEARD, ())}


def answer_click(reception: Reception, ack: Ack, body: Body, act: Callable[[Click], None]) -> None:
    """Do what a button stands for. What cannot be done is said in a modal of its own."""
    pressed = click(body)
    try:
        act(pressed)
    except Repeated:
        pass
    except Refusal as refusal:
        _note(refusal, pressed.actor)
        if isinstance(refusal, NotYetKnown):
            shown = pressed.view.about if pressed.view else {}
            reception.learn_people(pressed.origin.channel or _channel_of(shown, reception))
        view = notice(NOT_NOW, str(refusal))
        reception.show(pressed, view)
    ack()


def _note(refusal: Refusal, actor: Actor) -> None:
    """Who was turned away stands in the log, by ids."""
    if isinstance(refusal, Outsider | NotYetKnown):
        kind = type(refusal).__name__
        log.info("turned away (%s): %s of team %s", kind, actor.person, actor.team or "unknown")


def _give_back(
    ack: Ack, sent: Submission, sentence: str, about: Mapping[str, Any] | None = None
) -> None:
    ack(response_action="update", view=fitted_view(given_back(sent.view, sentence, about)))


def _renewed(reception: Reception, sent: Submission, renew: Renewing) -> Mapping[str, Any]:
    try:
        return reception.read(lambda uow, now: renew(sent, uow, now))
    except Refusal:
        return {}


def _channel_of(about: Mapping[str, Any], reception: Reception) -> ChannelId:
    """The channel that a form belongs to, as far as the form says."""
    if channel := about.get("channel"):
        return ChannelId(str(channel))
    if origin := about.get("origin"):
        return ChannelId(str(origin[0]))
    try:
        with reception.store.reading() as uow:
            return _channel_in(about, uow)
    except NotFound:
        return ChannelId("")


def _channel_in(about: Mapping[str, Any], uow: UnitOfWork) -> ChannelId:
    """Raises NotFound where the form belongs to nothing that has a channel."""
    if found := about.get("partnership"):
        return next(iter(uow.partnerships.get(PartnershipId(str(found))).channels), ChannelId(""))
    if found := about.get("clarification"):
        return uow.clarifications.get(str(found)).channel
    return uow.cases.get(str(about.get("case", ""))).channel
