"""`/parley`: each answered at once, and nothing that was typed after it is lost."""

from datetime import datetime

from slack_bolt import Ack, App

from bot.casework.digest import digest
from bot.casework.hours import tongue_of_person
from bot.casework.list_cases import list_cases
from bot.casework.my_week import my_week
from bot.casework.next_step import open_numbered
from bot.casework.ports import UnitOfWork
from bot.casework.shown import Origin
from bot.casework.tongues import Tongue
from bot.mediation.refusals import Refusal
from bot.slack.blocks import Rendered, View
from bot.slack.limits import fitted_message
from bot.slack.listeners.alone import NOT_OPENED, answer_alone
from bot.slack.listeners.cases import step_of
from bot.slack.listeners.reception import Asked, Reception
from bot.slack.listeners.settings import open_settings
from bot.slack.listeners.trades import show_trades
from bot.slack.listeners.ways_in import COMES, TITLES, fill_form
from bot.slack.payloads import Body, Command, command
from bot.slack.views.private.letter import week_message
from bot.slack.views.private.notices import refused, waiting
from bot.slack.views.shared.lists import case_list, help_text
from bot.slack.views.shared.messages import digest_message

MOST_DIGITS = 9
"""No case has a longer number, and no database would take one."""

MINE = "mine"
"""What is typed after `digest` for one's own week."""

NOT_HERE = (
    "Parley follows no partnership in this channel. `/parley digest mine` shows your own week, "
    "over all channels."
)

WRITTEN = frozenset({"raise", "tradeoffs"})
"""After these stand words of people's own, which come back where they led to nothing."""


def register(app: App, reception: Reception) -> None:
    @app.command("/parley")
    def typed(ack: Ack, body: Body) -> None:
        _on_command(reception, ack, command(body))


def _on_command(reception: Reception, ack: Ack, typed: Command) -> None:
    try:
        said = _answer(reception, typed)
    except Refusal as refusal:
        said = refused(str(refusal), typed.rest if typed.verb in WRITTEN else "")
    if said is None:
        ack()
        return
    text, blocks = fitted_message(said.text, said.blocks)
    ack(text=text, blocks=blocks)


def _answer(reception: Reception, typed: Command) -> Rendered | None:
    """What is said to who typed it; None where a modal answers them. Raises Refusal."""
    if typed.is_direct and answer_alone(reception, typed):
        return None
    match typed.verb:
        case "raise":
            _raise(reception, typed)
        case "tradeoffs" if typed.rest:
            if not show_trades(reception, typed):
                raise Refusal(NOT_OPENED)
        case "digest":
            return reception.read(lambda uow, now: _week(reception, typed, uow, now))
        case "settings":
            open_settings(reception, typed.actor, typed.trigger, Origin(typed.channel))
        case "list":
            workspace = reception.workspace
            page = reception.read(lambda uow, _: list_cases(workspace, typed.channel, uow=uow))
            return case_list(page, _tongue_of(reception, typed))
        case "case":
            _open_numbered(reception, typed)
        case _:
            return help_text(typed.verb, typed.words, _tongue_of(reception, typed))
    return None


def _tongue_of(reception: Reception, typed: Command) -> Tongue:
    """Their own: who types a command reads the answer alone."""
    workspace, person = reception.workspace, typed.actor.person
    return reception.read(lambda uow, _: tongue_of_person(uow, workspace, person))


def _raise(reception: Reception, typed: Command) -> None:
    job = "prepare_raise"
    view_id = reception.open_or_not(typed.trigger, waiting(TITLES[job], COMES[job]))
    if not view_id:
        raise Refusal(NOT_OPENED)
    origin = Origin(typed.channel)
    fill_form(reception, view_id, job, typed.actor, origin, typed=typed.rest)


def _week(reception: Reception, typed: Command, uow: UnitOfWork, now: datetime) -> Rendered:
    """The channel's week; one's own over all channels, where that was asked for or typed alone."""
    workspace, person = reception.workspace, typed.actor.person
    if typed.is_direct or typed.rest.casefold() == MINE:
        return week_message(my_week(workspace, typed.actor, uow=uow, now=now))
    if uow.partnerships.of_channel(workspace, typed.channel) is None:
        raise Refusal(NOT_HERE)
    return digest_message(digest(workspace, typed.channel, uow=uow, now=now, reader=person))


def _open_numbered(reception: Reception, typed: Command) -> None:
    if (number := typed.number) is None:
        raise Refusal("Say which case, for example `/parley case 3`.")
    if number >= 10**MOST_DIGITS:
        raise Refusal("Case numbers are shorter than that. `/parley list` shows those open here.")

    def look(uow: UnitOfWork, now: datetime) -> View:
        workspace, here = reception.workspace, typed.channel
        opened = open_numbered(number, here, typed.actor, workspace=workspace, uow=uow, now=now)
        return step_of(reception, opened, typed.actor, uow)

    reception.present(Asked(typed.actor, typed.trigger, Origin(typed.channel)), look)
