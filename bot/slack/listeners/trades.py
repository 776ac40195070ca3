"""Trades for a text: from the library at once, in better words a moment later, for one reader."""

import re

from slack_bolt import Ack, App

from bot.casework.membership import Actor
from bot.casework.shown import Origin, TradesShown
from bot.casework.suggest_trades import in_better_words, trades_for
from bot.mediation.people import TradeRole
from bot.mediation.refusals import Refusal
from bot.slack.blocks import View
from bot.slack.listeners.answering import answer_click
from bot.slack.listeners.reception import Reception
from bot.slack.payloads import Body, Click, Command
from bot.slack.views import actions as names
from bot.slack.views.private import trades_view


def register(app: App, reception: Reception) -> None:
    @app.action(re.compile(rf"{re.escape(names.TRADES_AS)}\."))
    def seen_from(ack: Ack, body: Body) -> None:
        answer_click(reception, ack, body, lambda pressed: _look_again(reception, pressed))


def show_trades(reception: Reception, typed: Command) -> bool:
    """At once, from the library: what was typed stands in no job's record. False if not opened.

    Raises Refusal for a text that Parley keeps out of.
    """
    if (stop := reception.heed([typed.rest], typed.actor, typed.channel)) is not None:
        raise Refusal(stop.sentence)
    shown = _trades_for(reception, typed.rest, Origin(typed.channel), typed.actor)
    view_id = reception.open_or_not(typed.trigger, trades_view.trades_view(shown))
    if view_id:
        _better(reception, view_id, shown)
    return bool(view_id)


def _look_again(reception: Reception, pressed: Click) -> None:
    """The same trades from the end that somebody has just named, in the modal that is open."""
    origin, case_id, end, typed = trades_view.end_in(pressed.value)
    if pressed.modal is not None:
        view_id = pressed.modal.id
        if typed:
            shown = _trades_for(reception, typed, origin, pressed.actor, end)
            reception.turn(view_id, trades_view.trades_view(shown))
            _better(reception, view_id, shown)
            return
        reception.enqueue(
            "prepare_trades",
            f"prepare_trades:{view_id}:{end}",
            view=view_id,
            channel=origin.channel,
            thread_ts=origin.thread_ts,
            message_ts=origin.message_ts,
            person=pressed.actor.person,
            team=pressed.actor.team,
            case=case_id,
            end=end.value,
        )


def _trades_for(
    reception: Reception,
    text: str,
    origin: Origin,
    actor: Actor,
    end: TradeRole = TradeRole.UNSAID,
) -> TradesShown:
    return trades_for(
        text,
        origin,
        actor,
        workspace=reception.workspace,
        store=reception.store,
        facilitator=reception.facilitator,
        clock=reception.clock,
        end=end,
    )


def _better(reception: Reception, view_id: str, shown: TradesShown) -> None:
    """Better words into the same modal when a model has them: no job, so that nothing is kept."""

    def find() -> View | None:
        better = in_better_words(shown, facilitator=reception.facilitator)
        return trades_view.trades_view(better) if better else None

    reception.turn_later(view_id, find)
