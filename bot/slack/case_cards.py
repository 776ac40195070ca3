"""A case's card in its thread, and the picture that comes onto it while packages are open."""

import logging
from functools import partial

from bot.casework.hosting import Hosting
from bot.casework.room import RoomUnavailable
from bot.mediation.case import Case
from bot.mediation.stages import Stage
from bot.slack.pictures.balance_picture import balance_picture, can_be_drawn
from bot.slack.poster import BLOCKS_REFUSED, Poster
from bot.slack.uploads import Uploads
from bot.slack.views.shared.balance_part import Balance, balance_of
from bot.slack.views.shared.case_card import case_card

NAME, TITLE = "balance.png", "How even the packages are"
_log = logging.getLogger(__name__)


def show_case_card(case: Case, hosting: Hosting, *, poster: Poster, uploads: Uploads) -> None:
    """Post the card or bring it up to date: at once in words, then with the picture.

    Raises RoomUnavailable, not permanent, while Slack still works on the picture.
    """
    balance = balance_of(case) if case.stage is Stage.PROPOSED else None
    if balance is None or not can_be_drawn(balance):
        _keep(case, hosting, poster)
        return
    assert case.round is not None  # it has a balance
    key = f"balance:{case.id}:{case.round.number}"
    picture = uploads.find(key)
    if not picture:
        _keep(case, hosting, poster)
        picture = _uploaded(key, case, balance, uploads)
    if picture:
        _with_picture(case, hosting, poster, picture)


def _with_picture(case: Case, hosting: Hosting, poster: Poster, picture: str) -> None:
    try:
        _keep(case, hosting, poster, picture)
    except RoomUnavailable as fault:
        if fault.code != BLOCKS_REFUSED:
            raise
        _keep(case, hosting, poster)
        raise RoomUnavailable(fault.code, permanent=False) from fault


def _keep(case: Case, hosting: Hosting, poster: Poster, picture: str = "") -> None:
    """The card of this version; the one with the picture counts as the newer of two."""
    card = case_card(case, hosting, picture)
    revision = 2 * case.version + bool(picture)
    poster.keep(f"card:{case.id}", case.channel, case.thread_ts, card, revision)


def _uploaded(key: str, case: Case, balance: Balance, uploads: Uploads) -> str:
    """The picture's id; "" where Slack does not take files here, since the card says it too."""
    draw = partial(balance_picture, balance)
    try:
        return uploads.once(key, case.channel, draw, name=NAME, title=TITLE, alt=balance.alt)
    except RoomUnavailable as fault:
        if not fault.permanent:
            raise
        _log.info("case %s has no picture: %s", case.number, fault.code)
        return ""
