"""One line about one message, asked of each side in private."""

from collections.abc import Sized

from bot.casework.clarify import OpenClarification
from bot.casework.room import ClarifyForm
from bot.mediation.both_or_all import both_or_all
from bot.mediation.clarification import MAX_LINE, Clarification
from bot.mediation.people import SideId, WorkspaceKey
from bot.slack.blocks import Block, View, context, modal, section, text_input
from bot.slack.payloads import OpenView, reads_form
from bot.slack.text import Mrkdwn, people, quoted
from bot.slack.views import actions as names
from bot.slack.views.private.agreeing import LINE_STORED
from bot.slack.views.private.raise_form import origin_of
from bot.slack.views.private.whole_view import whole
from bot.slack.views.shared.clarification_card import MESSAGE
from bot.slack.views.shared.passages import Passage

TITLE = "Just clarify"
WHEN_SHOWN = (
    "Nobody sees your line until {others_have} written one too. Then {both} appear together "
    "in the thread."
)
MEANT = "What did you mean?"
UNDERSTOOD = "What did you understand?"


def clarify_form(form: ClarifyForm) -> View:
    """For whoever starts: the first line."""
    origin = form.origin
    about = {"origin": [origin.channel, origin.thread_ts, origin.message_ts]}
    blocks = _blocks(form.about.text, MEANT if form.by_author else UNDERSTOOD, form.sides)
    ask = both_or_all("Ask {both}", form.sides)
    return modal(TITLE, blocks, callback=names.CLARIFY_FORM, about=about, submit=ask)


def line_form(found: Clarification, side: SideId) -> View:
    """For the other side, and for who wants to change a line."""
    question = MEANT if side == found.author_side else UNDERSTOOD
    about = {"clarification": found.id}
    blocks = _blocks(found.about.text, question, found.sides)
    return modal(TITLE, blocks, callback=names.LINE_FORM, about=about, submit="Add my line")


@reads_form
def read(view: OpenView, *, workspace: WorkspaceKey) -> OpenClarification:
    origin = origin_of(view.about.get("origin", ()))
    return OpenClarification(workspace, origin, view.values.text("line"))


def _blocks(message: str, question: str, sides: Sized) -> list[Block]:
    is_cut = len(message.strip()) > MESSAGE
    return [
        section(quoted(people(message, MESSAGE))),
        text_input(question, "line", lines=False, at_most=MAX_LINE, focus=True),
        context(people(both_or_all(WHEN_SHOWN, sides)), people(LINE_STORED)),
        *(whole([Passage(Mrkdwn("All of the message"), message)]) if is_cut else []),
    ]
