"""What is typed in a conversation of two, where there is no channel to speak of."""

from bot.mediation.refusals import Refusal
from bot.slack.listeners.desk import open_own_desk
from bot.slack.listeners.reception import Reception
from bot.slack.payloads import Command
from bot.slack.views.private.where_form import where_form, whose_settings

NOT_OPENED = "That took too long to open. Please send it once more."


def answer_alone(reception: Reception, typed: Command) -> bool:
    """Ask for the channel that is meant, or show one's own desk; False for all other commands.

    Raises Refusal for a desk of somebody who is on no side, and where what was typed would be
    lost because no form opens for it.
    """
    person = typed.actor.person
    match typed.verb:
        case "raise":
            if not reception.open_or_not(typed.trigger, where_form(typed.rest)):
                raise Refusal(NOT_OPENED)
        case "settings":
            reception.open(typed.trigger, whose_settings(), origin=None, person=person)
        case "list":
            open_own_desk(reception, typed.actor, typed.trigger)
        case _:
            return False
    return True
