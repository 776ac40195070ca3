"""One line about one message, asked of each side in private."""

from collections.abc import Sized

from bot.casework.clarify import OpenClarification
from bot.casework.shown import ClarifyForm
from bot.casework.tongues import Tongue, tongue
from bot.mediation.clarification import MAX_LINE, Clarification
from bot.mediation.people import SideId, WorkspaceKey
from bot.slack.blocks import Block, View, context, modal, section, text_input
from bot.slack.payloads import OpenView, reads_form
from bot.slack.text import Mrkdwn, people, quoted
from bot.slack.views import actions as names
from bot.slack.views.private.raise_form import origin_of
from bot.slack.views.private.whole_view import whole
from bot.slack.views.shared.clarification_card import MESSAGE
from bot.slack.views.shared.passages import Passage

TITLE = "Just clarify"


def clarify_form(form: ClarifyForm) -> View:
    """For whoever starts: the first line."""
    origin, speaks = form.origin, tongue(form.language)
    about = {"origin": [origin.channel, origin.thread_ts, origin.message_ts]}
    asked = "mean" if form.by_author else "understand"
    return modal(
        speaks.say("line"),
        _blocks(form.about.text, asked, form.sides, speaks),
        callback=names.CLARIFY_FORM,
        about=about,
        submit=speaks.of(form.sides, "line.ask"),
        close=speaks.say("close"),
    )


def line_form(found: Clarification, side: SideId, language: str = "en") -> View:
    """For the other side, and for who wants to change a line."""
    speaks = tongue(language)
    asked = "mean" if side == found.author_side else "understand"
    return modal(
        speaks.say("line"),
        _blocks(found.about.text, asked, found.sides, speaks),
        callback=names.LINE_FORM,
        about={"clarification": found.id},
        submit=speaks.say("line.add"),
        close=speaks.say("close"),
    )


@reads_form
def read(view: OpenView, *, workspace: WorkspaceKey) -> OpenClarification:
    origin = origin_of(view.about.get("origin", ()))
    return OpenClarification(workspace, origin, view.values.text("line"))


def _blocks(message: str, asked: str, sides: Sized, speaks: Tongue) -> list[Block]:
    is_cut = len(message.strip()) > MESSAGE
    question, all_of_it = speaks.say(f"clarify.{asked}"), Mrkdwn(speaks.say("line.all"))
    shown, stored = speaks.of(sides, "line.shown"), speaks.say("line.stored")
    return [
        section(quoted(people(message, MESSAGE))),
        text_input(question, "line", lines=False, at_most=MAX_LINE, focus=True),
        context(people(shown), people(stored)),
        *(whole([Passage(all_of_it, message)]) if is_cut else []),
    ]
