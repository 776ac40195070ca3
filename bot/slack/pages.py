"""The next page of a modal that is open."""

import time

from slack_sdk import WebClient

from bot.casework.room import RoomUnavailable
from bot.slack.blocks import View
from bot.slack.client import calling
from bot.slack.limits import fitted_view

GONE = frozenset({"not_found", "view_not_found", "invalid_arguments"})
"""What Slack answers where a modal was closed in the meantime."""

ANSWERED_S = 1.0
"""How long the page that a form was answered with may be on its way. Slack puts it in place of
whatever stands there, so that one which overtook it would be gone for good."""


def turn_page(client: WebClient, view_id: str, view: View, *, after_answer: bool = False) -> bool:
    """Put a page into the modal; False, and no more, if it was closed since.

    after_answer: whether the form was answered with a page a moment ago, which has to be first.
    """
    if after_answer:
        time.sleep(ANSWERED_S)
    try:
        calling(client.views_update, view_id=view_id, view=fitted_view(view))
    except RoomUnavailable as fault:
        if fault.code not in GONE:
            raise
        return False
    return True
