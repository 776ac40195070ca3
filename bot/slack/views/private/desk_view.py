"""My desk as a modal, for those who have no Home with Parley; the same for everybody."""

import json

from bot.casework.my_desk import Desk
from bot.mediation.people import ChannelId
from bot.slack.blocks import View, actions, button, modal
from bot.slack.views import actions as names
from bot.slack.views.private.home import CHOOSE, desk_blocks
from bot.slack.views.shared.messages import MORE, More

TITLE = "My desk"


def desk_view(desk: Desk, channel: ChannelId, page: int = 0) -> View:
    """Everything that Home gives. Raising starts in the channel where the desk was opened.

    channel: "" where it was opened outside of one; then a channel is asked for.
    """
    raising = button("Raise an issue", names.RAISE_ANYWHERE, "desk")
    if channel:
        raising = button("Raise an issue", names.RAISE, json.dumps([channel, "", ""]))
    about = {"channel": channel, "page": page}
    further = [button("Settings", names.SETTINGS, channel or CHOOSE)]
    if channel:
        further += [button(MORE[way], f"{names.MORE}.{way}", way) for way in (More.WEEK, More.HELP)]
    blocks = [
        *desk_blocks(desk, page, raising=raising, ways="desk.ways_in_channel"),
        actions(*further),
    ]
    return modal(TITLE, blocks, callback=names.DESK_VIEW, about=about)
