"""The Bolt app: every listener, behind one reception."""

import logging
from dataclasses import dataclass
from typing import Any

from slack_bolt import App
from slack_bolt.authorization import AuthorizeResult
from slack_bolt.response import BoltResponse
from slack_sdk import WebClient

from bot.slack.client import calling
from bot.slack.listeners import (
    cases,
    channels,
    clarifications,
    commands,
    consent,
    counting,
    desk,
    door,
    follow_up,
    helpful,
    home,
    leftovers,
    more_ways,
    partner,
    promises,
    rating,
    settings,
    trades,
    ways_in,
    whole,
)
from bot.slack.listeners.reception import Reception

SCREENS = (
    ways_in,
    commands,
    trades,
    more_ways,
    helpful,
    cases,
    rating,
    clarifications,
    home,
    desk,
    consent,
    partner,
    promises,
    follow_up,
    counting,
    settings,
    whole,
    channels,
)
"""What listens to people, each with its `register`."""

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Identity:
    """Who the bot is, as Slack's `auth.test` says."""

    team_id: str
    enterprise_id: str
    bot_id: str
    bot_user_id: str
    team: str = ""
    """The name of the organisation that installed the bot."""


def identify(client: WebClient) -> Identity:
    """Ask Slack who the token belongs to. Raises RoomUnavailable."""
    answer = calling(client.auth_test)
    return Identity(
        team_id=str(answer.get("team_id") or ""),
        enterprise_id=str(answer.get("enterprise_id") or ""),
        bot_id=str(answer.get("bot_id") or ""),
        bot_user_id=str(answer.get("user_id") or ""),
        team=str(answer.get("team") or ""),
    )


def build_app(reception: Reception, client: WebClient, identity: Identity) -> App:
    """The app. Nothing is acknowledged before its listener has committed."""

    def authorize(**_: Any) -> AuthorizeResult:
        return AuthorizeResult(
            enterprise_id=identity.enterprise_id or None,
            team_id=identity.team_id,
            bot_token=client.token,
            bot_id=identity.bot_id,
            bot_user_id=identity.bot_user_id,
        )

    app = App(client=client, authorize=authorize, process_before_response=True)
    door.register(app, reception)
    for screen in SCREENS:
        screen.register(app, reception)
    leftovers.register(app, reception)
    _register_failure(app)
    return app


def _register_failure(app: App) -> None:
    @app.error
    def failed(error: Exception) -> BoltResponse:
        """Not acknowledged: Slack tries again, or tells the person to, with the form still open."""
        log.error("a listener failed", exc_info=error)
        return BoltResponse(status=500)
